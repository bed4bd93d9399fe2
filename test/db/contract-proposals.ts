// Proposals: kept as they were asked, decided by one alone, taken back with what they recorded; in every store.
import { expect, it } from 'vitest';
import type { Deed } from '../../src/core/proposal.ts';
import type { NewEvent } from '../../src/ports/records.ts';
import type { Opened } from './contract-opened.ts';
import { NOW, withCustomer } from './samples.ts';

const WORDS = { title: 'Snooze Maple', lines: ['Nobody is chased.'], button: 'Snooze', asOf: 'As of 09:00.' };

function change(by: string, events: readonly NewEvent[]) {
  return { by, at: NOW, result: 'Done.', link: null, events };
}

export function proposalContract({ store, other }: Opened): void {
  const asked = async () => {
    const customerId = await withCustomer(store());
    const deed: Deed = { kind: 'snooze', customerId, until: '2026-12-04' };
    const proposal = await store().addProposal({ deed, words: WORDS, askedBy: 'U1', askedAt: NOW });
    const body = { kind: 'snoozed', until: '2026-12-04', reason: null } as const;
    const event: NewEvent = { customerId, at: NOW, by: 'U1', source: null, body };
    return { customerId, proposal, event };
  };

  it('keeps what was asked, and its card', async () => {
    const { proposal, customerId } = await asked();
    expect(proposal).toMatchObject({
      state: 'asked',
      words: WORDS,
      askedBy: 'U1',
      askedAt: NOW,
      eventIds: [],
    });
    expect(proposal.deed).toEqual({ kind: 'snooze', customerId, until: '2026-12-04' });
    await store().saveProposalCard(proposal.id, { channel: 'C1', ts: '1.1' });
    const found = await store().proposal(proposal.id);
    expect(found).toEqual({ ...proposal, card: { channel: 'C1', ts: '1.1' } });
    expect(await store().proposalsIn('asked')).toEqual([found]);
    expect(await store().proposal('nonsense')).toBeNull();
  });

  it('keeps one that is about no customer', async () => {
    const deed: Deed = { kind: 'digest_time', time: '08:45', before: '08:30' };
    const { id } = await store().addProposal({ deed, words: WORDS, askedBy: 'U1', askedAt: NOW });
    expect(await store().proposal(id)).toMatchObject({ deed });
  });

  it('lets one of several do it, and records what it does with it', async () => {
    const { proposal, event } = await asked();
    const moves = await Promise.all(
      ['U1', 'U2', 'U3'].map((by) => store().moveProposal(proposal.id, 'asked', 'done', change(by, [event]))),
    );
    const won = moves.filter((move) => move !== null);
    expect(won).toHaveLength(1);
    const { events } = await store().ledger();
    expect(events).toHaveLength(1);
    expect(won[0]).toMatchObject({ state: 'done', result: 'Done.', eventIds: [events[0]?.id] });
    expect(await store().moveProposal(proposal.id, 'asked', 'dismissed', change('U4', []))).toBeNull();
    expect(await store().proposalsIn('asked')).toEqual([]);
    expect(await store().proposalsIn('done')).toEqual(won);
  });

  it('shows, changes and takes nothing of another workspace', async () => {
    const { proposal, event, customerId } = await asked();
    expect(await other().proposal(proposal.id)).toBeNull();
    expect(await other().proposalsIn('asked')).toEqual([]);
    expect(await other().moveProposal(proposal.id, 'asked', 'done', change('U9', [event]))).toBeNull();
    await other().saveProposalCard(proposal.id, { channel: 'C9', ts: '9.9' });
    expect(await store().proposal(proposal.id)).toEqual(proposal);
    const deed: Deed = { kind: 'release', customerId };
    await expect(other().addProposal({ deed, words: WORDS, askedBy: 'U9', askedAt: NOW })).rejects.toThrow();
  });
}
