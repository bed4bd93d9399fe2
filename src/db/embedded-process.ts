// The embedded server as a process of the operating system: made, started, found running, stopped.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { OutsideError } from '../core/outside-error.ts';
import { isAlive } from './embedded-use.ts';
import type { OsUser } from './postgres-binaries.ts';

/** Recovery after a crash reads the log of the last minutes; a small business has little of it. */
const START_TIMEOUT_MS = 45_000;
const STOP_TIMEOUT_MS = 20_000;
export const SUPERUSER = 'tightrope';

type Place = { readonly home: string; readonly data: string; readonly user: OsUser | null };

/** The server needs nothing of our environment (it finds its programs beside itself), and logs in English. */
const BARE_ENV = { LC_ALL: 'C', TZ: 'UTC' };

function identity(user: OsUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** @throws OutsideError with initdb's last line. */
export async function createCluster(place: Place & { readonly passwordFile: string }): Promise<void> {
  const args = [
    `--pgdata=${place.data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${place.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const options = { ...identity(place.user), env: BARE_ENV, cwd: '/' };
  await new Promise<void>((done, fail) => {
    execFile(join(place.home, 'bin', 'initdb'), args, options, (error, stdout, stderr) => {
      if (error) fail(cannotStart(lastLine(stderr || stdout) || error.message, error));
      else done();
    });
  });
}

/**
 * Starts the server on a free port of 127.0.0.1 and answers the port once it takes connections. It writes to a
 * file, not to a pipe of ours, and has its own process group: it outlives a crash and a Ctrl+C of the app.
 */
export async function launch(
  place: Place & {
    readonly password: string;
    readonly log: string;
    readonly settings: Readonly<Record<string, string>>;
  },
): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const log = await open(place.log, 'w', 0o600);
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '60',
      ...place.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = spawn(join(place.home, 'bin', 'postgres'), ['-D', place.data, ...flags], {
      ...identity(place.user),
      env: BARE_ENV,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    server.unref();
    const outcome = await untilReady(server, port, place.password);
    await log.close();
    if (outcome === 'ready') return port;
    const said = await readFile(place.log, 'utf8');
    const portTaken = said.includes('could not bind');
    if (!portTaken || tries === 3) throw cannotStart(fatalLine(said), outcome);
  }
}

async function untilReady(server: ChildProcess, port: number, password: string): Promise<'ready' | Error> {
  let gone: Error | null = null;
  server.once('error', (error) => {
    gone = error;
  });
  server.once('exit', (code, signal) => {
    gone ??= new Error(`postgres ended with ${code ?? signal}`);
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (gone === null && Date.now() < deadline) {
    if (await answers(port, password)) return 'ready';
    await pause(25);
  }
  if (gone === null) server.kill('SIGINT');
  return gone ?? new Error('postgres took too long to start');
}

/** The port of the server that runs on `data` and takes our password; null where none runs. */
export async function runningServer(data: string, password: string): Promise<number | null> {
  const found = await postmaster(data);
  if (found === null) return null;
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (isAlive(found.pid) && Date.now() < deadline) {
    const now = await postmaster(data);
    if (now === null) return null;
    if (now.port !== null && (await answers(now.port, password))) return now.port;
    // A file left by a machine that lost power can name the number of some other process.
    if (!(await isPostgres(found.pid))) return null;
    await pause(100);
  }
  if (!isAlive(found.pid)) return null;
  throw new OutsideError(
    'database',
    `A PostgreSQL server (process ${found.pid}) runs on ${data} but does not take our password. Stop it, or restore the .password file beside that folder.`,
    false,
  );
}

/** Fast shutdown: sessions are ended, what was committed stays. */
export async function stopServer(data: string): Promise<void> {
  const found = await postmaster(data);
  if (found === null || !isAlive(found.pid) || !(await isPostgres(found.pid))) return;
  process.kill(found.pid, 'SIGINT');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(found.pid) && Date.now() < deadline) {
    if ((await postmaster(data)) === null) return;
    await pause(20);
  }
}

/** The server's own note: its process on the first line, its port on the fourth. */
async function postmaster(data: string): Promise<{ pid: number; port: number | null } | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) {
    await rm(join(data, 'postmaster.pid'), { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]) || null };
}

/** Where the system tells (Linux), whether the process is a PostgreSQL; elsewhere it is believed to be. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes('postgres');
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {}); // The answer is what counts; why not is in the server's log.
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function cannotStart(said: string, cause: unknown): OutsideError {
  return new OutsideError(
    'database',
    `The embedded PostgreSQL did not start: ${said}. Set DATABASE_URL to a PostgreSQL server of your own, or mend this and start again.`,
    false,
    cause,
  );
}

function fatalLine(log: string): string {
  const fatal = log.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line));
  return (fatal ?? lastLine(log)).replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim();
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().replace(/\.$/, '') ?? '';
}
