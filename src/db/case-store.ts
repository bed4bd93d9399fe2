// Cases and the facts recorded in them. Events are only ever added.
import type { Store } from '../ports/store.ts';
import { eventRow, isUniqueViolation, isUuid, toCase, toDate, toEvent } from './rows.ts';
import type { Scope } from './scope.ts';

type CaseStore = Pick<Store, 'addEvent' | 'event' | 'openCase' | 'saveCaseCard' | 'caseByThread' | 'caseOf'>;

export function caseStore({ workspaceId, database: { prisma } }: Scope): CaseStore {
  const openCaseOf = (customerId: string) =>
    prisma.case.findFirst({ where: { workspaceId, customerId, closedAt: null } });

  return {
    addEvent: async (event) => toEvent(await prisma.caseEvent.create({ data: eventRow(workspaceId, event) })),

    event: async (id) => {
      if (!isUuid(id)) return null;
      const row = await prisma.caseEvent.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toEvent(row);
    },

    openCase: async (customerId, at) => {
      const known = await openCaseOf(customerId);
      if (known) return toCase(known);
      try {
        return toCase(await prisma.case.create({ data: { workspaceId, customerId, openedAt: toDate(at) } }));
      } catch (error) {
        const opened = isUniqueViolation(error) ? await openCaseOf(customerId) : null;
        if (opened) return toCase(opened); // Somebody opened it in between.
        throw error;
      }
    },

    saveCaseCard: async (id, card) => {
      if (!isUuid(id)) return;
      await prisma.case.updateMany({
        where: { workspaceId, id },
        data: { cardChannel: card.channel, cardTs: card.ts },
      });
    },

    caseByThread: async ({ channel, ts }) => {
      const row = await prisma.case.findFirst({ where: { workspaceId, cardChannel: channel, cardTs: ts } });
      return row && toCase(row);
    },

    caseOf: async (customerId) => {
      if (!isUuid(customerId)) return null;
      const row = await openCaseOf(customerId);
      return row && toCase(row);
    },
  };
}
