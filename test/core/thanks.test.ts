// Thanks and check-ins: on the day, the day before and the day after; never while something is overdue or disputed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn } from '../../src/core/calendar.ts';
import { whoToChase } from '../../src/core/chase/who-to-chase.ts';
import { courtesiesDue, courtesyAsked, courtesyDue } from '../../src/core/courtesies-due.ts';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { CourtesyName } from '../../src/core/facts.ts';
import type { CaseEvent, Customer } from '../../src/core/ledger.ts';
import {
  customer,
  event,
  inDays,
  invoice,
  ledgerOf,
  payment,
  promise,
  type Situation,
  said,
  sent,
  TODAY,
  ZONE,
} from './chase/situation.ts';

const CONTEXT = { now: `${TODAY}T15:00:00.000Z`, zone: ZONE, locale: 'en-US' };

/** One invoice, `late` days past due when it was paid `ago` days ago. */
function paid(ago: number, late = 12, over: Situation = {}): Situation {
  const one = invoice(late + ago, { number: 'A', open: 0, total: 50_000 });
  return {
    ...over,
    invoices: [one, ...(over.invoices ?? [])],
    payments: [payment(inDays(-ago), 50_000, { invoiceId: one.id }), ...(over.payments ?? [])],
  };
}

function due(situation: Situation, occasion: CourtesyName = 'thank_you', of: Customer = customer()): string {
  const ledger = ledgerOf(situation);
  const found = courtesyDue(ledger, of, DEFAULT_POLICY, CONTEXT, occasion);
  if (found.kind === 'none') return found.because;
  const { paid: sum, hardStretch } = found.settlement;
  return `due: ${sum.minor}${hardStretch ? ', after a hard stretch' : ''}`;
}

describe('thanks', () => {
  test.each([
    [0, 'due: 50000'],
    [6, 'due: 50000'],
    [7, 'The books show no payment'],
    [-1, 'The books show no payment'],
  ])('for what came %i days ago: %s', (ago, answer) => {
    expect(due(paid(ago))).toContain(answer);
  });

  test.each([
    [1, 'due'],
    [0, 'The books show no payment'],
    [-3, 'The books show no payment'],
  ])('are not drafted of our own accord for an invoice that was %i days late: %s', (late, answer) => {
    expect(due(paid(0, late))).toContain(answer);
  });

  test('may be asked for by a person also for a payment on time', () => {
    const ledger = ledgerOf(paid(0, -3));
    const found = courtesyAsked(ledger, customer(), DEFAULT_POLICY, CONTEXT, 'thank_you');
    expect(found).toMatchObject({ kind: 'due', settlement: { wasLate: false } });
  });

  test('name all that came on the day, also where it was booked on several invoices', () => {
    const two = invoice(5, { number: 'B', open: 0, total: 20_000 });
    const situation = paid(0, 12, {
      invoices: [two],
      payments: [payment(TODAY, 20_000, { invoiceId: two.id })],
    });
    expect(due(situation)).toBe('due: 70000');
  });

  test.each([
    ['something else is overdue', { invoices: [invoice(1)] }, 'The books still show $100.00'],
    ['in another currency too', { invoices: [invoice(1, { currency: 'EUR' })] }, 'The books still show €100'],
    ['the rest is due today', { invoices: [invoice(0)] }, 'due: 50000'],
    ['only small change is open', { invoices: [invoice(9, { open: 100 })] }, 'due: 50000'],
    [
      'a cent more than small change',
      { invoices: [invoice(9, { open: 101 })] },
      'The books still show $1.01',
    ],
    ['they are on hold', { events: [event(TODAY, { kind: 'hold', reason: '', until: null })] }, 'on hold'],
    ['they are insolvent', { events: [said(TODAY, { kind: 'insolvency', detail: '' })] }, 'insolvent'],
    [
      'they wrote and nobody has looked',
      { events: [event(TODAY, { kind: 'heard', mailId: 'm', from: 'dana', subject: '' })] },
      'nobody has looked at it yet',
    ],
    ['the books are old', { freshAt: `${inDays(-4)}T12:00:00.000Z` }, 'The books were last imported'],
  ] as [string, Situation, string][])('where %s', (_when, over, answer) => {
    expect(due(paid(0, 12, over))).toContain(answer);
  });

  test('wait for a dispute about what is not even due yet', () => {
    const other = invoice(-9, { number: 'C' });
    const dispute = said(inDays(-1), {
      kind: 'dispute',
      reason: 'price',
      detail: '',
      amount: null,
      invoices: ['C'],
    });
    expect(due(paid(0, 12, { invoices: [other], events: [dispute] }))).toContain('disputes C');
  });

  test('are not due for small change, nor once the money is gone from the books again', () => {
    const small = invoice(9, { number: 'S', open: 0, total: 100 });
    expect(due({ invoices: [small], payments: [payment(TODAY, 100, { invoiceId: small.id })] })).toContain(
      'no payment',
    );
    const gone = invoice(12, { number: 'A', open: 50_000 });
    expect(due({ invoices: [gone], payments: [payment(TODAY, 50_000, { invoiceId: gone.id })] })).toContain(
      'The books still show $500.00',
    );
  });

  const sum = (minor: number) => ({ minor, currency: 'USD' });
  const writtenOff = (minor: number) =>
    event(inDays(-3), {
      kind: 'write_off_asked',
      currency: 'USD',
      parts: [{ invoice: 'A', amount: sum(minor) }],
      approvals: 1,
      reason: 'not worth it',
    });
  const credited = (minor: number) => [
    said(inDays(-5), { kind: 'dispute', reason: 'price', detail: '', amount: null, invoices: ['A'] }),
    event(inDays(-3), {
      kind: 'dispute_resolved',
      how: 'credit',
      invoices: ['A'],
      settlement: { kind: 'credit_note', amount: sum(minor) },
    }),
  ];
  const note = (open: number) =>
    invoice(0, {
      number: 'CN-1',
      kind: 'credit_note',
      total: 50_000,
      open,
      firstSeen: `${inDays(-2)}T09:00:00.000Z`,
    });

  test.each([
    ['written off whole', { events: [writtenOff(50_000)] }, 'no payment'],
    ['written off in part, and paid for the rest', { events: [writtenOff(20_000)] }, 'due: 30000'],
    ['credited whole', { events: credited(50_000) }, 'no payment'],
    ['credited in part, and paid for the rest', { events: credited(20_000) }, 'due: 30000'],
    ['set against a credit note', { invoices: [note(0)] }, 'no payment'],
    ['paid, while a credit note waits to be used', { invoices: [note(50_000)] }, 'due: 50000'],
    [
      'credited, which the books keep as a note of its own',
      { invoices: [note(50_000)], events: credited(50_000) },
      'due: 50000',
    ],
  ])('are for money that came, not for what was %s', (_what, over, answer) => {
    expect(due(paid(0, 12, over))).toContain(answer);
  });

  test.each([
    ['in time', -14, 'no payment'],
    ['late', -2, 'due: 1000'],
  ])('are not for the discount that the books took off what was paid early: %s', (_what, ago, answer) => {
    const one = invoice(2, { number: 'A', open: 0, total: 50_000, issued: inDays(-20) });
    const payments = [
      payment(inDays(ago), 49_000, { invoiceId: one.id }),
      payment(TODAY, 1_000, { invoiceId: one.id }),
    ];
    expect(due({ invoices: [one], payments })).toContain(answer);
  });

  test('take nothing off a payment from before it was given up', () => {
    expect(due(paid(5, 12, { events: [writtenOff(50_000)] }))).toContain('due: 50000');
  });

  test('are for what was paid, where the rest was given up on another day', () => {
    const one = invoice(12, { number: 'A', open: 0, total: 50_000 });
    const payments = [
      payment(inDays(-2), 20_000, { invoiceId: one.id }),
      payment(inDays(-1), 30_000, { invoiceId: one.id }),
    ];
    expect(due({ invoices: [one], payments, events: [writtenOff(20_000)] })).toBe('due: 30000');
    expect(due({ invoices: [one], payments, events: [writtenOff(30_000)] })).toBe('due: 20000');
  });

  test.each([
    ['do not contact', { doNotContact: true }, 'are not to be contacted'],
    ['letters about payment only', { onlyAboutPayment: true }, 'about payment only'],
  ])('keep to their own terms: %s', (_what, terms, answer) => {
    expect(due(paid(0), 'thank_you', customer({ terms }))).toContain(answer);
  });

  test('are due once: not after they were sent or skipped, and again for a later payment', () => {
    const skipped = event(TODAY, { kind: 'skipped', step: 'thank_you', currency: 'USD', reason: '' });
    expect(due(paid(0, 12, { events: [sent(TODAY, 'thank_you')] }))).toContain('was sent');
    expect(due(paid(0, 12, { events: [skipped] }))).toContain('was skipped');
    expect(due(paid(0, 12, { events: [sent(inDays(-1), 'thank_you')] }))).toBe('due: 50000');
    const undone = event(TODAY, { kind: 'undone', eventId: skipped.id, reason: null });
    expect(due(paid(0, 12, { events: [skipped, undone] }))).toBe('due: 50000');
  });

  test.each([
    ['29 days late', 29, [], false],
    ['30 days late', 30, [], true],
    ['a promise that was kept late', 12, [promise(inDays(-10), inDays(-8), 50_000)], true],
    ['a promise that was kept', 12, [promise(inDays(-3), TODAY, 50_000)], false],
    [
      'a dispute on the way',
      12,
      [said(inDays(-9), { kind: 'dispute', reason: 'goods', detail: '', amount: null, invoices: ['A'] })],
      true,
    ],
  ] as [string, number, CaseEvent[], boolean][])('after %s', (_what, late, events, hard) => {
    expect(due(paid(0, late, { events })).includes('hard stretch')).toBe(hard);
  });
});

describe('a check-in', () => {
  test.each([
    [29, false],
    [30, true],
    [36, true],
    [37, false],
  ])('%i days after the payment: %s', (ago, isDue) => {
    expect(due(paid(ago), 'check_in').startsWith('due')).toBe(isDue);
  });

  test('is put off by a later payment of something late, and not repeated', () => {
    const later = invoice(20, { number: 'B', open: 0, total: 20_000 });
    const again = { invoices: [later], payments: [payment(inDays(-10), 20_000, { invoiceId: later.id })] };
    expect(due(paid(30, 12, again), 'check_in')).toContain('A check-in is for 30 days after');
    expect(due(paid(31, 12, { events: [sent(inDays(-1), 'check_in')] }), 'check_in')).toContain('was sent');
  });

  test('does not come to who paid on time, owes something late, or wants none', () => {
    expect(due(paid(30, 0), 'check_in')).toContain('A check-in is for');
    expect(due(paid(30, 12, { invoices: [invoice(1)] }), 'check_in')).toContain('still show');
    expect(due(paid(30), 'check_in', customer({ terms: { onlyAboutPayment: true } }))).toContain('only');
  });
});

test('the ladder takes neither for a step, keeps its gap from both, and calls neither unanswered', () => {
  const late = { invoices: [invoice(12)] };
  const run = (events: CaseEvent[]) =>
    whoToChase(ledgerOf({ ...late, events }), DEFAULT_POLICY, { ...CONTEXT, currency: 'USD' })[0];
  const [sentLong, plain] = [run([sent(inDays(-9), 'check_in')]), run([])];
  expect(sentLong).toMatchObject({ kind: 'act', step: plain?.kind === 'act' ? plain.step : '' });
  expect(sentLong?.because).not.toContain('no answer to the check-in');
  expect(run([sent(inDays(-4), 'check_in')])).toMatchObject({ kind: 'leave', reason: 'too_soon' });
  const skipped = event(inDays(-1), { kind: 'skipped', step: 'thank_you', currency: 'USD', reason: '' });
  expect(run([skipped])).toMatchObject({ kind: 'act' });
});

const rows = fc.array(
  fc.record({
    late: fc.integer({ min: -20, max: 60 }),
    open: fc.constantFrom(0, 0, 0, 100, 101, 40_000),
    paidAgo: fc.option(fc.integer({ min: 0, max: 40 })),
    currency: fc.constantFrom('USD', 'EUR'),
    disputed: fc.constantFrom(false, false, true),
    credit: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 4 },
);

test('for any ledger: no thanks and no check-in while anything of the customer is overdue or disputed', () => {
  let found = 0;
  fc.assert(
    fc.property(rows, fc.constantFrom('Pacific/Auckland', 'Pacific/Pago_Pago', null), (made, zone) => {
      const invoices = made.map(({ late, open, currency, credit }, index) =>
        invoice(late, {
          number: `N${index}`,
          open,
          total: 50_000,
          currency,
          kind: credit ? 'credit_note' : 'invoice',
        }),
      );
      const ledger = ledgerOf({
        customers: [customer({ zone })],
        invoices,
        payments: made.flatMap(({ paidAgo, currency, open }, index) =>
          paidAgo === null
            ? []
            : [payment(inDays(-paidAgo), 50_000 - open, { invoiceId: `id of N${index}`, currency })],
        ),
        events: made.flatMap(({ disputed }, index) =>
          disputed
            ? [
                said(inDays(-2), {
                  kind: 'dispute',
                  reason: 'goods',
                  detail: '',
                  amount: null,
                  invoices: [`N${index}`],
                }),
              ]
            : [],
        ),
      });
      const [of = customer()] = ledger.customers;
      const state = customerState(ledger, of, DEFAULT_POLICY, CONTEXT);
      const today = [dayIn(ZONE, CONTEXT.now), dayIn(zone ?? ZONE, CONTEXT.now)].sort()[1] ?? TODAY;
      const overdue = invoices.some(
        ({ kind, open, due: on }) => kind === 'invoice' && open.minor > 100 && on < today,
      );
      for (const occasion of ['thank_you', 'check_in'] as const) {
        const one = courtesyAsked(ledger, of, DEFAULT_POLICY, CONTEXT, occasion);
        if (one.kind !== 'due') continue;
        found += 1;
        expect(overdue).toBe(false);
        expect(state.disputedInvoiceIds).toEqual([]);
        expect(one.settlement.day <= TODAY).toBe(true);
        expect(addDays(one.settlement.day, 36) >= TODAY).toBe(true);
      }
    }),
    { numRuns: 800 },
  );
  expect(found).toBeGreaterThan(20);
});

test('all to whom something is due stand in a list by name, whatever the order of the rows', () => {
  const customers = ['b', 'a'].map((id) => customer({ id, name: id.toUpperCase() }));
  const invoices = customers.map(({ id }) =>
    invoice(12, { customerId: id, number: id, open: 0, total: 50_000 }),
  );
  const payments = invoices.map(({ id, customerId }) =>
    payment(TODAY, 50_000, { invoiceId: id, customerId }),
  );
  const names = (turned: boolean) => {
    const order = <T>(list: T[]) => (turned ? [...list].reverse() : list);
    const ledger = ledgerOf({
      customers: order(customers),
      invoices: order(invoices),
      payments: order(payments),
    });
    return courtesiesDue(ledger, DEFAULT_POLICY, CONTEXT, 'thank_you').map(({ customer: { name } }) => name);
  };
  expect(names(false)).toEqual(['A', 'B']);
  expect(names(true)).toEqual(['A', 'B']);
});
