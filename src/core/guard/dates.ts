// Finds every date in a letter, as people write them in four languages, and holds it against the facts.
import { type Day, dayFromParts, formatDayLong, weekday } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import { letterLanguage, letterLocale } from '../letter/language.ts';
import type { Offer } from '../offer/offer.ts';
import type { Finding } from './finding.ts';
import { finding, type Sheet, sentenceAround, sightAt, takeAll } from './sheet.ts';

export const MONTHS: readonly string[] = [
  'january|jan|enero|ene|janvier|janv|januar|jaenner|janner',
  'february|feb|febrero|fevrier|fevr|fev|februar',
  'march|mar|marzo|mars|marz|maerz',
  'april|apr|abril|abr|avril|avr',
  'may|mayo|mai',
  'june|jun|junio|juin|juni',
  'july|jul|julio|juillet|juil|juli',
  'august|aug|agosto|ago|aout',
  'september|sept|sep|septiembre|setiembre|septembre',
  'october|oct|octubre|octobre|oktober|okt',
  'november|nov|noviembre|novembre',
  'december|dec|diciembre|dic|decembre|dezember|dez',
];
export const MONTH = MONTHS.join('|');

export const WEEKDAYS: readonly string[] = [
  'monday|mon|lunes|lundi|montag',
  'tuesday|tues|tue|martes|mardi|dienstag',
  'wednesday|wed|miercoles|mercredi|mittwoch',
  'thursday|thurs|thu|jueves|jeudi|donnerstag',
  'friday|fri|viernes|vendredi|freitag',
  'saturday|sat|sabado|samedi|samstag|sonnabend',
  'sunday|sun|domingo|dimanche|sonntag',
];
export const WEEKDAY = WEEKDAYS.join('|');

const LEAD = `(?<![\\p{L}\\p{N}])(?:(?<weekday>${WEEKDAY})\\.?,? (?:the |le |el |den |dem )?)?`;
const YEAR = "(?<year>\\d{4}|'\\d{2})";

const WRITTEN = [
  new RegExp(
    `${LEAD}(?<day>\\d{1,2})(?:st|nd|rd|th|er|o|\\.)? ?(?:de |of )?(?<month>${MONTH})(?![\\p{L}])\\.?(?:,? (?:de |del )?${YEAR})?(?!\\d)`,
    'giu',
  ),
  new RegExp(`${LEAD}(?<month>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? ${YEAR})?(?![\\d])`, 'giu'),
];
const ISO = /(?<![\d-])(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d-])/g;
const FIGURES = new RegExp(
  `${LEAD}(?<![\\d./-])(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2})(?![\\d])`,
  'giu',
);
const SHORT_FIGURES = new RegExp(
  `${LEAD}(?<![\\d./-])(?<![$€£¥₹] ?)(?<!(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|KWD) )(?<a>\\d{1,2})(?:/(?<b>\\d{1,2})|\\.(?<c>\\d{1,2})\\.)(?![\\d/])`,
  'giu',
);

const ORDINALS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[ -]first|primero|premier|ersten|zweiten|dritten|funfzehnten|zwanzigsten';
const IN_WORDS = new RegExp(
  `(?<![\\p{L}])(?:(?:${ORDINALS}) (?:de |of )?(?:${MONTH})|(?:${MONTH}) (?:the )?(?:${ORDINALS}))(?![\\p{L}])`,
  'giu',
);

/** No 24th of July. */
const ROUND_THE_CLOCK = /(?<![\d/])24\/7(?![\d/])/g;

type AllowedDay = { readonly day: Day; readonly invoice: number | null };

function allowedDays(facts: DraftFacts): AllowedDay[] {
  const { history } = facts;
  const general = [
    facts.asOf,
    facts.deadline,
    history.brokenPromise?.date ?? null,
    history.lastLetter,
    history.recentPayment?.day ?? null,
    facts.detail?.told?.date ?? null,
    facts.occasion ? null : history.customerSince,
    ...(facts.detail?.plan?.instalments ?? []).map(({ day }) => day),
    ...offeredDays(facts.detail?.offer),
  ].flatMap((day) => (day ? [{ day, invoice: null }] : []));
  const own = facts.invoices.flatMap((invoice, index) => [
    { day: invoice.due, invoice: index },
    ...(invoice.issued ? [{ day: invoice.issued, invoice: index }] : []),
  ]);
  return [...general, ...own];
}

function offeredDays(offer: Offer | undefined): Day[] {
  if (offer?.kind === 'early_payment') return offer.parts.map(({ until }) => until);
  return offer?.kind === 'fee_waiver' ? [offer.feeDay, offer.until] : [];
}

export function checkDates(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  const allowed = allowedDays(facts);
  const monthFirst = letterLanguage(facts.language) === 'en' && letterLocale(facts.language) === 'en-US';
  const judgeAll = (
    pattern: RegExp,
    read: (groups: Record<string, string | undefined>) => DateParts | null,
  ) =>
    takeAll(sheet, pattern, (match) => {
      const parts = read(match.groups ?? {});
      if (parts === null || isVerbMay(match[0])) return false;
      judge(sheet, match, parts, facts, allowed, findings);
      return true;
    });

  takeAll(sheet, ROUND_THE_CLOCK, () => true);
  takeAll(sheet, IN_WORDS, (match) => {
    const range = [match.index ?? 0, (match.index ?? 0) + match[0].length] as const;
    findings.push(
      finding(
        'date-in-words',
        'block',
        sheet,
        range,
        'A date in words cannot be checked.',
        'Write the date in figures, or leave it out.',
      ),
    );
    return true;
  });
  judgeAll(ISO, ({ year, month, day }) => parts(year, month, day));
  for (const pattern of WRITTEN) {
    judgeAll(pattern, ({ weekday: on, year, month = '', day }) =>
      parts(year, String(monthOf(month)), day, on),
    );
  }
  const inFigures = (a?: string, b?: string, year?: string, on?: string) =>
    monthFirst && Number(a) <= 12 ? parts(year, a, b, on) : Number(b) <= 12 ? parts(year, b, a, on) : null;
  judgeAll(FIGURES, ({ a, b, year, weekday: on }) => inFigures(a, b, year, on));
  // "12.01." is a day in German only; elsewhere it is a sum at the end of a sentence.
  const isGerman = letterLanguage(facts.language) === 'de';
  judgeAll(SHORT_FIGURES, ({ a, b, c, weekday: on }) =>
    b === undefined && !isGerman ? null : inFigures(a, b ?? c, undefined, on),
  );
  return findings;
}

type DateParts = {
  readonly year: number | null;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly weekday: number | null;
};

function parts(year?: string, month?: string, dayOfMonth?: string, on?: string): DateParts | null {
  const digits = year?.replace("'", '');
  const made = {
    year: digits === undefined ? null : digits.length === 2 ? 2000 + Number(digits) : Number(digits),
    month: Number(month),
    dayOfMonth: Number(dayOfMonth),
    weekday: on === undefined ? null : indexIn(WEEKDAYS, on),
  };
  return made.month >= 1 && made.month <= 12 && made.dayOfMonth >= 1 && made.dayOfMonth <= 31 ? made : null;
}

export function indexIn(words: readonly string[], word: string): number | null {
  const index = words.findIndex((alternatives) => alternatives.split('|').includes(word.toLowerCase()));
  return index === -1 ? null : index + 1;
}

function monthOf(word: string): number {
  return indexIn(MONTHS, word) ?? 0;
}

/** "the other 2 may follow": only a capital makes it the month. */
function isVerbMay(text: string): boolean {
  return /\bmay\b/.test(text);
}

function judge(
  sheet: Sheet,
  match: RegExpMatchArray,
  { year, month, dayOfMonth, weekday: on }: DateParts,
  facts: DraftFacts,
  allowed: readonly AllowedDay[],
  findings: Finding[],
): void {
  const start = match.index ?? 0;
  const range = [start, start + match[0].trimEnd().length] as const;
  const report = (code: string, why: string, mend: string) =>
    findings.push(finding(code, 'block', sheet, range, why, mend));
  const locale = letterLocale(facts.language);
  const matching = allowed.filter(({ day }) => {
    const [y, m, d] = day.split('-').map(Number);
    return m === month && d === dayOfMonth && (year === null || year === y);
  });
  if (matching.length === 0) {
    const first = facts.invoices.find(({ kind }) => kind === 'invoice');
    const mend = first
      ? `Invoice ${first.number} was due ${formatDayLong(first.due, locale)}.`
      : 'Leave the date out.';
    const impossible = year !== null && dayFromParts(year, month, dayOfMonth) === null;
    report(
      'wrong-date',
      impossible ? 'There is no such day.' : 'This date is not in the ledger or the policy.',
      mend,
    );
    return;
  }
  if (on !== null && matching.every(({ day }) => weekday(day) !== on)) {
    report('wrong-weekday', 'The day of the week does not fit the date.', 'Leave the day of the week out.');
    return;
  }
  // A day of the case as a whole, such as that of a promise, belongs to no invoice in particular.
  const isOfInvoices = matching.every(({ invoice }) => invoice !== null);
  sightAt(
    sheet,
    isOfInvoices ? 'date' : 'case-date',
    range,
    isOfInvoices ? matching.flatMap(({ invoice }) => (invoice === null ? [] : [invoice])) : [],
  );
  const [from, to] = sentenceAround(sheet, start);
  const named = new Set(
    sheet.mentions.filter((at) => at.start >= from && at.end <= to).map(({ invoice }) => invoice),
  );
  if (named.size > 0 && matching.every(({ invoice }) => invoice !== null && !named.has(invoice))) {
    report(
      'swapped-date',
      'This date belongs to another invoice than the one named beside it.',
      'Give each invoice its own date.',
    );
  }
}
