// Reads a figure the way its writer meant it: with the marks for thousands and decimals of any format.
import { fromDecimal, minorDigits } from '../money.ts';

export const FIGURE = "\\d+(?:[.,']\\d+| \\d{3}(?!\\d))*";

/** 12.50, 1,200, 1.234,00: with its decimals or grouped by thousands. */
export function looksLikeMoney(number: string, currency: string): boolean {
  const digits = minorDigits(currency);
  if (digits > 0 && new RegExp(`[.,]\\d{${digits}}$`).test(number)) return true;
  return /^\d{1,3}(?:[.,' ]\d{2,3})*[.,' ]\d{3}$/.test(number);
}

/** Minor units; null where it has too many decimals for the currency. */
export function readFigure(
  number: string,
  thousands: boolean,
  locale: string,
  currency: string,
): number | null {
  const decimal = fromDecimal(toPlainDecimal(number, locale, currency), currency);
  if (!decimal) return null;
  return thousands ? decimal.minor * 1000 : decimal.minor;
}

/** "1.234,50", "1,234.50", "1 234,50" and "1'234.50" as "1234.50"; one lone mark is read as the language does. */
function toPlainDecimal(number: string, locale: string, currency: string): string {
  const bare = number.replace(/[' ]/g, '');
  const marks = [...bare.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return bare;
  const kinds = new Set(marks.map(([mark]) => mark));
  const tail = bare.length - last.index - 1;
  let isDecimal: boolean;
  if (kinds.size === 2) isDecimal = true;
  else if (marks.length > 1) isDecimal = false;
  else if (tail !== 3) isDecimal = true;
  else if (minorDigits(currency) === 0) isDecimal = false;
  else isDecimal = decimalMark(locale, currency) === last[0];
  const whole = (isDecimal ? bare.slice(0, last.index) : bare).replace(/[.,]/g, '');
  return isDecimal ? `${whole}.${bare.slice(last.index + 1)}` : whole;
}

const decimalMarks = new Map<string, string>();

/** Some locales mark money otherwise than plain numbers: fr-CH writes 1,5 but 1.50 CHF. */
function decimalMark(locale: string, currency: string): string {
  const key = `${locale} ${currency}`;
  const known = decimalMarks.get(key);
  if (known) return known;
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1.5);
  const mark = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  decimalMarks.set(key, mark);
  return mark;
}
