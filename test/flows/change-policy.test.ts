// Changing the credit policy: by owners, from the newest version only, and with what follows from it.
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { changePolicy, policyHistory, previewPolicy, showPolicy } from '../../src/flows/change-policy.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { publishPolicy } from '../../src/flows/publish-policy.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
const later = {
  steps: DEFAULT_POLICY.steps.map((step) => (step.name === 'question' ? { ...step, day: 14 } : step)),
};
const gap = (minGapDays: number) => ({ caps: { ...DEFAULT_POLICY.caps, minGapDays } });

beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
});

describe('a change of the policy', () => {
  test('is shown before it is made: in words, and as the next days under both', async () => {
    const preview = await previewPolicy(ports, { patch: later, version: 0, by: OWNER });
    if (preview.kind === 'refused') throw new Error(preview.because);
    expect(preview.changes.map(({ label }) => label)).toEqual(['Ask for a payment date']);
    expect(preview.before.map(({ day, act }) => `${day} ${act.step}`)[0]).toBe('2026-11-24 question');
    expect(preview.after.map(({ day, act }) => `${day} ${act.step}`)[0]).toBe('2026-11-24 reminder');
    expect((await showPolicy(ports, OWNER)).version).toBe(0);
  });

  test('is saved with its author, and stops letters that it no longer asks for', async () => {
    const drafted = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    if (drafted.kind !== 'drafted') throw new Error('no letter');
    const saved = await changePolicy(ports, { patch: { minBalanceMinor: 1_000_000 }, version: 0, by: OWNER });
    expect(saved).toMatchObject({ kind: 'saved', version: 1 });
    expect(await ports.store.draft(drafted.draft.id)).toMatchObject({ state: 'stopped' });
    const { versions } = await policyHistory(ports);
    expect(versions).toMatchObject([{ version: 1, by: OWNER }]);
  });

  test('is refused when somebody else was faster, and overwrites nothing', async () => {
    const both = await Promise.all([
      changePolicy(ports, { patch: gap(6), version: 0, by: OWNER }),
      changePolicy(ports, { patch: gap(9), version: 0, by: OWNER }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['refused', 'saved']);
    expect(await ports.store.policyVersions()).toHaveLength(1);
    expect(await previewPolicy(ports, { patch: gap(7), version: 0, by: OWNER })).toMatchObject({
      because: expect.stringContaining('Somebody else changed the policy'),
    });
  });

  test('is refused to everybody but an owner', async () => {
    for (const attempt of [
      await changePolicy(ports, { patch: gap(6), version: 0, by: BOOKKEEPER }),
      await previewPolicy(ports, { patch: gap(6), version: 0, by: BOOKKEEPER }),
      await publishPolicy(ports, BOOKKEEPER),
    ]) {
      expect(attempt).toMatchObject({ kind: 'refused', because: expect.stringContaining(`<@${OWNER}>`) });
    }
    expect((await showPolicy(ports, BOOKKEEPER)).mayChange).toBe(false);
  });

  test('is refused when it contradicts itself, or changes nothing', async () => {
    const wrong = { agency: { ...DEFAULT_POLICY.agency, handOverByDay: 10 } };
    expect(await changePolicy(ports, { patch: wrong, version: 0, by: OWNER })).toMatchObject({
      because: expect.stringContaining('reviewed before it is handed over'),
    });
    expect(await changePolicy(ports, { patch: gap(5), version: 0, by: OWNER })).toMatchObject({
      because: 'Nothing is different, so nothing was saved.',
    });
    expect(await ports.store.policyVersions()).toEqual([]);
  });

  test('says of each version what it changed', async () => {
    await changePolicy(ports, { patch: gap(6), version: 0, by: OWNER });
    await changePolicy(ports, { patch: later, version: 1, by: OWNER });
    const { versions } = await policyHistory(ports);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(versions[0]?.changes).toMatchObject([{ label: 'Ask for a payment date' }]);
  });
});
