// Drafted letters. Every change is conditional on what the caller saw, so of two clicks one wins.
import { hoursBetween } from '../core/calendar.ts';
import type { Draft } from '../core/draft.ts';
import type { Store } from '../ports/store.ts';
import { APPROVABLE_STATES, LIVE_STATES, movedTo, REVISABLE_STATES } from './draft-change.ts';
import { Prisma } from './generated/client.ts';
import { executorOf } from './queue.ts';
import { eventRow, isUniqueViolation, isUuid, json, toDate, toDraft, toRevision } from './rows.ts';
import type { Scope } from './scope.ts';

type DraftStore = Pick<
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

export function draftStore({ workspaceId, database: { prisma }, sendQueue }: Scope): DraftStore {
  return {
    addDraft: async (draft) => {
      try {
        const row = await prisma.draft.create({ data: newDraft(workspaceId, draft) });
        return { draft: toDraft(row), isNew: true };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const { id, customerId, currency } = draft;
        const known = await prisma.draft.findFirst({
          where: {
            workspaceId,
            OR: [{ customerId, currency, state: { in: [...LIVE_STATES] } }, { id }],
          },
          orderBy: { createdAt: 'desc' },
        });
        if (known) return { draft: toDraft(known), isNew: false };
        throw error;
      }
    },

    draft: async (id) => {
      const row = await prisma.draft.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      return row && toDraft(row);
    },

    draftsOf: async (customerId) => {
      if (!isUuid(customerId)) return [];
      const rows = await prisma.draft.findMany({
        where: { workspaceId, customerId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toDraft);
    },

    draftsIn: async (state) => {
      const rows = await prisma.draft.findMany({
        where: { workspaceId, state },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toDraft);
    },

    draftRevisions: async (id) => {
      const rows = await prisma.draftRevision.findMany({
        where: { workspaceId, draftId: id },
        orderBy: { revision: 'asc' },
      });
      return rows.map(toRevision);
    },

    saveDraftCard: async (id, card) => {
      await prisma.draft.updateMany({
        where: { workspaceId, id },
        data: { cardChannel: card.channel, cardTs: card.ts },
      });
    },

    reviseDraft: async (id, revision, change) =>
      prisma.$transaction(async (tx) => {
        const [row] = await tx.draft.updateManyAndReturn({
          where: { workspaceId, id, revision, state: { in: [...REVISABLE_STATES] } },
          data: {
            revision: { increment: 1 },
            subject: change.letter.subject,
            body: change.letter.body,
            findings: json(change.findings),
            authorship: json(change.authorship),
            ...(change.facts ? { facts: json(change.facts) } : {}),
            ...(change.to === undefined ? {} : { to: change.to }),
            ...(change.cc === undefined ? {} : { cc: [...change.cc] }),
            ...(change.attachments === undefined ? {} : { attachments: [...change.attachments] }),
          },
        });
        if (!row) return null;
        const draft = toDraft(row);
        await tx.draftRevision.create({
          data: { workspaceId, draftId: id, ...wording(draft), author: change.by, at: toDate(change.at) },
        });
        return draft;
      }),

    approveDraft: async (id, revision, { by, at, sendAfter, findings, overruled = null }) =>
      prisma.$transaction(async (tx) => {
        const [row] = await tx.draft.updateManyAndReturn({
          where: { workspaceId, id, revision, state: { in: [...APPROVABLE_STATES] } },
          data: {
            state: 'approved',
            approvedBy: by,
            approvedAt: toDate(at),
            sendAfter: toDate(sendAfter),
            findings: json(findings),
            reason: null,
            decidedBy: null,
            overruled: overruled ? json(overruled) : Prisma.DbNull,
          },
        });
        if (!row) return null;
        if (overruled) {
          const body = { kind: 'overruled', draftId: id, ...overruled } as const;
          const event = { customerId: row.customerId, at, by, source: null, body };
          await tx.caseEvent.create({ data: eventRow(workspaceId, event) });
        }
        // The app's clock may be moved; how long to wait is the same on every clock.
        const inSeconds = hoursBetween(at, sendAfter) * 3600;
        const job = { workspaceId, draftId: id };
        const sendJobId = await sendQueue.enqueue(executorOf(tx), job, inSeconds);
        await tx.draft.update({ where: { workspaceId_id: { workspaceId, id } }, data: { sendJobId } });
        return toDraft(row);
      }),

    moveDraft: async (id, from, to, change) => {
      const { sentAt, sendAfter, approvedAt, ...rest } = movedTo(to, change);
      const data = {
        ...rest,
        ...(sentAt ? { sentAt: toDate(sentAt) } : {}),
        ...(sendAfter === null ? { sendAfter: null } : {}),
        ...(approvedAt === null ? { approvedAt: null } : {}),
      };
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.draft.updateManyAndReturn({
          where: { workspaceId, id, state: { in: [...from] } },
          data,
        });
        if (!row) return null;
        if (change.event) await tx.caseEvent.create({ data: eventRow(workspaceId, change.event) });
        return toDraft(row);
      });
    },

    sentMessageIds: async (customerId) => {
      if (!isUuid(customerId)) return [];
      return prisma.draft.findMany({
        where: { workspaceId, customerId, state: 'sent' },
        orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
        select: { messageId: true, subject: true },
      });
    },
  };
}

/** The words as one revision keeps them. */
function wording(
  draft: Pick<Draft, 'revision' | 'to' | 'cc' | 'letter' | 'facts' | 'findings' | 'authorship'>,
) {
  return {
    revision: draft.revision,
    to: draft.to,
    cc: [...draft.cc],
    subject: draft.letter.subject,
    body: draft.letter.body,
    facts: json(draft.facts),
    findings: json(draft.findings),
    authorship: json(draft.authorship),
  };
}

function newDraft(
  workspaceId: string,
  draft: Parameters<Store['addDraft']>[0],
): Prisma.DraftUncheckedCreateInput {
  const words = wording({ ...draft, revision: 1 });
  const createdAt = toDate(draft.createdAt);
  return {
    workspaceId,
    id: draft.id,
    customerId: draft.customerId,
    currency: draft.currency,
    step: draft.step,
    state: 'proposed',
    ...words,
    attachments: [...draft.attachments],
    createdBy: draft.createdBy,
    createdAt,
    messageId: draft.messageId,
    inReplyTo: draft.inReplyTo,
    revisions: { create: { ...words, author: draft.createdBy, at: createdAt } },
  };
}
