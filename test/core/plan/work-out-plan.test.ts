// A plan that somebody wishes for: worked out, held against the policy, or refused in one sentence.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/calendar.ts';
import type { EventBody } from '../../../src/core/ledger.ts';
import { money } from '../../../src/core/money.ts';
import { type PlanWish, usualWish, workOutPlan } from '../../../src/core/plan/work-out-plan.ts';
import { inDays, invoice, type Situation, said, TODAY } from '../chase/situation.ts';
import { COVERED, offered, stateIn, step } from './planned.ts';

const WISH: PlanWish = {
  currency: 'USD',
  instalments: 3,
  cadence: 'weekly',
  first: '2026-12-01',
  invoices: null,
  total: null,
  changes: null,
};

function work(wish: Partial<PlanWish>, situation: Situation = { invoices: [COVERED] }) {
  return workOutPlan(stateIn(situation), { ...WISH, ...wish }, { today: TODAY, locale: 'en-US' });
}

const dispute = (amount: number | null, invoices: readonly string[]): EventBody => ({
  kind: 'outcome',
  via: 'email',
  outcome: {
    kind: 'dispute',
    reason: 'goods',
    detail: '',
    amount: amount === null ? null : money(amount, 'USD'),
    invoices,
  },
});

function disputed(amount: number | null, invoices: readonly string[]) {
  const body = dispute(amount, invoices);
  if (body.kind !== 'outcome') throw new Error('an outcome');
  return said(inDays(-2), body.outcome);
}

describe('a plan within the policy', () => {
  test('covers all that is overdue, and adds up to it', () => {
    const late = invoice(5, { number: 'INV-3', open: 10_001 });
    const upcoming = invoice(-10, { number: 'INV-4', open: 5_000 });
    const found = work({}, { invoices: [COVERED, late, upcoming] });
    expect(found).toMatchObject({ kind: 'plan', beyond: [], total: money(100_001, 'USD') });
    if (found.kind !== 'plan') return;
    expect(found.terms.invoices).toEqual(['INV-1', 'INV-3']);
    expect(found.terms.instalments.map(({ amount }) => amount.minor)).toEqual([33_334, 33_334, 33_333]);
  });

  test('leaves out the part in dispute, and says so', () => {
    const found = work({}, { invoices: [COVERED], events: [disputed(20_000, ['INV-1'])] });
    expect(found).toMatchObject({
      total: money(70_000, 'USD'),
      leftOut: ['INV-1: $200.00 of it is in dispute, so the plan leaves it out.'],
    });
  });

  test('takes their credit off', () => {
    const note = invoice(0, { number: 'CN-1', kind: 'credit_note', open: 15_000 });
    expect(work({}, { invoices: [COVERED, note] })).toMatchObject({ total: money(75_000, 'USD') });
  });

  test('is where a form begins', () => {
    const state = stateIn({ invoices: [COVERED] });
    const found = workOutPlan(state, usualWish(state, 'USD'), { today: TODAY, locale: 'en-US' });
    expect(found).toMatchObject({ kind: 'plan', beyond: [] });
  });
});

describe('beyond the policy', () => {
  test.each([
    [{ instalments: 6 }, ['6 instalments are more than the 4 that the policy allows.']],
    [{ first: '2026-12-15' as Day }, ['The first day, Tue Dec 15, is later than Tue Dec 1, within 7 days.']],
    [
      { cadence: 'monthly' as const },
      ['The last day, Mon Feb 1, 2027, is later than Sat Jan 23, 2027, within 60 days.'],
    ],
  ])('%o is said in one sentence', (wish, beyond) => {
    const found = work(wish);
    expect(found.kind === 'plan' && found.beyond).toEqual(beyond);
  });

  test('a cadence that the policy does not have is named', () => {
    const { policy } = stateIn({ invoices: [COVERED] }).file;
    const own = { ...policy, plan: { ...policy.plan, cadences: ['monthly' as const] } };
    const found = work({}, { invoices: [COVERED], policy: own });
    expect(found).toMatchObject({ beyond: ['The policy has no weekly plans, only monthly ones.'] });
  });
});

describe('what cannot be is refused in one sentence', () => {
  const cases: readonly [string, Partial<PlanWish>, Situation | undefined, string][] = [
    [
      'no instalments',
      { instalments: 0 },
      undefined,
      'A plan needs a whole number of instalments, such as 3.',
    ],
    ['half an instalment', { instalments: 2.5 }, undefined, 'whole number'],
    ['one instalment', { instalments: 1 }, undefined, 'One instalment is no plan'],
    ['a hundred', { instalments: 100 }, undefined, 'Choose at most 36'],
    ['a day gone by', { first: inDays(-1) }, undefined, 'has gone by'],
    ['years to come', { first: inDays(1200) }, undefined, 'more than three years'],
    ['more than is owed', { total: money(95_000, 'USD') }, undefined, '$950.00 is more than the $900.00'],
    ['less than the invoices', { total: money(5_000, 'USD') }, undefined, 'Choose fewer invoices'],
    ['a currency without debt', { currency: 'EUR' }, undefined, 'They owe nothing in EUR'],
    ['an invoice that is not open', { invoices: ['INV-77'] }, undefined, 'INV-77 is not open in USD'],
    [
      'all in dispute',
      {},
      { invoices: [COVERED], events: [disputed(null, ['INV-1'])] },
      'All of it is in dispute',
    ],
    [
      'a credit of as much',
      {},
      { invoices: [COVERED, invoice(0, { number: 'CN-1', kind: 'credit_note', open: 90_000 })] },
      'Their credit covers',
    ],
    [
      'fewer cents than instalments',
      {},
      { invoices: [invoice(5, { number: 'INV-1', open: 2 })] },
      'cannot be divided into 3',
    ],
    [
      'a second plan',
      {},
      { invoices: [COVERED], events: offered() },
      'a payment plan in this currency already',
    ],
  ];
  test.each(cases)('%s', (_name, wish, situation, because) => {
    const found = work(wish, situation);
    expect(found).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
  });

  test('other terms for a plan that has ended meanwhile', () => {
    const ended = step(
      TODAY,
      { kind: 'ended', why: 'cancelled', reason: 'They paid', missed: null },
      '13:00',
    );
    const found = work({ changes: 'plan 1' }, { invoices: [COVERED], events: [...offered(), ended] });
    expect(found).toMatchObject({ because: expect.stringContaining('is over') });
  });

  test('but other terms for the plan that runs are no second one', () => {
    expect(work({ changes: 'plan 1' }, { invoices: [COVERED], events: offered() }).kind).toBe('plan');
  });
});
