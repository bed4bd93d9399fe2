// Tries to cross from one workspace into another with its ids, at every method that takes one.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Opened } from './contract-opened.ts';
import { contact, NOW, newDraft, PROMISE_READING, TEMPLATE_AUTHOR, TODAY, withCustomer } from './samples.ts';

const CARD = { channel: 'C1', ts: '9.9' };

export function tenantContract({ store, other }: Opened): void {
  const theirs = async () => {
    const customerId = await withCustomer(other(), 'Theirs');
    const { draft } = await other().addDraft(newDraft(customerId, randomUUID()));
    const source = { channel: 'C1', ts: '1.1', quote: 'paid' };
    const said = { customerId, source, author: 'U1', reading: PROMISE_READING, at: NOW };
    const { pending } = await other().addReading(said);
    const event = await other().addEvent({
      customerId,
      at: NOW,
      by: 'U1',
      source: null,
      body: { kind: 'released', reason: 'x' },
    });
    const opened = await other().openCase(customerId, NOW);
    await other().saveCaseCard(opened.id, CARD);
    const upload = { fileName: 'a.csv', bytes: new Uint8Array([1]), by: 'U1', at: NOW };
    return { customerId, draft, pending, event, opened, uploadId: await other().keepUpload(upload) };
  };

  it('shows nothing of another workspace', async () => {
    const { customerId, draft, pending, event, uploadId } = await theirs();
    expect(await store().customerNames()).toEqual([]);
    expect((await store().ledger()).invoices).toEqual([]);
    expect((await store().ageing(TODAY)).currencies).toEqual([]);
    expect((await store().topDebtors(TODAY, { minDaysLate: 0, limit: 9, offset: 0 })).total).toBe(0);
    expect(await store().customerLedger(customerId)).toBeNull();
    expect(await store().invoicesByNumber('INV-1')).toEqual([]);
    expect(await store().draft(draft.id)).toBeNull();
    expect(await store().draftsOf(customerId)).toEqual([]);
    expect(await store().draftsIn('proposed')).toEqual([]);
    expect(await store().reading(pending.id)).toBeNull();
    expect(await store().readingOf(pending.source)).toBeNull();
    expect(await store().event(event.id)).toBeNull();
    expect(await store().caseOf(customerId)).toBeNull();
    expect(await store().caseByThread(CARD)).toBeNull();
    await store().dropUpload(uploadId);
    expect(await other().takeUpload(uploadId)).not.toBeNull();
    expect(await store().takeUpload(uploadId)).toBeNull();
    expect(await store().lastImport()).toBeNull();
  });

  it('changes nothing of another workspace', async () => {
    const { customerId, draft, pending, opened } = await theirs();
    const letter = { subject: 'x', body: 'x' };
    const words = { letter, findings: [], authorship: TEMPLATE_AUTHOR, by: 'U9', at: NOW };
    const approval = { by: 'U9', at: NOW, sendAfter: NOW, findings: [] };
    expect(await store().reviseDraft(draft.id, 1, words)).toBeNull();
    expect(await store().approveDraft(draft.id, 1, approval)).toBeNull();
    expect(await store().moveDraft(draft.id, ['proposed'], 'sent', { by: 'U9', at: NOW })).toBeNull();
    await store().saveDraftCard(draft.id, CARD);
    expect(await store().changeReading(pending.id, { kind: 'chatter' })).toBeNull();
    expect(await store().decideReading(pending.id, 'confirmed', 'U9', NOW, [])).toBeNull();
    expect(await store().undoReading(pending.id, 'U9', NOW)).toBeNull();
    await store().saveReadingCard(pending.id, CARD);
    await store().saveCaseCard(opened.id, { channel: 'C9', ts: '0.0' });
    expect(await other().draft(draft.id)).toEqual(draft);
    expect(await other().reading(pending.id)).toEqual(pending);
    expect(await other().caseByThread(CARD)).toMatchObject({ id: opened.id });

    const terms = { id: customerId, terms: { doNotContact: true }, language: 'fr', zone: null };
    await expect(store().saveCustomer({ ...terms, accountManager: null }, 'U9', NOW)).rejects.toThrow();
    await expect(store().saveContact(customerId, contact('evil@x.test'), 'U9', NOW)).rejects.toThrow();
    const ledger = await other().customerLedger(customerId);
    expect(ledger?.customers[0]).toMatchObject({ language: 'en', terms: {}, contacts: [{ name: 'Ann' }] });
  });

  it('adds nothing to a customer of another workspace', async () => {
    const { customerId } = await theirs();
    const body = { kind: 'released', reason: 'x' } as const;
    const event = { customerId, at: NOW, by: 'U9', source: null, body };
    await expect(store().addEvent(event)).rejects.toThrow();
    await expect(store().openCase(customerId, NOW)).rejects.toThrow();
    await expect(store().addDraft(newDraft(customerId, randomUUID()))).rejects.toThrow();
    const source = { channel: 'C7', ts: '7.7', quote: 'x' };
    const said = { customerId, source, author: 'U9', reading: PROMISE_READING, at: NOW };
    await expect(store().addReading(said)).rejects.toThrow();
    expect((await other().customerLedger(customerId))?.events).toHaveLength(1);
  });

  it('lets both workspaces have the same names, numbers, jobs, events and messages', async () => {
    const mine = await withCustomer(store(), 'Theirs');
    const { customerId } = await theirs();
    expect(mine).not.toBe(customerId);
    for (const one of [store(), other()]) {
      expect(await one.claimJob('digest', TODAY, NOW)).toBe(true);
      expect(await one.claimSlackEvent('Ev1', NOW)).toBe(true);
      expect(await one.customerNames()).toMatchObject([{ name: 'Theirs' }]);
    }
    const source = { channel: 'C1', ts: '1.1', quote: 'paid' };
    const said = { customerId: mine, source, author: 'U1', reading: PROMISE_READING, at: NOW };
    expect(await store().addReading(said)).toMatchObject({ isNew: true });
  });
}
