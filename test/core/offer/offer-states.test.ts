// What becomes of an offer: open, taken or lapsed by what arrived, what it holds meanwhile, and what we owe once it is taken.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import { missingCredits } from '../../../src/core/dispute-care.ts';
import type { CaseEvent } from '../../../src/core/ledger.ts';
import { money } from '../../../src/core/money.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import {
  act,
  event,
  inDays,
  inShort,
  invoice,
  leave,
  payment,
  sent,
  TODAY,
  verdict,
} from '../chase/situation.ts';
import { stateIn } from '../plan/planned.ts';

const usd = (minor: number) => money(minor, 'USD');

function made(on: Day, offer: Offer, invoices: readonly string[]): CaseEvent {
  return event(on, {
    kind: 'sent',
    draftId: 'd',
    step: `${offer.kind}_offer`,
    currency: 'USD',
    amount: usd(1),
    invoices,
    to: 'dana@acme.example',
    subject: '',
    offer,
  });
}

/** 2 % off 1,000.00 for payment by Mon 30 Nov, sent on Tue 24 Nov; due on 14 Dec. */
function early(until: Day = '2026-11-30'): CaseEvent {
  const part = { invoice: 'INV-1', open: usd(100_000), off: usd(2_000), until };
  return made(TODAY, { kind: 'early_payment', percent: 2, parts: [part] }, ['INV-1']);
}

const NEW = (open: number) => invoice(-20, { number: 'INV-1', open, total: 100_000, issued: '2026-11-23' });
const paidOn = (day: Day, minor = 98_000) => payment(day, minor, { invoiceId: 'id of INV-1' });

/** "8.22 let go if INV-1, 30 days late, is paid by Fri 4 Dec", sent on Tue 24 Nov. */
function waiver(until: Day = '2026-12-04', on: Day = TODAY): CaseEvent {
  const offer = { kind: 'fee_waiver', invoices: ['INV-1'], fee: usd(822), feeDay: on, until } as const;
  return made(on, offer, ['INV-1']);
}

describe('a discount for paying early', () => {
  test.each([
    ['nothing has come', 100_000, [], '2026-11-25', 'open'],
    ['a part has come', 50_000, [paidOn('2026-11-27', 50_000)], '2026-11-28', 'open'],
    ['all but the discount came in time', 2_000, [paidOn('2026-11-30')], '2026-12-10', 'taken'],
    ['it came within the grace for money on its way', 2_000, [paidOn('2026-12-02')], '2026-12-10', 'taken'],
    ['it came a day after the grace', 2_000, [paidOn('2026-12-03')], '2026-12-10', 'lapsed'],
    ['too little came', 2_101, [paidOn('2026-11-30', 97_899)], '2026-12-10', 'lapsed'],
    ['a cent of small change is missing', 2_100, [paidOn('2026-11-30', 97_900)], '2026-12-10', 'taken'],
    ['nothing came, on the last day of the grace', 100_000, [], '2026-12-01', 'open'],
    ['nothing came, and the grace is over', 100_000, [], '2026-12-02', 'lapsed'],
  ] as const)('where %s: %s open', (_, open, payments, on, status) => {
    const state = stateIn({ invoices: [NEW(open)], payments: [...payments], events: [early()], on });
    expect(state.offers.map((offer) => offer.status)).toEqual([status]);
  });

  test('that was taken is a credit we owe, and nobody asks for that rest, before the due day or after', () => {
    const situation = { invoices: [NEW(2_000)], payments: [paidOn('2026-11-30')], events: [early()] };
    const { creditsDue } = stateIn({ ...situation, on: '2026-12-10' });
    expect(creditsDue.map(({ amount, invoices }) => [amount.minor, invoices])).toEqual([[2_000, ['INV-1']]]);
    expect(inShort({ ...situation, on: '2026-12-11' })).toMatch('leave: nothing_due'); // three days before it is due
    expect(leave({ ...situation, on: '2026-12-30' }).because).toContain('we agreed to credit $20.00');
  });

  test('needs no letter of ours, because the terms give it; but then nothing is owed where it came late', () => {
    const taken = { invoices: [NEW(2_000)], payments: [paidOn('2026-12-02')], events: [] };
    expect(stateIn({ ...taken, on: '2026-12-30' }).creditsDue).toMatchObject([
      { amount: { minor: 2_000 }, invoices: ['INV-1'], id: 'id of INV-1' },
    ]);
    expect(leave({ ...taken, on: '2026-12-30' }).because).toContain('we agreed to credit $20.00');
    const owed = (over: object) => stateIn({ ...taken, on: '2026-12-30', ...over }).creditsDue;
    expect(owed({ payments: [paidOn('2026-12-03')] })).toEqual([]);
    expect(owed({ invoices: [NEW(2_200)], payments: [paidOn('2026-12-01', 97_800)] })).toEqual([]);
    expect(owed({ policy: { ...DEFAULT_POLICY, earlyPayment: null } })).toEqual([]);
    expect(owed({ invoices: [{ ...NEW(2_000), issued: null }] })).toEqual([]);
  });

  test('stays taken once the books show its credit, which an import takes for a payment', () => {
    const booked = {
      invoices: [NEW(0)],
      payments: [paidOn('2026-11-30'), paidOn('2026-12-18', 2_000)],
      events: [early()],
      on: '2026-12-20' as Day,
    };
    expect(stateIn(booked).offers.map(({ status }) => status)).toEqual(['taken']);
    const rest = { ...booked, payments: [paidOn('2026-11-30', 97_000), paidOn('2026-12-18', 3_000)] };
    expect(stateIn(rest).offers.map(({ status }) => status)).toEqual(['lapsed']);
  });

  test('that was taken is missed in the books only once they were read in after the day of the payment', () => {
    const state = stateIn({
      invoices: [NEW(2_000)],
      payments: [paidOn('2026-11-30')],
      events: [early()],
      on: '2026-12-02',
    });
    const missed = (freshAt: string) =>
      missingCredits(state, { freshAt }).map(({ wasExpected }) => wasExpected);
    expect(missed('2026-11-30T15:00:00.000Z')).toEqual([false]);
    expect(missed('2026-12-01T15:00:00.000Z')).toEqual([true]);
  });

  test('that lapsed is asked for whole, like any invoice', () => {
    const late = { invoices: [NEW(2_000)], payments: [paidOn('2026-12-08')], events: [early()] };
    expect(stateIn({ ...late, on: '2026-12-30' }).creditsDue).toEqual([]);
    const nothing = act({ invoices: [NEW(100_000)], events: [early()], on: '2026-12-18' });
    expect(nothing.total.minor).toBe(100_000);
  });

  test('that is open keeps a note before the due day away, which would name another sum', () => {
    const soon = invoice(-2, { number: 'INV-1', open: 100_000, issued: '2026-11-23' });
    expect(inShort({ invoices: [soon], events: [] })).toBe('nudge');
    expect(inShort({ invoices: [soon], events: [early('2026-11-26')] })).toMatch('leave: nothing_due');
  });
});

describe('a late fee let go', () => {
  const LATE = invoice(30, { number: 'INV-1', open: 100_000 });
  const situation = (on: Day, over: object = {}) => ({ invoices: [LATE], events: [waiver()], on, ...over });

  test.each([
    ['2026-12-04', 'leave: offered until 2026-12-08'],
    ['2026-12-07', 'leave: offered until 2026-12-08'], // Monday, within the grace
    ['2026-12-08', 'owner'],
  ] as const)('holds what it stands on until its day and the grace are over: %s, %s', (on, short) => {
    expect(inShort(situation(on, { events: [sent('2026-11-12', 'question'), waiver()] }))).toBe(short);
  });

  test('says so, and until when', () => {
    const { because, until } = leave(situation('2026-11-26'));
    expect(because).toBe('INV-1: they may take our offer until Fri Dec 4, so nothing before Tue Dec 8.');
    expect(until).toBe('2026-12-08');
  });

  test('is taken once all is paid in time, and leaves nothing to ask for', () => {
    const paid = { invoices: [{ ...LATE, open: usd(0) }], payments: [paidOn('2026-12-04', 100_000)] };
    expect(stateIn({ ...situation('2026-12-10'), ...paid }).offers[0]?.status).toBe('taken');
    const late = { invoices: paid.invoices, payments: [paidOn('2026-12-09', 100_000)] };
    expect(stateIn({ ...situation('2026-12-10'), ...late }).offers[0]?.status).toBe('lapsed');
  });

  test('holds no other invoice', () => {
    const other = invoice(40, { number: 'INV-2', open: 50_000 });
    const found = act({
      invoices: [LATE, other],
      events: [sent('2026-11-10', 'question'), waiver('2026-12-04', '2026-11-18')],
    });
    expect(found.invoices).toEqual(['id of INV-2']);
  });
});

describe('longer terms that were given', () => {
  const given = (on: Day) => made(on, { kind: 'recognition', reward: null, termsDays: 45 }, []);
  const issued = (on: Day) => invoice(10, { number: 'INV-1', open: 50_000, issued: on });

  test.each([
    ['issued before they were given', '2026-10-20', 'question'],
    ['issued on the day', '2026-10-24', 'leave: own_terms until 2026-12-09'],
    ['issued later', '2026-10-26', 'leave: own_terms until 2026-12-11'],
  ] as const)('an invoice %s', (_, on, short) => {
    expect(
      inShort({ invoices: [issued(on)], events: [given('2026-10-24'), sent('2026-11-17', 'reminder')] }),
    ).toBe(short);
  });

  test('count from the issue day, and the ladder begins after them', () => {
    const situation = { invoices: [issued('2026-10-24')], events: [given('2026-10-24')] };
    expect(leave({ ...situation, on: '2026-12-08' }).reason).toBe('own_terms'); // the 45th day
    expect(verdict({ ...situation, on: '2026-12-11' })).toMatchObject({ kind: 'act', step: 'reminder' });
  });
});

test('the order in which payments and offers were recorded says nothing', () => {
  const day = fc.integer({ min: 0, max: 20 }).map((days) => inDays(days));
  const parts = fc.array(fc.record({ day, minor: fc.integer({ min: 1, max: 30_000 }) }), { maxLength: 5 });
  fc.assert(
    fc.property(parts, fc.integer({ min: 0, max: 30 }), (paid, ahead) => {
      const left = 100_000 - paid.reduce((sum, { minor }) => sum + minor, 0);
      const payments = paid.map(({ day: on, minor }) => paidOn(on, minor));
      const situation = {
        invoices: [NEW(Math.max(0, left))],
        events: [early(), waiver()],
        on: inDays(ahead),
      };
      const short = (rows: typeof payments, events: CaseEvent[]) =>
        stateIn({ ...situation, payments: rows, events }).offers.map(({ status, offer }) => [
          offer.kind,
          status,
        ]);
      expect(short([...payments].reverse(), [...situation.events].reverse()).sort()).toEqual(
        short(payments, situation.events).sort(),
      );
    }),
  );
});
