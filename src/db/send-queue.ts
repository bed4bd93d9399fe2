// The queue of letters to be sent, on the same database: a job commits with the approval that asks for it.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import PgBoss from 'pg-boss';

export const SEND_DRAFT = 'send-draft';

export type SendJob = { readonly workspaceId: string; readonly draftId: string };

/** Runs one statement: on the pool, or inside a transaction. */
export type Executor = { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> };

/** A mail server that is down for a while is tried again: after 2, 4, 8 … seconds, a quarter of an hour in all. */
const RETRY_LIMIT = 9;
const RETRY_DELAY_SECONDS = 2;

/** Longer than any mail takes; a job held longer belonged to a process that died, and is given out again. */
const EXPIRE_SECONDS = 120;

export function bossOn(pool: Pool, supervise: boolean): PgBoss {
  return new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schedule: false,
    supervise,
    maintenanceIntervalSeconds: 60,
  });
}

/** Two programs that make the queue's tables at once would wait for each other: the later one waits for its turn. */
const TURN = "hashtextextended('tightrope queue', 0)";

/** Creates the queue's own schema (pgboss) where it is missing. */
export async function installQueue(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${TURN})`);
    const boss = bossOn(pool, false);
    boss.on('error', () => {}); // Nothing runs in the background of this one.
    await boss.start();
    await boss.createQueue(SEND_DRAFT);
    await boss.stop({ graceful: false, close: false });
    await client.query(`SELECT pg_advisory_unlock(${TURN})`);
    client.release();
  } catch (error) {
    client.release(true); // Closing the connection gives the turn on.
    throw error;
  }
}

/** Puts letters into the queue, with the statement that the caller's transaction runs. */
export type SendQueue = {
  /** Answers the id of the job. `inSeconds` is counted by the database's clock. */
  enqueue(executor: Executor, job: SendJob, inSeconds: number): Promise<string>;
};

export function sendQueueOn(pool: Pool): SendQueue {
  const boss = bossOn(pool, false);
  return {
    enqueue: async (executor, job, inSeconds) => {
      const id = randomUUID();
      const startAfter = String(Math.max(0, inSeconds));
      const options = {
        id,
        name: SEND_DRAFT,
        data: job,
        startAfter,
        singletonKey: `${job.workspaceId} ${job.draftId}`,
        retryLimit: RETRY_LIMIT,
        retryDelay: RETRY_DELAY_SECONDS,
        retryBackoff: true,
        expireInSeconds: EXPIRE_SECONDS,
      };
      await boss.insert([options], { db: executor as never });
      return id;
    },
  };
}
