// Ageing: what is overdue, by how late it is, one table a currency.
import type { Day } from './calendar.ts';
import type { Money } from './money.ts';

export const AGEING_BUCKETS = ['1-30', '31-60', '61-90', '90+'] as const;
export type AgeingBucket = (typeof AGEING_BUCKETS)[number];

/** Open credit notes are kept apart: they are nobody's debt until they are used. */
export type AgeingOfCurrency = {
  readonly currency: string;
  readonly current: Money; // open, not yet due
  readonly overdue: Money; // the sum of the buckets
  readonly buckets: Readonly<Record<AgeingBucket, Money>>;
  readonly credits: Money;
  readonly overdueInvoices: number;
  readonly overdueCustomers: number;
};

/** Greatest overdue first. */
export type Ageing = { readonly asOf: Day; readonly currencies: readonly AgeingOfCurrency[] };

/** A row of the `/overdue` table: one customer in one currency. */
export type TopDebtor = {
  readonly customerId: string;
  readonly name: string;
  readonly overdue: Money; // without credits
  readonly invoices: number;
  readonly oldestDue: Day;
  readonly daysLate: number;
};
