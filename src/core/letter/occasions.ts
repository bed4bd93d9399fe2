// Letters outside the ladder: what each is called, who approves it, what it speaks of, and when it must not go.
import { dayNumber, dayOf } from '../chase/day-number.ts';
import type { CustomerState } from '../customer-state.ts';
import type { Occasion, OccasionDetail } from '../facts.ts';
import type { Customer, Invoice } from '../ledger.ts';
import { money, subtract } from '../money.ts';
import type { Instalment } from '../plan/plan.ts';
import { isOpenPlan } from '../plan/plan-states.ts';
import type { Act } from '../verdict.ts';

/** How things stand at the moment the letter could go. */
export type OccasionContext = {
  readonly customer: Customer;
  readonly state: CustomerState;
  readonly currency: string;
  readonly detail: OccasionDetail | null;
};

type OccasionRule = {
  readonly label: string;
  readonly approval: 'approver' | 'owner';
  /** Which invoices the letter may name: none, those that are overdue, or those that its detail names. */
  readonly about: 'nothing' | 'overdue' | 'named';
  /** It asks for nothing, so whoever gets it may want no more of its kind. */
  readonly mayUnsubscribe: boolean;
  /** One sentence; null: it may go. */
  readonly whyNot: (context: OccasionContext) => string | null;
};

export const OCCASION_RULES: Readonly<Record<Occasion, OccasionRule>> = {
  thank_you: {
    label: 'A thank-you',
    approval: 'approver',
    about: 'overdue',
    mayUnsubscribe: true,
    whyNot: ({ customer, state, currency }) => {
      const paid = state.file.payments.some(
        ({ amount, dayNumber }) =>
          amount.currency === currency && state.file.today - dayNumber <= THANKS_WITHIN_DAYS,
      );
      return paid
        ? null
        : `The books show no payment of ${customer.name} in the last ${THANKS_WITHIN_DAYS} days.`;
    },
  },
  check_in: {
    label: 'A check-in',
    approval: 'approver',
    about: 'nothing',
    mayUnsubscribe: true,
    whyNot: ({ customer, state }) =>
      overdueOf(state, null).length > 0
        ? `Something is overdue at ${customer.name}, so this is no time for it.`
        : null,
  },
  plan_offer: {
    label: 'A payment plan in writing',
    approval: 'approver', // an owner has approved the plan itself
    about: 'named',
    mayUnsubscribe: false,
    whyNot: whyNoPlanOffer,
  },
  instalment_note: {
    label: 'A note before an instalment',
    approval: 'approver',
    about: 'named',
    mayUnsubscribe: false,
    whyNot: whyNoInstalmentNote,
  },
};

/** A letter about a plan says what is agreed: it goes only while the plan has just these days and sums. */
function whyNoPlanOffer({ state, detail }: OccasionContext): string | null {
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
  return null;
}

function whyNoInstalmentNote({ state, detail }: OccasionContext): string | null {
  const plan = state.plans.find(({ id }) => id === detail?.plan?.id);
  const [next] = detail?.plan?.instalments ?? [];
  if (!plan || (plan.status !== 'active' && plan.status !== 'offered'))
    return 'That payment plan is not running any more.';
  const due = plan.instalments.find(({ day }) => day === next?.day);
  if (!next || !due || due.dueMinor - due.receivedMinor !== next.amount.minor) {
    return 'What is to come of this instalment has changed.';
  }
  return due.status === 'due' ? null : 'This instalment has come, or its day has gone by.';
}

function isSameSchedule(one: readonly Instalment[], other: readonly Instalment[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ day, amount }, index) => day === other[index]?.day && amount.minor === other[index]?.amount.minor,
    )
  );
}

/** Thanks that come later than this sound like an afterthought; facts name no older payment. */
const THANKS_WITHIN_DAYS = 30;

/** Why the letter must not go, one sentence; null: nothing speaks against it. */
export function whyNoOccasion(occasion: Occasion, context: OccasionContext): string | null {
  const { customer } = context;
  if (customer.terms.doNotContact) return `${customer.name} are not to be contacted.`;
  return OCCASION_RULES[occasion].whyNot(context);
}

/** What an act of the ladder would be, for whoever builds the facts of a letter from one: it claims no step. */
export function occasionAct(occasion: Occasion, { customer, state, currency, detail }: OccasionContext): Act {
  const { about } = OCCASION_RULES[occasion];
  const named = new Set(detail?.invoices ?? []);
  const invoices =
    about === 'nothing'
      ? []
      : about === 'overdue'
        ? overdueOf(state, currency)
        : state.file.invoices.filter(
            ({ number, open }) => open.currency === currency && open.minor > 0 && named.has(number),
          );
  const [oldest] = invoices;
  return {
    kind: 'act',
    customerId: customer.id,
    currency,
    step: 'reminder',
    channel: 'email',
    invoices: invoices.map(({ id }) => id),
    driver: oldest?.id ?? '',
    total: totalOf(invoices, currency),
    daysLate: oldest ? Math.max(0, state.file.today - oldest.dueDay) : 0,
    because: '',
    facts: [],
    rank: 0,
    rankBecause: '',
    notBefore: dayOf(state.file.today),
  };
}

/** Beyond small change, oldest due first; `currency` null: in any. */
function overdueOf({ file }: CustomerState, currency: string | null) {
  return file.invoices.filter(
    ({ kind, open, dueDay }) =>
      kind === 'invoice' &&
      open.minor > file.policy.toleranceMinor &&
      dueDay < file.today &&
      (currency === null || open.currency === currency),
  );
}

function totalOf(invoices: readonly Invoice[], currency: string) {
  return invoices.reduce(
    (sum, { kind, open }) =>
      kind === 'credit_note' ? subtract(sum, open) : money(sum.minor + open.minor, currency),
    money(0, currency),
  );
}
