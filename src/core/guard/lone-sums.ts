// Finds a sum of one invoice that stands where the total belongs, and the total where one invoice's sum belongs.
import type { DraftFacts } from '../facts.ts';
import type { Finding } from './finding.ts';
import { finding, type Sheet, type Sighting, sentenceAround } from './sheet.ts';

type Mention = Sheet['mentions'][number];

/** "The older one": which of the invoices is meant, without its number. */
const RANK =
  /(?<![\p{L}])(?:(?:old|new|small|large|bigg|high|low|lat|earli|great)(?:er|est)|smaller|larger|bigger|first|second|other|latter|former|(?:alter|altest|neuer|neuest|jungst|kleiner|kleinst|grosser|grosst|hoher|hochst|erst|zweit|ander|letzter)e[nrms]?|plus (?:ancien(?:ne)?|recente?|petite?|grande?|gros(?:se)?|elevee?)|premiere?|seconde?|deuxieme|autre|mas (?:antigu[oa]|reciente|pequen[oa]|grande|alt[oa]|elevad[oa])|primer[oa]?|segund[oa]|otr[oa]|mayor|menor)(?![\p{L}])/giu;

/** A rank this near before a date tells of the date: "$845.00 is open, the oldest part since 3 November". */
const RANK_BEFORE_DATE_CHARS = 40;

/** Numbers no further apart than ", and " are one list. */
const LIST_GAP_CHARS = 8;

const EACH = /(?<![\p{L}])(?:each|je|jeweils|chacune?|cada)(?![\p{L}])/iu;

const LINE_OF_LIST = /^[^\S\n]?[·:|–-]/u;

/** To be called once sums, dates and days have been checked each for itself. */
export function checkLoneSums(sheet: Sheet, facts: DraftFacts): Finding[] {
  const open = facts.invoices.filter(({ kind }) => kind === 'invoice');
  return sheet.sightings.flatMap((sum) => {
    if (sum.kind === 'case-amount') return facts.invoices.length > 1 ? checkLine(sheet, facts, sum) : [];
    if (sum.kind !== 'amount' || open.length < 2) return [];
    const [from, to] = sentenceAround(sheet, sum.start);
    const within = ({ start, end }: { start: number; end: number }) => start >= from && end <= to;
    const sightings = sheet.sightings.filter(within);
    const isAlone = sightings.every(
      (each) => each === sum || (each.kind !== 'amount' && each.kind !== 'case-amount'),
    );
    if (!isAlone || isTold(sheet, sum, sightings, [from, to])) return [];
    const mentions = sheet.mentions.filter(within);
    const meant = mentions.length > 0 ? listNearest(sum, mentions) : mentionedBefore(sheet, from);
    const isSaidOfEach = meant.length < 2 || EACH.test(sheet.scan.text.slice(from, to));
    if (meant.length > 0 && isSaidOfEach && meant.every(({ invoice }) => sum.invoices.includes(invoice)))
      return [];
    return [
      finding(
        'swapped-amount',
        'block',
        sheet,
        [sum.start, sum.end],
        'This is one invoice’s sum, and the words do not say which one’s.',
        'Name the invoice beside it, or write the total.',
      ),
    ];
  });
}

/** "INV-1055 · due on 3 November · $1,234.50", where that is the sum of all. */
function checkLine(sheet: Sheet, facts: DraftFacts, sum: Sighting): Finding[] {
  const { text } = sheet.scan;
  const lineStart = text.lastIndexOf('\n', sum.start - 1) + 1;
  const ofLine = sheet.mentions.filter(({ start, end }) => start >= lineStart && end <= sum.start);
  const [mention] = ofLine;
  if (!mention || ofLine.length > 1 || !LINE_OF_LIST.test(text.slice(mention.end))) return [];
  if (/\p{L}/u.test(text.slice(lineStart, mention.start)) || sum.invoices.includes(mention.invoice))
    return [];
  if (facts.invoices[mention.invoice]?.open.minor === facts.total.minor) return [];
  return [
    finding(
      'swapped-amount',
      'block',
      sheet,
      [sum.start, sum.end],
      'This sum is not that of the invoice whose line it stands on.',
      'Give each invoice its own sum.',
    ),
  ];
}

/** By its date, its days late, or its rank among the others. */
function isTold(
  sheet: Sheet,
  sum: Sighting,
  sightings: readonly Sighting[],
  [from, to]: readonly [number, number],
): boolean {
  const dates = sightings.filter(({ kind }) => kind === 'date' || kind === 'case-date' || kind === 'days');
  const ranks = [...sheet.scan.text.slice(from, to).matchAll(RANK)].map(({ index, 0: said }) => {
    const end = from + index + said.length;
    return dates.find(({ start }) => start >= end && start - end <= RANK_BEFORE_DATE_CHARS) ?? null;
  });
  if (ranks.includes(null)) return true;
  // Beside numbers a date is that of the list; and one that several invoices share tells none of them apart.
  if (sheet.mentions.some(({ start, end }) => start >= from && end <= to)) return false;
  return dates.some((date) => {
    const of = [...new Set(date.invoices)];
    return !ranks.includes(date) && of.length === 1 && of.every((each) => sum.invoices.includes(each));
  });
}

/** Of the lists of invoices in a sentence, the one that the sum stands nearest to. */
function listNearest(sum: Sighting, mentions: readonly Mention[]): readonly Mention[] {
  const lists: Mention[][] = [];
  for (const mention of mentions) {
    const last = lists.at(-1)?.at(-1);
    const between = last && sum.start >= last.end && sum.end <= mention.start;
    if (last && !between && mention.start - last.end <= LIST_GAP_CHARS) lists.at(-1)?.push(mention);
    else lists.push([mention]);
  }
  const distance = (list: readonly Mention[]) =>
    Math.min(...list.map(({ start, end }) => Math.max(start - sum.end, sum.start - end)));
  return lists.sort((a, b) => distance(a) - distance(b))[0] ?? [];
}

/** The one invoice that the sentence before speaks of, if it is of the same paragraph and speaks of one. */
function mentionedBefore(sheet: Sheet, from: number): readonly Mention[] {
  const before = sheet.scan.text.slice(0, from).trimEnd();
  if (before === '' || /\n\s*\n/.test(sheet.scan.text.slice(before.length, from))) return [];
  const [start, end] = sentenceAround(sheet, before.length - 2);
  const mentions = sheet.mentions.filter((at) => at.start >= start && at.end <= end);
  return mentions.length === 1 ? mentions : [];
}
