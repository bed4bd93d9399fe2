// Instalments add up to the cent, whatever the currency, and fall on days that are open.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/core/calendar.ts';
import { dayNumber } from '../../../src/core/chase/day-number.ts';
import { workCalendar } from '../../../src/core/chase/work-calendar.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import { money } from '../../../src/core/money.ts';
import { splitInstalments } from '../../../src/core/plan/split-instalments.ts';

const EVERY_DAY = { next: (day: number) => day };
const OFFICE = workCalendar(DEFAULT_POLICY.window, 'US');

const days = (
  first: Day,
  count: number,
  cadence: 'weekly' | 'fortnightly' | 'monthly',
  calendar = EVERY_DAY,
) => splitInstalments(money(90_000, 'USD'), count, cadence, first, calendar).map(({ day }) => day);

describe('the days of a plan', () => {
  test('are clamped to the end of a short month, and come back to the 31st', () => {
    expect(days('2027-01-31', 4, 'monthly')).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  test('know leap years', () => {
    expect(days('2028-01-31', 2, 'monthly')).toEqual(['2028-01-31', '2028-02-29']);
  });

  test('are weeks or two weeks apart', () => {
    expect(days('2026-12-01', 3, 'weekly')).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
    expect(days('2026-12-01', 3, 'fortnightly')).toEqual(['2026-12-01', '2026-12-15', '2026-12-29']);
  });

  test('move from a closed day to the next open one, counted from the agreed day', () => {
    // 28 November 2026 is a Saturday; 28 December a Monday; 28 January a Thursday.
    expect(days('2026-11-28', 3, 'monthly', OFFICE)).toEqual(['2026-11-30', '2026-12-28', '2027-01-28']);
    // Christmas Day 2026 is a Friday, and closed in the United States.
    expect(days('2026-12-25', 2, 'weekly', OFFICE)).toEqual(['2026-12-28', '2027-01-04']);
  });

  test('never fall together, however long the office is closed', () => {
    const closed = { next: (day: number) => Math.max(day, dayNumber('2027-02-01')) };
    const found = days('2027-01-04', 4, 'weekly', closed);
    expect(new Set(found).size).toBe(4);
  });
});

describe('the sums of a plan', () => {
  test.each([
    ['USD', 185_000, 3, [61_667, 61_667, 61_666]],
    ['JPY', 100, 3, [34, 33, 33]],
    ['KWD', 1_000, 3, [334, 333, 333]],
  ])('share out %s %i in %i without losing any', (currency, minor, count, shares) => {
    const made = splitInstalments(money(minor, currency), count, 'weekly', '2026-12-01', EVERY_DAY);
    expect(made.map(({ amount }) => amount)).toEqual(shares.map((share) => money(share, currency)));
  });

  test('add up exactly, differ by a cent at most, and their days only go forward', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.integer({ min: 1, max: 36 }),
        fc.constantFrom('weekly', 'fortnightly', 'monthly'),
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (minor, count, cadence, offset, currency) => {
          const first = addDays('2026-01-01', offset);
          const made = splitInstalments(money(minor, currency), count, cadence, first, OFFICE);
          expect(made.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(minor);
          const minors = made.map(({ amount }) => amount.minor);
          expect(Math.max(...minors) - Math.min(...minors)).toBeLessThanOrEqual(1);
          for (const [index, { day }] of made.entries()) {
            expect(OFFICE.isOpen(dayNumber(day))).toBe(true);
            if (index > 0) expect(day > (made[index - 1]?.day ?? day)).toBe(true);
          }
        },
      ),
    );
  });
});
