// A payment plan of what went to an agency or was written off: nobody is asked about it, and no note goes out.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import type { EventBody } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import type { PlanView } from '../../src/core/plan/plan-view.ts';
import { approvePlan } from '../../src/flows/approve-plan.ts';
import { approveDraft } from '../../src/flows/decide-draft.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { keepPlans } from '../../src/flows/keep-plans.ts';
import { acceptPlan, extendPlan, proposePlan } from '../../src/flows/plan-payment.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { callBack } from '../../src/flows/with-agency.ts';
import { askWriteOff } from '../../src/flows/write-off.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const INVOICE = { number: 'INV-1041', due: '2026-11-12', open: 400 } as const;

let ports: TestPorts;
let acme: string;
let plan: { customerId: string; planId: string; card: { channel: string; ts: string } };

/** A plan of two weekly parts, the first on 1 December, to which they said yes. */
beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, 'Acme Robotics Inc', [INVOICE]);
  const shown = await proposePlan(ports, {
    customerId: acme,
    wish: {
      currency: 'USD',
      instalments: 2,
      cadence: 'weekly',
      first: '2026-12-01',
      invoices: null,
      total: null,
      changes: null,
    },
    by: BOOKKEEPER,
    source: null,
    note: null,
  });
  if (shown.kind === 'refused') throw new Error(shown.because);
  plan = { customerId: acme, planId: shown.plan.id, card: shown.card };
  ports.passSeconds(1);
  await approvePlan(ports, { ...plan, proposalId: shown.plan.waiting?.id ?? '', by: OWNER });
  ports.passSeconds(1);
  const [letter] = await ports.store.draftsOf(acme);
  await approveDraft(ports, { draftId: letter?.id ?? '', revision: letter?.revision ?? 0, by: BOOKKEEPER });
  ports.passSeconds(31);
  await sendApproved(ports, letter?.id ?? '');
  await acceptPlan(ports, { ...plan, by: BOOKKEEPER });
  ports.passSeconds(1);
});

async function goTo(day: Day) {
  ports.setNow(morning(day));
  await owes(ports, 'Acme Robotics Inc', [INVOICE]);
}
const record = (body: EventBody) =>
  ports.store.addEvent({ customerId: acme, at: ports.clock.now(), by: OWNER, source: null, body });
const handOver = () =>
  record({
    kind: 'hand_over_asked',
    currency: 'USD',
    agencyId: 'fair',
    agency: 'Fair Collect',
    feePercent: 20,
    invoices: ['INV-1041'],
    amount: money(40_000, 'USD'),
    approvals: 1,
    reason: 'no answer',
  });
const cards = () =>
  ports.said.flatMap(({ what, subject }) => (what === 'postPlan' ? [subject as PlanView] : []));
const notes = async () =>
  (await ports.store.draftsOf(acme)).filter(({ facts }) => facts.occasion === 'instalment_note');

/** Through the note before the first instalment, its missing, and that of the second. */
async function throughDecember() {
  for (const day of ['2026-11-30', '2026-12-07', '2026-12-14'] as const) {
    await goTo(day);
    await keepPlans(ports);
  }
}

describe('a plan that runs', () => {
  test('has a note and asks when nothing comes', async () => {
    const before = cards().length;
    await throughDecember();
    expect(await notes()).not.toEqual([]);
    expect(cards().length).toBeGreaterThan(before);
    expect((await gatherDigest(ports)).plans).toHaveLength(1);
  });

  test('has neither once an agency has its invoices, and takes no change', async () => {
    await handOver();
    const before = cards().length;
    await throughDecember();
    expect(await notes()).toEqual([]);
    expect(cards()).toHaveLength(before);
    expect((await gatherDigest(ports)).plans).toEqual([]);
    expect(await extendPlan(ports, { ...plan, until: '2026-12-20', by: BOOKKEEPER })).toMatchObject({
      kind: 'refused',
    });
  });

  test('does not run on once it is called back', async () => {
    const { id: requestId } = await handOver();
    await throughDecember();
    const before = cards().length;
    await callBack(ports, {
      customerId: acme,
      requestId,
      by: OWNER,
      card: null,
      why: 'given_back',
      note: 'x',
    });
    await goTo('2026-12-15');
    await keepPlans(ports);
    expect(cards()).toHaveLength(before);
    expect((await gatherDigest(ports)).plans).toEqual([]);
    expect((await gatherCustomer(ports, acme))?.verdicts).toMatchObject([{ kind: 'act', step: 'reminder' }]);
  });

  test('has neither once all of it is written off', async () => {
    const given = await askWriteOff(ports, {
      customerId: acme,
      invoices: ['INV-1041'],
      amount: null,
      reason: 'closed',
      by: OWNER,
    });
    expect(given).toMatchObject({ kind: 'told', words: expect.stringContaining('Written off.') });
    const before = cards().length;
    await throughDecember();
    expect(await notes()).toEqual([]);
    expect(cards()).toHaveLength(before);
    expect((await gatherDigest(ports)).plans).toEqual([]);
  });
});
