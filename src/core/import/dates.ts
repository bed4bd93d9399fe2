// Reads days as people and their programs write them, and infers from the whole file whether the day or the month leads.
import { addDays, type Day, dayFromParts, dayIn, daysBetween } from '../calendar.ts';
import type { Cell } from './table.ts';

export type DateOrder = 'DMY' | 'MDY';

/**
 * `either`: "03/04/2025" by itself could be two days. `utc`: a moment, whose day depends on the zone.
 * `impossible`: looks like a date and names no day, as 31/02/2025.
 */
export type DateShape =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'numeric'; readonly first: number; readonly second: number; readonly year: number }
  | { readonly kind: 'utc'; readonly day: Day; readonly time: string }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'not' };

/** Spreadsheets count from here, a day early because they believe in 29 February 1900. */
const SERIAL_ZERO: Day = '1899-12-30';

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'ene', 'enero', 'janv', 'janvier', 'januar', 'janner', 'jaenner'],
  ['feb', 'february', 'febrero', 'fev', 'fevr', 'fevrier', 'februar', 'feber'],
  ['mar', 'march', 'marzo', 'mars', 'marz', 'mrz', 'maerz'],
  ['apr', 'april', 'abr', 'abril', 'avr', 'avril'],
  ['may', 'mayo', 'mai'],
  ['jun', 'june', 'junio', 'juin', 'juni'],
  ['jul', 'july', 'julio', 'juil', 'juillet', 'juli'],
  ['aug', 'august', 'ago', 'agosto', 'aout'],
  ['sep', 'sept', 'september', 'septiembre', 'septembre', 'set'],
  ['oct', 'october', 'octubre', 'octobre', 'okt', 'oktober'],
  ['nov', 'november', 'noviembre', 'novembre'],
  ['dec', 'december', 'dic', 'diciembre', 'decembre', 'dez', 'dezember'],
];
const MONTH_BY_NAME = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

const TIME = String.raw`(?:[T,\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/. ])\s*(\d{1,2})\2\s*(\d{4}|\d{2})${TIME}$`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-/.]*(?:de\s+)?([a-z]{3,11})\.?[\s\-/.,]*(?:de\s+|del\s+)?(\d{4}|\d{2})$/;
const NAME_DAY_YEAR = /^([a-z]{3,11})\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4}|\d{2})$/;
const YEAR_NAME_DAY = /^(\d{4})[\s\-/.]+([a-z]{3,11})\.?[\s\-/.]+(\d{1,2})$/;
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)[a-z]*\.?,?\s+(?=\d|[a-z])/;

export function dateShape(text: string): DateShape {
  const trimmed = text.trim();
  if (trimmed.length < 6 || trimmed.length > 40) return { kind: 'not' };
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst) return withTime(parts(yearFirst[1]!, yearFirst[3]!, yearFirst[4]!), yearFirst, 5);
  const yearLast = YEAR_LAST.exec(trimmed);
  if (yearLast) {
    const first = Number(yearLast[1]);
    const second = Number(yearLast[3]);
    const year = fullYear(yearLast[4]!);
    // Points are written day first wherever they are written.
    if (yearLast[2] === '.') return dayOrImpossible(year, second, first);
    if (first > 12 && second > 12) return { kind: 'impossible' };
    return { kind: 'numeric', first, second, year };
  }
  const compact = COMPACT.exec(trimmed);
  if (compact) {
    const made = parts(compact[1]!, compact[2]!, compact[3]!);
    return made.kind === 'day' && /^(19|20)/.test(trimmed) ? made : { kind: 'not' };
  }
  return namedMonth(trimmed);
}

function namedMonth(text: string): DateShape {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[,\s]+\d{1,2}:\d{2}.*$/, '');
  if (!/[a-z]{3}/.test(plain)) return { kind: 'not' };
  for (const candidate of [plain, plain.replace(WEEKDAY, '')]) {
    const dayFirst = DAY_NAME_YEAR.exec(candidate);
    const month = dayFirst && MONTH_BY_NAME.get(dayFirst[2]!);
    if (dayFirst && month) return dayOrImpossible(fullYear(dayFirst[3]!), month, Number(dayFirst[1]));
    const nameFirst = NAME_DAY_YEAR.exec(candidate);
    const named = nameFirst && MONTH_BY_NAME.get(nameFirst[1]!);
    if (nameFirst && named) return dayOrImpossible(fullYear(nameFirst[3]!), named, Number(nameFirst[2]));
    const yearFirst = YEAR_NAME_DAY.exec(candidate);
    const middle = yearFirst && MONTH_BY_NAME.get(yearFirst[2]!);
    if (yearFirst && middle) return dayOrImpossible(Number(yearFirst[1]), middle, Number(yearFirst[3]));
  }
  return { kind: 'not' };
}

/** 25 → 2025. No ledger of open invoices reaches back to 1999. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function parts(year: string, month: string, day: string): DateShape {
  return dayOrImpossible(Number(year), Number(month), Number(day));
}

function dayOrImpossible(year: number, month: number, day: number): DateShape {
  const made = dayFromParts(year, month, day);
  return made === null ? { kind: 'impossible' } : { kind: 'day', day: made };
}

/** A time that is not midnight and is said to be UTC makes the day depend on the reader's zone. */
function withTime(shape: DateShape, match: RegExpExecArray, at: number): DateShape {
  const time = match[at];
  if (shape.kind !== 'day' || time === undefined || /^0?0:00(:00(\.0+)?)?$/.test(time)) return shape;
  const zone = match[at + 2];
  return zone !== undefined && /^(Z|UTC|GMT|[+-]00:?00)$/.test(zone)
    ? { kind: 'utc', day: shape.day, time: time.padStart(5, '0') }
    : shape;
}

/** Rows whose terms are held against both readings; more would say the same, slowly. */
const TERMS_COMPARED = 300;

export type OrderInference =
  | { readonly kind: 'sure'; readonly order: DateOrder }
  | { readonly kind: 'ask'; readonly example: string; readonly suggested: DateOrder };

/** One row's days, where known: what is issued and due, and the terms between them. */
export type DatedRow = {
  readonly issued: string;
  readonly due: string;
  readonly termsDays: number | null;
};

/**
 * A value over 12 settles the order for the file; else terms that fit one reading only (issued + 30 = due). Otherwise
 * nobody can know, and a person is asked.
 */
export function inferDateOrder(rows: Iterable<DatedRow>, locale: string): OrderInference {
  const score = { DMY: 0, MDY: 0 };
  const fits = { DMY: 0, MDY: 0 };
  let example: string | null = null;
  let compared = 0;
  const seen = new Map<string, DateShape>();
  for (const row of rows) {
    const shapes = [row.issued, row.due].map((text) => {
      const known = seen.get(text) ?? dateShape(text);
      seen.set(text, known);
      return known;
    });
    shapes.forEach((shape, i) => {
      if (shape.kind !== 'numeric' || shape.first === shape.second) return;
      if (shape.first > 12) score.DMY += 1;
      else if (shape.second > 12) score.MDY += 1;
      else example ??= i === 0 ? row.issued : row.due;
    });
    if (row.termsDays === null || compared >= TERMS_COMPARED) continue;
    if (shapes.some((shape) => shape.kind !== 'numeric')) continue;
    compared += 1;
    for (const order of ['DMY', 'MDY'] as const) {
      const [issued, due] = shapes.map((shape) => inOrder(shape, order));
      if (issued && due && daysBetween(issued, due) === row.termsDays) fits[order] += 1;
    }
  }
  const home = /^en-(US|PH)|^en$/.test(locale) ? 'MDY' : 'DMY';
  if (score.DMY !== score.MDY) return { kind: 'sure', order: score.DMY > score.MDY ? 'DMY' : 'MDY' };
  if (example === null) return { kind: 'sure', order: home };
  if (fits.DMY > 0 && fits.MDY === 0) return { kind: 'sure', order: 'DMY' };
  if (fits.MDY > 0 && fits.DMY === 0) return { kind: 'sure', order: 'MDY' };
  return {
    kind: 'ask',
    example,
    suggested: fits.DMY > fits.MDY ? 'DMY' : fits.MDY > fits.DMY ? 'MDY' : home,
  };
}

function inOrder(shape: DateShape, order: DateOrder): Day | null {
  if (shape.kind === 'day' || shape.kind === 'utc') return shape.day;
  if (shape.kind !== 'numeric') return null;
  const { first, second, year } = shape;
  return order === 'DMY' ? dayFromParts(year, second, first) : dayFromParts(year, first, second);
}

export type DateReading =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'not'; readonly expected: string };

/**
 * @param order the file's. @param utc the heading says "(UTC)", so a time in the cell is a moment.
 * @param zone where "which day is it" is decided for moments.
 */
export function readDate(cell: Cell, order: DateOrder, utc: boolean, zone: string): DateReading {
  if (typeof cell === 'object' && 'day' in cell) return { kind: 'day', day: cell.day };
  if (typeof cell === 'object' && 'number' in cell) return fromSerial(cell.number, order);
  if (typeof cell === 'object') return not(order);
  const text = utc && /\d:\d{2}(:\d{2})?$/.test(cell.trim()) ? `${cell.trim()}Z` : cell;
  const shape = dateShape(text);
  if (shape.kind === 'utc') return { kind: 'day', day: dayIn(zone, `${shape.day}T${shape.time}Z`) };
  const day = inOrder(shape, order);
  if (day !== null) return { kind: 'day', day };
  if (shape.kind === 'not') return not(order);
  const read = /^\d{1,2}[-/ ]/.test(text.trim()) ? `, read as ${orderInWords(order)}` : '';
  return { kind: 'not', expected: `is no day of the calendar${read}. Expected a date that exists.` };
}

/** A spreadsheet's day count, where the cell was not marked as a date: 45736 is 2025-03-20. 1990 to 2119. */
function fromSerial(number: string, order: DateOrder): DateReading {
  const serial = Number(number);
  if (!(serial >= 32874 && serial < 80354)) return dateFromDigits(number, order);
  return { kind: 'day', day: addDays(SERIAL_ZERO, Math.floor(serial)) };
}

function dateFromDigits(number: string, order: DateOrder): DateReading {
  const shape = dateShape(number);
  return shape.kind === 'day' ? { kind: 'day', day: shape.day } : not(order);
}

function not(order: DateOrder): { kind: 'not'; expected: string } {
  return { kind: 'not', expected: `is not a date. Expected ${orderInWords(order)}, or like 2025-03-20.` };
}

export function orderInWords(order: DateOrder): string {
  return order === 'DMY' ? 'day/month/year like 20/03/2025' : 'month/day/year like 03/20/2025';
}
