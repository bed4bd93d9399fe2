// A statement of account says what the ledger says: every open invoice and credit, its age, and what was paid lately.
import { describe, expect, test } from 'vitest';
import type { Customer, Invoice, Ledger } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { buildStatement } from '../../src/core/statement.ts';

const AT = '2026-11-01T09:00:00.000Z';

function customer(over: Partial<Customer> = {}): Customer {
  return {
    id: 'c1',
    name: 'Acme Dental',
    group: null,
    contacts: [{ name: 'Dana Whitfield', email: null, phone: null }],
    language: 'en',
    country: 'US',
    zone: null,
    accountManager: null,
    terms: {},
    firstSeen: AT,
    ...over,
  };
}

function invoice(number: string, due: Invoice['due'], open: number, over: Partial<Invoice> = {}): Invoice {
  return {
    id: number,
    customerId: 'c1',
    number,
    kind: 'invoice',
    issued: '2026-09-01',
    due,
    total: money(open, over.open?.currency ?? 'USD'),
    open: money(open, 'USD'),
    memo: null,
    firstSeen: AT,
    ...over,
  };
}

function build(invoices: readonly Invoice[], over: Partial<Parameters<typeof buildStatement>[0]> = {}) {
  const ledger: Ledger = {
    freshAt: AT,
    customers: [customer()],
    invoices,
    payments: [
      { id: 'p1', customerId: 'c1', invoiceId: 'INV-1', amount: money(50_000, 'USD'), day: '2026-11-10' },
      { id: 'p0', customerId: 'c1', invoiceId: null, amount: money(1, 'USD'), day: '2026-07-01' },
    ],
    events: [],
  };
  return buildStatement({
    ledger,
    customer: customer(),
    settings: {
      ...DEFAULT_SETTINGS,
      businessName: 'Harbor Print',
      waysToPay: {
        linkTemplate: 'https://pay.example/{number}',
        bankDetails: 'IBAN X\nBIC Y',
        phone: '+1 555',
      },
    },
    asOf: '2026-11-24',
    disputedInvoiceIds: [],
    ...over,
  });
}

const OPEN = [
  invoice('INV-2', '2026-12-01', 20_000),
  invoice('INV-1', '2026-11-03', 34_500, { total: money(84_500, 'USD') }),
  invoice('CN-9', '2026-11-10', 5000, { kind: 'credit_note' }),
  invoice('INV-0', '2026-08-01', 0),
];

describe('a statement of account', () => {
  test('lists what is open, oldest first, with what was settled, and sums it up with the credits taken off', () => {
    const [open] = build(OPEN, { disputedInvoiceIds: ['INV-2'] }).tables;
    expect(open?.rows).toEqual([
      ['INV-1', 'September 1, 2026', 'November 3, 2026', '21', '$845.00', '$500.00', '$345.00'],
      ['CN-9 (credit)', 'September 1, 2026', 'November 10, 2026', '', '-$50.00', '', '-$50.00'],
      ['INV-2 (under review)', 'September 1, 2026', 'December 1, 2026', '', '$200.00', '', '$200.00'],
    ]);
    expect(open?.total.at(-1)).toBe('$495.00');
  });

  test('shows how old it is, and the payments of the last 90 days only', () => {
    const [, ageing, payments] = build(OPEN).tables;
    expect(ageing?.rows).toEqual([['$200.00', '$345.00', '$0.00', '$0.00', '$0.00', '-$50.00']]);
    expect(payments?.rows).toEqual([['November 10, 2026', 'INV-1', '$500.00']]);
  });

  test('keeps currencies apart', () => {
    const euros = invoice('INV-3', '2026-11-03', 700, { open: money(700, 'EUR'), total: money(700, 'EUR') });
    const totals = build([...OPEN, euros]).tables.flatMap(({ total }) => total.at(-1) ?? []);
    expect(totals).toEqual(['€7.00', '$495.00']);
  });

  test.each([
    ['de', 'DE', 'Kontoauszug', '845,00\u00a0$', '3. November 2026'],
    ['fr', 'FR', 'Relevé de compte', '845,00\u00a0$US', '3 novembre 2026'],
    ['es', 'ES', 'Estado de cuenta', '845,00\u00a0US$', '3 de noviembre de 2026'],
  ])('is in %s, formats included', (language, country, title, sum, day) => {
    const statement = build(OPEN, { customer: customer({ language, country }) });
    expect(statement.title).toBe(title);
    expect(statement.tables[0]?.rows[0]).toContain(day);
    expect(statement.tables[0]?.rows[0]).toContain(sum);
  });

  test('is in the language of the letter that it goes with', () => {
    expect(build(OPEN, { language: 'de' }).title).toBe('Kontoauszug');
  });

  test('says so where nothing is open, and then not how to pay', () => {
    const statement = build([]);
    expect(statement).toMatchObject({ nothingOpen: 'Nothing is open. Thank you.', howToPay: null });
  });

  test('takes links and bank details from the settings alone', () => {
    expect(build(OPEN).howToPay?.lines).toEqual([
      'INV-2: https://pay.example/INV-2',
      'INV-1: https://pay.example/INV-1',
      'IBAN X',
      'BIC Y',
    ]);
  });

  test('names their own order numbers, and none that was taken back', () => {
    const [first] = OPEN;
    const ledger = (isUndone: boolean): Ledger => {
      const told = { id: 'e1', customerId: 'c1', at: AT, by: 'U1', source: null };
      const outcome = { kind: 'order_number', number: '4500123', invoices: [first?.number ?? ''] } as const;
      return {
        freshAt: AT,
        customers: [customer()],
        invoices: OPEN,
        payments: [],
        events: [
          { ...told, body: { kind: 'outcome', outcome, via: null } },
          ...(isUndone
            ? [{ ...told, id: 'e2', body: { kind: 'undone', eventId: 'e1', reason: null } as const }]
            : []),
        ],
      };
    };
    const words = (isUndone: boolean) =>
      JSON.stringify(build(OPEN, { ledger: ledger(isUndone), language: 'de' }).tables[0]?.rows);
    expect(words(false)).toContain(`${first?.number} (Ihre Bestellung 4500123`);
    expect(words(true)).not.toContain('4500123');
  });
});
