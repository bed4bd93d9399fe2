// What becomes of drafts: one live draft a customer and currency, one winner a change, in every store.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { DraftState } from '../../src/core/draft.ts';
import type { NewEvent } from '../../src/ports/records.ts';
import type { Opened } from './contract-opened.ts';
import { NOW, newDraft, TEMPLATE_AUTHOR, withCustomer } from './samples.ts';

const LATER = '2026-11-24T09:00:30.000Z';
const APPROVAL = { by: 'U2', at: NOW, sendAfter: LATER, findings: [] };
const WORDS = {
  letter: { subject: 'Your invoice', body: 'Could you tell us a date?' },
  findings: [],
  authorship: { ...TEMPLATE_AUTHOR, kind: 'person' },
  by: 'U2',
  at: NOW,
} as const;

export function draftContract({ store }: Opened): void {
  const proposed = async (wish: Parameters<typeof newDraft>[2] = {}) => {
    const customerId = await withCustomer(store());
    const { draft } = await store().addDraft(newDraft(customerId, randomUUID(), wish));
    return draft;
  };

  it('adds a draft as proposed, and reads it back whole', async () => {
    const customerId = await withCustomer(store());
    const wanted = newDraft(customerId, randomUUID());
    const { draft, isNew } = await store().addDraft(wanted);
    expect(isNew).toBe(true);
    expect(draft).toEqual({
      ...wanted,
      state: 'proposed',
      revision: 1,
      card: null,
      approvedBy: null,
      approvedAt: null,
      sendAfter: null,
      sentAt: null,
      reason: null,
      decidedBy: null,
      overruled: null,
    });
    expect(await store().draft(wanted.id)).toEqual(draft);
    await store().saveDraftCard(wanted.id, { channel: 'C1', ts: '1.1' });
    expect(await store().draft(wanted.id)).toEqual({ ...draft, card: { channel: 'C1', ts: '1.1' } });
  });

  it('answers the live draft where a customer has one in that currency', async () => {
    const first = await proposed();
    const again = await store().addDraft(newDraft(first.customerId, randomUUID()));
    expect([again.isNew, again.draft.id]).toEqual([false, first.id]);
    const euros = await store().addDraft(newDraft(first.customerId, randomUUID(), { currency: 'EUR' }));
    expect(euros.isNew).toBe(true);
    await store().moveDraft(first.id, ['proposed'], 'skipped', { by: 'U1', at: NOW, reason: 'spoke today' });
    expect((await store().addDraft(newDraft(first.customerId, randomUUID()))).isNew).toBe(true);
    expect(await store().draftsOf(first.customerId)).toHaveLength(3);
  });

  it('lets one of many proposals through when they come at once', async () => {
    const customerId = await withCustomer(store());
    const added = await Promise.all(
      Array.from({ length: 6 }, () => store().addDraft(newDraft(customerId, randomUUID()))),
    );
    expect(added.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(added.map(({ draft }) => draft.id)).size).toBe(1);
  });

  it('takes new words only of the revision that was seen', async () => {
    const draft = await proposed();
    const revised = await store().reviseDraft(draft.id, 1, { ...WORDS, to: 'cfo@acme.test', cc: [] });
    expect(revised).toMatchObject({ revision: 2, letter: WORDS.letter, to: 'cfo@acme.test', cc: [] });
    expect(await store().reviseDraft(draft.id, 1, WORDS)).toBeNull();
    expect(await store().approveDraft(draft.id, 1, APPROVAL)).toBeNull();
    expect(await store().draft(draft.id)).toEqual(revised);
  });

  it('takes no new words of what is approved', async () => {
    const draft = await proposed();
    await store().approveDraft(draft.id, 1, APPROVAL);
    expect(await store().reviseDraft(draft.id, 1, WORDS)).toBeNull();
  });

  it('approves once, however many click', async () => {
    const draft = await proposed();
    const clicks = await Promise.all(
      ['U1', 'U2', 'U3', 'U4'].map((by) => store().approveDraft(draft.id, 1, { ...APPROVAL, by })),
    );
    const winners = clicks.filter((click) => click !== null);
    expect(winners).toHaveLength(1);
    expect(winners[0]).toMatchObject({ state: 'approved', approvedAt: NOW, sendAfter: LATER });
    expect(await store().draft(draft.id)).toEqual(winners[0]);
  });

  it('forgets an approval that is taken back, and takes another', async () => {
    const draft = await proposed();
    await store().approveDraft(draft.id, 1, APPROVAL);
    const back = await store().moveDraft(draft.id, ['approved'], 'proposed', { by: 'U2', at: NOW });
    expect(back).toMatchObject({ state: 'proposed', approvedBy: null, approvedAt: null, sendAfter: null });
    expect(await store().approveDraft(draft.id, 1, APPROVAL)).toMatchObject({ state: 'approved' });
  });

  it('lets exactly one claim a draft for sending', async () => {
    const draft = await proposed();
    await store().approveDraft(draft.id, 1, APPROVAL);
    const claims = await Promise.all(
      Array.from({ length: 5 }, () =>
        store().moveDraft(draft.id, ['approved'], 'sending', { by: 'tightrope', at: LATER }),
      ),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await store().draftsIn('sending')).toHaveLength(1);
    expect(await store().draftsIn('approved')).toEqual([]);
  });

  it('records what a move means together with the move', async () => {
    const draft = await proposed();
    const event: NewEvent = {
      customerId: draft.customerId,
      at: LATER,
      by: 'U2',
      source: null,
      body: { kind: 'skipped', step: 'question', currency: 'USD', reason: 'spoke today' },
    };
    const move = { by: 'U2', at: LATER, reason: 'spoke today', event };
    const skipped = await store().moveDraft(draft.id, ['proposed'], 'skipped', move);
    expect(skipped).toMatchObject({ state: 'skipped', reason: 'spoke today', decidedBy: 'U2' });
    expect(await store().moveDraft(draft.id, ['proposed'], 'skipped', move)).toBeNull();
    const ledger = await store().customerLedger(draft.customerId);
    expect(ledger?.events).toMatchObject([{ by: 'U2', at: LATER, source: null, body: event.body }]);
  });

  it('moves nothing when the event cannot be recorded', async () => {
    const draft = await proposed();
    const body = { kind: 'released', reason: 'x' } as const;
    const event = { customerId: randomUUID(), at: NOW, by: 'U1', source: null, body };
    const move = store().moveDraft(draft.id, ['proposed'], 'skipped', { by: 'U1', at: NOW, event });
    await expect(move).rejects.toThrow();
    expect(await store().draft(draft.id)).toMatchObject({ state: 'proposed' });
  });

  it('lists the mails a customer got, oldest first', async () => {
    const draft = await proposed();
    const send = async (id: string, at: string) => {
      await store().approveDraft(id, 1, APPROVAL);
      for (const [from, to] of [
        ['approved', 'sending'],
        ['sending', 'sent'],
      ] as [DraftState, DraftState][]) {
        await store().moveDraft(id, [from], to, { by: 'tightrope', at });
      }
    };
    await send(draft.id, '2026-11-24T09:01:00.000Z');
    const second = newDraft(draft.customerId, randomUUID());
    await store().addDraft(second);
    expect(await store().sentMessageIds(draft.customerId)).toHaveLength(1);
    await send(second.id, '2026-11-24T09:02:00.000Z');
    expect(await store().sentMessageIds(draft.customerId)).toEqual(
      [draft, second].map(({ messageId, letter }) => ({ messageId, subject: letter.subject })),
    );
    expect(await store().draft(second.id)).toMatchObject({ sentAt: '2026-11-24T09:02:00.000Z' });
  });

  it('keeps every wording with the facts it was written from', async () => {
    const draft = await proposed();
    const letter = { subject: 'Shorter', body: 'Please pay.' };
    const facts = { ...draft.facts, daysLate: draft.facts.daysLate + 1 };
    const { findings, authorship } = draft;
    await store().reviseDraft(draft.id, 1, { letter, facts, findings, authorship, by: 'U2', at: LATER });
    const revisions = await store().draftRevisions(draft.id);
    expect(revisions.map(({ revision, by, letter: { subject } }) => [revision, by, subject])).toEqual([
      [1, draft.createdBy, draft.letter.subject],
      [2, 'U2', 'Shorter'],
    ]);
    expect(revisions.map((each) => each.facts.daysLate)).toEqual([draft.facts.daysLate, facts.daysLate]);
    expect(await store().draftRevisions('nonsense')).toEqual([]);
  });

  it('records what an approver overruled, in the draft and in the case, and only where it was approved', async () => {
    const draft = await proposed();
    const overruled = { reason: 'She asked me to name it.', remarks: ['This period is not in the facts.'] };
    expect(await store().approveDraft(draft.id, 7, { ...APPROVAL, overruled })).toBeNull();
    expect(await store().approveDraft(draft.id, 1, { ...APPROVAL, overruled })).toMatchObject({ overruled });
    const events = (await store().customerLedger(draft.customerId))?.events ?? [];
    expect(events.map(({ by, body }) => ({ by, body }))).toEqual([
      { by: APPROVAL.by, body: { kind: 'overruled', draftId: draft.id, ...overruled } },
    ]);
  });

  it('adds up what a model was asked on a day, also of many at once', async () => {
    const day = '2031-05-06';
    expect(await store().modelUsage(day)).toEqual({ calls: 0, tokens: 0, millis: 0 });
    const one = { calls: 1, tokens: 700, millis: 1250 };
    await Promise.all(Array.from({ length: 8 }, () => store().addModelUsage(day, one)));
    expect(await store().modelUsage(day)).toEqual({ calls: 8, tokens: 5600, millis: 10_000 });
    expect((await store().modelUsage('2031-05-07')).calls).toBe(0);
  });

  it('approves a failed draft again, its reason gone', async () => {
    const draft = await proposed();
    const move = { by: 'tightrope', at: NOW, reason: 'mailbox full' };
    await store().moveDraft(draft.id, ['proposed'], 'failed', move);
    expect(await store().draft(draft.id)).toMatchObject({ state: 'failed', reason: 'mailbox full' });
    expect(await store().approveDraft(draft.id, 1, APPROVAL)).toMatchObject({
      state: 'approved',
      reason: null,
    });
  });

  it('knows no draft by an id that is none', async () => {
    expect(await store().draft('nonsense')).toBeNull();
    expect(await store().moveDraft('nonsense', ['proposed'], 'sent', { by: 'U1', at: NOW })).toBeNull();
    expect(await store().draftsOf('nonsense')).toEqual([]);
    expect(await store().sentMessageIds('nonsense')).toEqual([]);
  });
}
