// Replies that were read and wait for a person; deciding one and recording what it meant is one transaction.
import type { Instant } from '../core/calendar.ts';
import type { CaseEvent } from '../core/ledger.ts';
import type { NewEvent } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';
import { Prisma } from './generated/client.ts';
import type { ReadingModel } from './generated/models.ts';
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
  | 'rewordReading'
  | 'settleRewording'
>;

export function readingStore({ workspaceId, database: { prisma } }: Scope): ReadingStore {
  /** One by one: their order is part of what they say. */
  const recordIn = async (
    tx: Prisma.TransactionClient,
    events: readonly NewEvent[],
  ): Promise<CaseEvent[]> => {
    const recorded = [];
    for (const event of events) {
      recorded.push(toEvent(await tx.caseEvent.create({ data: eventRow(workspaceId, event) })));
    }
    return recorded;
  };
  return {
    addReading: async ({ customerId, source, author, reading, at, editedTs, state = 'asked' }) => {
      const of = { workspaceId, sourceChannel: source.channel, sourceTs: source.ts };
      try {
        const row = await prisma.reading.create({
          data: {
            ...of,
            customerId,
            quote: source.quote,
            author,
            reading: json(reading),
            state,
            at: toDate(at),
            editedTs: editedTs ?? null,
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
        const recorded = await recordIn(tx, events);
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
        await recordIn(tx, takenBack(row, null, by, at));
        return toPendingReading(row);
      });
    },

    rewordReading: async (id, from, { editedTs, at, state, quote, reading, rewording }) => {
      if (!isUuid(id)) return null;
      const [row] = await prisma.reading.updateManyAndReturn({
        where: {
          workspaceId,
          id,
          state: from,
          // Slack's stamps are all of one length, so that they compare as the moments do.
          ...(editedTs === null ? {} : { OR: [{ editedTs: null }, { editedTs: { lt: editedTs } }] }),
        },
        data: {
          state,
          quote,
          reading: json(reading),
          rewording: rewording ? json(rewording) : Prisma.DbNull,
          ...(editedTs === null ? {} : { editedTs }),
          ...(state === from ? {} : { decidedBy: null, decidedAt: null, at: toDate(at) }),
        },
      });
      return row ? toPendingReading(row) : null;
    },

    settleRewording: async (id, editedTs, to, by, at, events) => {
      if (!isUuid(id)) return null;
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.reading.updateManyAndReturn({
          where: { workspaceId, id, state: 'confirmed', editedTs, rewording: { not: Prisma.DbNull } },
          data: { editedTs }, // Changes nothing, and makes whoever comes second wait.
        });
        if (!row) return null;
        const { rewording } = toPendingReading(row);
        if (to !== 'kept') await recordIn(tx, takenBack(row, 'the words were changed', by, at));
        const recorded = await recordIn(tx, events);
        const takesWords = to === 'confirmed' || to === 'asked';
        const settled = await tx.reading.update({
          where: { workspaceId_id: { workspaceId, id } },
          data: {
            rewording: Prisma.DbNull,
            ...(to === 'kept' ? {} : { state: to, eventIds: recorded.map((event) => event.id) }),
            ...(takesWords && rewording
              ? { quote: rewording.quote ?? row.quote, reading: json(rewording.reading) }
              : {}),
            ...(to === 'asked' ? { decidedBy: null, decidedAt: null } : {}),
            ...(to === 'confirmed' || to === 'undone' ? { decidedBy: by, decidedAt: toDate(at) } : {}),
          },
        });
        return toPendingReading(settled);
      });
    },
  };
}

/** An `undone` for each event that a confirmed reading recorded, resting on the words that it rested on. */
function takenBack(row: ReadingModel, reason: string | null, by: string, at: Instant): NewEvent[] {
  const { source } = toPendingReading(row);
  return row.eventIds.map((eventId) => ({
    customerId: row.customerId,
    at,
    by,
    source,
    body: { kind: 'undone', eventId, reason },
  }));
}
