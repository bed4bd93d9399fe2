// Days and instants: the one file that does date arithmetic. `today` and `now` are always given, never read.
import { DateTime, IANAZone, Info } from 'luxon';

/** A calendar day with no zone: 'YYYY-MM-DD'. Two days compare with < and >. */
export type Day = `${number}-${number}-${number}`;

/** A moment, ISO 8601 in UTC with milliseconds: '2026-11-24T08:30:00.000Z'. Two instants compare with < and >. */
export type Instant = string;

/** A time of day, 24 hours: 'HH:mm'. */
export type TimeOfDay = `${number}:${number}`;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): text is Day {
  return DAY_PATTERN.test(text) && utc(text as Day).isValid;
}

/** @throws RangeError when the text is not a day that exists. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a day like 2026-11-24`);
  return text;
}

/** Null where the parts name no day, as 31 February. `month` counts from 1. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | null {
  const made = DateTime.utc(year, month, dayOfMonth);
  return made.isValid ? (made.toISODate() as Day) : null;
}

export function addDays(from: Day, days: number): Day {
  return utc(from).plus({ days }).toISODate() as Day;
}

/** Months later; the 31st becomes the last day of a shorter month. */
export function addMonths(from: Day, months: number): Day {
  return utc(from).plus({ months }).toISODate() as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(utc(to).diff(utc(from), 'days').days);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(of: Day): number {
  return utc(of).weekday;
}

export function endOfMonth(of: Day): Day {
  return utc(of).endOf('month').toISODate() as Day;
}

/** The first day from `from` on, `from` included, that `isWorking` accepts; gives up after a year of closed days. */
export function nextWorkingDay(from: Day, isWorking: (candidate: Day) => boolean): Day {
  let candidate = from;
  for (let tries = 0; tries < 366; tries += 1) {
    if (isWorking(candidate)) return candidate;
    candidate = addDays(candidate, 1);
  }
  return from;
}

/** `count` working days after `from`, `from` not counted: Friday + 2 working days is Tuesday. */
export function addWorkingDays(from: Day, count: number, isWorking: (candidate: Day) => boolean): Day {
  let at = from;
  for (let left = count; left > 0; left -= 1) at = nextWorkingDay(addDays(at, 1), isWorking);
  return at;
}

export function isWeekday(of: Day): boolean {
  return weekday(of) <= 5;
}

export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** The calendar day that a clock in `zone` shows at `instant`. */
export function dayIn(zone: string, instant: Instant): Day {
  return DateTime.fromISO(instant, { zone }).toISODate() as Day;
}

/** The time that a clock in `zone` shows at `instant`: 'HH:mm'. */
export function timeIn(zone: string, instant: Instant): TimeOfDay {
  return DateTime.fromISO(instant, { zone }).toFormat('HH:mm') as TimeOfDay;
}

/** The moment when clocks in `zone` show `time` on `day`; a time that summer time skips becomes the next real one. */
export function instantAt(zone: string, on: Day, time: TimeOfDay): Instant {
  return toInstant(DateTime.fromISO(`${on}T${time}`, { zone }));
}

export function addSeconds(from: Instant, seconds: number): Instant {
  return toInstant(DateTime.fromISO(from).plus({ seconds }));
}

export function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** Hours from one moment to another, with fractions. */
export function hoursBetween(from: Instant, to: Instant): number {
  return DateTime.fromISO(to).diff(DateTime.fromISO(from), 'hours').hours;
}

export function instantFromMillis(millis: number): Instant {
  return toInstant(DateTime.fromMillis(millis));
}

export function millisOf(instant: Instant): number {
  return DateTime.fromISO(instant).toMillis();
}

/** For people: "Tue 1 Dec", with the year where it is not that of `today`. */
export function formatDay(of: Day, locale = 'en-GB', today?: Day): string {
  const withYear = today !== undefined && today.slice(0, 4) !== of.slice(0, 4);
  const format = dayFormatter(locale, withYear ? 'short with year' : 'short');
  return format.format(utc(of).toMillis()).replace(',', '');
}

/** The short names that `formatDay` writes, for finding days in its words. */
export function dayWords(locale: string): { readonly weekdays: string[]; readonly months: string[] } {
  const bare = (names: readonly string[]) => names.map((name) => name.replace(/\.$/, ''));
  return {
    weekdays: bare(Info.weekdaysFormat('short', { locale })),
    months: bare(Info.monthsFormat('short', { locale })),
  };
}

/** For letters: "1 December 2026", in the reader's language. */
export function formatDayLong(of: Day, locale = 'en-US'): string {
  return dayFormatter(locale, 'long').format(utc(of).toMillis());
}

const dayFormatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and a digest needs thousands: one a locale and style is kept. */
function dayFormatter(locale: string, style: 'short' | 'short with year' | 'long'): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  const known = dayFormatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    ...(style === 'long' ? {} : { weekday: 'short' }),
    ...(style === 'short' ? {} : { year: 'numeric' }),
  });
  dayFormatters.set(key, made);
  return made;
}

function utc(of: Day): DateTime {
  return DateTime.fromISO(of, { zone: 'utc' });
}

function toInstant(moment: DateTime): Instant {
  const iso = moment.toUTC().toISO();
  if (iso === null) throw new RangeError('not a moment in time');
  return iso;
}
