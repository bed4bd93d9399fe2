// A plan, and a promise, of what went to an agency or was written off: nobody is asked about it, and it does not run on.
import { describe, expect, test } from 'vitest';
import { instantAt } from '../../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import type { CaseEvent, EventBody, Invoice } from '../../../src/core/ledger.ts';
import { plansToDecide } from '../../../src/core/plan/plans-to-decide.ts';
import {
  act,
  event,
  inDays,
  inShort,
  invoice,
  leave,
  ledgerOf,
  payment,
  promise,
  ZONE,
} from '../chase/situation.ts';
import { COVERED, offered, planIn, proposed, step, TERMS, ZONED } from './planned.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const on = (day: ReturnType<typeof inDays>, body: EventBody, id?: string): CaseEvent =>
  event(day, body, { at: instantAt(ZONE, day, '14:00'), ...(id ? { id } : {}) });

const given = (day = inDays(2), invoices = ['INV-1'], currency = 'USD') =>
  on(
    day,
    {
      kind: 'hand_over_asked',
      currency,
      agencyId: 'fair',
      agency: 'Fair Collect',
      feePercent: 20,
      invoices,
      amount: { minor: 90_000, currency },
      approvals: 1,
      reason: 'no answer',
    },
    'asked',
  );
const recalled = (day = inDays(20)) =>
  on(day, { kind: 'hand_over_ended', requestId: 'asked', why: 'given_back', note: 'they cannot' });
const lost = (minor: number, day = inDays(2)) =>
  on(
    day,
    {
      kind: 'write_off_asked',
      currency: 'USD',
      parts: [{ invoice: 'INV-1', amount: usd(minor) }],
      approvals: 1,
      reason: 'closed',
    },
    'lost',
  );
const takenBack = (why: 'taken_back' | 'booked' = 'taken_back', day = inDays(20)) =>
  on(day, { kind: 'write_off_ended', requestId: 'lost', why, note: '' });

/** Two weeks after its first instalment, of which nothing came. */
const LATER = '2026-12-16' as const;
const plan = (events: readonly CaseEvent[], invoices: readonly Invoice[] = [COVERED], day = LATER) =>
  planIn({ on: day, invoices, events });
const decide = (events: readonly CaseEvent[]) =>
  plansToDecide(ledgerOf({ invoices: [COVERED], events }), DEFAULT_POLICY, {
    ...ZONED,
    now: `${LATER}T20:00:00.000Z`,
    locale: 'en-US',
  });

describe('a plan of what an agency has', () => {
  test('is over: nothing of it is missed and the digest says nothing of it', () => {
    expect(plan(offered()).status).toBe('behind');
    expect(decide(offered())).toHaveLength(1);
    const found = plan([...offered(), given()]);
    expect(found).toMatchObject({ status: 'handed_over', behindMinor: 0, behindSince: null });
    expect(decide([...offered(), given()])).toEqual([]);
    expect(leave({ on: LATER, invoices: [COVERED], events: [...offered(), given()] }).reason).toBe('agency');
  });

  test('is over too where nobody had approved it yet, or where new terms waited', () => {
    expect(decide([proposed()])).toHaveLength(1);
    expect(decide([proposed(), given()])).toEqual([]);
    const changed = [...offered(), proposed(inDays(1), { ...TERMS, cadence: 'monthly' })];
    expect(decide(changed)).toHaveLength(1);
    expect(decide([...changed, given()])).toEqual([]);
  });

  test('does not run on once it is called back: the ladder begins again with a reminder', () => {
    const events = [...offered(), given(), recalled()];
    expect(plan(events).status).toBe('handed_over');
    expect(decide(events)).toEqual([]);
    expect(inShort({ on: LATER, invoices: [COVERED], events })).toBe('reminder');
  });

  test('made after it was called back runs like any other', () => {
    const again = offered(inDays(21));
    expect(plan([given(inDays(-9)), recalled(inDays(20)), ...again]).status).toBe('behind');
  });

  test('goes on where the agency has only a part of it, or another currency, or nothing yet', () => {
    const two = [COVERED, invoice(9, { number: 'INV-2', open: 30_000 })];
    const terms = { ...TERMS, invoices: ['INV-1', 'INV-2'] };
    const events = offered(undefined, terms);
    expect(plan([...events, given()], two).status).toBe('behind');
    expect(plan([...events, given(inDays(2), ['INV-1', 'INV-2'])], two).status).toBe('handed_over');
    expect(plan([...offered(), given(inDays(2), ['INV-1'], 'EUR')]).status).toBe('behind');
    const asked = given();
    const body = { ...asked.body, approvals: 2 } as EventBody;
    expect(plan([...offered(), { ...asked, body }]).status).toBe('behind');
  });

  test('that a person had ended stays as they said', () => {
    const ended = step(inDays(1), { kind: 'ended', why: 'cancelled', reason: 'x', missed: null });
    expect(plan([...offered(), ended, given()]).status).toBe('cancelled');
  });
});

describe('a plan of what was written off', () => {
  test('is over, also when that is taken back', () => {
    expect(plan([...offered(), lost(90_000)]).status).toBe('written_off');
    expect(decide([...offered(), lost(90_000)])).toEqual([]);
    const back = [...offered(), lost(90_000), takenBack()];
    expect(plan(back).status).toBe('written_off');
    expect(inShort({ on: LATER, invoices: [COVERED], events: back })).toBe('reminder');
  });

  test('goes on where a part was given up, also when the rest has been paid but for that part', () => {
    expect(plan([...offered(), lost(30_000)]).status).toBe('behind');
    const rest = { ...COVERED, open: usd(30_000) };
    const payments = [payment('2026-12-08', 60_000, { invoiceId: COVERED.id })];
    const paid = (events: readonly CaseEvent[]) => planIn({ on: LATER, invoices: [rest], payments, events });
    expect(paid([...offered(), lost(30_000)]).status).toBe('completed');
    expect(paid([...offered(), lost(30_000), takenBack()]).status).toBe('active');
  });

  test('is done with once the books have it', () => {
    const events = [...offered(), lost(90_000), takenBack('booked')];
    expect(plan(events, [{ ...COVERED, open: usd(0) }]).status).toBe('completed');
  });
});

describe('a broken promise of what an agency has', () => {
  const other = invoice(12, { number: 'INV-5' });
  const broken = promise(inDays(-8), inDays(-5), 'full', ['INV-1']);
  const situation = (events: readonly CaseEvent[]) => ({ invoices: [COVERED, other], events });

  test('has nobody called about it, though something else is ours to chase', () => {
    expect(act(situation([broken])).step).toBe('broken_promise_call');
    const found = act(situation([broken, given(inDays(-2))]));
    expect(found.step).not.toBe('broken_promise_call');
    expect(found.total).toEqual(usd(10_000));
    expect(act(situation([broken, lost(90_000, inDays(-2))])).step).not.toBe('broken_promise_call');
  });

  test('is still followed up where a part of it is ours', () => {
    const both = promise(inDays(-8), inDays(-5), 'full', ['INV-1', 'INV-5']);
    expect(act(situation([both, given(inDays(-2))])).step).toBe('broken_promise_call');
    expect(act(situation([broken, lost(30_000, inDays(-2))])).step).toBe('broken_promise_call');
  });

  test('no more than a broken plan of it has', () => {
    const instalment = { day: inDays(-12), amount: usd(30_000) };
    const events = [
      ...offered(inDays(-30), { ...TERMS, instalments: [instalment] }),
      step(inDays(-4), { kind: 'ended', why: 'broken', reason: 'no answer', missed: instalment }),
    ];
    expect(act(situation(events)).step).toBe('broken_promise_call');
    expect(act(situation([...events, given(inDays(-2))])).step).not.toBe('broken_promise_call');
  });
});
