// What the minute's tick does by itself, for a program that keeps the clock and for one that does not.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { approveDraft } from '../src/flows/decide-draft.ts';
import { draftMessage } from '../src/flows/draft-message.ts';
import { type Jobs, startJobs } from '../src/jobs.ts';
import { BOOKKEEPER, morning, owes, type TestPorts, testPorts } from './fakes/ports.ts';

const TODAY = '2026-11-24'; // a Tuesday
let ports: TestPorts;
let acme: string;
let jobs: Jobs;
const errors: string[] = [];
let isOurs = true;

beforeEach(async () => {
  isOurs = true;
  errors.length = 0;
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  ports.setNow(morning('2026-11-23'));
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  ports.setNow(morning(TODAY));
  const keeper = { isOurs: async () => isOurs };
  const log = { info: () => {}, error: (_: object, message: string) => void errors.push(message) };
  jobs = await startJobs(async () => [ports], keeper, log);
});
afterEach(() => jobs.stop());

async function drafted() {
  const result = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
  if (result.kind !== 'drafted') throw new Error('no letter');
  return result.draft;
}

const paid = () =>
  owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 0, total: 1850 }]);
const stateOf = async (id: string) => (await ports.store.draft(id))?.state;
const drawn = () => ports.said.filter(({ what }) => what === 'updateDraft').length;

test('books that came in through a shell stop the letters that no longer fit, and their cards say so', async () => {
  const draft = await drafted();
  await jobs.tick();
  expect(await stateOf(draft.id)).toBe('proposed');
  await paid();
  expect(await stateOf(draft.id)).toBe('proposed');
  const before = drawn();
  await jobs.tick();
  expect(await stateOf(draft.id)).toBe('stopped');
  expect(drawn()).toBe(before + 1);
});

test('the same books are looked at once', async () => {
  await drafted();
  await jobs.tick();
  const before = ports.said.length;
  await jobs.tick();
  await jobs.tick();
  expect(ports.said.length).toBe(before);
});

test('an approved letter is stopped as well, before its time comes', async () => {
  const draft = await drafted();
  await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
  await paid();
  ports.passSeconds(40);
  const woken: string[] = [];
  ports.queue.wakeSend = async (_, id) => void woken.push(id);
  await jobs.tick();
  expect(await stateOf(draft.id)).toBe('stopped');
  expect(woken).toEqual([]);
});

test('a program that does not keep the clock does nothing', async () => {
  const draft = await drafted();
  isOurs = false;
  await paid();
  await jobs.tick();
  expect(await stateOf(draft.id)).toBe('proposed');
});

test('trouble with one job is logged and leaves the others to do their work', async () => {
  const draft = await drafted();
  await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
  ports.passSeconds(40);
  const woken: string[] = [];
  ports.queue.wakeSend = async (_, id) => void woken.push(id);
  ports.store.lastImport = async () => {
    throw new Error('the database went away');
  };
  await jobs.tick();
  expect(errors).toContain('a job failed; the next minute tries again');
  expect(woken).toEqual([draft.id]);
});
