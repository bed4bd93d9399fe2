// Proposals of the in-memory store.
import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '../../src/core/ledger.ts';
import { customerOf } from '../../src/core/proposal.ts';
import type { NewEvent, Proposal } from '../../src/ports/records.ts';
import type { Store } from '../../src/ports/store.ts';
import type { MemoryState } from './memory-state.ts';

type ProposalPart = Pick<
  Store,
  'addProposal' | 'proposal' | 'proposalsIn' | 'saveProposalCard' | 'moveProposal'
>;

export function memoryProposals(state: MemoryState, record: (event: NewEvent) => CaseEvent): ProposalPart {
  const change = (id: string, patch: Partial<Proposal>): Proposal | null => {
    const known = state.proposals.get(id);
    if (!known) return null;
    const changed = { ...known, ...patch };
    state.proposals.set(id, changed);
    return changed;
  };
  return {
    addProposal: async (given) => {
      const customerId = customerOf(given.deed);
      if (customerId !== null && !state.customers.has(customerId))
        throw new Error('There is no such customer');
      const made: Proposal = {
        ...given,
        id: randomUUID(),
        state: 'asked',
        card: null,
        decidedBy: null,
        result: null,
        link: null,
        eventIds: [],
      };
      state.proposals.set(made.id, made);
      return made;
    },
    proposal: async (id) => state.proposals.get(id) ?? null,
    proposalsIn: async (wanted) => [...state.proposals.values()].filter((one) => one.state === wanted),
    saveProposalCard: async (id, card) => {
      change(id, { card });
    },
    moveProposal: async (id, from, to, { by, result, link, events }) => {
      const known = state.proposals.get(id);
      if (known?.state !== from) return null;
      if (events.some(({ customerId }) => !state.customers.has(customerId)))
        throw new Error('There is no such customer');
      const eventIds = [...known.eventIds, ...events.map((event) => record(event).id)];
      return change(id, { state: to, decidedBy: by, result, link, eventIds });
    },
  };
}
