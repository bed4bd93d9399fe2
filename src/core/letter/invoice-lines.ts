// The invoices as lines of text; the HTML twin of a letter turns exactly these lines into a table.
import { formatDayLong } from '../calendar.ts';
import type { DraftFacts, InvoiceFact } from '../facts.ts';
import { formatMoney } from '../money.ts';
import { letterLanguage, letterLocale } from './language.ts';
import { PHRASES } from './phrases.ts';
import { inLine } from './plain-text.ts';

/** More lines than this are a statement, not a letter. */
export const MAX_INVOICE_LINES = 40;

/** More numbers than this in a sentence cannot be read. */
const MAX_NUMBERS_IN_SENTENCE = 4;

const SEPARATOR = ' · ';

export function invoiceLines(facts: DraftFacts): string[] {
  return invoiceRows(facts).map((cells) => cells.join(SEPARATOR));
}

/** The same as cells; the last row is the total where there is more than one invoice. */
export function invoiceRows(facts: DraftFacts): string[][] {
  const phrases = PHRASES[letterLanguage(facts.language)];
  const shown = facts.invoices.slice(0, MAX_INVOICE_LINES);
  const rows = shown.map((invoice) => invoiceRow(invoice, facts));
  const hidden = facts.invoices.length - shown.length;
  if (hidden > 0) rows.push([phrases.listShortened(hidden)]);
  if (facts.invoices.length > 1) {
    rows.push([phrases.total, formatMoney(facts.total, letterLocale(facts.language))]);
  }
  return rows;
}

function invoiceRow(invoice: InvoiceFact, facts: DraftFacts): string[] {
  const phrases = PHRASES[letterLanguage(facts.language)];
  const locale = letterLocale(facts.language);
  if (invoice.kind === 'credit_note') {
    const taken = formatMoney({ minor: -invoice.open.minor, currency: invoice.open.currency }, locale);
    return [inLine(invoice.number), phrases.credit, taken];
  }
  const open = formatMoney(invoice.open, locale);
  const isPart = invoice.open.minor !== invoice.total.minor;
  const amount = isPart ? phrases.openOf(open, formatMoney(invoice.total, locale)) : open;
  const order = invoice.orderNumber ? ` (${phrases.yourOrder(inLine(invoice.orderNumber))})` : '';
  return [
    inLine(invoice.number) + order,
    phrases.due(formatDayLong(invoice.due, locale)),
    invoice.disputed ? `${amount} (${phrases.withoutDisputed})` : amount,
  ];
}

/** "A, B and C"; a long list ends in "and the others below". Null where no invoice is open. */
export function numbersOf(facts: DraftFacts): string | null {
  const language = letterLanguage(facts.language);
  const numbers = facts.invoices
    .filter((invoice) => invoice.kind === 'invoice')
    .map((invoice) => inLine(invoice.number));
  if (numbers.length === 0) return null;
  const named =
    numbers.length > MAX_NUMBERS_IN_SENTENCE
      ? [...numbers.slice(0, MAX_NUMBERS_IN_SENTENCE - 1), PHRASES[language].andOthers]
      : numbers;
  return listFormat(language).format(named);
}

/**
 * "your order 4500123"; of several, each with its invoice: "your order 45 (invoice A-1) and your order 46 (invoice A-2)".
 * A long list ends in "and the others below". Null where no number is known.
 */
export function ordersOf(facts: DraftFacts): string | null {
  const language = letterLanguage(facts.language);
  const { yourOrder, andOthers, invoice: one, invoices: many } = PHRASES[language];
  const byOrder = new Map<string, string[]>();
  for (const { orderNumber, number } of facts.invoices) {
    if (orderNumber) byOrder.set(orderNumber, [...(byOrder.get(orderNumber) ?? []), inLine(number)]);
  }
  const orders = [...byOrder];
  if (orders.length === 0) return null;
  const ofInvoices = (numbers: readonly string[]) =>
    numbers.length > 1
      ? many(listFormat(language).format(numbers.slice(0, MAX_NUMBERS_IN_SENTENCE)))
      : one(numbers[0] ?? '');
  const words = orders.map(([order, numbers]) =>
    orders.length === 1 ? yourOrder(inLine(order)) : `${yourOrder(inLine(order))} (${ofInvoices(numbers)})`,
  );
  const shown =
    words.length > MAX_NUMBERS_IN_SENTENCE
      ? [...words.slice(0, MAX_NUMBERS_IN_SENTENCE - 1), andOthers]
      : words;
  return listFormat(language).format(shown);
}

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(language: string): Intl.ListFormat {
  const known = listFormats.get(language);
  if (known) return known;
  const made = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' });
  listFormats.set(language, made);
  return made;
}
