// Two programs on one database: one keeps the clock, and the other takes over when that one is gone.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/connect.ts';
import { makeKeeper } from '../../src/db/keeper.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

describe('who keeps the clock', () => {
  let database: TestDatabase;
  let first: Database;
  let second: Database;

  beforeEach(async () => {
    database = await createTestDatabase();
    first = await openDatabase(database.connectionString);
    second = await openDatabase(database.connectionString);
  });
  afterEach(async () => {
    await Promise.all([first.close(), second.close()]);
    await database.drop();
  });

  test('one program of two, as long as it runs', async () => {
    const [ours, theirs] = [makeKeeper(first), makeKeeper(second)];
    expect([await ours.isOurs(), await theirs.isOurs()]).toEqual([true, false]);
    expect([await ours.isOurs(), await theirs.isOurs()]).toEqual([true, false]);
    await ours.stop();
    expect(await theirs.isOurs()).toBe(true);
    expect(await ours.isOurs()).toBe(false);
    await theirs.stop();
  });

  test('the other, when the connection of the first is lost', async () => {
    const [ours, theirs] = [makeKeeper(first), makeKeeper(second)];
    expect(await ours.isOurs()).toBe(true);
    await second.pool.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
       WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    expect(await theirs.isOurs()).toBe(true);
    expect(await ours.isOurs()).toBe(false);
    await theirs.stop();
    expect(await ours.isOurs()).toBe(true);
    await ours.stop();
  });
});
