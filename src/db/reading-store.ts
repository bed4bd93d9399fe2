// Replies that were read and wait for a person; deciding one and recording what it meant is one transaction.
import type { Store } from '../ports.ts';
import { eventRow, isUniqueViolation, isUuid, json, toDate, toEvent, toPendingReading } from './rows.ts';
import type { Scope } from './scope.ts';

type ReadingStore = Pick<
  Store,
  | 'addReading'
  | 'reading'
  | 'readingOf'
  | 'saveReadingCard'
  | 'changeReading'
  | 'decideReading'
  | 'undoReading'
>;

export function readingStore({ workspaceId, database: { prisma } }: Scope): ReadingStore {
  return {
    addReading: async ({ customerId, source, author, reading, at }) => {
      const of = { workspaceId, sourceChannel: source.channel, sourceTs: source.ts };
      try {
        const row = await prisma.reading.create({
          data: {
            ...of,
            customerId,
            quote: source.quote,
            author,
            reading: json(reading),
            state: 'asked',
            at: toDate(at),
          },
        });
        return { pending: toPendingReading(row), isNew: true };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const known = await prisma.reading.findUniqueOrThrow({
          where: { workspaceId_sourceChannel_sourceTs: of },
        });
        return { pending: toPendingReading(known), isNew: false };
      }
    },

    reading: async (id) => {
      if (!isUuid(id)) return null;
      const row = await prisma.reading.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toPendingReading(row);
    },

    readingOf: async ({ channel, ts }) => {
      const of = { workspaceId, sourceChannel: channel, sourceTs: ts };
      const row = await prisma.reading.findUnique({ where: { workspaceId_sourceChannel_sourceTs: of } });
      return row && toPendingReading(row);
    },

    saveReadingCard: async (id, card) => {
      if (!isUuid(id)) return;
      await prisma.reading.updateMany({
        where: { workspaceId, id },
        data: { cardChannel: card.channel, cardTs: card.ts },
      });
    },

    changeReading: async (id, reading) => {
      if (!isUuid(id)) return null;
      const [row] = await prisma.reading.updateManyAndReturn({
        where: { workspaceId, id, state: 'asked' },
        data: { reading: json(reading) },
      });
      return row ? toPendingReading(row) : null;
    },

    decideReading: async (id, to, by, at, events) => {
      if (!isUuid(id)) return null;
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.reading.updateManyAndReturn({
          where: { workspaceId, id, state: 'asked' },
          data: { state: to, decidedBy: by, decidedAt: toDate(at) },
        });
        if (!row) return null;
        const recorded = [];
        // One by one: their order is part of what they say.
        for (const event of events) {
          recorded.push(toEvent(await tx.caseEvent.create({ data: eventRow(workspaceId, event) })));
        }
        await tx.reading.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: { eventIds: recorded.map((event) => event.id) },
        });
        return { pending: toPendingReading(row), events: recorded };
      });
    },

    undoReading: async (id, by, at) => {
      if (!isUuid(id)) return null;
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.reading.updateManyAndReturn({
          where: { workspaceId, id, state: 'confirmed', eventIds: { isEmpty: false } },
          data: { state: 'undone', decidedBy: by, decidedAt: toDate(at) },
        });
        if (!row) return null;
        const pending = toPendingReading(row);
        for (const eventId of row.eventIds) {
          const body = { kind: 'undone', eventId, reason: null } as const;
          const event = { customerId: row.customerId, at, by, source: pending.source, body };
          await tx.caseEvent.create({ data: eventRow(workspaceId, event) });
        }
        return pending;
      });
    },
  };
}
