// Works off the queue of letters: each approved draft is handed to its flow when its time has come.

import type { Database } from './connect.ts';
import type { PrismaClient } from './generated/client.ts';
import { bossOn, type Executor, SEND_DRAFT, type SendJob, sendQueueOn } from './send-queue.ts';

export type Queue = {
  /** Sends an approved draft now, whatever its time: for a clock that was moved. Nothing for any other draft. */
  wakeSend(workspaceId: string, draftId: string): Promise<void>;
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>;
};

export type QueueWork = {
  readonly database: Database;
  /**
   * Sends the draft. It may be called twice for one draft and must claim it first. A throw is tried again,
   * later and later; `againInSeconds` puts it off without counting as a failure; null means done with.
   */
  onSendDraft(workspaceId: string, draftId: string): Promise<{ againInSeconds: number } | null>;
  onError(error: Error): void;
};

/** A letter leaves within a second of its time. */
const POLL_SECONDS = 0.5;
/** A stop waits this long for letters on their way; a mail takes a few seconds. */
const STOP_TIMEOUT_MS = 20_000;

export async function startQueue({ database, onSendDraft, onError }: QueueWork): Promise<Queue> {
  const { pool, prisma } = database;
  const queue = sendQueueOn(pool);
  const boss = bossOn(pool, true);
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(SEND_DRAFT);

  const again = async (job: SendJob, inSeconds: number): Promise<void> => {
    await prisma.$transaction(async (tx) => {
      const id = await queue.enqueue(executorOf(tx), job, inSeconds);
      const { count } = await tx.draft.updateMany({
        where: { workspaceId: job.workspaceId, id: job.draftId, state: 'approved' },
        data: { sendJobId: id },
      });
      // Not approved (any more): the job would find that out too, but need not be there at all.
      if (count === 0) await boss.deleteJob(SEND_DRAFT, id, { db: executorOf(tx) as never });
    });
  };

  for (const job of await abandoned(prisma)) await again(job, 0);

  const worker = await boss.work<SendJob>(
    SEND_DRAFT,
    { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 },
    async (jobs) => {
      for (const job of jobs) {
        if (!(await isCurrent(prisma, job.id, job.data))) continue;
        try {
          const answer = await onSendDraft(job.data.workspaceId, job.data.draftId);
          if (answer) await again(job.data, answer.againInSeconds);
        } catch (error) {
          onError(error instanceof Error ? error : new Error(String(error)));
          throw error;
        }
      }
    },
  );

  return {
    wakeSend: async (workspaceId, draftId) => {
      await again({ workspaceId, draftId }, 0);
      boss.notifyWorker(worker);
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT_MS, close: false }),
  };
}

/** Statements of a Prisma transaction, as the queue runs them. */
export function executorOf(tx: Pick<PrismaClient, '$queryRawUnsafe'>): Executor {
  return {
    executeSql: async (text, values) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values) }),
  };
}

/** An approval that was taken back and given again has another job: the first one's time is not its time. */
async function isCurrent(prisma: PrismaClient, jobId: string, job: SendJob): Promise<boolean> {
  const draft = await prisma.draft.findUnique({
    where: { workspaceId_id: { workspaceId: job.workspaceId, id: job.draftId } },
    select: { state: true, sendJobId: true },
  });
  return draft?.state === 'approved' && draft.sendJobId === jobId;
}

/** Approved drafts whose job began, or gave up, in a process that is gone. */
function abandoned(prisma: PrismaClient): Promise<SendJob[]> {
  return prisma.$queryRaw<SendJob[]>`
    SELECT d.workspace_id::text AS "workspaceId", d.id AS "draftId"
    FROM drafts d
    WHERE d.state = 'approved' AND NOT EXISTS (
      SELECT FROM pgboss.job j
      WHERE j.name = 'send-draft' AND j.id = d.send_job_id AND j.state IN ('created', 'retry'))`;
}
