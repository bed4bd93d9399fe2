// Draws up the receipt of a plan: counts, sums, what was left out, and how unclear things were read.
import { sumByCurrency } from '../money.ts';
import type { ImportBatch } from './batch.ts';
import { ROLE_WORDS, ROLES } from './column-names.ts';
import { orderInWords } from './dates.ts';
import type { Header } from './find-header.ts';
import type { ColumnMapping } from './mapping.ts';
import type { MergedRows } from './merge-rows.ts';
import type { LineProblem } from './problems.ts';
import type { ImportAnswers } from './questions.ts';
import type { InvoiceRow } from './read-row.ts';
import type { ReceiptDraft } from './receipt.ts';
import type { SortedRows } from './rows.ts';
import type { ImportContext, Settled } from './settle-reading.ts';
import { columnName, type Sheet, type Table } from './table.ts';
import { checkTotals } from './totals.ts';

/** A sheet with its columns mapped and its rows sorted, ready to be read. */
export type Work = {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly header: Header;
  readonly mapping: ColumnMapping;
  readonly sorted: SortedRows;
  readonly answers: ImportAnswers;
  readonly context: ImportContext;
};

export function makeReceipt(
  { table, sheet, header, mapping, sorted }: Work,
  settled: Settled,
  rows: readonly InvoiceRow[],
  batch: ImportBatch,
  merged: MergedRows,
  warnings: readonly LineProblem[],
  rounded: number,
): ReceiptDraft {
  const invoices = batch.invoices.filter(({ kind }) => kind === 'invoice');
  const credits = batch.invoices.filter(({ kind }) => kind === 'credit_note');
  const open = invoices.filter((invoice) => invoice.open.minor > 0);
  const used = ROLES.flatMap((role) =>
    mapping[role].column === null ? [] : [{ role, column: mapping[role].column }],
  );
  const usedColumns = new Set(used.map(({ column }) => column));
  return {
    fileName: table.fileName,
    sheet: table.sheets.length > 1 ? sheet.name : null,
    headerLine: header.line,
    rowsRead: rows.length,
    invoices: invoices.length,
    openInvoices: open.length,
    customers: batch.customers.length,
    credits: credits.length,
    openTotals: sumByCurrency(open.map((invoice) => invoice.open)),
    creditTotals: sumByCurrency(credits.map((credit) => credit.open)),
    totals: checkTotals(sorted.total, mapping, header, rows, settled),
    skipped: [...sorted.skipped, ...merged.skipped].toSorted((a, b) => a.line - b.line),
    linesMerged: merged.linesMerged,
    duplicates: merged.duplicates,
    withdrawn: merged.withdrawn,
    warnings,
    assumptions: assumptionsOf(settled, merged, rows, batch, rounded),
    columnsUsed: used.map(({ role, column }) => ({
      role: ROLE_WORDS[role],
      heading: columnName(header.names, column),
    })),
    columnsIgnored: header.names.filter((name, i) => name !== '' && !usedColumns.has(i)),
    covers: batch.covers,
  };
}

function assumptionsOf(
  settled: Settled,
  merged: MergedRows,
  rows: readonly InvoiceRow[],
  batch: ImportBatch,
  rounded: number,
): string[] {
  const said: string[] = [];
  if (settled.ambiguousDates) said.push(`Dates were read as ${orderInWords(settled.order)}.`);
  if (!settled.currencyNamed)
    said.push(`The file names no currency: amounts were taken as ${settled.currency}.`);
  if (merged.dueFromTerms > 0) {
    said.push(
      `No due date on ${invoiceCount(merged.dueFromTerms)}: the invoice date and the terms in the file were added up.`,
    );
  }
  if (merged.dueFromPolicy > 0) {
    said.push(
      `No due date and no terms on ${invoiceCount(merged.dueFromPolicy)}: your policy's payment terms were added to the invoice date.`,
    );
  }
  if (rounded > 0) said.push(`${rounded} amounts had fractions of a cent and were rounded.`);
  const unknown = rows.filter(({ status }) => status.kind === 'unknown').length;
  if (unknown > 0)
    said.push(
      `${unknown} rows have a status that is not known here: their amounts were taken as they stand.`,
    );
  said.push(
    batch.covers === 'open_items'
      ? 'The file lists all open invoices: those known as open and not in it are taken as settled.'
      : 'Invoices that are not in the file stay as they are.',
  );
  return said;
}

function invoiceCount(count: number): string {
  return count === 1 ? '1 invoice' : `${count} invoices`;
}
