// The ladder by the day: each step on its day, the day before and the day after, and what may hurry or slow it.
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import { act, event, inDays, inShort, invoice, leave, said, sent, TODAY, verdicts } from './situation.ts';

/** Every day is open, so that the tables show the ladder alone. */
const everyDay = {
  ...DEFAULT_POLICY,
  window: { ...DEFAULT_POLICY.window, weekdays: [1, 2, 3, 4, 5, 6, 7] },
};

const LADDER = [
  ['reminder', 3],
  ['question', 10],
  ['call', 15],
  ['firm', 21],
  ['owner', 35],
  ['final_notice', 50],
  ['internal_review', 60],
] as const;

describe('each step on its day', () => {
  for (const [index, [step, day]] of LADDER.entries()) {
    const before = LADDER.slice(0, index);
    // An invoice on which every earlier step was taken on its day.
    const taken = (late: number) => ({
      policy: everyDay,
      invoices: [invoice(late, { number: 'A' })],
      events: before.map(([name, on]) =>
        name === 'call'
          ? said(inDays(on - late), { kind: 'no_answer' }, 'call')
          : sent(inDays(on - late), name, ['A']),
      ),
    });

    test(`the day before day ${day} it leaves them alone`, () => {
      expect(leave(taken(day - 1)).until).toBe(inDays(1));
    });

    test(`on day ${day} comes the ${step}`, () => expect(inShort(taken(day))).toBe(step));

    test(`the day after day ${day} the ${step} is still due`, () =>
      expect(inShort(taken(day + 1))).toBe(step));
  }
});

describe('before the due day', () => {
  for (const [late, expected] of [
    [-4, 'leave: nothing_due until 2026-11-25'],
    [-3, 'nudge'],
    [-2, 'nudge'],
    [-1, 'nudge'],
    [0, 'leave: nothing_due until 2026-11-25'],
    [1, 'leave: not_yet until 2026-11-26'],
    [2, 'leave: not_yet until 2026-11-25'],
  ] as const) {
    test(`${late} days late: ${expected}`, () => {
      expect(inShort({ policy: everyDay, invoices: [invoice(late)] })).toBe(expected);
    });
  }

  test('nudges once only', () => {
    const events = [sent(inDays(-1), 'nudge', ['A'])];
    expect(inShort({ policy: everyDay, invoices: [invoice(-2, { number: 'A' })], events })).toContain(
      'nothing_due',
    );
  });

  test('nudges nobody who owes something late, in whatever currency', () => {
    const found = verdicts({ invoices: [invoice(-2), invoice(1, { currency: 'EUR' })] });
    expect(found.map((each) => each.kind)).toEqual(['leave', 'leave']);
  });

  test('does not nudge for what a credit covers', () => {
    const invoices = [invoice(-2), invoice(5, { kind: 'credit_note', open: 12_000 })];
    expect(leave({ invoices }).reason).toBe('nothing_due');
  });
});

describe('the pace', () => {
  test('a first contact long after the due day is a question, not a threat', () => {
    expect(act({ invoices: [invoice(200)] })).toMatchObject({ step: 'question' });
    expect(act({ invoices: [invoice(200)] }).because).toContain('no earlier contact is recorded');
  });

  test('earlier contact that somebody told of counts', () => {
    const told = (step: string, ago: number) => [
      event(inDays(-1), { kind: 'earlier_contact', step, day: inDays(-ago) }),
    ];
    expect(inShort({ policy: everyDay, invoices: [invoice(40)], events: told('firm', 10) })).toBe('owner');
    expect(inShort({ policy: everyDay, invoices: [invoice(40)], events: told('firm', 4) })).toBe(
      'leave: too_soon until 2026-11-25',
    );
  });

  test('after a late start it climbs one step a gap', () => {
    const invoices = [invoice(60, { number: 'A' })];
    const question = (ago: number) => ({
      policy: everyDay,
      invoices,
      events: [sent(inDays(-ago), 'question', ['A'])],
    });
    expect(inShort(question(4))).toBe('leave: too_soon until 2026-11-25');
    expect(inShort(question(5))).toBe('call');
    expect(inShort(question(9))).toBe('call');
    expect(inShort(question(10))).toBe('firm');
  });

  test('a review waits until the deadline of a late final notice has passed', () => {
    const invoices = [invoice(80, { number: 'A' })];
    const at = (ago: number) =>
      inShort({ policy: everyDay, invoices, events: [sent(inDays(-ago), 'final_notice', ['A'])] });
    expect(at(9)).toBe('leave: too_soon until 2026-11-25');
    expect(at(10)).toBe('internal_review');
  });

  test('a reviewed case comes up again after thirty days', () => {
    const invoices = [invoice(95, { number: 'A' })];
    const decided = (ago: number) =>
      inShort({
        policy: everyDay,
        invoices,
        events: [
          sent(inDays(-50), 'final_notice', ['A']),
          event(inDays(-ago), { kind: 'decision', decision: 'plan', note: 'we wait' }),
        ],
      });
    expect(decided(29)).toBe('leave: waiting_for_us until 2026-11-25');
    expect(decided(30)).toBe('internal_review');
  });

  test('a step that a person skipped does not come back tomorrow', () => {
    const skipped = event(inDays(-1), {
      kind: 'skipped',
      step: 'reminder',
      currency: 'USD',
      reason: 'they called',
    });
    expect(inShort({ policy: everyDay, invoices: [invoice(4)], events: [skipped] })).toBe(
      'leave: not_yet until 2026-11-30',
    );
  });

  test('an undone letter is no letter, and an undone undo is one again', () => {
    const letter = sent(inDays(-1), 'reminder', ['A']);
    const undo = event(
      inDays(-1),
      { kind: 'undone', eventId: letter.id, reason: null },
      { at: '2026-11-23T20:00:00.000Z' },
    );
    const redo = event(
      inDays(-1),
      { kind: 'undone', eventId: undo.id, reason: null },
      { at: '2026-11-23T21:00:00.000Z' },
    );
    const invoices = [invoice(4, { number: 'A' })];
    expect(inShort({ invoices, events: [letter, undo] })).toBe('reminder');
    expect(inShort({ invoices, events: [letter, undo, redo] })).toContain('not_yet');
  });
});

describe('limits', () => {
  test('the gap: not on the fourth day after a letter, but on the fifth', () => {
    const at = (ago: number) =>
      inShort({
        policy: everyDay,
        invoices: [invoice(12, { number: 'A' })],
        events: [sent(inDays(-ago), 'reminder', ['A'])],
      });
    expect(at(4)).toBe('leave: too_soon until 2026-11-25');
    expect(at(5)).toBe('question');
  });

  test("a customer's own gap comes before the policy's, and a person's is a week at least", () => {
    const events = [sent(inDays(-6), 'reminder', ['A'])];
    const invoices = [invoice(12, { number: 'A' })];
    const with_ = (terms: object) =>
      verdicts({ policy: everyDay, invoices, events, customers: [{ ...baseCustomer, terms }] })[0];
    expect(with_({})?.kind).toBe('act');
    expect(with_({ minGapDays: 10 })).toMatchObject({ reason: 'too_soon', until: inDays(4) });
    expect(with_({ naturalPerson: true })).toMatchObject({ reason: 'too_soon', until: inDays(1) });
  });

  test('two letters a week at most', () => {
    const policy = { ...everyDay, caps: { ...everyDay.caps, minGapDays: 1 } };
    const events = [sent(inDays(-6), 'reminder', ['A']), sent(inDays(-3), 'reminder', ['A'])];
    const invoices = [invoice(12, { number: 'A' })];
    expect(inShort({ policy, invoices, events })).toBe('leave: cap until 2026-11-25');
    expect(inShort({ policy, invoices, events, on: inDays(1) })).toBe('question');
  });

  test('eight contacts in ninety days at most, letters and calls together', () => {
    const events = Array.from({ length: 8 }, (_, i) =>
      i % 2
        ? sent(inDays(-8 * i - 8), 'reminder', ['old'])
        : said(inDays(-8 * i - 8), { kind: 'no_answer' }, 'call'),
    );
    expect(leave({ policy: everyDay, invoices: [invoice(12, { number: 'A' })], events }).reason).toBe('cap');
  });

  test('quiet for a week after a conversation, not after an unanswered call', () => {
    const invoices = [invoice(12, { number: 'A' })];
    const spoke = (ago: number) =>
      inShort({
        policy: everyDay,
        invoices,
        events: [said(inDays(-ago), { kind: 'refused', detail: '' }, 'email')],
      });
    expect(spoke(6)).toBe('leave: quiet until 2026-11-25');
    expect(spoke(7)).toBe('question');
    const rang = said(inDays(-5), { kind: 'no_answer' }, 'call');
    expect(inShort({ policy: everyDay, invoices: [invoice(16, { number: 'A' })], events: [rang] })).toBe(
      'call',
    );
  });

  test('a reply that recorded two outcomes of one call was one call', () => {
    const both = ['promise', 'note'].map((kind) =>
      event(
        inDays(-30),
        {
          kind: 'outcome',
          via: 'call',
          outcome: kind === 'note' ? { kind, text: '' } : { kind: 'refused', detail: '' },
        },
        { source: { channel: 'C', ts: '1.1', quote: '' } },
      ),
    );
    const policy = { ...everyDay, caps: { ...everyDay.caps, totalPer90Days: 2 } };
    expect(inShort({ policy, invoices: [invoice(12)], events: both })).not.toContain('cap');
  });
});

describe('office days', () => {
  test('what falls due on a Saturday goes on Monday', () => {
    const on = '2026-11-21' as const;
    const invoices = [invoice(0, { due: addDays(on, -3), issued: null })];
    expect(inShort({ invoices, on })).toBe('leave: closed_day until 2026-11-23');
    expect(inShort({ invoices, on: '2026-11-23' })).toBe('reminder');
  });

  test("is closed on the customer's public holidays", () => {
    const customers = [{ ...baseCustomer, country: 'US' }];
    expect(inShort({ customers, invoices: [invoice(3)], on: '2026-11-26' })).toBe(
      'leave: closed_day until 2026-11-27',
    );
    expect(inShort({ invoices: [invoice(3)], on: '2026-11-26' })).toBe('reminder');
  });

  test('a letter found after hours may go the next working day', () => {
    expect(act({ invoices: [invoice(3)], time: '08:00' }).notBefore).toBe(TODAY);
    expect(act({ invoices: [invoice(3)], time: '17:00' }).notBefore).toBe(inDays(1));
    expect(act({ invoices: [invoice(3)], on: '2026-11-27', time: '18:00' }).notBefore).toBe('2026-11-30');
  });

  test("counts days by the customer's clock", () => {
    // 10:00 on Tuesday in New York is Wednesday on Kiritimati (UTC+14) and still Tuesday on Pago Pago (UTC-11).
    const customers = (zone: string) => [{ ...baseCustomer, zone }];
    expect(act({ customers: customers('Pacific/Pago_Pago'), invoices: [invoice(3)] }).daysLate).toBe(3);
    expect(act({ customers: customers('Pacific/Kiritimati'), invoices: [invoice(3)] }).daysLate).toBe(4);
    expect(act({ customers: customers('No/Such_Zone'), invoices: [invoice(3)] }).daysLate).toBe(3);
  });
});

const baseCustomer = {
  id: 'acme',
  name: 'Acme',
  group: null,
  contacts: [],
  language: 'en',
  country: null,
  zone: null,
  accountManager: null,
  terms: {},
  firstSeen: '2026-01-05T12:00:00.000Z',
};
