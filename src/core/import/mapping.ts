// Decides which column means what, and how sure that is. What a person says about a column always wins.
import { meaningsOf, type NameMatch, ROLE_CONTENT, ROLE_WORDS, ROLES, type Role } from './column-names.ts';
import { dateShape } from './dates.ts';
import type { Header } from './find-header.ts';
import { amountParts } from './numbers.ts';
import { type Cell, cellText, columnName, isBlank, type TableRow } from './table.ts';

/** `column` counts from 0; null: the file has no such column. */
export type MappedColumn = {
  readonly column: number | null;
  readonly sure: 'certain' | 'likely' | 'missing';
};

export type ColumnMapping = Readonly<Record<Role, MappedColumn>>;

/** What a person said: a column, or null for "there is none". */
export type MappingAnswer = Readonly<Partial<Record<Role, number | null>>>;

/** A wrong guess here would chase the wrong one, the wrong sum or on the wrong day: unsure means ask. */
const MUST_BE_SURE: readonly Role[] = [
  'customer',
  'number',
  'issued',
  'due',
  'total',
  'open',
  'paid',
  'lineAmount',
  'status',
  'currency',
  'kind',
];

const ROWS_LOOKED_AT = 200;

type Claim = NameMatch & { readonly column: number };

export function suggestMapping(
  header: Header,
  rows: readonly TableRow[],
  given: MappingAnswer,
): ColumnMapping {
  const sample = rows.slice(0, ROWS_LOOKED_AT);
  const claims = claimsOf(header, sample);
  const taken = new Set<number>();
  const mapping = {} as Record<Role, MappedColumn>;
  for (const role of ROLES) {
    const answer = given[role];
    if (answer === undefined) continue;
    mapping[role] = { column: answer, sure: answer === null ? 'missing' : 'certain' };
    if (answer !== null) taken.add(answer);
  }
  // The best names choose first, so that "Customer Name" is the customer and "Customer" (an id) stays free.
  const ordered = claims.toSorted(
    (a, b) => Number(b.exact) - Number(a.exact) || a.rank - b.rank || a.column - b.column,
  );
  for (const claim of ordered) {
    if (mapping[claim.role] !== undefined || taken.has(claim.column)) continue;
    const rival = ordered.some(
      (other) =>
        other.role === claim.role &&
        other.column !== claim.column &&
        other.rank === claim.rank &&
        !taken.has(other.column) &&
        !sameContent(sample, other.column, claim.column),
    );
    mapping[claim.role] = { column: claim.column, sure: claim.exact && !rival ? 'certain' : 'likely' };
    taken.add(claim.column);
  }
  claimByContent(mapping, taken, header, sample);
  for (const role of ROLES) mapping[role] ??= { column: null, sure: 'missing' };
  return mapping;
}

/** What each heading may mean; where it has two meanings the cells below decide. */
function claimsOf(header: Header, sample: readonly TableRow[]): Claim[] {
  return header.names.flatMap((name, column) => {
    const meanings = meaningsOf(name);
    const contents = new Set(meanings.map(({ role }) => ROLE_CONTENT[role] ?? 'text'));
    if (contents.size < 2) return meanings.map((meaning) => ({ ...meaning, column }));
    const found = contentOf(sample, column);
    const fitting = meanings.filter(({ role }) => (ROLE_CONTENT[role] ?? 'text') === found);
    return (fitting.length > 0 ? fitting : meanings).map((meaning) => ({ ...meaning, column }));
  });
}

function contentOf(sample: readonly TableRow[], column: number): 'date' | 'amount' | 'text' {
  let dates = 0;
  let amounts = 0;
  let filled = 0;
  for (const { cells } of sample) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    filled += 1;
    if (isDate(cell!)) dates += 1;
    else if (amountParts(cellText(cell)) !== null) amounts += 1;
  }
  if (dates * 2 > filled) return 'date';
  return amounts * 2 > filled ? 'amount' : 'text';
}

function isDate(cell: Cell): boolean {
  return typeof cell === 'string' ? dateShape(cell).kind !== 'not' : 'day' in cell;
}

function sameContent(sample: readonly TableRow[], a: number, b: number): boolean {
  return sample.every(({ cells }) => cellText(cells[a]) === cellText(cells[b]));
}

/** E-mail addresses are known by their look, whatever the heading says. */
function claimByContent(
  mapping: Partial<Record<Role, MappedColumn>>,
  taken: Set<number>,
  header: Header,
  sample: readonly TableRow[],
): void {
  if (mapping.email !== undefined) return;
  const column = header.names.findIndex((_, i) => {
    if (taken.has(i)) return false;
    const filled = sample.map(({ cells }) => cellText(cells[i])).filter((text) => text !== '');
    return filled.length > 0 && filled.every((text) => /^\S+@\S+\.\S+$/.test(text));
  });
  if (column < 0) return;
  mapping.email = { column, sure: 'likely' };
  taken.add(column);
}

/** A question about a column: what we need it for, and what we would take. */
export type ColumnDoubt = { readonly role: Role; readonly suggested: number | null; readonly why: string };

/**
 * Columns to ask about. `fromGroups`: heading rows carry the customers' names, so no column need.
 */
export function columnDoubts(
  mapping: ColumnMapping,
  header: Header,
  given: MappingAnswer,
  fromGroups: boolean,
): ColumnDoubt[] {
  const doubts: ColumnDoubt[] = [];
  for (const role of MUST_BE_SURE) {
    const { sure, column } = mapping[role];
    if (sure !== 'likely' || column === null) continue;
    const name = columnName(header.names, column);
    doubts.push({ role, suggested: column, why: `Is "${name}" the ${ROLE_WORDS[role]}?` });
  }
  const has = (role: Role) => mapping[role].column !== null;
  const missing = (role: Role, why: string) => {
    if (given[role] === undefined && !has(role)) doubts.push({ role, suggested: null, why });
  };
  if (!fromGroups) missing('customer', 'Which column has the customer?');
  missing('number', 'Which column has the invoice number?');
  if (!has('due') && !has('issued')) missing('due', 'Which column has the due date?');
  if (!has('open') && !has('total') && !has('lineAmount')) {
    missing('open', 'Which column has the amount that is still to be paid?');
  }
  return doubts;
}
