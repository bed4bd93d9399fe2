// What goes to the agency beside the statement: the invoices as CSV, and a page that says what is what.
import { type Day, daysBetween } from './calendar.ts';
import { compare, names } from './chase/case-file.ts';
import { csvOf } from './csv.ts';
import type { HandOverPart } from './last-resort-events.ts';
import type { Invoice } from './ledger.ts';
import { formatMoney, toDecimal } from './money.ts';

/** Every invoice and credit that is open, one currency after the other, and whether it is part of what is handed over. */
export function invoicesCsv(
  invoices: readonly Invoice[],
  handedOver: readonly HandOverPart[],
  asOf: Day,
): string {
  const goes = (invoice: Invoice) =>
    handedOver.some((part) => part.currency === invoice.open.currency && names(part.invoices, invoice));
  const open = invoices
    .filter(({ open: { minor } }) => minor > 0)
    .sort(
      (a, b) =>
        compare(a.open.currency, b.open.currency) || compare(a.due, b.due) || compare(a.number, b.number),
    );
  return csvOf([
    ['Number', 'Kind', 'Issued', 'Due', 'Days late', 'Currency', 'Total', 'Open', 'Handed over'],
    ...open.map((invoice) => {
      const sign = invoice.kind === 'credit_note' ? '-' : '';
      return [
        invoice.number,
        invoice.kind === 'credit_note' ? 'credit note' : 'invoice',
        invoice.issued ?? '',
        invoice.due,
        String(Math.max(0, daysBetween(invoice.due, asOf))),
        invoice.open.currency,
        `${sign}${toDecimal(invoice.total)}`,
        `${sign}${toDecimal(invoice.open)}`,
        goes(invoice) ? 'yes' : 'no',
      ];
    }),
  ]);
}

export function readMe(about: {
  readonly business: string;
  readonly customer: string;
  readonly agency: string;
  readonly parts: readonly HandOverPart[];
  readonly asOf: Day;
  readonly locale: string;
}): string {
  const sums = about.parts.map(({ amount }) => formatMoney(amount, about.locale));
  const invoices = about.parts.map((part) =>
    about.parts.length === 1
      ? `Invoices: ${part.invoices.join(', ')}`
      : `Invoices in ${part.currency}, ${formatMoney(part.amount, about.locale)}: ${part.invoices.join(', ')}`,
  );
  return `${about.business} hands over to ${about.agency}: ${about.customer}, ${sums.join(' and ')}
${invoices.join('\n')}
As of ${about.asOf}

statement.pdf   what the books have as open
invoices.csv    the same invoices as a table
timeline.pdf    every contact, with the words of letters and replies, promises and disputes
timeline.csv    the same as a table
records.jsonl   the same, each record chained to the one before by its SHA-256 hash
manifest.json   the SHA-256 hash of every file, and a seal over all of it

To see that nothing was altered: npm run tightrope -- verify-pack FILE.zip
Please contact the customer with respect, and report what you hear and receive.
`;
}
