// Who pays on time, from the invoices that were settled lately: customers whom a kind word or longer terms would please.
import { agreedDues } from './agreed-due.ts';
import type { Day } from './calendar.ts';
import { compare } from './chase/case-file.ts';
import type { OneCustomer } from './chase/one-customer.ts';
import type { Invoice, Payment } from './ledger.ts';

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

/** How punctual somebody is by their newest settled invoices. */
export type OnTimeRecord = Pick<OnTimePayer, 'onTime' | 'of'>;

/**
 * Of one customer's rows; null where something of theirs is overdue, too little is settled, or it was not on time. An
 * invoice is settled on the day of its last payment, as the books told us; one without a payment on record, as when a
 * credit settled it, says nothing.
 */
export function onTimeRecord(
  invoices: readonly Invoice[],
  payments: readonly Payment[],
  today: Day,
  dueOf: (invoice: Invoice) => Day = ({ due }) => due,
): OnTimeRecord | null {
  const settledOn = lastPayments(payments);
  const settled: { due: Day; wasOnTime: boolean }[] = [];
  for (const invoice of invoices) {
    const { id, kind, open } = invoice;
    if (kind !== 'invoice') continue;
    const due = dueOf(invoice);
    if (open.minor > 0 && due < today) return null;
    const day = settledOn.get(id);
    if (open.minor === 0 && day !== undefined) settled.push({ due, wasOnTime: day <= due });
  }
  const newest = settled.sort((a, b) => compare(b.due, a.due)).slice(0, MOST_INVOICES);
  const onTime = newest.filter(({ wasOnTime }) => wasOnTime).length;
  if (newest.length < LEAST_INVOICES || onTime < newest.length * ON_TIME_SHARE) return null;
  return { onTime, of: newest.length };
}

function lastPayments(payments: readonly Payment[]): Map<string, Day> {
  const settledOn = new Map<string, Day>();
  for (const { invoiceId, day } of payments) {
    if (invoiceId !== null && day > (settledOn.get(invoiceId) ?? '')) settledOn.set(invoiceId, day);
  }
  return settledOn;
}

/** Everybody who pays on time and may be written to, the most reliable first. */
export function onTimePayers(everybody: readonly OneCustomer[], today: Day, ourZone: string): OnTimePayer[] {
  return everybody
    .flatMap(({ customer, invoices, payments, events }): OnTimePayer[] => {
      const { id, name, terms } = customer;
      const record = onTimeRecord(invoices, payments, today, agreedDues(customer, events, ourZone));
      return record && !terms.doNotContact ? [{ customerId: id, customerName: name, ...record }] : [];
    })
    .sort(
      (a, b) => b.onTime / b.of - a.onTime / a.of || b.of - a.of || compare(a.customerName, b.customerName),
    );
}
