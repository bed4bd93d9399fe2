// From a table of cells to what an import will do: ready with a receipt, a few questions, or refused with every reason.
import type { ImportBatch } from './batch.ts';
import { inferCovers } from './covers.ts';
import { customersOf } from './customers.ts';
import { findHeader, type Header } from './find-header.ts';
import { makeReceipt, type Work } from './make-receipt.ts';
import { type ColumnMapping, columnDoubts, suggestMapping } from './mapping.ts';
import { mergeRows } from './merge-rows.ts';
import type { LineProblem } from './problems.ts';
import { askColumn, askCovers, askSheet, type ImportAnswers, type Question } from './questions.ts';
import { rowReader } from './read-row.ts';
import type { ReceiptDraft } from './receipt.ts';
import type { ReadingRules, RowNotes } from './row-cells.ts';
import { isBucketName, sortRows } from './rows.ts';
import { type ImportContext, type Settled, settleReading } from './settle-reading.ts';
import { cellText, columnName, type Sheet, type Table } from './table.ts';

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
  const receipt = makeReceipt(
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

function refuse(line: number | null, expected: string): { kind: 'refused'; problems: LineProblem[] } {
  return { kind: 'refused', problems: [{ line, column: null, value: null, expected }] };
}
