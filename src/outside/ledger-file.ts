// Bytes of a CSV or spreadsheet → sheets of cells with line numbers, or one sentence that says why not and what to do.
import { createHash } from 'node:crypto';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { Cell, Sheet, Table, TableRow } from '../core/import/table.ts';
import { decodeText, findDelimiter } from './ledger-text.ts';
import { readWorkbook } from './ledger-workbook.ts';

/** Ten times a ledger of 100,000 invoices as CSV; more is an export of something else. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** What one import plans in a few seconds; the database takes it in one transaction. */
export const MAX_ROWS = 200_000;

/** Real exports have up to 60. */
export const MAX_COLUMNS = 500;

export type LedgerFile =
  | ({ readonly kind: 'table' } & Table)
  | { readonly kind: 'refused'; readonly because: string };

/** To be asked before a file is fetched or read: null, or the sentence that refuses it. */
export function refuseBySize(fileName: string, size: number): string | null {
  if (size > MAX_FILE_BYTES) {
    return `${fileName} is ${Math.round(size / 1024 / 1024)} MB; the limit is ${MAX_FILE_BYTES / 1024 / 1024} MB. Please export open invoices only, or a shorter period.`;
  }
  return null;
}

export function readLedgerFile(fileName: string, bytes: Uint8Array): LedgerFile {
  const tooBig = refuseBySize(fileName, bytes.length);
  if (tooBig) return refused(tooBig);
  if (bytes.length === 0) return refused(`${fileName} is empty. ${EXPORT_AGAIN}`);
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const wrong = wrongKind(head);
  if (wrong) return refused(`${fileName} ${wrong}`);
  const sheets = WORKBOOK_STARTS.some((start) => head.startsWith(start))
    ? readWorkbook(fileName, bytes, MAX_ROWS, MAX_COLUMNS)
    : readCsv(fileName, bytes);
  if (typeof sheets === 'string') return refused(sheets);
  if (sheets.every(({ rows }) => rows.length === 0)) {
    return refused(`${fileName} has no rows. ${EXPORT_AGAIN}`);
  }
  return { kind: 'table', fileName, sha256: createHash('sha256').update(bytes).digest('hex'), sheets };
}

const EXPORT_AGAIN = 'Please export the invoices again as CSV or XLSX.';

/** A zip archive, which XLSX is, and the older container of XLS and of password-protected files. */
const WORKBOOK_STARTS = ['PK\x03\x04', '\xd0\xcf\x11\xe0'];

const ARCHIVE_STARTS = ['\x1f\x8b', 'Rar!', '7z\xbc\xaf'];

/** Files that people drop by mistake, known by how they begin. */
function wrongKind(head: string): string | null {
  const text = head
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (head.startsWith('%PDF')) return `is a PDF. ${EXPORT_AGAIN}`;
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF|BM.{4}\0\0)/s.test(head)) return `is a picture. ${EXPORT_AGAIN}`;
  if (/^(<!doctype html|<html|<table|<head|<body|<div)/.test(text)) {
    return 'is a web page, not a spreadsheet (some programs save one as .xls). Please open it in your spreadsheet program and save it as XLSX or CSV.';
  }
  if (text.startsWith('<'))
    return 'is an XML file, not a spreadsheet. Please open it and save it as XLSX or CSV.';
  if (text.startsWith('{\\rtf')) return `is a text document. ${EXPORT_AGAIN}`;
  if (/^[{[]\s*["{[]/.test(text)) return `is a JSON file, not a table. ${EXPORT_AGAIN}`;
  if (ARCHIVE_STARTS.some((start) => head.startsWith(start)))
    return 'is a packed archive. Please unpack it and send the CSV or XLSX file inside.';
  return null;
}

class TooManyRows extends Error {}

function readCsv(fileName: string, bytes: Uint8Array): Sheet[] | string {
  const decoded = decodeText(bytes);
  if (decoded === null) {
    return `${fileName} is not a text file or a spreadsheet that can be read. ${EXPORT_AGAIN}`;
  }
  const { text, delimiter, firstLine } = findDelimiter(decoded);
  const rows: TableRow[] = [];
  let line = firstLine;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 1_000_000,
      on_record: (record: string[], info: Info) => {
        const cells: Cell[] = record;
        if (rows.length >= MAX_ROWS) throw new TooManyRows();
        if (record.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
        line = info.lines + firstLine;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof TooManyRows) return tooManyRows(fileName);
    if (error instanceof CsvError) return csvSentence(fileName, error, line);
    throw error;
  }
  const widest = rows.findIndex(({ cells }) => cells.length > MAX_COLUMNS);
  if (widest >= 0) {
    return `${fileName}, line ${rows[widest]!.line}: the row has ${rows[widest]!.cells.length} values; the limit is ${MAX_COLUMNS} columns. ${EXPORT_AGAIN}`;
  }
  return [{ name: 'CSV', rows }];
}

function tooManyRows(fileName: string): string {
  return `${fileName} has more than ${MAX_ROWS.toLocaleString('en-US')} rows, the limit. Please export open invoices only, or a shorter period.`;
}

/** @param line where the record begins that could not be read. */
function csvSentence(fileName: string, error: CsvError, line: number): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${fileName}, line ${line}: a quotation mark is opened and never closed. Expected a closing " at the end of the value; please mend the line or export the file again.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return `${fileName}, in the row that begins on line ${line}: text follows a closing quotation mark, or a mark before it was never closed. Expected the separator after ", and a mark inside a value to be doubled ("").`;
    case 'INVALID_OPENING_QUOTE':
      return `${fileName}, in the row that begins on line ${line}: a quotation mark stands inside a value that does not begin with one. Expected the whole value in quotes, with the mark doubled ("").`;
    case 'CSV_MAX_RECORD_SIZE':
      return `${fileName}, line ${line}: the row is longer than a million characters. A quotation mark is probably missing; expected one invoice on each line.`;
    default:
      return `${fileName}, in the row that begins on line ${line}: the row cannot be read as CSV. ${EXPORT_AGAIN}`;
  }
}

function refused(because: string): LedgerFile {
  return { kind: 'refused', because };
}
