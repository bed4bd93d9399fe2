// When a letter may leave: on a working day, in the policy's hours, by the customer's own clock.
import {
  addDays,
  type Day,
  dayIn,
  type Instant,
  instantAt,
  isZone,
  type TimeOfDay,
  timeIn,
} from './calendar.ts';
import { dayNumber, dayOf } from './chase/day-number.ts';
import { workCalendar } from './chase/work-calendar.ts';
import type { Policy } from './policy.ts';

/** `country`: the customer's (ISO 3166), whose public holidays are closed; null takes the policy's, or none. */
export function isWorkingDay(on: Day, policy: Policy, country: string | null): boolean {
  return workCalendar(policy.window, country).isOpen(dayNumber(on));
}

/** Whether a letter may go at this very moment. The window's end is no longer in it. */
export function isOpen(now: Instant, zone: string, policy: Policy, country: string | null): boolean {
  const time = timeIn(zone, now);
  const { from, to } = policy.window;
  return time >= from && time < to && isWorkingDay(dayIn(zone, now), policy, country);
}

/** `now` itself while the window is open in `zone`, else the moment it opens next. */
export function nextSendTime(now: Instant, zone: string, policy: Policy, country: string | null): Instant {
  if (!isZone(zone)) throw new RangeError(`"${zone}" is not a time zone`);
  if (isOpen(now, zone, policy, country)) return now;
  const today = dayIn(zone, now);
  const { from } = policy.window;
  const earliest = timeIn(zone, now) < from ? today : addDays(today, 1);
  const on = dayOf(workCalendar(policy.window, country).next(dayNumber(earliest)));
  return instantAt(zone, on, from as TimeOfDay);
}
