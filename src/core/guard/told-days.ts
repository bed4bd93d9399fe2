// Days that are told without a date, "late last week" and "since early October", as the days that they can mean.
import { addDays, addMonths, type Day, endOfMonth, weekday } from '../calendar.ts';
import { indexIn, MONTH, MONTHS, WEEKDAY, WEEKDAYS } from './dates.ts';

/** Whether the day can be the one that was told; null where the words tell none after all. */
type Means = (match: RegExpMatchArray, today: Day) => ((day: Day) => boolean) | null;

export type ToldDay = { readonly pattern: RegExp; readonly means: Means };

export const whole = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'giu');

type Span = readonly [from: Day, to: Day];

const within =
  ([from, to]: Span) =>
  (day: Day) =>
    day >= from && day <= to;
const span = (source: string, spanOf: (today: Day) => Span): ToldDay => ({
  pattern: whole(source),
  means: (_, today) => within(spanOf(today)),
});
const daysAgo = (source: string, days: number) =>
  span(source, (today) => [addDays(today, -days), addDays(today, -days)]);

function week(of: Day): Span {
  const monday = addDays(of, 1 - weekday(of));
  return [monday, addDays(monday, 6)];
}

function month(of: Day): Span {
  return [`${of.slice(0, 7)}-01` as Day, endOfMonth(of)];
}

const monthOf = (day: Day) => Number(day.slice(5, 7));
const dayOfMonth = (day: Day) => Number(day.slice(8, 10));

const EARLY = 'early|the (?:beginning|start) of|anfang|debut|principios de|comienzos de|inicios de';
const MIDDLE = 'mid|middle of|the middle of|mitte|mi|mediados de';
const LATE = 'late|the end of|ende|fin|finales de|fines de';

/** Which days of a month its parts are: generous, since people are. */
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [new RegExp(`^(?:${EARLY})$`, 'i'), 1, 12],
  [new RegExp(`^(?:${MIDDLE})$`, 'i'), 8, 23],
  [new RegExp(`^(?:${LATE})$`, 'i'), 18, 31],
];

/** The months of each season, with those at its edges. */
const SEASONS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:spring|fruhjahr|fruhling|printemps|primavera)$/i, [3, 4, 5, 6]],
  [/^(?:summer|sommer|ete|verano)$/i, [6, 7, 8, 9]],
  [/^(?:autumn|fall|herbst|automne|otono)$/i, [9, 10, 11, 12]],
  [/^(?:winter|hiver|invierno)$/i, [12, 1, 2, 3]],
];

export const TOLD_DAYS: readonly ToldDay[] = [
  daysAgo('yesterday|(?<!vor)gestern|(?<!ante)ayer', 1),
  daysAgo('the day before yesterday|vorgestern|avant[ -]hier|anteayer|antes de ayer', 2),
  span('tomorrow|demain', (today) => [addDays(today, 1), addDays(today, 1)]),
  span(
    '(?:late |earlier )?last week|letzte woche|vorige woche|la semaine derniere|la semana pasada',
    (today) => week(addDays(today, -7)),
  ),
  span('this week|diese woche|cette semaine|esta semana', week),
  span('next week|nachste woche|la semaine prochaine|la semana que viene', (today) =>
    week(addDays(today, 7)),
  ),
  span('last month|letzten monat|im vormonat|vorigen monat|le mois dernier|el mes pasado', (today) =>
    month(addMonths(today, -1)),
  ),
  span('this month|diesen monat|ce mois(?:-ci)?|este mes', month),
  span("last year|letztes jahr|im vorjahr|l'annee derniere|l'an dernier|el ano pasado", (today) => [
    `${Number(today.slice(0, 4)) - 1}-01-01`,
    `${Number(today.slice(0, 4)) - 1}-12-31`,
  ]),
  {
    pattern: whole(
      `(?:last|letzten|vergangenen|vorigen|el (?:pasado )?) ?(?<before>${WEEKDAY})|(?<after>${WEEKDAY}) (?:dernier|passe|pasado)`,
    ),
    means: ({ groups }, today) => {
      const on = indexIn(WEEKDAYS, groups?.before ?? groups?.after ?? '');
      if (on === null) return null;
      // On a Tuesday "last Friday" is either of two.
      return (day) => weekday(day) === on && day < today && day >= addDays(today, -14);
    },
  },
  {
    pattern: whole(`(?<part>${EARLY}|${MIDDLE}|${LATE})[ -](?:(?:im|de) )?(?<month>${MONTH})(?! ?\\d)`),
    means: ({ groups }) => {
      const number = indexIn(MONTHS, groups?.month ?? '');
      const [, first, last] = PARTS.find(([part]) => part.test(groups?.part ?? '')) ?? [];
      if (number === null || first === undefined || last === undefined) return null;
      return (day) => monthOf(day) === number && dayOfMonth(day) >= first && dayOfMonth(day) <= last;
    },
  },
  {
    pattern: whole(
      "(?:since|in|during|over|back in|seit|im|seit dem|depuis|en|desde|en el) ?(?:the |last |dem |letztem |l'|le |el |la )?(?<season>spring|summer|autumn|fall|winter|fruhjahr|fruhling|sommer|herbst|printemps|ete|automne|hiver|primavera|verano|otono|invierno)",
    ),
    means: ({ groups }) => {
      const months = SEASONS.find(([season]) => season.test(groups?.season ?? ''))?.[1];
      return months ? (day) => months.includes(monthOf(day)) : null;
    },
  },
  {
    // A month by its name alone; "may" and "mars" are words of other kinds too.
    pattern: new RegExp(
      `(?<!\\d\\.? )(?<![\\p{L}])(?:in|since|of|from|during|back in|im|seit|seit dem|en|depuis|des|desde|de) (?<month>${MONTH})(?! ?\\d)(?![\\p{L}])`,
      'giu',
    ),
    means: ({ groups }) => {
      const number = indexIn(MONTHS, groups?.month ?? '');
      return number === null ? null : (day) => monthOf(day) === number;
    },
  },
  {
    // The calendar of feasts is nobody's ledger.
    pattern: whole(
      '(?:before|after|around|since|over|vor|nach|seit|um|avant|apres|depuis|vers|antes de|despues de|desde) (?:the |dem |den |la |las |el |les )?(?:halloween|thanksgiving|christmas|xmas|easter|new year|labor day|memorial day|independence day|weihnachten|ostern|pfingsten|allerheiligen|silvester|neujahr|noel|paques|la toussaint|toussaint|navidad|semana santa|todos los santos|holidays|feiertagen?|fetes|fiestas)',
    ),
    means: () => () => false,
  },
];
