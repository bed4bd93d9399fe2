// Assesses a customer's money trouble: what is known goes before a person, who says what they found out and how it goes on.
import { type Assessed, MAX_REVIEW_DAYS, WAY_WORDS } from '../core/assessed.ts';
import { type Suggestion, suggestions } from '../core/assessment.ts';
import { type Day, daysBetween, formatDay } from '../core/calendar.ts';
import { behaviourOf, behaviourWords } from '../core/plan/compare.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Noted, note } from './change-customer.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';

export type AssessmentDesk = {
  readonly kind: 'desk';
  readonly customer: { readonly id: string; readonly name: string };
  readonly today: Day;
  /** Days late of the invoices that were paid last, the newest at the end. */
  readonly paidLate: readonly { readonly number: string; readonly days: number }[];
  readonly behaviour: readonly string[];
  readonly suggestions: readonly Suggestion[];
};

export async function assessmentDesk(
  ports: Pick<Ports, 'store' | 'clock'>,
  customerId: string,
): Promise<AssessmentDesk | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { state } = situation;
  const behaviour = behaviourOf(state);
  return {
    kind: 'desk',
    customer: situation.customer,
    today: situation.today,
    paidLate: behaviour.paidLate,
    behaviour: behaviourWords(behaviour),
    suggestions: suggestions(state),
  };
}

export async function assessTrouble(
  ports: Ports,
  { customerId, found, by }: { customerId: string; found: Assessed; by: string },
): Promise<Noted | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { today, settings, customer } = situation;
  const days = daysBetween(today, found.review);
  if (days < 1 || days > MAX_REVIEW_DAYS)
    return {
      kind: 'refused',
      because: `Look at it again on a day within ${MAX_REVIEW_DAYS} days from tomorrow.`,
    };
  if (!situation.state.holds.hardshipSaid) {
    return {
      kind: 'refused',
      because: `Nothing is recorded of money trouble at ${customer.name}. Write in the thread of the case what they said, and confirm it first.`,
    };
  }
  const next =
    found.way === 'go_on'
      ? 'The case goes on as before.'
      : `Nobody chases them before ${formatDay(found.review, settings.locale, today)}.${found.way === 'plan' ? ' Work the plan out under More…, Payment plan.' : ''}`;
  return note(
    ports,
    customerId,
    by,
    { kind: 'assessed', ...found },
    (name) => `Noted for ${name}: ${WAY_WORDS[found.way]}. ${next}`,
  );
}
