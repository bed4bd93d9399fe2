// Judges the numbers that are neither sums nor dates: days late, counts, percentages, instalments, invoice numbers.
import type { DraftFacts } from '../facts.ts';
import { letterLocale } from '../letter/language.ts';
import { formatPercent } from '../offer/offer.ts';
import type { Finding } from './finding.ts';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import { checkPeriods } from './periods.ts';
import { finding, type Sheet, sentenceAround, sightAt, takeAll } from './sheet.ts';

const COUNT = `(?<count>\\d+|${NUMBER_WORDS})`;
const NOT_IN_WORD = '(?<![\\p{L}\\p{N}.,])';

const PERCENT = new RegExp(
  `${NOT_IN_WORD}(?:\\d+(?:[.,]\\d+)?|${NUMBER_WORDS}) ?(?:%|(?:percent|per cent|por ciento|pour cent|prozent)(?![\\p{L}]))`,
  'giu',
);
const INSTALMENTS = new RegExp(
  `${NOT_IN_WORD}${COUNT} (?:equal |monthly |weekly |fortnightly |smaller |easy )?(?:instal?lments?|payments|parts|pagos|plazos|cuotas|versements|echeances|mensualites|raten|teilzahlungen)(?![\\p{L}])`,
  'giu',
);
const INVOICES = new RegExp(
  `${NOT_IN_WORD}${COUNT} (?:of your |of our )?(?:\\p{L}+ ){0,2}?(?:invoices|bills|facturas|factures|rechnungen)(?![\\p{L}])`,
  'giu',
);
const TIMES =
  /(?<![\d.])\d{1,2}(?:[:.]\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h))?|:\d{2}|\s?(?:am|pm|uhr)|\s?h(?:\d{2})?)(?![\d\w])/gi;
const ORDINALS =
  /(?<![\p{L}\p{N}])\d{1,3}(?:st|nd|rd|th)(?= (?:floor|street|st|avenue|ave|anniversary|birthday|edition|year|century)(?![\p{L}]))/giu;
const AFTER_INVOICE_WORD =
  /(?<![\p{L}])(?:invoices?|inv|credit notes?|facturas?|factures?|rechnung(?:en|snummer)?|gutschrift(?:en)?|avoirs?)(?: (?:no\.?|number|nr\.?|num\.?|n[o°]\.?|nummer))?[ .:#-]{0,3}(?<number>[A-Za-z]{0,8}[-/_]?\d[\w/-]*)/giu;
const SHAPED = /(?<![\p{L}\p{N}])(?:#\s?\d[\w/-]*|[A-Z]{1,8}[-/_# ]?\d{2,}[\w/-]*|\d{2,}[-/]\d{2,}[\w/-]*)/gu;
const YEAR = /(?<![\d-])(?:19|20)\d{2}(?![\d-])/g;
const ANY = /\d+(?:[.,]\d+)*/g;

/** "One invoice is 21 days late, the other 14": a bare number that is somebody's days late. */
const LATE = /(?<![\p{L}])(?:late|overdue|past|retraso|vencid[ao]s?|retard|uberfallig|verzug)(?![\p{L}])/iu;

export function checkNumbers(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  const report = (
    code: string,
    severity: Finding['severity'],
    match: RegExpMatchArray,
    why: string,
    mend: string,
  ) =>
    findings.push(
      finding(
        code,
        severity,
        sheet,
        [match.index ?? 0, (match.index ?? 0) + match[0].trimEnd().length],
        why,
        mend,
      ),
    );

  takeAll(sheet, PERCENT, (match) => {
    if (isOffered(match[0], facts)) return true;
    report('percentage', 'block', match, 'No percentage stands in the facts of this letter.', 'Take it out.');
    return true;
  });
  findings.push(...checkPeriods(sheet, facts));
  takeAll(sheet, INSTALMENTS, (match) => {
    const count = countOf(match);
    if (count === null || (count === 1 && !/\d/.test(match[0]))) return true;
    const most = facts.maySay.includes('plan') ? (facts.plan?.maxInstalments ?? 0) : 0;
    if (most === 0)
      report(
        'plan-not-allowed',
        'block',
        match,
        'The policy offers no instalments at this step.',
        'Ask what would work instead.',
      );
    else if (count > most)
      report(
        'plan-beyond-policy',
        'block',
        match,
        `The policy allows up to ${most} instalments.`,
        `Offer up to ${most}.`,
      );
    return true;
  });
  takeAll(sheet, INVOICES, (match) => {
    const count = countOf(match);
    const open = facts.invoices.filter(({ kind }) => kind === 'invoice').length;
    if (count === null || count === open || (count === 1 && !/\d/.test(match[0]))) return true;
    report(
      'wrong-count',
      'block',
      match,
      `${open} ${open === 1 ? 'invoice is' : 'invoices are'} open.`,
      'Use that count, or none.',
    );
    return true;
  });
  takeAll(sheet, TIMES, () => true);
  takeAll(sheet, ORDINALS, () => true);
  const unknownInvoice = (match: RegExpMatchArray) => {
    if (!/\d/.test(match[0])) return false;
    report(
      'unknown-invoice',
      'block',
      match,
      'No open invoice of this customer has that number.',
      'Use only the numbers in the list of open invoices.',
    );
    return true;
  };
  takeAll(sheet, AFTER_INVOICE_WORD, unknownInvoice);
  takeAll(sheet, SHAPED, unknownInvoice);
  takeAll(sheet, shapesOf(facts), unknownInvoice);
  const years = new Set(
    [facts.asOf, facts.history.customerSince, ...facts.invoices.map(({ due }) => due)].map((day) =>
      day?.slice(0, 4),
    ),
  );
  takeAll(sheet, YEAR, (match) => years.has(match[0]));
  takeAll(sheet, ANY, (match) => {
    const [from, to] = sentenceAround(sheet, match.index ?? 0);
    const late = facts.invoices.flatMap(({ daysLate }, index) =>
      daysLate === Number(match[0]) ? [index] : [],
    );
    if (late.length > 0 && LATE.test(sheet.scan.text.slice(from, to))) {
      sightAt(sheet, 'days', [match.index ?? 0, (match.index ?? 0) + match[0].length], late);
      return true;
    }
    const isLong = match[0].length > 3;
    report(
      'unknown-number',
      isLong ? 'block' : 'warn',
      match,
      'This number is not in the facts of this letter.',
      'Take it out, or make sure that it is right.',
    );
    return true;
  });
  return findings;
}

/** The share that the offer of this letter takes off. */
function isOffered(text: string, { detail, language }: DraftFacts): boolean {
  const offer = detail?.offer;
  if (offer?.kind !== 'early_payment') return false;
  const squeezed = (words: string) => words.replace(/\s/g, '');
  return squeezed(text) === squeezed(formatPercent(offer.percent, letterLocale(language)));
}

function countOf(match: RegExpMatchArray): number | null {
  const text = match.groups?.count ?? '';
  return /^\d+$/.test(text) ? Number(text) : readNumberWords(text);
}

/** Digits of the same shape as a known all-digit number: 1043 known, 1044 unknown. */
function shapesOf(facts: DraftFacts): RegExp {
  const lengths = new Set(
    facts.invoices.filter(({ number }) => /^\d{4,}$/.test(number)).map(({ number }) => number.length),
  );
  const shapes = [...lengths].map((length) => `\\d{${length}}`).join('|');
  return new RegExp(shapes === '' ? '(?!)' : `(?<![\\d.,])(?:${shapes})(?![\\d.,]\\d|\\d)`, 'g');
}
