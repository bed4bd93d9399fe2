// Holds the file's own total row against what its rows add up to: a difference means that something was lost on the way.
import { money } from '../money.ts';
import type { Header } from './find-header.ts';
import type { ColumnMapping } from './mapping.ts';
import { readAmount, readNumber } from './numbers.ts';
import type { InvoiceRow } from './read-row.ts';
import type { TotalsCheck } from './receipt.ts';
import type { ReadingRules } from './row-cells.ts';
import { columnName, type TableRow } from './table.ts';

/** Nothing to hold against where there is no total, or the rows are of several currencies. */
export function checkTotals(
  total: TableRow | null,
  mapping: ColumnMapping,
  header: Header,
  rows: readonly InvoiceRow[],
  { decimals }: Pick<ReadingRules, 'decimals'>,
): TotalsCheck[] {
  const currency = rows[0]?.currency;
  if (total === null || currency === undefined || rows.some((row) => row.currency !== currency)) return [];
  return (['total', 'open', 'paid', 'lineAmount'] as const).flatMap((role) => {
    const { column } = mapping[role];
    const cell = column === null ? undefined : total.cells[column];
    if (column === null || cell === undefined || cell === '') return [];
    const reading =
      typeof cell === 'string'
        ? readAmount(cell, decimals, currency)
        : 'number' in cell
          ? readNumber(cell.number, currency)
          : null;
    if (reading === null || reading.kind === 'not') return [];
    const read = money(
      rows.reduce((sum, row) => sum + (row[role] ?? 0), 0),
      currency,
    );
    const once = new Map(rows.map((row) => [`${row.key}\n${row.number ?? row.line}`, row[role] ?? 0]));
    const readOnce = [...once.values()].reduce((sum, minor) => sum + minor, 0);
    const matches = [read.minor, readOnce].includes(reading.money.minor);
    return [{ column: columnName(header.names, column), inFile: reading.money, read, matches }];
  });
}
