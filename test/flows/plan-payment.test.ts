// A payment plan from a proposal to its end: who may, what goes out, and what is asked when money does not come.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import type { PlanView } from '../../src/core/plan/plan-view.ts';
import type { PlanWish } from '../../src/core/plan/work-out-plan.ts';
import { approvePlan, keepTerms } from '../../src/flows/approve-plan.ts';
import { approveDraft, skipDraft } from '../../src/flows/decide-draft.ts';
import { draftOccasion } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { keepPlans } from '../../src/flows/keep-plans.ts';
import { planDesk, workOut } from '../../src/flows/plan-desk.ts';
import { acceptPlan, endPlan, extendPlan, proposePlan } from '../../src/flows/plan-payment.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, STRANGER, type TestPorts, testPorts } from '../fakes/ports.ts';

const INVOICE = { number: 'INV-1041', due: '2026-11-12', open: 900 } as const;
const WISH: PlanWish = {
  currency: 'USD',
  instalments: 3,
  cadence: 'weekly',
  first: '2026-12-01',
  invoices: null,
  total: null,
  changes: null,
};

let ports: TestPorts;
let acme: string;

beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, 'Acme Robotics Inc', [INVOICE]);
});

/** The books are read in on the morning of that day, with so much paid. */
async function goTo(day: Day, paid = 0) {
  ports.setNow(morning(day));
  await owes(ports, 'Acme Robotics Inc', [{ ...INVOICE, open: 900 - paid, total: 900 }]);
}

async function proposed(wish: Partial<PlanWish> = {}, by = BOOKKEEPER) {
  const shown = await proposePlan(ports, {
    customerId: acme,
    wish: { ...WISH, ...wish },
    by,
    source: null,
    note: null,
  });
  if (shown.kind === 'refused') throw new Error(shown.because);
  ports.passSeconds(1);
  const { id: planId, waiting } = shown.plan;
  return { customerId: acme, planId, proposalId: waiting?.id ?? '', card: shown.card };
}

async function offered(wish: Partial<PlanWish> = {}) {
  const plan = await proposed(wish);
  await approvePlan(ports, { ...plan, by: OWNER });
  const [draft] = await ports.store.draftsOf(acme);
  if (!draft) throw new Error('no letter');
  await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER });
  ports.passSeconds(31);
  expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'sent' });
  return plan;
}

async function status() {
  const desk = await planDesk(ports, acme, 'USD');
  return 'kind' in desk ? desk.because : desk.state.plans.map((plan) => plan.status).join();
}

const cards = () =>
  ports.said.flatMap(({ what, subject }) => (what === 'postPlan' ? [subject as PlanView] : []));

describe('a proposal', () => {
  test('is put before the owner in the thread of the case, and keeps the ladder quiet', async () => {
    await proposed();
    expect(cards()).toMatchObject([{ plan: { status: 'proposed', totalMinor: 90_000 } }]);
    const situation = await gatherCustomer(ports, acme);
    expect(situation?.verdicts).toMatchObject([{ kind: 'leave', reason: 'waiting_for_us' }]);
    expect(ports.sent).toEqual([]);
  });

  test('is approved by an owner alone', async () => {
    const plan = await proposed();
    const refused = await approvePlan(ports, { ...plan, by: BOOKKEEPER });
    expect(refused).toMatchObject({ kind: 'refused', because: expect.stringContaining(`<@${OWNER}>`) });
    expect(await status()).toBe('proposed');
  });

  test('is approved with the terms that the owner saw, and the card shows others that came since', async () => {
    const seen = await proposed();
    const other = await proposed({ instalments: 2, changes: seen.planId });
    const refused = await approvePlan(ports, { ...seen, by: OWNER });
    expect(refused).toMatchObject({ because: expect.stringContaining('Other terms were proposed since') });
    expect(await status()).toBe('proposed');
    const redrawn = ports.said.findLast(({ what }) => what === 'updatePlan')?.subject as PlanView;
    expect(redrawn.plan.terms.instalments).toHaveLength(2);
    expect((await approvePlan(ports, { ...other, by: OWNER })).kind).toBe('shown');
  });

  test('beyond the policy says so, and the owner’s yes is recorded with it', async () => {
    const plan = await proposed({ instalments: 6 });
    expect(cards()[0]?.plan.beyond).toHaveLength(1);
    await approvePlan(ports, { ...plan, by: OWNER });
    const events = (await ports.store.customerLedger(acme))?.events ?? [];
    expect(events.map(({ body, by }) => [body, by])).toContainEqual([
      {
        kind: 'plan',
        planId: plan.planId,
        step: { kind: 'approved', beyond: ['6 instalments are more than the 4 that the policy allows.'] },
      },
      OWNER,
    ]);
  });

  test('that cannot be is refused and recorded nowhere', async () => {
    const wish = { ...WISH, first: '2026-11-23' as const };
    const refused = await proposePlan(ports, {
      customerId: acme,
      wish,
      by: BOOKKEEPER,
      source: null,
      note: null,
    });
    expect(refused).toMatchObject({ because: expect.stringContaining('gone by') });
    expect((await ports.store.customerLedger(acme))?.events).toEqual([]);
  });

  test('is made once, however many ask at the same moment', async () => {
    const ask = () =>
      proposePlan(ports, { customerId: acme, wish: WISH, by: BOOKKEEPER, source: null, note: null });
    const kinds = (await Promise.all([ask(), ask()])).map(({ kind }) => kind);
    expect(kinds).toEqual(['shown', 'refused']);
  });
});

describe('the plan in writing', () => {
  test('names every instalment and goes once a person approves it', async () => {
    await offered();
    expect(ports.sent[0]?.text).toContain('December 1, 2026 · $300.00');
    expect(ports.sent[0]?.text).toContain('$900.00');
    expect(await status()).toBe('offered');
  });

  test('does not go where a payment came in between', async () => {
    const plan = await proposed();
    await approvePlan(ports, { ...plan, by: OWNER });
    const [draft] = await ports.store.draftsOf(acme);
    await goTo('2026-11-25', 100);
    const answer = await approveDraft(ports, {
      draftId: draft?.id ?? '',
      revision: draft?.revision ?? 0,
      by: BOOKKEEPER,
    });
    expect(answer.kind).toBe('refused');
    expect(ports.sent).toEqual([]);
  });
});

describe('a plan that runs', () => {
  test('does so by their word, once', async () => {
    const plan = await offered();
    expect((await acceptPlan(ports, { ...plan, by: BOOKKEEPER })).kind).toBe('shown');
    expect((await acceptPlan(ports, { ...plan, by: BOOKKEEPER })).kind).toBe('refused');
    expect(await status()).toBe('active');
  });

  test('has a note drafted before each instalment, once', async () => {
    await offered();
    await goTo('2026-11-27');
    await keepPlans(ports);
    await goTo('2026-11-30');
    await keepPlans(ports);
    const notes = (await ports.store.draftsOf(acme)).filter(
      ({ facts }) => facts.occasion === 'instalment_note',
    );
    expect(notes).toMatchObject([
      { state: 'proposed', letter: { subject: expect.stringContaining('$300.00') } },
    ]);
  });

  test('has its note on the next day where another letter stood in the way', async () => {
    await offered({ first: '2026-12-03' });
    await goTo('2026-11-30');
    const answer = await draftOccasion(ports, {
      customerId: acme,
      occasion: 'mail_received',
      currency: 'USD',
      detail: null,
      by: BOOKKEEPER,
    });
    if (answer.kind === 'refused') throw new Error(answer.because);
    const occasions = async () => (await ports.store.draftsOf(acme)).map(({ facts }) => facts.occasion);
    await keepPlans(ports);
    expect(await occasions()).not.toContain('instalment_note');
    await skipDraft(ports, { draftId: answer.draft.id, by: BOOKKEEPER, reason: 'I rang them' });
    await goTo('2026-12-01');
    await keepPlans(ports);
    expect(await occasions()).toContain('instalment_note');
  });

  test('lets that note go by itself only where the owner opted in', async () => {
    const { policy } = await ports.store.policy();
    await ports.store.savePolicy({ ...policy, autoSendNudge: true }, OWNER, ports.clock.now());
    await offered();
    await goTo('2026-11-30');
    await keepPlans(ports);
    const notes = (await ports.store.draftsOf(acme)).filter(
      ({ facts }) => facts.occasion === 'instalment_note',
    );
    expect(notes).toMatchObject([{ state: 'approved', approvedBy: 'tightrope' }]);
  });

  test('asks a person once when an instalment does not come, and chases nobody meanwhile', async () => {
    await offered();
    const before = cards().length;
    for (const day of ['2026-12-04', '2026-12-07', '2026-12-08'] as const) {
      await goTo(day);
      await keepPlans(ports);
    }
    expect(cards().slice(before)).toMatchObject([{ plan: { status: 'behind', behindMinor: 30_000 } }]);
    const situation = await gatherCustomer(ports, acme);
    expect(situation?.verdicts).toMatchObject([{ kind: 'leave', reason: 'plan', until: null }]);
  });

  test('asks again when more time has run out as well', async () => {
    const plan = await offered();
    await goTo('2026-12-07');
    await keepPlans(ports);
    const before = cards().length;
    const stranger = await extendPlan(ports, { ...plan, until: '2026-12-10', by: STRANGER });
    expect(stranger.kind).toBe('refused');
    expect((await extendPlan(ports, { ...plan, until: '2026-12-10', by: BOOKKEEPER })).kind).toBe('shown');
    await goTo('2026-12-11');
    await keepPlans(ports);
    expect(cards().length).toBe(before);
    await goTo('2026-12-14');
    await keepPlans(ports);
    expect(cards().length).toBe(before + 1);
  });

  test('is broken only by a person’s word, and a call comes next', async () => {
    const plan = await offered();
    const end = { ...plan, why: 'broken' as const, reason: 'Nobody answers', by: BOOKKEEPER };
    await goTo('2026-12-02');
    expect((await endPlan(ports, end)).kind).toBe('refused');
    await goTo('2026-12-07');
    expect((await endPlan(ports, end)).kind).toBe('shown');
    const situation = await gatherCustomer(ports, acme);
    expect(situation?.verdicts).toMatchObject([
      { kind: 'act', step: 'broken_promise_call', because: expect.stringContaining('$300.00') },
    ]);
  });

  test('takes other terms when an owner agrees, and tells them in writing again', async () => {
    const plan = await offered();
    await goTo('2026-12-01', 300);
    const change = await proposed({ instalments: 2, first: '2026-12-08', changes: plan.planId });
    expect(await status()).toBe('active');
    await approvePlan(ports, { ...change, by: OWNER });
    const letters = (await ports.store.draftsOf(acme)).filter(({ facts }) => facts.occasion === 'plan_offer');
    expect(letters.map(({ state }) => state).sort()).toEqual(['proposed', 'sent']);
    const desk = await planDesk(ports, acme, 'USD');
    if ('kind' in desk) throw new Error(desk.because);
    expect(desk.running).toMatchObject({ id: plan.planId, remainingMinor: 60_000, status: 'approved' });
  });

  test('stays as it was where an owner refuses other terms, and nobody is asked again', async () => {
    const plan = await offered();
    await goTo('2026-12-01', 300);
    const change = await proposed({ instalments: 2, first: '2026-12-08', changes: plan.planId });
    const waiting = async () => (await gatherDigest(ports)).plans.length;
    expect(await waiting()).toBe(1);
    expect(await keepTerms(ports, { ...change, by: BOOKKEEPER })).toMatchObject({ kind: 'refused' });
    expect((await keepTerms(ports, { ...change, by: OWNER })).kind).toBe('shown');
    expect(await status()).toBe('active');
    expect(await waiting()).toBe(0);
    const card = ports.said.findLast(({ what }) => what === 'updatePlan')?.subject as PlanView;
    expect(card.plan).toMatchObject({ change: null, waiting: null });
    expect(card.plan.terms.instalments).toHaveLength(3);
    for (const decide of [keepTerms, approvePlan])
      expect(await decide(ports, { ...change, by: OWNER })).toMatchObject({
        because: 'Somebody has decided on these terms already.',
      });
  });

  test('that nobody approved yet has no terms to keep', async () => {
    const plan = await proposed();
    expect(await keepTerms(ports, { ...plan, by: OWNER })).toMatchObject({ kind: 'refused' });
    expect(await status()).toBe('proposed');
  });

  test('is changed from what is open, also where one of its invoices is paid', async () => {
    const two = (paid: number) =>
      owes(ports, 'Acme Robotics Inc', [
        { ...INVOICE, open: 900 - paid, total: 900 },
        { number: 'INV-1042', due: '2026-11-13', open: 600 },
      ]);
    await two(0);
    await offered();
    ports.setNow(morning('2026-12-01'));
    await two(900);
    const desk = await planDesk(ports, acme, 'USD');
    if ('kind' in desk) throw new Error(desk.because);
    expect(workOut(desk, desk.usual)).toMatchObject({
      kind: 'plan',
      total: { minor: 60_000, currency: 'USD' },
    });
  });

  test('is completed by the books alone', async () => {
    await offered();
    await goTo('2026-12-01', 300);
    expect(await status()).toBe('active');
    await goTo('2026-12-08', 900);
    expect(await status()).toContain('completed');
  });
});
