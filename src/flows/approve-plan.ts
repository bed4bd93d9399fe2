// What an owner says to a payment plan, or to other terms for one, and the letter that tells the customer of it.
import type { PlanStep } from '../core/plan/plan.ts';
import type { PlanState } from '../core/plan/plan-states.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { draftOccasion } from './draft-message.ts';
import { findPlan, onPlan, type PlanShown, recordStep } from './plan-payment.ts';

/** `proposalId`: the terms that the owner saw. */
type Decision = {
  readonly customerId: string;
  readonly planId: string;
  readonly proposalId: string;
  readonly by: string;
  readonly card: MessageRef | null;
};

/** The owner's yes, also beyond the policy's limits; then the letter waits for an approver like any other. */
export async function approvePlan(ports: Ports, input: Decision): Promise<PlanShown | Refused> {
  return decide(ports, input, ({ beyond }) => ({ kind: 'approved', beyond }));
}

/** The owner's no to other terms: the plan goes on as it was agreed, and the customer hears nothing of them. */
export async function keepTerms(ports: Ports, input: Decision): Promise<PlanShown | Refused> {
  return decide(ports, input, ({ change }) => (change ? { kind: 'terms_kept' } : null));
}

const DECIDED: Refused = { kind: 'refused', because: 'Somebody has decided on these terms already.' };

/** `stepFor`: null where there is nothing of the kind to decide. */
async function decide(
  ports: Ports,
  input: Decision,
  stepFor: (plan: PlanState) => PlanStep | null,
): Promise<PlanShown | Refused> {
  return onPlan(ports, input, async ({ plan, situation }) => {
    const { owners } = situation.settings;
    if (!owners.includes(input.by)) {
      const names = owners.map((id) => `<@${id}>`).join(', ');
      return { kind: 'refused', because: `An owner decides on a payment plan: ${names}.` };
    }
    const step = plan.waiting && stepFor(plan);
    if (!step) return DECIDED;
    if (plan.waiting?.id !== input.proposalId) {
      return {
        kind: 'refused',
        because: 'Other terms were proposed since. The card shows them now: look at them before you decide.',
      };
    }
    await recordStep(ports, situation, { planId: plan.id, step, by: input.by, source: null });
    if (step.kind !== 'approved') return null;
    const drafted = await draftPlanLetter(ports, input);
    return drafted.kind === 'refused' ? drafted : null;
  });
}

/** The plan in writing, before a person; again where the one before was skipped or stopped. */
export async function draftPlanLetter(
  ports: Ports,
  input: { customerId: string; planId: string; by: string },
): Promise<{ readonly kind: 'drafted' } | Refused> {
  const found = await findPlan(ports, input);
  if ('because' in found) return found;
  const { id, terms } = found.plan;
  const drafted = await draftOccasion(ports, {
    customerId: input.customerId,
    occasion: 'plan_offer',
    currency: terms.currency,
    detail: { invoices: terms.invoices, plan: { id, instalments: terms.instalments } },
    by: input.by,
  });
  return drafted.kind === 'refused'
    ? {
        kind: 'refused',
        because: `The plan is approved, but its letter is not drafted yet. ${drafted.because}`,
      }
    : { kind: 'drafted' };
}
