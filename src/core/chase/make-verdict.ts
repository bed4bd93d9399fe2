// Puts a verdict together from a decision: what it names, its sums, its facts and its place in the order.
import type { Day } from '../calendar.ts';
import type { CustomerState } from '../customer-state.ts';
import { type Money, money } from '../money.ts';
import type { Act, Leave, LeaveReason, StepChannel, StepName } from '../verdict.ts';
import { type Balance, type Chaseable, daysLateOf } from './balance.ts';
import { dayOf } from './day-number.ts';
import { factsOf } from './facts-of-case.ts';
import { rankOf } from './rank.ts';
import type { Speaker } from './speaker.ts';

/** How verdicts are worded for one customer today. */
export type Voice = {
  readonly say: Speaker;
  readonly currency: string; // the workspace's
  /** The window has closed for today by the customer's clock. */
  readonly afterHours: boolean;
};

export function makeAct(
  state: CustomerState,
  balance: Balance,
  voice: Voice,
  decision: {
    readonly step: StepName;
    readonly channel: StepChannel;
    readonly driver: Chaseable;
    readonly because: string;
    readonly why: 'broken_promise' | 'callback' | 'ladder' | 'nudge';
    readonly restsOn?: string;
    /** A nudge names invoices that are not late. */
    readonly named?: readonly Chaseable[];
  },
): Act {
  const { file } = state;
  const { currency } = balance;
  const named = decision.named ?? balance.chaseable;
  const totalMinor = named.reduce((sum, { minor }) => sum + minor, 0) - balance.creditMinor;
  const daysLate = daysLateOf(decision.driver.invoice, state);
  const facts = factsOf(state, balance, voice.say);
  if (decision.channel === 'call' && !file.customer.contacts.some(({ phone }) => phone)) {
    facts.push('No phone number is recorded.');
  } else if (decision.channel === 'email' && !file.customer.contacts[0]?.email) {
    facts.push('No e-mail address is recorded.');
  }
  return {
    kind: 'act',
    customerId: file.customer.id,
    currency,
    step: decision.step,
    channel: decision.channel,
    invoices: [...named.map(({ invoice }) => invoice), ...balance.credits]
      .sort((a, b) => a.dueDay - b.dueDay || (a.number < b.number ? -1 : 1))
      .map(({ id }) => id),
    driver: decision.driver.invoice.id,
    total: money(totalMinor, currency),
    leftOut: balance.held.map(({ invoice, reason, minor, until }) => ({
      invoice: invoice.id,
      reason,
      amount: money(minor, currency),
      until: dayOrNull(until),
    })),
    daysLate,
    because: decision.because + softly(state, voice),
    ...(decision.restsOn === undefined ? {} : { restsOn: decision.restsOn }),
    facts,
    ...rankOf({
      why: decision.why,
      step: decision.step,
      channel: decision.channel,
      customer: file.customer,
      totalMinor,
      currency,
      daysLate,
      say: voice.say,
    }),
    notBefore: dayOf(file.calendar.next(file.today + (voice.afterHours ? 1 : 0))),
  };
}

/** Whoever reads why now is told as well why it is meant more softly than the policy says. */
function softly({ gentle }: CustomerState, { say }: Voice): string {
  return gentle ? ` Softly, because they told us of money trouble on ${say.day(gentle.event.day)}.` : '';
}

export function makeLeave(
  state: CustomerState,
  balance: Balance,
  voice: Voice,
  decision: { readonly reason: LeaveReason; readonly because: string; readonly until: number | null },
): Leave {
  const { file } = state;
  // Nothing can happen on a closed day, so the verdict changes on the next open one.
  const until =
    decision.until === null
      ? null
      : file.calendar.next(Math.max(sooner(decision.until, state), file.today + 1));
  return {
    kind: 'leave',
    customerId: file.customer.id,
    currency: balance.currency,
    reason: decision.reason,
    because: decision.because,
    facts: factsOf(state, balance, voice.say),
    until: dayOrNull(until),
    total: overdueNet(balance),
    invoices: balance.overdue.map(({ id }) => id),
  };
}

/** Once trouble counts as over, the gap is shorter and the steps are others. */
function sooner(until: number, { gentle }: CustomerState): number {
  return gentle ? Math.min(until, gentle.until) : until;
}

function overdueNet({ overdueMinor, creditMinor, currency }: Balance): Money | null {
  return overdueMinor > creditMinor ? money(overdueMinor - creditMinor, currency) : null;
}

function dayOrNull(day: number | null): Day | null {
  return day === null ? null : dayOf(day);
}
