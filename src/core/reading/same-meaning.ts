// Whether two readings say the same of a case, whatever the words: a slip put right in a reply asks nobody anything.
import type { Outcome } from '../outcome.ts';
import type { Reading } from './reading.ts';

export function isSameMeaning(one: Reading, other: Reading): boolean {
  if (one.kind === 'chatter' || other.kind === 'chatter') return one.kind === other.kind;
  if (isOpen(one) || isOpen(other)) return false;
  return said(one.items.map(({ outcome }) => outcome)) === said(other.items.map(({ outcome }) => outcome));
}

/** What is unclear or impossible says nothing yet that could be compared. */
function isOpen({ problems, items }: Extract<Reading, { kind: 'outcomes' }>): boolean {
  return items.length === 0 || problems.some(({ kind }) => kind !== 'odd');
}

/** The fields by name, since a database gives them back in an order of its own. */
function said(outcomes: readonly Outcome[]): string {
  return JSON.stringify(outcomes, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
