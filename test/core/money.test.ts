// Money: minor units by currency, nothing lost, nothing added across currencies.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  formatMoney,
  fromDecimal,
  type Money,
  minorDigits,
  money,
  split,
  subtract,
  sumByCurrency,
  toDecimal,
  zero,
} from '../../src/core/money.ts';

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLP', 'BHD');
const amount = fc
  .record({ minor: fc.integer({ min: -1e12, max: 1e12 }), currency })
  .map(({ minor, currency: of }): Money => money(minor, of));

describe('decimals', () => {
  for (const [text, of, minor] of [
    ['1234.56', 'USD', 123_456],
    ['1234.5', 'USD', 123_450],
    ['-3', 'USD', -300],
    ['0', 'USD', 0],
    ['-0', 'USD', 0],
    ['12.3400', 'USD', 1_234],
    ['1000', 'JPY', 1_000],
    ['1000.0', 'JPY', 1_000],
    ['0.005', 'KWD', 5],
    ['1000.5', 'JPY', null],
    ['12.345', 'USD', null],
    ['1,234.56', 'USD', null],
    ['1e3', 'USD', null],
    ['', 'USD', null],
    ['.5', 'USD', null],
    ['99999999999999999', 'USD', null],
  ] as const) {
    test(`"${text}" ${of} is ${minor ?? 'no amount'}`, () => {
      expect(fromDecimal(text, of)?.minor ?? null).toBe(minor);
    });
  }

  test('are read back as they were written, in every currency', () => {
    fc.assert(
      fc.property(amount, (each) => {
        expect(fromDecimal(toDecimal(each), each.currency)).toEqual(each);
      }),
    );
  });

  test('have as many digits as the currency', () => {
    expect([minorDigits('USD'), minorDigits('JPY'), minorDigits('KWD'), minorDigits('XYZ')]).toEqual([
      2, 0, 3, 2,
    ]);
    expect([toDecimal(money(5, 'KWD')), toDecimal(money(-5, 'USD')), toDecimal(money(5, 'JPY'))]).toEqual([
      '0.005',
      '-0.05',
      '5',
    ]);
  });
});

describe('sums', () => {
  test('are refused across currencies', () => {
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow('cannot be added');
    expect(() => subtract(money(1, 'USD'), money(1, 'EUR'))).toThrow('cannot be added');
  });

  test('and differences take each other back', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: -1e12, max: 1e12 }), (a, minor) => {
        const b = money(minor, a.currency);
        expect(subtract(add(a, b), b)).toEqual(a);
      }),
    );
  });

  test('by currency lose nothing and keep the order of first appearance', () => {
    expect(sumByCurrency([money(5, 'EUR'), money(1, 'USD'), money(6, 'EUR')])).toEqual([
      money(11, 'EUR'),
      money(1, 'USD'),
    ]);
    expect(sumByCurrency([])).toEqual([]);
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        for (const total of sumByCurrency(amounts)) {
          const same = amounts.filter((each) => each.currency === total.currency);
          expect(total.minor).toBe(same.reduce((sum, { minor }) => sum + minor, 0));
        }
      }),
    );
  });

  test('are whole and safe numbers or nothing', () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => money(bad, 'USD')).toThrow(RangeError);
    expect(Object.is(zero('USD').minor, 0) && Object.is(money(-0, 'USD').minor, 0)).toBe(true);
  });
});

describe('a split', () => {
  test('adds up to the cent, with shares at most one apart, the earlier ones the greater', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 60 }), (whole, parts) => {
        const shares = split(whole, parts);
        const sizes = shares.map(({ minor }) => Math.abs(minor));
        expect(shares).toHaveLength(parts);
        expect(sumByCurrency(shares)).toEqual([whole]);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
      }),
    );
  });

  test('needs a whole number of parts', () => {
    for (const parts of [0, -1, 1.5, Number.NaN])
      expect(() => split(money(100, 'USD'), parts)).toThrow(RangeError);
    expect(split(money(100, 'USD'), 3).map(({ minor }) => minor)).toEqual([34, 33, 33]);
  });
});

test('is written as people of the place write it', () => {
  const plain = (each: Money, locale: string) => formatMoney(each, locale).replace(/\s/g, ' ');
  expect(plain(money(123_450, 'USD'), 'en-US')).toBe('$1,234.50');
  expect(plain(money(123_450, 'EUR'), 'de-DE')).toBe('1.234,50 €');
  expect(plain(money(1_234, 'JPY'), 'en-US')).toBe('¥1,234');
  expect(plain(money(1_234_567, 'KWD'), 'en-US')).toBe('KWD 1,234.567');
  expect(plain(money(9_007_199_254_740_991, 'USD'), 'en-US')).toBe('$90,071,992,547,409.91');
});
