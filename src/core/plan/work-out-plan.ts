// Works out a payment plan for what a customer owes, and says in a sentence each what is impossible or beyond the policy.
import { addDays, type Day, daysBetween, formatDay } from '../calendar.ts';
import { type CaseInvoice, names } from '../chase/case-file.ts';
import { dayOf } from '../chase/day-number.ts';
import { undisputedMinor } from '../chase/disputes.ts';
import { oursOf } from '../chase/last-resort.ts';
import { listed } from '../chase/speaker.ts';
import type { CustomerState } from '../customer-state.ts';
import { formatMoney, type Money, money } from '../money.ts';
import type { Cadence } from '../outcome.ts';
import type { Policy } from '../policy.ts';
import type { PlanTerms } from './plan.ts';
import { openPlan } from './plan-states.ts';
import { splitInstalments } from './split-instalments.ts';

export type PlanWish = {
  readonly currency: string;
  readonly instalments: number;
  readonly cadence: Cadence;
  readonly first: Day;
  /** By number; null: all that is overdue, or where nothing is, all that is open. */
  readonly invoices: readonly string[] | null;
  /** What somebody named as the sum of it; null: what is owed. */
  readonly total: Money | null;
  /** The plan whose terms these take the place of; null: a new one. */
  readonly changes: string | null;
};

export type WorkedOut =
  | {
      readonly kind: 'plan';
      readonly terms: PlanTerms;
      readonly total: Money;
      /** What only an owner may agree to, a sentence each. */
      readonly beyond: readonly string[];
      /** What is left out of it and why, a sentence each. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: 'refused'; readonly because: string };

/** No policy allows more, and no letter shows more. */
const MOST_INSTALMENTS = 36;
/** Longer than this is no plan that a small business can carry. */
const LONGEST_DAYS = 3 * 366;

export function workOutPlan(
  state: CustomerState,
  wish: PlanWish,
  { today, locale }: { readonly today: Day; readonly locale: string },
): WorkedOut {
  const say = (amount: Money) => formatMoney(amount, locale);
  const impossible = impossibleIn(wish, today, locale);
  if (impossible) return refused(impossible);
  const { currency } = wish;
  const running = openPlan(state.plans, currency);
  if (wish.changes !== null && running?.id !== wish.changes) {
    return refused('The plan that you want to change is over. Work out a new one.');
  }
  if (running && running.id !== wish.changes) {
    return refused('They have a payment plan in this currency already: change that one, or end it first.');
  }
  const chosen = invoicesFor(state, wish);
  if (chosen.kind === 'refused') return chosen;
  const { invoices, leftOut, total } = chosen;
  if (total.minor <= 0)
    return refused(`Their credit covers what is open in ${currency}, so there is nothing to plan.`);
  if (wish.total && wish.total.minor > total.minor) {
    return refused(
      `${say(wish.total)} is more than the ${say(total)} that they owe here. Plan what is owed.`,
    );
  }
  if (wish.total && wish.total.minor < total.minor) {
    return refused(
      `${say(wish.total)} is less than the ${say(total)} of these invoices. Choose fewer invoices, or plan all of it.`,
    );
  }
  if (total.minor < wish.instalments) {
    return refused(`${say(total)} cannot be divided into ${wish.instalments} instalments. Choose fewer.`);
  }
  const instalments = splitInstalments(
    total,
    wish.instalments,
    wish.cadence,
    wish.first,
    state.file.calendar,
  );
  return {
    kind: 'plan',
    terms: { currency, invoices: invoices.map(({ number }) => number), cadence: wish.cadence, instalments },
    total,
    beyond: beyondPolicy(wish, instalments.at(-1)?.day ?? wish.first, state.file.policy.plan, {
      today,
      locale,
    }),
    leftOut: leftOut.map(({ invoice, minor }) => {
      const all = minor === invoice.open.minor;
      return `${invoice.number}: ${all ? '' : `${say(money(minor, currency))} of it `}${all ? 'in dispute' : 'is in dispute'}, so the plan leaves it out.`;
    }),
  };
}

function refused(because: string): { kind: 'refused'; because: string } {
  return { kind: 'refused', because };
}

function impossibleIn({ instalments, first, cadence }: PlanWish, today: Day, locale: string): string | null {
  if (!Number.isInteger(instalments) || instalments < 1) {
    return `A plan needs a whole number of instalments, such as 3.`;
  }
  if (instalments === 1) {
    return 'One instalment is no plan: record it as a promise to pay, with its day.';
  }
  if (instalments > MOST_INSTALMENTS) {
    return `${instalments} instalments are more than anybody can keep track of. Choose at most ${MOST_INSTALMENTS}.`;
  }
  if (first < today) {
    return `${formatDay(first, locale, today)} has gone by. Choose today or a later day for the first instalment.`;
  }
  const days = daysBetween(today, first) + (instalments - 1) * CADENCE_DAYS[cadence];
  if (days > LONGEST_DAYS)
    return 'That plan would last more than three years. Choose fewer instalments or an earlier day.';
  return null;
}

/** About; only for what is far beyond anything. */
const CADENCE_DAYS: Readonly<Record<Cadence, number>> = { weekly: 7, fortnightly: 14, monthly: 31 };

/** What the policy lets nobody but an owner agree to. */
function beyondPolicy(
  { instalments, first, cadence }: PlanWish,
  last: Day,
  limits: Policy['plan'],
  { today, locale }: { today: Day; locale: string },
): string[] {
  const on = (day: Day) => formatDay(day, locale, today);
  const latestFirst = addDays(today, limits.firstWithinDays);
  const latestLast = addDays(today, limits.maxDays);
  return [
    ...(instalments > limits.maxInstalments
      ? [`${instalments} instalments are more than the ${limits.maxInstalments} that the policy allows.`]
      : []),
    ...(limits.cadences.includes(cadence)
      ? []
      : [`The policy has no ${cadence} plans, only ${listed(limits.cadences, 3)} ones.`]),
    ...(first > latestFirst
      ? [
          `The first day, ${on(first)}, is later than ${on(latestFirst)}, within ${limits.firstWithinDays} days.`,
        ]
      : []),
    ...(last > latestLast
      ? [`The last day, ${on(last)}, is later than ${on(latestLast)}, within ${limits.maxDays} days.`]
      : []),
  ];
}

type Chosen = {
  readonly kind: 'chosen';
  readonly invoices: readonly CaseInvoice[];
  readonly leftOut: readonly { readonly invoice: CaseInvoice; readonly minor: number }[];
  readonly total: Money;
};

/** Only the undisputed part is planned: what is contested is settled first. */
function invoicesFor(
  { file, disputes, lastResort }: CustomerState,
  { currency, invoices: wanted }: PlanWish,
): Chosen | { kind: 'refused'; because: string } {
  /** What was written off or handed over is not ours to plan. */
  const ours = (invoice: CaseInvoice) => oursOf(invoice, lastResort.apart);
  const open = file.invoices.filter(
    (invoice) => invoice.kind === 'invoice' && invoice.open.currency === currency && ours(invoice) > 0,
  );
  if (open.length === 0) return refused(`They owe nothing in ${currency}, so there is nothing to plan.`);
  const unknown = (wanted ?? []).filter((number) => !open.some((invoice) => names([number], invoice)));
  if (unknown.length > 0) {
    return refused(`${listed(unknown, 3)} is not open in ${currency}. Choose among the open invoices.`);
  }
  const overdue = open.filter(({ dueDay }) => dueDay < file.today);
  const named = wanted
    ? open.filter((invoice) => names(wanted, invoice))
    : overdue.length > 0
      ? overdue
      : open;
  const parts = named.map((invoice) => ({
    invoice,
    free: Math.min(ours(invoice), undisputedMinor(invoice, disputes.get(invoice.id))),
  }));
  const invoices = parts.filter(({ free }) => free > 0).map(({ invoice }) => invoice);
  if (invoices.length === 0) {
    return refused('All of it is in dispute: settle that first, then agree on a plan.');
  }
  const others = overdue.filter((invoice) => !named.includes(invoice));
  const credit = file.invoices
    .filter(({ kind, open: { currency: own } }) => kind === 'credit_note' && own === currency)
    .reduce((sum, { open: { minor } }) => sum + minor, 0);
  const usedElsewhere = others.reduce((sum, { open: { minor } }) => sum + minor, 0);
  const free = parts.reduce((sum, part) => sum + part.free, 0);
  return {
    kind: 'chosen',
    invoices,
    leftOut: parts
      .filter(({ invoice, free: kept }) => kept < ours(invoice))
      .map(({ invoice, free: kept }) => ({ invoice, minor: ours(invoice) - kept })),
    total: money(Math.max(0, free - Math.max(0, credit - usedElsewhere)), currency),
  };
}

/** The currencies in which a plan can be made, the one with the most overdue first. */
export function plannableCurrencies({ file }: CustomerState): string[] {
  const sums = new Map<string, number>();
  for (const { kind, open, dueDay } of file.invoices) {
    if (kind !== 'invoice' || open.minor === 0) continue;
    sums.set(open.currency, (sums.get(open.currency) ?? 0) + (dueDay < file.today ? open.minor : 0));
  }
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency);
}

/** Where a form begins: within the policy, and soon. */
export function usualWish(state: CustomerState, currency: string): PlanWish {
  const { plan } = state.file.policy;
  return {
    currency,
    instalments: Math.min(3, plan.maxInstalments),
    cadence:
      plan.cadences.includes('monthly') && plan.maxDays >= 62 ? 'monthly' : (plan.cadences[0] ?? 'monthly'),
    first: dayOf(state.file.calendar.next(state.file.today + Math.min(7, plan.firstWithinDays))),
    invoices: null,
    total: null,
    changes: null,
  };
}
