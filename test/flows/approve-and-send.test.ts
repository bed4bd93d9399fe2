// Draft, approve, send: exactly one mail, and none that the ledger no longer supports.
import { beforeEach, describe, expect, test } from 'vitest';
import { OutsideError } from '../../src/core/outside-error.ts';
import { addContact } from '../../src/flows/change-customer.ts';
import { editDraft, refreshDraft, rewriteDraft } from '../../src/flows/change-draft.ts';
import { approveDraft, settleUnsure, skipDraft, undoApproval } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { askAboutInterrupted, sendApproved, stopStaleDrafts } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, STRANGER, type TestPorts, testPorts } from '../fakes/ports.ts';

const TODAY = '2026-11-24'; // a Tuesday
const LONG_AGO = '2026-09-01T12:00:00.000Z';
let ports: TestPorts;
let acme: string;

/** Acme owes $1,850, twelve days late, and was reminded before the books came here. */
beforeEach(async () => {
  ports = await testPorts(LONG_AGO);
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  ports.setNow(morning('2026-11-23'));
  await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  ports.setNow(morning(TODAY));
});

async function drafted() {
  const result = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
  if (result.kind !== 'drafted')
    throw new Error(result.kind === 'refused' ? result.because : 'a script, not a letter');
  return result.draft;
}

async function approved() {
  const draft = await drafted();
  const result = await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
  if (result.kind !== 'decided') throw new Error(JSON.stringify(result));
  return result.draft;
}

describe('a draft', () => {
  test('names what the ledger says and passes the guard', async () => {
    const draft = await drafted();
    expect(draft.letter.body).toContain('$1,850.00');
    expect(draft.letter.body).toContain('INV-1041');
    expect(draft.letter.body).toContain('https://pay.example/INV-1041');
    expect(draft.findings.filter(({ severity }) => severity === 'block')).toEqual([]);
    expect(draft.to).toBe('ap@acmeroboticsinc.example');
  });

  test('is made once: two people who press Draft see the same one', async () => {
    const [one, two] = await Promise.all([drafted(), drafted()]);
    expect(one.id).toBe(two.id);
    expect(ports.said.filter(({ what }) => what === 'showCase').length).toBeGreaterThan(0);
    expect((await ports.store.draftsOf(acme)).length).toBe(1);
  });

  test('is refused with the reason when there is nothing to write about', async () => {
    await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 0, total: 1850 }]);
    const result = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    expect(result.kind).toBe('refused');
  });

  test('with an edit that changes a figure cannot be approved', async () => {
    const draft = await drafted();
    const letter = { ...draft.letter, body: draft.letter.body.replaceAll('$1,850.00', '$1,950.00') };
    const edited = await editDraft(ports, {
      draftId: draft.id,
      revision: draft.revision,
      letter,
      to: draft.to,
      cc: [],
      by: BOOKKEEPER,
    });
    if (edited.kind !== 'changed') throw new Error(edited.because);
    expect(edited.draft.findings.some(({ severity }) => severity === 'block')).toBe(true);
    const result = await approveDraft(ports, {
      draftId: draft.id,
      revision: edited.draft.revision,
      by: OWNER,
    });
    expect(result.kind).toBe('refused');
    expect((await ports.store.draft(draft.id))?.state).toBe('proposed');
  });

  test('with remarks wants a reason from the approver, and keeps it with the case', async () => {
    const draft = await drafted();
    const edited = await editDraft(ports, {
      draftId: draft.id,
      revision: draft.revision,
      letter: { ...draft.letter, body: `${draft.letter.body}\n\nThis takes you 2 minutes.` },
      to: draft.to,
      cc: [],
      attachments: ['statement'],
      by: BOOKKEEPER,
    });
    if (edited.kind !== 'changed') throw new Error(edited.because);
    expect(edited.draft).toMatchObject({
      attachments: ['statement'],
      authorship: { kind: 'person', words: null },
    });
    expect(edited.draft.findings.map(({ severity }) => severity)).toEqual(['warn']);
    const click = { draftId: draft.id, revision: edited.draft.revision, by: OWNER };
    expect(await approveDraft(ports, click)).toMatchObject({ kind: 'remarked' });
    expect((await ports.store.draft(draft.id))?.state).toBe('proposed');
    const reason = 'It is true, and they asked.';
    const decided = await approveDraft(ports, { ...click, overrule: reason });
    expect(decided).toMatchObject({ kind: 'decided', draft: { overruled: { reason } } });
    const { events } = (await ports.store.customerLedger(acme)) ?? { events: [] };
    expect(events.map(({ by, body }) => [by, body.kind])).toContainEqual([OWNER, 'overruled']);
  });

  test('without remarks keeps no reason, whatever came with the click', async () => {
    const draft = await drafted();
    const click = { draftId: draft.id, revision: draft.revision, by: OWNER, overrule: 'just in case' };
    expect(await approveDraft(ports, click)).toMatchObject({ kind: 'decided', draft: { overruled: null } });
  });

  test('is written anew in another language, and stays in it through every later change', async () => {
    const draft = await drafted();
    const click = (revision: number) => ({ draftId: draft.id, revision, by: BOOKKEEPER });
    const german = await rewriteDraft(ports, { ...click(1), wish: { kind: 'language', language: 'de' } });
    if (german.kind !== 'changed') throw new Error(german.because);
    expect(german.draft.letter.body).toContain('Guten Tag');
    expect(german.draft.letter.body).toMatch(/1\.850,00/);
    const fresh = await refreshDraft(ports, click(2));
    if (fresh.kind !== 'changed') throw new Error(fresh.because);
    expect(fresh.draft.letter.body).toContain('Guten Tag');
    expect(fresh.draft.findings).toEqual([]);
    expect((await ports.store.draftRevisions(draft.id)).map((each) => each.facts.language)).toEqual([
      'en-US',
      'de',
      'de',
    ]);
    expect(await approveDraft(ports, click(3))).toMatchObject({ kind: 'decided' });
  });

  test('that somebody edited meanwhile is not approved by a click on the older card', async () => {
    const draft = await drafted();
    await editDraft(ports, {
      draftId: draft.id,
      revision: draft.revision,
      letter: { ...draft.letter, subject: 'A question about invoice INV-1041' },
      to: draft.to,
      cc: [],
      by: OWNER,
    });
    const result = await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
    expect(result).toMatchObject({ kind: 'refused', because: expect.stringContaining('changed this draft') });
  });

  test('of a customer without an address asks who should get it', async () => {
    const draft = await drafted();
    await ports.store.reviseDraft(draft.id, draft.revision, {
      letter: draft.letter,
      findings: [],
      authorship: draft.authorship,
      to: '',
      by: OWNER,
      at: ports.clock.now(),
    });
    const result = await approveDraft(ports, { draftId: draft.id, revision: draft.revision + 1, by: OWNER });
    expect(result).toMatchObject({ kind: 'refused', because: expect.stringContaining('no e-mail address') });
    await addContact(ports, {
      customerId: acme,
      contact: { name: 'Ana', email: 'ana@acme.example', phone: null },
      by: OWNER,
    });
    expect((await ports.store.draft(draft.id))?.to).toBe('ana@acme.example');
  });
});

describe('approving', () => {
  test('is for approvers only', async () => {
    const draft = await drafted();
    const result = await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: STRANGER });
    expect(result).toMatchObject({ kind: 'refused', because: expect.stringContaining('Only an approver') });
    expect((await ports.store.draft(draft.id))?.state).toBe('proposed');
  });

  test('twice at once approves once', async () => {
    const draft = await drafted();
    const results = await Promise.all([
      approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: OWNER }),
      approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER }),
    ]);
    expect(results.filter(({ kind }) => kind === 'decided')).toHaveLength(1);
    expect(ports.store.sendJobs).toHaveLength(1);
  });

  test('waits for the undo, which brings the draft back', async () => {
    const draft = await approved();
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'waiting' });
    await undoApproval(ports, { draftId: draft.id, by: BOOKKEEPER });
    ports.passSeconds(31);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'not_ours' });
    expect(ports.sent).toEqual([]);
    expect((await ports.store.draft(draft.id))?.state).toBe('proposed');
  });

  test('in the evening waits for the customer’s office hours', async () => {
    const draft = await drafted();
    ports.setNow('2026-11-25T02:00:00.000Z'); // 21:00 in New York
    const fresh = await refreshDraft(ports, { draftId: draft.id, revision: draft.revision, by: OWNER });
    if (fresh.kind !== 'changed') throw new Error(fresh.because);
    const result = await approveDraft(ports, {
      draftId: draft.id,
      revision: fresh.draft.revision,
      by: OWNER,
    });
    if (result.kind !== 'decided') throw new Error(JSON.stringify(result));
    expect(result.draft.sendAfter).toBe('2026-11-25T14:00:00.000Z');
    ports.passSeconds(60);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'waiting' });
    ports.setNow('2026-11-25T14:00:30.000Z');
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'sent' });
    expect(ports.sent).toHaveLength(1);
  });
});

describe('sending', () => {
  test('sends one mail with the derived Message-ID, and records it', async () => {
    const draft = await approved();
    ports.passSeconds(31);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'sent' });
    expect(ports.sent).toHaveLength(1);
    expect(ports.sent[0]).toMatchObject({
      messageId: `<draft-${draft.id}@harborandpine.example>`,
      to: draft.to,
    });
    expect((await ports.store.draft(draft.id))?.state).toBe('sent');
    const ledger = await ports.store.customerLedger(acme);
    expect(ledger?.events.filter(({ body }) => body.kind === 'sent')).toHaveLength(1);
  });

  /** With the statement of account asked for. */
  async function approvedWithStatement() {
    const { id, revision, letter, to } = await drafted();
    const edit = { draftId: id, revision, letter, to, cc: [], attachments: ['statement'] as const };
    await editDraft(ports, { ...edit, by: OWNER });
    await approveDraft(ports, { draftId: id, revision: revision + 1, by: OWNER });
    ports.passSeconds(31);
    return id;
  }

  test('takes the statement of account along, made from the ledger of that moment', async () => {
    const id = await approvedWithStatement();
    expect(await sendApproved(ports, id)).toEqual({ kind: 'sent' });
    const [file] = ports.sent[0]?.attachments ?? [];
    expect(file).toMatchObject({ name: 'statement-2026-11-24.pdf', contentType: 'application/pdf' });
    expect(Buffer.from(file?.bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test('sends nothing where the statement cannot be made, and says so', async () => {
    const id = await approvedWithStatement();
    const broken = {
      ...ports,
      documents: { ...ports.documents, statement: () => Promise.reject(new Error('no font')) },
    };
    expect(await sendApproved(broken, id)).toEqual({ kind: 'failed' });
    expect(ports.sent).toEqual([]);
    expect((await ports.store.draft(id))?.reason).toContain('statement of account could not be made');
  });

  test('by two workers at once sends one mail', async () => {
    const draft = await approved();
    ports.passSeconds(31);
    await Promise.all([
      sendApproved(ports, draft.id),
      sendApproved(ports, draft.id),
      sendApproved(ports, draft.id),
    ]);
    expect(ports.sent).toHaveLength(1);
  });

  test.each([
    ['paid', 0],
    ['part-paid', 850],
  ])('does not happen when the invoice was %s after the approval', async (_, open) => {
    const draft = await approved();
    await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open, total: 1850 }]);
    ports.passSeconds(31);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'stopped' });
    expect(ports.sent).toEqual([]);
    expect((await ports.store.draft(draft.id))?.reason).not.toBeNull();
  });

  test.each([
    ['a promise', { kind: 'promise', amount: 'full', date: '2026-12-04', invoices: [] }],
    [
      'a dispute',
      { kind: 'dispute', reason: 'goods', detail: 'wrong colour', amount: null, invoices: ['INV-1041'] },
    ],
  ] as const)('does not happen when %s was recorded after the approval', async (_, outcome) => {
    const draft = await approved();
    await ports.store.addEvent({
      customerId: acme,
      at: ports.clock.now(),
      by: OWNER,
      source: null,
      body: { kind: 'outcome', outcome, via: 'call' },
    });
    expect(await stopStaleDrafts(ports, acme)).toBe(1);
    ports.passSeconds(31);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'not_ours' });
    expect(ports.sent).toEqual([]);
    expect((await ports.store.draft(draft.id))?.state).toBe('stopped');
  });

  test('that the server refuses at once is shown as failed and can be approved again', async () => {
    const draft = await approved();
    ports.passSeconds(31);
    ports.mailFails = new OutsideError('mail', 'The mail server refused the connection.', true);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'failed' });
    ports.mailFails = null;
    const again = await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: OWNER });
    expect(again.kind).toBe('decided');
    ports.passSeconds(31);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'sent' });
    expect(ports.sent).toHaveLength(1);
  });

  test('whose answer was lost is never repeated blindly: a person is asked', async () => {
    const draft = await approved();
    ports.passSeconds(31);
    ports.mailFails = new OutsideError(
      'mail',
      'The connection broke while the letter was handed over.',
      false,
    );
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'unsure' });
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'not_ours' });
    const settled = await settleUnsure(ports, { draftId: draft.id, by: OWNER, wasSent: true });
    expect(settled).toMatchObject({ kind: 'decided', draft: { state: 'sent' } });
    const ledger = await ports.store.customerLedger(acme);
    expect(ledger?.events.filter(({ body }) => body.kind === 'sent')).toHaveLength(1);
  });

  test('that a crash cut short is asked about at the next start', async () => {
    const draft = await approved();
    ports.passSeconds(31);
    await ports.store.moveDraft(draft.id, ['approved'], 'sending', {
      by: 'tightrope',
      at: ports.clock.now(),
    });
    expect(await askAboutInterrupted(ports)).toBe(1);
    expect((await ports.store.draft(draft.id))?.state).toBe('unsure');
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'not_ours' });
  });
});

test('a skipped draft says who skipped it and why, and cannot be approved any more', async () => {
  const draft = await drafted();
  const skipped = await skipDraft(ports, {
    draftId: draft.id,
    by: OWNER,
    reason: 'I will ring Dana myself.',
  });
  expect(skipped).toMatchObject({
    kind: 'decided',
    draft: { state: 'skipped', reason: 'I will ring Dana myself.' },
  });
  const result = await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: OWNER });
  expect(result).toMatchObject({ kind: 'refused', because: expect.stringContaining('skipped') });
});
