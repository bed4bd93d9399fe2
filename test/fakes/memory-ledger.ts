// The reading side of the in-memory store: ledgers, ageing, the greatest debtors.
import { AGEING_BUCKETS, type Ageing, type AgeingOfCurrency } from '../../src/core/ageing.ts';
import { addDays, type Day, daysBetween } from '../../src/core/calendar.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import { minorDigits, money } from '../../src/core/money.ts';
import { LOOK_BACK_DAYS } from '../../src/db/ledger-store.ts';
import type { Store } from '../../src/ports/store.ts';
import {
  byDue,
  compare,
  type KeptInvoice,
  type MemoryState,
  publicCustomer,
  publicInvoice,
} from './memory-state.ts';

export function memoryLedger(state: MemoryState): Ledger {
  const last = state.imports.at(-1);
  const since = last ? addDays(last.day, -LOOK_BACK_DAYS) : null;
  const invoices = [...state.invoices.values()].filter(
    ({ open, settledOn }) => open.minor > 0 || (settledOn !== null && since !== null && settledOn >= since),
  );
  const living = new Set([...invoices, ...state.events].map(({ customerId }) => customerId));
  const isOpen = new Set(invoices.filter(({ open }) => open.minor > 0).map(({ id }) => id));
  return {
    freshAt: last?.at ?? null,
    customers: [...state.customers.values()].filter(({ id }) => living.has(id)).map(publicCustomer),
    invoices: invoices.map(publicInvoice),
    payments: state.payments.filter(
      ({ day, invoiceId }) => (since !== null && day >= since) || isOpen.has(invoiceId ?? ''),
    ),
    events: [...state.events],
  };
}

export function memoryCustomerLedger(state: MemoryState, customerId: string): Ledger | null {
  const customer = state.customers.get(customerId);
  if (!customer) return null;
  const isTheirs = (row: { customerId: string }) => row.customerId === customerId;
  return {
    freshAt: state.imports.at(-1)?.at ?? null,
    customers: [publicCustomer(customer)],
    invoices: [...state.invoices.values()].filter(isTheirs).map(publicInvoice).sort(byDue),
    payments: state.payments.filter(isTheirs),
    events: state.events.filter(isTheirs),
  };
}

export function memoryAgeing(state: MemoryState, today: Day): Ageing {
  const open = [...state.invoices.values()].filter((invoice) => invoice.open.minor > 0);
  const currencies = [...new Set(open.map((invoice) => invoice.open.currency))].map((currency) =>
    ageingOf(
      currency,
      open.filter((invoice) => invoice.open.currency === currency),
      today,
    ),
  );
  const units = (entry: AgeingOfCurrency) => entry.overdue.minor / 10 ** minorDigits(entry.currency);
  currencies.sort((a, b) => units(b) - units(a) || compare(a.currency, b.currency));
  return { asOf: today, currencies };
}

function ageingOf(currency: string, open: readonly KeptInvoice[], today: Day): AgeingOfCurrency {
  const sum = (rows: readonly KeptInvoice[]) =>
    money(
      rows.reduce((total, row) => total + row.open.minor, 0),
      currency,
    );
  const invoices = open.filter(({ kind }) => kind === 'invoice');
  const late = (row: KeptInvoice) => daysBetween(row.due, today);
  const overdue = invoices.filter((row) => late(row) > 0);
  const bucketOf = (row: KeptInvoice) => AGEING_BUCKETS[Math.min(3, Math.floor((late(row) - 1) / 30))];
  const bucket = (name: string) => sum(overdue.filter((row) => bucketOf(row) === name));
  return {
    currency,
    current: sum(invoices.filter((row) => late(row) <= 0)),
    overdue: sum(overdue),
    buckets: {
      '1-30': bucket('1-30'),
      '31-60': bucket('31-60'),
      '61-90': bucket('61-90'),
      '90+': bucket('90+'),
    },
    credits: sum(open.filter(({ kind }) => kind === 'credit_note')),
    overdueInvoices: overdue.length,
    overdueCustomers: new Set(overdue.map(({ customerId }) => customerId)).size,
  };
}

type Page = Parameters<Store['topDebtors']>[1];

export async function memoryTopDebtors(
  state: MemoryState,
  today: Day,
  page: Page,
): ReturnType<Store['topDebtors']> {
  const groups = new Map<string, KeptInvoice[]>();
  for (const invoice of state.invoices.values()) {
    const isLate = daysBetween(invoice.due, today) >= Math.max(1, page.minDaysLate);
    if (invoice.kind !== 'invoice' || invoice.open.minor === 0 || !isLate) continue;
    const name = `${invoice.customerId} ${invoice.open.currency}`;
    groups.set(name, [...(groups.get(name) ?? []), invoice]);
  }
  const rows = [...groups.values()].flatMap((invoices) => {
    const [oldest] = invoices.sort(byDue);
    const customer = oldest && state.customers.get(oldest.customerId);
    if (!oldest || !customer) return [];
    if (page.accountManager !== undefined && customer.accountManager !== page.accountManager) return [];
    const total = invoices.reduce((sum, { open }) => sum + open.minor, 0);
    return [
      {
        customerId: customer.id,
        name: customer.name,
        overdue: money(total, oldest.open.currency),
        invoices: invoices.length,
        oldestDue: oldest.due,
        daysLate: daysBetween(oldest.due, today),
      },
    ];
  });
  const units = ({ overdue }: (typeof rows)[number]) => overdue.minor / 10 ** minorDigits(overdue.currency);
  rows.sort(
    (a, b) =>
      units(b) - units(a) ||
      compare(a.oldestDue, b.oldestDue) ||
      compare(a.name, b.name) ||
      compare(a.customerId, b.customerId),
  );
  return { rows: rows.slice(page.offset, page.offset + page.limit), total: rows.length };
}
