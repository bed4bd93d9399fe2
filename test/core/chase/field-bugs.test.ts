// The bugs that others of the field had to fix, each as a test that names it.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import {
  act,
  customer,
  inDays,
  inShort,
  invoice,
  leave,
  payment,
  promise,
  said,
  sent,
  TODAY,
  verdict,
  verdicts,
} from './situation.ts';

describe('bugs of the field', () => {
  test('OCA #21, ERPNext #12429: one message a customer, not one an invoice', () => {
    const found = act({
      invoices: [invoice(12, { number: 'A' }), invoice(5, { number: 'B' }), invoice(40, { number: 'C' })],
    });
    expect(found.invoices).toEqual(['id of C', 'id of A', 'id of B']);
    expect(found.total).toEqual({ minor: 30_000, currency: 'USD' });
    expect(found.driver).toBe('id of C');
  });

  test('OCA #330, ERPNext #46770: a part-paid invoice is still chased, on its open part', () => {
    const part = invoice(12, { total: 100_000, open: 60_000 });
    expect(act({ invoices: [part], payments: [payment(inDays(-4), 40_000)] }).total.minor).toBe(60_000);
  });

  test('OCA #211: credit notes count in the total, also when larger than the invoice', () => {
    const credit = (open: number) => invoice(2, { kind: 'credit_note', open, number: 'CN' });
    const found = act({ invoices: [invoice(12, { number: 'A' }), credit(4_000)] });
    expect(found.total.minor).toBe(6_000);
    expect(found.invoices).toContain('id of CN');
    for (const open of [10_000, 15_000]) {
      expect(leave({ invoices: [invoice(12), credit(open)] })).toMatchObject({
        reason: 'in_credit',
        total: null,
      });
    }
    expect(leave({ invoices: [credit(500)] })).toMatchObject({ reason: 'in_credit', total: null });
  });

  test('OCA #460: reminding of one invoice does not hide the others', () => {
    const events = [sent(inDays(-9), 'reminder', ['A'])];
    const found = act({ invoices: [invoice(12, { number: 'A' }), invoice(4, { number: 'B' })], events });
    expect(found.invoices).toEqual(['id of A', 'id of B']);
    // Once A is paid, B has a ladder of its own, from the start.
    expect(inShort({ invoices: [invoice(4, { number: 'B' })], events })).toBe('reminder');
  });

  test('never chase during a promise, whatever is due', () => {
    const events = [promise(inDays(-3), inDays(3), 5_000)];
    for (const late of [3, 10, 15, 21, 35, 50, 60]) {
      expect(leave({ invoices: [invoice(late)], events }).reason).toBe('promised');
    }
  });

  test('Invoice Ninja #792, #8665: days are counted by the clock of the customer, up to UTC+13 and UTC-11', () => {
    // 23:30 UTC on the 23rd: already the 24th in Auckland (UTC+13), 12:30 on the 23rd on Midway (UTC-11).
    const due = inDays(-4);
    const at = (zone: string) =>
      verdict({
        customers: [customer({ zone })],
        invoices: [invoice(4, { due })],
        on: inDays(-1),
        time: '23:30',
        zone: 'UTC',
      });
    expect(at('Pacific/Auckland')).toMatchObject({ kind: 'act', daysLate: 4 });
    expect(at('Pacific/Midway')).toMatchObject({ kind: 'act', daysLate: 3 });
  });

  test('Invoice Ninja #637, Dolibarr #25197: a missed run sends the latest step once and replays nothing', () => {
    const events = [sent(inDays(-30), 'reminder', ['A'])];
    const invoices = [invoice(33, { number: 'A' })];
    expect(inShort({ invoices, events })).toBe('firm');
    const caughtUp = [...events, sent(TODAY, 'firm', ['A'])];
    expect(inShort({ invoices, events: caughtUp })).toBe('leave: too_soon until 2026-11-30');
  });

  test('Dolibarr #30771: three days before the due day is before it, not after', () => {
    expect(act({ invoices: [invoice(-3)] })).toMatchObject({ step: 'nudge', daysLate: -3 });
    expect(inShort({ invoices: [invoice(3)] })).toBe('reminder');
  });

  test('Invoice Ninja #9312: no reminder twice, none early', () => {
    expect(leave({ invoices: [invoice(2)] }).reason).toBe('not_yet');
    for (const ago of [0, 1, 4, 6]) {
      const events = [sent(inDays(-ago), 'reminder', ['A'])];
      expect(verdict({ invoices: [invoice(3 + ago, { number: 'A' })], events }).kind).toBe('leave');
    }
  });

  test('two currencies are two sums, never one, and go out on the same day', () => {
    const invoices = [invoice(12), invoice(12, { currency: 'EUR', open: 5_000, number: 'E' })];
    const found = verdicts({ invoices });
    expect(found).toMatchObject([
      { kind: 'act', total: { minor: 10_000, currency: 'USD' } },
      { kind: 'act', total: { minor: 5_000, currency: 'EUR' } },
    ]);
    const after = verdicts({ invoices, events: [sent(TODAY, 'question')] });
    expect(after.map(({ kind, currency }) => `${kind} ${currency}`).sort()).toEqual(['act EUR', 'leave USD']);
  });

  test('two currencies share the caps: where one letter is left, the greater sum has it', () => {
    const policy = { ...DEFAULT_POLICY, caps: { ...DEFAULT_POLICY.caps, writtenPer7Days: 1 } };
    const found = verdicts({
      policy,
      invoices: [invoice(12), invoice(12, { currency: 'EUR', open: 50_000 })],
    });
    expect(found.map(({ kind, currency }) => `${kind} ${currency}`)).toEqual(['act EUR', 'leave USD']);
  });

  test('a payment that lands between approve and send ends the letter', () => {
    const open = invoice(12, { number: 'A' });
    expect(verdict({ invoices: [open] }).kind).toBe('act');
    const paid = { ...open, open: { minor: 0, currency: 'USD' } };
    expect(leave({ invoices: [paid], payments: [payment(TODAY, 10_000)] }).reason).toBe('nothing_due');
  });

  test('a promise during the ladder stops it, and it goes on from where it was', () => {
    const invoices = [invoice(21, { number: 'A' })];
    const events = [sent(inDays(-18), 'reminder', ['A']), sent(inDays(-11), 'question', ['A'])];
    expect(inShort({ invoices, events })).toBe('firm');
    const promised = [...events, promise(inDays(-7), inDays(6), 10_000)];
    expect(leave({ invoices, events: promised }).reason).toBe('promised');
  });

  test('dispute, then promise: the promise never overwrites the dispute', () => {
    const dispute = said(inDays(-10), {
      kind: 'dispute',
      reason: 'price',
      detail: '',
      amount: null,
      invoices: ['A'],
    });
    const invoices = [invoice(20, { number: 'A' })];
    const later = promise(inDays(-8), inDays(-5), 'full', ['A']);
    expect(leave({ invoices, events: [dispute, later], on: inDays(-6) }).reason).toBe('disputed');
    expect(leave({ invoices, events: [dispute, later] }).reason).toBe('disputed');
  });

  test('an invoice due before it was issued is put right first, and counts from the usual terms', () => {
    const odd = (ago: number) => invoice(40, { number: 'A', issued: inDays(-ago) });
    const found = leave({ invoices: [odd(10)] });
    expect(found.reason).toBe('waiting_for_us');
    expect(found.because).toContain('is before its issue day');
    expect(leave({ invoices: [odd(21)] }).reason).toBe('waiting_for_us');
    expect(inShort({ invoices: [odd(24)] })).toBe('reminder');
  });

  test('who came last in the books does not change who is chased first', () => {
    const customers = ['b', 'a', 'c'].map((id) => customer({ id, name: id.toUpperCase() }));
    const invoices = ['c', 'a', 'b'].map((id) => invoice(12, { customerId: id, number: `N${id}` }));
    expect(verdicts({ customers, invoices }).map(({ customerId }) => customerId)).toEqual(['a', 'b', 'c']);
  });
});

describe('the order', () => {
  test('broken promises, then calls, then amount × age, then nudges; the important first among equals', () => {
    const ids = ['nudge', 'small', 'vip', 'big', 'call', 'broken'];
    const customers = ids.map((id) => customer({ id, name: id, terms: id === 'vip' ? { vip: true } : {} }));
    const of = (id: string, late: number, open: number) =>
      invoice(late, { customerId: id, number: `N ${id}`, open });
    const found = verdicts({
      customers,
      invoices: [
        of('nudge', -2, 900_000),
        of('small', 12, 10_000),
        of('vip', 12, 10_000),
        of('big', 12, 90_000),
        of('call', 16, 5_000),
        of('broken', 12, 5_000),
      ],
      events: [
        { ...sent(inDays(-6), 'question', ['N call']), customerId: 'call' },
        { ...promise(inDays(-9), inDays(-6), 5_000), customerId: 'broken' },
      ],
    });
    expect(found.map(({ customerId }) => customerId)).toEqual([
      'broken',
      'call',
      'big',
      'vip',
      'small',
      'nudge',
    ]);
    for (const each of found) if (each.kind === 'act') expect(each.rankBecause).toMatch(/\.$/);
  });
});
