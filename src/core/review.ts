// The internal review: what each way on would mean for one customer, in figures, so that a person can choose.

import { type Agency, type AgencyWeights, rankedAgencies } from './agencies.ts';
import { addDays, type Day, formatDay } from './calendar.ts';
import { balancesOf, daysLateOf } from './chase/balance.ts';
import { dayOf } from './chase/day-number.ts';
import { maturedOf } from './chase/promises.ts';
import { count } from './chase/speaker.ts';
import type { CustomerState } from './customer-state.ts';
import { closedGates, type HandOverAnswer } from './hand-over.ts';
import type { ReviewChoice } from './last-resort-events.ts';
import { CHOICE_WORDS } from './last-resort-words.ts';
import { formatMoney, type Money, money } from './money.ts';

export type ReviewOption = { readonly choice: ReviewChoice; readonly title: string; readonly words: string };

export type Review = {
  readonly currency: string;
  readonly balance: Money; // overdue and ours to chase, credits taken off
  readonly daysLate: number; // of the oldest of it
  /** What is known of them, each a sentence. */
  readonly facts: readonly string[];
  readonly options: readonly ReviewOption[];
};

/**
 * Share of debts that is still collected by age in days: Commercial Collection Agencies of America, as in the field's
 * rule "decide by day 60". It is not about small trade credit, so is shown as what it is, a rule of thumb.
 */
const COLLECTED: readonly (readonly [days: number, percent: number])[] = [
  [90, 70],
  [180, 52],
  [365, 23],
];

/** Between the known ages in a straight line; outside them the nearest. Percent. */
export function collectedPercent(daysLate: number): number {
  const later = COLLECTED.find(([days]) => daysLate <= days);
  if (!later) return COLLECTED.at(-1)?.[1] ?? 0;
  const earlier = COLLECTED[COLLECTED.indexOf(later) - 1];
  if (!earlier) return later[1];
  const share = (daysLate - earlier[0]) / (later[0] - earlier[0]);
  return Math.round(earlier[1] + (later[1] - earlier[1]) * share);
}

/** How much longer keeping waiting is thought through. */
const WAIT_DAYS = 30;

export type ReviewInput = {
  readonly state: CustomerState;
  readonly currency: string;
  readonly handOver: HandOverAnswer;
  readonly agencies: readonly Agency[];
  readonly weights: AgencyWeights;
  readonly locale: string;
};

/** Null where nothing that is ours to chase is overdue in this currency. */
export function reviewOf(input: ReviewInput): Review | null {
  const { state, currency, locale } = input;
  const balance = balancesOf(state).find((one) => one.currency === currency);
  const oldest = balance?.chaseable[0];
  if (!balance || !oldest || balance.totalMinor <= 0) return null;
  const total = money(balance.totalMinor, currency);
  const daysLate = daysLateOf(oldest.invoice, state);
  return {
    currency,
    balance: total,
    daysLate,
    facts: [
      `${formatMoney(total, locale)} is overdue, the oldest part ${count(daysLate, 'day')} late.`,
      promiseWords(state, currency),
      lateWords(state, currency),
      dueWords(state, daysLate, locale),
      `Of trade debts this old about ${collectedPercent(daysLate)}% is still collected (Commercial Collection Agencies of America; a rule of thumb, not about you).`,
    ],
    options: [
      planOption(state, total, locale),
      waitOption(state, total, daysLate, locale),
      writeOffOption(total, locale),
      claimOption(state),
      agencyOption(input, total, daysLate),
    ],
  };
}

function promiseWords({ promises }: CustomerState, currency: string): string {
  const matured = maturedOf(promises).filter((promise) => promise.currency === currency);
  if (matured.length === 0) return 'They have made no promise that has come due.';
  const kept = matured.filter(({ status }) => status === 'kept').length;
  return `Promises kept in time: ${kept} of ${matured.length}.`;
}

/** The policy's own day for a hand-over, as a date. */
function dueWords({ file }: CustomerState, daysLate: number, locale: string): string {
  const { handOverByDay } = file.policy.agency;
  const on = formatDay(dayOf(file.today - daysLate + handOverByDay), locale, dayOf(file.today));
  return daysLate > handOverByDay
    ? `By your policy a hand-over comes by day ${handOverByDay}, which was ${on}.`
    : `By your policy a hand-over, if any, comes by day ${handOverByDay}: ${on}.`;
}

/** Of invoices with a known payment: from the due day to the day on which the last of it came. */
function lateWords({ file }: CustomerState, currency: string): string {
  const days = file.invoices.flatMap((invoice) => {
    if (invoice.kind !== 'invoice' || invoice.open.minor > 0 || invoice.open.currency !== currency) return [];
    const paid = file.payments.filter(({ invoiceId }) => invoiceId === invoice.id).at(-1);
    return paid ? [paid.dayNumber - invoice.agreedDay] : [];
  });
  if (days.length === 0)
    return 'No paid invoice of theirs is known, so nothing can be said of how late they pay.';
  const mean = Math.round(days.reduce((sum, each) => sum + each, 0) / days.length);
  const how =
    mean > 0 ? `${count(mean, 'day')} late` : mean === 0 ? 'on the day' : `${count(-mean, 'day')} early`;
  return `They paid ${count(days.length, 'earlier invoice')} on average ${how}.`;
}

function option(choice: ReviewChoice, words: string): ReviewOption {
  const title = CHOICE_WORDS[choice];
  return { choice, title: title.charAt(0).toUpperCase() + title.slice(1), words };
}

function planOption({ file }: CustomerState, total: Money, locale: string): ReviewOption {
  const { maxInstalments, maxDays } = file.policy.plan;
  const each = money(Math.ceil(total.minor / maxInstalments), total.currency);
  return option(
    'plan',
    `By your policy up to ${count(maxInstalments, 'payment')} over ${count(maxDays, 'day')}: about ${formatMoney(each, locale)} each. Nothing is given up, and they stay your customer.`,
  );
}

function waitOption({ file }: CustomerState, total: Money, daysLate: number, locale: string): ReviewOption {
  const until: Day = addDays(dayOf(file.today), WAIT_DAYS);
  const at = (age: number) =>
    formatMoney(money(Math.round((total.minor * collectedPercent(age)) / 100), total.currency), locale);
  const then = daysLate + WAIT_DAYS;
  return option(
    'wait',
    `On ${formatDay(until, locale, dayOf(file.today))} it would be ${then} days late. By the rule of thumb ${at(daysLate)} of it is worth counting on now, and ${at(then)} then.`,
  );
}

function writeOffOption(total: Money, locale: string): ReviewOption {
  return option(
    'write_off',
    `You give up ${formatMoney(total, locale)}, or a part of it, and nobody asks for that any more. You enter it in your books yourself; it can be taken back.`,
  );
}

function claimOption({ file }: CustomerState): ReviewOption {
  const person = file.customer.terms.naturalPerson
    ? ' They are marked as a natural person: your strict profile rules a court out.'
    : '';
  return option(
    'small_claim',
    `A court decides. Fees and the largest sum differ from place to place: ask the court or a lawyer before you say a word of it. This is not legal advice.${person}`,
  );
}

function agencyOption(
  { handOver, agencies, weights, locale }: ReviewInput,
  total: Money,
  daysLate: number,
): ReviewOption {
  const closed = closedGates(handOver.gates);
  if (closed.length > 0) {
    const more = closed.length > 1 ? ` And ${count(closed.length - 1, 'more thing')} stand in the way.` : '';
    return option('agency', `Not possible yet. ${closed[0]?.words}${more}`);
  }
  const best = rankedAgencies(agencies, weights)[0];
  const share = collectedPercent(daysLate) / 100;
  const fee = best?.feePercent ?? null;
  const net = Math.round(handOver.amount.minor * share * (1 - (fee ?? 0) / 100));
  const left = formatMoney(money(net, total.currency), locale);
  const keeps = fee === null ? 'their fee is not recorded' : `they keep ${fee}% of what they recover`;
  return option(
    'agency',
    `${formatMoney(handOver.amount, locale)} could go. With ${best?.name ?? 'an agency'} ${keeps}; by the rule of thumb about ${left} would reach you. Others speak for you from then on.`,
  );
}
