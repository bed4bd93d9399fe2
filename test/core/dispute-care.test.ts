// What of a dispute is ours: who settles it and by when, whether we said that we heard, and the credit that is to come.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { creditObjection, daysLeft, missingCredits, openDisputes } from '../../src/core/dispute-care.ts';
import type { CaseEvent, Customer, EventBody, Invoice, Payment, Settlement } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import {
  act,
  customer,
  event,
  inDays,
  invoice,
  leave,
  payment,
  promise,
  said,
  sent,
  TODAY,
  ZONE,
} from './chase/situation.ts';

const A = invoice(20, { number: 'A' });
const FRIDAY: Day = '2026-11-20';

function disputed(on: Day = FRIDAY, over: Partial<Extract<Outcome, { kind: 'dispute' }>> = {}): CaseEvent {
  return said(on, { kind: 'dispute', reason: 'goods', detail: '', amount: null, invoices: ['A'], ...over });
}

function resolved(on: Day, settlement: Settlement): CaseEvent {
  return event(on, { kind: 'dispute_resolved', how: 'two boxes', invoices: ['A'], settlement });
}

const SKIPPED = { kind: 'skipped', step: 'dispute_received', currency: 'USD', reason: 'by phone' } as const;

const credit = (minor: number): Settlement => ({ kind: 'credit_note', amount: money(minor, 'USD') });

type Books = {
  events: CaseEvent[];
  invoices?: Invoice[];
  payments?: Payment[];
  own?: Partial<Customer>;
  freshAt?: string;
};

function stateIn({ events, invoices = [A], payments = [], own = {}, freshAt }: Books) {
  const ledger = {
    freshAt: freshAt ?? '2026-11-24T12:00:00.000Z',
    customers: [customer(own)],
    invoices,
    payments,
    events,
  };
  const state = customerState(ledger, customer(own), DEFAULT_POLICY, {
    now: '2026-11-24T16:00:00.000Z',
    zone: ZONE,
  });
  return { state, disputes: openDisputes(state), credits: missingCredits(state, ledger) };
}

describe('an open dispute', () => {
  test('is the account manager’s, to be settled and acknowledged by the next business day', () => {
    expect(stateIn({ events: [disputed()], own: { accountManager: 'U0ANA' } }).disputes).toMatchObject([
      {
        invoices: ['A'],
        amount: [money(10_000, 'USD')],
        owner: 'U0ANA',
        isAssigned: false,
        due: '2026-11-23', // over the weekend
        acknowledgeBy: '2026-11-23',
        isAcknowledged: false,
      },
    ]);
    expect(stateIn({ events: [disputed()] }).disputes[0]?.owner).toBeNull();
  });

  test('belongs to whoever was named last, unless that was taken back', () => {
    const dispute = disputed();
    const owned = (owner: string, due: Day): EventBody => ({
      kind: 'dispute_owned',
      disputeId: dispute.id,
      owner,
      next: 'call the warehouse',
      due,
    });
    const first = event('2026-11-21', owned('U0BEN', '2026-11-25'));
    const second = event('2026-11-22', owned('U0ANA', '2026-11-26'));
    const back = event('2026-11-23', { kind: 'undone', eventId: second.id, reason: null });
    expect(stateIn({ events: [dispute, first, second] }).disputes).toMatchObject([
      { owner: 'U0ANA', due: '2026-11-26', isAssigned: true, next: 'call the warehouse' },
    ]);
    expect(stateIn({ events: [dispute, first, second, back] }).disputes[0]?.owner).toBe('U0BEN');
  });

  test.each([
    ['a letter that says we heard', sent('2026-11-23', 'dispute_received', ['A']), true],
    ['the same letter about another invoice', sent('2026-11-23', 'dispute_received', ['B']), false],
    ['a reminder', sent('2026-11-23', 'reminder', ['A']), false],
    ['a letter from before it', sent('2026-11-19', 'dispute_received', ['A']), false],
    ['a person who chose to send none', event('2026-11-23', { ...SKIPPED, invoices: ['A'] }), true],
    ['the same about another', event('2026-11-23', { ...SKIPPED, invoices: ['B'] }), false],
  ])('%s: acknowledged or not', (_, after, isAcknowledged) => {
    expect(stateIn({ events: [disputed(), after] }).disputes).toMatchObject([{ isAcknowledged }]);
  });

  test('that is joined by another about the same invoice is not acknowledged by the letter about the first', () => {
    const first = disputed('2026-11-18', { reason: 'price', amount: money(3_000, 'USD') });
    const heard = sent('2026-11-18', 'dispute_received', ['A']);
    const second = disputed('2026-11-20', { reason: 'goods', amount: money(1_000, 'USD') });
    expect(stateIn({ events: [first, heard, second] }).disputes).toMatchObject([
      { amount: [money(4_000, 'USD')], isAcknowledged: false, acknowledgeBy: '2026-11-23' },
    ]);
    const again = sent('2026-11-23', 'dispute_received', ['A']);
    expect(stateIn({ events: [first, heard, second, again] }).disputes).toMatchObject([
      { isAcknowledged: true },
    ]);
  });

  test('names every reason once, and told twice on one day needs no second letter', () => {
    const first = disputed('2026-11-18', { reason: 'price', amount: money(3_000, 'USD') });
    const heard = sent('2026-11-18', 'dispute_received', ['A']);
    const at = (time: string, one: CaseEvent) => ({ ...one, at: `2026-11-18T${time}:00.000Z` });
    const twice = [
      first,
      at('20:00', heard),
      at('21:00', disputed('2026-11-18', { reason: 'price', amount: money(3_000, 'USD') })),
    ];
    expect(stateIn({ events: twice }).disputes).toMatchObject([{ reasons: ['price'], isAcknowledged: true }]);
    const another = at('22:00', disputed('2026-11-18', { reason: 'goods', amount: money(3_000, 'USD') }));
    expect(stateIn({ events: [...twice, another] }).disputes).toMatchObject([
      { reasons: ['price', 'goods'], isAcknowledged: false },
    ]);
    const nextDay = disputed('2026-11-19', { reason: 'price', amount: money(3_000, 'USD') });
    expect(stateIn({ events: [...twice, nextDay] }).disputes).toMatchObject([{ isAcknowledged: false }]);
  });

  test('is of its part, and of nothing once the invoice is paid', () => {
    const part = disputed(FRIDAY, { amount: money(3_000, 'USD') });
    expect(stateIn({ events: [part] }).disputes[0]?.amount).toEqual([money(3_000, 'USD')]);
    const paid = invoice(20, { number: 'A', open: 0, total: 10_000 });
    expect(stateIn({ events: [part], invoices: [paid] }).disputes).toEqual([]);
  });

  test.each([
    [inDays(1), 1],
    [TODAY, 0],
    [inDays(-1), -1],
  ])('to be settled on %s has %s days left', (due, left) => {
    expect(daysLeft({ due }, TODAY)).toBe(left);
  });

  test('is overwritten by no promise, be it of the whole sum', () => {
    const events = [disputed(), promise('2026-11-21', '2026-12-01')];
    expect(stateIn({ events }).disputes).toHaveLength(1);
    expect(leave({ invoices: [A], events }).reason).toBe('disputed');
  });
});

describe('a letter that answers a dispute', () => {
  const part = disputed(inDays(-12), { amount: money(3_000, 'USD') });

  test('is no step of the ladder, so the rest is asked for as gently as before', () => {
    const events = [part, sent(inDays(-11), 'dispute_received', ['A'])];
    expect(act({ invoices: [A], events }).step).toBe('question');
    expect(act({ invoices: [A], events: [part] }).step).toBe('question');
    // A letter under a name that the policy does not know would count as the step that was due.
    expect(act({ invoices: [A], events: [part, sent(inDays(-11), 'old_step', ['A'])] }).step).not.toBe(
      act({ invoices: [A], events }).step,
    );
  });

  test('answers no plan that they asked for', () => {
    const plan = said(inDays(-3), {
      kind: 'plan_request',
      instalments: 3,
      amount: null,
      cadence: null,
      first: null,
    });
    const events = [plan, sent(inDays(-2), 'dispute_received', ['A'])];
    expect(leave({ invoices: [A], events }).reason).toBe('waiting_for_us');
  });
});

describe('a credit that was agreed', () => {
  const events = [disputed(inDays(-12)), resolved(inDays(-2), credit(3_000))];

  test('is left out of what is asked for until the books show it', () => {
    const found = act({ invoices: [A], events });
    expect(found.total).toEqual(money(7_000, 'USD'));
    expect(found.leftOut).toMatchObject([{ reason: 'waiting_for_us', amount: money(3_000, 'USD') }]);
    expect(found.facts.join(' ')).toContain('A ($30.00) is left out: we agreed to credit it');
  });

  test('of all that is open leaves nothing to ask for, and says what to do', () => {
    const whole = [disputed(inDays(-5)), resolved(inDays(-2), credit(10_000))];
    expect(leave({ invoices: [A], events: whole })).toMatchObject({
      reason: 'waiting_for_us',
      because: 'A: we agreed to credit $100.00. Enter the credit note in the books, and import them.',
    });
  });

  const note = (minor: number, firstSeen: string) =>
    invoice(0, { number: 'CN-1', kind: 'credit_note', open: minor, firstSeen });

  test.each<[string, Partial<Books>, number]>([
    ['nothing came', {}, 1],
    ['a credit note of the sum', { invoices: [A, note(3_000, '2026-11-23T12:00:00.000Z')] }, 0],
    ['a larger one', { invoices: [A, note(3_500, '2026-11-23T12:00:00.000Z')] }, 0],
    ['a smaller one', { invoices: [A, note(2_999, '2026-11-23T12:00:00.000Z')] }, 1],
    ['one from before the dispute', { invoices: [A, note(3_000, '2026-11-10T12:00:00.000Z')] }, 1],
    ['the sum taken off the invoice', { payments: [payment(inDays(-1), 3_000, { invoiceId: A.id })] }, 0],
    ['another sum paid on it', { payments: [payment(inDays(-1), 2_500, { invoiceId: A.id })] }, 1],
    ['the sum paid on another', { payments: [payment(inDays(-1), 3_000, { invoiceId: 'other' })] }, 1],
    ['the invoice settled', { invoices: [invoice(20, { number: 'A', open: 0, total: 10_000 })] }, 0],
  ])('%s: is missing or not', (_, books, missing) => {
    expect(stateIn({ events, ...books }).credits).toHaveLength(missing);
  });

  test('counts one entry in the books once', () => {
    const B = invoice(20, { number: 'B' });
    const second = [
      disputed(inDays(-5), { invoices: ['B'] }),
      event(inDays(-2), { kind: 'dispute_resolved', how: '', invoices: ['B'], settlement: credit(3_000) }),
    ];
    const invoices = [A, B, note(3_000, '2026-11-23T12:00:00.000Z')];
    expect(stateIn({ events: [...events, ...second], invoices }).credits).toHaveLength(1);
  });

  test.each([
    ['2026-11-22T12:00:00.000Z', false], // before it was agreed, at 10:00 in New York
    ['2026-11-22T15:00:00.000Z', false], // at that very moment
    ['2026-11-22T15:00:00.001Z', true],
  ])('is overdue once the books were read in after it: %s', (freshAt, wasExpected) => {
    expect(stateIn({ events, freshAt }).credits).toMatchObject([
      { wasExpected, amount: money(3_000, 'USD') },
    ]);
  });

  test('is expected no more once the dispute is open again, which holds the invoice', () => {
    const back = event(inDays(-1), {
      kind: 'undone',
      eventId: events[1]?.id ?? '',
      reason: 'more is missing',
    });
    const found = stateIn({ events: [...events, back] });
    expect(found.credits).toEqual([]);
    expect(found.disputes).toHaveLength(1);
    expect(leave({ invoices: [A], events: [...events, back] }).reason).toBe('disputed');
  });

  test.each([
    [10_000, 'USD', [A], null],
    [10_001, 'USD', [A], 'Only $100.00 is open on what was chosen, so no more than that can be credited.'],
    [1, 'EUR', [A], 'A credit of €0.01 is for invoices in EUR alone. Choose only those.'],
    [
      1,
      'USD',
      [A, invoice(3, { currency: 'EUR' })],
      'A credit of $0.01 is for invoices in USD alone. Choose only those.',
    ],
    [1, 'USD', [], 'A credit of $0.01 is for invoices in USD alone. Choose only those.'],
  ])('of %s %s is refused where it cannot be', (minor, currency, invoices, objection) => {
    expect(creditObjection(money(minor, currency), invoices, 'en-US')).toBe(objection);
  });
});

test('a correction starts the ladder again, a week after it; an invoice that stands goes on where it was', () => {
  const start = [sent(inDays(-15), 'question', ['A']), disputed(inDays(-10))];
  const corrected = [...start, resolved(inDays(-7), { kind: 'correction' })];
  expect(act({ invoices: [A], events: corrected }).step).toBe('reminder');
  expect(leave({ invoices: [A], events: corrected, on: inDays(-1) }).reason).toBe('not_yet');
  const stands = [...start, resolved(inDays(-7), { kind: 'stands' })];
  expect(act({ invoices: [A], events: stands }).step).not.toBe('reminder');
});
