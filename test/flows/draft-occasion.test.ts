// Letters that no step asks for: drafted, approved and sent like any other, while their occasion is there.
import { beforeEach, describe, expect, test } from 'vitest';
import { refreshDraft } from '../../src/flows/change-draft.ts';
import { approveDraft, skipDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage, draftOccasion } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { sendApproved, stopStaleDrafts } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
const INVOICE = { number: 'INV-1041', due: '2026-11-12', open: 1850 } as const;

/** Acme owed $1,850 and paid it yesterday. */
beforeEach(async () => {
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  acme = await owes(ports, 'Acme Robotics Inc', [INVOICE]);
  ports.setNow(morning('2026-11-23'));
  await owes(ports, 'Acme Robotics Inc', [{ ...INVOICE, open: 0, total: 1850 }]);
  ports.setNow(morning('2026-11-24'));
});

const thanks = (more: { to?: string; inReplyTo?: string } = {}) =>
  draftOccasion(ports, {
    customerId: acme,
    occasion: 'thank_you',
    currency: 'USD',
    detail: null,
    by: BOOKKEEPER,
    ...more,
  });

async function thanksDraft(more: { to?: string; inReplyTo?: string } = {}) {
  const result = await thanks(more);
  if (result.kind === 'refused') throw new Error(result.because);
  return result.draft;
}

async function approvedThanks() {
  const { id, revision } = await thanksDraft();
  await approveDraft(ports, { draftId: id, revision, by: BOOKKEEPER });
  ports.passSeconds(31);
  return id;
}

describe('a letter outside the ladder', () => {
  test('speaks of its occasion, and goes once it is approved', async () => {
    const id = await approvedThanks();
    expect(await sendApproved(ports, id)).toEqual({ kind: 'sent' });
    expect(ports.sent[0]?.text).toContain('$1,850.00');
    expect(ports.sent[0]).toMatchObject({ to: 'ap@acmeroboticsinc.example', mayUnsubscribe: true });
  });

  test('is recorded by its own name and takes no step of the ladder', async () => {
    await sendApproved(ports, await approvedThanks());
    const ledger = await ports.store.customerLedger(acme);
    expect(ledger?.events.map(({ body }) => body)).toMatchObject([{ kind: 'sent', step: 'thank_you' }]);
    // A new invoice, long overdue, is asked about as mildly as if nothing had ever been written.
    ports.setNow(morning('2027-01-12'));
    await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-2', due: '2026-12-20', open: 900 }]);
    const situation = await gatherCustomer(ports, acme);
    expect(situation?.verdicts).toMatchObject([{ kind: 'act', step: 'question' }]);
  });

  test('answers the customer’s own mail where there is one, at the address it came from', async () => {
    const draft = await thanksDraft({ to: 'dana@home.example', inReplyTo: '<their@mail.example>' });
    expect(draft.to).toBe('dana@home.example');
    await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
    ports.passSeconds(31);
    await sendApproved(ports, draft.id);
    expect(ports.sent[0]).toMatchObject({
      inReplyTo: '<their@mail.example>',
      references: ['<their@mail.example>'],
    });
  });

  test('is there once, however often it is asked for', async () => {
    const [one, two] = [await thanksDraft(), await thanksDraft()];
    expect(one.id).toBe(two.id);
  });

  test('waits for the letter that is there already', async () => {
    await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-3', due: '2026-10-01', open: 300 }]);
    ports.setNow(morning('2026-11-30'));
    await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-3', due: '2026-10-01', open: 300 }]);
    const ladder = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    expect(ladder.kind).toBe('drafted');
    expect(await thanks()).toMatchObject({ kind: 'refused', because: expect.stringContaining('already') });
    if (ladder.kind !== 'drafted') throw new Error('no draft');
    await skipDraft(ports, { draftId: ladder.draft.id, by: OWNER, reason: 'They have just paid' });
    await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-3', due: '2026-10-01', open: 0, total: 300 }]);
    expect((await thanks()).kind).toBe('drafted');
  });

  test('is stopped when its occasion is gone', async () => {
    const { id } = await thanksDraft();
    ports.setNow(morning('2026-12-29')); // A month after the payment.
    expect(await stopStaleDrafts(ports, acme)).toBe(1);
    expect((await ports.store.draft(id))?.reason).toContain('no payment');
  });

  test('goes to nobody who is not to be contacted', async () => {
    const id = await approvedThanks();
    const customer = (await ports.store.customerLedger(acme))?.customers[0];
    if (!customer) throw new Error('no customer');
    await ports.store.saveCustomer({ ...customer, terms: { doNotContact: true } }, OWNER, ports.clock.now());
    expect(await sendApproved(ports, id)).toEqual({ kind: 'stopped' });
    expect(ports.sent).toEqual([]);
  });

  test('is written anew with the figures of the day', async () => {
    const { id, revision } = await thanksDraft();
    const again = await refreshDraft(ports, { draftId: id, revision, by: BOOKKEEPER });
    expect(again).toMatchObject({ kind: 'changed', draft: { facts: { occasion: 'thank_you' } } });
  });
});
