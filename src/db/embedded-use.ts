// Who uses an embedded server: one start at a time, and the last to leave turns off the light.
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OutsideError } from '../core/outside-error.ts';

/** A first start creates the cluster and recovers after a crash; longer than this, something is stuck. */
const LOCK_TIMEOUT_MS = 60_000;

let uses = 0;

/** Runs `work` while no other process starts or stops the same server. A lock of a dead process does not count. */
export async function withStartLock<T>(beside: string, work: () => Promise<T>): Promise<T> {
  const lock = `${beside}.lock`;
  const deadline = Date.now() + LOCK_TIMEOUT_MS;
  while (!(await takeLock(lock))) {
    if (Date.now() > deadline) {
      throw new OutsideError(
        'database',
        `Another start of Tightrope holds ${lock} for more than a minute. If none is running, delete that file and start again.`,
        true,
      );
    }
    await pause(40);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  // An empty file is one that is being written this very moment.
  if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
  return false;
}

/**
 * Notes that this process uses the server. The answer takes the note back and says whether others still do:
 * notes of processes that died are dropped.
 */
export async function registerUse(beside: string): Promise<() => Promise<boolean>> {
  const folder = `${beside}.users`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  uses += 1;
  const note = join(folder, `${process.pid}.${uses}`);
  await writeFile(note, '');
  return async () => {
    await rm(note, { force: true });
    const left = await readdir(folder).catch(() => []);
    let others = false;
    for (const name of left) {
      if (isAlive(Number(name.split('.')[0]))) others = true;
      else await rm(join(folder, name), { force: true });
    }
    return others;
  };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
