// Cuts a sum into instalments that add up to it exactly, each on a day that is open.
import { addDays, addMonths, type Day } from '../calendar.ts';
import { dayNumber, dayOf } from '../chase/day-number.ts';
import type { WorkCalendar } from '../chase/work-calendar.ts';
import { type Money, split } from '../money.ts';
import type { Cadence } from '../outcome.ts';
import type { Instalment } from './plan.ts';

/**
 * Days are counted from `first` itself, so that the 31st of January is followed by the 28th of February and the 31st
 * of March. A closed day becomes the next open one, and no two instalments fall on one day.
 * @throws RangeError when `count` is not a positive whole number.
 */
export function splitInstalments(
  total: Money,
  count: number,
  cadence: Cadence,
  first: Day,
  calendar: Pick<WorkCalendar, 'next'>,
): Instalment[] {
  let last = Number.NEGATIVE_INFINITY;
  return split(total, count).map((amount, index) => {
    const day = calendar.next(Math.max(dayNumber(nominalDay(first, cadence, index)), last + 1));
    last = day;
    return { day: dayOf(day), amount };
  });
}

function nominalDay(first: Day, cadence: Cadence, index: number): Day {
  if (cadence === 'monthly') return addMonths(first, index);
  return addDays(first, index * (cadence === 'weekly' ? 7 : 14));
}
