// Decides as which OS user the embedded server runs and where its data can live, so that that user reaches it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OutsideError } from '../core/outside-error.ts';
import { canReach, type OsUser } from './postgres-binaries.ts';

/**
 * Null: as whoever runs the app. PostgreSQL refuses to run as root, so then it is whoever owns the data already,
 * or the OS user postgres, made where there is none, or else nobody.
 */
export async function findServerUser(wished: string): Promise<OsUser | null> {
  if (process.getuid?.() !== 0) return null;
  const data = existsSync(join(wished, 'PG_VERSION')) ? await stat(wished) : null;
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  const known = userNamed('postgres');
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // No useradd here, or not allowed: the user nobody is always there.
  }
  const found = userNamed('postgres') ?? userNamed('nobody');
  if (found) return found;
  throw new OutsideError(
    'database',
    'PostgreSQL does not run as root, and no user "postgres" could be made for it. Start Tightrope as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
    false,
  );
}

function userNamed(name: string): OsUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/**
 * Where the data really lives: where it was wished, or, when the server's user cannot walk there (a clone under
 * root's home), in a cache outside, in a folder named after the wish so that the next start finds it again.
 */
export async function placeData(wished: string, user: OsUser | null): Promise<string> {
  if (user === null || (await canReach(dirname(wished), user))) return wished;
  const name = createHash('sha256').update(wished).digest('hex').slice(0, 12);
  const places = ['/var/cache', '/var/tmp', tmpdir()].map((base) => join(base, 'tightrope', name, 'data'));
  // Data that was put somewhere once is never left behind for a better place.
  const used = places.find((place) => existsSync(join(place, 'PG_VERSION')));
  const place = used ?? (await firstReachable(places, user));
  if (place) return place;
  throw new OutsideError(
    'database',
    `The user that runs PostgreSQL cannot reach ${dirname(wished)}. Clone Tightrope to a folder outside root's home, as /opt/tightrope, or set DATABASE_URL to a PostgreSQL server.`,
    false,
  );
}

async function firstReachable(places: readonly string[], user: OsUser): Promise<string | null> {
  for (const place of places) {
    try {
      const folder = dirname(place);
      mkdirSync(dirname(folder), { recursive: true });
      await mkdir(folder, { recursive: true });
      await Promise.all([chmod(dirname(folder), 0o755), chmod(folder, 0o755)]);
      accessSync(folder, constants.W_OK);
      if (await canReach(folder, user)) return place;
    } catch {
      // Not writable, or a file in the way: the next place may do.
    }
  }
  return null;
}
