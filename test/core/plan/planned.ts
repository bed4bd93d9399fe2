// A plan of 900.00 in three weekly instalments from Tue 1 Dec on, recorded on Tue 24 Nov, for the tests of plans.
import type { Day } from '../../../src/core/calendar.ts';
import { instantAt } from '../../../src/core/calendar.ts';
import { customerState } from '../../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, Ledger } from '../../../src/core/ledger.ts';
import { money } from '../../../src/core/money.ts';
import type { PlanStep, PlanTerms } from '../../../src/core/plan/plan.ts';
import type { PlanState } from '../../../src/core/plan/plan-states.ts';
import { customer, event, invoice, ledgerOf, type Situation, sent, TODAY, ZONE } from '../chase/situation.ts';

export const COVERED = invoice(12, { number: 'INV-1', open: 90_000 });

export const TERMS: PlanTerms = {
  currency: 'USD',
  invoices: ['INV-1'],
  cadence: 'weekly',
  instalments: (['2026-12-01', '2026-12-08', '2026-12-15'] as const).map((day) => ({
    day,
    amount: money(30_000, 'USD'),
  })),
};

export function step(on: Day, what: PlanStep, at = '10:00'): CaseEvent {
  return event(
    on,
    { kind: 'plan', planId: 'plan 1', step: what },
    { at: instantAt(ZONE, on, at as '10:00') },
  );
}

export function proposed(on: Day = TODAY, terms: PlanTerms = TERMS, at = '10:00'): CaseEvent {
  return step(on, { kind: 'proposed', terms, on, alreadyBooked: [], beyond: [], note: null }, at);
}

/** Proposed, approved and sent on one day. */
export function offered(on: Day = TODAY, terms: PlanTerms = TERMS): CaseEvent[] {
  return [
    proposed(on, terms, '10:00'),
    step(on, { kind: 'approved', beyond: [] }, '11:00'),
    { ...sent(on, 'plan_offer', ['INV-1']), at: instantAt(ZONE, on, '12:00') },
  ];
}

export function stateIn(situation: Situation) {
  const ledger: Ledger = ledgerOf(situation);
  const now = instantAt(ZONE, situation.on ?? TODAY, '15:00');
  return customerState(ledger, ledger.customers[0] ?? customer(), situation.policy ?? DEFAULT_POLICY, {
    now,
    zone: ZONE,
  });
}

export function planIn(situation: Situation): PlanState {
  const [plan] = stateIn(situation).plans;
  if (!plan) throw new Error('no plan');
  return plan;
}

export const ZONED = { zone: ZONE };
