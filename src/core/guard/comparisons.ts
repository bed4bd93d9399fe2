// Holds "the larger of the two", "three quarters of it" and "a few hundred" against the facts, or refuses them.
import type { DraftFacts, InvoiceFact } from '../facts.ts';
import type { Finding } from './finding.ts';
import { finding, matchesOf, type Sheet, sentenceAround, takeAll } from './sheet.ts';

type Ranked = {
  readonly code: string;
  readonly pattern: RegExp;
  readonly rank: (invoice: InvoiceFact) => number | string;
  readonly most: boolean;
};

const whole = (source: string) => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'giu');

const RANKED: readonly Ranked[] = [
  {
    code: 'swapped-amount',
    pattern: whole(
      'the (?:larger|largest|bigger|biggest|higher|highest|greater)|(?:die|der) (?:grossere|grosste|hohere|hochste)|la plus (?:grande|grosse|elevee|importante)|la (?:mayor|mas (?:grande|alta|elevada))',
    ),
    rank: ({ open }) => open.minor,
    most: true,
  },
  {
    code: 'swapped-amount',
    pattern: whole(
      'the (?:smaller|smallest|lower|lowest|lesser)|(?:die|der) (?:kleinere|kleinste|geringere|niedrigere)|la (?:plus petite|moins elevee)|la (?:menor|mas (?:pequena|baja))',
    ),
    rank: ({ open }) => open.minor,
    most: false,
  },
  {
    code: 'swapped-date',
    pattern: whole(
      'the (?:older|oldest|earlier|earliest|first)|(?:die|der) (?:altere|alteste|fruhere|erste)|la (?:plus ancienne|premiere)|la (?:mas antigua|primera)',
    ),
    rank: ({ due }) => due,
    most: false,
  },
  {
    code: 'swapped-date',
    pattern: whole(
      'the (?:newer|newest|later|more recent|most recent|second)|(?:die|der) (?:neuere|neueste|jungere|jungste|spatere|zweite)|la (?:plus recente|seconde|deuxieme)|la (?:mas (?:reciente|nueva)|segunda)',
    ),
    rank: ({ due }) => due,
    most: true,
  },
];

/** Parts and multiples of a sum: right or wrong, they cannot be checked. */
const SHARE = whole(
  '(?:half|a third|a quarter|a fifth|a tenth|(?:two|three|four) (?:thirds|quarters|fifths)|the bulk|twice|double|triple|three times) (?:of )?(?:it|this|that|(?:the|your|our|this|that) (?:total|amount|balance|sum|debt|bill|invoices?|whole))|(?:die halfte|ein drittel|ein viertel|ein funftel|(?:zwei|drei|vier) (?:drittel|viertel|funftel)|das doppelte) (?:davon|des|der|von|vom)|(?:la moitie|le tiers|un tiers|le quart|un quart|(?:deux|trois) (?:tiers|quarts)|le double) (?:de|du|des)|(?:la mitad|un tercio|un cuarto|una cuarta parte|(?:dos|tres) (?:tercios|cuartas partes|cuartos)|el doble) (?:de|del)',
);
const VAGUE = whole(
  '(?:many |several |a few |some )?(?:hundreds|thousands) of|a few (?:hundred|thousand)|(?:four|five|six)[ -]figures?|hunderte|tausende|(?:vier|funf|sechs)stellig\\p{L}*|des (?:centaines|milliers)|(?:quatre|cinq|six) chiffres|cientos de|miles de|(?:cuatro|cinco|seis) cifras',
);
const THANKS = /thank|danke|merci|gracias|copies|cards|flyers|brochures/i;

export function checkComparisons(sheet: Sheet, facts: DraftFacts): Finding[] {
  const unsure = [SHARE, VAGUE].flatMap((pattern) => {
    const found: Finding[] = [];
    takeAll(sheet, pattern, (match) => {
      const start = match.index ?? 0;
      if (pattern === VAGUE && THANKS.test(sheet.scan.text.slice(...sentenceAround(sheet, start))))
        return false;
      found.push(
        finding(
          'wrong-amount',
          'block',
          sheet,
          [start, start + match[0].length],
          'A part or a guess of a sum cannot be checked.',
          'Say the sum itself.',
        ),
      );
      return true;
    });
    return found;
  });
  return [...unsure, ...RANKED.flatMap((ranked) => checkRank(sheet, facts, ranked))];
}

/** "The larger one, INV-1061" and "INV-1061 is the larger": so near that it is said of that invoice and of no other. */
const AFTER_CHARS = 25;
const BEFORE_CHARS = 5;

/** Of two or more invoices, the one that it is said of has to be the one that it says. */
function checkRank(sheet: Sheet, facts: DraftFacts, { code, pattern, rank, most }: Ranked): Finding[] {
  const open = facts.invoices.filter(({ kind }) => kind === 'invoice');
  if (open.length < 2) return [];
  return matchesOf(sheet.words, pattern).flatMap(({ index: start, 0: said }) => {
    const [from, to] = sentenceAround(sheet, start);
    const end = start + said.length;
    const mentions = sheet.mentions.filter((at) => at.start >= from && at.end <= to);
    const isListed = (at: (typeof mentions)[number]) =>
      mentions.some((other) => other.end <= at.start && at.start - other.end <= 8);
    const near =
      mentions.find((at) => at.start >= end && at.start - end <= AFTER_CHARS) ??
      mentions.find((at) => at.end <= start && start - at.end <= BEFORE_CHARS && !isListed(at));
    const named = near && facts.invoices[near.invoice];
    if (named?.kind !== 'invoice') return [];
    const beaten = open.some((other) => (most ? rank(other) > rank(named) : rank(other) < rank(named)));
    if (!beaten) return [];
    return [
      finding(
        code,
        'block',
        sheet,
        [start, end],
        'Another invoice is the one that this says.',
        'Compare no invoices, or the right ones.',
      ),
    ];
  });
}
