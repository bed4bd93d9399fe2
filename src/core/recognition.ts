// Who pays on time, from the invoices that were settled lately: customers whom a kind word or longer terms would please.
import type { Day } from './calendar.ts';
import { compare } from './chase/case-file.ts';
import type { Ledger } from './ledger.ts';

export type OnTimePayer = {
  readonly customerId: string;
  readonly customerName: string;
  readonly onTime: number;
  /** Settled invoices that were looked at, the newest due first. */
  readonly of: number;
};

/** Fewer say nothing yet; older ones say little of today. */
const LEAST_INVOICES = 3;
const MOST_INVOICES = 10;
/** One slip in ten is forgiven. */
const ON_TIME_SHARE = 0.9;

/**
 * An invoice is settled on the day of its last payment, as the books told us; one without a payment on record, as when
 * a credit settled it, says nothing. Whoever owes anything overdue today is not among them. The most reliable first.
 */
export function onTimePayers(ledger: Ledger, today: Day): OnTimePayer[] {
  const settledOn = new Map<string, Day>();
  for (const { invoiceId, day } of ledger.payments) {
    if (invoiceId !== null && day > (settledOn.get(invoiceId) ?? '')) settledOn.set(invoiceId, day);
  }
  const settled = new Map<string, { due: Day; wasOnTime: boolean }[]>();
  const owing = new Set<string>();
  for (const { id, customerId, kind, due, open } of ledger.invoices) {
    if (kind !== 'invoice') continue;
    if (open.minor > 0) {
      if (due < today) owing.add(customerId);
      continue;
    }
    const day = settledOn.get(id);
    if (day === undefined) continue;
    const own = settled.get(customerId) ?? [];
    own.push({ due, wasOnTime: day <= due });
    settled.set(customerId, own);
  }
  return ledger.customers
    .flatMap(({ id, name, terms }): OnTimePayer[] => {
      if (owing.has(id) || terms.doNotContact) return [];
      const newest = (settled.get(id) ?? []).sort((a, b) => compare(b.due, a.due)).slice(0, MOST_INVOICES);
      const onTime = newest.filter(({ wasOnTime }) => wasOnTime).length;
      if (newest.length < LEAST_INVOICES || onTime < newest.length * ON_TIME_SHARE) return [];
      return [{ customerId: id, customerName: name, onTime, of: newest.length }];
    })
    .sort(
      (a, b) => b.onTime / b.of - a.onTime / a.of || b.of - a.of || compare(a.customerName, b.customerName),
    );
}
