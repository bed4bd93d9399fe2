// The forecast is what the engine will say; the back-test what it would have said; the explanation all that it asked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, instantAt } from '../../../src/core/calendar.ts';
import { backTest } from '../../../src/core/chase/back-test.ts';
import { explain } from '../../../src/core/chase/explain.ts';
import { forecast } from '../../../src/core/chase/forecast.ts';
import { asTaken } from '../../../src/core/chase/one-customer.ts';
import { whoToChase } from '../../../src/core/chase/who-to-chase.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, Ledger } from '../../../src/core/ledger.ts';
import { backTestSummary, calendarPassages, whyPassages } from '../../../src/core/look-ahead-words.ts';
import {
  customer,
  inDays,
  invoice,
  ledgerOf,
  payment,
  promise,
  said,
  sent,
  TODAY,
  ZONE,
} from './situation.ts';

const NOW = instantAt(ZONE, TODAY, '10:00');
const CONTEXT = { now: NOW, zone: ZONE, locale: 'en-US', currency: 'USD' };
const short = (planned: readonly { day: Day; act: { step: string } }[]) =>
  planned.map(({ day, act }) => `${day} ${act.step}`);

/** As a person would see it who does everything on its day. */
function playedByHand(ledger: Ledger, days: number): string[] {
  const events: CaseEvent[] = [...ledger.events];
  const played: string[] = [];
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = inDays(ahead);
    const now = ahead === 0 ? NOW : instantAt(ZONE, day, '09:00');
    for (const verdict of whoToChase({ ...ledger, events, freshAt: now }, DEFAULT_POLICY, {
      ...CONTEXT,
      now,
    })) {
      if (verdict.kind !== 'act' || verdict.notBefore > day) continue;
      events.push(asTaken(verdict, now, events.length));
      played.push(`${day} ${verdict.currency} ${verdict.step}`);
    }
  }
  return played;
}

describe('the forecast', () => {
  test('climbs the ladder a day at a time, past weekends', () => {
    const ledger = ledgerOf({ invoices: [invoice(3)] });
    expect(short(forecast(ledger, DEFAULT_POLICY, CONTEXT, 40))).toEqual([
      '2026-11-24 reminder',
      '2026-12-01 question',
      '2026-12-07 call',
      '2026-12-14 firm',
      '2026-12-28 owner',
    ]);
  });

  test('begins again when a promise has run out', () => {
    const ledger = ledgerOf({ invoices: [invoice(12)], events: [promise(TODAY, inDays(3))] });
    expect(short(forecast(ledger, DEFAULT_POLICY, CONTEXT, 14))[0]).toBe('2026-12-01 broken_promise_call');
  });

  test('is what a person would see day by day, whatever the case', () => {
    const body = fc.oneof(
      fc
        .record({ ago: fc.nat(30), step: fc.constantFrom('reminder', 'question', 'firm', 'owner') })
        .map(({ ago, step }) => sent(inDays(-ago), step)),
      fc
        .record({ ago: fc.nat(20), on: fc.integer({ min: -10, max: 20 }) })
        .map(({ ago, on }) => promise(inDays(-ago), inDays(on))),
      fc
        .nat(10)
        .map((ago) => said(inDays(-ago), { kind: 'claims_paid', amount: 'full', date: null, invoices: [] })),
    );
    const late = fc.integer({ min: -25, max: 70 });
    const rows = fc.array(
      fc.record({
        late,
        open: fc.integer({ min: 100, max: 90_000 }),
        currency: fc.constantFrom('USD', 'EUR'),
      }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(rows, fc.array(body, { maxLength: 3 }), (invoices, events) => {
        const ledger = ledgerOf({
          invoices: invoices.map(({ late: days, ...rest }, index) =>
            invoice(days, { ...rest, number: `N${index}` }),
          ),
          events,
        });
        const told = forecast(ledger, DEFAULT_POLICY, CONTEXT, 30).map(
          ({ day, act }) => `${day} ${act.currency} ${act.step}`,
        );
        expect(told.sort()).toEqual(playedByHand(ledger, 30).sort());
      }),
      { numRuns: 300 },
    );
  });

  test('says so by day in words', () => {
    const planned = forecast(ledgerOf({ invoices: [invoice(3)] }), DEFAULT_POLICY, CONTEXT, 10);
    expect(calendarPassages(planned, 'en-US', TODAY)).toEqual([
      { title: 'Tue Nov 24', lines: ['Acme Robotics Inc: A friendly reminder · $100.00 · 3 days late'] },
      { title: 'Tue Dec 1', lines: ['Acme Robotics Inc: Ask for a payment date · $100.00 · 10 days late'] },
    ]);
  });
});

describe('the back-test', () => {
  const run = (ledger: Partial<Ledger>) =>
    backTest({ ...ledgerOf({}), ...ledger }, DEFAULT_POLICY, CONTEXT, 90);

  test('replays what would have gone out, without the letters that really did', () => {
    const found = run({ invoices: [invoice(20)], events: [sent(inDays(-16), 'firm', ['id of x'])] });
    expect(found.replayed.map(({ day, step }) => `${day} ${step}`)).toEqual([
      '2026-11-02 nudge',
      '2026-11-09 reminder',
      '2026-11-16 question',
      '2026-11-23 call',
    ]);
    expect(found.reallySent).toBe(1);
  });

  test('a payment that was on its way makes a letter a mistake; one that comes later does not', () => {
    const bill = invoice(20, { number: 'B', open: 0, total: 10_000 });
    const paidOn = (on: Day) =>
      run({ invoices: [bill], payments: [payment(on, 10_000, { invoiceId: bill.id })] });
    const crossed = paidOn('2026-11-11').replayed.filter(({ mistake }) => mistake);
    expect(crossed).toMatchObject([{ day: '2026-11-09', mistake: { kind: 'paid', on: '2026-11-11' } }]);
    expect(paidOn('2026-11-13').replayed.filter(({ mistake }) => mistake)).toEqual([]);
    expect(paidOn('2026-11-13').replayed.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-09']);
  });

  test('a dispute or a promise that was in the air makes one, too', () => {
    const dispute = said('2026-11-10', {
      kind: 'dispute',
      reason: 'goods',
      detail: '',
      amount: null,
      invoices: [],
    });
    expect(run({ invoices: [invoice(20)], events: [dispute] }).replayed.at(-1)).toMatchObject({
      day: '2026-11-09',
      mistake: { kind: 'disputed' },
    });
    const kept = run({ invoices: [invoice(20)], events: [promise('2026-11-09', '2026-11-30')] });
    expect(kept.replayed.at(-1)).toMatchObject({ day: '2026-11-09', mistake: { kind: 'promised' } });
    expect(kept.replayed.every(({ day }) => day <= '2026-11-09')).toBe(true);
  });

  test('sums it up in words', () => {
    const found = run({ invoices: [invoice(20)] });
    expect(backTestSummary(found, 'en-US', TODAY)[0]).toBe(
      'From Wed Aug 26 to Mon Nov 23 this policy would have sent 3 letters and asked for 1 call.',
    );
  });

  test('of an empty ledger is empty', () => {
    expect(run({}).replayed).toEqual([]);
  });
});

describe('the explanation', () => {
  test('names each rule once, the ladder, and whose policy it is', () => {
    const ledger = ledgerOf({
      customers: [customer({ terms: { minGapDays: 8 } })],
      invoices: [invoice(12, { number: 'A' })],
      events: [sent(inDays(-6), 'reminder')],
    });
    const found = explain(ledger, ledger.customers[0] ?? customer(), DEFAULT_POLICY, CONTEXT);
    const [reasoning] = found.reasonings;
    expect(reasoning?.verdict).toMatchObject({ kind: 'leave', reason: 'too_soon' });
    const names = reasoning?.rules.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(reasoning?.rules.filter(({ stands }) => stands).map(({ name }) => name)).toEqual(['Gap']);
    expect(reasoning?.ladder.map(({ step, state }) => `${step} ${state}`).slice(0, 4)).toEqual([
      'nudge passed_over',
      'reminder taken',
      'question to_come',
      'call to_come',
    ]);
    expect(found.ownPolicy).toEqual(['Gap between two contacts: 5 days → 8 days']);
    const titles = whyPassages(found, 'en-US').map(({ title }) => title);
    expect(titles).toEqual([
      'Leave alone (USD)',
      'It rests on',
      'Rules that speak',
      'Rules that let it pass',
      'The ladder, by the invoice that leads',
      'Their own policy',
    ]);
  });

  test('shows the late fee with its working, where the policy has one', () => {
    const policy = {
      ...DEFAULT_POLICY,
      lateFee: {
        kind: 'simple_interest' as const,
        annualRatePercent: 10,
        referenceRatePercent: null,
        fromStep: null,
      },
    };
    const ledger = ledgerOf({ invoices: [invoice(30, { number: 'A', open: 100_000 })] });
    const found = explain(ledger, customer(), policy, CONTEXT);
    expect(found.reasonings[0]?.fees).toMatchObject([{ number: 'A', fee: { interest: { minor: 822 } } }]);
  });

  test('of somebody who owes nothing says just that', () => {
    const found = explain(
      ledgerOf({ invoices: [invoice(3, { open: 0 })] }),
      customer(),
      DEFAULT_POLICY,
      CONTEXT,
    );
    expect(found.reasonings.map(({ verdict }) => verdict.because)).toEqual(['Nothing is open.']);
    expect(addDays(found.today, 0)).toBe(TODAY);
  });
});
