import { describe, expect, it } from 'vitest';
import type { PromiseState } from '../../../src/core/chase/promises.ts';
import { asItIs, eventWords } from '../../../src/core/event-words.ts';
import type { EventBody } from '../../../src/core/ledger.ts';
import { decodeValue } from '../../../src/slack/views/action-ids.ts';
import { assessmentModal } from '../../../src/slack/views/assessment-modal.ts';
import { caseCard, customerMessage } from '../../../src/slack/views/case-card.ts';
import {
  contactModal,
  parseContact,
  parseSnooze,
  snoozeModal,
} from '../../../src/slack/views/case-modals.ts';
import {
  parseDisputeOwner,
  parseReopenDispute,
  parseResolveDispute,
  resolveDisputeModal,
} from '../../../src/slack/views/dispute-modals.ts';
import { eventLine } from '../../../src/slack/views/event-words.ts';
import { withoutNewBlocks } from '../../../src/slack/views/fallback.ts';
import { HISTORY_PAGE, historyModal } from '../../../src/slack/views/history.ts';
import { whyModal } from '../../../src/slack/views/why.ts';
import {
  act,
  caseView,
  customer,
  event,
  HOSTILE,
  LONG,
  leave,
  openInvoice,
  PLACE,
  PROMISE,
  TODAY,
  UUID,
  usd,
} from './examples.ts';
import {
  actionIdsOf,
  elementsOf,
  problemsOfBlocks,
  problemsOfMessage,
  problemsOfView,
  wordsOf,
} from './slack-limits.ts';

const SENT: EventBody = {
  kind: 'sent',
  draftId: UUID,
  step: 'reminder',
  currency: 'USD',
  amount: usd(124500),
  invoices: ['INV-1055'],
  to: 'dana@acme.example',
  subject: 'Invoice INV-1055',
};

const outcome: EventBody = { kind: 'outcome', outcome: PROMISE.outcome, via: 'call' };

describe('the case card', () => {
  it.each([1, 10, 500])(
    'stays within Slack’s limits with %i invoices, and counts those not shown',
    (number) => {
      const view = caseView({ open: Array.from({ length: number }, (_, i) => openInvoice(i)) });
      for (const message of [caseCard(view), customerMessage(view)]) {
        expect(problemsOfMessage(message)).toEqual([]);
        expect(problemsOfBlocks(withoutNewBlocks(message.blocks))).toEqual([]);
        if (number === 500) expect(wordsOf(message.blocks)).toMatch(/and 4\d\d more invoices/);
      }
    },
  );

  it('lists promises with their state, their mark and the way to the message, and counts the rest', () => {
    const promise = (over: Partial<PromiseState>): PromiseState => ({
      event: { ...event(outcome), day: 0 },
      currency: 'USD',
      amount: usd(50000),
      date: '2026-11-27',
      dateDay: 0,
      freeOn: 0,
      invoices: [],
      status: 'live',
      receivedMinor: 0,
      saidBy: null,
      ...over,
    });
    const card = caseCard(
      caseView({
        promises: {
          shown: [
            { promise: promise({}), link: 'https://slack.example/p1' },
            {
              promise: promise({
                status: 'partial',
                receivedMinor: 20000,
                saidBy: { words: 'the receptionist', mayCommit: false },
              }),
              link: null,
            },
          ],
          more: 3,
        },
      }),
    );
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('$500.00 by Fri Nov 27: still to come (<https://slack.example/p1|see it>)');
    expect(card.text).toContain(
      ':warning: $500.00 by Fri Nov 27, said by the receptionist, who may not speak for them: paid in part, $200.00 came',
    );
    expect(card.text).toContain('…and 3 more, in the history');
    expect(caseCard(caseView()).text).not.toContain('*Promises*');
  });

  it('says what is open, who gets the letters, what comes next and why', () => {
    const { text } = caseCard(caseView());
    for (const words of [
      'Acme Robotics Inc',
      '*Overdue*',
      '$1,245.00',
      'dana@acme.example',
      '<@U0AMY>',
      'INV-1055',
      'due in 15 days',
      'Next: Ask for a payment date, by e-mail.',
      'the reminder of 16 Nov was not answered',
    ])
      expect(text).toContain(words);
  });

  it('offers a draft for a letter and leads with the script for a call', () => {
    expect(actionIdsOf(caseCard(caseView()).blocks)).toEqual([
      'case.draft',
      'case.log',
      'case.snooze',
      'case.more',
    ]);
    const call = caseCard(caseView({ verdicts: [act({ step: 'call', channel: 'call' })] }));
    expect(elementsOf(call.blocks).slice(0, 2)).toMatchObject([
      { action_id: 'case.draft', style: 'primary', text: { text: 'Call script' } },
      { action_id: 'case.log' },
    ]);
  });

  it('drafts in the currency of the step', () => {
    const view = caseView({ verdicts: [leave(), act({ currency: 'GBP' })] });
    const draft = elementsOf(caseCard(view).blocks).find(({ action_id }) => action_id === 'case.draft');
    expect(decodeValue('customer', String(draft?.value))).toEqual({ customerId: UUID, currency: 'GBP' });
  });

  it('offers no draft while the customer is left alone, and says until when', () => {
    const card = caseCard(caseView({ verdicts: [leave()] }));
    expect(card.text).toContain('Promised to pay, until Tue Dec 1.');
    expect(actionIdsOf(card.blocks)).not.toContain('case.draft');
  });

  it('leads to a draft that waits, and says what state it is in', () => {
    const waiting = caseCard(
      caseView({ liveDraft: { id: UUID, state: 'proposed', link: 'https://slack.example/p1' } }),
    );
    expect(waiting.text).toContain('A draft waits for an approver');
    expect(elementsOf(waiting.blocks)[0]).toMatchObject({ url: 'https://slack.example/p1' });
    const unsure = caseCard(caseView({ liveDraft: { id: UUID, state: 'unsure', link: null } }));
    expect(unsure.text).toContain('Answer the question on its card');
  });

  it('asks for an address where there is none', () => {
    const card = caseCard(caseView({ customer: customer({ contacts: [] }) }));
    expect(card.text).toContain('No e-mail: who should get this?');
    expect(actionIdsOf(card.blocks)).toContain('case.contact');
  });

  it('lets a dispute be resolved only where there is one', () => {
    const verbs = (disputed: boolean) =>
      wordsOf(caseCard(caseView({ open: [openInvoice(1, { disputed })] })).blocks);
    expect(verbs(true)).toContain('Resolve the dispute…');
    expect(verbs(true)).toContain('in dispute');
    expect(verbs(false)).not.toContain('Resolve the dispute…');
  });

  it('looks closed when everything is paid, credits told', () => {
    const card = caseCard(caseView({ open: [], overdue: [], openTotals: [], verdicts: [] }));
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('Everything is paid');
    expect(actionIdsOf(card.blocks)).toEqual(['case.log', 'case.more']);
    const credit = openInvoice(1, { kind: 'credit_note', open: usd(5000) });
    const owed = caseCard(caseView({ open: [credit], overdue: [], openTotals: [usd(-5000)] }));
    expect(owed.text).toContain('We owe them $50.00');
  });

  it('lets no name, contact, number or reason notify, link or break a limit', () => {
    const view = caseView({
      customer: customer({
        name: HOSTILE + LONG,
        contacts: [{ name: LONG, email: HOSTILE, phone: LONG }],
        accountManager: '!channel',
      }),
      open: [openInvoice(1, { number: HOSTILE })],
      verdicts: [act({ because: HOSTILE + LONG, facts: [HOSTILE, LONG] }), leave({ because: LONG })],
      history: [event({ kind: 'hold', reason: HOSTILE + LONG, until: null })],
    });
    for (const message of [caseCard(view), customerMessage(view)]) {
      expect(problemsOfMessage(message)).toEqual([]);
      expect(message.text).not.toContain('<!channel>');
    }
    expect(problemsOfView(whyModal(view))).toEqual([]);
    expect(problemsOfView(historyModal(view))).toEqual([]);
  });
});

describe('the answer about one customer', () => {
  it('has the facts and the newest records, and counts the earlier ones', () => {
    const history = Array.from({ length: 8 }, (_, i) => event(SENT, { id: `e${i}` }));
    const { text } = customerMessage(caseView({ history }));
    expect(text).toContain('A reminder went out on Mon 16 Nov.');
    expect(text).toContain('…and 3 earlier records');
    expect(customerMessage(caseView()).text).toContain('Nothing has been recorded yet');
  });
});

describe('the history', () => {
  it.each([0, 1, 40, 500])(
    'stays within Slack’s limits with %i records, all on one of its pages',
    (number) => {
      const history = Array.from({ length: number }, (_, i) =>
        event(SENT, { id: `e${i}`, source: { channel: 'C1', ts: '1.0', quote: `quote-${i}. ${LONG}` } }),
      );
      const pages = Math.max(1, Math.ceil(number / HISTORY_PAGE));
      const views = Array.from({ length: pages }, (_, page) => historyModal(caseView({ history }), page));
      for (const view of views) expect(problemsOfView(view)).toEqual([]);
      const words = wordsOf(views);
      for (let i = 0; i < number; i += 1) expect(words).toContain(`quote-${i}.`);
    },
  );

  it('says when, who and what, and strikes out what was taken back', () => {
    const line = eventLine(event(SENT), PLACE);
    expect(line).toContain(
      'Mon Nov 23 14:05 · <@U0SAM> · Sent “Invoice INV-1055” to dana@acme.example: $1,245.00 (INV-1055)',
    );
    expect(eventLine(event(SENT, { undone: true }), PLACE)).toMatch(/~Sent .*~ \(taken back\)/);
  });

  it('has words for everything that can be recorded', () => {
    const bodies: EventBody[] = [
      SENT,
      outcome,
      { kind: 'snoozed', until: '2026-12-08', reason: 'Office closed' },
      { kind: 'skipped', step: 'firm', currency: 'USD', reason: 'Paid' },
      { kind: 'skipped', step: 'a_step_of_old', currency: 'USD', reason: '' },
      { kind: 'stopped', draftId: UUID, reason: 'They paid.' },
      { kind: 'dispute_resolved', how: 'Sent the note', invoices: ['INV-1'] },
      { kind: 'decision', decision: 'agency', note: 'Both owners agree' },
      { kind: 'hold', reason: 'Insolvency talk', until: '2026-12-01' },
      { kind: 'released', reason: 'Settled' },
      { kind: 'earlier_contact', step: 'reminder', day: '2026-11-01' },
      { kind: 'undone', eventId: 'e1', reason: null },
    ];
    for (const body of bodies) expect(eventWords(body, PLACE, asItIs)).toMatch(/^[A-Z][^{}[\]]*[^:\s]$/);
    expect(eventWords(bodies[2]!, PLACE, asItIs)).toBe('Snoozed until Tue Dec 8: Office closed');
    expect(eventWords(outcome, PLACE, asItIs)).toContain('$500.00');
  });
});

describe('why', () => {
  it('gives the reason, the facts and the place in the list', () => {
    const words = wordsOf(whyModal(caseView({ verdicts: [act({ notBefore: '2026-11-30' })] })));
    for (const said of ['INV-1055 was due on Thu 12 Nov.', 'It is the greatest sum.', 'from Mon Nov 30 on'])
      expect(words).toContain(said);
    expect(problemsOfView(whyModal(caseView({ verdicts: [] })))).toEqual([]);
  });
});

describe('the small forms of a customer', () => {
  const picked = (date: string | null) => ({
    until: { input: { selected_date: date } },
    reason: { input: { value: null } },
  });

  it('are within Slack’s limits for any customer', () => {
    const hostile = customer({ name: HOSTILE + LONG });
    const disputed = caseView({
      customer: hostile,
      open: Array.from({ length: 300 }, (_, i) => openInvoice(i, { disputed: true })),
    });
    for (const view of [
      snoozeModal(hostile, TODAY),
      contactModal(hostile, { name: 'A', email: 'a@b.example', phone: '1' }),
      contactModal(hostile, null),
      resolveDisputeModal(disputed),
      resolveDisputeModal(caseView({ open: [] })),
    ]) {
      expect(problemsOfView(view)).toEqual([]);
      expect(decodeValue('customer', view.private_metadata)?.customerId).toBe(UUID);
    }
  });

  it('snooze until a day after today and within a year', () => {
    expect(parseSnooze(picked('2026-11-25'), TODAY)).toEqual({
      kind: 'parsed',
      value: { until: '2026-11-25', reason: null },
    });
    for (const wrong of [null, TODAY, '2026-11-23', '2027-11-25'])
      expect(parseSnooze(picked(wrong), TODAY).kind).toBe('errors');
    expect(parseSnooze(picked('2027-11-24'), TODAY).kind).toBe('parsed');
  });

  it('take a contact with a proper address', () => {
    const values = (email: string, phone: string | null = null) => ({
      name: { input: { value: 'Dana' } },
      email: { input: { value: email } },
      phone: { input: { value: phone } },
    });
    expect(parseContact(values('dana@acme.example', '+1 (212) 555-0101'))).toEqual({
      kind: 'parsed',
      value: { name: 'Dana', email: 'dana@acme.example', phone: '+1 (212) 555-0101' },
    });
    for (const wrong of ['', 'dana', 'a@b', 'a@b.example, c@d.example', 'a@b.example\nBcc: x@y.example'])
      expect(parseContact(values(wrong)).kind).toBe('errors');
    expect(parseContact(values('a@b.example', 'call me')).kind).toBe('errors');
  });

  describe('that end a dispute', () => {
    const view = caseView({ open: [openInvoice(55, { disputed: true }), openInvoice(56)] });
    const filled = (
      kind: string | null,
      amount: string | null,
      how: string | null = 'Two boxes were missing',
    ) => ({
      how: { input: { value: how } },
      kind: { input: { selected_option: kind && { value: kind } } },
      amount: { input: { value: amount } },
    });

    it.each([
      ['credit_note', '1245.00', { kind: 'credit_note', amount: usd(124500) }],
      ['correction', null, { kind: 'correction' }],
      ['stands', '5', { kind: 'stands' }],
    ])('take %s', (kind, amount, settlement) => {
      expect(parseResolveDispute(filled(kind, amount), view)).toEqual({
        kind: 'parsed',
        value: { how: 'Two boxes were missing', invoices: [], settlement },
      });
    });

    it.each([
      [filled('stands', null, null), { how: 'Say in a few words why.' }],
      [filled(null, null), { kind: 'Choose how it ended.' }],
      [filled('credit_note', null), { amount: 'Say how much we credit.' }],
      [filled('credit_note', '0'), { amount: 'Give a sum above zero, like 200.00.' }],
      [
        filled('credit_note', '1245.01'),
        { amount: 'Only $1,245.00 is open on what was chosen, so no more than that can be credited.' },
      ],
    ])('say what is wrong with %o', (values, errors) => {
      expect(parseResolveDispute(values, view)).toEqual({ kind: 'errors', errors });
    });

    it('name one person, and a day from today on', () => {
      const owned = (users: string[], due: string | null) => ({
        dispute: { input: { selected_option: { value: 'e1' } } },
        owner: { input: { selected_users: users } },
        due: { input: { selected_date: due } },
        next: { input: { value: ' ' } },
      });
      expect(parseDisputeOwner(owned(['U0BEN'], TODAY), TODAY)).toEqual({
        kind: 'parsed',
        value: { disputeId: 'e1', owner: 'U0BEN', next: null, due: TODAY },
      });
      for (const wrong of [owned([], TODAY), owned(['U1', 'U2'], TODAY), owned(['U1'], '2026-11-23')])
        expect(parseDisputeOwner(wrong, TODAY).kind).toBe('errors');
      expect(parseReopenDispute({}).kind).toBe('errors');
    });
  });
});

describe('the form for money trouble', () => {
  it('counts one day as a day', () => {
    const text = wordsOf(
      assessmentModal({
        customer: customer(),
        today: TODAY,
        paidLate: [1, -1, 12].map((days, index) => ({ number: `INV-${index}`, days })),
        behaviour: [],
        suggestions: [],
      }).blocks,
    );
    expect(text).toContain('INV-0 ▇ 1 day late');
    expect(text).toContain('INV-1 1 day early');
    expect(text).toContain('12 days late');
  });
});
