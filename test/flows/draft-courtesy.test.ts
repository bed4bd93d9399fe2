// Thanks on the day of the payment and a check-in a month later: drafted once, decided by a person, stopped by the books.
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { setTerms } from '../../src/flows/change-customer.ts';
import { rewriteDraft } from '../../src/flows/change-draft.ts';
import { approveDraft, skipDraft } from '../../src/flows/decide-draft.ts';
import {
  draftDueCourtesies,
  draftThanks,
  releaseInterruptedCourtesies,
  thankCustomer,
} from '../../src/flows/draft-courtesy.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { afterImport } from '../../src/flows/import-ledger.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, STRANGER, type TestPorts, testPorts } from '../fakes/ports.ts';

const ACME = 'Acme Robotics Inc';
let ports: TestPorts;
let acme: string;

/** Acme owes $1,850 since twelve days, and has a case. */
beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24')); // a Tuesday
  acme = await owes(ports, ACME, [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  await openCase(ports, acme);
});

const pays = async (open = 0) => {
  await owes(ports, ACME, [{ number: 'INV-1041', due: '2026-11-12', open, total: 1850 }]);
  await afterImport(ports);
};
const drafts = () => ports.store.draftsOf(acme);
const theDraft = async () => {
  const [draft, ...more] = (await drafts()).filter(({ state }) => state === 'proposed');
  if (!draft || more.length > 0) throw new Error(`${more.length} drafts too many, or none`);
  return draft;
};
const events = async () => (await ports.store.customerLedger(acme))?.events.map(({ body }) => body) ?? [];

async function approveAndSend() {
  const { id, revision } = await theDraft();
  const decided = await approveDraft(ports, { draftId: id, revision, by: BOOKKEEPER });
  ports.passSeconds(60);
  return { decided, sent: await sendApproved(ports, id) };
}

describe('thanks', () => {
  test('stand in the case on the day of the payment, and go when a person says so', async () => {
    await pays();
    const draft = await theDraft();
    expect(draft).toMatchObject({ createdBy: 'tightrope', facts: { occasion: 'thank_you' }, findings: [] });
    expect(draft.letter.body).toContain('$1,850.00');
    expect(draft.authorship.promptId).toBe('en/thank-you');
    expect(ports.sent).toEqual([]);
    expect(await approveDraft(ports, { draftId: draft.id, revision: 1, by: STRANGER })).toMatchObject({
      kind: 'refused',
    });
    expect(await approveAndSend()).toMatchObject({ sent: { kind: 'sent' } });
    expect(ports.sent).toMatchObject([{ mayUnsubscribe: true, byItself: false }]);
    expect(await events()).toMatchObject([{ kind: 'sent', step: 'thank_you', invoices: [] }]);
  });

  test('are drafted once, however often the books come and the program starts', async () => {
    await pays();
    await Promise.all([pays(), draftThanks(ports), draftDueCourtesies(ports)]);
    await releaseInterruptedCourtesies(ports);
    await draftDueCourtesies(ports);
    expect(await drafts()).toHaveLength(1);
    expect(ports.said.filter(({ what }) => what === 'postDraft')).toHaveLength(1);
    await approveAndSend();
    await pays();
    await draftThanks(ports);
    expect(await drafts()).toHaveLength(1);
    expect(await thankCustomer(ports, { customerId: acme, by: OWNER })).toMatchObject({
      because: 'The thank-you for this payment was sent.',
    });
  });

  test('whose card was lost in a crash get it now', async () => {
    const { postDraft } = ports.chat;
    Object.assign(ports.chat, { postDraft: () => Promise.reject(new Error('gone')) });
    await expect(pays()).rejects.toThrow('gone');
    Object.assign(ports.chat, { postDraft });
    await draftThanks(ports);
    expect(await theDraft()).toMatchObject({ card: { channel: 'C0OVERDUE' } });
  });

  test('that were skipped do not come again', async () => {
    await pays();
    const { id } = await theDraft();
    await skipDraft(ports, { draftId: id, by: BOOKKEEPER, reason: 'I rang them' });
    await pays();
    expect(await drafts()).toHaveLength(1);
    expect(await events()).toMatchObject([{ kind: 'skipped', step: 'thank_you' }]);
  });

  test('do not come for a part, nor to who has no case, whom the digest offers instead', async () => {
    await pays(900);
    expect(await drafts()).toEqual([]);
    const beta = await owes(ports, 'Beta', [{ number: 'B-1', due: '2026-11-20', open: 300 }]);
    await owes(ports, 'Beta', [{ number: 'B-1', due: '2026-11-20', open: 0, total: 300 }]);
    await afterImport(ports);
    expect(await ports.store.draftsOf(beta)).toEqual([]);
    expect((await gatherDigest(ports)).thank).toEqual([
      { customerId: beta, customerName: 'Beta', paid: { minor: 30_000, currency: 'USD' } },
    ]);
    expect(await thankCustomer(ports, { customerId: beta, by: OWNER })).toMatchObject({ kind: 'drafted' });
    expect(await thankCustomer(ports, { customerId: acme, by: OWNER })).toMatchObject({
      because: 'The books still show $900.00 of Acme Robotics Inc as overdue.',
    });
  });

  test('are stopped where the books show the payment gone again, before and after the approval', async () => {
    await pays();
    await pays(1850);
    expect((await drafts()).map(({ state }) => state)).toEqual(['stopped']);
    await pays();
    const { id, revision } = await theDraft();
    await approveDraft(ports, { draftId: id, revision, by: BOOKKEEPER });
    await owes(ports, ACME, [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
    ports.passSeconds(60);
    expect(await sendApproved(ports, id)).toEqual({ kind: 'stopped' });
    expect((await ports.store.draft(id))?.reason).toContain('The books still show $1,850.00');
    expect(ports.sent).toEqual([]);
  });

  test('take the place of the reminder that waited, and make room when something else falls due', async () => {
    await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    await owes(ports, ACME, [{ number: 'INV-1050', due: '2026-11-25', open: 70 }]);
    await pays();
    expect((await drafts()).map(({ state, facts }) => [state, facts.occasion])).toEqual([
      ['stopped', null],
      ['proposed', 'thank_you'],
    ]);
    ports.setNow(morning('2026-11-27'));
    await owes(ports, 'Somebody', []); // the books are fresh
    await draftDueCourtesies(ports);
    expect((await drafts()).map(({ state }) => state)).toEqual(['stopped', 'stopped']);
  });

  test('are warmer after a hard stretch, in any language, and cannot be made firmer', async () => {
    ports.setNow(morning('2026-12-15'));
    await pays();
    const draft = await theDraft();
    expect(draft.authorship.promptId).toBe('en/thank-you-hard-stretch');
    const click = { draftId: draft.id, by: BOOKKEEPER };
    const german = await rewriteDraft(ports, {
      ...click,
      revision: 1,
      wish: { kind: 'language', language: 'de' },
    });
    expect(german).toMatchObject({ draft: { authorship: { promptId: 'de/thank-you-hard-stretch' } } });
    const firmer = await rewriteDraft(ports, {
      ...click,
      revision: 2,
      wish: { kind: 'firmer', instruction: null },
    });
    expect(firmer).toMatchObject({ draft: { authorship: { note: expect.stringContaining('no firmer') } } });
  });
});

describe('a check-in', () => {
  const on = async (day: Parameters<typeof morning>[0]) => {
    ports.setNow(morning(day));
    await owes(ports, 'Somebody', []); // the books are fresh
    await draftDueCourtesies(ports);
    return (await drafts()).filter(({ facts }) => facts.occasion === 'check_in');
  };
  beforeEach(async () => {
    await pays();
    await approveAndSend();
  });

  test('is drafted a month after the payment, once, without a word about money', async () => {
    expect(await on('2026-12-23')).toEqual([]);
    const [draft] = await on('2026-12-24');
    expect(draft?.letter.body).not.toMatch(/\$|invoice|\bpa(?:y|id)/i);
    expect(draft?.findings).toEqual([]);
    expect(await on('2026-12-28')).toHaveLength(1);
    await approveAndSend();
    expect(ports.sent.at(-1)).toMatchObject({ inReplyTo: null, references: [], mayUnsubscribe: true });
    expect(await on('2026-12-29')).toHaveLength(1);
  });

  test('that fell on days when nothing ran is caught up, and after a week it is not', async () => {
    expect(await on('2026-12-30')).toHaveLength(1);
  });

  test('does not come while something is overdue, or where they want none', async () => {
    await owes(ports, ACME, [{ number: 'INV-1060', due: '2026-12-20', open: 10 }]);
    expect(await on('2026-12-24')).toEqual([]);
    await owes(ports, ACME, [{ number: 'INV-1060', due: '2026-12-20', open: 0, total: 10 }]);
    await setTerms(ports, {
      customerId: acme,
      terms: { onlyAboutPayment: true },
      accountManager: null,
      by: OWNER,
    });
    expect(await on('2026-12-28')).toEqual([]);
  });

  test('waits for the opening hour and for a working day', async () => {
    const policy = { ...DEFAULT_POLICY, window: { ...DEFAULT_POLICY.window, daysOff: ['2026-12-24'] } };
    await ports.store.savePolicy(policy, OWNER, ports.clock.now());
    expect(await on('2026-12-24')).toEqual([]);
    ports.setNow('2026-12-28T12:00:00.000Z'); // seven in the morning
    expect(await draftDueCourtesies(ports)).toBe(0);
    expect(await on('2026-12-28')).toHaveLength(1);
  });
});
