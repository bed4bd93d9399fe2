// Payment plans in plain words, the same on a card, in the history, in a form and in the shell.
import { assertNever } from '../assert-never.ts';
import { type Day, formatDay } from '../calendar.ts';
import { dayOf } from '../chase/day-number.ts';
import { listed } from '../chase/speaker.ts';
import { formatMoney, type Money, money } from '../money.ts';
import type { InstalmentState } from './instalment-states.ts';
import type { Instalment, PlanStep, PlanTerms } from './plan.ts';
import type { PlanState, PlanStatus } from './plan-states.ts';

/** More instalments than these are counted, so that a line stays a line. */
const MOST_INSTALMENTS = 12;

type OnDay = (day: Day) => string;

const PLAN_STATUS_WORDS: Readonly<Record<PlanStatus, string>> = {
  proposed: 'waits for an owner’s approval',
  approved: 'approved, the letter has not gone out yet',
  offered: 'offered to them',
  active: 'running',
  behind: 'behind',
  paused: 'paused while they dispute it',
  broken: 'broken, the balance is due again',
  completed: 'completed',
  cancelled: 'ended',
  handed_over: 'ended, because it went to an agency',
  written_off: 'ended, because it was written off',
};

export function planTotal({ instalments, currency }: PlanTerms): Money {
  return money(
    instalments.reduce((sum, { amount }) => sum + amount.minor, 0),
    currency,
  );
}

/** "$616.67 on Tue 1 Dec, $616.67 on Fri 1 Jan and $616.66 on Mon 1 Feb". */
export function scheduleWords(instalments: readonly Instalment[], on: OnDay, locale: string): string {
  return listed(
    instalments.map(({ day, amount }) => `${formatMoney(amount, locale)} on ${on(day)}`),
    MOST_INSTALMENTS,
  );
}

export function planStepWords(step: PlanStep, on: OnDay, locale: string): string {
  switch (step.kind) {
    case 'proposed': {
      const total = formatMoney(planTotal(step.terms), locale);
      return `Proposed a payment plan of ${total}: ${scheduleWords(step.terms.instalments, on, locale)}`;
    }
    case 'approved':
      return step.beyond.length > 0
        ? `Approved the payment plan beyond the policy (${step.beyond.join(' ')})`
        : 'Approved the payment plan';
    case 'terms_kept':
      return 'Refused the other terms: the payment plan stays as it was';
    case 'accepted':
      return 'They agreed to the payment plan';
    case 'extended':
      return `Gave them until ${on(step.until)} for the missed instalment`;
    case 'ended':
      return step.why === 'broken'
        ? 'The payment plan is broken, and the balance is due again'
        : 'Ended the payment plan';
    default:
      return assertNever(step);
  }
}

/** What a person wrote with it, which is shown shortened and made harmless. */
export function noteOf(step: PlanStep): string | null {
  if (step.kind === 'ended') return step.reason;
  return step.kind === 'proposed' ? step.note : null;
}

/** "Tue 1 Dec: $616.67, paid on Mon 30 Nov". */
export function instalmentLine(
  each: InstalmentState,
  currency: string,
  { today, locale }: { readonly today: Day; readonly locale: string },
): string {
  const sum = (minor: number) => formatMoney(money(minor, currency), locale);
  const on = (day: Day) => formatDay(day, locale, today);
  const cut =
    each.dueMinor < each.amountMinor
      ? ` (${sum(each.amountMinor)} less ${sum(each.amountMinor - each.dueMinor)} no longer owed)`
      : '';
  const part = each.receivedMinor > 0 ? `, ${sum(each.receivedMinor)} has come` : '';
  const became = {
    paid: each.paidOn === null ? 'settled' : `paid on ${on(dayOf(each.paidOn))}`,
    due: `to come${part}`,
    late: `a little late${part}`,
    missed: `missed${part}`,
  }[each.status];
  return `${on(each.day)}: ${sum(each.dueMinor)}${cut}, ${became}`;
}

/** "Payment plan, running: $1,233.33 of $1,850.00 has come". */
export function planLine(plan: PlanState, sum: (minor: number, currency: string) => string): string {
  const { currency } = plan.terms;
  const behind = plan.behindMinor > 0 ? ` by ${sum(plan.behindMinor, currency)}` : '';
  return `Payment plan, ${PLAN_STATUS_WORDS[plan.status]}${behind}: ${sum(plan.receivedMinor, currency)} of ${sum(plan.totalMinor, currency)} has come`;
}
