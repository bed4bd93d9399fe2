// Days and instants: months' ends, leap years, summer time, zones at the ends of the world.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addSeconds,
  addWorkingDays,
  type Day,
  day,
  dayFromParts,
  dayIn,
  daysBetween,
  endOfMonth,
  formatDay,
  formatDayLong,
  hoursBetween,
  instantAt,
  instantFromMillis,
  isDay,
  isWeekday,
  isZone,
  millisOf,
  nextWorkingDay,
  timeIn,
  weekday,
} from '../../src/core/calendar.ts';
import { dayNumber, dayOf, dayReader, weekdayOf } from '../../src/core/chase/day-number.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1990-01-01', days));
const anyInstant = fc
  .integer({ min: millisOf('2000-01-01T00:00:00.000Z'), max: millisOf('2040-01-01T00:00:00.000Z') })
  .map(instantFromMillis);
const anyZone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Europe/London',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Midway',
  'Pacific/Apia', // skipped 30 December 2011
  'Asia/Kathmandu',
  'Australia/Lord_Howe', // half an hour of summer time
  'America/Sao_Paulo', // its summer time began at midnight
);

describe('days', () => {
  for (const [text, good] of [
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-31', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['26-01-01', false],
    ['2026-01-01T00:00', false],
    ['', false],
  ] as const) {
    test(`"${text}" is ${good ? 'one' : 'none'}`, () => {
      expect(isDay(text)).toBe(good);
      if (!good) expect(() => day(text)).toThrow('is not a day');
    });
  }

  test('from parts', () => {
    expect(dayFromParts(2026, 2, 31)).toBeNull();
    expect(dayFromParts(2026, 12, 1)).toBe('2026-12-01');
  });

  test('added and taken off meet again, and count the same', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const to = addDays(from, days);
        expect(addDays(to, -days)).toBe(from);
        expect(daysBetween(from, to)).toBe(days);
        expect(from < to).toBe(days > 0);
      }),
    );
  });

  test('a day is a day where the clocks change', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
  });

  test('months end where they end', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(endOfMonth('2024-02-03')).toBe('2024-02-29');
    expect(endOfMonth('2026-12-31')).toBe('2026-12-31');
  });

  test('the week', () => {
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('2026-11-29')).toBe(7);
    expect([isWeekday('2026-11-27'), isWeekday('2026-11-28')]).toEqual([true, false]);
  });
});

describe('working days', () => {
  test('Friday and two more is Tuesday', () => {
    expect(addWorkingDays('2026-11-27', 2, isWeekday)).toBe('2026-12-01');
    expect(addWorkingDays('2026-11-28', 1, isWeekday)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-28', 0, isWeekday)).toBe('2026-11-28');
  });

  test('the next one may be the day itself', () => {
    expect(nextWorkingDay('2026-11-27', isWeekday)).toBe('2026-11-27');
    expect(nextWorkingDay('2026-11-28', isWeekday)).toBe('2026-11-30');
    expect(nextWorkingDay('2026-11-28', () => false)).toBe('2026-11-28');
  });
});

describe('instants and zones', () => {
  for (const [zone, instant, on, time] of [
    ['America/New_York', '2026-11-24T04:59:00.000Z', '2026-11-23', '23:59'],
    ['America/New_York', '2026-11-24T05:00:00.000Z', '2026-11-24', '00:00'],
    ['Pacific/Auckland', '2026-11-23T11:00:00.000Z', '2026-11-24', '00:00'],
    ['Pacific/Midway', '2026-11-24T10:59:00.000Z', '2026-11-23', '23:59'],
    ['Pacific/Kiritimati', '2026-11-24T10:00:00.000Z', '2026-11-25', '00:00'],
  ] as const) {
    test(`${instant} is ${on} ${time} in ${zone}`, () => {
      expect(dayIn(zone, instant)).toBe(on);
      expect(timeIn(zone, instant)).toBe(time);
      expect(instantAt(zone, on, time)).toBe(instant);
    });
  }

  test('a time that summer time skips becomes the next real one; one that comes twice is one of the two', () => {
    expect(instantAt('America/New_York', '2026-03-08', '02:30')).toBe('2026-03-08T07:30:00.000Z');
    expect(timeIn('America/New_York', instantAt('America/New_York', '2026-11-01', '01:30'))).toBe('01:30');
  });

  test('seconds and hours', () => {
    expect(addSeconds('2026-11-24T23:59:45.000Z', 30)).toBe('2026-11-25T00:00:15.000Z');
    expect(hoursBetween('2026-11-24T00:00:00.000Z', '2026-11-24T01:30:00.000Z')).toBe(1.5);
  });

  test('zones that are none', () => {
    expect([isZone('Europe/Paris'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, false, false]);
  });
});

describe('for people', () => {
  test('short, with the year where it is another', () => {
    expect(formatDay('2026-12-01', 'en-GB')).toBe('Tue 1 Dec');
    expect(formatDay('2027-01-04', 'en-GB', '2026-11-24')).toBe('Mon 4 Jan 2027');
    expect(formatDay('2026-12-01', 'en-US', '2026-11-24')).toBe('Tue Dec 1');
  });

  test('long, in the language of the reader', () => {
    expect(formatDayLong('2026-12-01', 'de-DE')).toBe('1. Dezember 2026');
    expect(formatDayLong('2026-12-01', 'fr-FR')).toBe('1 décembre 2026');
  });
});

describe("the engine's whole-number days", () => {
  test('agree with the calendar', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(dayOf(dayNumber(a))).toBe(a);
        expect(dayNumber(b) - dayNumber(a)).toBe(daysBetween(a, b));
        expect(weekdayOf(dayNumber(a))).toBe(weekday(a));
      }),
      { numRuns: 500 },
    );
  });

  test('agree with every zone at every moment', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        expect(dayOf(dayReader(zone)(instant))).toBe(dayIn(zone, instant));
      }),
      { numRuns: 2000 },
    );
  });

  test('agree around the hours in which clocks change', () => {
    for (const [zone, from] of [
      ['America/New_York', '2026-03-08T00:00:00.000Z'],
      ['America/New_York', '2026-11-01T00:00:00.000Z'],
      ['Australia/Lord_Howe', '2026-04-04T00:00:00.000Z'],
      ['Pacific/Apia', '2011-12-29T00:00:00.000Z'],
      ['America/Sao_Paulo', '2018-11-03T00:00:00.000Z'],
    ] as const) {
      for (let minutes = 0; minutes < 3 * 1440; minutes += 15) {
        const instant = instantFromMillis(millisOf(from) + minutes * 60_000);
        expect(`${instant} ${dayOf(dayReader(zone)(instant))}`).toBe(
          `${instant} ${dayIn(zone, instant) as Day}`,
        );
      }
    }
  });
});
