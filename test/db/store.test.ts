// Holds the real store, on a real PostgreSQL, and the one in memory to the same contract.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { type Database, openDatabase } from '../../src/db/connect.ts';
import { openStores } from '../../src/db/store.ts';
import type { Stores } from '../../src/ports/store.ts';
import { createMemoryStores } from '../fakes/memory-store.ts';
import { storeContract } from './store-contract.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const memory = createMemoryStores();
storeContract('in memory', () => memory);

describe('on PostgreSQL', () => {
  let database: Database;
  let test: TestDatabase;
  let stores: Stores;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = await openDatabase(test.connectionString);
    stores = openStores(database);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  storeContract('the real store', () => stores);

  it('opens the same workspace for the same team, under its newest name', async () => {
    const opened = await Promise.all([1, 2, 3].map((n) => stores.forTeam('T-same', `Name ${n}`)));
    expect(new Set(opened.map(({ workspaceId }) => workspaceId)).size).toBe(1);
    const all = await stores.all();
    expect(all.map(({ workspaceId }) => workspaceId)).toContain(opened[0]?.workspaceId);
  });

  it('stores moments and days unshifted, whatever the zone of the machine', async () => {
    const store = await stores.forTeam('T-zone', 'Zone');
    await store.claimJob('digest', '2026-03-29', '2026-03-29T01:30:00.250Z');
    const { rows } = await database.pool.query(
      "SELECT day::text, extract(epoch FROM at) * 1000 AS millis FROM job_claims WHERE job = 'digest' AND workspace_id = $1",
      [store.workspaceId],
    );
    expect(rows[0]?.day).toBe('2026-03-29');
    expect(Number(rows[0]?.millis)).toBe(Date.parse('2026-03-29T01:30:00.250Z'));
  });

  it('reads a policy of an earlier version, whatever rules have come since', async () => {
    const store = await stores.forTeam('T-old', 'Old');
    await store.savePolicy(DEFAULT_POLICY, 'U1', '2026-03-29T01:30:00.250Z');
    const steps = DEFAULT_POLICY.steps.map((step) =>
      step.name === 'internal_review' ? { ...step, day: 120 } : step,
    );
    const agency = { ...DEFAULT_POLICY.agency, reviewDay: 60 };
    await database.pool.query('UPDATE policy_versions SET doc = $1 WHERE workspace_id = $2', [
      JSON.stringify({ ...DEFAULT_POLICY, steps, agency }),
      store.workspaceId,
    ]);
    expect((await store.policy()).policy).toEqual({ ...DEFAULT_POLICY, steps });
  });
});
