// Money as whole minor units of one currency. Nothing here ever adds two currencies or loses a cent.

/** `minor` is a safe integer of the currency's smallest unit (cents, yen, fils); `currency` is ISO 4217. */
export type Money = { readonly minor: number; readonly currency: string };

/** Digits after the point, where they are not two (ISO 4217). */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/** @throws RangeError when `minor` is not a safe integer: a figure that big is a bug or a broken file. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not a whole number of minor units`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

export function zero(currency: string): Money {
  return money(0, currency);
}

/** @throws RangeError when the currencies differ. */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/** @throws RangeError when the currencies differ. */
export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added`);
}

/** One total a currency, in order of first appearance. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, number>();
  for (const { minor, currency } of amounts) totals.set(currency, (totals.get(currency) ?? 0) + minor);
  return [...totals].map(([currency, minor]) => money(minor, currency));
}

/**
 * Splits an amount into `parts` whole shares that add up to it exactly; earlier shares carry the odd cents.
 * @throws RangeError when `parts` is not a positive whole number.
 */
export function split(amount: Money, parts: number): Money[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts} parts`);
  const share = Math.trunc(amount.minor / parts);
  const odd = amount.minor - share * parts;
  const step = Math.sign(odd);
  return Array.from({ length: parts }, (_, i) =>
    money(share + (i < Math.abs(odd) ? step : 0), amount.currency),
  );
}

/** Major units as a plain decimal string: 123456 USD → "1234.56", 5 KWD → "0.005". */
export function toDecimal({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + padded;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** A plain decimal string ("1234.5", "-3") to money; null where it is not one or has too many decimals. */
export function fromDecimal(text: string, currency: string): Money | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return null;
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return null;
  return money(match[1] ? -minor : minor, currency);
}

/** For people: "$1,234.50", "1.234,50 €". `locale` is BCP 47. */
export function formatMoney(amount: Money, locale = 'en-US'): string {
  const formatter = moneyFormatter(locale, amount.currency);
  return formatter.format(toDecimal(amount) as Intl.StringNumericLiteral);
}

const formatters = new Map<string, Intl.NumberFormat>();

function moneyFormatter(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
}
