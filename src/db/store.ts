// Opens the real stores: one workspace each, put together from one part a story.
import type { Store, Stores } from '../ports/store.ts';
import { ageingStore } from './ageing-store.ts';
import { caseStore } from './case-store.ts';
import { claimStore } from './claim-store.ts';
import type { Database } from './connect.ts';
import { customerStore } from './customer-store.ts';
import { draftStore } from './draft-store.ts';
import { feedbackStore } from './feedback-store.ts';
import { importStore } from './import-store.ts';
import { ledgerStore } from './ledger-store.ts';
import { mailStore } from './mail-store.ts';
import { modelUsageStore } from './model-usage-store.ts';
import { proposalStore } from './proposal-store.ts';
import { readingStore } from './reading-store.ts';
import type { Scope } from './scope.ts';
import { type SendQueue, sendQueueOn } from './send-queue.ts';
import { uploadStore } from './upload-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** The database must have been prepared (prepareDatabase). */
export function openStores(database: Database): Stores {
  const { prisma } = database;
  const sendQueue = sendQueueOn(database.pool);
  return {
    forTeam: async (teamId, name) => {
      const { id } = await prisma.workspace.upsert({
        where: { teamId },
        create: { teamId, name, settings: {} },
        update: { name },
        select: { id: true },
      });
      return openStore(id, database, sendQueue);
    },
    all: async () => {
      const found = await prisma.workspace.findMany({ select: { id: true }, orderBy: { createdAt: 'asc' } });
      return found.map(({ id }) => openStore(id, database, sendQueue));
    },
  };
}

function openStore(workspaceId: string, database: Database, sendQueue: SendQueue): Store {
  const scope: Scope = { workspaceId, database, sendQueue };
  return {
    workspaceId,
    ...workspaceStore(scope),
    ...ledgerStore(scope),
    ...ageingStore(scope),
    ...customerStore(scope),
    ...importStore(scope),
    ...uploadStore(scope),
    ...caseStore(scope),
    ...draftStore(scope),
    ...readingStore(scope),
    ...proposalStore(scope),
    ...mailStore(scope),
    ...feedbackStore(scope),
    ...claimStore(scope),
    ...modelUsageStore(scope),
  };
}
