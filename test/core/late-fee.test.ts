// What a late payment could cost: the field's vectors, the day on which it begins, and what it runs from.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { lateFeeOn } from '../../src/core/late-fee.ts';
import type { Invoice, Payment } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';

type Rules = Policy['lateFee'];
const OFF = DEFAULT_POLICY.lateFee;
const simple = (annualRatePercent: number): Rules => ({ ...OFF, kind: 'simple_interest', annualRatePercent });
const uk = (referenceRatePercent: number): Rules => ({ ...OFF, kind: 'uk_statutory', referenceRatePercent });
const eu = (referenceRatePercent: number): Rules => ({ ...OFF, kind: 'eu_statutory', referenceRatePercent });

function invoice(due: Day, open: number, currency = 'USD', over: Partial<Invoice> = {}): Invoice {
  const sum = { minor: open, currency };
  return {
    id: 'i',
    customerId: 'c',
    number: 'N1',
    kind: 'invoice',
    issued: null,
    due,
    total: sum,
    open: sum,
    memo: null,
    firstSeen: '2026-01-01T00:00:00.000Z',
    ...over,
  };
}

function payment(day: Day, over: Partial<Payment> = {}): Payment {
  return { id: 'p', customerId: 'c', invoiceId: 'i', amount: { minor: 1, currency: 'USD' }, day, ...over };
}

const fee = (of: Invoice, rules: Rules, today: Day, payments: Payment[] = []) =>
  lateFeeOn(of, payments, rules, today, 'en-GB');

describe('the field’s vectors', () => {
  test('1,000 at 10 % for 30 days is 8.22', () => {
    expect(fee(invoice('2026-10-25', 100_000), simple(10), '2026-11-24')).toMatchObject({
      interest: { minor: 822 },
      fixed: null,
      total: { minor: 822 },
      days: 30,
    });
  });

  test('UK: £1,000 with a base rate of 0.5 % for 50 days is £11.64, and £70 once', () => {
    expect(fee(invoice('2026-10-05', 100_000, 'GBP'), uk(0.5), '2026-11-24')).toMatchObject({
      ratePercent: 8.5,
      days: 50,
      interest: { minor: 1164 },
      fixed: { minor: 7000 },
      total: { minor: 8164 },
    });
  });

  test.each([
    [99_999, 4_000],
    [100_000, 7_000],
    [999_999, 7_000],
    [1_000_000, 10_000],
  ])('UK: a debt of %d pence adds %d', (total, fixed) => {
    expect(fee(invoice('2026-11-01', total, 'GBP'), uk(4), '2026-11-24')?.fixed?.minor).toBe(fixed);
  });

  test('EU: 8 points over the bank’s rate, and €40', () => {
    expect(fee(invoice('2026-10-25', 100_000, 'EUR'), eu(2), '2026-11-24')).toMatchObject({
      ratePercent: 10,
      interest: { minor: 822 },
      fixed: { minor: 4000 },
    });
  });
});

describe('interest begins', () => {
  test.each([
    ['2026-11-19', null],
    ['2026-11-20', null],
    ['2026-11-21', 1],
    ['2026-11-22', 2],
  ] as [Day, number | null][])('due on 20 November, on %s it counts %s days', (today, days) => {
    expect(fee(invoice('2026-11-20', 100_000), simple(10), today)?.days ?? null).toBe(days);
  });

  test('with the last payment, on what is open then (ERPNext #49621)', () => {
    const part = invoice('2026-09-01', 40_000, 'USD', { total: { minor: 100_000, currency: 'USD' } });
    const found = fee(part, simple(10), '2026-11-24', [payment('2026-10-01'), payment('2026-10-25')]);
    expect(found).toMatchObject({ days: 30, from: '2026-10-26', interest: { minor: 329 } });
    expect(found?.working.join(' ')).toContain('the last payment');
  });

  test('not with a payment of another invoice, or one before the due day', () => {
    const late = invoice('2026-10-25', 100_000);
    const others = [payment('2026-11-20', { invoiceId: 'other' }), payment('2026-10-01')];
    expect(fee(late, simple(10), '2026-11-24', others)?.days).toBe(30);
  });
});

describe('there is no fee', () => {
  test.each([
    ['where the policy has none', invoice('2026-10-01', 100), OFF],
    ['on what is paid', invoice('2026-10-01', 0), simple(10)],
    ['on a credit note', invoice('2026-10-01', 100, 'USD', { kind: 'credit_note' }), simple(10)],
    ['of the UK statute in dollars', invoice('2026-10-01', 100), uk(4)],
    ['of the EU directive in pounds', invoice('2026-10-01', 100, 'GBP'), eu(4)],
    [
      'while the bank’s rate is not known',
      invoice('2026-10-01', 100, 'GBP'),
      { ...uk(4), referenceRatePercent: null },
    ],
  ] as const)('%s', (_, of, rules) => {
    expect(fee(of, rules, '2026-11-24')).toBeNull();
  });
});

test('it is the same however often it is asked for, and says how it was reckoned (Invoice Ninja #2330)', () => {
  const ask = () => fee(invoice('2026-10-05', 100_000, 'GBP'), uk(0.5), '2026-11-24');
  expect(ask()).toEqual(ask());
  expect(ask()?.working).toEqual([
    '£1,000.00 × 8.5 % ÷ 365 × 50 days = £11.64',
    'counted from Mon 5 Oct, the due day',
    '8.5 % is 0.5 % of the central bank and 8 points',
    'and £70.00 that the statute adds once for a debt of £1,000.00',
  ]);
});

test('yen have no cents, and dinars three', () => {
  expect(fee(invoice('2026-10-25', 1_000_000, 'JPY'), simple(10), '2026-11-24')?.working[0]).toContain(
    '¥8,219',
  );
  expect(fee(invoice('2026-10-25', 1_000_000, 'KWD'), simple(10), '2026-11-24')?.interest.minor).toBe(8_219);
});

test('its working says one day as one', () => {
  const [first] = fee(invoice('2026-11-23', 100_000), simple(10), '2026-11-24')?.working ?? [];
  expect(first).toContain('× 1 day =');
});
