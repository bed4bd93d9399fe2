// The embedded server as it is met in life: first start, two at once, a crash, a folder out of reach.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeData } from '../../src/db/embedded-place.ts';
import { type EmbeddedServer, startEmbeddedPostgres } from '../../src/db/embedded-server.ts';
import { canReach } from '../../src/db/postgres-binaries.ts';

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

let folder: string;
let dataDir: string;
const running: EmbeddedServer[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tightrope-embedded-'));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'postgres');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' } });
  running.push(server);
  return server;
}

async function ask<Row>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  it('listens on loopback only, behind a password that only the owner can read', async () => {
    const { connectionString, attached } = await start();
    expect(attached).toBe(false);
    const [setting] = await ask<{ listen: string; sockets: string }>(
      connectionString,
      "SELECT current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS sockets",
    );
    expect(setting).toEqual({ listen: '127.0.0.1', sockets: '' });
    expect((await stat(`${dataDir}.password`)).mode & 0o777).toBe(0o600);
    const password = (await readFile(`${dataDir}.password`, 'utf8')).trim();
    expect(connectionString).toContain(password);
    const guessed = connectionString.replace(password, 'password');
    await expect(ask(guessed, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('keeps what was written across a stop and a start', async () => {
    const first = await start();
    await ask(first.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await expect(ask(first.connectionString, 'SELECT 1')).rejects.toThrow();
    const second = await start();
    expect(await ask(second.connectionString, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is one server for all who start it at once, until the last of them stops', async () => {
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    const addresses = [first, second, third].map(({ connectionString }) => connectionString);
    expect(new Set(addresses).size).toBe(1);
    await first.stop();
    await second.stop();
    expect(await ask(third.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await third.stop();
    await expect(ask(third.connectionString, 'SELECT 1')).rejects.toThrow();
  });

  it('attaches to a server that a killed process left behind, and stops it in the end', async () => {
    const left = await startAndDie();
    expect(await ask(left, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const server = await start();
    expect(server).toMatchObject({ connectionString: left, attached: true });
    await server.stop();
    await expect(ask(left, 'SELECT 1')).rejects.toThrow();
  });

  it('starts over a stale note of a process that is gone', async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(dataDir, 'postmaster.pid'), '999999999\n/nowhere\n1\n5432\n');
    expect(await start()).toMatchObject({ attached: false });
  });

  it('does not touch a folder that holds something else', async () => {
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'letter.txt'), 'mine');
    await expect(start()).rejects.toThrow(/is not empty and holds no database/);
    expect(await readFile(join(dataDir, 'letter.txt'), 'utf8')).toBe('mine');
  });
});

describe('a folder that the server’s user cannot reach', () => {
  it('is recognised by any folder on the way', async () => {
    await mkdir(join(folder, 'home/clone'), { recursive: true });
    expect(await canReach(join(folder, 'home/clone'), NOBODY)).toBe(true);
    await chmod(join(folder, 'home'), 0o700);
    expect(await canReach(join(folder, 'home/clone'), NOBODY)).toBe(false);
  });

  it.runIf(IS_ROOT)('has its data put where the user can, and found there again', async () => {
    await chmod(folder, 0o700);
    const place = await placeData(dataDir, NOBODY);
    try {
      expect(place.startsWith(folder)).toBe(false);
      const server = await start();
      await ask(server.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
      await server.stop();
      expect(existsSync(join(place, 'PG_VERSION'))).toBe(true);
      const again = await start();
      expect(await ask(again.connectionString, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
      await again.stop();
    } finally {
      await rm(join(place, '..'), { recursive: true, force: true });
    }
  });

  it.runIf(IS_ROOT)('begins anew when the folder was deleted, and keeps what was before aside', async () => {
    await chmod(folder, 0o700);
    const place = await placeData(dataDir, NOBODY);
    try {
      await ask((await start()).connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
      // Deleted while it runs: the password and the notes of use are gone, the data and the server are not.
      await rm(folder, { recursive: true });
      await mkdir(folder, { mode: 0o700 });
      const anew = await start();
      await expect(ask(anew.connectionString, 'SELECT answer FROM kept')).rejects.toThrow(/does not exist/);
      expect(existsSync(join(`${place}.before`, 'PG_VERSION'))).toBe(true);
      await anew.stop();
    } finally {
      await rm(join(place, '..'), { recursive: true, force: true });
    }
  });
});

/** Another process starts the server and is killed: nothing of its own can run any more. */
async function startAndDie(): Promise<string> {
  const module = fileURLToPath(new URL('../../src/db/embedded-server.ts', import.meta.url));
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(server.connectionString);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) child.kill('SIGKILL');
    });
    child.once('exit', () => (said.includes('\n') ? done() : fail(new Error('It ended by itself'))));
  });
  return said.trim();
}
