// Who pays on time: enough invoices, nearly all of them by their due day, and nothing overdue now.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import { ledgersByCustomer } from '../../src/core/chase/one-customer.ts';
import type { Customer, Invoice, Payment } from '../../src/core/ledger.ts';
import { onTimePayers } from '../../src/core/recognition.ts';
import { customer, inDays, invoice, payment, TODAY } from './chase/situation.ts';

/** An invoice due so many days ago, settled so many days after its due day; null: with no payment on record. */
function settled(dueAgo: number, paidAfter: number | null): [Invoice, Payment[]] {
  const one = invoice(dueAgo, { open: 0, total: 10_000 });
  const on = (days: number): Day => inDays(days, one.due);
  return [one, paidAfter === null ? [] : [payment(on(paidAfter), 10_000, { invoiceId: one.id })]];
}

function found(rows: [Invoice, Payment[]][], open: Invoice[] = [], own: Partial<Customer> = {}) {
  return onTimePayers(
    ledgersByCustomer({
      freshAt: null,
      customers: [customer(own)],
      invoices: [...rows.map(([one]) => one), ...open],
      payments: rows.flatMap(([, payments]) => payments),
      events: [],
    }),
    TODAY,
    'America/New_York',
  ).map(({ onTime, of }) => `${onTime} of ${of}`);
}

const many = (count: number, paidAfter: number) =>
  Array.from({ length: count }, (_, index) => settled(10 + index, paidAfter));

describe('a customer pays on time', () => {
  test.each([
    ['the day before it is due', -1, ['3 of 3']],
    ['on the day', 0, ['3 of 3']],
    ['the day after', 1, []],
  ])('where invoices are settled %s, or not', (_, paidAfter, expected) => {
    expect(found(many(3, paidAfter))).toEqual(expected);
  });

  test('only after three invoices, and with nine of ten', () => {
    expect(found(many(2, 0))).toEqual([]);
    expect(found([...many(9, 0), settled(5, 1)])).toEqual(['9 of 10']);
    expect(found([...many(8, 0), settled(5, 1)])).toEqual([]);
  });

  test('by the ten newest alone', () => {
    expect(found([...many(10, 0), settled(90, 20), settled(91, 20)])).toEqual(['10 of 10']);
  });

  test('by the last payment of each, and not by what has none', () => {
    const [one, [first]] = settled(10, -5);
    const late: [Invoice, Payment[]] = [
      one,
      [...(first ? [first] : []), payment(inDays(1, one.due), 1, { invoiceId: one.id })],
    ];
    expect(found([...many(3, 0), late])).toEqual([]);
    expect(found([...many(3, 0), settled(10, null)])).toEqual(['3 of 3']);
    expect(found([...many(2, 0), settled(10, null)])).toEqual([]);
  });

  test('unless something is overdue today, or nobody is to speak with them', () => {
    expect(found(many(3, 0), [invoice(1)])).toEqual([]);
    expect(found(many(3, 0), [invoice(0)])).toEqual(['3 of 3']); // due today
    expect(found(many(3, 0), [], { terms: { doNotContact: true } })).toEqual([]);
  });
});

test('the most reliable comes first, then who has paid most often, then by name', () => {
  const of = (id: string, count: number, slips: number) => {
    const rows = Array.from({ length: count }, (_, index) => settled(10 + index, index < slips ? 1 : 0));
    const theirs = <Row extends { customerId: string }>(row: Row): Row => ({ ...row, customerId: id });
    return {
      id,
      rows: rows.map(([one, payments]) => ({ one: theirs(one), payments: payments.map(theirs) })),
    };
  };
  const all = [of('d', 10, 1), of('c', 3, 0), of('b', 3, 0), of('a', 4, 0)];
  const ledger = {
    freshAt: null,
    customers: all.map(({ id }) => customer({ id, name: id })),
    invoices: all.flatMap(({ rows }) => rows.map(({ one }) => one)),
    payments: all.flatMap(({ rows }) => rows.flatMap(({ payments }) => payments)),
    events: [],
  };
  expect(
    onTimePayers(ledgersByCustomer(ledger), TODAY, 'America/New_York').map(({ customerId }) => customerId),
  ).toEqual(['a', 'b', 'c', 'd']);
});
