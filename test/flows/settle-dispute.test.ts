// A dispute from the day it is told to the day it is settled: acknowledged, given to somebody, ended, opened again.
import { beforeEach, describe, expect, test } from 'vitest';
import { money } from '../../src/core/money.ts';
import { OutsideError } from '../../src/core/outside-error.ts';
import { setTerms } from '../../src/flows/change-customer.ts';
import { refreshDraft } from '../../src/flows/change-draft.ts';
import { skipDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { undoReading } from '../../src/flows/record-outcome.ts';
import {
  acknowledgeDispute,
  nameDisputeOwner,
  reopenDispute,
  resolveDispute,
} from '../../src/flows/settle-dispute.ts';
import { ACME_BOOKS, type AcmeCase, openAcmeCase } from '../fakes/acme-case.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
let told: AcmeCase['told'];
let view: AcmeCase['view'];
let waiting: AcmeCase['waiting'];
let send: AcmeCase['send'];

beforeEach(async () => {
  ({ ports, acme, told, view, waiting, send } = await openAcmeCase());
});

const disputeAll = () => told('they dispute INV-1041, two boxes were missing');

const skip = async () =>
  skipDraft(ports, { draftId: (await waiting())?.id ?? '', by: OWNER, reason: 'by phone' });

const resolve = (
  settlement: Parameters<typeof resolveDispute>[1]['settlement'],
  how = 'Two boxes were missing.',
) => {
  ports.passSeconds(60);
  return resolveDispute(ports, { customerId: acme, how, invoices: [], settlement, by: BOOKKEEPER });
};

describe('a dispute that was just recorded', () => {
  test('brings the letter that says we heard them, which needs no step to be due', async () => {
    await disputeAll();
    const draft = await waiting();
    expect(draft).toMatchObject({ state: 'proposed', findings: [], facts: { occasion: 'dispute_received' } });
    expect(draft?.letter.subject).toBe('Your question about invoice INV-1041');
    expect(draft?.letter.body).not.toContain('Would it be all right'); // the whole of it is in question
    expect((await view()).disputes).toMatchObject([{ isAcknowledged: false }]);
    expect(await send()).toEqual({ kind: 'sent' });
    expect(ports.sent.map(({ subject }) => subject)).toEqual(['Your question about invoice INV-1041']);
    expect((await view()).disputes).toMatchObject([{ isAcknowledged: true }]);
  });

  test('of a part asks whether the rest may be paid, and the rest alone may be chased', async () => {
    await told('they dispute $250 of INV-1041, two boxes were missing');
    expect((await waiting())?.letter.body).toContain('$1,600.00 of invoice INV-1041 is not in question');
    await skip();
    ports.setNow(morning('2026-12-02')); // they are left in peace for a week after they spoke
    await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
    const drafted = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    expect(drafted).toMatchObject({ kind: 'drafted', draft: { facts: { total: money(224_000, 'USD') } } });
  });

  test('taken back stops the letter', async () => {
    const pending = await disputeAll();
    const draft = await waiting();
    await undoReading(ports, { readingId: pending.id, by: BOOKKEEPER });
    expect(await ports.store.draft(draft?.id ?? '')).toMatchObject({
      state: 'stopped',
      reason: 'This dispute is settled or was taken back, so there is nothing to acknowledge.',
    });
  });

  test('does not push aside a letter that waits; it is asked for again, and drafted once that is decided', async () => {
    await disputeAll();
    await told('they dispute INV-1055, the price is wrong');
    const dispute = (await view()).disputes.find(({ invoices }) => invoices.includes('INV-1055'));
    const ask = () =>
      acknowledgeDispute(ports, { customerId: acme, disputeId: dispute?.eventId ?? '', by: OWNER });
    expect(await ask()).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('waits in their case already'),
    });
    await skip();
    const [one, two] = [await ask(), await ask()];
    expect(one).toMatchObject({ kind: 'drafted', isNew: true });
    expect(two).toMatchObject({ kind: 'drafted', isNew: false });
  });

  test('that is joined by another about the same invoice brings the letter again', async () => {
    await told('they dispute $250 of INV-1041, the goods were damaged');
    expect(await send()).toEqual({ kind: 'sent' });
    await told('they dispute $100 of INV-1041, the price is wrong');
    expect((await view()).disputes).toMatchObject([{ reasons: ['goods', 'price'], isAcknowledged: false }]);
    expect(await waiting()).toMatchObject({ state: 'proposed', facts: { occasion: 'dispute_received' } });
    expect((await waiting())?.letter.body).toContain('$1,500.00 of invoice INV-1041 is not in question');
    expect(await send()).toEqual({ kind: 'sent' });
    expect((await view()).disputes).toMatchObject([{ isAcknowledged: true }]);
  });

  test('that a person chose not to answer in writing is asked about no more', async () => {
    await disputeAll();
    await skip();
    const [dispute] = (await view()).disputes;
    expect(dispute?.isAcknowledged).toBe(true);
    expect(
      await acknowledgeDispute(ports, { customerId: acme, disputeId: dispute?.eventId ?? '', by: OWNER }),
    ).toMatchObject({ kind: 'refused' });
  });

  test('writes to nobody who is not to be contacted', async () => {
    const terms = { doNotContact: true };
    await setTerms(ports, { customerId: acme, terms, accountManager: null, by: OWNER });
    await disputeAll();
    expect(await waiting()).toBeNull();
  });

  test('is in the digest of the next day, with what is overdue', async () => {
    await disputeAll();
    ports.setNow(morning('2026-11-26'));
    const { disputes } = await gatherDigest(ports);
    expect(disputes).toMatchObject([
      {
        kind: 'open',
        customerName: 'Acme Robotics Inc',
        dispute: { due: '2026-11-25', acknowledgeBy: '2026-11-25', isAcknowledged: false, owner: null },
      },
    ]);
  });
});

describe('who settles it', () => {
  test('is told, and stands on the card', async () => {
    await disputeAll();
    const [dispute] = (await view()).disputes;
    const input = {
      customerId: acme,
      disputeId: dispute?.eventId ?? '',
      next: 'ask <!channel>',
      by: BOOKKEEPER,
    };
    const named = await nameDisputeOwner(ports, { ...input, owner: OWNER, due: '2026-11-27' });
    expect(named).toMatchObject({ kind: 'noted' });
    expect((await view()).disputes).toMatchObject([{ owner: OWNER, due: '2026-11-27', isAssigned: true }]);
    expect(ports.said.filter(({ what }) => what === 'tell')).toEqual([{ what: 'tell', subject: OWNER }]);
    const cannot: TestPorts = {
      ...ports,
      chat: { ...ports.chat, tell: () => Promise.reject(new OutsideError('slack', 'user_disabled', false)) },
    };
    ports.passSeconds(60); // of two records of one instant neither is the later one
    expect(await nameDisputeOwner(cannot, { ...input, owner: OWNER, due: '2026-11-26' })).toMatchObject({
      kind: 'noted',
      words: expect.stringContaining('It is saved, but I could not tell them'),
    });
    expect((await view()).disputes).toMatchObject([{ due: '2026-11-26' }]);
    const late = await nameDisputeOwner(ports, { ...input, owner: OWNER, due: '2026-11-23' });
    expect(late).toMatchObject({ kind: 'refused', because: expect.stringContaining('has gone by') });
    const gone = await nameDisputeOwner(ports, { ...input, disputeId: 'x', owner: OWNER, due: '2026-11-27' });
    expect(gone).toMatchObject({ kind: 'refused' });
  });
});

describe('a dispute that ends', () => {
  beforeEach(async () => {
    await disputeAll();
    await skip();
  });

  test('by a credit tells the customer, says what to enter, and waits for it', async () => {
    const resolved = await resolve({ kind: 'credit_note', amount: money(25_000, 'USD') });
    expect(resolved).toMatchObject({
      kind: 'noted',
      words: expect.stringContaining('Enter a credit note of $250.00 for INV-1041 in your books'),
      letter: { kind: 'drafted' },
    });
    const draft = await waiting();
    expect(draft?.findings).toEqual([]);
    expect(draft?.letter.body).toContain('we are going to credit $250.00');
    expect(await send()).toEqual({ kind: 'sent' });
    expect((await view()).missingCredits).toMatchObject([{ wasExpected: false }]);

    // The next import comes without it, then one with it.
    ports.setNow(morning('2026-11-25'));
    await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
    expect((await view()).missingCredits).toMatchObject([{ wasExpected: true }]);
    expect((await gatherDigest(ports)).disputes).toMatchObject([{ kind: 'credit' }]);
    ports.setNow(morning('2026-12-01'));
    await owes(ports, 'Acme Robotics Inc', [{ ...ACME_BOOKS[0], open: 1600, total: 1850 }, ACME_BOOKS[1]]);
    expect((await view()).missingCredits).toEqual([]);
  });

  test('by a correction', async () => {
    const resolved = await resolve({ kind: 'correction' });
    expect(resolved).toMatchObject({ kind: 'noted', words: expect.stringContaining('Correct INV-1041') });
    expect(await waiting()).toMatchObject({ findings: [], facts: { occasion: 'dispute_corrected' } });
  });

  test('because the invoice stands, with our reasons in the letter', async () => {
    await resolve({ kind: 'stands' }, 'The delivery note shows all twelve boxes.');
    const draft = await waiting();
    expect(draft?.letter.body).toContain('The delivery note shows all twelve boxes.');
    const again = await refreshDraft(ports, { draftId: draft?.id ?? '', revision: 1, by: OWNER });
    expect(again).toMatchObject({ kind: 'changed' });
    expect((await waiting())?.letter.body).toContain('The delivery note shows all twelve boxes.');
  });

  test('with a threat among the reasons cannot be sent as it is', async () => {
    await resolve({ kind: 'stands' }, 'Pay now or we will report you to the credit bureau.');
    const draft = await waiting();
    expect(draft?.findings.some(({ severity }) => severity === 'block')).toBe(true);
    await expect(send()).rejects.toThrow('cannot go as it stands');
  });

  test('is not ended twice, nor by more than is open', async () => {
    expect(await resolve({ kind: 'credit_note', amount: money(185_001, 'USD') })).toMatchObject({
      kind: 'refused',
      because: 'Only $1,850.00 is open on what was chosen, so no more than that can be credited.',
    });
    await resolve({ kind: 'correction' });
    expect(await resolve({ kind: 'correction' })).toMatchObject({ kind: 'refused' });
  });

  test('is ended by one of two people who say so at once, and the other is told', async () => {
    const both = await Promise.all([resolve({ kind: 'correction' }), resolve({ kind: 'stands' })]);
    expect(both).toMatchObject([
      { kind: 'noted' },
      { kind: 'refused', because: expect.stringContaining('settled already') },
    ]);
    const ends = (await view()).history.filter(({ body }) => body.kind === 'dispute_resolved');
    expect(ends).toHaveLength(1);
  });

  const ends = async () =>
    (await view()).history.filter(({ body }) => body.kind === 'dispute_resolved').map(({ id }) => id);
  const reopen = (resolutionId = '') =>
    reopenDispute(ports, { customerId: acme, resolutionId, reason: 'more', by: OWNER });

  test('twice is opened again at its last end alone, because the earlier end opens nothing', async () => {
    await resolve({ kind: 'correction' });
    await skip();
    await disputeAll();
    await skip();
    await resolve({ kind: 'stands' });
    const [last, first] = await ends();
    expect(await reopen(first)).toEqual({
      kind: 'refused',
      because: 'This dispute was settled once more after that. Reopen the later one instead.',
    });
    expect((await view()).disputes).toEqual([]);
    expect(await reopen(last)).toMatchObject({ kind: 'noted' });
    expect((await view()).disputes).toHaveLength(1);
    expect(await reopen(first)).toMatchObject({ kind: 'noted' }); // what they said first counts again as well
  });

  test('over an invoice that is paid by now is not opened again', async () => {
    await resolve({ kind: 'correction' });
    ports.setNow(morning('2026-11-25'));
    await owes(ports, 'Acme Robotics Inc', [{ ...ACME_BOOKS[0], open: 0, total: 1850 }, ACME_BOOKS[1]]);
    expect(await reopen((await ends())[0])).toEqual({
      kind: 'refused',
      because:
        'Acme Robotics Inc owe nothing any more of what this was about, so there is nothing to reopen.',
    });
  });

  test('is opened again: the letter stops, no credit is expected, and the invoice is held', async () => {
    await resolve({ kind: 'credit_note', amount: money(25_000, 'USD') });
    const draft = await waiting();
    const resolution = (await view()).history.find(({ body }) => body.kind === 'dispute_resolved');
    const reopen = () =>
      reopenDispute(ports, {
        customerId: acme,
        resolutionId: resolution?.id ?? '',
        reason: 'more',
        by: OWNER,
      });
    expect(await reopen()).toMatchObject({ kind: 'noted' });
    expect(await ports.store.draft(draft?.id ?? '')).toMatchObject({ state: 'stopped' });
    expect(await view()).toMatchObject({ missingCredits: [], disputes: [{ invoices: ['INV-1041'] }] });
    expect(await reopen()).toMatchObject({ kind: 'refused', because: 'This dispute is open already.' });
  });

  test('and was opened again by mistake, is shown as ended once that is taken back', async () => {
    await resolve({ kind: 'correction' });
    const ended = async () => (await view()).history.find(({ body }) => body.kind === 'dispute_resolved');
    const takeBack = async (eventId: string) => {
      ports.passSeconds(60);
      const body = { kind: 'undone', eventId, reason: null } as const;
      return ports.store.addEvent({ customerId: acme, at: ports.clock.now(), by: OWNER, source: null, body });
    };
    await takeBack((await ended())?.id ?? '');
    expect(await ended()).toMatchObject({ undone: true });
    await takeBack((await view()).history.find(({ body }) => body.kind === 'undone')?.id ?? '');
    expect(await view()).toMatchObject({ disputes: [] });
    expect(await ended()).toMatchObject({ undone: false });
  });
});
