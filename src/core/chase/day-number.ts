// Days as whole numbers since 1970-01-01, so that the engine compares and adds them a million times without luxon.
import { type Day, dayIn, type Instant, timeIn } from '../calendar.ts';

/** Days since 1970-01-01; negative before. The arithmetic is Howard Hinnant's days_from_civil. */
export function dayNumber(day: Day): number {
  const year = digits(day, 0) * 100 + digits(day, 2);
  const month = digits(day, 5);
  const date = digits(day, 8);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Two digits of a text, read without making a new one. */
function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528; // 528 is eleven times the code of "0"
}

/** The inverse of dayNumber. */
export function dayOf(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
}

/** 1 is Monday, 7 is Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

const MINUTES_A_DAY = 1440;
const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Answers which day a clock in one zone shows at an instant. */
export type DayReader = (instant: Instant) => number;

const readers = new Map<string, DayReader>();

/** One reader a zone is kept: it remembers the zone's offsets, which are slow to ask for. */
export function dayReader(zone: string): DayReader {
  const known = readers.get(zone);
  if (known) return known;
  const offsets = new Map<number, number | null>();
  const reader: DayReader = (instant) => {
    if (!UTC_INSTANT.test(instant)) return dayNumber(dayIn(zone, instant));
    const utcDay = dayNumber(instant as Day); // it begins with its day
    let offset = offsets.get(utcDay);
    if (offset === undefined) {
      offset = steadyOffset(zone, utcDay);
      offsets.set(utcDay, offset);
    }
    // The clocks change within this day: the calendar decides.
    if (offset === null) return dayNumber(dayIn(zone, instant));
    const minutes = digits(instant, 11) * 60 + digits(instant, 14) + offset;
    return utcDay + Math.floor(minutes / MINUTES_A_DAY);
  };
  readers.set(zone, reader);
  return reader;
}

/** Minutes the zone is ahead of UTC through a whole UTC day; null where that changes within it. */
function steadyOffset(zone: string, utcDay: number): number | null {
  const before = offsetAt(zone, utcDay);
  return before === offsetAt(zone, utcDay + 1) ? before : null;
}

function offsetAt(zone: string, utcDay: number): number {
  const midnight = `${dayOf(utcDay)}T00:00:00.000Z`;
  const time = timeIn(zone, midnight);
  const minutes = digits(time, 0) * 60 + digits(time, 3);
  return (dayNumber(dayIn(zone, midnight)) - utcDay) * MINUTES_A_DAY + minutes;
}
