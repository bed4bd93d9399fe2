// Whom to call in a quiet month: who pays on time and has not been heard from; on the first working day, and no other.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { isDayOfCalls, quietGoodCustomers } from '../../src/core/good-customers.ts';
import {
  customer,
  event,
  inDays,
  invoice,
  ledgerOf,
  payment,
  type Situation,
  said,
  sent,
  TODAY,
  ZONE,
} from './chase/situation.ts';

const CONTEXT = { now: `${TODAY}T15:00:00.000Z`, zone: ZONE, currency: 'USD' };

/** So many invoices of 100.00, each paid `late` days after its due day, negative before. */
function paid(times: number, late = 0, customerId = 'acme', currency = 'USD'): Situation {
  const invoices = Array.from({ length: times }, (_, index) =>
    invoice(30 + index, { customerId, number: `${customerId} ${index}`, open: 0, total: 10_000, currency }),
  );
  return {
    invoices,
    payments: invoices.map(({ id, due }) =>
      payment(inDays(late, due), 10_000, { invoiceId: id, customerId, currency }),
    ),
  };
}

const names = (situation: Situation) =>
  quietGoodCustomers(ledgerOf(situation), DEFAULT_POLICY, CONTEXT).map(({ customerId }) => customerId);
const isListed = (over: Situation, base = paid(3)) =>
  names({
    ...base,
    ...over,
    invoices: [...(base.invoices ?? []), ...(over.invoices ?? [])],
  }).length === 1;

describe('a good customer of whom nothing was heard', () => {
  test('has paid three invoices by their due day, and is shown with what they are worth', () => {
    expect(quietGoodCustomers(ledgerOf(paid(3)), DEFAULT_POLICY, CONTEXT)).toEqual([
      {
        customerId: 'acme',
        customerName: 'Acme Robotics Inc',
        revenue: [{ minor: 30_000, currency: 'USD' }],
        paidOnTime: 3,
        lastContact: null,
      },
    ]);
  });

  test.each([
    ['two paid invoices', {}, paid(2), false],
    ['paid on the due day', {}, paid(3, 0), true],
    ['paid a day late', {}, paid(3, 1), false],
    ['something due today', { invoices: [invoice(0)] }, paid(3), true],
    ['something overdue', { invoices: [invoice(1)] }, paid(3), false],
    ['a letter 60 days ago', { events: [sent(inDays(-60), 'nudge')] }, paid(3), true],
    ['a letter 59 days ago', { events: [sent(inDays(-59), 'nudge')] }, paid(3), false],
    ['a call yesterday', { events: [said(inDays(-1), { kind: 'no_answer' }, 'call')] }, paid(3), false],
    [
      'a mail of theirs yesterday',
      { events: [event(inDays(-1), { kind: 'heard', mailId: 'm', from: 'dana', subject: '' })] },
      paid(3),
      false,
    ],
    [
      'a note about a snooze',
      { events: [event(inDays(-1), { kind: 'released', reason: '' })] },
      paid(3),
      true,
    ],
    ['put off 44 days ago', { events: [event(inDays(-44), { kind: 'not_now' })] }, paid(3), false],
    ['put off 45 days ago', { events: [event(inDays(-45), { kind: 'not_now' })] }, paid(3), true],
    [
      'a hold that stands',
      { events: [event(inDays(-70), { kind: 'hold', until: null, reason: 'at court' })] },
      paid(3),
      false,
    ],
    [
      'a snooze that stands',
      { events: [event(inDays(-70), { kind: 'snoozed', until: inDays(5), reason: 'x' })] },
      paid(3),
      false,
    ],
    ['do not contact', { customers: [customer({ terms: { doNotContact: true } })] }, paid(3), false],
  ] as [string, Situation, Situation, boolean][])('with %s: %s', (_what, over, base, listed) => {
    expect(isListed(over, base)).toBe(listed);
  });

  test('stands by worth, the workspace’s currency first, whatever the order of the rows', () => {
    const three = [paid(3, 0, 'a', 'EUR'), paid(4, 0, 'b'), paid(5, 0, 'c')];
    const situation = (list: Situation[]) => ({
      customers: list.map((_, index) => customer({ id: 'abc'[index] ?? '', name: 'abc'[index] ?? '' })),
      invoices: list.flatMap(({ invoices = [] }) => invoices),
      payments: list.flatMap(({ payments = [] }) => payments),
    });
    expect(names(situation(three))).toEqual(['c', 'b', 'a']);
    expect(names(situation([...three].reverse()))).toEqual(['c', 'b', 'a']);
  });
});

test.each<[Day, boolean]>([
  ['2026-12-01', true], // a Tuesday
  ['2026-12-02', false],
  ['2026-11-30', false],
  ['2026-11-01', false], // a Sunday
  ['2026-11-02', true],
  ['2027-01-01', true],
])('%s is the day of calls: %s', (day, isIt) => {
  expect(isDayOfCalls(day, DEFAULT_POLICY)).toBe(isIt);
});

test('a day off at the beginning of the month puts the list off to the next working day', () => {
  const policy = { ...DEFAULT_POLICY, window: { ...DEFAULT_POLICY.window, daysOff: ['2026-12-01'] } };
  expect(isDayOfCalls('2026-12-01', policy)).toBe(false);
  expect(isDayOfCalls('2026-12-02', policy)).toBe(true);
});
