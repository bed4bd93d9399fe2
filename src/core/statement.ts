// A customer's statement of account: everything that is open, what was paid lately and how old the rest is, in the
// customer's language and formats. It says what the ledger says and nothing else.
import { AGEING_BUCKETS, ageingOf } from './ageing.ts';
import { addDays, type Day, daysBetween, formatDayLong } from './calendar.ts';
import { standing } from './chase/case-file.ts';
import type { DocumentTable } from './document-table.ts';
import type { Customer, Invoice, Ledger } from './ledger.ts';
import { type LetterLanguage, languageTag, letterLanguage, letterLocale } from './letter/language.ts';
import { payLink } from './letter/pay-link.ts';
import { PHRASES } from './letter/phrases.ts';
import { inLine } from './letter/plain-text.ts';
import { formatMoney, type Money, money } from './money.ts';
import { orderNumbers } from './order-number.ts';
import type { Settings } from './settings.ts';
import { STATEMENT_WORDS, type StatementWords } from './statement-words.ts';

export type Statement = {
  readonly asOf: Day;
  readonly language: LetterLanguage;
  readonly locale: string;
  readonly title: string;
  readonly fileName: string; // without a folder: "statement-2026-11-24.pdf"
  readonly asOfLine: string;
  readonly from: { readonly label: string; readonly lines: readonly string[] };
  readonly to: { readonly label: string; readonly lines: readonly string[] };
  readonly tables: readonly DocumentTable[];
  readonly nothingOpen: string | null;
  readonly howToPay: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly questions: string;
  readonly page: (page: number, pages: number) => string;
};

export type StatementInput = {
  /** The customer's part of the ledger. */
  readonly ledger: Ledger;
  readonly customer: Customer;
  readonly settings: Settings;
  readonly asOf: Day;
  readonly disputedInvoiceIds: readonly string[];
  /** Another language than the customer's, as the letter that it goes with is in. */
  readonly language?: LetterLanguage | null;
};

/** Payments from before are history; a statement is about what is open. */
const PAYMENT_DAYS = 90;

export function buildStatement(input: StatementInput): Statement {
  const { ledger, customer, settings, asOf } = input;
  const own = languageTag(customer.language, customer.country, settings.locale);
  const language = input.language ?? letterLanguage(own);
  const locale = letterLocale(languageTag(language, customer.country, settings.locale));
  const words = STATEMENT_WORDS[language];
  const open = ledger.invoices.filter((invoice) => invoice.open.minor > 0);
  const currencies = [...new Set(open.map((invoice) => invoice.open.currency))].sort();
  const reading: Reading = { ...input, words, locale, written: language };
  const { phone, bankDetails } = settings.waysToPay;
  const howToPay = howToPayLines(open, input, bankDetails);
  return {
    asOf,
    language,
    locale,
    title: words.title,
    fileName: `${words.fileName}-${asOf}.pdf`,
    asOfLine: words.asOf(formatDayLong(asOf, locale)),
    from: {
      label: words.from,
      lines: [settings.businessName, settings.sender.name, settings.sender.email, phone ?? '']
        .map(inLine)
        .filter(Boolean),
    },
    to: {
      label: words.to,
      lines: [customer.name, customer.contacts[0]?.name ?? ''].map(inLine).filter(Boolean),
    },
    tables: [
      ...currencies.flatMap((currency) => [
        openTable(
          open.filter((invoice) => invoice.open.currency === currency),
          currency,
          reading,
        ),
        ageingTable(currency, reading),
      ]),
      ...paymentsTable(reading),
    ],
    nothingOpen: open.length === 0 ? words.nothingOpen : null,
    howToPay: open.length > 0 && howToPay.length > 0 ? { title: words.howToPay, lines: howToPay } : null,
    questions: words.questions(
      phone ? PHRASES[language].replyOrCall(inLine(phone)) : PHRASES[language].reply,
    ),
    page: words.page,
  };
}

type Reading = StatementInput & {
  readonly words: StatementWords;
  readonly locale: string;
  /** The language that it is written in. */
  readonly written: LetterLanguage;
};

function openTable(invoices: readonly Invoice[], currency: string, reading: Reading): DocumentTable {
  const { words, locale, asOf, disputedInvoiceIds, written: language } = reading;
  const sum = (minor: number) => formatMoney(money(minor, currency), locale);
  const orders = orderNumbers(standing(reading.ledger.events), invoices);
  const sorted = [...invoices].sort((a, b) => a.due.localeCompare(b.due) || a.number.localeCompare(b.number));
  let left = 0;
  const rows = sorted.map((invoice) => {
    const sign = invoice.kind === 'credit_note' ? -1 : 1;
    left += sign * invoice.open.minor;
    const late = daysBetween(invoice.due, asOf);
    const order = orders.get(invoice.id)?.number;
    const notes = [
      ...(order ? [PHRASES[language].yourOrder(inLine(order))] : []),
      ...(invoice.kind === 'credit_note' ? [words.credit] : []),
      ...(disputedInvoiceIds.includes(invoice.id) ? [words.disputed] : []),
    ];
    const settled = invoice.total.minor - invoice.open.minor;
    return [
      inLine(invoice.number) + (notes.length > 0 ? ` (${notes.join(', ')})` : ''),
      invoice.issued ? formatDayLong(invoice.issued, locale) : '',
      formatDayLong(invoice.due, locale),
      invoice.kind === 'invoice' && late > 0 ? String(late) : '',
      sum(sign * invoice.total.minor),
      settled > 0 ? sum(sign * settled) : '',
      sum(sign * invoice.open.minor),
    ];
  });
  const head = (text: string, isFigure = false) => ({ words: text, isFigure });
  return {
    title: null,
    heads: [
      head(words.number),
      head(words.issued),
      head(words.due),
      head(words.daysLate, true),
      head(words.total, true),
      head(words.paid, true),
      head(words.open, true),
    ],
    rows,
    total: [words.sum, '', '', '', '', '', sum(left)],
  };
}

function ageingTable(currency: string, { ledger, asOf, words, locale }: Reading): DocumentTable {
  const of = ageingOf(ledger, asOf).currencies.find((each) => each.currency === currency);
  const sum = (amount: Money | undefined) => formatMoney(amount ?? money(0, currency), locale);
  // What is in the customer's favour stands beside it, so that the line adds up to the total above.
  const credits = of && of.credits.minor > 0 ? money(-of.credits.minor, currency) : null;
  const cells = [
    [words.notDue, sum(of?.current)],
    ...AGEING_BUCKETS.map((bucket) => [words.late(bucket), sum(of?.buckets[bucket])]),
    ...(credits ? [[words.credits, sum(credits)]] : []),
  ];
  return {
    title: null,
    heads: cells.map(([head = '']) => ({ words: head, isFigure: true })),
    rows: [cells.map(([, figure = '']) => figure)],
    total: [],
  };
}

function paymentsTable({ ledger, customer, asOf, words, locale }: Reading): DocumentTable[] {
  const since = addDays(asOf, -PAYMENT_DAYS);
  const numbers = new Map(ledger.invoices.map(({ id, number }) => [id, number]));
  const payments = ledger.payments
    .filter(({ customerId, day }) => customerId === customer.id && day >= since && day <= asOf)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  if (payments.length === 0) return [];
  return [
    {
      title: words.payments,
      heads: [
        { words: words.received, isFigure: false },
        { words: words.forInvoice, isFigure: false },
        { words: words.amount, isFigure: true },
      ],
      rows: payments.map(({ day, invoiceId, amount }) => [
        formatDayLong(day, locale),
        inLine(numbers.get(invoiceId ?? '') ?? ''),
        formatMoney(amount, locale),
      ]),
      total: [],
    },
  ];
}

/** Links of more invoices than this fill a page and help nobody: the oldest come first, and dots say that there are more. */
const MOST_LINKS = 10;

function howToPayLines(
  open: readonly Invoice[],
  { customer, settings }: StatementInput,
  bankDetails: string | null,
): string[] {
  const seen = new Set<string>();
  const links = open.flatMap(({ kind, number }) => {
    const link = kind === 'invoice' ? payLink(settings.waysToPay.linkTemplate, number, customer.name) : null;
    if (!link || seen.has(link)) return [];
    seen.add(link);
    return [`${inLine(number)}: ${link}`];
  });
  // A link without the invoice's number is the same for all of them.
  const shown = seen.size === 1 ? [...seen] : links.slice(0, MOST_LINKS);
  return [
    ...shown,
    ...(shown.length < links.length ? ['…'] : []),
    ...(bankDetails ?? '').split(/\r?\n/).map(inLine).filter(Boolean),
  ];
}
