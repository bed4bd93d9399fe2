// A spreadsheet file's sheets as cells: days as days in no zone, numbers exact and as shown, merged names filled down.
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { dayFromParts } from '../core/calendar.ts';
import type { Cell, Sheet, TableRow } from '../core/import/table.ts';

/** A small file can unpack to gigabytes; this much is 200,000 rows of 30 columns. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;

/** Sheets, or the sentence that refuses the file. */
export function readWorkbook(
  fileName: string,
  bytes: Uint8Array,
  maxRows: number,
  maxColumns: number,
): Sheet[] | string {
  const again = 'Please open it in your spreadsheet program and save it as XLSX or CSV.';
  const unpacked = unpackedBytes(bytes);
  if (unpacked !== null && unpacked > MAX_UNPACKED_BYTES) {
    return `${fileName} unpacks to ${Math.round(unpacked / 1024 / 1024)} MB; the limit is ${MAX_UNPACKED_BYTES / 1024 / 1024} MB. Please export open invoices only, or a shorter period.`;
  }
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: true,
      cellFormula: false,
      cellHTML: false,
      sheetRows: maxRows + 2,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    // A workbook with a password is not a zip archive any more; a zip that speaks of encryption is torn.
    if (bytes[0] !== 0x50 && /password|encrypt/i.test(message)) {
      return `${fileName} is protected by a password. Please save a copy without one and send that.`;
    }
    return `${fileName} is damaged or not a spreadsheet. ${again}`;
  }
  const hidden = book.Workbook?.Sheets?.map(({ Hidden }) => (Hidden ?? 0) !== 0) ?? [];
  const visible = book.SheetNames.filter((_, i) => !hidden[i]);
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const name of visible) {
    const rows = rowsOf(book.Sheets[name]!, from1904, maxColumns);
    if (rows.length > maxRows) {
      return `${fileName} has more than ${maxRows.toLocaleString('en-US')} rows, the limit. Please export open invoices only, or a shorter period.`;
    }
    sheets.push({ name, rows });
  }
  return sheets.length === 0 ? `${fileName} has no visible sheet. ${again}` : sheets;
}

function rowsOf(sheet: WorkSheet, from1904: boolean, maxColumns: number): TableRow[] {
  const grid = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows: TableRow[] = [];
  fillDownMerged(sheet, grid, maxColumns);
  grid.forEach((source, index) => {
    if (!source) return;
    const cells: Cell[] = [];
    let filled = false;
    source.forEach((cell, column) => {
      if (column >= maxColumns) return;
      while (cells.length < column) cells.push('');
      const made = cell === undefined ? '' : toCell(cell, from1904);
      if (made !== '') filled = true;
      cells.push(made);
    });
    if (filled) rows.push({ line: index + 1, cells });
  });
  return rows;
}

/** A customer's name merged over three rows stands for all three; cells merged sideways are one value. */
function fillDownMerged(sheet: WorkSheet, grid: (CellObject | undefined)[][], maxColumns: number): void {
  for (const { s, e } of sheet['!merges'] ?? []) {
    const top = grid[s.r]?.[s.c];
    if (top === undefined || e.r === s.r || e.c !== s.c || s.c >= maxColumns) continue;
    for (let row = s.r + 1; row <= Math.min(e.r, grid.length - 1); row += 1) {
      const cells = grid[row];
      if (cells) cells[s.c] = top;
    }
  }
}

function toCell(cell: CellObject, from1904: boolean): Cell {
  switch (cell.t) {
    case 's':
      return String(cell.v ?? '');
    case 'n':
      return typeof cell.v === 'number' ? toNumberCell(cell.v, cell, from1904) : '';
    case 'd':
      return cell.v instanceof Date
        ? { day: cell.v.toISOString().slice(0, 10) as `${number}-${number}-${number}` }
        : '';
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE';
    case 'e':
      return { error: cell.w ?? '#ERROR' };
    default:
      return '';
  }
}

function toNumberCell(value: number, cell: CellObject, from1904: boolean): Cell {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (SSF.is_date(format) && value >= 1) {
    const { y, m, d } = SSF.parse_date_code(value, { date1904: from1904 });
    const day = dayFromParts(y, m, d);
    if (day !== null) return { day };
  }
  const number = exactDecimal(value);
  const shown = format === 'General' || cell.w === undefined ? number : cell.w;
  return { number, shown };
}

/** Fifteen digits, as spreadsheets keep: a sum's noise (0.30000000000000004) is not part of the figure. */
function exactDecimal(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const plain = String(rounded);
  return plain.includes('e') ? rounded.toFixed(10).replace(/\.?0+$/, '') : plain;
}

/** What a zip archive says it unpacks to, from its directory; null where it is none. */
function unpackedBytes(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 66_000; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) return null;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < entries && at + 46 <= bytes.length; i += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) return null;
    total += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
