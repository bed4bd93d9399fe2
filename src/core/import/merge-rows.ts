// Makes invoices and credits of rows: several rows may be lines of one invoice, the same invoice twice, or two that clash.
import { money, toDecimal } from '../money.ts';
import type { ImportInvoice } from './batch.ts';
import type { LineProblem } from './problems.ts';
import type { InvoiceRow } from './read-row.ts';
import type { SkippedRow } from './rows.ts';

export type MergedRows = {
  readonly invoices: readonly ImportInvoice[];
  readonly problems: readonly LineProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly LineProblem[];
  readonly linesMerged: number;
  readonly duplicates: readonly {
    readonly number: string;
    readonly customer: string;
    readonly lines: readonly number[];
  }[];
  /** Voided or written off since: no money came, and nobody should be chased for it. */
  readonly withdrawn: readonly {
    readonly line: number;
    readonly customer: string;
    readonly number: string;
  }[];
  readonly dueFromTerms: number;
  readonly dueFromPolicy: number;
};

type Found = {
  -readonly [K in keyof MergedRows]: MergedRows[K] extends readonly (infer T)[] ? T[] : MergedRows[K];
};

/** @param numberColumn its heading, for problems. @param hasNumbers false: a person said the file has no numbers. */
export function mergeRows(
  rows: readonly InvoiceRow[],
  numberColumn: string | null,
  hasNumbers: boolean,
): MergedRows {
  const found: Found = {
    invoices: [],
    problems: [],
    skipped: [],
    warnings: [],
    linesMerged: 0,
    duplicates: [],
    withdrawn: [],
    dueFromTerms: 0,
    dueFromPolicy: 0,
  };
  const groups = new Map<string, InvoiceRow[]>();
  const unnumbered: InvoiceRow[] = [];
  for (const row of rows) {
    if (row.kind.kind === 'leave_out') found.skipped.push({ line: row.line, because: row.kind.because });
    else if (row.status.kind === 'leave_out') {
      found.skipped.push({ line: row.line, because: row.status.because });
      if (row.status.withdrawn && row.number !== null) {
        found.withdrawn.push({ line: row.line, customer: row.customer, number: row.number });
      }
    } else if (row.kind.kind === 'payment' && row.open === null) {
      found.skipped.push({
        line: row.line,
        because: 'a payment, and the file does not say what is left of it',
      });
    } else if (row.number === null || row.kind.kind === 'payment') {
      if (hasNumbers && row.number === null && row.kind.kind !== 'other' && !isCredit(row)) {
        found.problems.push({
          line: row.line,
          column: numberColumn,
          value: '',
          expected: 'Expected the invoice number.',
        });
      } else unnumbered.push(row);
    } else {
      const key = `${row.key}\n${foldNumber(row.number)}\n${isCredit(row) ? 'credit' : 'invoice'}`;
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  for (const group of groups.values()) {
    const one = group.length === 1 ? group[0]! : mergeGroup(group, numberColumn, found);
    if (one) addInvoice(one, one.number!, found);
  }
  const given = new Map<string, number>();
  for (const row of unnumbered) {
    const base = stableNumber(row);
    const key = `${row.key}\n${base}`;
    const count = (given.get(key) ?? 0) + 1;
    given.set(key, count);
    addInvoice(row, count === 1 ? base : `${base}-${count}`, found);
  }
  return found;
}

/** Leading zeros count, case and spaces do not. */
function foldNumber(number: string): string {
  return number.toLowerCase().replace(/\s+/g, '');
}

/** A credit by its kind or by its sign. An invoice overpaid (positive total, negative balance) is still an invoice. */
function isCredit(row: InvoiceRow): boolean {
  if (row.kind.kind === 'credit' || row.kind.kind === 'payment') return true;
  const face = row.total ?? row.lineAmount;
  if (face === null || face === 0) return (row.open ?? 0) < 0;
  // A line of an invoice may be negative (a discount); only a total makes a credit.
  return row.total !== null && row.total < 0;
}

/** A number for what has none, the same in the next file: the day and the face amount do not change. */
function stableNumber(row: InvoiceRow): string {
  const minor = Math.abs(row.total ?? row.lineAmount ?? row.open ?? 0);
  const prefix = isCredit(row) ? 'CREDIT' : 'INVOICE';
  return `${prefix}-${(row.issued ?? row.due).replaceAll('-', '')}-${toDecimal(money(minor, row.currency))}`;
}

/** Rows of one number: lines of one invoice where the file has line amounts, else one row written twice. */
function mergeGroup(group: readonly InvoiceRow[], column: string | null, found: Found): InvoiceRow | null {
  const first = group[0]!;
  const clash = group.find((row) => differs(first, row) !== null);
  if (clash) {
    found.problems.push({
      line: clash.line,
      column,
      value: clash.number!,
      expected: `stands for ${first.customer} on line ${first.line} already, with another ${differs(first, clash)}. Expected each invoice once, or the same figures.`,
    });
    return null;
  }
  if (group.every((row) => row.lineAmount !== null)) {
    found.linesMerged += group.length - 1;
    return {
      ...first,
      lineAmount: group.reduce((sum, row) => sum + row.lineAmount!, 0),
      memo: memoOf(group),
    };
  }
  found.duplicates.push({
    number: first.number!,
    customer: first.customer,
    lines: group.map(({ line }) => line),
  });
  return first;
}

function memoOf(group: readonly InvoiceRow[]): string | null {
  const memos = [...new Set(group.map(({ memo }) => memo).filter((memo) => memo !== null))];
  const more = memos.length - 1;
  return memos.length === 0 ? null : more > 0 ? `${memos[0]} (and ${more} more)` : memos[0]!;
}

function differs(a: InvoiceRow, b: InvoiceRow): string | null {
  if (a.currency !== b.currency) return 'currency';
  if (a.total !== b.total) return 'total';
  if (a.open !== b.open) return 'open balance';
  if (a.paid !== b.paid) return 'amount paid';
  if (a.due !== b.due) return 'due date';
  if (a.issued !== b.issued) return 'invoice date';
  return a.status.kind === b.status.kind ? null : 'status';
}

function addInvoice(row: InvoiceRow, number: string, found: Found): void {
  const credit = isCredit(row);
  const face = row.total ?? row.lineAmount ?? plus(row.open, row.paid) ?? 0;
  const open = openOf(row, face);
  if (open === null) {
    found.skipped.push({
      line: row.line,
      because: `${number} of ${row.customer} is part-paid and the file does not say how much is left: add a column for the balance or the amount paid`,
    });
    return;
  }
  if (row.issued !== null && row.due < row.issued) {
    found.warnings.push({
      line: row.line,
      column: null,
      value: number,
      expected: `is due (${row.due}) before it was issued (${row.issued}). It was taken as it stands.`,
    });
  }
  if (row.status.kind === 'paid' && open !== 0 && row.open !== null) {
    found.warnings.push({
      line: row.line,
      column: null,
      value: number,
      expected: 'is called paid, but has an open balance. The balance was taken.',
    });
  }
  if (!credit && row.dueFrom === 'terms') found.dueFromTerms += 1;
  if (!credit && row.dueFrom === 'policy') found.dueFromPolicy += 1;
  const total = Math.max(Math.abs(face), Math.abs(open));
  found.invoices.push(
    record(
      row,
      number,
      credit ? 'credit_note' : 'invoice',
      total,
      credit ? Math.abs(open) : Math.max(open, 0),
    ),
  );
  // More was paid than asked: what is over belongs to the customer.
  if (!credit && open < 0)
    found.invoices.push(record(row, `${number} overpaid`, 'credit_note', -open, -open));
}

/** What is left to pay, in the sign of the file; null: part-paid, and nobody can know. */
function openOf(row: InvoiceRow, face: number): number | null {
  const { open, paid, status } = row;
  if (open !== null) {
    // Stripe's "amount due" stays as it was after a payment; total less paid is then what is left.
    const left = paid !== null && paid !== 0 && (row.total ?? row.lineAmount) !== null ? face - paid : null;
    return left !== null && Math.abs(open) + Math.abs(paid!) > Math.abs(face) && open !== 0 && left >= 0
      ? left
      : open;
  }
  if (paid !== null) return face < 0 ? face + Math.abs(paid) : face - Math.abs(paid);
  if (status.kind === 'paid') return 0;
  return status.kind === 'part_paid' ? null : face;
}

function plus(a: number | null, b: number | null): number | null {
  return a === null ? null : a + (b ?? 0);
}

function record(
  row: InvoiceRow,
  number: string,
  kind: ImportInvoice['kind'],
  total: number,
  open: number,
): ImportInvoice {
  return {
    customerKey: row.key,
    number,
    kind,
    issued: row.issued,
    due: row.due,
    total: money(total, row.currency),
    open: money(open, row.currency),
    memo: row.memo,
    line: row.line,
  };
}
