// What becomes of promises made in one breath, and which of the payments around them counts for which.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/calendar.ts';
import { customerState } from '../../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent } from '../../../src/core/ledger.ts';
import { customer, invoice, ledgerOf, payment, promise, type Situation, said, ZONE } from './situation.ts';

const became = (situation: Situation, now = '2026-11-24T15:00:00.000Z') =>
  customerState(ledgerOf(situation), customer(), DEFAULT_POLICY, { now, zone: ZONE }).promises.map(
    ({ status, receivedMinor }) => [status, receivedMinor],
  );
/** As one reply records them: on the same words, a thousandth of a second apart. */
const inOneReply = (...events: readonly CaseEvent[]): CaseEvent[] =>
  events.map((each, index) => ({
    ...each,
    at: new Date(Date.parse(each.at) + index).toISOString() as CaseEvent['at'],
    source: { channel: 'C1', ts: '1.0', quote: 'one reply' },
  }));
const A = invoice(20, { number: 'A', open: 10_000 });

describe('promises of one reply', () => {
  test('stand beside each other, also where the second is for all that is left', () => {
    const events = inOneReply(
      promise('2026-11-16', '2026-11-18', 4_000),
      promise('2026-11-16', '2026-12-15'),
    );
    expect(became({ invoices: [A], events })).toEqual([
      ['broken', 0],
      ['live', 0],
    ]);
  });

  test('of which one is given by date and the other by invoice stand both', () => {
    const B = invoice(10, { number: 'B', open: 5_000 });
    const events = inOneReply(
      promise('2026-11-16', '2026-11-18', 'full', ['A']),
      promise('2026-11-16', '2026-12-15'),
    );
    expect(became({ invoices: [A, B], events }).map(([status]) => status)).toEqual(['broken', 'live']);
  });
});

describe('a payment of the day on which a promise was made', () => {
  const paidToday = said('2026-11-16', {
    kind: 'claims_paid',
    amount: { minor: 4_000, currency: 'USD' },
    date: '2026-11-16',
    invoices: [],
  });

  test('is the one that the same reply tells of, and keeps no promise made beside it', () => {
    const events = inOneReply(paidToday, promise('2026-11-16', '2026-11-18', 4_000));
    const situation = { invoices: [A], events, payments: [payment('2026-11-16', 4_000)] };
    expect(became(situation)).toEqual([['broken', 0]]);
  });

  test.each([
    ['before the promised day', '2026-11-17', [['broken', 0]]],
    ['on the promised day', '2026-11-18', [['kept', 4_000]]],
  ] as const)('or came by bank %s: %s', (_, day, expected) => {
    const events = inOneReply(paidToday, promise('2026-11-16', '2026-11-18', 4_000));
    expect(became({ invoices: [A], events, payments: [payment(day, 4_000)] })).toEqual(expected);
  });

  test('keeps the promise where nothing else was said of it', () => {
    const events = [promise('2026-11-16', '2026-11-18', 4_000)];
    expect(became({ invoices: [A], events, payments: [payment('2026-11-16', 4_000)] })).toEqual([
      ['kept', 4_000],
    ]);
  });
});

describe('a promise whose card waited for its Confirm until the day had passed', () => {
  const told = promise('2026-11-23', '2026-11-18', 4_000);
  const waited = [{ ...told, body: { ...told.body, saidAt: '2026-11-16T15:00:00.000Z' } } as CaseEvent];

  test.each([
    ['is kept by what came on the day', '2026-11-18', 'kept'],
    ['is not kept by what came before the words', '2026-11-13', 'broken'],
  ])('%s', (_, day, status) => {
    const [made] = became({ invoices: [A], events: waited, payments: [payment(day as Day, 4_000)] });
    expect(made?.[0]).toBe(status);
  });

  test('was replaced by a later word that came in time', () => {
    const later = promise('2026-11-24', '2026-12-04', 'full');
    const moved = { ...later, body: { ...later.body, saidAt: '2026-11-17T15:00:00.000Z' } } as CaseEvent;
    expect(became({ invoices: [A], events: [...waited, moved] }).map(([status]) => status)).toEqual([
      'replaced',
      'live',
    ]);
  });
});
