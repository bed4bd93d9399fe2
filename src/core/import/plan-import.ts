// From a table of cells to what an import will do: ready with a receipt, a few questions, or refused with every reason.
import type { Day } from '../calendar.ts';
import { minorDigits, sumByCurrency } from '../money.ts';
import type { ImportBatch } from './batch.ts';
import { ROLE_WORDS, ROLES, type Role } from './column-names.ts';
import { inferCovers } from './covers.ts';
import { readCurrency } from './currencies.ts';
import { customersOf } from './customers.ts';
import { type DatedRow, inferDateOrder, orderInWords } from './dates.ts';
import { findHeader, type Header } from './find-header.ts';
import { type ColumnMapping, columnDoubts, suggestMapping } from './mapping.ts';
import { type MergedRows, mergeRows } from './merge-rows.ts';
import { inferDecimals } from './numbers.ts';
import type { LineProblem } from './problems.ts';
import {
  askColumn,
  askCovers,
  askCurrency,
  askDateOrder,
  askDecimals,
  askSheet,
  type ImportAnswers,
  type Question,
} from './questions.ts';
import { currencyMark, type InvoiceRow, type ReadingRules, type RowNotes, rowReader } from './read-row.ts';
import type { ReceiptDraft } from './receipt.ts';
import { isBucketName, type SortedRows, sortRows } from './rows.ts';
import { cellText, columnName, type Sheet, type Table, type TableRow } from './table.ts';
import { readTerms } from './terms.ts';
import { checkTotals } from './totals.ts';

export type ImportContext = {
  readonly today: Day;
  readonly currency: string; // the workspace's, for amounts that name none
  readonly termsDays: number; // the policy's, for invoices that name no due date
  readonly locale: string;
  readonly zone: string; // which day a UTC time is
};

export type ImportPlan =
  | { readonly kind: 'refused'; readonly problems: readonly LineProblem[] }
  | {
      readonly kind: 'ask';
      readonly questions: readonly Question[];
      readonly mapping: ColumnMapping | null; // null: the sheet is not chosen yet
      readonly headings: readonly string[];
      /** The first data rows as shown, to look at while answering. */
      readonly sample: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'ready';
      readonly batch: ImportBatch;
      readonly receipt: ReceiptDraft;
      readonly mapping: ColumnMapping;
      readonly headings: readonly string[];
      /** Need no answer: the safe one was taken. Worth offering where a person looks. */
      readonly mayAsk: readonly Question[];
    };

const SAMPLE_ROWS = 5;

export function planImport(table: Table, answers: ImportAnswers, context: ImportContext): ImportPlan {
  const chosen = chooseSheet(table, answers);
  if (chosen.kind !== 'sheet') return chosen;
  const { sheet, header } = chosen;
  const body = sheet.rows.slice(header.index + 1);
  const given = answers.mapping ?? {};
  const mapping = suggestMapping(header, body, given);
  const summary = refuseSummary(header, mapping);
  if (summary) return summary;
  const sorted = sortRows(body, header, mapping);
  if (sorted.data.length === 0) {
    return refuse(
      header.line,
      'these are the column names, but no invoices follow. Expected one row for each invoice.',
    );
  }
  const questions: Question[] = columnDoubts(mapping, header, given, sorted.hasGroups).map((doubt) =>
    askColumn(doubt, header),
  );
  const settled = settleReading(sorted, header, mapping, answers, context);
  questions.push(...settled.questions);
  if (questions.length > 0) {
    const sample = sorted.data
      .slice(0, SAMPLE_ROWS)
      .map(({ row }) => header.names.map((_, i) => cellText(row.cells[i])));
    return { kind: 'ask', questions, mapping, headings: header.names, sample };
  }
  return readAll({ table, sheet, header, mapping, sorted, answers, context }, settled);
}

type Chosen = { readonly kind: 'sheet'; readonly sheet: Sheet; readonly header: Header };

function chooseSheet(table: Table, answers: ImportAnswers): Chosen | ImportPlan {
  const candidates = table.sheets.flatMap((sheet) => {
    const header = findHeader(sheet);
    return header ? [{ kind: 'sheet' as const, sheet, header }] : [];
  });
  const asked = candidates.find(({ sheet }) => sheet.name === answers.sheet);
  if (asked) return asked;
  if (candidates.length === 0) {
    if (table.sheets.every(({ rows }) => rows.length === 0)) {
      return refuse(null, 'The file is empty. Expected a row of column names and one row for each invoice.');
    }
    return refuse(
      null,
      'No row with column names was found in the first 30 rows. Expected one like: Customer, Invoice, Due date, Amount, Balance.',
    );
  }
  const known = candidates.filter(({ header }) => header.known);
  const good = known.length > 0 ? known : candidates;
  if (good.length === 1) return good[0]!;
  return {
    kind: 'ask',
    questions: [askSheet(good.map(({ sheet }) => sheet.name))],
    mapping: null,
    headings: [],
    sample: [],
  };
}

/** An ageing summary has one row a customer and sums by bucket: there are no invoices in it to write about. */
function refuseSummary(header: Header, mapping: ColumnMapping): ImportPlan | null {
  const buckets = header.names.filter(isBucketName).length;
  if (buckets < 2 || mapping.number.column !== null || mapping.due.column !== null) return null;
  return refuse(
    header.line,
    'this is the heading of an ageing summary: sums for each customer, without invoices. Expected the detail report, with one row for each invoice.',
  );
}

type Settled = Pick<ReadingRules, 'order' | 'decimals' | 'currency'> & {
  readonly questions: readonly Question[];
  readonly ambiguousDates: boolean;
  readonly currencyNamed: boolean;
};

/** Date order, decimal sign and currency, from all rows together; what they leave open is asked. */
function settleReading(
  { data }: SortedRows,
  header: Header,
  mapping: ColumnMapping,
  answers: ImportAnswers,
  context: ImportContext,
): Settled {
  const questions: Question[] = [];
  const textOf = (row: TableRow, role: Role): string => {
    const { column } = mapping[role];
    const cell = column === null ? undefined : row.cells[column];
    return typeof cell === 'string' ? cell.trim() : '';
  };
  const terms = new Map<string, number | null>();
  const dated = function* (): Iterable<DatedRow> {
    for (const { row } of data) {
      const text = textOf(row, 'terms');
      if (!terms.has(text)) {
        const found = readTerms(text);
        terms.set(text, found === null || found.fromMonthEnd ? null : found.days);
      }
      yield { issued: textOf(row, 'issued'), due: textOf(row, 'due'), termsDays: terms.get(text)! };
    }
  };
  const order = inferDateOrder(dated(), context.locale);
  if (order.kind === 'ask' && !answers.dateOrder)
    questions.push(askDateOrder(order.example, order.suggested));

  const amountRoles = (['total', 'open', 'paid', 'lineAmount'] as const).filter(
    (role) => mapping[role].column !== null,
  );
  const amounts = function* (): Iterable<string> {
    for (const { row } of data) for (const role of amountRoles) yield textOf(row, role);
  };
  const codes = new Set<string>();
  let unclear: { mark: string; choices: readonly string[] } | null = null;
  for (const { row } of data) {
    const { column } = mapping.currency;
    const own = column === null ? '' : cellText(row.cells[column]);
    const marks =
      own === '' ? amountRoles.map((role) => currencyMark(row.cells[mapping[role].column!])) : [own];
    for (const mark of new Set(marks)) {
      if (mark === null) continue;
      const named = readCurrency(mark, answers.currency ?? context.currency);
      if (named.kind === 'currency') codes.add(named.code);
      if (named.kind === 'unclear') unclear ??= named;
    }
  }
  if (unclear && !answers.currency) questions.push(askCurrency(unclear.mark, unclear.choices));
  // One currency named on some rows speaks for the rows that name none.
  const only = codes.size === 1 ? [...codes][0] : undefined;
  const currency = answers.currency ?? only ?? context.currency;
  const threeDecimals = [...codes, currency].some((code) => minorDigits(code) === 3);
  const decimals = inferDecimals(amounts(), context.locale, threeDecimals);
  if (decimals.kind === 'ask' && !answers.decimals)
    questions.push(askDecimals(decimals.example, decimals.suggested));
  return {
    questions,
    order: answers.dateOrder ?? (order.kind === 'sure' ? order.order : order.suggested),
    decimals: answers.decimals ?? (decimals.kind === 'sure' ? decimals.style : decimals.suggested),
    currency,
    ambiguousDates: order.kind === 'ask',
    currencyNamed: codes.size > 0 || unclear !== null || /\b[A-Z]{3}\b/.test(header.names.join(' ')),
  };
}

type Work = {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly header: Header;
  readonly mapping: ColumnMapping;
  readonly sorted: SortedRows;
  readonly answers: ImportAnswers;
  readonly context: ImportContext;
};

function readAll(work: Work, settled: Settled): ImportPlan {
  const { table, header, mapping, sorted, answers, context } = work;
  const rules: ReadingRules = { ...settled, header, mapping, ...context, currency: settled.currency };
  const notes: RowNotes = { problems: [], warnings: [], rounded: 0 };
  const read = rowReader(rules, notes);
  const rows = sorted.data.map(read).filter((row) => row !== null);
  const numberColumn = mapping.number.column;
  const merged = mergeRows(
    rows,
    numberColumn === null ? null : columnName(header.names, numberColumn),
    numberColumn !== null,
  );
  const problems = [...notes.problems, ...merged.problems].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (problems.length > 0) return { kind: 'refused', problems };
  const { customers, warnings } = customersOf(rows, merged.invoices);
  // Not the file's name: people call a hand-made list "open invoices", too.
  const titles = [work.sheet.name, ...header.banner];
  const inferred = inferCovers(titles, header.names, merged.invoices, mapping.open.column !== null);
  const covers = answers.covers ?? inferred.covers;
  const batch: ImportBatch = {
    fileName: table.fileName,
    sha256: table.sha256,
    day: context.today,
    customers,
    invoices: merged.invoices,
    covers,
  };
  const receipt = receiptOf(
    work,
    settled,
    rows,
    batch,
    merged,
    [...notes.warnings, ...merged.warnings, ...warnings],
    notes.rounded,
  );
  const mayAsk = answers.covers === undefined && !inferred.sure ? [askCovers()] : [];
  return { kind: 'ready', batch, receipt, mapping, headings: header.names, mayAsk };
}

function receiptOf(
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

function refuse(line: number | null, expected: string): { kind: 'refused'; problems: LineProblem[] } {
  return { kind: 'refused', problems: [{ line, column: null, value: null, expected }] };
}
