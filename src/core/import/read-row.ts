// Reads one data row into what it says of an invoice, by the columns' roles. What cannot be read is a problem, never a guess.
import { addDays, type Day } from '../calendar.ts';
import { minorDigits } from '../money.ts';
import { ROLE_WORDS, type Role } from './column-names.ts';
import { isCurrencyCode, readCurrency } from './currencies.ts';
import { type DateOrder, type DateReading, readDate } from './dates.ts';
import type { Header } from './find-header.ts';
import {
  cleanText,
  customerKey,
  isFormula,
  MAX_MEMO_CHARACTERS,
  MAX_NAME_CHARACTERS,
  MAX_NUMBER_CHARACTERS,
  parentOf,
  readEmail,
} from './hostile-text.ts';
import type { ColumnMapping } from './mapping.ts';
import { type AmountReading, amountParts, type DecimalStyle, readAmount, readNumber } from './numbers.ts';
import type { LineProblem } from './problems.ts';
import type { DataRow } from './rows.ts';
import { type DocumentKind, readKind, readStatus, type StatusMeaning } from './statuses.ts';
import { type Cell, cellText, columnName, isBlank, type TableRow } from './table.ts';
import { dueByTerms, readTerms, type Terms } from './terms.ts';

/** One row, read. Amounts are minor units with the file's sign; null: the row does not say. */
export type InvoiceRow = {
  readonly line: number;
  readonly customer: string;
  readonly key: string;
  readonly parent: string | null;
  readonly email: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly number: string | null;
  readonly kind: DocumentKind;
  readonly status: StatusMeaning;
  readonly issued: Day | null;
  readonly due: Day;
  readonly dueFrom: 'file' | 'terms' | 'policy';
  readonly currency: string;
  readonly total: number | null;
  readonly open: number | null;
  readonly paid: number | null;
  readonly lineAmount: number | null;
  readonly memo: string | null;
};

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

/** Makes a reader that keeps what it has worked out: dates, statuses and terms repeat thousands of times. */
export function rowReader(rules: ReadingRules, notes: RowNotes): (data: DataRow) => InvoiceRow | null {
  const { header, mapping } = rules;
  const dates = new Map<string, DateReading>();
  const statuses = new Map<string, StatusMeaning>();
  const kinds = new Map<string, DocumentKind>();
  const terms = new Map<string, Terms | null>();
  const names = new Map<string, ReadName>();
  const headingCurrency = currencyOfHeadings(rules);

  const cellOf = (row: TableRow, role: Role): Cell | undefined =>
    mapping[role].column === null ? undefined : row.cells[mapping[role].column];
  const problem = (row: TableRow, role: Role, value: string, expected: string) => {
    const column = mapping[role].column;
    const name = column === null ? null : columnName(header.names, column);
    notes.problems.push({ line: row.line, column: name, value, expected });
  };
  const warn = (row: TableRow, role: Role, value: string, expected: string) => {
    const column = mapping[role].column;
    notes.warnings.push({
      line: row.line,
      column: column === null ? null : columnName(header.names, column),
      value,
      expected,
    });
  };

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
      const place = mapping.customer.column === null ? 'no customer' : known.shown;
      if (mapping.customer.column === null && known.name === '') {
        notes.problems.push({
          line: row.line,
          column: null,
          value: null,
          expected: `has ${place}. ${NO_CUSTOMER}`,
        });
      } else problem(row, 'customer', known.shown, known.problem);
    } else if (known.changed)
      warn(row, 'customer', known.name, 'had line breaks or hidden characters, which were taken out.');
    return known;
  };

  return (data) => {
    const { row } = data;
    if (tooWide(row, header)) {
      notes.problems.push(tooWideProblem(row, header));
      return null;
    }
    const before = notes.problems.length;
    const name = nameOf(data);
    const number = readNumberText(row, cellOf(row, 'number'), problem);
    const currency = currencyOf(row, cellOf, headingCurrency ?? rules.currency, rules.currency, problem);
    const statusText = cellText(cellOf(row, 'status'));
    const status = statuses.get(statusText) ?? readStatus(statusText);
    statuses.set(statusText, status);
    const kindText = cellText(cellOf(row, 'kind'));
    const kind = kinds.get(kindText) ?? readKind(kindText);
    kinds.set(kindText, kind);
    const issued = dateOf(row, 'issued');
    const dueInFile = dateOf(row, 'due');
    const termsText = cellText(cellOf(row, 'terms'));
    const agreed = terms.has(termsText) ? terms.get(termsText)! : readTerms(termsText);
    terms.set(termsText, agreed);
    const total = amountOf(row, 'total', currency);
    const open = amountOf(row, 'open', currency);
    const paid = amountOf(row, 'paid', currency);
    const lineAmount = amountOf(row, 'lineAmount', currency);
    if (notes.problems.length > before) return null;

    if (total === null && open === null && lineAmount === null) {
      const role =
        (['open', 'total', 'lineAmount'] as const).find((each) => mapping[each].column !== null) ?? 'open';
      problem(row, role, '', 'Expected an amount like 1,234.50.');
      return null;
    }
    const due =
      dueInFile ??
      (issued === null ? null : agreed ? dueByTerms(issued, agreed) : addDays(issued, rules.termsDays));
    if (due === null) {
      const role = mapping.due.column === null ? 'issued' : 'due';
      problem(row, role, '', `Expected a date: the ${ROLE_WORDS[role]} says when the money is due.`);
      return null;
    }
    const rawEmail = cellOf(row, 'email');
    const email = readEmail(typeof rawEmail === 'string' ? rawEmail : cellText(rawEmail));
    if (email.kind === 'not') {
      warn(
        row,
        'email',
        cellText(rawEmail),
        'is not an e-mail address and was left out. Expected one like name@company.com.',
      );
    } else if (email.kind === 'email' && email.others > 0) {
      warn(
        row,
        'email',
        cellText(rawEmail),
        `holds several addresses; letters go to the first, ${email.email}.`,
      );
    }
    return {
      line: row.line,
      customer: name.name,
      key: name.key,
      parent: name.parent,
      email: email.kind === 'email' ? email.email : null,
      contactName: optionalText(cellOf(row, 'contactName'), MAX_NAME_CHARACTERS),
      phone: optionalText(cellOf(row, 'phone'), 60),
      number,
      kind,
      status,
      issued,
      due,
      dueFrom: dueInFile !== null ? 'file' : agreed ? 'terms' : 'policy',
      currency,
      total,
      open,
      paid,
      lineAmount,
      memo: optionalText(cellOf(row, 'memo'), MAX_MEMO_CHARACTERS),
    };
  };
}

type Report = (row: TableRow, role: Role, value: string, expected: string) => void;

const NO_CUSTOMER = 'Expected a heading with the customer’s name above it, or a customer column.';

type ReadName = {
  readonly name: string;
  readonly key: string;
  readonly parent: string | null;
  readonly shown: string;
  readonly changed: boolean;
  readonly problem: string | null;
};

function readName(raw: string): ReadName {
  const { text, changed } = cleanText(raw);
  const problem =
    text === ''
      ? 'Expected the customer’s name.'
      : isFormula(text)
        ? 'is a spreadsheet formula, not a name. Expected the name itself: paste the column as values.'
        : text.length > MAX_NAME_CHARACTERS
          ? `is too long for a name (${text.length} characters). Expected at most ${MAX_NAME_CHARACTERS}.`
          : !/[\p{L}\p{N}]/u.test(text)
            ? 'is not a name. Expected the customer’s name.'
            : null;
  return { name: text, key: customerKey(text), parent: parentOf(text), shown: text, changed, problem };
}

function readNumberText(row: TableRow, cell: Cell | undefined, problem: Report): string | null {
  if (isBlank(cell)) return null;
  const { text } = cleanText(cellText(cell));
  if (isFormula(text) || (typeof cell === 'object' && 'error' in cell)) {
    problem(
      row,
      'number',
      text,
      'is a spreadsheet formula, not an invoice number. Expected the number itself.',
    );
  } else if (text.length > MAX_NUMBER_CHARACTERS) {
    problem(
      row,
      'number',
      text,
      `is too long for an invoice number (${text.length} characters). Expected at most ${MAX_NUMBER_CHARACTERS}.`,
    );
  }
  return text === '' ? null : text;
}

function optionalText(cell: Cell | undefined, max: number): string | null {
  if (isBlank(cell)) return null;
  const { text } = cleanText(cellText(cell));
  if (text === '' || isFormula(text)) return null;
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}

/** The currency's own column, else the sign in an amount, else what the heading or the house says. */
function currencyOf(
  row: TableRow,
  cellOf: (row: TableRow, role: Role) => Cell | undefined,
  otherwise: string,
  home: string,
  problem: Report,
): string {
  const text = cellText(cellOf(row, 'currency'));
  if (text !== '') {
    const named = readCurrency(text, home);
    if (named.kind === 'currency') return named.code;
    if (named.kind === 'unclear') return home;
    problem(row, 'currency', text, 'is not a currency. Expected a code like USD.');
    return home;
  }
  for (const role of ['open', 'total', 'lineAmount', 'paid'] as const) {
    const mark = currencyMark(cellOf(row, role));
    if (mark === null) continue;
    const named = readCurrency(mark, home);
    if (named.kind === 'currency') return named.code;
    if (named.kind === 'unclear') return home;
    problem(
      row,
      role,
      cellText(cellOf(row, role)),
      'has a currency that is not known. Expected a code like USD.',
    );
    return home;
  }
  return otherwise;
}

/** The sign or code in an amount's cell; most cells are bare figures, which need no closer look. */
export function currencyMark(cell: Cell | undefined): string | null {
  if (cell === undefined) return null;
  const text = typeof cell === 'string' ? cell : cellText(cell);
  if (/^[\d.,\s()-]*$/.test(text)) return null;
  return amountParts(text)?.currencyMark ?? null;
}

function currencyOfHeadings({ header, mapping }: ReadingRules): string | null {
  for (const role of ['open', 'total', 'lineAmount'] as const) {
    const { column } = mapping[role];
    const code = column === null ? undefined : /\b[A-Z]{3}\b/.exec(header.names[column] ?? '')?.[0];
    if (code && isCurrencyCode(code)) return code;
  }
  return null;
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

function tooWide(row: TableRow, { names }: Header): boolean {
  for (let i = names.length; i < row.cells.length; i += 1) if (!isBlank(row.cells[i])) return true;
  return false;
}

function tooWideProblem(row: TableRow, { names }: Header): LineProblem {
  return {
    line: row.line,
    column: null,
    value: null,
    expected: `the row has ${row.cells.length} values but there are ${names.length} columns. Expected a value that contains the separator to stand in quotes, like "1,234.50".`,
  };
}
