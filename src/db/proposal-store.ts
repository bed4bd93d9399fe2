// Proposals: one that is done and what doing it recorded are one transaction, so that two clicks are one result.
import { customerOf } from '../core/proposal.ts';
import type { Store } from '../ports/store.ts';
import { eventRow, isUuid, json, toDate, toProposal } from './rows.ts';
import type { Scope } from './scope.ts';

type ProposalStore = Pick<
  Store,
  'addProposal' | 'proposal' | 'proposalsIn' | 'saveProposalCard' | 'moveProposal'
>;

export function proposalStore({ workspaceId, database: { prisma } }: Scope): ProposalStore {
  return {
    addProposal: async ({ deed, words, askedBy, askedAt }) =>
      toProposal(
        await prisma.proposal.create({
          data: {
            workspaceId,
            customerId: customerOf(deed),
            deed: json(deed),
            words: json(words),
            state: 'asked',
            askedBy,
            askedAt: toDate(askedAt),
          },
        }),
      ),

    proposal: async (id) => {
      if (!isUuid(id)) return null;
      const row = await prisma.proposal.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toProposal(row);
    },

    proposalsIn: async (state) => {
      const rows = await prisma.proposal.findMany({ where: { workspaceId, state }, orderBy: { seq: 'asc' } });
      return rows.map(toProposal);
    },

    saveProposalCard: async (id, card) => {
      if (!isUuid(id)) return;
      await prisma.proposal.updateMany({
        where: { workspaceId, id },
        data: { cardChannel: card.channel, cardTs: card.ts },
      });
    },

    moveProposal: async (id, from, to, { by, at, result, link, events }) => {
      if (!isUuid(id)) return null;
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.proposal.updateManyAndReturn({
          where: { workspaceId, id, state: from },
          data: { state: to, decidedBy: by, decidedAt: toDate(at), result, link },
        });
        if (!row) return null;
        const eventIds = [...row.eventIds];
        for (const event of events)
          eventIds.push((await tx.caseEvent.create({ data: eventRow(workspaceId, event) })).id);
        const moved = await tx.proposal.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: { eventIds },
        });
        return toProposal(moved);
      });
    },
  };
}
