// Finds every amount in a letter, in figures of any format and in words, and holds it against the facts.
import type { DraftFacts, InvoiceFact } from '../facts.ts';
import { letterLocale } from '../letter/language.ts';
import { formatMoney, fromDecimal, minorDigits, money } from '../money.ts';
import type { Finding } from './finding.ts';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import { finding, type Sheet, sentenceAround, sightAt, takeAll } from './sheet.ts';

const CODES =
  'USD|EUR|GBP|CAD|AUD|NZD|CHF|JPY|CNY|HKD|SGD|SEK|NOK|DKK|PLN|CZK|HUF|MXN|BRL|INR|ZAR|AED|ILS|KRW|TRY|KWD|BHD|OMR|JOD|TND|ISK|RON';
const SYMBOLS =
  '\\$ ?(?:US|CA|AU|NZ|HK|MX)(?![A-Za-z])|US ?\\$|CA ?\\$|AU ?\\$|NZ ?\\$|HK ?\\$|MX ?\\$|JP ?¥|CN ?¥|C\\$|A\\$|R\\$|\\$|€|£|¥|₹|₩|₺|zl|kr\\.?|Fr\\.|CHF';
const WORDS =
  '(?:us |canadian |australian )?dollars?|bucks|quid|euros?|pounds?(?: sterling)?|francs?|franken|kronor|kroner|pesos?|rupees?|yen|dolares|libras|livres|pfund|dolar|dollar|cents?(?= |$|\\.|,)|pence|centimos';
const NUMBER = "\\d+(?:[.,']\\d+| \\d{3}(?!\\d))*";

const AMOUNT = new RegExp(
  `(?<before>(?<![A-Za-z])(?:${CODES}|${SYMBOLS}) {0,3})?(?<sign>-)?(?<![\\d.,])(?<number>${NUMBER})(?<kilo> ?(?:k|tsd\\.?|thousand|mil|mille|tausend)(?![A-Za-z]))?(?<after> {0,3}(?:(?:${CODES}|${WORDS})(?![A-Za-z])|(?:${SYMBOLS})))?`,
  'gi',
);

const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<number>(?:a )?${NUMBER_WORDS}) (?:de )?(?<unit>${CODES}|${WORDS})(?![\\p{L}])`,
  'giu',
);

/** Big number words need no currency to be read as a sum: "still waiting for twelve hundred". */
const BIG_IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<number>(?:a )?(?:${NUMBER_WORDS}[ -])?(?:hundred|thousand|grand)(?: (?:and )?${NUMBER_WORDS})?)(?! (?:times|percent|thanks|of))(?![\\p{L}])`,
  'giu',
);

export type AllowedAmount = {
  readonly minor: number;
  readonly invoice: number | null;
  readonly isPart: boolean;
};

/** The sums that a letter may name. `invoice`: it belongs to that one; `isPart`: it needs words that say so. */
export function allowedAmounts(facts: DraftFacts): AllowedAmount[] {
  const allowed: AllowedAmount[] = [];
  const general = (minor: number | undefined) => {
    if (minor !== undefined && minor !== 0)
      allowed.push({ minor: Math.abs(minor), invoice: null, isPart: false });
  };
  general(facts.total.minor);
  general(facts.history.brokenPromise?.amount?.minor);
  general(facts.history.recentPayment?.amount.minor);
  general(facts.matter?.credit?.minor);
  let paid = 0;
  let beforeCredits = 0;
  facts.invoices.forEach((invoice, index) => {
    const own = (minor: number, isPart: boolean) => {
      if (minor > 0) allowed.push({ minor, invoice: index, isPart });
    };
    own(invoice.open.minor, false);
    own(invoice.total.minor, invoice.total.minor !== invoice.open.minor);
    if (invoice.kind === 'credit_note') return;
    own(invoice.disputed?.minor ?? 0, true);
    own(paidOf(invoice), true);
    paid += paidOf(invoice);
    beforeCredits += invoice.open.minor;
  });
  general(paid);
  general(beforeCredits);
  return allowed;
}

function paidOf(invoice: InvoiceFact): number {
  return invoice.total.minor - invoice.open.minor - (invoice.disputed?.minor ?? 0);
}

export function checkAmounts(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  const allowed = allowedAmounts(facts);
  takeAll(sheet, IN_WORDS, (match) => {
    const { number = '', unit = '' } = match.groups ?? {};
    const value = readNumberWords(number);
    const isMinor = /^(?:cents?|pence|centimos)$/i.test(unit);
    const minor = value === null ? null : isMinor ? value : value * 10 ** minorDigits(facts.total.currency);
    judge(sheet, match, minor, currencyOf(unit), facts, allowed, findings);
    return true;
  });
  takeAll(sheet, BIG_IN_WORDS, (match) => {
    const value = readNumberWords(match.groups?.number ?? '');
    const minor = value === null ? null : value * 10 ** minorDigits(facts.total.currency);
    judge(sheet, match, minor, [], facts, allowed, findings);
    return true;
  });
  takeAll(sheet, AMOUNT, (match) => {
    const { before = '', number = '', kilo = '', after = '' } = match.groups ?? {};
    if (before === '' && after === '' && kilo === '' && !looksLikeMoney(number, facts.total.currency))
      return false;
    const minor = readFigure(number, kilo !== '', facts);
    judge(sheet, match, minor, [...currencyOf(before), ...currencyOf(after)], facts, allowed, findings);
    return true;
  });
  return findings;
}

/** 12.50, 1,200, 1.234,00: with its decimals or grouped by thousands. */
function looksLikeMoney(number: string, currency: string): boolean {
  const digits = minorDigits(currency);
  if (digits > 0 && new RegExp(`[.,]\\d{${digits}}$`).test(number)) return true;
  return /^\d{1,3}(?:[.,' ]\d{2,3})*[.,' ]\d{3}$/.test(number);
}

function readFigure(number: string, thousands: boolean, facts: DraftFacts): number | null {
  const { currency } = facts.total;
  const decimal = fromDecimal(toPlainDecimal(number, letterLocale(facts.language), currency), currency);
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

const CURRENCIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^US ?\$|^\$ ?US|^us dollar|^bucks/i, ['USD']],
  [/^CA ?\$|^\$ ?CA|^C\$|^canadian/i, ['CAD']],
  [/^AU ?\$|^\$ ?AU|^A\$|^australian/i, ['AUD']],
  [/^NZ ?\$|^\$ ?NZ/i, ['NZD']],
  [/^HK ?\$|^\$ ?HK/i, ['HKD']],
  [/^MX ?\$|^\$ ?MX|^pesos?/i, ['MXN']],
  [/^R\$/i, ['BRL']],
  [/^\$|^dollar|^dolar/i, ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN']],
  [/^€|^euro/i, ['EUR']],
  [/^£|^pound|^quid|^libras|^livres|^pfund|^pence/i, ['GBP']],
  [/^JP ?¥/i, ['JPY']],
  [/^CN ?¥/i, ['CNY']],
  [/^¥|^yen/i, ['JPY', 'CNY']],
  [/^₹|^rupee/i, ['INR']],
  [/^₩/, ['KRW']],
  [/^₺/, ['TRY']],
  [/^zl/i, ['PLN']],
  [/^kr(?!w)/i, ['SEK', 'NOK', 'DKK', 'ISK']],
  [/^Fr\.|^franc|^franken/i, ['CHF']],
];

/** The currencies that a symbol, code or word can mean; one list a sign; nothing for "cents". */
function currencyOf(sign: string): readonly (readonly string[])[] {
  const trimmed = sign.trim();
  if (trimmed === '') return [];
  const known = CURRENCIES.find(([pattern]) => pattern.test(trimmed));
  if (known) return [known[1]];
  return new RegExp(`^(?:${CODES})$`, 'i').test(trimmed) ? [[trimmed.toUpperCase()]] : [];
}

const SAYS_PART =
  /\b(?:of|total(?:l?ed)?|original(?:ly)?|invoiced|billed|full|was|already|paid|received|part|came|question|dispute|de|sobre|sur|von|pagad[oa]s?|recibi\w+|paye\w*|recu\w*|bezahlt|erhalten|eingegangen|originale?|ursprunglich\w*)\b/i;
const SAYS_TOTAL =
  /\b(?:in total|totals?|altogether|in all|all together|combined|balance|en total|au total|insgesamt|gesamt\w*|summe|saldo)\b/i;

function judge(
  sheet: Sheet,
  match: RegExpMatchArray,
  minor: number | null,
  currencies: readonly (readonly string[])[],
  facts: DraftFacts,
  allowed: readonly AllowedAmount[],
  findings: Finding[],
): void {
  const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
  const start = (match.index ?? 0) + lead;
  const end = (match.index ?? 0) + match[0].trimEnd().length;
  const total = formatMoney(facts.total, letterLocale(facts.language));
  const report = (code: string, why: string, mend: string) =>
    findings.push(finding(code, 'block', sheet, [start, end], why, mend));
  if (currencies.some((meant) => !meant.includes(facts.total.currency))) {
    report(
      'wrong-currency',
      `The open invoices are in ${facts.total.currency}.`,
      `Write it in ${facts.total.currency}, as in ${total}.`,
    );
    return;
  }
  const matching = minor === null ? [] : allowed.filter((amount) => amount.minor === minor);
  if (matching.length === 0) {
    report(
      'wrong-amount',
      'This sum is not one of those in the ledger.',
      `The open total is ${total}; use it, or an invoice’s own sum.`,
    );
    return;
  }
  if (matching.every(({ invoice }) => invoice !== null))
    sightAt(
      sheet,
      'amount',
      [start, end],
      matching.flatMap(({ invoice }) => (invoice === null ? [] : [invoice])),
    );
  const [from, to] = sentenceAround(sheet, start);
  const named = new Set(
    sheet.mentions.filter((at) => at.start >= from && at.end <= to).map(({ invoice }) => invoice),
  );
  const fits = matching.filter(({ invoice }) => invoice === null || named.size === 0 || named.has(invoice));
  if (fits.length === 0) {
    report(
      'swapped-amount',
      'This sum belongs to another invoice than the one named beside it.',
      'Give each invoice its own sum.',
    );
    return;
  }
  const sentence = sheet.scan.text.slice(from, to);
  const general = fits.some(({ invoice }) => invoice === null);
  if (!general && named.size === 0 && facts.invoices.length > 1 && SAYS_TOTAL.test(sentence)) {
    report('swapped-amount', 'This is one invoice’s sum, not the total.', `The total is ${total}.`);
    return;
  }
  if (!general && fits.every(({ isPart }) => isPart) && !SAYS_PART.test(sentence)) {
    const open = facts.invoices[fits[0]?.invoice ?? 0]?.open ?? money(0, facts.total.currency);
    report(
      'not-the-open-part',
      'Part of this has been settled, so it is not what is open.',
      `Ask for the open part, ${formatMoney(open, letterLocale(facts.language))}.`,
    );
  }
}
