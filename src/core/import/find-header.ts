// Finds the row of column names: real exports put a company's name, a title and dates above it.
import { meaningsOf, type Role } from './column-names.ts';
import { dateShape } from './dates.ts';
import { amountParts } from './numbers.ts';
import { type Cell, cellText, isBlank, type Sheet, type TableRow } from './table.ts';

/** Banners are three or four rows; a header further down than this is not looked for. */
export const HEADER_SEARCH_ROWS = 30;

export type Header = {
  /** Position in the sheet's rows. */
  readonly index: number;
  readonly line: number;
  readonly names: readonly string[];
  /** False: no name is known to us, but the row looks like headings above data; a person maps the columns. */
  readonly known: boolean;
  readonly score: number;
  /** Text above the header: titles that may say what the report is. */
  readonly banner: readonly string[];
};

export function findHeader(sheet: Sheet): Header | null {
  const rows = sheet.rows.slice(0, HEADER_SEARCH_ROWS);
  let best = -1;
  let bestScore = 0;
  rows.forEach((row, i) => {
    const score = scoreRow(row);
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  });
  if (best >= 0) return header(sheet, best, true, bestScore);
  const shaped = rows.findIndex((row, i) => looksLikeHeadings(row, rows[i + 1]));
  return shaped < 0 ? null : header(sheet, shaped, false, 1);
}

function header(sheet: Sheet, index: number, known: boolean, score: number): Header {
  const row = sheet.rows[index]!;
  const banner = sheet.rows
    .slice(0, index)
    .flatMap((above) => above.cells.map(cellText).filter((text) => text !== ''));
  const names = row.cells.map((cell) => cellText(cell).replace(/\s+/g, ' '));
  return { index, line: row.line, names, known, score, banner };
}

/** Two points a role named exactly, one for a near miss; figures and dates speak against a header. 0: none. */
function scoreRow(row: TableRow): number {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.length < 2) return 0;
  const roles = new Map<Role, number>();
  let against = 0;
  for (const cell of filled) {
    if (isFigure(cell)) {
      against += 1;
      continue;
    }
    for (const { role, exact } of meaningsOf(cellText(cell))) {
      roles.set(role, Math.max(roles.get(role) ?? 0, exact ? 2 : 1));
    }
  }
  const score = [...roles.values()].reduce((sum, points) => sum + points, 0) - 2 * against;
  return roles.size >= 2 && score >= 3 && against * 2 < filled.length ? score : 0;
}

function looksLikeHeadings(row: TableRow, next: TableRow | undefined): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.length < 3 || next === undefined) return false;
  if (!filled.every((cell) => typeof cell === 'string' && !isFigure(cell) && cell.length <= 60)) return false;
  return next.cells.filter((cell) => !isBlank(cell) && isFigure(cell)).length >= 1;
}

function isFigure(cell: Cell): boolean {
  if (typeof cell !== 'string') return !('error' in cell);
  return amountParts(cell) !== null || dateShape(cell).kind !== 'not';
}

/** A heading repeated further down, as printed pages do. */
export function repeatsHeader(row: TableRow, { names }: Header): boolean {
  let same = 0;
  for (let i = 0; i < names.length; i += 1) {
    const text = cellText(row.cells[i]);
    if (text === '' && names[i] === '') continue;
    if (text.replace(/\s+/g, ' ') !== names[i]) return false;
    same += 1;
  }
  return same >= 2;
}
