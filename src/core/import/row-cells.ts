// Reads single cells of a row by their column's role: dates, amounts, names, statuses. What is wrong is taken down.
import type { Day } from '../calendar.ts';
import { minorDigits } from '../money.ts';
import type { Role } from './column-names.ts';
import { type DateOrder, type DateReading, readDate } from './dates.ts';
import type { Header } from './find-header.ts';
import type { ColumnMapping } from './mapping.ts';
import { type AmountReading, type DecimalStyle, readAmount, readNumber } from './numbers.ts';
import type { LineProblem } from './problems.ts';
import { type ReadName, type Report, readName } from './row-texts.ts';
import type { DataRow } from './rows.ts';
import { type DocumentKind, readKind, readStatus, type StatusMeaning } from './statuses.ts';
import { type Cell, cellText, columnName, isBlank, type TableRow } from './table.ts';
import { readTerms, type Terms } from './terms.ts';

/** How this file is to be read, settled before the first row. */
export type ReadingRules = {
  readonly header: Header;
  readonly mapping: ColumnMapping;
  readonly order: DateOrder;
  readonly decimals: DecimalStyle;
  readonly currency: string; // for amounts that name none
  readonly termsDays: number;
  readonly zone: string;
  readonly today: Day;
};

/** What is worth telling about rows that were read all the same. */
export type RowNotes = {
  readonly problems: LineProblem[];
  readonly warnings: LineProblem[];
  rounded: number;
};

/** Days further away than this are slips of the pen (1900, 2999). */
const MAX_YEARS_BACK = 30;
const MAX_YEARS_AHEAD = 10;

type AmountRole = 'total' | 'open' | 'paid' | 'lineAmount';

const NO_CUSTOMER =
  'this row has no customer. Expected a heading with the customer’s name above it, or a customer column.';

/** Readers that keep what they have worked out: dates, statuses and terms repeat thousands of times. */
export function cellReaders(rules: ReadingRules, notes: RowNotes) {
  const { header, mapping } = rules;
  const dates = new Map<string, DateReading>();
  const statuses = new Map<string, StatusMeaning>();
  const kinds = new Map<string, DocumentKind>();
  const terms = new Map<string, Terms | null>();
  const names = new Map<string, ReadName>();

  const cellOf = (row: TableRow, role: Role): Cell | undefined =>
    mapping[role].column === null ? undefined : row.cells[mapping[role].column];
  const reportTo =
    (list: LineProblem[]): Report =>
    (row, role, value, expected) => {
      const column = mapping[role].column;
      const name = column === null ? null : columnName(header.names, column);
      list.push({ line: row.line, column: name, value, expected });
    };
  const problem = reportTo(notes.problems);
  const warn = reportTo(notes.warnings);

  const dateOf = (row: TableRow, role: 'issued' | 'due'): Day | null => {
    const cell = cellOf(row, role);
    if (isBlank(cell)) return null;
    const text = cellText(cell);
    const cacheKey = `${role} ${typeof cell} ${text}`;
    const utc = /\butc\b/i.test(header.names[mapping[role].column!] ?? '');
    const reading =
      dates.get(cacheKey) ?? withinReach(readDate(cell!, rules.order, utc, rules.zone), rules.today);
    dates.set(cacheKey, reading);
    if (reading.kind === 'day') return reading.day;
    problem(row, role, text, reading.expected);
    return null;
  };

  const amountOf = (row: TableRow, role: AmountRole, currency: string): number | null => {
    const cell = cellOf(row, role);
    if (isBlank(cell)) return null;
    const reading = readAmountCell(cell!, rules.decimals, currency);
    if (reading.kind === 'not') {
      problem(row, role, cellText(cell), reading.expected);
      return null;
    }
    if (reading.rounded) notes.rounded += 1;
    return reading.money.minor;
  };

  const nameOf = ({ row, group }: DataRow): ReadName => {
    const cell = cellOf(row, 'customer');
    const raw = isBlank(cell) ? (group ?? '') : typeof cell === 'string' ? cell : cellText(cell);
    const known = names.get(raw) ?? readName(raw);
    names.set(raw, known);
    if (known.problem !== null) {
      if (mapping.customer.column === null && known.name === '') {
        notes.problems.push({
          line: row.line,
          column: null,
          value: null,
          expected: NO_CUSTOMER,
        });
      } else problem(row, 'customer', known.shown, known.problem);
    } else if (known.changed)
      warn(row, 'customer', known.name, 'had line breaks or hidden characters, which were taken out.');
    return known;
  };

  const remember = <T>(kept: Map<string, T>, text: string, read: (text: string) => T): T => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = read(text);
    kept.set(text, made);
    return made;
  };
  const statusOf = (row: TableRow) => remember(statuses, cellText(cellOf(row, 'status')), readStatus);
  const kindOf = (row: TableRow) => remember(kinds, cellText(cellOf(row, 'kind')), readKind);
  const termsOf = (row: TableRow) => remember(terms, cellText(cellOf(row, 'terms')), readTerms);

  return { cellOf, problem, warn, dateOf, amountOf, nameOf, statusOf, kindOf, termsOf };
}

function readAmountCell(
  cell: Cell,
  style: DecimalStyle,
  currency: string,
): AmountReading & { readonly rounded?: boolean } {
  if (typeof cell === 'string') return readAmount(cell, style, currency);
  if ('number' in cell) return readNumber(cell.number, currency);
  const sample = minorDigits(currency) === 0 ? '1234' : '1234.50';
  return 'error' in cell
    ? { kind: 'not', expected: `is a formula that failed. Expected an amount like ${sample}.` }
    : { kind: 'not', expected: `is a date. Expected an amount like ${sample}.` };
}

function withinReach(reading: DateReading, today: Day): DateReading {
  if (reading.kind === 'not') return reading;
  const years = Number(reading.day.slice(0, 4)) - Number(today.slice(0, 4));
  if (years >= -MAX_YEARS_BACK && years <= MAX_YEARS_AHEAD) return reading;
  return {
    kind: 'not',
    expected: `is too far from today (${today}) to be right. Expected a day between ${Number(today.slice(0, 4)) - MAX_YEARS_BACK} and ${Number(today.slice(0, 4)) + MAX_YEARS_AHEAD}.`,
  };
}
