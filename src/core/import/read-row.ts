// Reads one data row into what it says of an invoice, by the columns' roles. What cannot be read is a problem, never a guess.
import { addDays, type Day } from '../calendar.ts';
import { ROLE_WORDS } from './column-names.ts';
import type { Header } from './find-header.ts';
import { MAX_MEMO_CHARACTERS, MAX_NAME_CHARACTERS, readEmail } from './hostile-text.ts';
import type { LineProblem } from './problems.ts';
import { cellReaders, type ReadingRules, type RowNotes } from './row-cells.ts';
import { currencyOf, currencyOfHeadings } from './row-currency.ts';
import { optionalText, type Report, readNumberText } from './row-texts.ts';
import type { DataRow } from './rows.ts';
import type { DocumentKind, StatusMeaning } from './statuses.ts';
import { type Cell, cellText, isBlank, type TableRow } from './table.ts';
import { dueByTerms } from './terms.ts';

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

export function rowReader(rules: ReadingRules, notes: RowNotes): (data: DataRow) => InvoiceRow | null {
  const { header, mapping } = rules;
  const headingCurrency = currencyOfHeadings(header, mapping);
  const { cellOf, problem, warn, dateOf, amountOf, nameOf, statusOf, kindOf, termsOf } = cellReaders(
    rules,
    notes,
  );
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
    const issued = dateOf(row, 'issued');
    const dueInFile = dateOf(row, 'due');
    const agreed = termsOf(row);
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
    return {
      line: row.line,
      customer: name.name,
      key: name.key,
      parent: name.parent,
      email: emailOf(row, cellOf(row, 'email'), warn),
      contactName: optionalText(cellOf(row, 'contactName'), MAX_NAME_CHARACTERS),
      phone: optionalText(cellOf(row, 'phone'), 60),
      number,
      kind: kindOf(row),
      status: statusOf(row),
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

function emailOf(row: TableRow, rawEmail: Cell | undefined, warn: Report): string | null {
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
  return email.kind === 'email' ? email.email : null;
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
