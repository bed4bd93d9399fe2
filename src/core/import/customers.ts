// One customer for all its rows, whatever the order of the rows: the name and contact that stand most often win.
import type { ImportCustomer, ImportInvoice } from './batch.ts';
import type { LineProblem } from './problems.ts';
import type { InvoiceRow } from './read-row.ts';

export function customersOf(
  rows: readonly InvoiceRow[],
  invoices: readonly ImportInvoice[],
): { customers: ImportCustomer[]; warnings: LineProblem[] } {
  const wanted = new Set(invoices.map(({ customerKey }) => customerKey));
  const byKey = new Map<string, InvoiceRow[]>();
  for (const row of rows) {
    if (!wanted.has(row.key)) continue;
    const known = byKey.get(row.key);
    if (known) known.push(row);
    else byKey.set(row.key, [row]);
  }
  const warnings: LineProblem[] = [];
  const customers = [...byKey].map(([key, own]) => {
    const name = mostFrequent(own, (row) => row.customer)!;
    const email = mostFrequent(own, (row) => row.email?.toLowerCase() ?? null);
    const contactName = mostFrequent(own, (row) => row.contactName);
    const phone = mostFrequent(own, (row) => row.phone);
    const other =
      email === null ? undefined : own.find((row) => row.email !== null && row.email.toLowerCase() !== email);
    if (other) {
      warnings.push({
        line: other.line,
        column: null,
        value: name,
        expected: `has more than one e-mail address (${other.email}, too). Letters go to ${email}.`,
      });
    }
    const none = email === null && contactName === null && phone === null;
    const group = mostFrequent(own, (row) => row.parent);
    return { key, name, group, contact: none ? null : { name: contactName, email, phone } };
  });
  return { customers, warnings };
}

/** Ties go to the first in the alphabet, so that the order of rows does not matter. */
function mostFrequent(rows: readonly InvoiceRow[], of: (row: InvoiceRow) => string | null): string | null {
  if (rows.length === 1) return of(rows[0]!);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = of(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [value, count] of counts) {
    const most = best === null ? 0 : counts.get(best)!;
    if (count > most || (count === most && best !== null && value < best)) best = value;
  }
  return best;
}
