// Notes before the due day that go by themselves: only where the owner opted in, only notes, and never twice.
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { Policy } from '../../src/core/policy.ts';
import { setTerms } from '../../src/flows/change-customer.ts';
import { approveDraft, approveNudge } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { releaseInterruptedNudges, sendNudges } from '../../src/flows/send-nudges.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const TODAY = '2026-11-24'; // a Tuesday
let ports: TestPorts;
let soon: string;
let late: string;

/** One owes 400 on Friday, another 900 since twelve days. */
beforeEach(async () => {
  ports = await testPorts(morning('2026-11-23'));
  soon = await owes(ports, 'Soon Ltd', [{ number: 'S-1', due: '2026-11-27', open: 400 }]);
  late = await owes(ports, 'Late Ltd', [{ number: 'L-1', due: '2026-11-12', open: 900 }]);
  ports.setNow(morning(TODAY));
});

const optIn = (more: Partial<Policy> = {}) =>
  ports.store.savePolicy({ ...DEFAULT_POLICY, autoSendNudge: true, ...more }, OWNER, ports.clock.now());

/** The letters that a tick a little later sends. */
async function letters(): Promise<string[]> {
  ports.passSeconds(60);
  for (const draft of await ports.store.draftsIn('approved')) await sendApproved(ports, draft.id);
  return ports.sent.map(({ to }) => to);
}

describe('notes before the due day', () => {
  test('need a person until the owner opts in', async () => {
    expect(await sendNudges(ports)).toBe(0);
    expect(await letters()).toEqual([]);
  });

  test('go by themselves then, to whom something falls due soon, and to nobody else', async () => {
    await optIn();
    expect(await sendNudges(ports)).toBe(1);
    expect(await letters()).toEqual(['ap@soonltd.example']);
    expect(ports.sent[0]?.text).toContain('S-1');
    expect(await ports.store.draftsOf(late)).toEqual([]);
    const [sent] = await ports.store.draftsOf(soon);
    expect(sent).toMatchObject({ step: 'nudge', state: 'sent', approvedBy: 'tightrope' });
  });

  test('go once, whoever asks and however often, also after a crash in the middle', async () => {
    await optIn();
    await Promise.all([sendNudges(ports), sendNudges(ports)]);
    await releaseInterruptedNudges(ports);
    await sendNudges(ports);
    await letters();
    await releaseInterruptedNudges(ports);
    await sendNudges(ports);
    expect(await letters()).toHaveLength(1);
  });

  test('wait for the hour at which the window opens', async () => {
    await optIn();
    ports.setNow(`${TODAY}T13:00:00.000Z`);
    expect(await sendNudges(ports)).toBe(0);
    ports.setNow(`${TODAY}T14:05:00.000Z`);
    expect(await sendNudges(ports)).toBe(1);
  });

  test('are left to a person above the sum that the policy always asks about', async () => {
    await optIn({ alwaysAskAboveMinor: 39_999 });
    expect(await sendNudges(ports)).toBe(0);
  });

  test('are left to a person where the customer must not be lost', async () => {
    await optIn();
    await setTerms(ports, { customerId: soon, terms: { vip: true }, accountManager: null, by: OWNER });
    expect(await sendNudges(ports)).toBe(0);
  });

  test('go where only the group of the customer opted in, and not to others', async () => {
    await ports.store.savePolicy(
      { ...DEFAULT_POLICY, groups: { Retail: { autoSendNudge: true } } },
      OWNER,
      ports.clock.now(),
    );
    expect(await sendNudges(ports)).toBe(0);
  });

  test('are the only thing that is ever approved by no person', async () => {
    await optIn();
    const drafted = await draftMessage(ports, { customerId: late, currency: null, by: 'tightrope' });
    if (drafted.kind !== 'drafted') throw new Error('no letter');
    expect(await approveNudge(ports, drafted.draft.id)).toMatchObject({ kind: 'refused' });
    expect(await letters()).toEqual([]);
  });

  test('are stopped by a payment that comes before they go', async () => {
    await optIn();
    expect(await sendNudges(ports)).toBe(1);
    await owes(ports, 'Soon Ltd', [{ number: 'S-1', due: '2026-11-27', open: 0, total: 400 }]);
    expect(await letters()).toEqual([]);
  });
});

test('a letter that by the policy an owner approves is refused to an approver', async () => {
  const steps = DEFAULT_POLICY.steps.map((step) => ({ ...step, approval: 'owner' as const }));
  await ports.store.savePolicy({ ...DEFAULT_POLICY, steps }, OWNER, ports.clock.now());
  const drafted = await draftMessage(ports, { customerId: late, currency: null, by: BOOKKEEPER });
  if (drafted.kind !== 'drafted') throw new Error('no letter');
  const input = { draftId: drafted.draft.id, revision: drafted.draft.revision };
  expect(await approveDraft(ports, { ...input, by: BOOKKEEPER })).toMatchObject({
    because: expect.stringContaining(`<@${OWNER}>`),
  });
  expect(await approveDraft(ports, { ...input, by: OWNER })).toMatchObject({ kind: 'decided' });
});
