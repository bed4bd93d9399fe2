import type { Draft, DraftRevision } from '../../src/core/draft.ts';
import type { CaseEvent } from '../../src/core/ledger.ts';
import { APPROVABLE_STATES, LIVE_STATES, movedTo, REVISABLE_STATES } from '../../src/db/draft-change.ts';
import type { NewEvent } from '../../src/ports/records.ts';
import type { Store } from '../../src/ports/store.ts';
import { compare, type MemoryState } from './memory-state.ts';

type Recorder = (event: NewEvent) => CaseEvent;
type DraftPart = Pick<
  Store,
  | 'addDraft'
  | 'draft'
  | 'draftsOf'
  | 'draftsIn'
  | 'draftRevisions'
  | 'saveDraftCard'
  | 'reviseDraft'
  | 'approveDraft'
  | 'moveDraft'
  | 'sentMessageIds'
>;

export function memoryDrafts(state: MemoryState, record: Recorder): DraftPart {
  const sorted = (accept: (draft: Draft) => boolean) =>
    [...state.drafts.values()]
      .filter(accept)
      .sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
  const change = (
    id: string,
    accept: (draft: Draft) => boolean,
    patch: (draft: Draft) => Partial<Draft>,
  ): Draft | null => {
    const known = state.drafts.get(id);
    if (!known || !accept(known)) return null;
    const changed = { ...known, ...patch(known) };
    state.drafts.set(id, changed);
    return changed;
  };

  const keepRevision = (draft: Draft, by: string, at: string) => {
    const { revision, to, letter, facts, findings, authorship } = draft;
    const kept: DraftRevision = { revision, by, at, to, letter, facts, findings, authorship };
    state.revisions.set(draft.id, [...(state.revisions.get(draft.id) ?? []), kept]);
  };

  return {
    addDraft: async (wanted) => {
      if (!state.customers.has(wanted.customerId)) throw new Error('There is no such customer');
      const known = [...state.drafts.values()].find(
        (draft) =>
          draft.id === wanted.id ||
          (draft.customerId === wanted.customerId &&
            draft.currency === wanted.currency &&
            LIVE_STATES.includes(draft.state)),
      );
      if (known) return { draft: known, isNew: false };
      const draft: Draft = {
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
      };
      state.drafts.set(draft.id, draft);
      keepRevision(draft, draft.createdBy, draft.createdAt);
      return { draft, isNew: true };
    },
    draft: async (id) => state.drafts.get(id) ?? null,
    draftsOf: async (customerId) => sorted((draft) => draft.customerId === customerId),
    draftsIn: async (wanted) => sorted((draft) => draft.state === wanted),
    draftRevisions: async (id) => [...(state.revisions.get(id) ?? [])],
    saveDraftCard: async (id, card) => {
      change(
        id,
        () => true,
        () => ({ card }),
      );
    },
    reviseDraft: async (
      id,
      revision,
      { letter, findings, authorship, facts, to, cc, attachments, by, at },
    ) => {
      const revised = change(
        id,
        (draft) => draft.revision === revision && REVISABLE_STATES.includes(draft.state),
        (draft) => ({
          revision: revision + 1,
          letter,
          findings,
          authorship,
          facts: facts ?? draft.facts,
          to: to ?? draft.to,
          cc: cc ?? draft.cc,
          attachments: attachments ?? draft.attachments,
        }),
      );
      if (revised) keepRevision(revised, by, at);
      return revised;
    },
    approveDraft: async (id, revision, { by, at, sendAfter, findings, overruled = null }) => {
      const approved = change(
        id,
        (draft) => draft.revision === revision && APPROVABLE_STATES.includes(draft.state),
        () => ({
          state: 'approved',
          approvedBy: by,
          approvedAt: at,
          sendAfter,
          findings,
          reason: null,
          decidedBy: null,
          overruled,
        }),
      );
      if (approved && overruled) {
        const body = { kind: 'overruled', draftId: id, ...overruled } as const;
        record({ customerId: approved.customerId, at, by, source: null, body });
      }
      if (approved) state.sendJobs.push({ draftId: id, sendAfter });
      return approved;
    },
    moveDraft: async (id, from, to, how) => {
      if (how.event && !state.customers.has(how.event.customerId))
        throw new Error('There is no such customer');
      const moved = change(
        id,
        (draft) => from.includes(draft.state),
        () => movedTo(to, how),
      );
      if (moved && how.event) record(how.event);
      return moved;
    },
    sentMessageIds: async (customerId) =>
      sorted((draft) => draft.customerId === customerId && draft.state === 'sent')
        .sort((a, b) => compare(a.sentAt ?? '', b.sentAt ?? ''))
        .map(({ messageId, letter }) => ({ messageId, subject: letter.subject })),
  };
}
