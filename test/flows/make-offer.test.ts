// An offer on its way from a choice to a mail: who may let it go, and what stops it.
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { approveDraft, skipDraft } from '../../src/flows/decide-draft.ts';
import { draftOffer, type OfferWish, offerDesk } from '../../src/flows/make-offer.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { sendApproved, stopStaleDrafts } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const ACME = 'Acme Robotics Inc';
const EARLY: OfferWish = { kind: 'early_payment', currency: 'USD' };
const WAIVER: OfferWish = { kind: 'fee_waiver', currency: 'USD', until: '2026-12-04' };
const FEES = {
  ...DEFAULT_POLICY,
  lateFee: { kind: 'simple_interest', annualRatePercent: 10, referenceRatePercent: null, fromStep: null },
} as const;

let ports: TestPorts;
let acme: string;
beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24')); // a Tuesday
  acme = await owes(ports, ACME, [{ number: 'INV-7', due: '2026-12-14', issued: '2026-11-23', open: 1000 }]);
});

async function drafted(wish: OfferWish) {
  const made = await draftOffer(ports, { customerId: acme, wish, by: BOOKKEEPER });
  if (made.kind !== 'drafted') throw new Error(made.because);
  return made.draft;
}

async function approved(wish: OfferWish) {
  const { id, revision } = await drafted(wish);
  const decided = await approveDraft(ports, { draftId: id, revision, by: OWNER });
  ports.passSeconds(60);
  return { id, decided };
}

describe('an offer', () => {
  test('costs by the year what its own invoices’ terms make of it, whatever the policy’s usual terms are', async () => {
    const yearly = async () => {
      const desk = await offerDesk(ports, acme);
      return desk.kind === 'desk' ? desk.early[0]?.yearlyPercent?.toFixed(2) : desk.because;
    };
    // 2 / 98 × 365 / 14: 21 days' terms, 7 of them with the discount.
    expect(await yearly()).toBe('53.21');
    await owes(ports, ACME, [
      { number: 'INV-7', due: '2026-12-14', issued: '2026-11-23', open: 0, total: 1000 },
      { number: 'INV-8', due: '2026-12-07', issued: '2026-11-23', open: 1000 },
    ]);
    expect(await yearly()).toBe('106.41');
    await owes(ports, ACME, [
      { number: 'INV-8', due: '2026-12-07', issued: '2026-11-23', open: 0, total: 1000 },
      { number: 'INV-9', due: '2026-11-30', issued: '2026-11-23', open: 1000 },
    ]);
    expect(await yearly()).toBeUndefined();
  });

  test('is approved by an owner alone, and binds once it is sent', async () => {
    const draft = await drafted(EARLY);
    expect(draft.findings).toEqual([]);
    const wish = { draftId: draft.id, revision: draft.revision };
    expect(await approveDraft(ports, { ...wish, by: BOOKKEEPER })).toMatchObject({ kind: 'refused' });
    expect(await approveDraft(ports, { ...wish, by: OWNER })).toMatchObject({ kind: 'decided' });
    expect(await offerDesk(ports, acme)).toMatchObject({ early: [{ found: { kind: 'possible' } }] });
    ports.passSeconds(60);
    expect(await sendApproved(ports, draft.id)).toEqual({ kind: 'sent' });
    expect(ports.sent[0]?.text).toContain('INV-7 · $980.00 instead of $1,000.00 until November 30, 2026');
    const events = (await ports.store.customerLedger(acme))?.events ?? [];
    expect(events.map(({ body }) => body)).toMatchObject([
      { kind: 'sent', step: 'early_payment_offer', offer: { percent: 2, parts: [{ invoice: 'INV-7' }] } },
    ]);
    expect(await offerDesk(ports, acme)).toMatchObject({ early: [{ found: { kind: 'not_possible' } }] });
  });

  test('is not sent where a part was paid in between', async () => {
    const { id } = await approved(EARLY);
    await owes(ports, ACME, [
      { number: 'INV-7', due: '2026-12-14', issued: '2026-11-23', open: 400, total: 1000 },
    ]);
    expect(await sendApproved(ports, id)).toEqual({ kind: 'stopped' });
    expect(ports.sent).toEqual([]);
  });

  test('is not drafted from old books, because they may have paid meanwhile', async () => {
    ports.passSeconds(4 * 86_400);
    expect(await draftOffer(ports, { customerId: acme, wish: EARLY, by: OWNER })).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('Import today’s first'),
    });
  });

  test('is not sent where an owner changed what the policy gives', async () => {
    const { id } = await approved(EARLY);
    await ports.store.savePolicy(
      { ...DEFAULT_POLICY, earlyPayment: { percent: 1, withinDays: 7 } },
      OWNER,
      ports.clock.now(),
    );
    expect(await sendApproved(ports, id)).toEqual({ kind: 'stopped' });
  });

  test('that waits on a card when its day is over is stopped', async () => {
    const { id } = await drafted(EARLY);
    ports.passSeconds(8 * 86_400);
    expect(await stopStaleDrafts(ports, acme)).toBe(1);
    expect(await ports.store.draft(id)).toMatchObject({ state: 'stopped' });
  });

  test('that was skipped is on the Home tab no more', async () => {
    expect((await gatherDigest(ports)).early).toMatchObject([{ customerName: ACME, invoices: ['INV-7'] }]);
    const { id } = await drafted(EARLY);
    await skipDraft(ports, { draftId: id, by: BOOKKEEPER, reason: 'We need no money this month' });
    expect((await gatherDigest(ports)).early).toEqual([]);
  });

  test('to let a fee go names the fee of the day on which it was drafted, also when it goes a day later', async () => {
    await ports.store.savePolicy(FEES, OWNER, ports.clock.now());
    acme = await owes(ports, 'Harbor Gym', [{ number: 'HG-1', due: '2026-10-25', open: 1000 }]);
    const { id } = await drafted(WAIVER);
    ports.passSeconds(86_400);
    const { revision } = (await ports.store.draft(id)) ?? { revision: 0 };
    expect(await approveDraft(ports, { draftId: id, revision, by: OWNER })).toMatchObject({
      kind: 'decided',
    });
    ports.passSeconds(60);
    expect(await sendApproved(ports, id)).toEqual({ kind: 'sent' });
    expect(ports.sent[0]?.text).toContain('a late fee of $8.22 has come to it up to November 24, 2026');
    expect(await draftOffer(ports, { customerId: acme, wish: WAIVER, by: OWNER })).toMatchObject({
      kind: 'refused',
      because: 'No late fee has come to anything that may be asked for now.',
    });
  });

  test('of what the policy has not, or to nobody, is refused in a sentence', async () => {
    const refused = (wish: OfferWish, customerId = acme) =>
      draftOffer(ports, { customerId, wish, by: OWNER });
    expect(await refused(WAIVER)).toMatchObject({ because: expect.stringContaining('no late fee') });
    expect(await refused({ kind: 'recognition', reward: true, longerTerms: false })).toMatchObject({
      because: expect.stringContaining('names no reward'),
    });
    expect(await refused(EARLY, 'nobody')).toMatchObject({ kind: 'refused' });
    expect(await offerDesk(ports, 'nobody')).toMatchObject({ kind: 'refused' });
  });
});
