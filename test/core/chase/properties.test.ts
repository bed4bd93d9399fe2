// What must hold for any ledger: nothing slips through, nobody is pressed, and row order means nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn } from '../../../src/core/calendar.ts';
import { whoToChase } from '../../../src/core/chase/who-to-chase.ts';
import { customerState } from '../../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, EventBody, Invoice, Ledger, Payment } from '../../../src/core/ledger.ts';
import type { Verdict } from '../../../src/core/verdict.ts';
import { customer, inDays, TODAY, ZONE } from './situation.ts';

const CURRENCIES = ['USD', 'EUR'] as const;
const NOW = '2026-11-24T15:00:00.000Z';
const STEPS = DEFAULT_POLICY.steps.map(({ name }) => name);

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => inDays(days));
const numbers = fc.constantFrom<readonly string[]>([], ['N0'], ['N1'], ['N0', 'N1']);
const sum = fc.record({
  minor: fc.integer({ min: 1, max: 200_000 }),
  currency: fc.constantFrom(...CURRENCIES),
});

const promised = fc.record(
  {
    kind: fc.constant('promise' as const),
    amount: fc.oneof(fc.constant('full' as const), sum),
    date: day(-60, 40),
    invoices: numbers,
    saidBy: fc.record({ words: fc.constantFrom('the receptionist', 'AP'), mayCommit: fc.boolean() }),
  },
  { requiredKeys: ['kind', 'amount', 'date', 'invoices'] },
);

const body: fc.Arbitrary<EventBody> = fc.oneof(
  fc
    .record({ step: fc.constantFrom(...STEPS), currency: fc.constantFrom(...CURRENCIES), invoices: numbers })
    .map(
      (it): EventBody => ({
        ...it,
        kind: 'sent',
        draftId: 'd',
        amount: { minor: 1, currency: it.currency },
        to: 'a@b.example',
        subject: '',
      }),
    ),
  fc
    .oneof(
      promised,
      fc.record({
        kind: fc.constant('claims_paid' as const),
        amount: fc.constant('full' as const),
        date: fc.constant(null),
        invoices: numbers,
      }),
      fc.record({
        kind: fc.constant('dispute' as const),
        reason: fc.constantFrom('price' as const, 'missing_po' as const),
        detail: fc.constant(''),
        amount: fc.option(sum),
        invoices: numbers,
      }),
      fc.record({
        kind: fc.constant('document_request' as const),
        document: fc.constant('statement' as const),
        detail: fc.constant(''),
        invoices: numbers,
      }),
      fc.record({ kind: fc.constant('hardship' as const), detail: fc.constant('') }),
      fc.constant({ kind: 'no_answer' as const }),
      fc.constant({ kind: 'refused' as const, detail: '' }),
    )
    .chain((outcome) =>
      fc
        .constantFrom('call' as const, 'email' as const, null)
        .map((via): EventBody => ({ kind: 'outcome', outcome, via })),
    ),
  fc.record({ until: day(-40, 30), named: fc.constantFrom(['N0'], ['N1'], ['N0', 'N1']) }).map(
    ({ until, named }): EventBody => ({
      kind: 'sent',
      draftId: 'd',
      step: 'fee_waiver_offer',
      currency: 'USD',
      amount: { minor: 1, currency: 'USD' },
      invoices: named,
      to: 'a@b.example',
      subject: '',
      offer: {
        kind: 'fee_waiver',
        invoices: named,
        fee: { minor: 900, currency: 'USD' },
        feeDay: inDays(-50),
        until,
      },
    }),
  ),
  day(-40, 40).map((until): EventBody => ({ kind: 'snoozed', until, reason: null })),
  fc
    .record({ how: fc.constant('stands'), invoices: numbers })
    .map((it): EventBody => ({ ...it, kind: 'dispute_resolved' })),
);

const invoices = fc.array(
  fc.record({
    late: fc.integer({ min: -20, max: 90 }),
    open: fc.integer({ min: 0, max: 100_000 }),
    currency: fc.constantFrom(...CURRENCIES),
    credit: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  { maxLength: 4 },
);

/** One customer's rows; `seen` days ago each event happened. */
const ledger: fc.Arbitrary<Ledger> = fc
  .record({
    rows: invoices,
    events: fc.array(
      fc.record({ ago: fc.integer({ min: 0, max: 80 }), hour: fc.integer({ min: 13, max: 14 }), body }),
      { maxLength: 7 },
    ),
    zone: fc.constantFrom(null, 'Pacific/Auckland', 'Pacific/Pago_Pago', 'Europe/Berlin'),
    country: fc.constantFrom(null, 'US', 'DE'),
  })
  .map(({ rows, events, zone, country }) => ({
    freshAt: NOW,
    customers: [customer({ zone, country })],
    invoices: rows.map(
      ({ late, open, currency, credit }, index): Invoice => ({
        id: `i${index}`,
        customerId: 'acme',
        number: `N${index}`,
        kind: credit ? 'credit_note' : 'invoice',
        issued: inDays(-late - 21),
        due: inDays(-late),
        total: { minor: 100_000, currency },
        open: { minor: open, currency },
        memo: null,
        firstSeen: '2026-01-05T12:00:00.000Z',
      }),
    ),
    payments: [],
    events: events.map(
      ({ ago, hour, body: what }, index): CaseEvent => ({
        id: `e${index}`,
        customerId: 'acme',
        at: `${inDays(-ago)}T${hour}:0${index}:00.000Z`,
        by: 'U1',
        source: null,
        body: what,
      }),
    ),
  }));

const RUNS = { numRuns: 600 };

function decide(of: Ledger, now: string = NOW): Verdict[] {
  return whoToChase({ ...of, freshAt: now }, DEFAULT_POLICY, {
    now,
    zone: ZONE,
    locale: 'en-US',
    currency: 'USD',
  });
}

const arrived = fc.array(
  fc.record({ ago: fc.integer({ min: 0, max: 80 }), of: fc.constantFrom(null, 'i0', 'i1'), amount: sum }),
  { maxLength: 5 },
);
const promises = fc.array(fc.record({ ago: fc.integer({ min: 0, max: 80 }), promised }), {
  minLength: 1,
  maxLength: 5,
});

describe('for any promises and payments', () => {
  const statesIn = (of: Ledger) =>
    customerState(of, of.customers[0] ?? customer(), DEFAULT_POLICY, { now: NOW, zone: ZONE }).promises;

  /** Promises of any day and anybody, with payments of any day, recorded in the order of `shuffled`. */
  const facts = fc.tuple(ledger, promises, arrived).map(
    ([of, made, came]): Ledger => ({
      ...of,
      payments: came.map(
        ({ ago, of: invoiceId, amount }, index): Payment => ({
          id: `p${index}`,
          customerId: 'acme',
          invoiceId,
          amount,
          day: inDays(-ago),
        }),
      ),
      events: made.map(
        ({ ago, promised: outcome }, index): CaseEvent => ({
          id: `e${index}`,
          customerId: 'acme',
          // Some at the very same moment, as one reply may make several.
          at: `${inDays(-ago)}T13:0${index % 2}:00.000Z`,
          by: 'U1',
          source: null,
          body: { kind: 'outcome', outcome, via: null },
        }),
      ),
    }),
  );

  test('what becomes of them does not hang on the order in which they were recorded', () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat(1000)), (of, dice) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => [dice.next().value ?? 0, row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row);
        const turned = {
          ...of,
          invoices: shuffled(of.invoices),
          payments: shuffled(of.payments),
          events: shuffled(of.events),
        };
        expect(statesIn(turned)).toEqual(statesIn(of));
      }),
      RUNS,
    );
  });

  test('no payment is counted twice, and one that may not be theirs takes none from their own word', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const states = statesIn(of);
        for (const currency of CURRENCIES) {
          const came = of.payments
            .filter(({ amount }) => amount.currency === currency)
            .reduce((all, { amount }) => all + amount.minor, 0);
          const counted = states
            .filter((state) => state.currency === currency)
            .reduce((all, { receivedMinor }) => all + receivedMinor, 0);
          expect(counted).toBeLessThanOrEqual(came);
        }
        const isMarked = ({ body: what }: CaseEvent) =>
          what.kind === 'outcome' &&
          what.outcome.kind === 'promise' &&
          what.outcome.saidBy?.mayCommit === false;
        const own = (all: typeof states) =>
          all
            .filter(({ event }) => !isMarked(event))
            .map(({ status, receivedMinor }) => [status, receivedMinor]);
        // Whether the marked words were ever spoken changes nothing for the others.
        const without = { ...of, events: of.events.filter((event) => !isMarked(event)) };
        expect(own(states)).toEqual(own(statesIn(without)));
      }),
      RUNS,
    );
  });
});

describe('for any ledger', () => {
  test('every overdue invoice is in an act or in a leave that explains itself', () => {
    fc.assert(
      fc.property(ledger, (of) => {
        const found = decide(of);
        const covered = new Set(
          found.flatMap((each) => [
            ...(each.invoices ?? []),
            ...(each.kind === 'act' ? (each.leftOut ?? []).map(({ invoice }) => invoice) : []),
          ]),
        );
        const today = dayIn(of.customers[0]?.zone ?? ZONE, NOW);
        for (const { id, kind, open, due } of of.invoices) {
          if (kind === 'invoice' && open.minor > 0 && due < today) expect(covered).toContain(id);
        }
        for (const each of found) expect(each.because).toMatch(/^\S.*\.$/);
      }),
      RUNS,
    );
  });

  test('there is a verdict for the customer, and one act a currency at most', () => {
    fc.assert(
      fc.property(ledger, (of) => {
        const found = decide(of);
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found.map(({ currency }) => currency)).size).toBe(found.length);
      }),
      RUNS,
    );
  });

  test('row order means nothing, and nothing given is changed', () => {
    fc.assert(
      fc.property(ledger, (of) => {
        const before = JSON.stringify(of);
        const found = decide(of);
        expect(JSON.stringify(of)).toBe(before);
        const turned = { ...of, invoices: [...of.invoices].reverse(), events: [...of.events].reverse() };
        expect(decide(turned)).toEqual(found);
      }),
      RUNS,
    );
  });

  test('nobody is chased within the gap, in a promise, on a dispute, or on a closed day', () => {
    fc.assert(
      fc.property(ledger, (of) => {
        for (const each of decide(of)) {
          if (each.kind !== 'act' || each.channel === 'none') continue;
          expect(each.total.minor).toBeGreaterThan(DEFAULT_POLICY.toleranceMinor);
          const zone = of.customers[0]?.zone ?? ZONE;
          const today = dayIn(zone, NOW);
          for (const event of of.events) {
            const touched =
              (event.body.kind === 'sent' && event.body.currency === each.currency) ||
              (event.body.kind === 'outcome' &&
                (event.body.via === 'call' || event.body.outcome.kind === 'no_answer'));
            if (touched) expect(addDays(dayIn(zone, event.at), 5) <= today).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  test('what is promised, disputed or under an offer of ours is not asked for', () => {
    let held = 0;
    fc.assert(
      fc.property(ledger, (of) => {
        const zone = of.customers[0]?.zone ?? ZONE;
        const today = dayIn(zone, NOW);
        const events = of.events.filter(({ at }) => at <= NOW).sort((a, b) => (a.at < b.at ? -1 : 1));
        const numbersOf = (named: readonly string[]) =>
          of.invoices.filter(
            ({ number, kind }) => kind === 'invoice' && (named.length === 0 || named.includes(number)),
          );
        const apart = new Set<string>();
        for (const { body: it, at } of events) {
          const last = events.at(-1)?.at === at;
          if (it.kind === 'sent' && it.offer?.kind === 'fee_waiver' && it.offer.until >= today)
            for (const { id, open } of numbersOf(it.offer.invoices))
              if (open.minor > DEFAULT_POLICY.toleranceMinor) apart.add(id); // less counts as paid
          if (it.kind !== 'outcome') continue;
          const { outcome } = it;
          // An earlier word may be replaced by a later one; the last of all stands.
          const promised = outcome.kind === 'promise' && outcome.amount === 'full' && outcome.date >= today;
          const disputed = outcome.kind === 'dispute' && outcome.amount === null;
          if (!last || !(promised || disputed)) continue;
          for (const { id, issued, number } of numbersOf(outcome.invoices)) {
            const isNamed = outcome.invoices.includes(number) || outcome.invoices.length === 0;
            if (isNamed && (issued ?? '') <= dayIn(zone, at)) apart.add(id);
          }
        }
        held += apart.size;
        for (const each of decide(of)) {
          if (each.kind !== 'act' || each.channel === 'none' || each.step === 'nudge') continue;
          for (const id of each.invoices) expect([id, apart.has(id)]).toEqual([id, false]);
        }
      }),
      RUNS,
    );
    expect(held).toBeGreaterThan(100);
  });

  test('no act comes before the day until which a customer is left alone', () => {
    fc.assert(
      fc.property(ledger, (of) => {
        for (const each of decide(of)) {
          if (each.kind !== 'leave') continue;
          // Null: not before somebody does something, so not in the weeks to come.
          const last = each.until !== null && each.until < inDays(40) ? each.until : inDays(40);
          for (let ahead = 1; inDays(ahead) < last; ahead += 1) {
            const zone = of.customers[0]?.zone ?? ZONE;
            const now = `${inDays(ahead)}T15:00:00.000Z`;
            if (dayIn(zone, now) >= last) break;
            const then = decide(of, now).find(({ currency }) => currency === each.currency);
            expect(`${ahead} ${then?.kind} ${then?.because}`).toContain('leave');
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a payment never makes a verdict harsher', () => {
    fc.assert(
      fc.property(ledger, fc.nat(3), fc.integer({ min: 1, max: 100 }), (of, which, percent) => {
        const target = of.invoices[which];
        if (!target || target.kind === 'credit_note' || target.open.minor === 0) return;
        const paid = Math.ceil((target.open.minor * percent) / 100);
        const payment: Payment = {
          id: 'p',
          customerId: 'acme',
          invoiceId: target.id,
          amount: { minor: paid, currency: target.open.currency },
          day: TODAY,
        };
        const less = of.invoices.map((each) =>
          each === target ? { ...each, open: { ...each.open, minor: each.open.minor - paid } } : each,
        );
        const before = Math.max(-1, ...decide(of).map((each) => harshness(each) ?? reached(of)));
        const after = decide({ ...of, invoices: less, payments: [payment] });
        expect(Math.max(-1, ...after.map((each) => harshness(each) ?? -1))).toBeLessThanOrEqual(before);
      }),
      { numRuns: 1500 },
    );
  });
});

/** How hard an act presses: as its step does; null of a leave. */
function harshness(verdict: Verdict): number | null {
  if (verdict.kind === 'leave') return null;
  // The engine never asks for the notice of a hand-over: a person's decision brings it.
  if (verdict.step === 'hand_over') throw new Error('the engine asked for a notice of a hand-over');
  return STEPS.indexOf(verdict.step === 'broken_promise_call' ? 'call' : verdict.step);
}

/** A customer who is left alone between two steps stands at the last one; a nudge or first reminder presses nobody. */
function reached({ events }: Ledger): number {
  const taken = events.map(({ body: it }) =>
    it.kind === 'sent' ? STEPS.indexOf(it.step as (typeof STEPS)[number]) : 0,
  );
  return Math.max(STEPS.indexOf('reminder'), ...taken);
}
