// What was recorded in a case, one line an event: when, who, what, and the words it rests on.
import { assertNever } from '../../core/assert-never.ts';
import { type Day, dayIn, formatDay, timeIn } from '../../core/calendar.ts';
import type { CaseEvent, Decision, EventBody } from '../../core/ledger.ts';
import { formatMoney } from '../../core/money.ts';
import { outcomeWords } from '../../core/outcome-words.ts';
import type { StepName } from '../../core/verdict.ts';
import { escapeInline, listWords, mention, shorten } from './mrkdwn.ts';
import { STEP_WORDS } from './verdict-words.ts';

/** How days, times and sums are shown in a workspace. */
export type Reader = { readonly today: Day; readonly locale: string; readonly zone: string };

const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  fee: 'a late fee may be charged',
  pause_credit: 'no new credit until this is paid',
  agency: 'to hand over to an agency',
  legal: 'to take legal steps',
  discount: 'a discount may be offered',
  plan: 'a payment plan may be offered',
};

const LONGEST_QUOTE = 300;
/** A note may be a long account; the thread has the whole of it. */
const LONGEST_OUTCOME = 500;

/** "Mon 23 Nov 14:05 · @sam · Promised $500.00 by Fri 27 Nov", struck out where it was taken back. */
export function eventLine(event: CaseEvent & { readonly undone: boolean }, reader: Reader): string {
  const on = formatDay(dayIn(reader.zone, event.at), reader.locale, reader.today);
  const when = `${on} ${timeIn(reader.zone, event.at)}`;
  const words = eventWords(event.body, reader);
  const quote = event.source?.quote
    ? `\n      “${escapeInline(shorten(event.source.quote, LONGEST_QUOTE))}”`
    : '';
  const what = event.undone ? `~${words}~ (taken back)` : words;
  return `• ${when} · ${mention(event.by)} · ${what}${quote}`;
}

export function eventWords(body: EventBody, { today, locale }: Reader): string {
  const on = (day: Day) => formatDay(day, locale, today);
  switch (body.kind) {
    case 'sent':
      return `Sent “${escapeInline(shorten(body.subject, 150))}” to ${escapeInline(shorten(body.to, 254))}: ${formatMoney(body.amount, locale)}${numbers(body.invoices)}`;
    case 'outcome':
      return escapeInline(shorten(outcomeWords(body.outcome, { today, locale }), LONGEST_OUTCOME));
    case 'snoozed':
      return `Snoozed until ${on(body.until)}${because(body.reason)}`;
    case 'skipped':
      return `Skipped ${stepName(body.step)}${because(body.reason)}`;
    case 'stopped':
      return `An approved letter was not sent${because(body.reason)}`;
    case 'overruled':
      return `Overruled ${listWords(
        body.remarks.map((remark) => `“${escapeInline(shorten(remark, LONGEST_QUOTE))}”`),
        3,
      )}${because(body.reason)}`;
    case 'dispute_resolved':
      return `Dispute resolved${numbers(body.invoices)}: ${escapeInline(shorten(body.how, LONGEST_OUTCOME))}`;
    case 'decision':
      return `Decided: ${DECISION_WORDS[body.decision]}${because(body.note)}`;
    case 'hold':
      return `Put on hold${body.until ? ` until ${on(body.until)}` : ''}${because(body.reason)}`;
    case 'released':
      return `Hold ended${because(body.reason)}`;
    case 'earlier_contact':
      return `Before Tightrope, on ${on(body.day)}: ${stepName(body.step)}`;
    case 'undone':
      return `Took back an earlier record${because(body.reason)}`;
    default:
      return assertNever(body);
  }
}

function because(reason: string | null): string {
  return reason ? `: ${escapeInline(shorten(reason, LONGEST_QUOTE))}` : '';
}

function numbers(invoices: readonly string[]): string {
  return invoices.length > 0 ? ` (${escapeInline(listWords(invoices, 6))})` : '';
}

/** Steps are recorded by name; one that the ladder no longer has is shown as it was written. */
function stepName(step: string): string {
  const words = STEP_WORDS[step as StepName] as string | undefined;
  return words ? words.charAt(0).toLowerCase() + words.slice(1) : escapeInline(step);
}
