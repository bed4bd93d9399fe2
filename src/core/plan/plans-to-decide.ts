// Payment plans that wait for a person: an instalment did not come, a proposal needs an owner, a letter has not gone out.

import type { Instant } from '../calendar.ts';
import { compare } from '../chase/case-file.ts';
import { ledgersOf, type OneCustomer } from '../chase/one-customer.ts';
import { speaker } from '../chase/speaker.ts';
import { customerState } from '../customer-state.ts';
import type { Ledger } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import { isOpenPlan, nextInstalment, type PlanState } from './plan-states.ts';

export type PlanToDecide = {
  readonly customerId: string;
  readonly customerName: string;
  /** One sentence, without the customer's name. */
  readonly words: string;
};

/** What is missed comes first. */
const ORDER: readonly PlanState['status'][] = ['behind', 'proposed', 'approved'];

export function plansToDecide(
  ledger: Ledger,
  policy: Policy,
  context: { readonly now: Instant; readonly zone: string; readonly locale: string },
): PlanToDecide[] {
  // Few customers have a plan, and a state takes a moment to compute.
  const planned = new Set(
    ledger.events.flatMap(({ customerId, body }) => (body.kind === 'plan' ? [customerId] : [])),
  );
  const customers = ledger.customers.filter(({ id }) => planned.has(id));
  return ledgersOf(customers, ledger)
    .flatMap((own) => theirs(own, policy, context))
    .sort(
      (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || compare(a.customerName, b.customerName),
    )
    .map(({ status: _, ...shown }) => shown);
}

function theirs(
  { customer, ...own }: OneCustomer,
  policy: Policy,
  context: { readonly now: Instant; readonly zone: string; readonly locale: string },
): (PlanToDecide & { readonly status: PlanState['status'] })[] {
  const { plans, file } = customerState(own, customer, policy, context);
  const say = speaker(context.locale, file.today);
  return plans.flatMap((plan) => {
    const words = wordsFor(plan, say);
    return words
      ? [{ customerId: customer.id, customerName: customer.name, words, status: plan.status }]
      : [];
  });
}

function wordsFor(plan: PlanState, say: ReturnType<typeof speaker>): string | null {
  const { currency } = plan.terms;
  if (!isOpenPlan(plan)) return null;
  const next = nextInstalment(plan);
  if (plan.status === 'behind' && next) {
    return `The instalment of ${say.money(next.dueMinor - next.receivedMinor, currency)} for ${say.day(next.dayNumber)} has not arrived: call them, then decide how the plan goes on.`;
  }
  if (plan.status === 'proposed' || plan.change) {
    return `A payment plan of ${say.money(plan.totalMinor, currency)} waits for an owner’s approval.`;
  }
  return plan.status === 'approved'
    ? 'A payment plan is approved, and its letter has not gone out yet.'
    : null;
}
