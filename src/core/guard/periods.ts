// Judges spans of time: how late an invoice is, how long we have worked together, and limits that nobody decided on.
import { daysBetween } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import type { Finding } from './finding.ts';
import { NUMBER_WORDS, readNumberWords } from './number-words.ts';
import { finding, matchesOf, type Sheet, sentenceAround, sightAt, takeAll } from './sheet.ts';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:day|dia|jour|tag)/i, 1],
  [/^huitaine/i, 8],
  [/^(?:week|semana|semaine|woche)/i, 7],
  [/^fortnight/i, 14],
  [/^(?:quinzaine|quincena)/i, 15],
  [/^(?:mon|mes|mois)/i, 30],
  [/^(?:quart|trimes)/i, 91],
  [/^(?:year|ano|an|jahr)/i, 365],
];
const ARTICLE = 'an?|another|half an?|un|une|una|uno|otro|otra|ein|eine|einen|einem|einer';
const PERIOD = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<count>\\d+|${NUMBER_WORDS}|${ARTICLE})[ -](?:(?:full|whole|calendar|business|working|more|good|long|ganzen?|gute[nr]?|bonne|buena|dias|jours) )?(?<unit>days?|weeks?|fortnights?|months?|quarters?|years?|hours?|dias|dia|semanas?|quincenas?|mes(?:es)?|trimestres?|anos?|horas|jours?|semaines?|huitaine|quinzaine|mois|ans?|annees?|heures|tagen?|tage?|wochen?|monate?n?|quartale?|jahre?n?|stunden)(?![\\p{L}])`,
  'giu',
);
/** "Under eight days" as the French say it, without a number. */
const ROUND_TERM = /(?<![\p{L}])(?:sous|dans la|d'ici|par|en|a) (?:huitaine|quinzaine)(?![\p{L}])/giu;

const LATE =
  /(?<![\p{L}])(?:late|overdue|past (?:its |their |the )?due|past (?:its|their|the) date|behind|outstanding|unpaid|since it was due|ago|retraso|vencid[ao]s?|vencio|vencieron|retard|depuis|uberfallig\w*|verspatet|verzug|seit)(?![\p{L}])/iu;
const LIMIT =
  /(?:within|in the next|inside|have|give you|next|only|just|last|dentro de|en los proximos|en un plazo de|plazo de|tiene|dispone de|sous|dans les|dans un delai de|delai de|d'ici|avez|disposez de|innerhalb(?: von)?|binnen|in den nachsten|haben|frist von|deadline of|period of)(?: (?:the|just|only|another))?(?: (?:next|last))? $/iu;
const MORE =
  /(?:more than|over|beyond|longer than|at least|mehr als|uber|langer als|plus de|mas de) (?:a |an )?$/i;
const ABOUT =
  /(?:more than|over|beyond|well over|nearly|almost|about|around|for|already|now|mehr als|uber|fast|knapp|gut|seit|schon|plus de|depuis|environ|pres de|mas de|casi|hace|desde hace|unos) $/i;
const EVERY =
  /(?<![\p{L}])(?:both|all|each|every|beide[nr]?|alle|les deux|toutes|ambas|ambos|las dos|todas)(?![\p{L}])/iu;
const TOGETHER =
  /(?<![\p{L}])(?:customers?|clients?|clientes?|working|work|worked|together|relationship|business|kund\w+|zusammen\w*|arbeiten|travaill\w*|ensemble|collabor\w*|trabaj\w*|juntos)(?![\p{L}])/iu;

export function checkPeriods(sheet: Sheet, facts: DraftFacts): Finding[] {
  const findings: Finding[] = [];
  takeAll(sheet, ROUND_TERM, (match) => {
    const range = [match.index ?? 0, (match.index ?? 0) + match[0].length] as const;
    findings.push(limitFinding(sheet, range));
    return true;
  });
  takeAll(sheet, PERIOD, (match) => judge(sheet, match, facts, findings));
  return findings;
}

/** The day counts that the facts hold, by the invoices they are true of; null: of the case as a whole. */
function knownDays(facts: DraftFacts): { readonly days: number; readonly invoice: number | null }[] {
  const since = facts.history.customerSince;
  const general = [
    facts.daysLate === 0 ? null : Math.abs(facts.daysLate),
    facts.plan && facts.maySay.includes('plan') ? facts.plan.maxDays : null,
    daysToDeadline(facts),
    facts.termsDays ?? null,
    facts.detail?.offer?.kind === 'recognition' ? facts.detail.offer.termsDays : null,
    since === null ? null : daysBetween(since, facts.asOf),
  ];
  return [
    ...general.flatMap((days) => (days === null ? [] : [{ days, invoice: null }])),
    ...facts.invoices.map(({ daysLate }, invoice) => ({ days: Math.abs(daysLate), invoice })),
  ];
}

/** Days from today to the deadline, for "within N days". */
function daysToDeadline(facts: DraftFacts): number | null {
  return facts.deadline === null ? null : daysBetween(facts.asOf, facts.deadline);
}

function judge(sheet: Sheet, match: RegExpMatchArray, facts: DraftFacts, findings: Finding[]): boolean {
  const start = match.index ?? 0;
  const range = [start, start + match[0].trimEnd().length] as const;
  const [from, to] = sentenceAround(sheet, start);
  const sentence = sheet.scan.text.slice(from, to);
  const before = sheet.scan.text.slice(Math.max(from, start - 40), start);
  const isLate = LATE.test(sentence);
  const isLimit = LIMIT.test(before);
  const count = countOf(match.groups?.count ?? '');
  const isArticle = count === null || (count === 1 && !/\d/.test(match[0]));
  if (isArticle && !isLimit && !(isLate && ABOUT.test(before))) return true;
  const unit = UNITS.find(([pattern]) => pattern.test(match.groups?.unit ?? ''))?.[1] ?? null;
  const fits = (days: number) => unit !== null && isAbout(days, count ?? 1, unit, MORE.test(before));

  const named = new Set(
    sheet.mentions.filter((at) => at.start >= from && at.end <= to).map(({ invoice }) => invoice),
  );
  const fitting = knownDays(facts).filter(({ days }) => fits(days));
  if (isLate) {
    const ofInvoices = fitting.flatMap(({ invoice }) => (invoice === null ? [] : [invoice]));
    sightAt(sheet, 'days', range, ofInvoices);
    const open = facts.invoices.flatMap(({ kind }, index) => (kind === 'invoice' ? [index] : []));
    const claimsAll =
      named.size === 0 && open.length > 1 && EVERY.test(sentence) && !hasOtherPeriod(sentence, match);
    const right = claimsAll
      ? open.every((index) => ofInvoices.includes(index))
      : fitting.some(({ invoice }) => invoice === null || named.size === 0 || named.has(invoice));
    if (!right)
      findings.push(
        finding(
          'wrong-days-late',
          'block',
          sheet,
          range,
          'That is not how late the invoice is.',
          `The oldest is ${facts.daysLate} days late.`,
        ),
      );
    return true;
  }
  if (fitting.length > 0) return true;
  if (isLimit) findings.push(limitFinding(sheet, range));
  else
    findings.push(
      finding(
        'unknown-period',
        unit === null || TOGETHER.test(sentence) ? 'block' : 'warn',
        sheet,
        range,
        'This period is not in the facts of this letter.',
        'Take it out, or ask which date would work.',
      ),
    );
  return true;
}

function limitFinding(sheet: Sheet, range: readonly [number, number]): Finding {
  return finding(
    'unknown-period',
    'block',
    sheet,
    range,
    'This sets a time limit that nobody decided on.',
    'Take it out, or ask which date would work.',
  );
}

/** Days to the day; longer units as people count them: 31 days are a month, 13 are about two weeks. */
function isAbout(days: number, count: number, unit: number, atLeast: boolean): boolean {
  if (atLeast) return days >= count * unit && days < (count + 1) * unit;
  if (unit === 1) return days === count;
  return Math.floor(days / unit) === count || Math.abs(days - count * unit) <= unit / 4;
}

function hasOtherPeriod(sentence: string, match: RegExpMatchArray): boolean {
  return matchesOf(sentence, PERIOD).some(([text]) => text !== match[0]);
}

function countOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : readNumberWords(text);
}
