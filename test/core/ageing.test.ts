// Buckets at their edges, credits apart, currencies apart.
import { expect, test } from 'vitest';
import { ageingOf, bucketOf } from '../../src/core/ageing.ts';
import { invoice, ledgerOf, TODAY } from './chase/situation.ts';

test('buckets begin and end on the right day', () => {
  expect([1, 30, 31, 60, 61, 90, 91, 400].map(bucketOf)).toEqual([
    '1-30',
    '1-30',
    '31-60',
    '31-60',
    '61-90',
    '61-90',
    '90+',
    '90+',
  ]);
});

test('an invoice due today is not overdue', () => {
  const { currencies } = ageingOf(ledgerOf({ invoices: [invoice(0), invoice(-5), invoice(1)] }), TODAY);
  expect(currencies).toMatchObject([
    { current: { minor: 20_000 }, overdue: { minor: 10_000 }, overdueInvoices: 1 },
  ]);
});

test('credits and currencies are kept apart, and customers counted once', () => {
  const invoices = [
    invoice(10, { open: 700 }),
    invoice(95, { open: 300 }),
    invoice(10, { open: 500, customerId: 'beta' }),
    invoice(10, { kind: 'credit_note', open: 400 }),
    invoice(10, { open: 9_000, currency: 'EUR' }),
    invoice(10, { open: 0 }),
  ];
  const ageing = ageingOf(ledgerOf({ invoices }), TODAY);
  expect(ageing.asOf).toBe(TODAY);
  expect(ageing.currencies.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  expect(ageing.currencies[1]).toMatchObject({
    overdue: { minor: 1_500, currency: 'USD' },
    buckets: { '1-30': { minor: 1_200 }, '31-60': { minor: 0 }, '90+': { minor: 300 } },
    credits: { minor: 400 },
    overdueInvoices: 3,
    overdueCustomers: 2,
  });
});

test('an empty ledger has no currencies', () => {
  expect(ageingOf(ledgerOf({}), TODAY).currencies).toEqual([]);
});
