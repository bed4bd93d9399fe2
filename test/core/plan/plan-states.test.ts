// What became of a payment plan, by what was recorded and what was paid.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/core/calendar.ts';
import type { Payment } from '../../../src/core/ledger.ts';
import {
  inDays,
  inShort,
  invoice,
  leave,
  payment,
  promise,
  said,
  TODAY,
  verdicts,
} from '../chase/situation.ts';
import { COVERED, offered, planIn, proposed, step, TERMS } from './planned.ts';

/** The invoice as the books show it once so much of it was paid. */
function owed(...payments: readonly Payment[]) {
  const paid = payments.reduce((sum, { amount }) => sum + amount.minor, 0);
  return { ...COVERED, open: { minor: 90_000 - paid, currency: 'USD' } };
}

function pays(on: Day, minor: number, id?: string): Payment {
  return payment(on, minor, { invoiceId: COVERED.id, ...(id ? { id } : {}) });
}

/** The plan on a day, with these payments in the books. */
function plan(on: Day, payments: readonly Payment[] = [], events = offered()) {
  return planIn({ on, invoices: [owed(...payments)], payments, events });
}

const received = (of: ReturnType<typeof plan>) => of.instalments.map((each) => each.receivedMinor);
const statuses = (of: ReturnType<typeof plan>) => of.instalments.map(({ status }) => status);

describe('a plan', () => {
  test('waits for an owner, then for its letter, and is then offered', () => {
    const [first, approved, letter] = offered();
    if (!first || !approved || !letter) throw new Error('three records');
    expect(plan(TODAY, [], [first]).status).toBe('proposed');
    expect(plan(TODAY, [], [first, approved]).status).toBe('approved');
    expect(plan(TODAY, [], [first, approved, letter]).status).toBe('offered');
  });

  test('runs once they said so', () => {
    const events = [...offered(), step(inDays(1), { kind: 'accepted' })];
    expect(plan(inDays(2), [], events)).toMatchObject({ status: 'active', accepted: 'said' });
  });

  test('runs once the first instalment is paid', () => {
    const paid = [pays('2026-11-30', 30_000)];
    expect(plan('2026-12-02', paid)).toMatchObject({ status: 'active', accepted: 'first_payment' });
  });

  test.each([
    ['2026-12-01', 'offered', 'due'],
    ['2026-12-02', 'offered', 'late'],
    ['2026-12-04', 'offered', 'late'],
    ['2026-12-05', 'behind', 'missed'],
  ] as const)('on %s, with nothing paid, is %s: the first instalment is %s', (on, status, first) => {
    const found = plan(on);
    expect(found.status).toBe(status);
    expect(statuses(found)[0]).toBe(first);
  });

  test('says how much has not come and since when', () => {
    const paid = [pays('2026-12-01', 10_000)];
    expect(plan('2026-12-07', paid)).toMatchObject({ status: 'behind', behindMinor: 20_000 });
    expect(plan('2026-12-12', paid)).toMatchObject({ behindMinor: 50_000 });
  });

  test('is in good standing again when the money comes late', () => {
    const paid = [pays('2026-12-07', 30_000)];
    expect(plan('2026-12-08', paid)).toMatchObject({ status: 'active', behindMinor: 0 });
  });

  test('is behind again only when more time has run out as well', () => {
    const events = [...offered(), step('2026-12-05', { kind: 'extended', until: '2026-12-10' })];
    expect(plan('2026-12-13', [], events).status).toBe('offered');
    expect(plan('2026-12-14', [], events).status).toBe('behind');
  });

  test('is paused instead of behind while they dispute all of it, and not for a part', () => {
    const disputed = (amount: number | null) =>
      said('2026-12-02', {
        kind: 'dispute',
        reason: 'goods',
        detail: '',
        amount: amount === null ? null : { minor: amount, currency: 'USD' },
        invoices: [COVERED.number],
      });
    expect(plan('2026-12-05', [], [...offered(), disputed(null)])).toMatchObject({
      status: 'paused',
      behindMinor: 0,
    });
    expect(plan('2026-12-05', [], [...offered(), disputed(5_000)]).status).toBe('behind');
  });

  test('is completed with its last instalment', () => {
    const paid = [pays('2026-12-01', 30_000), pays('2026-12-08', 30_000), pays('2026-12-14', 30_000)];
    expect(plan('2026-12-14', paid)).toMatchObject({ status: 'completed', remainingMinor: 0 });
  });

  test('waits for no owner once all of it has come', () => {
    expect(plan(inDays(1), [pays(inDays(1), 90_000)], [proposed()]).status).toBe('completed');
  });

  test('may lack small change at its end', () => {
    expect(plan('2026-12-14', [pays('2026-12-14', 89_950)]).status).toBe('completed');
  });

  test('has instalments to come also where each is no more than small change', () => {
    const small = { ...COVERED, open: { minor: 300, currency: 'USD' } };
    const amount = { minor: 100, currency: 'USD' };
    const terms = { ...TERMS, instalments: TERMS.instalments.map((each) => ({ ...each, amount })) };
    const agreed = step(TODAY, { kind: 'accepted' }, '12:00');
    const events = [...offered(TODAY, terms).slice(0, 2), agreed];
    const situation = { on: inDays(1), invoices: [small, invoice(12)], events };
    expect(statuses(planIn(situation))).toEqual(['due', 'due', 'due']);
    expect(verdicts(situation)).toMatchObject([{ kind: 'act', leftOut: [{ invoice: COVERED.id }] }]);
  });

  test('is broken or ended only when a person says so', () => {
    const ended = (why: 'broken' | 'cancelled') => [
      ...offered(),
      step('2026-12-07', { kind: 'ended', why, reason: 'No answer', missed: null }),
    ];
    expect(plan('2027-03-01').status).toBe('behind');
    expect(plan('2026-12-08', [], ended('broken')).status).toBe('broken');
    expect(plan('2026-12-08', [], ended('cancelled')).status).toBe('cancelled');
  });

  test('cannot be behind when they never heard of it', () => {
    expect(plan('2026-12-20', [], offered().slice(0, 2)).status).toBe('approved');
  });
});

describe('payments', () => {
  test('made before the plan do not count', () => {
    const before = payment(inDays(-1), 30_000, { invoiceId: COVERED.id });
    const found = planIn({ on: '2026-12-02', invoices: [COVERED], payments: [before], events: offered() });
    expect(received(found)).toEqual([0, 0, 0]);
  });

  test('of the day of the plan count unless the books had them when it was worked out', () => {
    const paid = pays(TODAY, 30_000, 'seen');
    expect(received(plan(inDays(1), [paid]))).toEqual([30_000, 0, 0]);
    const known = step(TODAY, {
      kind: 'proposed',
      terms: TERMS,
      on: TODAY,
      alreadyBooked: ['seen'],
      beyond: [],
      note: null,
    });
    const found = planIn({ invoices: [COVERED], payments: [paid], events: [known] });
    expect(received(found)).toEqual([0, 0, 0]);
  });

  test('of another invoice do not count', () => {
    const other = invoice(3, { number: 'INV-9' });
    const found = planIn({
      invoices: [COVERED, other],
      payments: [payment(inDays(2), 10_000, { invoiceId: other.id })],
      events: offered(),
      on: inDays(3),
    });
    expect(received(found)).toEqual([0, 0, 0]);
  });

  test('in part fill the oldest instalment first', () => {
    expect(received(plan('2026-12-09', [pays('2026-12-01', 10_000), pays('2026-12-08', 30_000)]))).toEqual([
      30_000, 10_000, 0,
    ]);
  });

  test('of more than an instalment flow to the next', () => {
    const found = plan('2026-12-02', [pays('2026-12-01', 45_000)]);
    expect(received(found)).toEqual([30_000, 15_000, 0]);
    expect(statuses(found)).toEqual(['paid', 'due', 'due']);
  });

  test('are less by a credit note from the last instalment backwards', () => {
    const credited = { ...COVERED, open: { minor: 50_000, currency: 'USD' } };
    const found = planIn({ invoices: [credited], events: offered() });
    expect(found.instalments.map(({ dueMinor }) => dueMinor)).toEqual([30_000, 20_000, 0]);
    const note = invoice(0, { number: 'CN-1', kind: 'credit_note', open: 40_000 });
    const open = planIn({ invoices: [COVERED, note], events: offered() });
    expect(open.instalments.map(({ dueMinor }) => dueMinor)).toEqual([30_000, 20_000, 0]);
  });
});

describe('a change of a plan', () => {
  const other = {
    ...TERMS,
    instalments: [
      { day: '2026-12-10' as Day, amount: { minor: 30_000, currency: 'USD' } },
      { day: '2026-12-24' as Day, amount: { minor: 30_000, currency: 'USD' } },
    ],
  };
  const paid = [pays('2026-12-01', 30_000)];

  test('leaves the old days in force until an owner agrees', () => {
    const found = plan('2026-12-03', paid, [...offered(), proposed('2026-12-02', other)]);
    expect(found.terms).toEqual(TERMS);
    expect(found.change?.terms).toEqual(other);
  });

  test('counts what is paid from then on, and is told to them anew', () => {
    const events = [
      ...offered(),
      proposed('2026-12-02', other),
      step('2026-12-02', { kind: 'approved', beyond: [] }, '11:00'),
    ];
    expect(plan('2026-12-03', paid, events)).toMatchObject({
      status: 'approved',
      change: null,
      receivedMinor: 0,
      remainingMinor: 60_000,
    });
  });

  const approved = (on: Day, at: string) => step(on, { kind: 'approved', beyond: [] }, at);

  test('is not agreed to by a yes to the terms before', () => {
    const before = [...offered(), step(inDays(1), { kind: 'accepted' })];
    const waits = [...before, proposed('2026-12-02', other)];
    expect(plan('2026-12-02', paid, waits)).toMatchObject({ status: 'active', accepted: 'said' });
    const changed = [...waits, approved('2026-12-02', '11:00')];
    expect(plan('2026-12-03', paid, changed)).toMatchObject({ status: 'approved', accepted: null });
  });

  test('is not told to them by a letter about the terms before, which went while it waited', () => {
    const [first, yes, letter] = offered();
    if (!first || !yes || !letter) throw new Error('three records');
    const waits = [first, yes, proposed(TODAY, other, '11:30'), letter];
    expect(plan(inDays(1), [], waits).status).toBe('offered');
    expect(plan(inDays(1), [], [...waits, approved(TODAY, '13:00')]).status).toBe('approved');
  });

  test('has none of the time that was given for the terms before', () => {
    const events = [
      ...offered(),
      step('2026-12-05', { kind: 'extended', until: '2027-01-20' }),
      proposed('2026-12-06', other),
      approved('2026-12-06', '11:00'),
      step('2026-12-06', { kind: 'accepted' }, '12:00'),
    ];
    expect(plan('2026-12-20', paid, events)).toMatchObject({ status: 'behind', behindMinor: 30_000 });
  });
});

describe('the engine', () => {
  test('leaves what a plan covers alone while it is kept, and says what is next', () => {
    const found = leave({ on: inDays(1), invoices: [COVERED], events: offered() });
    expect(found).toMatchObject({ reason: 'plan', until: '2026-12-07' }); // Saturday the 5th is closed.
    expect(found.because).toContain('$300.00 is first, on Tue Dec 1');
  });

  test('still chases what no plan covers', () => {
    const other = invoice(12, { number: 'INV-2' });
    const [found] = verdicts({ on: inDays(2), invoices: [COVERED, other], events: offered().slice(0, 2) });
    expect(found).toMatchObject({ kind: 'act', invoices: [other.id] });
    expect(found?.kind === 'act' && found.leftOut?.map(({ invoice: id }) => id)).toEqual([COVERED.id]);
  });

  test('waits a week for an owner, so that no proposal is forgotten', () => {
    const events = [proposed()];
    expect(leave({ on: inDays(6), invoices: [COVERED], events }).because).toContain('waits for an owner');
    expect(inShort({ on: inDays(7), invoices: [COVERED], events })).toBe('question');
  });

  test('asks a person first when an instalment does not come', () => {
    const found = leave({ on: '2026-12-07', invoices: [COVERED], events: offered() });
    expect(found).toMatchObject({ reason: 'plan', until: null });
    expect(found.because).toContain('$300.00 for Tue Dec 1 has not arrived');
  });

  test('goes on as with a broken promise once a person has given the plan up', () => {
    const missed = { day: '2026-12-01' as Day, amount: { minor: 30_000, currency: 'USD' } };
    const events = [
      ...offered(),
      step('2026-12-07', { kind: 'ended', why: 'broken', reason: 'No answer', missed }),
    ];
    expect(inShort({ on: '2026-12-07', invoices: [COVERED], events })).toBe('broken_promise_call');
  });

  test('goes on with the ladder once a plan is ended', () => {
    const events = [
      ...offered(),
      step('2026-12-07', { kind: 'ended', why: 'cancelled', reason: 'They will pay at once', missed: null }),
    ];
    expect(inShort({ on: '2026-12-07', invoices: [COVERED], events })).toBe('question');
  });
});

const DAYS = fc.integer({ min: 0, max: 40 }).map((days) => inDays(days));

describe('whatever is recorded', () => {
  const facts = fc.record({
    on: DAYS,
    payments: fc.array(
      fc.record({ on: DAYS, minor: fc.integer({ min: 1, max: 60_000 }), named: fc.boolean() }),
      { maxLength: 6 },
    ),
    more: fc.subarray([
      step(inDays(1), { kind: 'accepted' }),
      step('2026-12-05', { kind: 'extended', until: '2026-12-10' }),
      promise(inDays(-3), inDays(-1)),
      step('2026-12-20', { kind: 'ended', why: 'broken', reason: 'No answer', missed: null }),
    ]),
    seed: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  });

  /** Payments as the books take them: never more than is open. */
  function booked(wishes: readonly { on: Day; minor: number; named: boolean }[], until: Day): Payment[] {
    let left = 90_000;
    return wishes
      .filter(({ on }) => on <= until)
      .flatMap(({ on, minor, named }, index) => {
        const amount = Math.min(minor, left);
        left -= amount;
        return amount > 0
          ? [payment(on, amount, { id: `paid ${index}`, invoiceId: named ? COVERED.id : null })]
          : [];
      });
  }

  const shuffled = <T>(rows: readonly T[], seed: readonly number[]) =>
    rows
      .map((row, index) => ({ row, key: seed[index % seed.length] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);

  test('the order in which it was recorded does not matter', () => {
    fc.assert(
      fc.property(facts, ({ on, payments, more, seed }) => {
        const paid = booked(payments, on);
        const events = [...offered(), ...more];
        const one = planIn({ on, invoices: [owed(...paid)], payments: paid, events });
        const two = planIn({
          on,
          invoices: [owed(...paid)],
          payments: shuffled(paid, seed),
          events: shuffled(events, seed),
        });
        expect(two).toEqual(one);
      }),
    );
  });

  test('what was received and what is to come add up to what is owed', () => {
    fc.assert(
      fc.property(facts, ({ on, payments, more }) => {
        const paid = booked(payments, on);
        const invoices = [owed(...paid)];
        const found = planIn({ on, invoices, payments: paid, events: [...offered(), ...more] });
        expect(found.receivedMinor + found.remainingMinor).toBe(90_000);
        expect(found.remainingMinor).toBe(invoices[0]?.open.minor);
      }),
    );
  });

  test('a plan in good standing is never chased, and what it does not cover still is', () => {
    fc.assert(
      fc.property(facts, fc.boolean(), ({ on, payments, more }, withOther) => {
        const paid = booked(payments, on);
        const other = invoice(30, { number: 'INV-2', open: 70_000 });
        const invoices = [owed(...paid), ...(withOther ? [other] : [])];
        const situation = { on, invoices, payments: paid, events: [...offered(), ...more] };
        const { status } = planIn(situation);
        const found = verdicts(situation);
        const acts = found.flatMap((each) => (each.kind === 'act' ? [each] : []));
        if (status === 'offered' || status === 'active' || status === 'behind') {
          expect(acts.flatMap((each) => each.invoices)).not.toContain(COVERED.id);
        }
        if (withOther && acts.length === 0) {
          const reasons = found.flatMap((each) => (each.kind === 'leave' ? [each.reason] : []));
          expect(reasons).not.toContain('plan');
        }
      }),
    );
  });
});
