// Migrations on a real PostgreSQL: at once from many sides, broken, and with nothing to do.
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { missingSql } from '../../src/db/author-migration.ts';
import { applyMigrations, isMigrated } from '../../src/db/migrate.ts';
import { prepareDatabase } from '../../src/db/prepare.ts';
import { MIGRATIONS_DIR } from '../../src/db/schema-engine.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
let folder: string;
beforeEach(async () => {
  test = await createTestDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'tightrope-migrations-'));
  await cp(MIGRATIONS_DIR, folder, { recursive: true });
});
afterEach(async () => {
  await test.drop();
  await rm(folder, { recursive: true, force: true });
});

async function ask<Row>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: test.connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

it('applies each migration once when six start at once on an empty database', async () => {
  const applied = await Promise.all(Array.from({ length: 6 }, () => applyMigrations(test.connectionString)));
  const all = (await readdir(MIGRATIONS_DIR)).filter((name) => /^\d{14}_/.test(name)).sort();
  expect(applied.flat().sort()).toEqual(all);
  const rows = await ask<{ migration_name: string; checksum: string; finished: boolean }>(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows).toMatchObject(all.map((name) => ({ migration_name: name, finished: true })));
  for (const { checksum } of rows) expect(checksum).toMatch(/^[0-9a-f]{64}$/);
});

it('makes tables and queue ready when four starts come at once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => prepareDatabase(test.connectionString)));
  expect(await ask('SELECT name FROM pgboss.queue')).toEqual([{ name: 'send-draft' }]);
});

it('says plainly at the start that no server answers', async () => {
  await expect(prepareDatabase('postgresql://a:b@127.0.0.1:1/c')).rejects.toThrow(
    /^No PostgreSQL server answers at 127\.0\.0\.1:1/,
  );
});

it('finds nothing to do the second time', async () => {
  await applyMigrations(test.connectionString);
  expect(await applyMigrations(test.connectionString)).toEqual([]);
});

it('leaves nothing of a broken migration, and says which it was and what the server said', async () => {
  await addMigration(
    '20991231000000_break_things',
    'CREATE TABLE half_done (id int);\nINSERT INTO half_done VALUES (1);\nSELECT no_such_column FROM half_done;',
  );
  await expect(applyMigrations(test.connectionString, folder)).rejects.toThrow(
    /the migration 20991231000000_break_things failed and nothing of it was kept\. The server said: .*no_such_column/,
  );
  expect(await ask("SELECT to_regclass('half_done') AS found")).toEqual([{ found: null }]);
  expect(await ask("SELECT to_regclass('customers') IS NOT NULL AS found")).toEqual([{ found: true }]);
});

it('refuses to go on after a failed migration until somebody mended it', async () => {
  await addMigration('20991231000000_break_things', 'SELECT no_such_column;');
  await expect(applyMigrations(test.connectionString, folder)).rejects.toThrow();
  await expect(applyMigrations(test.connectionString, folder)).rejects.toThrow(
    /20991231000000_break_things failed on this database before/,
  );
});

it('runs a migration with a function body, semicolons and all', async () => {
  await addMigration(
    '20991231000000_add_function',
    "CREATE FUNCTION answer() RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 'a;b'; END; $$;",
  );
  await applyMigrations(test.connectionString, folder);
  expect(await ask('SELECT answer()')).toEqual([{ answer: 'a;b' }]);
});

it('does not move into a database that is somebody else’s', async () => {
  await ask('CREATE TABLE theirs (id int)');
  await expect(applyMigrations(test.connectionString)).rejects.toThrow(/tables that are not Tightrope's/);
});

it('has migrations that lead to exactly what schema.prisma says', async () => {
  expect(await missingSql(test.connectionString)).toBeNull();
});

it('knows when nothing is left to apply, and looks again after a new, changed or unfinished migration', async () => {
  const pool = new Pool({ connectionString: test.connectionString });
  try {
    expect(await isMigrated(pool, folder)).toBe(false);
    await applyMigrations(test.connectionString, folder);
    expect(await isMigrated(pool, folder)).toBe(true);
    await pool.query('UPDATE _prisma_migrations SET finished_at = NULL');
    expect(await isMigrated(pool, folder)).toBe(false);
    await pool.query("UPDATE _prisma_migrations SET finished_at = now(), checksum = 'another'");
    expect(await isMigrated(pool, folder)).toBe(false);
  } finally {
    await pool.end();
  }
});

it('sees a migration that a newer version brings', async () => {
  const pool = new Pool({ connectionString: test.connectionString });
  try {
    await applyMigrations(test.connectionString, folder);
    await addMigration('20990101000000_add_more', 'CREATE TABLE more (id int);');
    expect(await isMigrated(pool, folder)).toBe(false);
    await applyMigrations(test.connectionString, folder);
    expect(await isMigrated(pool, folder)).toBe(true);
  } finally {
    await pool.end();
  }
});
