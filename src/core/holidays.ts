// Which days are public holidays in a country, by the date-holidays tables.
import Holidays from 'date-holidays';
import { addDays, type Day } from './calendar.ts';

/** Where a country's own list lacks what most of its people have off: England's summer bank holiday, for one. */
const REGION_OF_MOST: Readonly<Record<string, string>> = { GB: 'ENG' };

const tables = new Map<string, Holidays>();
const years = new Map<string, ReadonlySet<Day>>();

/** The public holidays of a country in a year; none for a country that the tables do not know. ISO 3166-1 alpha-2. */
export function publicHolidays(country: string, year: number): ReadonlySet<Day> {
  const code = country.toUpperCase();
  const key = `${code} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const days = new Set<Day>();
  for (const holiday of tableOf(code).getHolidays(year)) {
    if (holiday.type !== 'public') continue;
    const first = holiday.date.slice(0, 10) as Day;
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
    for (let offset = 0; offset < length; offset += 1) days.add(addDays(first, offset));
  }
  years.set(key, days);
  return days;
}

export function isPublicHoliday(on: Day, country: string): boolean {
  return publicHolidays(country, Number(on.slice(0, 4))).has(on);
}

function tableOf(code: string): Holidays {
  const known = tables.get(code);
  if (known) return known;
  const region = REGION_OF_MOST[code];
  const made = region ? new Holidays(code, region) : new Holidays(code);
  tables.set(code, made);
  return made;
}
