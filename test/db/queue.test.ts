// The queue of letters on a real PostgreSQL: in time, once, again after a failure, and across a restart.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { addSeconds } from '../../src/core/calendar.ts';
import { type Database, openDatabase } from '../../src/db/connect.ts';
import { type Queue, type QueueWork, startQueue } from '../../src/db/queue.ts';
import { openStores } from '../../src/db/store.ts';
import type { Store } from '../../src/ports/store.ts';
import { NOW, newDraft, withCustomer } from './samples.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
let database: Database;
let store: Store;
let queue: Queue | null = null;
let teams = 0;
beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.connectionString);
});
beforeEach(async () => {
  teams += 1;
  store = await openStores(database).forTeam(`T${teams}`, 'Maple');
});
afterEach(async () => {
  await queue?.stop();
  queue = null;
  // What one test left approved is not the next one's.
  await database.pool.query("UPDATE drafts SET state = 'stopped' WHERE state = 'approved'");
});
afterAll(async () => {
  await database?.close();
  await test?.drop();
});

async function start(onSendDraft: QueueWork['onSendDraft']): Promise<Queue> {
  queue = await startQueue({ database, onSendDraft, onError: () => {} });
  return queue;
}

async function approved(inSeconds: number): Promise<string> {
  const customerId = await withCustomer(store);
  const id = randomUUID();
  const { draft } = await store.addDraft(newDraft(customerId, id));
  // A clock far from the real one, as a moved local clock is: only the wait counts.
  await store.approveDraft(draft.id, 1, {
    by: 'U1',
    at: NOW,
    sendAfter: addSeconds(NOW, inSeconds),
    findings: [],
  });
  return draft.id;
}

it('hands an approved draft over not before its time, and once', async () => {
  const send = vi.fn(async () => null);
  await start(send);
  const start0 = performance.now();
  const id = await approved(1);
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith(store.workspaceId, id), {
    timeout: 5_000,
    interval: 20,
  });
  expect(performance.now() - start0).toBeGreaterThan(900);
  await pause(1_200);
  expect(send).toHaveBeenCalledTimes(1);
});

it('hands over what was approved before it started', async () => {
  const id = await approved(0);
  const send = vi.fn(async () => null);
  await start(send);
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith(store.workspaceId, id), { timeout: 5_000 });
});

it('leaves an approval alone that was taken back, and keeps the time of the one given after', async () => {
  const send = vi.fn(async () => null);
  await start(send);
  const id = await approved(1);
  await store.moveDraft(id, ['approved'], 'proposed', { by: 'U1', at: NOW });
  await store.approveDraft(id, 1, { by: 'U1', at: NOW, sendAfter: addSeconds(NOW, 600), findings: [] });
  await pause(2_500);
  expect(send).not.toHaveBeenCalled();
});

it('wakes an approved draft before its time, and nothing else', async () => {
  const send = vi.fn(async () => null);
  const { wakeSend } = await start(send);
  const id = await approved(3_600);
  await wakeSend(store.workspaceId, 'no such draft');
  await wakeSend(randomUUID(), id);
  await wakeSend(store.workspaceId, id);
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1), { timeout: 5_000 });
  await pause(1_200);
  expect(send.mock.calls).toEqual([[store.workspaceId, id]]);
});

it('tries again what failed', async () => {
  let tries = 0;
  await start(async () => {
    tries += 1;
    if (tries === 1) throw new Error('mail server down');
    return null;
  });
  await approved(0);
  await vi.waitFor(() => expect(tries).toBe(2), { timeout: 20_000, interval: 100 });
});

it('puts off what asks for it', async () => {
  const times: number[] = [];
  await start(async () => {
    times.push(performance.now());
    return times.length === 1 ? { againInSeconds: 1 } : null;
  });
  await approved(0);
  await vi.waitFor(() => expect(times).toHaveLength(2), { timeout: 8_000 });
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
});

it('takes up again, after a restart, what a dead process had begun', async () => {
  const id = await approved(0);
  // As after kill -9: the job counts as under way, and nobody is at it.
  await database.pool.query(
    "UPDATE pgboss.job SET state = 'active', started_on = now() WHERE data->>'draftId' = $1",
    [id],
  );
  const send = vi.fn(async () => null);
  await start(send);
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith(store.workspaceId, id), { timeout: 5_000 });
});

it('asks for no letter when the approval does not come about', async () => {
  const customerId = await withCustomer(store);
  const { draft } = await store.addDraft(newDraft(customerId, randomUUID()));
  const approval = { by: 'U1', at: NOW, sendAfter: NOW, findings: [] };
  expect(await store.approveDraft(draft.id, 7, approval)).toBeNull();
  const { rows } = await database.pool.query("SELECT 1 FROM pgboss.job WHERE data->>'draftId' = $1", [
    draft.id,
  ]);
  expect(rows).toEqual([]);
});
