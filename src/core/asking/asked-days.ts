// The days a question is about: last week, this month, since Monday, in October, the next seven days, or one day.
import { addDays, addMonths, type Day, dayFromParts, endOfMonth, weekday } from '../calendar.ts';
import { MONTH_WORDS, MONTHS, WEEKDAY_WORDS, WEEKDAYS } from '../reading/calendar-words.ts';
import { guessLanguage } from '../reading/language.ts';
import { MarkedText } from '../reading/marks.ts';
import { COUNT_WORDS, readCount } from '../reading/number-words.ts';
import { monday } from '../reading/periods.ts';
import { markDates } from '../reading/spoken-dates.ts';
import type { Period } from './question.ts';

/** What was found, and the text with a mark in its place. */
export type Found<T> = { readonly value: T; readonly text: string } | null;

type Reading = readonly [pattern: string, make: (match: RegExpExecArray, today: Day) => Period | null];

const N = `(\\d{1,3}|${COUNT_WORDS}|a couple of|couple of)`;
const UNIT =
  '(days?|weeks?|months?|tage?n?|wochen?|monate?n?|jours?|semaines?|mois|dias?|semanas?|mes(?:es)?)';
const LAST = '(?:last|past|previous|prior|letzte[nrms]?|vorige[nrms]?|vergangene[nrms]?)';
const THIS = '(?:this|the current|current|diese[nrms]?|cette|ce|esta|este)';
const NEXT = '(?:next|coming|the coming|the following|nachste[nrms]?|kommende[nrms]?|naechste[nrms]?)';
/** "mon" is French for "my", and "may" asks for leave: alone they are no day and no month. */
const DAY_NAMES = WEEKDAY_WORDS.normalize('NFKD').replace(/\p{M}/gu, '');
const MONTH_NAMES = MONTH_WORDS.normalize('NFKD').replace(/\p{M}/gu, '');

const week = (today: Day, ahead: number): Period => {
  const from = monday(today, ahead);
  return { from, to: addDays(from, 6) };
};
const month = (today: Day, ahead: number): Period => {
  const from = addMonths(`${today.slice(0, 7)}-01` as Day, ahead);
  return { from, to: endOfMonth(from) };
};
const quarter = (today: Day, ahead: number): Period | null => {
  const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const start = dayFromParts(Number(today.slice(0, 4)), first, 1);
  if (!start) return null;
  const from = addMonths(start, ahead * 3);
  return { from, to: endOfMonth(addMonths(from, 2)) };
};
const year = (today: Day, ahead: number): Period => {
  const of = Number(today.slice(0, 4)) + ahead;
  return { from: `${of}-01-01` as Day, to: `${of}-12-31` as Day };
};

const PERIODS: readonly Reading[] = [
  [`(?:the )?week before last|vorletzte woche`, (_, today) => week(today, -2)],
  [`(?:the )?month before last`, (_, today) => month(today, -2)],
  [
    `(?:over |during |within |for )?(?:the |den |die |les |los )?(?:last|past|previous|letzten|vergangenen) ${N} ${UNIT}|(?:les |los )${N} (?:derniers|dernieres|ultimos|ultimas) ${UNIT}`,
    (match, today) => {
      const days = daysIn(match[1] ?? match[3], match[2] ?? match[4]);
      return days === null ? null : { from: addDays(today, 1 - days), to: today };
    },
  ],
  [
    `(?:over |within )?(?:the |den |die )?(?:next|coming|following|nachsten|kommenden) ${N} ${UNIT}|(?:within|in) ${N} ${UNIT}`,
    (match, today) => {
      const days = daysIn(match[1] ?? match[3], match[2] ?? match[4]);
      return days === null ? null : { from: today, to: addDays(today, days) };
    },
  ],
  [`${LAST} week|la semaine (?:derniere|passee)|la semana pasada|${LAST} woche`, (_, t) => week(t, -1)],
  [`${LAST} month|le mois (?:dernier|passe)|el mes pasado|(?:im )?${LAST} monat`, (_, t) => month(t, -1)],
  [
    `${NEXT} week|la semaine prochaine|la (?:semana que viene|proxima semana)|${NEXT} woche`,
    (_, t) => week(t, 1),
  ],
  [`${NEXT} month|le mois prochain|el (?:mes que viene|proximo mes)|${NEXT} monat`, (_, t) => month(t, 1)],
  [
    `(?:so far |later )?${THIS} (?:week|woche|semaine|semana)(?: so far)?|the week so far|week to date|wtd`,
    (_, t) => week(t, 0),
  ],
  [
    `(?:so far )?(?:im )?${THIS} (?:month|monat|mois|mes)(?: so far)?|the month so far|month to date|mtd`,
    (_, t) => month(t, 0),
  ],
  [`${LAST} quarter|le trimestre dernier`, (_, t) => quarter(t, -1)],
  [`${THIS} quarter|qtd`, (_, t) => quarter(t, 0)],
  [`${LAST} year`, (_, t) => year(t, -1)],
  [`${THIS} year|year to date|ytd|dieses jahr|cette annee|este ano`, (_, t) => year(t, 0)],
  [
    `(?:since|seit|depuis|desde)(?: (?:the|le|el|last))? (${DAY_NAMES})`,
    (match, today) => {
      const of = WEEKDAYS.get(match[1] ?? '') ?? weekdayOf(match[1]);
      return of ? { from: lastSuch(today, of), to: today } : null;
    },
  ],
  [`since yesterday`, (_, today) => ({ from: addDays(today, -1), to: today })],
  [
    `(?:since|seit|depuis|desde) (?:the (?:start|beginning) of )?(?:the |this )?(week|month|year|${MONTH_NAMES})`,
    (match, today) => {
      const unit = match[1] ?? '';
      if (unit === 'week') return { from: monday(today, 0), to: today };
      if (unit === 'month') return { from: month(today, 0).from, to: today };
      if (unit === 'year') return { from: year(today, 0).from, to: today };
      const named = monthNamed(unit, null, today);
      return named && { from: named.from, to: today };
    },
  ],
  [
    `(?:in|during|for|of|im|en|au|compare[ds]? to|to) (${MONTH_NAMES})(?: (\\d{4}))?`,
    (match, today) => monthNamed(match[1] ?? '', match[2] ?? null, today),
  ],
  [`(?:the )?day before yesterday|vorgestern|avant-hier|anteayer`, (_, t) => one(addDays(t, -2))],
  [`yesterday|last night|gestern|hier(?! (?:ist|sind))|ayer`, (_, t) => one(addDays(t, -1))],
  [`today|this morning|this afternoon|tonight|heute|aujourd hui|hoy`, (_, t) => one(t)],
  [`tomorrow|demain|manana(?! por)`, (_, t) => one(addDays(t, 1))],
  [
    `(?:on |last |this )?(${DAY_NAMES})(?: last week)?`,
    (match, today) => {
      const of = WEEKDAYS.get(match[1] ?? '') ?? weekdayOf(match[1]);
      if (!of || (match[1] ?? '').length < 5) return null;
      return one(/last week/.test(match[0]) ? addDays(monday(today, -1), of - 1) : lastSuch(today, of));
    },
  ],
];

const COMPILED = PERIODS.map(
  ([pattern, make]) =>
    [new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u'), make] as const,
);

/** The first period that the words name; `@p` stands in its place. */
export function periodIn(text: string, today: Day): Found<Period> {
  for (const [pattern, make] of COMPILED) {
    const match = pattern.exec(text);
    const value = match && make(match, today);
    if (match && value) return { value, text: put(text, match, '@p') };
  }
  return null;
}

/** A day written out, "since 3 November" or "on 2026-11-20", by the readers of replies: days that have gone. */
export function writtenPeriodIn(text: string, today: Day, locale: string): Found<Period> {
  const marked = markDays(text, today, locale);
  const match = /(since |seit |depuis |desde |after )?⟨d\d+⟩(?: (?:to|until|and|bis|-) (⟨d\d+⟩))?/.exec(
    marked.text,
  );
  if (!match) return null;
  const [first, last] = marked.values('d', match[0]);
  const from = first?.back ?? null;
  if (!from) return null;
  const to = last?.back ?? (match[1] ? today : from);
  const [a, b] = from <= to ? [from, to] : [to, from];
  const rest = marked.restore(marked.text.replace(match[0], ' @p '));
  return { value: { from: a, to: b }, text: rest.replace(/\s+/g, ' ').trim() };
}

/** The day that a wish names, in the future: "until Friday", "for two weeks". */
export function futureDayIn(text: string, today: Day, locale: string): Found<Day> {
  const span = new RegExp(`(?<![\\p{L}])(?:for|um|fur|pour|por) ${N} ${UNIT}(?![\\p{L}])`, 'u').exec(text);
  const days = span && daysIn(span[1], span[2]);
  if (span && days) return { value: addDays(today, days), text: put(text, span, '@p') };
  const marked = markDays(text, today, locale);
  const [said] = marked.values('d', marked.text);
  const day = said?.first && said.first > today ? said.first : (said?.forward[0] ?? null);
  if (!day) return null;
  return { value: day, text: marked.restore(marked.text.replace(/⟨d\d+⟩/, '@p')) };
}

function markDays(text: string, today: Day, locale: string): MarkedText {
  const marked = new MarkedText(text);
  markDates(marked, today, locale, guessLanguage(text, locale));
  return marked;
}

/** Days late that are asked for at least; `@n` stands in their place. */
export function agesIn(text: string): Found<number> {
  const more =
    'over|more than|past|older than|later than|longer than|beyond|above|greater than|>|uber|mehr als|alter als|plus de|mas de';
  const least = 'at least|minimum|min|from|mindestens|au moins|al menos';
  const pattern = new RegExp(
    `(?:(?<more>${more})|(?<least>${least}))? ?${N}(?<plus> ?\\+)? ?-?${UNIT}?(?<or> (?:late|overdue|past due|or more|and more|and older|or older|old|uberfallig|en retard|vencid[ao]s?))*`,
    'gu',
  );
  for (const match of text.matchAll(pattern)) {
    const { more: above, least: from, plus, or } = match.groups ?? {};
    const [, , , counted = '', , unit] = match;
    if (!unit && !plus && !above) continue;
    if (!above && !from && !plus && !or) continue;
    if (/^(?:from|past)$/.test(above ?? from ?? '') && !unit) continue;
    const days = daysIn(counted, unit ?? 'days');
    if (days === null) continue;
    return { value: above ? days + 1 : days, text: put(text, match as RegExpExecArray, '@n') };
  }
  return null;
}

export function one(day: Day): Period {
  return { from: day, to: day };
}

/** The same length of days just before: the week before a week, the month before a month. */
export function periodBefore({ from, to }: Period, today: Day): Period {
  const isMonth = from.endsWith('-01') && (to === endOfMonth(from) || to === today);
  if (isMonth && from.slice(0, 7) === to.slice(0, 7)) {
    const first = addMonths(from, -1);
    return { from: first, to: endOfMonth(first) };
  }
  if (weekday(from) === 1 && to <= addDays(from, 6) && to > from) {
    return { from: addDays(from, -7), to: addDays(from, -1) };
  }
  let days = 1;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

function daysIn(counted: string | undefined, unit: string | undefined): number | null {
  const n = /couple/.test(counted ?? '') ? 2 : readCount(counted ?? '');
  if (n === null || n < 1) return null;
  if (/^(?:week|woche|semaine|semana)/.test(unit ?? '')) return n * 7;
  if (/^(?:month|monat|mois|mes)/.test(unit ?? '')) return n * 30;
  return n;
}

function weekdayOf(name: string | undefined): number | null {
  for (const [written, of] of WEEKDAYS) if (bare(written) === name) return of;
  return null;
}

function monthNamed(name: string, of: string | null, today: Day): Period | null {
  const number = [...MONTHS].find(([written]) => bare(written) === name)?.[1];
  if (!number) return null;
  const thisYear = Number(today.slice(0, 4));
  const inYear = of ? Number(of) : number > Number(today.slice(5, 7)) ? thisYear - 1 : thisYear;
  const from = dayFromParts(inYear, number, 1);
  return from && { from, to: endOfMonth(from) };
}

function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The last such day before today, or today. */
function lastSuch(today: Day, of: number): Day {
  return addDays(today, -((weekday(today) - of + 7) % 7));
}

function put(text: string, match: RegExpExecArray, mark: string): string {
  return `${text.slice(0, match.index)} ${mark} ${text.slice(match.index + match[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
}
