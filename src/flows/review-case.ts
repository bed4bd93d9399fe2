// The internal review of a customer: what each way on would mean, and what a person decides.
import { addDays, type Day, formatDay } from '../core/calendar.ts';
import type { ReviewChoice } from '../core/last-resort-events.ts';
import { CHOICE_WORDS } from '../core/last-resort-words.ts';
import { type Review, reviewOf } from '../core/review.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { mayApprove } from './decide-draft.ts';
import { gatherCustomer } from './gather.ts';
import { handOverAnswer } from './hand-over.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import { inTurn, NOT_APPROVER, record, settle, type Told } from './requests.ts';

export type Reviewed = {
  readonly kind: 'review';
  readonly customer: { readonly id: string; readonly name: string };
  readonly today: Day;
  readonly review: Review;
};

/** `currency`: null takes that of the greatest sum. */
export async function showReview(
  ports: Ports,
  input: { customerId: string; currency: string | null },
): Promise<Reviewed | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, settings, today, ledger } = situation;
  const { state } = situation;
  const currencies = input.currency
    ? [input.currency]
    : [...new Set(ledger.invoices.filter(({ open }) => open.minor > 0).map(({ open }) => open.currency))];
  const reviews = await Promise.all(
    currencies.map(async (currency) =>
      reviewOf({
        state,
        currency,
        handOver: await handOverAnswer(ports, situation, currency),
        agencies: settings.agencies,
        weights: settings.agencyWeights,
        locale: settings.locale,
      }),
    ),
  );
  const [review] = reviews.filter((one) => one !== null).sort((a, b) => b.balance.minor - a.balance.minor);
  if (!review) {
    return {
      kind: 'refused',
      because: `There is nothing to review: nothing of ${customer.name} is overdue and ours to chase.`,
    };
  }
  return { kind: 'review', customer: { id: customer.id, name: customer.name }, today, review };
}

const LONGEST_WAIT_DAYS = 180;

export async function decideReview(
  ports: Ports,
  input: {
    customerId: string;
    currency: string;
    choice: ReviewChoice;
    until: Day | null;
    reason: string;
    by: string;
  },
): Promise<Told | Refused> {
  return inTurn(ports, input.customerId, async () => {
    const situation = await gatherCustomer(ports, input.customerId);
    if (!situation) return NO_CUSTOMER;
    const { settings, customer, today } = situation;
    const { locale } = settings;
    const { choice, until, reason, currency, customerId, by } = input;
    if (!mayApprove(settings, by)) return NOT_APPROVER;
    if ((choice === 'small_claim' || choice === 'agency') && customer.terms.naturalPerson) {
      const what = choice === 'agency' ? 'an agency' : 'a court';
      return {
        kind: 'refused',
        because: `${customer.name} is marked as a natural person: your strict profile rules ${what} out. Choose a plan, waiting or a write-off.`,
      };
    }
    if (
      choice === 'wait' &&
      (until === null || until <= today || until > addDays(today, LONGEST_WAIT_DAYS))
    ) {
      return {
        kind: 'refused',
        because: `Choose a day from tomorrow to ${formatDay(addDays(today, LONGEST_WAIT_DAYS), locale, today)} until which you keep waiting.`,
      };
    }
    await record(ports, customerId, by, { kind: 'reviewed', currency, choice, reason });
    if (choice === 'wait' && until) await record(ports, customerId, by, { kind: 'snoozed', until, reason });
    await settle(ports, customerId);
    return { kind: 'told', words: `Recorded: ${CHOICE_WORDS[choice]}. ${NEXT[choice]}` };
  });
}

/** What the person does now, who has just chosen. */
const NEXT: Readonly<Record<ReviewChoice, string>> = {
  plan: 'Agree on it with them; letters may offer it now.',
  wait: 'Nobody writes or calls before that day.',
  write_off: 'Now say which invoices and how much, under More…, Write off.',
  small_claim: 'Ask the court or a lawyer; this is not legal advice. Put them on hold while it runs.',
  agency: 'Now choose the agency, under More…, Hand over.',
};
