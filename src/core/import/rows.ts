// Tells the rows that are invoices from what reports put around them: group headings, totals, footers, repeated headers.
import { foldWords } from './column-names.ts';
import { type Header, repeatsHeader } from './find-header.ts';
import type { ColumnMapping } from './mapping.ts';
import { amountParts } from './numbers.ts';
import { cellText, isBlank, type TableRow } from './table.ts';

/** `group`: the heading above, which in a grouped report is the customer's name. */
export type DataRow = { readonly row: TableRow; readonly group: string | null };

export type SkippedRow = { readonly line: number; readonly because: string };

export type SortedRows = {
  readonly data: readonly DataRow[];
  readonly skipped: readonly SkippedRow[];
  /** The file's own grand total, where it has one. */
  readonly total: TableRow | null;
  readonly hasGroups: boolean;
};

const TOTAL =
  /^(sub ?total|total|totals|grand total|report total|overall total|summe|gesamt|gesamtsumme|zwischensumme|endsumme|total general|totales|total general(e)?)\b/;
/** A quick look first: this is asked of every row, and folding words is slow. */
const MAY_BE_TOTAL = /^\s*(sub|tot|grand|report|overall|summe|gesamt|zwischen|end)/i;
const GRAND_TOTAL =
  /^(total|totals|grand total|report total|overall total|summe|gesamt|gesamtsumme|endsumme|total general|totales|total (usd|eur|gbp|cad|aud|inr|chf))$/;
const TOTAL_FOR =
  /^\s*(?:total|subtotal|summe|sous-total|total de|total pour)\s+(?:for|für|fuer|de|pour|of)?\s*[:-]?\s*(.+)$/i;
const BUCKET =
  /^(current|not (yet )?due|nicht fallig|a echoir|por vencer)\b|^(over |more than |uber |plus de |mas de )?\d+( (to )?\d+)?( (days?|tage|jours|dias))?( or (more|over))?( and (over|more|older))?( (days?|tage|jours|dias))?( (past due|overdue|old|late))?$|^\d+( \d+)? (days?|or more days?)( past due| overdue| old)?$/;
const FOOTER =
  /^(accrual basis|cash basis|report (generated|run|created|date)|generated (on|by|at)|printed|exported|prepared by|page \d|seite \d|as of |as at |created (on|with)|run (on|date)|end of report|confidential|notes? |disclaimer|stand |filters? )/;
const SECTION =
  /^(overdue|open|unpaid|paid|outstanding|invoices?|credits?|credit notes?)( (invoices?|items?|balances?))?$/;

export function isBucketName(text: string): boolean {
  return BUCKET.test(foldWords(text));
}

export function sortRows(rows: readonly TableRow[], header: Header, mapping: ColumnMapping): SortedRows {
  const lastFull = rows.findLastIndex((row) => countFilled(row, 3) >= 3 && !isTotal(row, mapping));
  const flat = namesEveryCustomer(rows, mapping);
  const closing = closingTotals(rows, mapping);
  const data: DataRow[] = [];
  const skipped: SkippedRow[] = [];
  const groups: string[] = [];
  let total: TableRow | null = null;
  let hasGroups = false;
  let before: 'data' | 'other' = 'other';
  rows.forEach((row, i) => {
    const kind = kindOfRow(row, { header, mapping, flat, atEnd: i > lastFull, before });
    before = kind === 'data' ? 'data' : 'other';
    if (kind === 'data') data.push({ row, group: groups.length > 0 ? groups.join(':') : null });
    else if (kind === 'group') {
      const name = firstText(row);
      while (groups.length > 0 && (closing.get(fold(groups.at(-1)!)) ?? -1) < i) groups.pop();
      groups.push(name);
      hasGroups = true;
      skipped.push({ line: row.line, because: 'a heading above a group of rows' });
    } else if (kind !== 'blank') {
      skipped.push({ line: row.line, because: SKIP_REASON[kind] });
      if (kind === 'grand total') total = row;
      const ended = TOTAL_FOR.exec(firstText(row))?.[1];
      if (ended && groups.some((group) => fold(group) === fold(ended))) {
        while (groups.length > 0 && fold(groups.pop()!) !== fold(ended)) {
          // Inner groups end with the outer one.
        }
      }
    }
  });
  return { data, skipped, total, hasGroups };
}

type RowKind = 'blank' | 'data' | 'group' | 'subtotal' | 'grand total' | 'footer' | 'bucket' | 'header';

const SKIP_REASON: Readonly<Record<Exclude<RowKind, 'blank' | 'data' | 'group'>, string>> = {
  subtotal: 'a subtotal',
  'grand total': "the file's own total",
  footer: 'a note, not an invoice',
  bucket: 'a heading of an ageing bucket',
  header: 'the column names again',
};

type Surroundings = {
  readonly header: Header;
  readonly mapping: ColumnMapping;
  readonly flat: boolean;
  readonly atEnd: boolean;
  readonly before: 'data' | 'other';
};

function kindOfRow(row: TableRow, around: Surroundings): RowKind {
  const { header, mapping, flat, atEnd, before } = around;
  const filled = countFilled(row, 2);
  if (filled === 0) return 'blank';
  if (isTotal(row, mapping)) return GRAND_TOTAL.test(foldWords(firstText(row))) ? 'grand total' : 'subtotal';
  if (filled > 1) {
    if (repeatsHeader(row, header)) return 'header';
    if (atEnd && onlyAmounts(row, mapping)) return 'grand total';
    return isOpeningBalance(row) ? 'subtotal' : 'data';
  }
  const first = firstText(row);
  const plain = foldWords(first);
  if (atEnd && onlyAmounts(row, mapping)) return 'grand total';
  if (BUCKET.test(plain)) return 'bucket';
  if (FOOTER.test(plain)) return 'footer';
  if (amountParts(first) !== null) return 'data';
  if (atEnd) return before === 'data' && flat ? 'data' : 'footer';
  if (!flat) return 'group';
  const inCustomerColumn = !isBlank(row.cells[mapping.customer.column ?? -1]);
  return inCustomerColumn && !SECTION.test(plain) ? 'data' : 'footer';
}

/** "Total …" with a figure and no invoice of its own: a customer called Total Wine has a number and a date. */
function isTotal(row: TableRow, mapping: ColumnMapping): boolean {
  const at = row.cells.findIndex((cell) => !isBlank(cell));
  if (at < 0) return false;
  const first = row.cells[at];
  if (typeof first !== 'string' || !MAY_BE_TOTAL.test(first) || !TOTAL.test(foldWords(first))) return false;
  const filledAs = (column: number | null) => column !== null && column !== at && !isBlank(row.cells[column]);
  if (filledAs(mapping.number.column) || (filledAs(mapping.due.column) && filledAs(mapping.issued.column)))
    return false;
  return row.cells.some((cell, i) => i !== at && !isBlank(cell) && amountParts(cellText(cell)) !== null);
}

function isOpeningBalance(row: TableRow): boolean {
  return /^(beginning|opening) balance$/.test(foldWords(firstText(row)));
}

function onlyAmounts(row: TableRow, { total, open, paid, lineAmount }: ColumnMapping): boolean {
  const columns = [total, open, paid, lineAmount].map(({ column }) => column);
  return row.cells.every(
    (cell, i) => isBlank(cell) || (columns.includes(i) && amountParts(cellText(cell)) !== null),
  );
}

/** True where the customer stands in its own column on (nearly) every row, so nothing needs to be carried down. */
function namesEveryCustomer(rows: readonly TableRow[], mapping: ColumnMapping): boolean {
  const column = mapping.customer.column;
  if (column === null) return false;
  let full = 0;
  let named = 0;
  for (const row of rows) {
    if (countFilled(row, 3) < 3) continue;
    full += 1;
    if (!isBlank(row.cells[column])) named += 1;
  }
  return named * 5 >= full * 4;
}

/** Where each "Total for X" stands, to know whether a heading inside a group is a part of it or the next one. */
function closingTotals(rows: readonly TableRow[], mapping: ColumnMapping): Map<string, number> {
  const last = new Map<string, number>();
  rows.forEach((row, i) => {
    if (!isTotal(row, mapping)) return;
    const ended = TOTAL_FOR.exec(firstText(row))?.[1];
    if (ended) last.set(fold(ended), i);
  });
  return last;
}

function fold(text: string): string {
  return foldWords(text);
}

function firstText(row: TableRow): string {
  return cellText(row.cells.find((cell) => !isBlank(cell)));
}

/** Counts cells with something in them, up to `enough`. */
function countFilled(row: TableRow, enough: number): number {
  let count = 0;
  for (const cell of row.cells) {
    if (isBlank(cell)) continue;
    count += 1;
    if (count >= enough) return count;
  }
  return count;
}
