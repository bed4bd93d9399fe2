// Days told by a period: end of month, early next week, in two weeks, within 10 days, by January, before Christmas.
import {
  addDays,
  addMonths,
  addWorkingDays,
  type Day,
  dayFromParts,
  endOfMonth,
  isWeekday,
  weekday,
} from '../calendar.ts';
import { MONTH_WORDS, MONTHS, WEEKDAY_WORDS } from './calendar-words.ts';
import { type MarkedText, words } from './marks.ts';
import { COUNT_WORDS, readCount } from './number-words.ts';
import { type SpokenDate, spoken } from './spoken.ts';

/** Nobody promises further ahead; a greater count is a slip or no date at all. */
const MAX_COUNT = 366;

export function markPeriods(marked: MarkedText, today: Day): void {
  const mark = (pattern: string, make: (match: RegExpExecArray) => SpokenDate | null) =>
    marked.replace('d', words(pattern, 'giu'), make);
  markEnds(mark, today);
  markCounts(mark, today);
  markHolidays(mark, today);
  markMonths(mark, today);
}

type MarkPeriod = (pattern: string, make: (match: RegExpExecArray) => SpokenDate | null) => void;

function markEnds(mark: MarkPeriod, today: Day): void {
  const endOf =
    '(?:the )?end of(?: the)?|end|fin(?:es|ales)? de(?:l)?|fin du|fin de|(?:à )?la fin (?:du|de)|ende(?: des| der)?';
  // "By COB Thursday" is Thursday; today only where no day is named beside it.
  const named = `${WEEKDAY_WORDS}|tomorrow|yesterday|⟨d\\d+⟩`;
  mark(
    `(?<!(?:${named}),? (?:at |by )?)(?:eod|cob|eob|close of (?:business|play)|(?:the )?end of (?:the )?(?:business )?day|end of business|heute noch)(?: today)?(?!,? (?:on |this |next )*(?:${named})(?!\\p{L}))`,
    () => on(today),
  );
  mark(
    `eonm|(?:${endOf}) (?:of )?(?:next month|mes que viene|próximo mes|mois prochain|nächsten monats?)`,
    () => on(endOfMonth(addMonths(firstOfMonth(today), 1))),
  );
  mark(
    `eom|month[- ]end|monatsende|(?:zum )?monatsschluss|(?:${endOf}) (?:the |this )?(?:month|mes|mois|monats?)`,
    () => on(endOfMonth(today)),
  );
  mark(`(?:${endOf}) (?:next week|semana que viene|semaine prochaine|nächster woche)`, () =>
    on(friday(today, 1)),
  );
  mark(`eow|(?:${endOf}) (?:the |this |la )?(?:week|semana|semaine|woche)`, () => on(friday(today, 0)));
  mark(`eoy|year[- ]end|jahresende|(?:${endOf}) (?:the |this )?(?:year|año|l'année|jahres?)`, () =>
    on(dayFromParts(yearOf(today), 12, 31)),
  );
  mark(`(?:${endOf}) (?:of )?(${MONTH_WORDS})`, (match) => {
    const first = monthNamed(today, match[1]);
    return first ? on(endOfMonth(first)) : null;
  });
  mark(`(?:early|beginning of|start of|anfang) (?:next week|nächster woche)`, () =>
    period(monday(today, 1), addDays(monday(today, 1), 2)),
  );
  mark(`mid(?:dle of)?[- ](?:next week|nächster woche)|mitte nächster woche`, () =>
    period(addDays(monday(today, 1), 2), addDays(monday(today, 1), 2)),
  );
  mark(`(?:late|later|towards the end of|end of) (?:next week)`, () =>
    period(addDays(monday(today, 1), 3), friday(today, 1)),
  );
  mark(
    `(?:early|beginning of|start of|anfang|début|principios de|inicios de) (?:in )?(${MONTH_WORDS}|next month)`,
    (match) => inMonth(today, match[1], 1, 7),
  );
  mark(`(?:mid|middle of|mitte|mi|mediados de)[- ](${MONTH_WORDS}|next month|month)`, (match) =>
    inMonth(today, match[1], 15, 15),
  );
  mark(`late (?:in )?(${MONTH_WORDS}|next month)`, (match) => inMonth(today, match[1], 21, 31));
}

function markCounts(mark: MarkPeriod, today: Day): void {
  const count = `(\\d{1,3}|${COUNT_WORDS}|a couple of|couple of)`;
  const ahead = '(?:in|within|en|dans|dentro de|innerhalb von|binnen|sous)';
  const read = (text: string | undefined) => (/couple/i.test(text ?? '') ? 2 : readCount(text ?? ''));
  const at = (match: RegExpExecArray, make: (n: number) => Day, isLoose = false): SpokenDate | null => {
    const n = read(match[1]);
    if (n === null || n < 1 || n > MAX_COUNT) return null;
    return { ...on(make(n)), isLoose: isLoose || /couple/i.test(match[1] ?? '') };
  };
  const business =
    '(?:business|working|work) days|werktagen?|arbeitstagen?|días (?:hábiles|laborables)|jours ouvr(?:és|ables)';
  mark(`${ahead} (?:the next )?${count} (?:${business})|${count} (?:business|working) days`, (match) =>
    at(Object.assign([...match], { 1: match[1] ?? match[2] }) as unknown as RegExpExecArray, (n) =>
      addWorkingDays(today, n, isWeekday),
    ),
  );
  mark(`(\\d{1,2}|${COUNT_WORDS}) ?(?:-|to|or) ?(\\d{1,2}|${COUNT_WORDS}) (days|weeks)(?! ago)`, (match) => {
    const n = readCount(match[2] ?? '');
    return n ? { ...on(addDays(today, /week/i.test(match[3] ?? '') ? n * 7 : n)), isLoose: true } : null;
  });
  mark('(?:(?:in|within) )?(?:a|one) (day|week) or (two|so)', (match) => {
    const days = (/week/i.test(match[1] ?? '') ? 7 : 1) * (/two/i.test(match[2] ?? '') ? 2 : 1);
    return { ...on(addDays(today, days)), isLoose: true };
  });
  mark(`${ahead} (?:the next )?${count} (?:days?|días?|jours?|tag(?:en?)?)`, (match) =>
    at(match, (n) => addDays(today, n)),
  );
  mark(`${ahead} (?:the next )?${count} (?:weeks?|wks?|semanas?|semaines?|wochen?)`, (match) =>
    at(match, (n) => addDays(today, n * 7)),
  );
  mark(`${ahead} (?:the next )?${count} (?:months?|mes(?:es)?|mois|monat(?:en?)?)`, (match) =>
    at(match, (n) => addMonths(today, n)),
  );
  mark(`${ahead} (?:the next )?${count} hours`, (match) =>
    at(match, (n) => addDays(today, Math.ceil(n / 24))),
  );
  // "Two more weeks": from today on, as far as the words say.
  mark(`${count} (?:more|extra|additional) (days|weeks)`, (match) =>
    at(match, (n) => addDays(today, /week/i.test(match[2] ?? '') ? n * 7 : n), true),
  );
  mark('(?:another|an extra|an additional) (day|week)', (match) => ({
    ...on(addDays(today, /week/i.test(match[1] ?? '') ? 7 : 1)),
    isLoose: true,
  }));
  mark(`(?:another|an extra|an additional) ${count} (days|weeks)`, (match) =>
    at(match, (n) => addDays(today, /week/i.test(match[2] ?? '') ? n * 7 : n), true),
  );
  mark('(?:in )?(?:a|two) fortnights?|in a fortnight', () => on(addDays(today, 14)));
  mark(`${count} (days?|weeks?|months?) from (?:now|today)`, (match) =>
    at(match, (n) =>
      /day/i.test(match[2] ?? '')
        ? addDays(today, n)
        : /week/i.test(match[2] ?? '')
          ? addDays(today, 7 * n)
          : addMonths(today, n),
    ),
  );
  const ago = (pattern: string, make: (n: number) => Day) =>
    mark(pattern, (match) => {
      const n = read(match[1]);
      return n !== null && n <= MAX_COUNT ? spoken({ back: make(n) }) : null;
    });
  ago(`${count} (?:days?|tage?n?) ago|vor ${count.replace('(', '(?:')} tagen`, (n) => addDays(today, -n));
  ago(`${count} (?:weeks?|wks?) ago`, (n) => addDays(today, -7 * n));
  ago(`${count} months? ago`, (n) => addMonths(today, -n));
  ago(`(?:hace|il y a|vor) ${count} (?:días?|jours?|tag(?:en?)?)`, (n) => addDays(today, -n));
  ago(`(?:hace|il y a|vor) (?:${'una|une|einer'}|${count.slice(1, -1)}) (?:semanas?|semaines?|wochen?)`, () =>
    addDays(today, -7),
  );
}

function markHolidays(mark: MarkPeriod, today: Day): void {
  const coming = (month: number, dayOfMonth: number) => {
    const years = [yearOf(today), yearOf(today) + 1];
    return (
      years
        .map((year) => dayFromParts(year, month, dayOfMonth))
        .find((day) => day !== null && day >= today) ?? null
    );
  };
  const before = '(?:before|by|vor|avant|antes de)(?: the)?';
  mark(`${before} (?:christmas|xmas|weihnachten|noël|navidad(?:es)?|(?:the )?holidays)`, () =>
    on(coming(12, 24)),
  );
  mark(
    "after (?:christmas|xmas|the holidays|new year(?:s|'s)?)|nach weihnachten|après noël|después de navidad",
    () => spoken({ first: coming(12, 28), isVague: true }),
  );
  mark(
    "(?:in |early in )?the new year(?!')|next year|im neuen jahr|nächstes jahr|l'an(?:née)? prochaine?|el (?:año que viene|próximo año)",
    () => spoken({ isVague: true }),
  );
  mark(`(?:${before} )?(?:new year(?:s|'s)?(?: eve)?|silvester)`, () => on(coming(12, 31)));
  mark('(?:by |before )?thanksgiving', () => on(thanksgiving(today)));
  mark(`(?:before|vor|avant|antes de) (${MONTH_WORDS})`, (match) => {
    const first = monthNamed(today, match[1]);
    return first ? period(addDays(first, -7), addDays(first, -1)) : null;
  });
}

function markMonths(mark: MarkPeriod, today: Day): void {
  mark('next month|el mes que viene|el próximo mes|le mois prochain|nächsten monat', () => {
    const first = addMonths(firstOfMonth(today), 1);
    return period(first, endOfMonth(first));
  });
  mark('this month|este mes|ce mois(?:-ci)?|diesen monat', () => period(today, endOfMonth(today)));
  mark('last month|el mes pasado|le mois dernier|letzten monat', () => spoken({ isVague: true }));
  mark(`(?:in|by|during|until|not until|en|im|courant) (${MONTH_WORDS})(?! ⟨)(?: (\\d{4}))?`, (match) => {
    const first = monthNamed(today, match[1]);
    return first ? period(first, endOfMonth(first)) : null;
  });
  mark(`(?:since|depuis|desde|seit) (?:${MONTH_WORDS})`, () => spoken({ isVague: true }));
}

export function on(day: Day | null): SpokenDate {
  return spoken({ forward: day ? [day] : [] });
}

export function period(first: Day, last: Day): SpokenDate {
  return spoken({ forward: [last], first, isLoose: true });
}

/** Monday of this week (0), the next (1) and so on. */
export function monday(today: Day, weeks: number): Day {
  return addDays(today, 1 - weekday(today) + 7 * weeks);
}

/** On a weekend, this week's Friday is the coming one. */
function friday(today: Day, weeks: number): Day {
  const ofWeek = addDays(monday(today, weeks), 4);
  return ofWeek < today ? addDays(ofWeek, 7) : ofWeek;
}

function inMonth(today: Day, name: string | undefined, from: number, to: number): SpokenDate | null {
  const first = /month/i.test(name ?? '')
    ? addMonths(firstOfMonth(today), /next/i.test(name ?? '') ? 1 : 0)
    : monthNamed(today, name);
  if (!first) return null;
  const last = endOfMonth(first);
  const day = addDays(first, to - 1);
  const isBeyond = day > last;
  return period(addDays(first, from - 1), isBeyond ? last : day);
}

function monthNamed(today: Day, name: string | undefined): Day | null {
  const month = MONTHS.get((name ?? '').toLowerCase());
  if (!month) return null;
  const isThisYear = month >= Number(today.slice(5, 7));
  return dayFromParts(yearOf(today) + (isThisYear ? 0 : 1), month, 1);
}

function firstOfMonth(today: Day): Day {
  return `${today.slice(0, 7)}-01` as Day;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The fourth Thursday of November. */
function thanksgiving(today: Day): Day | null {
  const first = dayFromParts(yearOf(today), 11, 1);
  if (!first) return null;
  const day = addDays(first, ((4 - weekday(first) + 7) % 7) + 21);
  return day >= today ? day : null;
}
