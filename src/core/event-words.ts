// What was recorded in a case, in words: the same in an answer, on a card, and in a file.

import { assertNever } from './assert-never.ts';
import { type Assessed, TROUBLE_WORDS, WAY_WORDS } from './assessed.ts';
import { type Day, dayIn, formatDay, timeIn } from './calendar.ts';
import { listed, theStep } from './chase/speaker.ts';
import { lastResortWords } from './last-resort-words.ts';
import type { CaseEvent, Decision, EventBody, Settlement } from './ledger.ts';
import { formatMoney } from './money.ts';
import { offerWords } from './offer/offer-words.ts';
import { readOrderNumber } from './order-number.ts';
import type { Tone } from './outcome.ts';
import { outcomeWords, TONE_WORDS } from './outcome-words.ts';
import { noteOf, planStepWords } from './plan/plan-words.ts';

/** How days, times and sums are shown to whoever reads. */
export type Reader = { readonly today: Day; readonly locale: string; readonly zone: string };

/** Makes text of people fit where it will stand: shortened to about so many characters, its markup made harmless. */
export type Tidy = (text: string, most: number) => string;

const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  fee: 'a late fee may be charged',
  pause_credit: 'no new credit until this is paid',
  agency: 'to hand over to an agency',
  legal: 'to take legal steps',
  discount: 'a discount may be offered',
  plan: 'a payment plan may be offered',
};

const LONGEST_REASON = 300;
/** A note may be a long account; the thread has the whole of it. */
const LONGEST_OUTCOME = 500;

export const asItIs: Tidy = (text) => text;

/** "Mon 23 Nov: Promised $500.00 by Fri 27 Nov". */
export function eventLineOf(event: CaseEvent & { readonly undone?: boolean }, reader: Reader): string {
  const on = formatDay(dayIn(reader.zone, event.at), reader.locale, reader.today);
  return `${on}: ${eventWords(event.body, reader, asItIs)}${event.undone ? ' (taken back)' : ''}`;
}

/** "Mon 23 Nov 14:05". */
export function eventTime(event: CaseEvent, { zone, locale, today }: Reader): string {
  return `${formatDay(dayIn(zone, event.at), locale, today)} ${timeIn(zone, event.at)}`;
}

function settledBy(settlement: Settlement | undefined, locale: string): string {
  switch (settlement?.kind) {
    case 'credit_note':
      return ` by a credit of ${formatMoney(settlement.amount, locale)}`;
    case 'correction':
      return ' by a correction of the invoice';
    case 'stands':
      return ', it stands';
    case undefined:
      return '';
  }
}

export function eventWords(
  body: EventBody,
  { today, locale }: Pick<Reader, 'today' | 'locale'>,
  tidy: Tidy,
): string {
  const on = (day: Day) => formatDay(day, locale, today);
  const because = (reason: string | null) => (reason ? `: ${tidy(reason, LONGEST_REASON)}` : '');
  const of = (invoices: readonly string[]) =>
    invoices.length > 0 ? ` (${tidy(listed(invoices, 6), LONGEST_REASON)})` : '';
  switch (body.kind) {
    case 'sent':
      return `Sent “${tidy(body.subject, 150)}” to ${tidy(body.to, 254)}${body.amount.minor > 0 ? `: ${formatMoney(body.amount, locale)}${of(body.invoices)}` : ''}${body.offer ? `, offering ${tidy(offerWords(body.offer, { today, locale }), LONGEST_REASON)}` : ''}`;
    case 'outcome':
      return `${tidy(outcomeWords(body.outcome, { today, locale }), LONGEST_OUTCOME)}${toneWords(body.tone)}`;
    case 'snoozed':
      return `Snoozed until ${on(body.until)}${because(body.reason)}`;
    case 'skipped':
      return `Skipped ${tidy(theStep(body.step), LONGEST_REASON)}${because(body.reason)}`;
    case 'stopped':
      return `An approved letter was not sent${because(body.reason)}`;
    case 'overruled':
      return `Overruled ${listed(
        body.remarks.map((remark) => `“${tidy(remark, LONGEST_REASON)}”`),
        3,
      )}${because(body.reason)}`;
    case 'dispute_owned': {
      const next = body.next ? `: ${tidy(body.next, LONGEST_REASON)}` : '';
      return `Named who settles the dispute, by ${on(body.due)}${next}`;
    }
    case 'dispute_resolved':
      return `Dispute resolved${of(body.invoices)}${settledBy(body.settlement, locale)}: ${tidy(body.how, LONGEST_OUTCOME)}`;
    case 'request_done':
      return body.document === 'po_number' && readOrderNumber(body.note).kind === 'number'
        ? `Their order number${of(body.invoices)}: ${tidy(body.note, LONGEST_REASON)}`
        : `Settled what they asked for${of(body.invoices)}: ${tidy(body.note, LONGEST_REASON)}`;
    case 'decision':
      return `Decided: ${DECISION_WORDS[body.decision]}${because(body.note)}`;
    case 'hold':
      return `Put on hold${body.until ? ` until ${on(body.until)}` : ''}${because(body.reason)}`;
    case 'released':
      return `Hold ended${because(body.reason)}`;
    case 'earlier_contact':
      return `Before Tightrope, on ${on(body.day)}: ${tidy(theStep(body.step), LONGEST_REASON)}`;
    case 'plan':
      return planStepWords(body.step, on, locale) + because(noteOf(body.step));
    case 'heard':
      return `Mail from ${tidy(body.from, 254)}: “${tidy(body.subject, 150)}”`;
    case 'looked_at':
      return `Looked at their mail${toneWords(body.tone)}`;
    case 'relationship_note':
      return `Noted: ${tidy(body.text, LONGEST_OUTCOME)}${body.mayMention ? ' (letters may mention it)' : ''}`;
    case 'looked_back':
      return lookedBackWords(body, tidy);
    case 'not_now':
      return 'A friendly call was put off';
    case 'reviewed':
    case 'hand_over_asked':
    case 'write_off_asked':
    case 'request_approved':
    case 'request_declined':
    case 'agency_update':
    case 'hand_over_ended':
    case 'write_off_ended':
      return lastResortWords(body, locale, tidy);
    case 'assessed':
      return assessedWords(body, { today, locale }, tidy);
    case 'undone':
      return `Took back an earlier record${because(body.reason)}`;
    default:
      return assertNever(body);
  }
}

function toneWords(tone: Tone | undefined): string {
  return tone ? `; ${TONE_WORDS[tone]}` : '';
}

function lookedBackWords(
  { worked, differently }: Extract<EventBody, { kind: 'looked_back' }>,
  tidy: Tidy,
): string {
  const parts = [
    ...(worked ? [`worked – ${tidy(worked, LONGEST_REASON)}`] : []),
    ...(differently ? [`differently next time – ${tidy(differently, LONGEST_REASON)}`] : []),
  ];
  return parts.length > 0 ? `Looked back: ${parts.join('; ')}` : 'Looked back: skipped';
}

/** "Money trouble, recurring: …; since March; would help: …. Decided: a payment plan, and to look again on Fri 18 Dec". */
function assessedWords(body: Assessed, place: { today: Day; locale: string }, tidy: Tidy): string {
  const { trouble, since, helps, way, review } = body;
  const found = [
    `Money trouble, ${TROUBLE_WORDS[trouble]}`,
    ...(since ? [`since: ${tidy(since, 200)}`] : []),
    ...(helps ? [`would help: ${tidy(helps, 300)}`] : []),
  ].join('; ');
  const again =
    way === 'go_on' ? '' : `, and to look again on ${formatDay(review, place.locale, place.today)}`;
  return `${found}. Decided: ${WAY_WORDS[way]}${again}`;
}
