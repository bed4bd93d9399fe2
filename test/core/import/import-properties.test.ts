import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, formatDayLong } from '../../../src/core/calendar.ts';
import { readDate } from '../../../src/core/import/dates.ts';
import { inferDecimals, readAmount } from '../../../src/core/import/numbers.ts';
import { minorDigits, money, toDecimal } from '../../../src/core/money.ts';
import { planText, ready } from './plan-files.ts';

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'INR');
const GROUPS = {
  point: [',', "'", ' ', '\u00a0', '\u202f', ''],
  comma: ['.', ' ', '\u00a0', '\u2009', ''],
} as const;

function grouped(whole: string, by: string, indian: boolean): string {
  const tail = whole.slice(-3);
  const head = whole.slice(0, -3);
  if (head === '') return tail;
  return `${head.replace(indian ? /\B(?=(\d{2})+$)/g : /\B(?=(\d{3})+$)/g, by)}${by}${tail}`;
}

describe('amounts', () => {
  it('are read back exactly in whatever style they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        currency,
        fc.constantFrom('point' as const, 'comma' as const),
        fc.nat(5),
        fc.constantFrom('', '-', '()', 'trailing'),
        fc.constantFrom('', '$', '€', 'USD '),
        fc.boolean(),
        (minor, code, style, by, sign, mark, indian) => {
          const [whole = '', fraction] = toDecimal(money(minor, code)).split('.');
          const group = GROUPS[style][by % GROUPS[style].length]!;
          const figure =
            grouped(whole, group, indian && group === ',') +
            (fraction ? (style === 'point' ? '.' : ',') + fraction : '');
          const bare = `${mark}${figure}`;
          const text =
            sign === '-' ? `-${bare}` : sign === '()' ? `(${bare})` : sign === 'trailing' ? `${bare}-` : bare;
          const expected = sign === '' ? minor : -minor;
          expect(readAmount(text, style, code)).toEqual({ kind: 'amount', money: money(expected, code) });
        },
      ),
    );
  });

  it('settle the decimal sign of a file from any figure with cents', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1 }),
        fc.constantFrom('point' as const, 'comma' as const),
        (minors, style) => {
          const texts = minors.map((minor) => {
            const [whole = '', cents] = toDecimal(money(minor, 'USD')).split('.');
            return `${grouped(whole, style === 'point' ? ',' : '.', false)}${style === 'point' ? '.' : ','}${cents}`;
          });
          expect(inferDecimals(texts, 'en-US', false)).toEqual({ kind: 'sure', style });
        },
      ),
    );
  });

  it('have as many decimals as their currency', () => {
    for (const code of ['JPY', 'USD', 'KWD']) {
      const digits = minorDigits(code);
      expect(readAmount(`5.${'1'.repeat(digits + 1)}`, 'point', code).kind).toBe('not');
    }
  });
});

describe('dates', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1999-01-01' as Day, days));

  it('are read back exactly in whatever way they were written', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' '), fc.boolean(), (of, by, padded) => {
        const [y, m, d] = of.split('-') as [string, string, string];
        const [mm, dd] = padded ? [m, d] : [String(Number(m)), String(Number(d))];
        const read = (text: string, order: 'DMY' | 'MDY') => readDate(text, order, false, 'UTC');
        const expected = { kind: 'day', day: of };
        expect(read(`${dd}${by}${mm}${by}${y}`, 'DMY')).toEqual(expected);
        if (by !== '.') expect(read(`${mm}${by}${dd}${by}${y}`, 'MDY')).toEqual(expected);
        expect(read(of, 'MDY')).toEqual(expected);
        expect(read(`${of}T00:00:00Z`, 'MDY')).toEqual(expected);
        for (const locale of ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES']) {
          expect(read(formatDayLong(of, locale), 'MDY')).toEqual(expected);
        }
      }),
    );
  });

  it.each([
    ['20-abr-2025', '2025-04-20'],
    ['20 Apr 2025', '2025-04-20'],
    ['Apr 20, 2025', '2025-04-20'],
    ['Sunday, April 20, 2025', '2025-04-20'],
    ['1er mars 2025', '2025-03-01'],
    ['20. Mär 2025', '2025-03-20'],
    ['2025/04/20', '2025-04-20'],
    ['20250420', '2025-04-20'],
    ['4/20/25', '2025-04-20'],
    ['4/20/2025 3:05 PM', '2025-04-20'],
  ])('%s is %s', (text, expected) => {
    expect(readDate(text, 'MDY', false, 'UTC')).toEqual({ kind: 'day', day: expected });
  });

  it('of UTC moments are the day in the zone of the business', () => {
    expect(readDate('2025-04-01T03:59:00Z', 'MDY', false, 'America/New_York')).toEqual({
      kind: 'day',
      day: '2025-03-31',
    });
    expect(readDate('2025-04-01 03:59', 'MDY', true, 'America/New_York')).toEqual({
      kind: 'day',
      day: '2025-03-31',
    });
  });
});

describe('a plan', () => {
  const row = fc.record({
    customer: fc.constantFrom('Acme', 'ACME ', 'Beta Ltd', 'Gamma:Child'),
    email: fc.constantFrom('', 'a@x.example', 'b@x.example'),
    open: fc.integer({ min: -50_000, max: 500_000 }),
    days: fc.integer({ min: 0, max: 400 }),
  });
  const file = (rows: readonly { text: string }[]) =>
    ['Customer,Email,Invoice,Date,Due,Balance', ...rows.map(({ text }) => text)].join('\n');
  const rows = fc.array(row, { minLength: 1, maxLength: 30 }).map((all) =>
    all.map(({ customer, email, open, days }, i) => ({
      text: `${customer},${email},N-${i},2024-01-01,${addDays('2024-01-15', days)},${toDecimal(money(open, 'USD'))}`,
    })),
  );

  it('is the same for the same file twice', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(planText(file(all))).toEqual(planText(file(all)));
      }),
      { numRuns: 30 },
    );
  });

  it('does not depend on the order of the rows', () => {
    const asSets = (text: string) => {
      const { batch } = ready(planText(text));
      return {
        invoices: batch.invoices.map(({ line: _, ...rest }) => JSON.stringify(rest)).sort(),
        customers: batch.customers.map((customer) => JSON.stringify(customer)).sort(),
        covers: batch.covers,
      };
    };
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(asSets(file(shuffled))).toEqual(asSets(file(all)));
        },
      ),
      { numRuns: 60 },
    );
  });
});
