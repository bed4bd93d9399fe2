// Which currency a row's amounts are in.
import type { Role } from './column-names.ts';
import { isCurrencyCode, readCurrency } from './currencies.ts';
import type { Header } from './find-header.ts';
import type { ColumnMapping } from './mapping.ts';
import { amountParts } from './numbers.ts';
import type { Report } from './row-texts.ts';
import { type Cell, cellText, type TableRow } from './table.ts';

/** The currency's own column, else the sign in an amount, else what the heading or the house says. */
export function currencyOf(
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

export function currencyOfHeadings({ names }: Header, mapping: ColumnMapping): string | null {
  for (const role of ['open', 'total', 'lineAmount'] as const) {
    const { column } = mapping[role];
    const code = column === null ? undefined : /\b[A-Z]{3}\b/.exec(names[column] ?? '')?.[0];
    if (code && isCurrencyCode(code)) return code;
  }
  return null;
}
