// The clock's part: every minute, whose digest is due and which approved letters have come to their time.
import cron from 'node-cron';
import { postDueDigest, releaseInterruptedDigest } from './flows/post-digest.ts';
import { askAboutInterrupted, sendDue } from './flows/send-approved.ts';
import type { Ports } from './ports.ts';

type JobsLog = { error(fields: object, message: string): void; info(fields: object, message: string): void };

export type Jobs = {
  /** Does now what the next minute would: used when the local clock is moved. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** `workspaces` gives the ports of every workspace. */
export async function startJobs(workspaces: () => Promise<Ports[]>, log: JobsLog): Promise<Jobs> {
  let running: Promise<void> = Promise.resolve();

  const tick = (): Promise<void> => {
    // One after the other: a slow tick makes the next one late, never two at once.
    running = running.then(async () => {
      for (const ports of await listed(workspaces, log)) {
        await guarded(log, 'digest', ports, () => postDueDigest(ports));
        await guarded(log, 'send', ports, () => sendDue(ports));
      }
    });
    return running;
  };

  for (const ports of await workspaces()) {
    await guarded(log, 'interrupted letters', ports, () => askAboutInterrupted(ports));
    await guarded(log, 'interrupted digest', ports, () => releaseInterruptedDigest(ports));
  }
  const task = cron.schedule('* * * * *', () => void tick());
  return {
    tick,
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

async function listed(workspaces: () => Promise<Ports[]>, log: JobsLog): Promise<Ports[]> {
  try {
    return await workspaces();
  } catch (error) {
    log.error({ error }, 'the workspaces could not be listed');
    return [];
  }
}

/** One workspace's trouble is not another's. */
async function guarded(log: JobsLog, job: string, ports: Ports, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(
      { job, workspace: ports.store.workspaceId, error },
      'a job failed; the next minute tries again',
    );
  }
}
