// The clock's part: every minute, whose digest is due, whose books are new, and which approved letters' time has come.
import cron from 'node-cron';
import { lapseProposals } from './flows/decide-proposal.ts';
import { draftDueCourtesies, draftThanks, releaseInterruptedCourtesies } from './flows/draft-courtesy.ts';
import { afterImport } from './flows/import-ledger.ts';
import { keepPlans, releaseInterruptedPlans } from './flows/keep-plans.ts';
import { askToLookBack } from './flows/look-back.ts';
import { postDueDigest, releaseInterruptedDigest } from './flows/post-digest.ts';
import { askAboutInterrupted, sendDue, stopStaleDrafts } from './flows/send-approved.ts';
import { releaseInterruptedNudges, sendNudges } from './flows/send-nudges.ts';
import { showWaitingMails } from './flows/show-mail.ts';
import type { Ports } from './ports/ports.ts';

type JobsLog = { error(fields: object, message: string): void; info(fields: object, message: string): void };

export type Jobs = {
  /** Does now what the next minute would: used when the local clock is moved. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** Of several programs on one database, which one does the work of the clock. */
type Keeper = { isOurs(): Promise<boolean> };

/** `workspaces` gives the ports of every workspace. */
export async function startJobs(
  workspaces: () => Promise<Ports[]>,
  keeper: Keeper,
  log: JobsLog,
): Promise<Jobs> {
  let running: Promise<void> = Promise.resolve();
  let wasOurs = false;

  /** Whether the work is ours now. What the program before us left unfinished is settled first. */
  const takeOver = async (): Promise<boolean> => {
    const isOurs = await asked(keeper, log);
    if (isOurs && !wasOurs) {
      for (const ports of await listed(workspaces, log)) {
        await guarded(log, 'interrupted letters', ports, () => askAboutInterrupted(ports));
        await guarded(log, 'interrupted digest', ports, () => releaseInterruptedDigest(ports));
        await guarded(log, 'interrupted courtesies', ports, () => releaseInterruptedCourtesies(ports));
        await guarded(log, 'interrupted plans', ports, () => releaseInterruptedPlans(ports));
        await guarded(log, 'interrupted nudges', ports, () => releaseInterruptedNudges(ports));
      }
    }
    wasOurs = isOurs;
    return isOurs;
  };

  /** Books that came in through a shell are noticed here; the app's own imports are done with at once. */
  const noticed = new Map<string, string>();
  const noticeImport = async (ports: Ports): Promise<void> => {
    const { workspaceId } = ports.store;
    const last = (await ports.store.lastImport())?.at ?? '';
    const before = noticed.get(workspaceId);
    if (before === last) return;
    // At a start only letters are looked at: the digest is as good as it was, and somebody may be paging in it.
    if (before === undefined) {
      await stopStaleDrafts(ports, null);
      await draftThanks(ports);
      await askToLookBack(ports);
    } else await afterImport(ports);
    noticed.set(workspaceId, last);
  };

  const tick = (): Promise<void> => {
    // One after the other: a slow tick makes the next one late, never two at once.
    running = running.then(async () => {
      if (!(await takeOver())) return;
      for (const ports of await listed(workspaces, log)) {
        await guarded(log, 'mails', ports, () => showWaitingMails(ports));
        await guarded(log, 'digest', ports, () => postDueDigest(ports));
        await guarded(log, 'new books', ports, () => noticeImport(ports));
        await guarded(log, 'thanks and check-ins', ports, () => draftDueCourtesies(ports));
        await guarded(log, 'plans', ports, () => keepPlans(ports));
        await guarded(log, 'nudges', ports, () => sendNudges(ports));
        await guarded(log, 'proposals', ports, () => lapseProposals(ports));
        await guarded(log, 'send', ports, () => sendDue(ports));
      }
    });
    return running;
  };

  await takeOver();
  const task = cron.schedule('* * * * *', () => void tick());
  return {
    tick,
    stop: async () => {
      await task.destroy();
      await running;
    },
  };
}

async function asked(keeper: Keeper, log: JobsLog): Promise<boolean> {
  try {
    return await keeper.isOurs();
  } catch (error) {
    log.error({ error }, 'the database could not say which program keeps the clock');
    return false;
  }
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
