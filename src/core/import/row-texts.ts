// Reads the texts of a row: the customer's name, the invoice number, and what may be missing. Hostile ones are refused.
import type { Role } from './column-names.ts';
import {
  cleanText,
  customerKey,
  isFormula,
  MAX_NAME_CHARACTERS,
  MAX_NUMBER_CHARACTERS,
  parentOf,
} from './hostile-text.ts';
import { type Cell, cellText, isBlank, type TableRow } from './table.ts';

/** Takes down what is wrong with a cell. */
export type Report = (row: TableRow, role: Role, value: string, expected: string) => void;

export type ReadName = {
  readonly name: string;
  readonly key: string;
  readonly parent: string | null;
  readonly shown: string;
  readonly changed: boolean;
  readonly problem: string | null;
};

export function readName(raw: string): ReadName {
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

export function readNumberText(row: TableRow, cell: Cell | undefined, problem: Report): string | null {
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

export function optionalText(cell: Cell | undefined, max: number): string | null {
  if (isBlank(cell)) return null;
  const { text } = cleanText(cellText(cell));
  if (text === '' || isFormula(text)) return null;
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}
