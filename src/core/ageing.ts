// Ageing: what is overdue, by how late it is, one table a currency.
import type { Day } from './calendar.ts';
import { dayNumber } from './chase/day-number.ts';
import type { Ledger } from './ledger.ts';
import { type Money, money } from './money.ts';

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

/** `daysLate` from 1; an invoice due today is not late. */
export function bucketOf(daysLate: number): AgeingBucket {
  if (daysLate <= 30) return '1-30';
  if (daysLate <= 60) return '31-60';
  if (daysLate <= 90) return '61-90';
  return '90+';
}

type Sums = {
  current: number;
  credits: number;
  buckets: Record<AgeingBucket, number>;
  invoices: number;
  customers: Set<string>;
};

/** Currencies in which nothing is open are left out. */
export function ageingOf(ledger: Pick<Ledger, 'invoices'>, today: Day): Ageing {
  const now = dayNumber(today);
  const byCurrency = new Map<string, Sums>();
  for (const { open, kind, due, customerId } of ledger.invoices) {
    if (open.minor <= 0) continue;
    const sums = sumsOf(byCurrency, open.currency);
    const daysLate = now - dayNumber(due);
    if (kind === 'credit_note') sums.credits += open.minor;
    else if (daysLate <= 0) sums.current += open.minor;
    else {
      sums.buckets[bucketOf(daysLate)] += open.minor;
      sums.invoices += 1;
      sums.customers.add(customerId);
    }
  }
  const currencies = [...byCurrency].map(([currency, sums]) => ageingOfCurrency(currency, sums));
  return {
    asOf: today,
    currencies: currencies.sort(
      (a, b) => b.overdue.minor - a.overdue.minor || (a.currency < b.currency ? -1 : 1),
    ),
  };
}

function sumsOf(byCurrency: Map<string, Sums>, currency: string): Sums {
  const known = byCurrency.get(currency);
  if (known) return known;
  const made: Sums = {
    current: 0,
    credits: 0,
    buckets: { '1-30': 0, '31-60': 0, '61-90': 0, '90+': 0 },
    invoices: 0,
    customers: new Set(),
  };
  byCurrency.set(currency, made);
  return made;
}

function ageingOfCurrency(currency: string, sums: Sums): AgeingOfCurrency {
  const { buckets } = sums;
  const of = (minor: number) => money(minor, currency);
  return {
    currency,
    current: of(sums.current),
    overdue: of(buckets['1-30'] + buckets['31-60'] + buckets['61-90'] + buckets['90+']),
    buckets: {
      '1-30': of(buckets['1-30']),
      '31-60': of(buckets['31-60']),
      '61-90': of(buckets['61-90']),
      '90+': of(buckets['90+']),
    },
    credits: of(sums.credits),
    overdueInvoices: sums.invoices,
    overdueCustomers: sums.customers.size,
  };
}
