// What an outcome says, in one plain line: for cards, forms, the history and the shell. The one place for these words.
import { assertNever } from './assert-never.ts';
import { type Day, formatDay } from './calendar.ts';
import { listed } from './chase/speaker.ts';
import { lastResortWords } from './last-resort-words.ts';
import { formatMoney, type Money } from './money.ts';
import type { Cadence, DisputeReason, Outcome, SpokenAmount } from './outcome.ts';

/** More invoice numbers than these are counted, so that a line stays a line. */
const MOST_INVOICES = 6;

export const REASON_WORDS: Readonly<Record<DisputeReason, string>> = {
  price: 'the price',
  goods: 'the goods',
  service: 'the service',
  not_received: 'they have not received it',
  already_paid: 'they have paid already',
  duplicate: 'it was invoiced twice',
  missing_po: 'an order number is missing',
  other: 'another reason',
};

const CADENCE_WORDS: Readonly<Record<Cadence, string>> = {
  weekly: 'every week',
  fortnightly: 'every two weeks',
  monthly: 'every month',
};

export const DOCUMENT_WORDS = {
  invoice_copy: 'a copy of the invoice',
  po_number: 'an order number',
  statement: 'a statement of account',
  other: 'a document',
} as const;

/** Plain words, not escaped: "Promised $500.00 by Fri 27 Nov (INV-1055)". */
export function outcomeWords(
  outcome: Outcome,
  place: { readonly today: Day; readonly locale: string },
): string {
  const on = (day: Day) => formatDay(day, place.locale, place.today);
  const sum = (amount: Money) => formatMoney(amount, place.locale);
  switch (outcome.kind) {
    case 'promise':
      return `Promised ${spoken(outcome.amount, sum)} by ${on(outcome.date)}${numbers(outcome.invoices)}`;
    case 'claims_paid': {
      const when = outcome.date ? ` on ${on(outcome.date)}` : '';
      return `Say that they paid ${spoken(outcome.amount, sum)}${when}${numbers(outcome.invoices)}`;
    }
    case 'dispute': {
      const part = outcome.amount ? `, ${sum(outcome.amount)} of it` : '';
      return `Dispute${numbers(outcome.invoices)}: ${REASON_WORDS[outcome.reason]}${part}${detail(outcome.detail)}`;
    }
    case 'plan_request':
      return planLine(outcome, on, sum);
    case 'hardship':
      return `They are in hardship${detail(outcome.detail)}`;
    case 'insolvency':
      return `They are insolvent${detail(outcome.detail)}`;
    case 'callback':
      return `Wants to be called on ${on(outcome.date)}`;
    case 'no_answer':
      return 'Nobody answered';
    case 'left_message':
      return 'Left a message';
    case 'document_request':
      return `Needs ${DOCUMENT_WORDS[outcome.document]}${numbers(outcome.invoices)}${detail(outcome.detail)}`;
    case 'wrong_contact': {
      const who = [outcome.name, outcome.email, outcome.phone].filter((part) => part !== null);
      return `Somebody else is in charge${who.length > 0 ? `: ${who.join(', ')}` : ''}`;
    }
    case 'contact_preference':
      return `Wants to be reached another way${detail(outcome.detail)}`;
    case 'negotiation':
      return `Wants other terms${detail(outcome.detail)}`;
    case 'refused':
      return `Refuses to pay${detail(outcome.detail)}`;
    case 'agency_report':
      return reportLine(outcome, place.locale);
    case 'note':
      return `Note${detail(outcome.text)}`;
    default:
      return assertNever(outcome);
  }
}

function reportLine(
  { requestId, note, recovered, fee, isGivenBack }: Extract<Outcome, { kind: 'agency_report' }>,
  locale: string,
): string {
  const told = isGivenBack && !recovered ? '' : note;
  const words = lastResortWords(
    { kind: 'agency_update', requestId, note: told, recovered, fee },
    locale,
    (text) => text,
  );
  if (!isGivenBack) return words;
  return recovered ? `${words}. It gives the case back` : `The agency gives the case back${detail(note)}`;
}

function planLine(
  { instalments, amount, cadence, first }: Extract<Outcome, { kind: 'plan_request' }>,
  on: (day: Day) => string,
  sum: (amount: Money) => string,
): string {
  const parts = [
    instalments === null ? null : `in ${instalments} payments`,
    amount === null ? null : `${sum(amount)} each time`,
    cadence === null ? null : CADENCE_WORDS[cadence],
    first === null ? null : `from ${on(first)} on`,
  ].filter((part) => part !== null);
  return `Asks for a payment plan${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function spoken(amount: SpokenAmount, sum: (amount: Money) => string): string {
  return amount === 'full' ? 'all that is open' : sum(amount);
}

function numbers(invoices: readonly string[]): string {
  return invoices.length > 0 ? ` (${listed(invoices, MOST_INVOICES)})` : '';
}

function detail(text: string): string {
  return text.trim() === '' ? '' : `: ${text.trim()}`;
}
