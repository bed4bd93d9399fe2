// Whatever was recorded about a customer, in whatever order the rows come: one state, and nothing that is held is asked for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, instantAt } from '../../src/core/calendar.ts';
import { balancesOf } from '../../src/core/chase/balance.ts';
import { whoToChase } from '../../src/core/chase/who-to-chase.ts';
import { type CustomerState, customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { CaseEvent, EventBody, Invoice, Ledger, Payment } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import { customer, inDays, TODAY, ZONE } from './chase/situation.ts';

const NUMBERS = ['N0', 'N1', 'N2'] as const;
const CURRENCY = { N0: 'USD', N1: 'USD', N2: 'EUR' } as const;

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => inDays(days));
const number = fc.constantFrom(...NUMBERS);
const minor = fc.integer({ min: 500, max: 90_000 });

/** What happens in a case, one after the other: some of it is several records. Ids are given later. */
const happening: fc.Arbitrary<(on: Day, key: string) => EventBody[]> = fc.oneof(
  fc.tuple(number, minor, fc.boolean(), day(-40, 30)).map(([of, sum, full, date]) => () => [
    {
      kind: 'outcome' as const,
      via: 'call' as const,
      outcome: {
        kind: 'promise' as const,
        amount: full ? ('full' as const) : money(sum, CURRENCY[of]),
        date,
        invoices: full ? [] : [of],
      },
    },
  ]),
  fc.tuple(number, fc.option(minor)).map(([of, part]) => () => [
    {
      kind: 'outcome' as const,
      via: 'email' as const,
      outcome: {
        kind: 'dispute' as const,
        reason: 'goods' as const,
        detail: '',
        amount: part === null ? null : money(part, CURRENCY[of]),
        invoices: [of],
      },
    },
  ]),
  fc.tuple(number, minor).map(([of, credit]) => () => [
    {
      kind: 'dispute_resolved' as const,
      how: 'we credit a part',
      invoices: [of],
      settlement: { kind: 'credit_note' as const, amount: money(credit, CURRENCY[of]) },
    },
  ]),
  fc.tuple(number, fc.integer({ min: 2, max: 4 })).map(([of, parts]) => (on: Day, key: string) => [
    {
      kind: 'plan' as const,
      planId: key,
      step: {
        kind: 'proposed' as const,
        on,
        alreadyBooked: [],
        beyond: [],
        note: null,
        terms: {
          currency: CURRENCY[of],
          invoices: [of],
          cadence: 'weekly' as const,
          instalments: Array.from({ length: parts }, (_, index) => ({
            day: addDays(on, 7 * (index + 1)),
            amount: money(10_000, CURRENCY[of]),
          })),
        },
      },
    },
    { kind: 'plan' as const, planId: key, step: { kind: 'approved' as const, beyond: [] } },
    { kind: 'plan' as const, planId: key, step: { kind: 'accepted' as const } },
  ]),
  fc.tuple(number, day(-10, 20)).map(([of, until]) => (on: Day) => [
    {
      kind: 'sent' as const,
      draftId: 'd',
      step: 'fee_waiver_offer',
      currency: CURRENCY[of],
      amount: money(100, CURRENCY[of]),
      invoices: [of],
      to: 'a@b.example',
      subject: '',
      offer: {
        kind: 'fee_waiver' as const,
        invoices: [of],
        fee: money(900, CURRENCY[of]),
        feeDay: on,
        until,
      },
    },
  ]),
  fc.tuple(number, minor).map(([of, sum]) => () => [
    {
      kind: 'write_off_asked' as const,
      currency: CURRENCY[of],
      parts: [{ invoice: of, amount: money(sum, CURRENCY[of]) }],
      approvals: 1,
      reason: '',
    },
  ]),
  number.map((of) => () => [
    {
      kind: 'hand_over_asked' as const,
      currency: CURRENCY[of],
      agencyId: 'a',
      agency: 'Fair Collect',
      feePercent: null,
      invoices: [of],
      amount: money(100, CURRENCY[of]),
      approvals: 1,
      reason: '',
    },
  ]),
  fc.constant(() => [
    {
      kind: 'outcome' as const,
      via: 'call' as const,
      outcome: { kind: 'hardship' as const, detail: '' },
    },
  ]),
  fc.constantFrom('reminder', 'question', 'firm').map((step) => () => [
    {
      kind: 'sent' as const,
      draftId: 'd',
      step,
      currency: 'USD',
      amount: money(100, 'USD'),
      invoices: [...NUMBERS],
      to: 'a@b.example',
      subject: '',
    },
  ]),
);

/** One customer of three invoices in two currencies. Every record has an instant of its own, as the flows give it. */
const ledger: fc.Arbitrary<Ledger> = fc
  .record({
    late: fc.tuple(...NUMBERS.map(() => fc.integer({ min: -10, max: 80 }))),
    open: fc.tuple(...NUMBERS.map(() => fc.integer({ min: 0, max: 100_000 }))),
    credit: fc.option(fc.integer({ min: 100, max: 40_000 })),
    happenings: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), happening), { maxLength: 7 }),
    paid: fc.array(fc.tuple(number, fc.integer({ min: 0, max: 60 }), minor), { maxLength: 5 }),
  })
  .map(({ late, open, credit, happenings, paid }) => {
    const invoices: Invoice[] = NUMBERS.map((of, index) => ({
      id: `id of ${of}`,
      customerId: 'acme',
      number: of,
      kind: 'invoice',
      issued: inDays(-(late[index] ?? 0) - 21),
      due: inDays(-(late[index] ?? 0)),
      total: money(100_000, CURRENCY[of]),
      open: money(open[index] ?? 0, CURRENCY[of]),
      memo: null,
      firstSeen: '2026-01-05T12:00:00.000Z',
    }));
    if (credit !== null) {
      const sum = money(credit, 'USD');
      const note = { id: 'id of C', number: 'C', kind: 'credit_note', total: sum, open: sum } as const;
      invoices.push({ ...(invoices[0] as Invoice), ...note });
    }
    const events = happenings.flatMap(([ago, bodies], index) => {
      const on = inDays(-ago);
      return bodies(on, `plan ${index}`).map((body, part): CaseEvent => {
        const at = instantAt(ZONE, on, '10:00').slice(0, -5);
        return { id: '', customerId: 'acme', at: `${at}.${index}${part}0Z`, by: 'U1', source: null, body };
      });
    });
    return {
      freshAt: `${TODAY}T12:00:00.000Z`,
      customers: [customer()],
      invoices,
      payments: paid.map(
        ([of, ago, sum], index): Payment => ({
          id: `p${index}`,
          customerId: 'acme',
          invoiceId: `id of ${of}`,
          amount: money(sum, CURRENCY[of]),
          day: inDays(-ago),
        }),
      ),
      events: events.map((event, index) => ({ ...event, id: `e${index}` })),
    };
  });

const CONTEXT = { now: instantAt(ZONE, TODAY, '15:00'), zone: ZONE, locale: 'en-US', currency: 'USD' };

function stateOf(of: Ledger): CustomerState {
  return customerState(of, of.customers[0] ?? customer(), DEFAULT_POLICY, CONTEXT);
}

/** The rows in another order, and what was recorded last known first. */
function shuffled(of: Ledger, order: readonly number[]): Ledger {
  const mixed = <Row>(rows: readonly Row[]): Row[] =>
    rows
      .map((row, index) => ({ row, key: order[index % order.length] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
  return { ...of, invoices: mixed(of.invoices), payments: mixed(of.payments), events: mixed(of.events) };
}

/** Without what only looks things up. */
function plainly(state: CustomerState): unknown {
  const { file, ...rest } = state;
  const { calendar: _, dayOfInstant: __, ...rows } = file;
  return JSON.parse(
    JSON.stringify({ ...rest, rows }, (_key, value) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    ),
  );
}

describe('promises, plans, disputes, credits, offers, write-offs and hand-overs', () => {
  test('come to one state and one verdict in whatever order their rows come', () => {
    const orders = fc.array(fc.nat(1000), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(ledger, orders, (of, order) => {
        const other = shuffled(of, order);
        expect(plainly(stateOf(other))).toEqual(plainly(stateOf(of)));
        expect(whoToChase(other, DEFAULT_POLICY, CONTEXT)).toEqual(whoToChase(of, DEFAULT_POLICY, CONTEXT));
      }),
      { numRuns: 400 },
    );
  });

  test('leave each cent of an overdue invoice either to be asked for or held, and only the first is asked for', () => {
    let held = 0;
    fc.assert(
      fc.property(ledger, (of) => {
        const balances = balancesOf(stateOf(of));
        for (const { overdue, chaseable, held: parts } of balances) {
          held += parts.length;
          for (const { id, open } of overdue) {
            const of = (rows: readonly { invoice: { id: string }; minor: number }[]) =>
              rows.filter(({ invoice }) => invoice.id === id).reduce((sum, row) => sum + row.minor, 0);
            expect([id, of(chaseable) + of(parts)]).toEqual([id, open.minor]);
            expect(chaseable.every(({ minor: sum }) => sum > 0)).toBe(true);
          }
        }
        for (const verdict of whoToChase(of, DEFAULT_POLICY, CONTEXT)) {
          if (verdict.kind !== 'act' || verdict.step === 'nudge') continue;
          const balance = balances.find(({ currency }) => currency === verdict.currency);
          expect(verdict.total.minor).toBe(balance?.totalMinor);
          expect(verdict.total.minor).toBeLessThanOrEqual(
            balance?.chaseable.reduce((sum, row) => sum + row.minor, 0) ?? 0,
          );
        }
      }),
      { numRuns: 600 },
    );
    expect(held).toBeGreaterThan(300);
  });
});
