// What an import must do to the ledger, in every store.
import { expect, it } from 'vitest';
import { money } from '../../src/core/money.ts';
import type { Opened } from './contract-opened.ts';
import { batch, contact, customer, invoice, NOW, withCustomer } from './samples.ts';

const LATER = '2026-11-26T09:00:00.000Z';
const acme = customer('Acme', contact('ap@acme.test'));
const SHA_2 = 'b'.repeat(64);

export function importContract({ store }: Opened): void {
  const ledgerOf = async (name: string) => {
    const found = (await store().customerNames()).find((entry) => entry.name === name);
    const ledger = found && (await store().customerLedger(found.id));
    if (!ledger) throw new Error(`No ${name}`);
    return ledger;
  };

  it('takes new customers and invoices in, and says so', async () => {
    const result = await store().importBatch(
      batch(
        [acme, customer('Birch')],
        [
          invoice('Acme', '1', { open: 100, total: 250 }),
          invoice('Birch', '1', { open: 300, currency: 'EUR' }),
        ],
      ),
      'U1',
      NOW,
    );
    expect(result).toMatchObject({
      repeated: false,
      customersNew: 2,
      invoicesNew: 2,
      invoicesChanged: 0,
      paid: [],
      withoutEmail: [{ customer: 'Birch' }],
    });
    const ledger = await ledgerOf('Acme');
    expect(ledger.freshAt).toBe(NOW);
    expect(ledger.customers[0]).toMatchObject({
      name: 'Acme',
      contacts: [{ name: null, email: 'ap@acme.test', phone: null }],
      firstSeen: NOW,
    });
    expect(ledger.invoices[0]).toMatchObject({
      number: '1',
      issued: '2026-09-20',
      due: '2026-10-20',
      total: money(250, 'USD'),
      open: money(100, 'USD'),
      firstSeen: NOW,
    });
    expect(await store().lastImport()).toEqual({ at: NOW, fileName: 'ledger.csv', by: 'U1' });
  });

  it('changes nothing when the same file comes twice', async () => {
    const file = batch([acme], [invoice('Acme', '1', { open: 100 })], { covers: 'open_items' });
    const first = await store().importBatch(file, 'U1', NOW);
    const before = await store().ledger();
    const second = await store().importBatch(file, 'U2', LATER);
    expect(second).toMatchObject({
      repeated: true,
      importId: first.importId,
      invoicesUnchanged: 1,
      paid: [],
    });
    expect(await store().ledger()).toEqual(before);
  });

  it('counts the books as fresh when the same file comes on a later day, and changes nothing else', async () => {
    const file = batch([acme], [invoice('Acme', '1', { open: 100 })], { covers: 'open_items' });
    await store().importBatch(file, 'U1', NOW);
    const before = await store().ledger();
    const again = { ...file, day: '2026-11-26' } as const;
    expect(await store().importBatch(again, 'U2', LATER)).toMatchObject({ repeated: true });
    expect(await store().ledger()).toEqual({ ...before, freshAt: LATER });
    expect(await store().lastImport()).toMatchObject({ at: LATER, by: 'U1' });
  });

  it('calls another file with the same rows not repeated, and the books fresh', async () => {
    const file = batch([acme], [invoice('Acme', '1', { open: 100 })]);
    await store().importBatch(file, 'U1', NOW);
    const again = await store().importBatch({ ...file, sha256: SHA_2 }, 'U2', LATER);
    expect(again).toMatchObject({ repeated: false, invoicesUnchanged: 1, invoicesChanged: 0 });
    expect((await store().ledger()).freshAt).toBe(LATER);
  });

  it('books what became less as a payment, once', async () => {
    await store().importBatch(batch([acme], [invoice('Acme', '1', { open: 100 })]), 'U1', NOW);
    const paid = batch([acme], [invoice('Acme', '1', { open: 40, total: 100 })], {
      sha256: SHA_2,
      day: '2026-11-26',
    });
    const result = await store().importBatch(paid, 'U1', LATER);
    expect(result.invoicesChanged).toBe(1);
    expect(result.paid).toMatchObject([
      { customer: 'Acme', invoice: '1', amount: money(60, 'USD'), paidOff: false },
    ]);
    await store().importBatch(paid, 'U1', LATER);
    await store().importBatch({ ...paid, sha256: 'c'.repeat(64) }, 'U1', LATER);
    const { payments, invoices } = await ledgerOf('Acme');
    expect(payments).toMatchObject([
      { amount: money(60, 'USD'), day: '2026-11-26', invoiceId: invoices[0]?.id },
    ]);
  });

  it('keeps the total that was known when a file without totals shows less open', async () => {
    await store().importBatch(batch([acme], [invoice('Acme', '1', { open: 100, total: 100 })]), 'U1', NOW);
    const less = batch([acme], [invoice('Acme', '1', { open: 40, total: 40 })], { sha256: SHA_2 });
    await store().importBatch(less, 'U1', LATER);
    await store().importBatch({ ...less, sha256: 'c'.repeat(64) }, 'U1', LATER);
    const { invoices, payments } = await ledgerOf('Acme');
    expect(invoices[0]).toMatchObject({ total: money(100, 'USD'), open: money(40, 'USD') });
    expect(payments).toHaveLength(1);
  });

  it('takes an increase as a change, not as a payment', async () => {
    await store().importBatch(batch([acme], [invoice('Acme', '1', { open: 100 })]), 'U1', NOW);
    const more = batch([acme], [invoice('Acme', '1', { open: 150, due: '2026-11-01' })], { sha256: SHA_2 });
    const result = await store().importBatch(more, 'U1', LATER);
    expect(result).toMatchObject({ invoicesChanged: 1, paid: [] });
    const { invoices } = await ledgerOf('Acme');
    expect(invoices[0]).toMatchObject({
      total: money(150, 'USD'),
      open: money(150, 'USD'),
      due: '2026-11-01',
    });
  });

  it('settles what a list of all open items leaves out', async () => {
    const birch = customer('Birch', contact('b@birch.test'));
    await store().importBatch(
      batch([acme, birch], [invoice('Acme', '1', { open: 100 }), invoice('Birch', '7', { open: 5 })]),
      'U1',
      NOW,
    );
    const result = await store().importBatch(
      batch([acme], [invoice('Acme', '1', { open: 100 })], { sha256: SHA_2, covers: 'open_items' }),
      'U1',
      LATER,
    );
    expect(result).toMatchObject({ invoicesSettledByAbsence: 1, invoicesUnchanged: 1 });
    expect(result.paid).toMatchObject([
      { customer: 'Birch', invoice: '7', amount: money(5, 'USD'), paidOff: true },
    ]);
    expect((await ledgerOf('Birch')).invoices[0]?.open).toEqual(money(0, 'USD'));
  });

  it('leaves the others alone when a file lists only some', async () => {
    await store().importBatch(
      batch([acme], [invoice('Acme', '1', { open: 100 }), invoice('Acme', '2', { open: 50 })]),
      'U1',
      NOW,
    );
    const some = batch([acme], [invoice('Acme', '1', { open: 0, total: 100 })], { sha256: SHA_2 });
    expect(await store().importBatch(some, 'U1', LATER)).toMatchObject({ invoicesSettledByAbsence: 0 });
    const open = (await ledgerOf('Acme')).invoices.map((entry) => entry.open.minor);
    expect(open.sort()).toEqual([0, 50]);
  });

  it('keeps a credit note apart from an invoice of the same number, and books no payment for it', async () => {
    const credit = { kind: 'credit_note' } as const;
    await store().importBatch(
      batch([acme], [invoice('Acme', '1', { open: 100 }), invoice('Acme', '1', { ...credit, open: 30 })]),
      'U1',
      NOW,
    );
    const used = batch(
      [acme],
      [invoice('Acme', '1', { open: 100 }), invoice('Acme', '1', { ...credit, open: 0, total: 30 })],
      { sha256: SHA_2 },
    );
    const result = await store().importBatch(used, 'U1', LATER);
    expect(result).toMatchObject({ invoicesChanged: 1, paid: [] });
    expect((await ledgerOf('Acme')).payments).toEqual([]);
  });

  it('never wipes or overrules a contact that a person entered', async () => {
    const id = await withCustomer(store());
    await store().saveContact(id, contact('cfo@acme.test', 'Cora', '+1 555 0100'), 'U1', NOW);
    const file = (said: ReturnType<typeof contact> | null, sha: string) =>
      batch([customer('Acme', said)], [invoice('Acme', 'INV-1', { open: 10_000 })], { sha256: sha });
    await store().importBatch(file(null, SHA_2), 'U1', LATER);
    await store().importBatch(file(contact('new@acme.test', 'Nina'), 'c'.repeat(64)), 'U1', LATER);
    const [known] = (await ledgerOf('Acme')).customers;
    expect(known?.contacts).toEqual([
      contact('cfo@acme.test', 'Cora', '+1 555 0100'),
      contact('ap@acme.test', 'Ann'),
    ]);
  });

  it('takes what a newer file says of a contact that a file brought', async () => {
    await withCustomer(store());
    const said = customer('Acme', contact('new@acme.test', null, '+1 555 0199'));
    const file = batch([said], [invoice('Acme', 'INV-1', { open: 10_000 })], { sha256: SHA_2 });
    await store().importBatch(file, 'U1', LATER);
    const [known] = (await ledgerOf('Acme')).customers;
    expect(known?.contacts).toEqual([contact('new@acme.test', 'Ann', '+1 555 0199')]);
  });

  it('takes all rows or none', async () => {
    const broken = batch([acme], [invoice('Acme', '1', { open: 100 }), invoice('Nobody', '2', { open: 1 })]);
    await expect(store().importBatch(broken, 'U1', NOW)).rejects.toThrow('not in the batch');
    expect(await store().customerNames()).toEqual([]);
    expect(await store().lastImport()).toBeNull();
  });

  it('refuses a batch that holds an invoice twice', async () => {
    const twice = batch([acme], [invoice('Acme', '1', { open: 1 }), invoice('Acme', '1', { open: 2 })]);
    await expect(store().importBatch(twice, 'U1', NOW)).rejects.toThrow('twice');
  });

  it('books a payment once when two people import the same file at once', async () => {
    await store().importBatch(batch([acme], [invoice('Acme', '1', { open: 100 })]), 'U1', NOW);
    const paid = batch([acme], [invoice('Acme', '1', { open: 40, total: 100 })], { sha256: SHA_2 });
    const results = await Promise.all(['U1', 'U2', 'U3'].map((by) => store().importBatch(paid, by, LATER)));
    expect(results.filter((result) => result.repeated)).toHaveLength(2);
    expect((await ledgerOf('Acme')).payments).toHaveLength(1);
  });

  it('keeps a file while a person is asked about it', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10]);
    const id = await store().keepUpload({ fileName: 'a.csv', bytes, by: 'U1', at: NOW });
    const kept = await store().takeUpload(id);
    expect(kept).toMatchObject({ fileName: 'a.csv', by: 'U1' });
    expect([...(kept?.bytes ?? [])]).toEqual([0, 255, 13, 10]);
    expect(await store().takeUpload('nonsense')).toBeNull();
    const other = await store().keepUpload({ fileName: 'b.pdf', bytes, by: 'U1', at: NOW });
    await store().dropUpload(id);
    await store().dropUpload('nonsense');
    expect(await store().takeUpload(id)).toBeNull();
    expect(await store().takeUpload(other)).toMatchObject({ fileName: 'b.pdf' });
  });

  it('leaves what was settled long ago out of the ledger, and in the customer’s own', async () => {
    const old = invoice('Acme', 'OLD', { open: 0, total: 900, due: '2024-01-31' });
    await store().importBatch(batch([acme], [old, invoice('Acme', '1', { open: 100 })]), 'U1', NOW);
    const numbers = (await store().ledger()).invoices.map((entry) => entry.number);
    expect(numbers).toEqual(['1']);
    expect((await ledgerOf('Acme')).invoices.map((entry) => entry.number)).toEqual(['OLD', '1']);
  });
}
