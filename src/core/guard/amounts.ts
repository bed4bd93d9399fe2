// Finds every amount in a letter, in figures of any format and in words, and holds it against the facts.
import type { DraftFacts, InvoiceFact } from '../facts.ts';
import { letterLocale } from '../letter/language.ts';
import { formatMoney, type Money, minorDigits, money } from '../money.ts';
import { withoutDiscount } from '../offer/offer.ts';
import { CODES, currencyOf, isMinorWord, MINOR_WORDS, SYMBOLS, WORDS } from './currencies.ts';
import { FIGURE, looksLikeMoney, readFigure } from './figures.ts';
import type { Finding } from './finding.ts';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import { finding, type Sheet, sentenceAround, sightAt, takeAll } from './sheet.ts';

const AMOUNT = new RegExp(
  `(?<before>(?<![A-Za-z])(?:${CODES}|${SYMBOLS}) {0,3})?(?<sign>-)?(?<![\\d.,])(?<number>${FIGURE})(?<kilo> ?(?:k|tsd\\.?|thousand|mil|mille|tausend)(?![A-Za-z]))?(?<after> {0,3}(?:(?:${CODES}|${WORDS})(?![A-Za-z])|(?:${SYMBOLS})))?`,
  'giu',
);

const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<number>(?:a )?${NUMBER_WORDS}) (?:de )?(?<unit>${CODES}|${WORDS})(?![\\p{L}])(?: (?:and |und |et |con |y )?(?<cents>${NUMBER_WORDS}) (?:${MINOR_WORDS})(?![\\p{L}]))?`,
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
  general(facts.detail?.told?.amount?.minor);
  const instalments = facts.detail?.plan?.instalments ?? [];
  for (const { amount } of instalments) general(amount.minor);
  general(instalments.reduce((sum, { amount }) => sum + amount.minor, 0));
  general(facts.detail?.matter?.credit?.minor);
  for (const { amount, invoice } of offeredSums(facts)) {
    const index = facts.invoices.findIndex(({ number }) => number === invoice);
    if (index === -1) general(amount.minor);
    else allowed.push({ minor: amount.minor, invoice: index, isPart: false });
  }
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

/** What an offer takes off, what is left to pay with it, and the sums of both. */
function offeredSums({ detail, total }: DraftFacts): { amount: Money; invoice: string | null }[] {
  const offer = detail?.offer;
  if (offer?.kind === 'fee_waiver') return [{ amount: offer.fee, invoice: null }];
  if (offer?.kind !== 'early_payment') return [];
  const off = offer.parts.reduce((sum, part) => sum + part.off.minor, 0);
  const left = offer.parts.reduce((sum, part) => sum + withoutDiscount(part).minor, 0);
  return [
    ...offer.parts.flatMap((part) => [
      { amount: part.off, invoice: part.invoice },
      { amount: withoutDiscount(part), invoice: part.invoice },
    ]),
    ...[off, left].map((minor) => ({ amount: money(minor, total.currency), invoice: null })),
  ];
}

function paidOf(invoice: InvoiceFact): number {
  const { total, open, disputed, writtenOff } = invoice;
  return total.minor - open.minor - (disputed?.minor ?? 0) - (writtenOff?.minor ?? 0);
}

export function checkAmounts(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  const allowed = allowedAmounts(facts);
  takeAll(sheet, IN_WORDS, (match) => {
    const { number = '', unit = '' } = match.groups ?? {};
    const minor = readWords(number, isMinorWord(unit), match.groups?.cents, facts.total.currency);
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
    const minor = readFigure(number, kilo !== '', letterLocale(facts.language), facts.total.currency);
    judge(sheet, match, minor, [...currencyOf(before), ...currencyOf(after)], facts, allowed, findings);
    return true;
  });
  return findings;
}

/** "Eight hundred dollars and fifty cents"; null where it cannot be read, or the currency has no such cents. */
function readWords(number: string, isMinor: boolean, cents: string | undefined, currency: string) {
  const value = readNumberWords(number);
  const hundredths = cents === undefined ? 0 : readNumberWords(cents);
  const digits = minorDigits(currency);
  if (value === null || hundredths === null) return null;
  if (isMinor) return value;
  return cents !== undefined && digits < 2 ? null : value * 10 ** digits + hundredths * 10 ** (digits - 2);
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
  const isOfOne = matching.every(({ invoice }) => invoice !== null);
  sightAt(
    sheet,
    isOfOne ? 'amount' : 'case-amount',
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
