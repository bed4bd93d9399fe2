// What was recorded in a case, one plain line an event, for answers: no markup, and no one's user id.
import { assertNever } from '../assert-never.ts';
import { type Day, dayIn, formatDay } from '../calendar.ts';
import { listed, theStep } from '../chase/speaker.ts';
import type { CaseEvent, Decision, EventBody } from '../ledger.ts';
import { formatMoney } from '../money.ts';
import { outcomeWords } from '../outcome-words.ts';
import type { AsOf } from './answer.ts';

type Place = Pick<AsOf, 'today' | 'locale' | 'zone'>;

const DECISIONS: Readonly<Record<Decision, string>> = {
  fee: 'a late fee may be charged',
  pause_credit: 'no new credit until this is paid',
  agency: 'to hand over to an agency',
  legal: 'to take legal steps',
  discount: 'a discount may be offered',
  plan: 'a payment plan may be offered',
};

/** "Mon 23 Nov: Promised $500.00 by Fri 27 Nov". */
export function eventLineOf(event: CaseEvent & { readonly undone?: boolean }, place: Place): string {
  const on = formatDay(dayIn(place.zone, event.at), place.locale, place.today);
  return `${on}: ${wordsOf(event.body, place)}${event.undone ? ' (taken back)' : ''}`;
}

function wordsOf(body: EventBody, { today, locale }: Place): string {
  const on = (day: Day) => formatDay(day, locale, today);
  const because = (reason: string | null) => (reason ? `: ${reason}` : '');
  const of = (invoices: readonly string[]) => (invoices.length > 0 ? ` (${listed(invoices, 6)})` : '');
  switch (body.kind) {
    case 'sent':
      return `Sent “${body.subject}” to ${body.to}, ${formatMoney(body.amount, locale)}${of(body.invoices)}`;
    case 'outcome':
      return outcomeWords(body.outcome, { today, locale });
    case 'snoozed':
      return `Snoozed until ${on(body.until)}${because(body.reason)}`;
    case 'skipped':
      return `Skipped ${theStep(body.step)}${because(body.reason)}`;
    case 'stopped':
      return `An approved letter was not sent${because(body.reason)}`;
    case 'overruled':
      return `Remarks on a letter were overruled${because(body.reason)}`;
    case 'dispute_resolved':
      return `Dispute resolved${of(body.invoices)}: ${body.how}`;
    case 'decision':
      return `Decided: ${DECISIONS[body.decision]}${because(body.note)}`;
    case 'hold':
      return `Put on hold${body.until ? ` until ${on(body.until)}` : ''}${because(body.reason)}`;
    case 'released':
      return `Hold ended${because(body.reason)}`;
    case 'earlier_contact':
      return `Before Tightrope, on ${on(body.day)}: ${theStep(body.step)}`;
    case 'undone':
      return `Took back an earlier record${because(body.reason)}`;
    default:
      return assertNever(body);
  }
}
