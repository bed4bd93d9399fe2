// When a letter about a payment plan must not go: what it says is agreed must be so at that moment.
import { dayNumber } from '../chase/day-number.ts';
import { undisputedMinor } from '../chase/disputes.ts';
import type { CustomerState } from '../customer-state.ts';
import type { OccasionDetail } from '../facts.ts';
import type { Instalment } from './plan.ts';
import { isOpenPlan, type PlanState } from './plan-states.ts';

type About = { readonly state: CustomerState; readonly detail: OccasionDetail | null };

/** A letter about a plan says what is agreed: it goes only while the plan has just these days and sums. */
export function whyNoPlanOffer({ state, detail }: About): string | null {
  const plan = state.plans.find(({ id }) => id === detail?.plan?.id);
  const offered = detail?.plan?.instalments ?? [];
  if (!plan || !isOpenPlan(plan) || plan.status === 'proposed')
    return 'There is no approved payment plan like this any more.';
  if (!isSameSchedule(plan.terms.instalments, offered)) {
    return 'The plan has other days or sums now: draft the letter for those.';
  }
  const [first] = offered;
  if (first && dayNumber(first.day) < state.file.today) {
    return 'The day of the first instalment has gone by: change the plan to later days first.';
  }
  if (plan.instalments.some((each) => each.receivedMinor > 0 || each.dueMinor < each.amountMinor)) {
    return 'Less is owed now than the plan says: change the plan to what is open first.';
  }
  return isDisputed(plan.remainingMinor, plan, state) ? DISPUTED : null;
}

export function whyNoInstalmentNote({ state, detail }: About): string | null {
  const plan = state.plans.find(({ id }) => id === detail?.plan?.id);
  const [next] = detail?.plan?.instalments ?? [];
  if (!plan || (plan.status !== 'active' && plan.status !== 'offered'))
    return 'That payment plan is not running any more.';
  const due = plan.instalments.find(({ day }) => day === next?.day);
  if (!next || !due || due.dueMinor - due.receivedMinor !== next.amount.minor) {
    return 'What is to come of this instalment has changed.';
  }
  if (due.status !== 'due') return 'This instalment has come, or its day has gone by.';
  return isDisputed(next.amount.minor, plan, state) ? DISPUTED : null;
}

const DISPUTED = 'They dispute what this asks for: settle that first.';

/** What is contested now cannot be asked for; what is not may still carry the next instalment. */
function isDisputed(
  askedMinor: number,
  { coveredIds }: PlanState,
  { file, disputes }: CustomerState,
): boolean {
  const covered = file.invoices.filter(({ id }) => coveredIds.has(id));
  if (!covered.some(({ id }) => disputes.has(id))) return false;
  const free = covered.map((invoice) => undisputedMinor(invoice, disputes.get(invoice.id)));
  return free.reduce((sum, minor) => sum + minor, 0) < askedMinor;
}

function isSameSchedule(one: readonly Instalment[], other: readonly Instalment[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ day, amount }, index) => day === other[index]?.day && amount.minor === other[index]?.amount.minor,
    )
  );
}
