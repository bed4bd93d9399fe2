// Settles how a file is to be read before its first row is: date order, decimal sign, currency, from all rows together.
import type { Day } from '../calendar.ts';
import { minorDigits } from '../money.ts';
import type { Role } from './column-names.ts';
import { readCurrency } from './currencies.ts';
import { type DatedRow, inferDateOrder } from './dates.ts';
import type { Header } from './find-header.ts';
import type { ColumnMapping } from './mapping.ts';
import { inferDecimals } from './numbers.ts';
import { askCurrency, askDateOrder, askDecimals, type ImportAnswers, type Question } from './questions.ts';
import type { ReadingRules } from './row-cells.ts';
import { currencyMark } from './row-currency.ts';
import type { SortedRows } from './rows.ts';
import { cellText, type TableRow } from './table.ts';
import { readTerms } from './terms.ts';

export type ImportContext = {
  readonly today: Day;
  readonly currency: string; // the workspace's, for amounts that name none
  readonly termsDays: number; // the policy's, for invoices that name no due date
  readonly locale: string;
  readonly zone: string; // which day a UTC time is
};

export type Settled = Pick<ReadingRules, 'order' | 'decimals' | 'currency'> & {
  readonly questions: readonly Question[];
  readonly ambiguousDates: boolean;
  readonly currencyNamed: boolean;
};

/** Date order, decimal sign and currency, from all rows together; what they leave open is asked. */
export function settleReading(
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
