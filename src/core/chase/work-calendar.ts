// Which days somebody may be written to or called, and how working days are counted.
import type { Day } from '../calendar.ts';
import { isPublicHoliday } from '../holidays.ts';
import type { Policy } from '../policy.ts';
import { dayOf, weekdayOf } from './day-number.ts';

/** Days are day numbers. */
export type WorkCalendar = {
  isOpen(day: number): boolean;
  /** The first open day from `day` on, `day` included; `day` itself where a whole year is closed. */
  next(day: number): number;
  /** `count` working days after `from`, `from` not counted: Friday + 2 is Tuesday. */
  add(from: number, count: number): number;
};

const LONGEST_CLOSURE_DAYS = 366;

/** Which days are open takes a moment to find out, so a window's answers are kept as long as the window itself. */
const calendars = new WeakMap<Policy['window'], Map<string, WorkCalendar>>();

/** `country`: the customer's; null takes the policy's. ISO 3166-1 alpha-2. */
export function workCalendar(window: Policy['window'], country: string | null): WorkCalendar {
  const known = calendars.get(window) ?? new Map<string, WorkCalendar>();
  calendars.set(window, known);
  const made = known.get(country ?? '') ?? makeCalendar(window, country);
  known.set(country ?? '', made);
  return made;
}

function makeCalendar(window: Policy['window'], country: string | null): WorkCalendar {
  const holidayCountry = country ?? window.holidayCountry;
  const daysOff = new Set(window.daysOff);
  const weekdays = new Set(window.weekdays);
  const known = new Map<number, boolean>();

  const decide = (day: number): boolean => {
    if (!weekdays.has(weekdayOf(day))) return false;
    const date: Day = dayOf(day);
    return !daysOff.has(date) && !(holidayCountry !== null && isPublicHoliday(date, holidayCountry));
  };
  const isOpen = (day: number): boolean => {
    let open = known.get(day);
    if (open === undefined) {
      open = decide(day);
      known.set(day, open);
    }
    return open;
  };
  const next = (day: number): number => {
    for (let candidate = day; candidate < day + LONGEST_CLOSURE_DAYS; candidate += 1) {
      if (isOpen(candidate)) return candidate;
    }
    return day;
  };
  const add = (from: number, count: number): number => {
    let at = from;
    for (let left = count; left > 0; left -= 1) at = next(at + 1);
    return at;
  };
  return { isOpen, next, add };
}
