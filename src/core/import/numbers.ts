// Reads amounts as people and their programs write them, and infers from the whole file which sign is the decimal one.
import { type Money, minorDigits, money } from '../money.ts';

/** 'point': 1,234.50. 'comma': 1.234,50. */
export type DecimalStyle = 'point' | 'comma';

/** More than this in one invoice is a broken file, not a ledger. */
export const MAX_AMOUNT_MINOR = 1_000_000_000_000;

/** Digits and separators of an amount, the sign, and whatever named a currency. */
export type AmountParts = {
  readonly negative: boolean;
  readonly digits: string; // "1,234.50": digits, points and commas only
  readonly currencyMark: string | null; // "$", "USD", "Kč"
};

export type AmountReading =
  | { readonly kind: 'amount'; readonly money: Money }
  | { readonly kind: 'not'; readonly expected: string };

const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]/g;
const SHAPE = /^([^\d.,]*)([\d.,]*\d[.,]?|[\d.,]+)([^\d.,]*)$/u;
const CURRENCY_MARK =
  /^(?:[A-Z]{3}|[A-Z]{0,3}\p{Sc}|[A-Z]{3}\p{Sc}|Kč|zł|Ft|lei|kr\.?|Fr\.?|R|Rs\.?|DM|\p{Sc}[A-Z]{3})$/iu;

/** Null where the text is no amount at all, as "soon" or "12 pcs". */
export function amountParts(text: string): AmountParts | null {
  // Most amounts are bare figures, and a file has a hundred thousand.
  if (/^\d[\d.,]*$/.test(text)) return { negative: false, digits: text, currencyMark: null };
  let rest = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/['’](?=\d{3})/g, '')
    .replace(SPACES, '');
  let negative = false;
  const bracketed = /^([^(]*)\((.*)\)([^)]*)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = `${bracketed[1]}${bracketed[2]}${bracketed[3]}`;
  }
  const credit = /^(.*\d)(CR|DR)$/i.exec(rest);
  if (credit) {
    if (credit[2]!.toUpperCase() === 'CR') negative = !negative;
    rest = credit[1]!;
  }
  const signs = rest.match(/[-+]/g) ?? [];
  if (signs.length > 1 || (signs.length === 1 && negative && signs[0] === '-')) return null;
  if (signs[0] === '-') negative = true;
  if (signs.length === 1) {
    if (!/^[^\d]*[-+]|[-+][^\d]*$/.test(rest)) return null;
    rest = rest.replace(/[-+]/, '');
  }
  return shape(rest, negative);
}

function shape(rest: string, negative: boolean): AmountParts | null {
  // A mark may end in a point ("Rs.500", "kr."), which is not the amount's.
  const dotted = /^(Rs|kr|Fr|EUR|USD)\.(?=\d)/i.exec(rest);
  const text = dotted ? rest.slice(0, dotted[0].length - 1) + rest.slice(dotted[0].length) : rest;
  const match = SHAPE.exec(text);
  if (!match || !/\d/.test(match[2]!)) return null;
  const marks = [match[1]!, match[3]!].filter((mark) => mark !== '');
  if (!marks.every((mark) => CURRENCY_MARK.test(mark))) return null;
  const code = marks.find((mark) => /^[A-Z]{3}$/i.test(mark));
  return { negative, digits: match[2]!, currencyMark: code ?? marks[0] ?? null };
}

/** What one amount says about the decimal sign: settled, could be either, or nothing (no separator). */
export function decimalEvidence(digits: string): DecimalStyle | 'point?' | 'comma?' | null {
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint < 0 && lastComma < 0) return null;
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? 'point' : 'comma';
  const sign = lastPoint >= 0 ? '.' : ',';
  const asDecimal: DecimalStyle = sign === '.' ? 'point' : 'comma';
  const asGroup: DecimalStyle = sign === '.' ? 'comma' : 'point';
  const parts = digits.split(sign);
  if (parts.length > 2) return asGroup;
  const [whole, fraction] = parts as [string, string];
  if (fraction.length !== 3 || whole.length > 3 || whole === '' || /^0/.test(whole)) return asDecimal;
  // "1,234": named by what it would be as a group, the usual case.
  return asGroup === 'point' ? 'point?' : 'comma?';
}

export type StyleInference =
  | { readonly kind: 'sure'; readonly style: DecimalStyle }
  | { readonly kind: 'ask'; readonly example: string; readonly suggested: DecimalStyle };

/**
 * The file's decimal sign. Where only figures like "1,234" stand there is no proof: the reader's own locale settles it
 * if it groups that way and no currency of the file has three decimals, else a person is asked.
 */
export function inferDecimals(
  amounts: Iterable<string>,
  locale: string,
  threeDecimals: boolean,
): StyleInference {
  let point = 0;
  let comma = 0;
  let open: { text: string; style: DecimalStyle } | null = null;
  let both = false;
  for (const text of amounts) {
    const parts = amountParts(text);
    const evidence = parts && decimalEvidence(parts.digits);
    if (evidence === 'point') point += 1;
    else if (evidence === 'comma') comma += 1;
    else if (evidence !== null) {
      const style = evidence === 'point?' ? 'point' : 'comma';
      if (open !== null && open.style !== style) both = true;
      open ??= { text, style };
    }
  }
  const home = localeStyle(locale);
  if (point !== comma) return { kind: 'sure', style: point > comma ? 'point' : 'comma' };
  if (point > 0) return { kind: 'sure', style: home };
  if (open === null) return { kind: 'sure', style: home };
  if (!both && !threeDecimals && open.style === home) return { kind: 'sure', style: home };
  return { kind: 'ask', example: open.text, suggested: open.style };
}

function localeStyle(locale: string): DecimalStyle {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value === ',' ? 'comma' : 'point';
}

/** An amount in `currency`, or what is wrong with it as the end of a sentence that begins with the value. */
export function readAmount(text: string, style: DecimalStyle, currency: string): AmountReading {
  const parts = amountParts(text);
  if (parts === null) return not(`is not an amount. Expected a figure like ${sampleAmount(style)}.`);
  const point = style === 'point' ? '.' : ',';
  const group = style === 'point' ? ',' : '.';
  const [whole = '', fraction = '', ...more] = parts.digits.split(point);
  if (more.length > 0 || fraction.includes(group) || !isGrouped(whole, group)) {
    return not(
      `is not an amount in the way the rest of the file writes them. Expected ${sampleAmount(style)}.`,
    );
  }
  const minor = minorDigits(currency);
  const cents = fraction.replace(/0+$/, '');
  if (cents.length > minor) return not(`has more decimals than ${currency} has. ${decimalsOf(currency)}`);
  const value = Number(`${whole.replaceAll(group, '')}${cents.padEnd(minor, '0')}`);
  if (!(value <= MAX_AMOUNT_MINOR)) return not('is too big to be an invoice. Please check the figure.');
  return { kind: 'amount', money: money(parts.negative ? -value : value, currency) };
}

/** Groups of three, or of two before the last three as in India (1,28,500); none is fine too. */
function isGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return true;
  const parts = whole.split(group);
  const head = parts.shift()!;
  const tail = parts.pop()!;
  if (head.length < 1 || head.length > 3 || tail.length !== 3) return false;
  return (
    parts.every((part) => part.length === 3) || (head.length <= 2 && parts.every((part) => part.length === 2))
  );
}

/**
 * A spreadsheet's own number: the exact decimal, no style. Fractions of a minor unit come from formulas (a tax of
 * 107.4975) and are rounded half away from zero, as the sheet shows them.
 */
export function readNumber(number: string, currency: string): AmountReading & { readonly rounded?: boolean } {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number);
  if (!match) return not('is not an amount. Expected a figure like 1234.50.');
  const minor = minorDigits(currency);
  const fraction = (match[3] ?? '').padEnd(minor, '0');
  const kept = Number(`${match[2]}${fraction.slice(0, minor)}`);
  const rest = fraction.slice(minor);
  const value = kept + (/^[5-9]/.test(rest) ? 1 : 0);
  if (!(value <= MAX_AMOUNT_MINOR)) return not('is too big to be an invoice. Please check the figure.');
  return { kind: 'amount', money: money(match[1] ? -value : value, currency), rounded: /[1-9]/.test(rest) };
}

function sampleAmount(style: DecimalStyle): string {
  return style === 'point' ? '1,234.50' : '1.234,50';
}

function decimalsOf(currency: string): string {
  const digits = minorDigits(currency);
  return digits === 0 ? 'Expected a whole number.' : `Expected at most ${digits}.`;
}

function not(expected: string): { kind: 'not'; expected: string } {
  return { kind: 'not', expected };
}
