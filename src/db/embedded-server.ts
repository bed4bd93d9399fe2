// Starts a PostgreSQL of our own for those who bring none: loopback only, one server a data folder, whoever asks.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { OutsideError } from '../core/outside-error.ts';
import { findServerUser, placeData } from './embedded-place.ts';
import { createCluster, launch, runningServer, SUPERUSER, stopServer } from './embedded-process.ts';
import { registerUse, withStartLock } from './embedded-use.ts';
import { findBinaries, reachableBinaries } from './postgres-binaries.ts';

export type EmbeddedServer = {
  readonly connectionString: string;
  /** True when a server was running already: one left by a crash, or one that another process uses. */
  readonly attached: boolean;
  /** Stops the server when nobody else uses it. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** Where the data lives. A password file and a log stand beside it, with its name. */
  readonly dataDir: string;
  /** More settings for the server, as `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * Starts the server of `dataDir`, or attaches to the one that runs there. Two processes may do so at once.
 * @throws OutsideError 'database' when it cannot run here, in one sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const beside = resolve(options.dataDir);
  try {
    await mkdir(dirname(beside), { recursive: true });
    return await withStartLock(beside, () => startOrAttach(beside, options.settings ?? {}));
  } catch (error) {
    throw isForbidden(error) ? somebodyElses(beside, error) : error;
  }
}

/** Under the start lock. */
async function startOrAttach(
  beside: string,
  settings: Readonly<Record<string, string>>,
): Promise<EmbeddedServer> {
  const user = await findServerUser(beside);
  const data = await placeData(beside, user);
  if (data !== beside && !existsSync(`${beside}.password`)) await putAside(data);
  const password = await passwordOf(beside);
  const unregister = await registerUse(beside);
  try {
    let port = await runningServer(data, password);
    const attached = port !== null;
    if (port === null) {
      const binaries = await findBinaries();
      const { home } = user ? await reachableBinaries(binaries, user, dirname(data)) : binaries;
      if (!existsSync(join(data, 'PG_VERSION'))) await createData({ home, data, user, password });
      port = await launch({
        home,
        data,
        user,
        password,
        log: `${beside}.log`,
        settings,
      });
    }
    const credentials = `${SUPERUSER}:${encodeURIComponent(password)}`;
    return {
      connectionString: `postgresql://${credentials}@127.0.0.1:${port}/postgres`,
      attached,
      stop: () =>
        withStartLock(beside, async () => {
          const othersUseIt = await unregister();
          if (!othersUseIt) await stopServer(data);
        }),
    };
  } catch (error) {
    await unregister();
    throw error;
  }
}

/**
 * Data outside the folder it belongs to, when that folder was deleted to begin anew: its password went with it, so
 * it can serve nobody. It is kept under another name, the last one only.
 */
async function putAside(data: string): Promise<void> {
  if (!existsSync(join(data, 'PG_VERSION'))) return;
  await stopServer(data);
  await rm(`${data}.before`, { recursive: true, force: true });
  await rename(data, `${data}.before`);
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function somebodyElses(beside: string, cause: unknown): OutsideError {
  return new OutsideError(
    'database',
    `${dirname(beside)} cannot be written, so the database has no place there. If another user started Tightrope here before, start it as that user; else name another folder for the data.`,
    false,
    cause,
  );
}

/** Made once and kept beside the data, readable by the owner alone. */
async function passwordOf(beside: string): Promise<string> {
  const file = `${beside}.password`;
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== null && known.trim() !== '') return known.trim();
  const made = randomBytes(24).toString('hex');
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return made;
}

type Creation = {
  home: string;
  data: string;
  user: { uid: number; gid: number } | null;
  password: string;
};

/** Under another name until it is whole, so that a start cut short leaves nothing that looks like a database. */
async function createData({ home, data, user, password }: Creation): Promise<void> {
  const half = `${data}.new`;
  await rm(half, { recursive: true, force: true });
  await refuseForeignFolder(data);
  await mkdir(half, { recursive: true, mode: 0o700 });
  const passwordFile = `${half}.pw`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (user) await Promise.all([chown(half, user.uid, user.gid), chown(passwordFile, user.uid, user.gid)]);
    await createCluster({ home, data: half, user, passwordFile });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rm(data, { recursive: true, force: true });
  await rename(half, data);
}

/** A folder with other things in it is somebody's: it is never cleared. */
async function refuseForeignFolder(data: string): Promise<void> {
  const inside = await readdir(data).catch(() => []);
  if (inside.length === 0) return;
  throw new OutsideError(
    'database',
    `${data} is not empty and holds no database. Name another folder for the data, or empty this one.`,
    false,
  );
}
