// A ledger file as cells, before anybody knows what they mean. Made by outside/ledger-file, read by plan-import.
import type { Day } from '../calendar.ts';

/**
 * Text as it stands in the file, or what a spreadsheet says beyond text: a day, an exact number with the way it is
 * shown ("0000001", "€1,234.50"), or a formula that failed ("#REF!").
 */
export type Cell =
  | string
  | { readonly day: Day }
  | { readonly number: string; readonly shown: string }
  | { readonly error: string };

/** `line` counts from 1 as the person's program shows it: a CSV's text line, a spreadsheet's row. */
export type TableRow = { readonly line: number; readonly cells: readonly Cell[] };

export type Sheet = { readonly name: string; readonly rows: readonly TableRow[] };

export type Table = {
  readonly fileName: string;
  readonly sha256: string;
  readonly sheets: readonly Sheet[];
};

/** A cell as a person sees it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if ('day' in cell) return cell.day;
  if ('number' in cell) return cell.shown.trim();
  return cell.error;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Letters from A, as a spreadsheet names a column that has no heading. */
export function columnLetter(column: number): string {
  let rest = column;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** What the person calls the column: its heading, or "column C" where it has none. */
export function columnName(headers: readonly string[], column: number): string {
  return headers[column] || `column ${columnLetter(column)}`;
}
