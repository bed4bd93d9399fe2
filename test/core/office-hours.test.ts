// When a letter may leave, by the customer's clock: zones, summer time, weekends, holidays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayIn, instantFromMillis, millisOf, timeIn, weekday } from '../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import { isOpen, isWorkingDay, nextSendTime } from '../../src/core/office-hours.ts';
import type { Policy } from '../../src/core/policy.ts';

const send = (now: string, zone: string, country: string | null = null, policy: Policy = DEFAULT_POLICY) =>
  nextSendTime(now, zone, policy, country);

describe('the next time to send', () => {
  for (const [name, now, zone, expected] of [
    ['before the window opens', '2026-11-24T13:59:59.000Z', 'America/New_York', '2026-11-24T14:00:00.000Z'],
    ['when it opens', '2026-11-24T14:00:00.000Z', 'America/New_York', '2026-11-24T14:00:00.000Z'],
    ['in it', '2026-11-24T21:59:59.000Z', 'America/New_York', '2026-11-24T21:59:59.000Z'],
    ['when it closes', '2026-11-24T22:00:00.000Z', 'America/New_York', '2026-11-25T14:00:00.000Z'],
    ['on a Friday evening', '2026-11-27T23:00:00.000Z', 'America/New_York', '2026-11-30T14:00:00.000Z'],
    ['on a Sunday', '2026-11-29T15:00:00.000Z', 'America/New_York', '2026-11-30T14:00:00.000Z'],
    [
      'over the night summer time begins',
      '2026-03-06T23:00:00.000Z',
      'America/New_York',
      '2026-03-09T13:00:00.000Z',
    ],
    [
      'over the night summer time ends',
      '2026-10-30T22:00:00.000Z',
      'America/New_York',
      '2026-11-02T14:00:00.000Z',
    ],
    [
      'on Sunday noon UTC, already Monday in Auckland (UTC+13)',
      '2026-11-22T20:00:00.000Z',
      'Pacific/Auckland',
      '2026-11-22T20:00:00.000Z',
    ],
    [
      'on Friday morning UTC, already evening in Auckland',
      '2026-11-27T08:00:00.000Z',
      'Pacific/Auckland',
      '2026-11-29T20:00:00.000Z',
    ],
    [
      'on Saturday night UTC, still Saturday on Midway (UTC-11)',
      '2026-11-29T03:00:00.000Z',
      'Pacific/Midway',
      '2026-11-30T20:00:00.000Z',
    ],
    [
      'on Saturday 02:00 UTC, still Friday on Midway',
      '2026-11-28T02:00:00.000Z',
      'Pacific/Midway',
      '2026-11-28T02:00:00.000Z',
    ],
    ['at a zone of half hours', '2026-11-24T01:00:00.000Z', 'Asia/Kolkata', '2026-11-24T03:30:00.000Z'],
  ] as const) {
    test(name, () => expect(send(now, zone)).toBe(expected));
  }

  test('passes over public holidays and own days off', () => {
    const thanksgiving = '2026-11-26T15:00:00.000Z';
    expect(send(thanksgiving, 'America/New_York', 'US')).toBe('2026-11-27T14:00:00.000Z');
    expect(send(thanksgiving, 'America/New_York', 'GB')).toBe(thanksgiving);
    const off = { ...DEFAULT_POLICY, window: { ...DEFAULT_POLICY.window, daysOff: ['2026-11-27'] } };
    expect(send(thanksgiving, 'America/New_York', 'US', off)).toBe('2026-11-30T14:00:00.000Z');
  });

  test('is always open, never before now, and never later than it need be, in any zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Pacific/Auckland',
      'Pacific/Midway',
      'America/New_York',
      'Europe/Berlin',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
    );
    const moments = fc.integer({
      min: millisOf('2025-01-01T00:00:00.000Z'),
      max: millisOf('2028-01-01T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(zones, moments, fc.constantFrom(null, 'US', 'DE', 'NZ'), (zone, millis, country) => {
        const now = instantFromMillis(millis);
        const at = send(now, zone, country);
        expect(at >= now).toBe(true);
        expect(isOpen(at, zone, DEFAULT_POLICY, country)).toBe(true);
        expect(weekday(dayIn(zone, at))).toBeLessThan(6);
        if (at !== now) {
          expect(isOpen(now, zone, DEFAULT_POLICY, country)).toBe(false);
          expect(timeIn(zone, at)).toBe('09:00');
          expect(isOpen(instantFromMillis(millisOf(at) - 1), zone, DEFAULT_POLICY, country)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('refuses a zone that does not exist', () => {
    expect(() => send('2026-11-24T14:00:00.000Z', 'Mars/Olympus')).toThrow('not a time zone');
  });
});

describe('working days', () => {
  for (const [day, country, expected] of [
    ['2026-12-25', 'US', false],
    ['2026-12-25', null, true],
    ['2026-08-31', 'GB', false], // the summer bank holiday, which only the English list has
    ['2026-05-25', 'DE', false], // Whit Monday
    ['2026-05-25', 'us', false], // Memorial Day; the code in any case
    ['2026-12-25', 'XX', true], // a country that no table knows
    ['2027-12-31', 'US', false], // New Year's Day 2028 is a Saturday
    ['2026-11-28', null, false],
  ] as const) {
    test(`${day} in ${country ?? 'no country'} is ${expected ? 'one' : 'none'}`, () => {
      expect(isWorkingDay(day, DEFAULT_POLICY, country)).toBe(expected);
    });
  }

  test("where the customer's country is not known, the policy's counts", () => {
    const policy = { ...DEFAULT_POLICY, window: { ...DEFAULT_POLICY.window, holidayCountry: 'US' } };
    expect(isWorkingDay('2026-11-26', policy, null)).toBe(false);
    expect(isWorkingDay('2026-11-26', policy, 'DE')).toBe(true);
  });
});
