// The ways in which a right letter is made wrong to see that the guard notices; null where the letter has no place for it.
import { addDays, formatDayLong } from '../../../../src/core/calendar.ts';
import type { Letter } from '../../../../src/core/draft.ts';
import type { DraftFacts } from '../../../../src/core/facts.ts';
import { allowedAmounts } from '../../../../src/core/guard/amounts.ts';
import { letterLanguage, letterLocale } from '../../../../src/core/letter/language.ts';
import { formatMoney, type Money, minorDigits, money } from '../../../../src/core/money.ts';
import { spellNumber } from './spell-number.ts';

type Corruption = (letter: Letter, facts: DraftFacts, pick: number) => Letter | null;

const written = (amount: Money, facts: DraftFacts) => formatMoney(amount, letterLocale(facts.language));

/** Where the sum itself stands, and is no part of a longer one. */
function sumPattern(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\d.,'’\\p{L}]|\\d[\\s\\u202f\\u00a0])${literal}(?![\\d]|[.,]\\d|\\p{L})`, 'gu');
}

/** Whether the sum of the letter's facts is no sum that a letter may name. */
const isWrong = (minor: number, facts: DraftFacts) =>
  allowedAmounts(facts).every((amount) => amount.minor !== minor);

/** The total, put in every place of the letter as `wrong` says it. */
function totalAs(letter: Letter, facts: DraftFacts, wrong: string): Letter | null {
  const body = letter.body.replace(sumPattern(written(facts.total, facts)), () => wrong);
  return body === letter.body ? null : { ...letter, body };
}

function exchanged(letter: Letter, a: string, b: string): Letter | null {
  if (!sumPattern(a).test(letter.body) || !sumPattern(b).test(letter.body)) return null;
  const body = letter.body
    .replace(sumPattern(a), '\uE001')
    .replace(sumPattern(b), () => a)
    .replaceAll('\uE001', () => b);
  return { ...letter, body };
}

/** Another sum of about the size, as money of the same currency. */
function wrongTotal(facts: DraftFacts, pick: number): Money | null {
  const minor = facts.total.minor + 1 + (pick % 9999);
  return isWrong(minor, facts) ? money(minor, facts.total.currency) : null;
}

const UNITS: Readonly<Record<string, readonly [en: string, de: string, fr: string, es: string]>> = {
  USD: ['dollars', 'Dollar', 'dollars', 'dólares'],
  CAD: ['Canadian dollars', 'kanadische Dollar', 'dollars canadiens', 'dólares canadienses'],
  EUR: ['euros', 'Euro', 'euros', 'euros'],
  GBP: ['pounds', 'Pfund', 'livres', 'libras'],
  CHF: ['francs', 'Franken', 'francs', 'francos'],
  JPY: ['yen', 'Yen', 'yens', 'yenes'],
  KWD: ['dinars', 'Dinar', 'dinars', 'dinares'],
};
const LANGUAGES = ['en', 'de', 'fr', 'es'] as const;

function unitOf(currency: string, facts: DraftFacts): string {
  const language = letterLanguage(facts.language);
  return UNITS[currency]?.[LANGUAGES.indexOf(language)] ?? '';
}

/** Each leaves a reader the same figure to see, and a program another one. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
  (text) => text.replace(/\d/g, (digit) => `${digit}\u200b`),
  (text) => text.replace(/\d/, (digit) => `${digit}\u2060`),
  (text) => text.replace('$', '＄').replace('£', '₤').replace('€', 'Є').replace('.', '․'),
  (text) => text.replace(/[.,]/, '٫').replace(/\d/g, (digit) => String.fromCodePoint(0x06f0 + Number(digit))),
];

export const CORRUPTIONS: Readonly<Record<string, Corruption>> = {
  'a digit of a sum changed': (letter, facts, pick) => {
    const text = written(facts.total, facts);
    const at = letter.body.indexOf(text);
    const digits = [...text.matchAll(/\d/g)];
    const digit = digits[pick % digits.length];
    if (at === -1 || !digit) return null;
    const other = String((Number(digit[0]) + 1 + (pick % 8)) % 10);
    const changed = text.slice(0, digit.index) + other + text.slice(digit.index + 1);
    // One sum may by chance become another that the facts hold.
    if (!isWrong(Number(changed.replace(/\D/g, '')), facts)) return null;
    return { ...letter, body: letter.body.slice(0, at) + changed + letter.body.slice(at + text.length) };
  },
  'a date moved': (letter, facts, pick) => {
    const locale = letterLocale(facts.language);
    const first = facts.invoices[0];
    if (!first) return null;
    const moved = addDays(first.due, (pick % 2 === 0 ? 1 : -1) * (1 + (pick % 300)));
    const known = [
      facts.asOf,
      facts.deadline,
      facts.history.lastLetter,
      facts.history.brokenPromise?.date,
      facts.history.customerSince,
      ...facts.invoices.flatMap(({ due, issued }) => [due, issued]),
    ];
    const from = formatDayLong(first.due, locale);
    if (known.includes(moved) || !letter.body.includes(from)) return null;
    return { ...letter, body: letter.body.replace(from, formatDayLong(moved, locale)) };
  },
  'the currency swapped': (letter, facts, pick) => {
    const other =
      ['USD', 'EUR', 'GBP', 'CHF'].filter((code) => code !== facts.total.currency)[pick % 3] ?? 'EUR';
    if (other === 'USD' && facts.total.currency === 'CAD') return null; // "$" is both
    const from = written(facts.total, facts);
    const to = from.replace(/[^\d.,'’\s\u202f\u00a0-]+/u, ` ${other} `);
    return letter.body.includes(from) ? { ...letter, body: letter.body.replace(from, to) } : null;
  },
  'the currency swapped by its word': (letter, facts, pick) => {
    const others = Object.keys(UNITS).filter((code) => code !== facts.total.currency);
    const other = others[pick % others.length] ?? 'EUR';
    const bare = written(facts.total, facts)
      .replace(/[^\d.,'’\s\u202f\u00a0-]+/u, '')
      .trim();
    // "Dollars" alone are the Canadian ones too.
    if (other === 'USD' && facts.total.currency === 'CAD') return null;
    return totalAs(letter, facts, `${bare} ${unitOf(other, facts)}`);
  },
  'two sums swapped between invoices': (letter, facts, pick) => {
    const open = facts.invoices.filter(({ kind }) => kind === 'invoice');
    const a = open[pick % open.length];
    const b = open[(pick + 1) % open.length];
    // Where the one's sum is the other's too, nothing has become wrong.
    if (!a || !b || a === b || sumsOf(a).some((minor) => sumsOf(b).includes(minor))) return null;
    return exchanged(letter, written(a.open, facts), written(b.open, facts));
  },
  'the total and an invoice’s sum swapped': (letter, facts, pick) => {
    const open = facts.invoices.filter(({ kind }) => kind === 'invoice');
    const part = open[pick % open.length];
    if (!part || open.length < 2 || part.open.minor === facts.total.minor) return null;
    return exchanged(letter, written(facts.total, facts), written(part.open, facts));
  },
  'an invoice’s sum for the total': (letter, facts, pick) => {
    const open = facts.invoices.filter(({ kind }) => kind === 'invoice');
    const part = open[pick % open.length];
    const from = written(facts.total, facts);
    if (
      !part ||
      open.length < 2 ||
      allowedAmounts(facts).some((each) => each.invoice === null && each.minor === part.open.minor)
    )
      return null;
    const places = [...letter.body.matchAll(sumPattern(from))];
    const at = places[pick % places.length]?.index;
    if (at === undefined) return null;
    const body = letter.body.slice(0, at) + written(part.open, facts) + letter.body.slice(at + from.length);
    return { ...letter, body };
  },
  'a wrong sum in words': (letter, facts, pick) => {
    const { currency } = facts.total;
    const whole = Math.floor(Math.abs(facts.total.minor) / 10 ** minorDigits(currency)) + 1 + (pick % 900);
    if (whole >= 1_000_000 || !isWrong(whole * 10 ** minorDigits(currency), facts)) return null;
    const words = spellNumber(whole, letterLanguage(facts.language));
    return totalAs(letter, facts, `${words} ${unitOf(currency, facts)}`);
  },
  'a wrong sum in disguise': (letter, facts, pick) => {
    const wrong = wrongTotal(facts, pick);
    const disguise = DISGUISES[pick % DISGUISES.length];
    return wrong && disguise ? totalAs(letter, facts, disguise(written(wrong, facts))) : null;
  },
  'an invoice added': (letter, facts, pick) => {
    const amount = written(money(77_700 + (pick % 1000), facts.total.currency), facts);
    const row = `${['INV-9999', '#88123', 'R2025/777', 'ZZ-4410'][pick % 4]} · ${amount}`;
    return { ...letter, body: `${letter.body}\n\n${row}` };
  },
  'a threat added': (letter, _, pick) => ({
    ...letter,
    body: `${letter.body}\n\n${['We will report you to the credit bureau.', 'Wir werden die Polizei informieren.', 'Nous allons le rendre public sur les réseaux sociaux.', 'Llamaremos a la policía.'][pick % 4]}`,
  }),
  'bank details added': (letter) => ({
    ...letter,
    body: `${letter.body}\n\nIBAN GB33 BUKB 2020 1555 5555 55`,
  }),
};

function sumsOf({ open, total }: DraftFacts['invoices'][number]): number[] {
  return [open.minor, total.minor, total.minor - open.minor].filter((minor) => minor > 0);
}
