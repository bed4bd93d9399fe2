// The engine's steps and reasons in a bookkeeper's words, as cards and lists show them.
import { type Day, formatDay } from '../../core/calendar.ts';
import type { Draft } from '../../core/draft.ts';
import { OCCASION_RULES } from '../../core/letter/occasions.ts';
import { formatMoney } from '../../core/money.ts';
import type { Act, Leave, LeaveReason, StepChannel, StepName, Verdict } from '../../core/verdict.ts';
import { count, escapeInline } from './mrkdwn.ts';

export const STEP_WORDS: Readonly<Record<StepName, string>> = {
  nudge: 'A nudge before the due day',
  reminder: 'A friendly reminder',
  question: 'Ask for a payment date',
  call: 'A call',
  firm: 'A firm letter',
  owner: 'A letter from the owner',
  final_notice: 'The final notice',
  internal_review: 'A decision inside the house',
  hand_over: 'A notice that it was handed over',
  broken_promise_call: 'A call about a broken promise',
};

/** What a drafted letter is: a step of the ladder, or a letter outside of it. */
export function letterWords({ step, facts }: Pick<Draft, 'step' | 'facts'>): string {
  return facts.occasion ? OCCASION_RULES[facts.occasion].label : STEP_WORDS[step];
}

const CHANNEL_WORDS: Readonly<Record<StepChannel, string>> = {
  email: 'by e-mail',
  call: 'by phone',
  none: 'no message goes out',
};

export function stepWords({ step, channel }: Pick<Act, 'step' | 'channel'>): string {
  if (channel === 'call') return STEP_WORDS[step];
  return `${STEP_WORDS[step]}, ${CHANNEL_WORDS[channel]}`;
}

/** In the order in which a reader wants them: what waits for somebody first, what needs nothing last. */
export const LEAVE_WORDS: Readonly<Record<LeaveReason, string>> = {
  unread_mail: 'Waiting for us to look at their mail',
  waiting_for_us: 'Waiting for us to do something',

  stale_ledger: 'The books are too old to act on',
  disputed: 'In dispute',
  promised: 'Promised to pay',
  offered: 'May take an offer of ours',
  plan: 'Paying by a plan',
  paid_said: 'Say that they have paid',
  callback: 'Asked to be called on a day',
  quiet: 'Somebody has just spoken with them',
  cap: 'Written to or called often enough for now',
  too_soon: 'Heard from us only just now',
  snoozed: 'Snoozed',
  held: 'On hold',
  own_terms: 'Left alone by its own terms',
  agency: 'With a collection agency',
  written_off: 'Written off',
  hardship: 'In hardship',
  insolvent: 'Insolvent',
  do_not_contact: 'Not to be contacted',
  closed_day: 'Closed today',
  not_yet: 'Not late enough for the next step',
  too_small: 'Too small to chase',
  in_credit: 'We owe them',
  nothing_due: 'Nothing is due',
};

export const LEAVE_ORDER = Object.keys(LEAVE_WORDS) as readonly LeaveReason[];

export function daysLateWords(daysLate: number): string {
  if (daysLate > 0) return `${count(daysLate, 'day')} late`;
  return daysLate === 0 ? 'due today' : `due in ${count(-daysLate, 'day')}`;
}

export function untilWords(until: Day | null, today: Day, locale: string): string {
  return until === null ? 'until somebody acts' : `until ${formatDay(until, locale, today)}`;
}

/** One sentence a verdict, for cards: what comes next and why, or why nothing does. */
export function verdictSentence(verdict: Verdict, today: Day, locale: string): string {
  if (verdict.kind === 'act') return `*Next: ${stepWords(verdict)}.* ${escapeInline(verdict.because)}`;
  return `*${LEAVE_WORDS[verdict.reason]}, ${untilWords(verdict.until, today, locale)}.* ${escapeInline(verdict.because)}`;
}

/** "$120.00" or an empty word: what a customer left alone owes all the same. */
export function leaveTotal(leave: Leave, locale: string): string {
  return leave.total && leave.total.minor > 0 ? formatMoney(leave.total, locale) : '';
}
