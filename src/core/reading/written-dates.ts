// Dates written with figures: 2026-12-11, 30.11., 11/30, 4 Dec, December 10, the 15th. What no calendar has is said.
import { addDays, addMonths, type Day, dayFromParts, daysBetween } from '../calendar.ts';
import { MONTH_WORDS, MONTHS } from './calendar-words.ts';
import { type MarkedText, words } from './marks.ts';
import { type SpokenDate, spoken } from './spoken.ts';

/** A day and month without a year lie within half a year on either side; beyond it the other year is meant. */
const NEAR_DAYS = 183;
const PREPOSITION =
  '(?<=(?:on|by|for|am|bis|zum|vom|seit|until|before|le|el|al|date|run)[ :]+(?:the |zum |le |el )?)';

export function markWrittenDates(marked: MarkedText, today: Day, locale: string): void {
  const monthFirst = locale === 'en-US' || locale === 'en';
  marked.replace('d', words('(\\d{4})-(\\d{2})-(\\d{2})', 'giu'), (match) => {
    return dated(today, numberIn(match, 3), numberIn(match, 2), numberIn(match, 1), match[0]);
  });
  const dotted = '(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2})(?![\\d.,]))?';
  marked.replace(
    'd',
    new RegExp(`${/^en/.test(locale) ? PREPOSITION : '(?<![\\d.,])'}${dotted}(?!\\d)`, 'giu'),
    (match) => {
      if (numberIn(match, 2) > 12 || numberIn(match, 1) > 31) return null;
      return dated(today, numberIn(match, 1), numberIn(match, 2), yearIn(match[3]), match[0]);
    },
  );
  marked.replace(
    'd',
    /(?<![\p{L}\p{N}./⟨-])(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\p{L}\p{N}/]|-\d)/giu,
    (match) => {
      if (match[2] === '-' && !match[4]) return null;
      const [a, b] = [numberIn(match, 1), numberIn(match, 3)];
      if ((a > 12 && b > 12) || a > 31 || b > 31 || a === 0 || b === 0) return null;
      const isMonthFirst = a > 12 ? false : b > 12 ? true : monthFirst;
      return dated(today, isMonthFirst ? b : a, isMonthFirst ? a : b, yearIn(match[4]), match[0]);
    },
  );
  const year = '(?:,? (?:de |of )?(\\d{4})(?!\\d))?';
  marked.replace(
    'd',
    words(`(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)? ?(?:of |de |d')?(${MONTH_WORDS})\\.?${year}`, 'giu'),
    (match) => dated(today, numberIn(match, 1), monthIn(match[2]), yearIn(match[3]), match[0]),
  );
  marked.replace(
    'd',
    words(
      `(${MONTH_WORDS})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,]\\d|\\s?(?:am|pm))${year}`,
      'giu',
    ),
    (match) => dated(today, numberIn(match, 2), monthIn(match[1]), yearIn(match[3]), match[0]),
  );
  marked.replace(
    'd',
    words('(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! week)(?: of (?:the|this) month)?', 'giu'),
    (match) => dayOfMonth(today, numberIn(match, 1), match[0]),
  );
  marked.replace(
    'd',
    words('(?:am |zum |bis |el (?:día )?|le )(\\d{1,2})\\.?(?= |$|,)(?!\\s?(?:€|eur|%|uhr|h\\b))', 'giu'),
    (match) => dayOfMonth(today, numberIn(match, 1), match[0]),
  );
}

/** A day of the month, coming and gone: "the 15th". */
function dayOfMonth(today: Day, wanted: number, written: string): SpokenDate {
  if (wanted < 1 || wanted > 31) return spoken({ impossible: `There is no ${written.trim()} in any month.` });
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const at = (months: number) => {
    const first = addMonths(dayFromParts(year, month, 1) ?? today, months);
    return dayFromParts(Number(first.slice(0, 4)), Number(first.slice(5, 7)), wanted);
  };
  const forward = [0, 1, 2].map(at).find((day) => day !== null && day >= today);
  const back = [0, -1, -2].map(at).find((day) => day !== null && day <= today);
  return spoken({ forward: forward ? [forward] : [], back: back ?? null });
}

/** @param year null where none was said. */
function dated(
  today: Day,
  dayOfMonthSaid: number,
  month: number,
  year: number | null,
  written: string,
): SpokenDate {
  const thisYear = Number(today.slice(0, 4));
  if (year !== null) {
    const day = dayFromParts(year, month, dayOfMonthSaid);
    if (!day) return spoken({ impossible: `${written.trim()} does not exist.` });
    if (Math.abs(year - thisYear) > 2) return spoken({ impossible: `${written.trim()} is too far away.` });
    return day >= today
      ? spoken({ forward: [day], back: day === today ? day : null })
      : spoken({ back: day });
  }
  const years = [thisYear - 1, thisYear, thisYear + 1];
  const days = years.flatMap((each) => dayFromParts(each, month, dayOfMonthSaid) ?? []);
  // 29 February waits for its leap year: without a year said, one that is not near does not exist.
  const forward = days.find((day) => day >= today);
  const back = days.findLast((day) => day <= today);
  const isNear = forward !== undefined && daysBetween(today, forward) <= NEAR_DAYS;
  if (!forward && !back) return spoken({ impossible: `${written.trim()} does not exist.` });
  return spoken({ forward: isNear ? [forward] : [], back: back ?? addDays(today, -NEAR_DAYS) });
}

function numberIn(match: RegExpExecArray, group: number): number {
  return Number(match[group]);
}

function yearIn(text: string | undefined): number | null {
  if (!text) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthIn(text: string | undefined): number {
  return MONTHS.get((text ?? '').toLowerCase()) ?? 0;
}
