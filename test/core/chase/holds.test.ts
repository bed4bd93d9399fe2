// What asks us to wait: promises, disputes, "we have paid", snoozes and the rest; on the day, before and after.
import { describe, expect, test } from 'vitest';
import { customerState } from '../../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { Outcome } from '../../../src/core/outcome.ts';
import { behaviourOf } from '../../../src/core/plan/compare.ts';
import {
  act,
  customer,
  event,
  inDays,
  inShort,
  invoice,
  leave,
  ledgerOf,
  payment,
  promise,
  said,
  sent,
  TODAY,
  ZONE,
} from './situation.ts';

const A = (late: number, over = {}) => invoice(late, { number: 'A', ...over });

describe('a promise', () => {
  // Made on Mon 16 Nov for Fri 20 Nov: two working days of grace end on Tue 24 Nov.
  const made = promise('2026-11-16', '2026-11-20', 10_000);

  test('holds until its date and two working days have passed', () => {
    const at = (on: `${number}-${number}-${number}`) => inShort({ invoices: [A(20)], events: [made], on });
    expect(at('2026-11-20')).toBe('leave: promised until 2026-11-24');
    expect(at('2026-11-23')).toBe('leave: promised until 2026-11-24');
    expect(at('2026-11-24')).toBe('broken_promise_call');
    expect(at('2026-11-25')).toBe('broken_promise_call');
  });

  test('"500 by Friday" of this week means no reminder before Tue 1 Dec', () => {
    const found = leave({
      invoices: [A(20, { open: 50_000 })],
      events: [promise(TODAY, '2026-11-27', 50_000)],
    });
    expect(found.until).toBe('2026-12-01');
    expect(found.because).toBe('No reminder before Tue Dec 1: $500.00 is promised for Fri Nov 27.');
  });

  test('that is kept breaks nothing; what is still open goes on by age', () => {
    const payments = [payment('2026-11-20', 10_000)];
    expect(inShort({ invoices: [A(20, { open: 5_000, total: 15_000 })], events: [made], payments })).toBe(
      'question',
    );
  });

  test('that is kept in part is followed up on the rest', () => {
    const found = act({
      invoices: [A(20, { open: 6_000, total: 10_000 })],
      events: [made],
      payments: [payment('2026-11-20', 4_000)],
    });
    expect(found.step).toBe('broken_promise_call');
    expect(found.because).toBe(
      'Only $40.00 of the $100.00 promised for Fri Nov 20 has come: call and ask for the rest.',
    );
  });

  test('within the tolerance is kept', () => {
    const payments = [payment('2026-11-20', 9_900)];
    expect(inShort({ invoices: [A(20, { open: 20_000 })], events: [made], payments })).not.toBe(
      'broken_promise_call',
    );
  });

  test('that was broken is followed up once', () => {
    const called = said('2026-11-24', { kind: 'no_answer' }, 'call');
    expect(inShort({ invoices: [A(20)], events: [made, called], on: '2026-11-25' })).toContain('leave');
  });

  test('broken for the second time goes to the owner', () => {
    const first = promise('2026-11-02', '2026-11-04', 10_000);
    const found = act({ invoices: [A(25)], events: [first, made] });
    expect(found.step).toBe('owner');
    expect(found.because).toContain('not the first');
  });

  test('that a later word moved is not broken', () => {
    const moved = promise('2026-11-18', '2026-12-04', 10_000);
    expect(inShort({ invoices: [A(20)], events: [made, moved] })).toBe('leave: promised until 2026-12-08');
  });

  test('beside another one that fits beside it, both stand', () => {
    const state = customerState(
      ledgerOf({
        invoices: [A(20)],
        events: [promise('2026-11-16', '2026-11-20', 4_000), promise('2026-11-17', '2026-12-15', 6_000)],
      }),
      customer(),
      DEFAULT_POLICY,
      { now: '2026-11-24T15:00:00.000Z', zone: ZONE },
    );
    expect(state.promises.map(({ status }) => status)).toEqual(['broken', 'live']);
  });

  test('one payment keeps one promise only', () => {
    const state = customerState(
      ledgerOf({
        invoices: [A(20)],
        events: [promise('2026-11-16', '2026-11-17', 4_000), promise('2026-11-16', '2026-11-18', 4_000)],
        payments: [payment('2026-11-17', 4_000)],
      }),
      customer(),
      DEFAULT_POLICY,
      { now: '2026-11-24T15:00:00.000Z', zone: ZONE },
    );
    expect(state.promises.map(({ status }) => status)).toEqual(['kept', 'broken']);
  });

  test('kept after its time is late, not broken', () => {
    const state = customerState(
      ledgerOf({
        invoices: [A(20)],
        events: [promise('2026-11-02', '2026-11-04', 4_000)],
        payments: [payment('2026-11-20', 4_000)],
      }),
      customer(),
      DEFAULT_POLICY,
      { now: '2026-11-24T15:00:00.000Z', zone: ZONE },
    );
    expect(state.promises.map(({ status }) => status)).toEqual(['late']);
  });

  test('of one invoice does not hide another', () => {
    const events = [promise('2026-11-16', '2026-12-20', 10_000, ['A'])];
    const found = act({ invoices: [A(20), invoice(12, { number: 'B' })], events });
    expect(found).toMatchObject({ step: 'question', invoices: ['id of B'], total: { minor: 10_000 } });
    expect(found.leftOut).toMatchObject([{ invoice: 'id of A', reason: 'promised' }]);
    expect(found.facts.join(' ')).toContain('A ($100.00) is left out');
  });

  test('is for the sum in its own currency', () => {
    const events = [promise('2026-11-16', '2026-12-20', 10_000)];
    expect(inShort({ invoices: [A(20, { currency: 'EUR' })], events })).not.toContain('promised');
  });
});

describe('a promise by somebody who may not speak for the customer', () => {
  const RECEPTIONIST = { words: 'the receptionist', mayCommit: false };
  const BOOKKEEPER = { words: 'their bookkeeper', mayCommit: true };
  // Made on Mon 16 Nov for Fri 20 Nov, as above.
  const marked = promise('2026-11-16', '2026-11-20', 10_000, [], RECEPTIONIST);
  const states = (events: Parameters<typeof ledgerOf>[0]) =>
    customerState(ledgerOf(events), customer(), DEFAULT_POLICY, {
      now: '2026-11-24T15:00:00.000Z',
      zone: ZONE,
    });
  const statuses = (situation: Parameters<typeof ledgerOf>[0]) =>
    states(situation).promises.map(({ status, saidBy }) => `${saidBy?.words ?? 'they'}: ${status}`);

  test('holds like any other, and says whose it is', () => {
    const found = leave({ invoices: [A(20)], events: [marked], on: '2026-11-23' });
    expect(found.until).toBe('2026-11-24');
    expect(found.because).toBe(
      'No reminder before Tue Nov 24: $100.00 is promised for Fri Nov 20, said by the receptionist, who may not speak for them.',
    );
  });

  test.each([
    ['the day before it runs out', '2026-11-23', 'leave: promised until 2026-11-24'],
    ['on the day', '2026-11-24', 'question'],
    ['the day after', '2026-11-25', 'question'],
  ] as const)('is not theirs to break: %s', (_, on, answer) => {
    expect(inShort({ invoices: [A(20)], events: [marked], on })).toBe(answer);
  });

  test('that was not kept becomes a question for whoever decides, resting on the words', () => {
    const found = act({ invoices: [A(20)], events: [marked] });
    expect(found.because).toBe(
      '20 days late. $100.00 was spoken of for Fri Nov 20 by the receptionist, who may not speak for them, and it has not come: ask whoever decides there.',
    );
    expect(found.restsOn).toBe(marked.id);
    expect(found.facts.join(' ')).toContain(
      'promised for Fri Nov 20, said by the receptionist, who may not speak for them: not kept',
    );
  });

  test('that was kept in part says how much came', () => {
    const found = act({
      invoices: [A(20, { open: 20_000 })],
      events: [marked],
      payments: [payment('2026-11-17', 4_000)],
    });
    expect(found.because).toContain('and only $40.00 has come: ask whoever decides there.');
  });

  test('is asked about once: a later letter ends it', () => {
    const found = act({
      invoices: [A(30)],
      events: [marked, sent('2026-11-25', 'question')],
      on: '2026-12-04',
    });
    expect(found.because).not.toContain('receptionist');
    expect(found.restsOn).toBeUndefined();
  });

  test('adds nothing to the count of broken promises', () => {
    const first = promise('2026-11-02', '2026-11-04', 10_000, [], RECEPTIONIST);
    const own = promise('2026-11-16', '2026-11-20', 10_000, [], BOOKKEEPER);
    expect(inShort({ invoices: [A(25)], events: [first, own] })).toBe('broken_promise_call');
  });

  test('does not move the word of somebody who may, and that one moves theirs', () => {
    const own = promise('2026-11-16', '2026-11-20', 10_000, [], BOOKKEEPER);
    const later = promise('2026-11-18', '2026-12-04', 10_000, [], RECEPTIONIST);
    expect(statuses({ invoices: [A(20)], events: [own, later] })).toEqual([
      'their bookkeeper: broken',
      'the receptionist: live',
    ]);
    const moved = promise('2026-11-18', '2026-12-04', 10_000, [], BOOKKEEPER);
    expect(statuses({ invoices: [A(20)], events: [marked, moved] })).toEqual([
      'the receptionist: replaced',
      'their bookkeeper: live',
    ]);
    // The broken one is not forgotten when both have run out.
    expect(inShort({ invoices: [A(30)], events: [own, later], on: '2026-12-08' })).toBe(
      'broken_promise_call',
    );
  });

  test('takes no payment from the customer’s own word', () => {
    const events = [
      promise('2026-11-10', '2026-11-13', 4_000, [], RECEPTIONIST),
      promise('2026-11-16', '2026-11-20', 4_000),
    ];
    const payments = [payment('2026-11-17', 4_000)];
    expect(statuses({ invoices: [A(20)], events, payments })).toEqual([
      'the receptionist: broken',
      'they: kept',
    ]);
  });

  test('says nothing of how they keep their word', () => {
    const broken = promise('2026-11-02', '2026-11-04', 4_000, [], RECEPTIONIST);
    const kept = promise('2026-11-10', '2026-11-13', 4_000);
    const payments = [payment('2026-11-12', 4_000)];
    const of = states({ invoices: [A(20)], events: [broken, kept], payments });
    expect(behaviourOf(of)).toMatchObject({ promisesKept: 1, promisesMatured: 1 });
  });
});

describe('a dispute', () => {
  const disputed = (over: Partial<Extract<Outcome, { kind: 'dispute' }>> = {}) =>
    said(inDays(-10), {
      kind: 'dispute',
      reason: 'goods',
      detail: '',
      amount: null,
      invoices: ['A'],
      ...over,
    });

  test('holds its invoice until somebody resolves it', () => {
    const found = leave({ invoices: [A(20)], events: [disputed()] });
    expect(found).toMatchObject({ reason: 'disputed', until: null, total: { minor: 10_000 } });
    const resolved = event(inDays(-1), { kind: 'dispute_resolved', how: 'stands', invoices: ['A'] });
    expect(inShort({ invoices: [A(20)], events: [disputed(), resolved] })).toBe('question');
  });

  test('of a part leaves the rest to be chased', () => {
    const found = act({
      invoices: [A(20)],
      events: [disputed({ amount: { minor: 3_000, currency: 'USD' } })],
    });
    expect(found.total.minor).toBe(7_000);
    expect(found.leftOut).toMatchObject([{ reason: 'disputed', amount: { minor: 3_000 } }]);
  });

  test('that names no invoice, or one we do not know, holds all there was', () => {
    for (const invoices of [[], ['A-17']]) {
      expect(leave({ invoices: [A(20), invoice(15)], events: [disputed({ invoices })] }).reason).toBe(
        'disputed',
      );
    }
  });

  test('does not hold what was issued after it', () => {
    const later = invoice(4, { number: 'B', issued: inDays(-5) });
    expect(act({ invoices: [A(20), later], events: [disputed({ invoices: [] })] }).invoices).toEqual([
      'id of B',
    ]);
  });

  test('about a paper that was missing starts the ladder again, a week after it is mended', () => {
    const events = [
      sent(inDays(-15), 'question', ['A']),
      disputed({ reason: 'missing_po' }),
      event(inDays(-7), { kind: 'dispute_resolved', how: 'sent', invoices: ['A'] }),
    ];
    expect(inShort({ invoices: [A(20)], events })).toBe('reminder');
    expect(inShort({ invoices: [A(20)], events, on: inDays(-1) })).toBe('leave: not_yet until 2026-11-24');
  });
});

describe('"we have paid"', () => {
  // Said on Mon 16 Nov: five working days end on Mon 23 Nov.
  const claim = said('2026-11-16', { kind: 'claims_paid', amount: 'full', date: null, invoices: [] });

  test('holds for five working days, then asks', () => {
    expect(inShort({ invoices: [A(12)], events: [claim], on: '2026-11-20' })).toBe(
      'leave: paid_said until 2026-11-23',
    );
    expect(act({ invoices: [A(12)], events: [claim] }).because).toContain(
      'that it was paid, and nothing has come',
    );
  });
});

describe('other holds', () => {
  const at = (on: number, ...events: ReturnType<typeof event>[]) =>
    inShort({ invoices: [A(12)], events, on: inDays(on) });

  test('a snooze ends on its day, and the newest counts', () => {
    const snooze = (days: number) =>
      event(inDays(-2), { kind: 'snoozed', until: inDays(days), reason: null });
    expect(at(0, snooze(1))).toBe('leave: snoozed until 2026-11-25');
    expect(at(1, snooze(1))).toBe('question');
    expect(at(0, snooze(9), snooze(0))).toBe('question');
  });

  test('a hold ends on its day or when it is released', () => {
    const hold = event(inDays(-2), { kind: 'hold', reason: 'our own mistake', until: null });
    const released = event(inDays(-1), { kind: 'released', reason: 'mended' });
    expect(at(0, hold)).toBe('leave: held');
    expect(at(0, hold, released)).toBe('question');
  });

  test('a mail of theirs holds until somebody has looked, however late that is', () => {
    const heard = (mailId: string, day: number) =>
      event(inDays(day), { kind: 'heard', mailId, from: 'dana@acme.example', subject: 'Re: INV' });
    const looked = (mailId: string, day: number) => event(inDays(day), { kind: 'looked_at', mailId });
    expect(at(0, heard('1', -9))).toBe('leave: unread_mail');
    expect(at(30, heard('1', -9))).toBe('leave: unread_mail');
    expect(at(0, heard('1', -9), looked('1', -1))).toBe('question');
    expect(at(0, heard('1', -9), looked('1', -8), heard('2', -1))).toBe('leave: unread_mail');
    expect(at(0, heard('1', -9), looked('2', -1))).toBe('leave: unread_mail');
    // Tomorrow's look does not count today.
    expect(at(0, heard('1', -1), looked('1', 1))).toBe('leave: unread_mail');
    const { because } = leave({ invoices: [A(12)], events: [heard('1', -1)] });
    expect(because).toBe('They wrote on Mon Nov 23; nobody has looked at it yet.');
  });

  test('"do not contact" and insolvency hold for good', () => {
    expect(
      leave({ customers: [customer({ terms: { doNotContact: true } })], invoices: [A(12)] }),
    ).toMatchObject({
      reason: 'do_not_contact',
      until: null,
    });
    expect(at(0, said(inDays(-20), { kind: 'insolvency', detail: '' }))).toBe('leave: insolvent');
  });

  test('money trouble is looked at again after two weeks', () => {
    const trouble = said(inDays(-13), { kind: 'hardship', detail: '' });
    expect(at(0, trouble)).toBe('leave: hardship until 2026-11-25');
    expect(at(1, trouble)).toBe('question');
  });

  test('a call back is made on its day, in spite of the gap, and once', () => {
    const asked = said(inDays(-1), { kind: 'callback', date: TODAY }, 'call');
    expect(at(-1, asked)).toBe('leave: callback until 2026-11-24');
    expect(act({ invoices: [A(12)], events: [asked] })).toMatchObject({
      step: 'call',
      because: 'They asked on Mon Nov 23 to be called back today.',
    });
    expect(at(0, asked, said(TODAY, { kind: 'no_answer' }, 'call'))).toContain('leave');
  });

  test('a document they wait for is our turn for a week, then the ladder starts again', () => {
    const asked = (on: number) =>
      said(inDays(on), { kind: 'document_request', document: 'invoice_copy', detail: '', invoices: [] });
    expect(at(0, asked(-6))).toBe('leave: waiting_for_us until 2026-11-25');
    expect(at(0, asked(-7))).toBe('reminder');
  });

  test('the wrong person is written to no more, the right one from the reminder on', () => {
    const letter = sent(inDays(-9), 'reminder', ['A'], { to: 'dana@acme.example' });
    const wrong = (email: string | null) =>
      said(inDays(-1), { kind: 'wrong_contact', name: null, email, phone: null });
    expect(at(0, letter, wrong(null))).toBe('leave: waiting_for_us');
    expect(at(0, letter, wrong('ap@acme.example'))).toBe('reminder');
    const moved = [customer({ contacts: [{ name: null, email: 'ap@acme.example', phone: null }] })];
    expect(inShort({ customers: moved, invoices: [A(12)], events: [letter, wrong(null)] })).not.toContain(
      'waiting',
    );
  });

  test('what is open but small gets no letter', () => {
    for (const [open, expected] of [
      [100, 'leave: too_small'],
      [2_499, 'leave: too_small'],
      [2_500, 'question'],
    ] as const) {
      expect(inShort({ invoices: [A(12, { open })] })).toBe(expected);
    }
    // 25 yen, not 2,500.
    expect(inShort({ invoices: [A(12, { open: 24, currency: 'JPY' })] })).toBe('leave: too_small');
    expect(inShort({ invoices: [A(12, { open: 25, currency: 'JPY' })] })).toBe('question');
  });

  test('books older than three days hold everybody, and say what would be due', () => {
    const read = (days: number) => `${inDays(-days)}T15:00:00.000Z`;
    expect(inShort({ invoices: [A(12)], freshAt: read(3) })).toBe('question');
    const found = leave({ invoices: [A(12)], freshAt: read(4) });
    expect(found).toMatchObject({ reason: 'stale_ledger', until: null, total: { minor: 10_000 } });
    expect(found.because).toContain('4 days ago');
    expect(found.because).toContain('Otherwise the question would be due: 12 days late');
    expect(leave({ invoices: [A(12)], freshAt: null }).because).toContain('No books have been imported yet');
  });

  test('a promise in time does not end a snooze, nor a payment', () => {
    const snooze = event(inDays(-2), { kind: 'snoozed', until: inDays(5), reason: 'They are on leave' });
    expect(leave({ invoices: [A(12)], events: [snooze, promise(inDays(-1), inDays(0))] }).because).toBe(
      'Snoozed until Mon Nov 30: They are on leave.',
    );
  });
});
