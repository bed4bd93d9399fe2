// What reading the ledger must answer, in every store.
import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { money } from '../../src/core/money.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import type { Opened } from './contract-opened.ts';
import { batch, contact, customer, invoice, NOW, TODAY, withCustomer } from './samples.ts';

export function ledgerContract({ store }: Opened): void {
  /** Two customers, two currencies, every bucket's edges, a credit note and something settled. */
  const manyAges = async () => {
    const credit = { kind: 'credit_note' } as const;
    await store().importBatch(
      batch(
        [customer('Acme', contact('a@acme.test')), customer('Birch'), customer('Cedar')],
        [
          invoice('Acme', 'due today', { open: 1, due: TODAY }),
          invoice('Acme', '1 late', { open: 10, due: '2026-11-23' }),
          invoice('Acme', '30 late', { open: 100, due: '2026-10-25' }),
          invoice('Birch', '31 late', { open: 1_000, due: '2026-10-24' }),
          invoice('Birch', '60 late', { open: 10_000, due: '2026-09-25' }),
          invoice('Birch', '61 late', { open: 100_000, due: '2026-09-24' }),
          invoice('Birch', '90 late', { open: 1_000_000, due: '2026-08-26' }),
          invoice('Acme', '91 late', { open: 10_000_000, due: '2026-08-25' }),
          invoice('Acme', 'credit', { ...credit, open: 7, due: '2026-08-25' }),
          invoice('Acme', 'paid', { open: 0, total: 99, due: '2026-11-01' }),
          invoice('Birch', 'yen', { open: 2_000, currency: 'JPY', due: '2026-11-01' }),
          invoice('Cedar', 'not yet', { open: 5, due: '2026-12-24' }),
        ],
      ),
      'U1',
      NOW,
    );
  };

  it('ages what is open by the day, one table a currency', async () => {
    await manyAges();
    const usd = (minor: number) => money(minor, 'USD');
    const ageing = await store().ageing(TODAY);
    expect(ageing.asOf).toBe(TODAY);
    expect(ageing.currencies.map(({ currency }) => currency)).toEqual(['USD', 'JPY']);
    expect(ageing.currencies[0]).toEqual({
      currency: 'USD',
      current: usd(6),
      overdue: usd(11_111_110),
      buckets: { '1-30': usd(110), '31-60': usd(11_000), '61-90': usd(1_100_000), '90+': usd(10_000_000) },
      credits: usd(7),
      overdueInvoices: 7,
      overdueCustomers: 2,
    });
    expect(ageing.currencies[1]).toMatchObject({ overdue: money(2_000, 'JPY'), overdueCustomers: 1 });
  });

  it('says that nothing is overdue of an empty ledger', async () => {
    expect(await store().ageing(TODAY)).toEqual({ asOf: TODAY, currencies: [] });
    const page = { minDaysLate: 0, limit: 10, offset: 0 };
    expect(await store().topDebtors(TODAY, page)).toEqual({ rows: [], total: 0 });
    expect(await store().ledger()).toEqual({
      freshAt: null,
      customers: [],
      invoices: [],
      payments: [],
      events: [],
    });
  });

  it('lists the greatest debtors first, page by page, yen not taken for cents', async () => {
    await manyAges();
    const all = await store().topDebtors(TODAY, { minDaysLate: 0, limit: 10, offset: 0 });
    expect(all.total).toBe(3);
    expect(
      all.rows.map(({ name, overdue, invoices, daysLate }) => [name, overdue, invoices, daysLate]),
    ).toEqual([
      ['Acme', money(10_000_110, 'USD'), 3, 91],
      ['Birch', money(1_111_000, 'USD'), 4, 90],
      ['Birch', money(2_000, 'JPY'), 1, 23],
    ]);
    const second = await store().topDebtors(TODAY, { minDaysLate: 0, limit: 1, offset: 1 });
    expect(second).toEqual({ rows: [all.rows[1]], total: 3 });
    expect(await store().topDebtors(TODAY, { minDaysLate: 0, limit: 5, offset: 50 })).toEqual({
      rows: [],
      total: 3,
    });
  });

  it('counts only what is at least so late, when asked for that', async () => {
    await manyAges();
    const { rows } = await store().topDebtors(TODAY, { minDaysLate: 61, limit: 10, offset: 0 });
    expect(rows.map(({ name, overdue }) => [name, overdue.minor])).toEqual([
      ['Acme', 10_000_000],
      ['Birch', 1_100_000],
    ]);
  });

  it('lists the customers of one account manager', async () => {
    await manyAges();
    const birch = (await store().customerNames()).find(({ name }) => name === 'Birch');
    const change = { id: birch?.id ?? '', terms: { vip: true }, language: 'de', zone: 'Europe/Vienna' };
    await store().saveCustomer({ ...change, accountManager: 'U7' }, 'U1', NOW);
    const page = { minDaysLate: 0, limit: 10, offset: 0, accountManager: 'U7' };
    const { rows, total } = await store().topDebtors(TODAY, page);
    expect([total, ...rows.map(({ name }) => name)]).toEqual([2, 'Birch', 'Birch']);
    const ledger = await store().customerLedger(change.id);
    expect(ledger?.customers[0]).toMatchObject({ ...change, accountManager: 'U7', name: 'Birch' });
  });

  it('reads customers with anything open, recently settled or recorded', async () => {
    await manyAges();
    const ledger = await store().ledger();
    expect(ledger.customers.map(({ name }) => name).sort()).toEqual(['Acme', 'Birch', 'Cedar']);
    expect(ledger.invoices).toHaveLength(12);
    expect(ledger.freshAt).toBe(NOW);
  });

  it('finds invoices by their number, of whichever customer', async () => {
    await withCustomer(store(), 'Acme');
    await withCustomer(store(), 'Birch');
    expect(await store().invoicesByNumber('INV-1')).toHaveLength(2);
    expect(await store().invoicesByNumber('INV-2')).toEqual([]);
  });

  it('knows no ledger of a customer that does not exist', async () => {
    expect(await store().customerLedger('nobody')).toBeNull();
    expect(await store().customerLedger('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('puts the contact a person enters first, and never twice', async () => {
    const id = await withCustomer(store());
    await store().saveContact(id, contact('cfo@acme.test', 'Cora'), 'U1', NOW);
    await store().saveContact(id, contact('AP@acme.test', null, '+1 555 0100'), 'U1', NOW);
    const ledger = await store().customerLedger(id);
    expect(ledger?.customers[0]?.contacts).toEqual([
      contact('AP@acme.test', 'Ann', '+1 555 0100'),
      contact('cfo@acme.test', 'Cora'),
    ]);
    await expect(store().saveContact('nobody', contact(null), 'U1', NOW)).rejects.toThrow();
  });

  it('puts the contacts back as they were before one was saved, unless they are others by now', async () => {
    const id = await withCustomer(store());
    const contacts = async () => (await store().customerLedger(id))?.customers[0]?.contacts;
    const before = await contacts();
    const cora = contact('cfo@acme.test', 'Cora');
    const LATER = '2026-11-24T10:00:00.000Z';
    await store().saveContact(id, cora, 'U1', NOW);
    expect(await store().takeBackContact(id, cora, LATER, 'U2', LATER)).toBe(false);
    expect(await store().takeBackContact(id, contact('x@acme.test'), NOW, 'U2', LATER)).toBe(false);
    expect(await store().takeBackContact(id, cora, NOW, 'U2', LATER)).toBe(true);
    expect(await contacts()).toEqual(before);
    expect(await store().takeBackContact(id, cora, NOW, 'U2', LATER)).toBe(false);

    await store().saveContact(id, cora, 'U1', NOW);
    await store().saveContact(id, contact('new@acme.test', 'Nora'), 'U3', LATER);
    expect(await store().takeBackContact(id, cora, NOW, 'U2', LATER)).toBe(false);
    expect((await contacts())?.map(({ name }) => name)).toEqual(['Nora', 'Cora', 'Ann']);
    // Somebody else says that the same contact is right.
    await store().saveContact(id, cora, 'U3', LATER);
    expect(await store().takeBackContact(id, cora, NOW, 'U2', LATER)).toBe(false);
    await expect(store().takeBackContact('nobody', cora, NOW, 'U2', LATER)).rejects.toThrow();
  });

  it('starts with the default settings and policy, and keeps what is saved', async () => {
    expect(await store().settings()).toEqual(DEFAULT_SETTINGS);
    expect(await store().policy()).toEqual({ version: 0, policy: DEFAULT_POLICY });
    const settings = { ...DEFAULT_SETTINGS, businessName: 'Maple & Söhne', owners: ['U1'] };
    await store().saveSettings(settings, 'U1', NOW);
    await store().saveSettings({ ...settings, onboarded: true }, 'U1', NOW);
    expect(await store().settings()).toEqual({ ...settings, onboarded: true });
    expect(await store().savePolicy({ ...DEFAULT_POLICY, termsDays: 30 }, 'U1', NOW)).toBe(1);
    expect(await store().savePolicy({ ...DEFAULT_POLICY, termsDays: 14 }, 'U2', NOW, 1)).toBe(2);
    expect(await store().savePolicy({ ...DEFAULT_POLICY, termsDays: 7 }, 'U3', NOW, 1)).toBeNull();
    expect(await store().policyVersions()).toMatchObject([
      { version: 1, author: 'U1', at: NOW, policy: { termsDays: 30 } },
      { version: 2, author: 'U2', at: NOW, policy: { termsDays: 14 } },
    ]);
    expect(await store().policy()).toMatchObject({ version: 2, policy: { termsDays: 14 } });
  });
}
