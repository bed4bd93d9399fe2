// Finds the sums a reply speaks of: figures, words, shares, "the rest", "everything". They become money in sums.ts.
import { type MarkedText, words } from './marks.ts';
import { readSumWords, SUM_WORDS } from './number-words.ts';
import type { SpokenAmount } from './spoken.ts';

const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: '$',
  us$: 'USD',
  usd: 'USD',
  'us dollars': 'USD',
  dollars: '$',
  dollar: '$',
  bucks: '$',
  buck: '$',
  dólares: '$',
  cad: 'CAD',
  ca$: 'CAD',
  c$: 'CAD',
  aud: 'AUD',
  a$: 'AUD',
  au$: 'AUD',
  nzd: 'NZD',
  nz$: 'NZD',
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  quid: 'GBP',
  pounds: 'GBP',
  pound: 'GBP',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  inr: 'INR',
  rupees: 'INR',
  '¥': 'JPY',
  jpy: 'JPY',
  yen: 'JPY',
  chf: 'CHF',
  sek: 'SEK',
  nok: 'NOK',
  dkk: 'DKK',
  pln: 'PLN',
  zar: 'ZAR',
  mxn: 'MXN',
  sgd: 'SGD',
  kwd: 'KWD',
  aed: 'AED',
};
const signs = Object.keys(CURRENCY_SIGNS)
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace(/[$.]/g, '\\$&'))
  .join('|');

const FIGURE = "\\d{1,3}(?:[ ']\\d{3})+(?:[.,]\\d{1,2})?|\\d[\\d.,]*\\d|\\d";
const SUFFIX = 'k|grand|thousand|tausend|mil|mille|lakhs?|mio|m';
/** What makes a bare figure a count, a time or a term rather than a sum. */
const COUNTED =
  "days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|x|times|instal?lments?|payments?|parts?|units?|pcs|pieces|boxes|items|hours|o'clock|am|pm|a\\.m|p\\.m|uhr|h|invoices?|calls?|e-?mails?|people|business|working|tage|wochen|monate[n]?|raten|días|semanas|meses|cuotas|pagos|plazos|jours|semaines|mois|fois|mensualités|échéances|st|nd|rd|th";

export function markAmounts(marked: MarkedText): void {
  const value = (match: RegExpExecArray) => readSum(match);
  const counted = `(?!\\s?(?:${COUNTED})(?![\\p{L}]))(?![:\\d])`;
  marked.replace(
    'o',
    words(
      '(?:an? )?(?:discount of )?\\d{1,2}(?:[.,]\\d+)? ?(?:%|percent)(?: (?:off|discount|rabatt|skonto))',
      'giu',
    ),
    () => 'off',
  );
  marked.replace(
    'a',
    /(?<![\p{L}\p{N}.,⟨])(\d{1,3}) ?(?:%|percent|prozent|por ciento|pour ?cent)(?: (?:of it|of that))?/giu,
    (match) => {
      const part = Number(match[1]);
      return part >= 1 && part <= 100 ? { kind: 'share', part, of: 100 } : null;
    },
  );
  // A currency sign or name on either side makes it a sum whatever follows.
  marked.replace(
    'a',
    new RegExp(
      `(?<![\\p{L}\\p{N}⟨])(?<sign>${signs}) ?(?<figure>${FIGURE})(?: ?(?<suffix>${SUFFIX})(?![\\p{L}]))?(?: ?(?:usd|eur|gbp|dollars|euros)(?![\\p{L}]))?`,
      'giu',
    ),
    value,
  );
  marked.replace(
    'a',
    new RegExp(
      `(?<![\\p{L}\\p{N}.,⟨-])(?<figure>${FIGURE})(?: ?(?<suffix>${SUFFIX}))? ?(?<sign>${signs})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    value,
  );
  marked.replace(
    'a',
    new RegExp(
      `(?<![\\p{L}\\p{N}.,⟨:/+#-])(?<figure>${FIGURE}) ?(?<suffix>${SUFFIX})(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    value,
  );
  // "A couple hundred" is no hundred: it is asked about.
  marked.replace(
    'a',
    words('(?:a )?(?:couple|few|several|some)(?: of)? (?:hundreds?|thousands?|grand|bucks)', 'giu'),
    () => ({ kind: 'vague' }),
  );
  marked.replace('a', words(`(?<spelt>${SUM_WORDS})(?: (?<sign>${signs}))?`, 'giu'), value);
  marked.replace(
    'a',
    words(
      'something|some(?: money| of it)|a bit|part of (?:it|the \\w+)|part(?:ial)?[ -]payments?|a (?:small )?part|ein(?:en)? teil(?:betrag)?|una parte|une partie|etwas',
      'giu',
    ),
    () => ({ kind: 'vague' }),
  );
  marked.replace(
    'a',
    words(
      "(?:the |la |die |l'|el )?(?:other |otra |autre |andere )?(?:half|mitad|moitié|moitie|hälfte|haelfte)(?: of (?:it|that|the (?:balance|total|amount)))?",
      'giu',
    ),
    () => ({ kind: 'share', part: 1, of: 2 }),
  );
  marked.replace('a', words('(?:a|one|the|un|ein) (?:third|tercio|tiers|drittel)', 'giu'), () => ({
    kind: 'share',
    part: 1,
    of: 3,
  }));
  marked.replace(
    'a',
    words('(?:a|one|the|un|ein) (?:quarter|cuarto|quart|viertel)|quarter(?= (?:on |by )?⟨d)', 'giu'),
    () => ({
      kind: 'share',
      part: 1,
      of: 4,
    }),
  );
  marked.replace(
    'a',
    words(
      "(?:everything else|alles andere|todo lo demás|the others?(?: (?:one|ones|two|three|four|invoices?))?(?= (?:on |by )?⟨d))|(?:the |all the |el |le |tout le |den |der )?(?:rest|remainder|remaining(?: (?:balance|amount|sum))?|resto|reste|restbetrag|solde restant|saldo restante)(?: of (?:it|the (?:balance|amount)))?|what(?:'s| is) left",
      'giu',
    ),
    () => ({ kind: 'rest' }),
  );
  marked.replace(
    'a',
    words(
      '(?:in |the |for the )*(?:full(?: (?:amount|balance|sum|payment))?|whole (?:lot|amount|balance|sum|thing|bill)|entire (?:amount|balance|sum|bill|lot)|outstanding (?:amount|balance)|total(?: (?:amount|balance))?|lot)|everything|all of (?:it|them)|all(?: (?:three|two|four|open|overdue))? invoices|it all|all|la totalit[ée]|le tout|tout(?: le (?:solde|montant))?|en entier|el total|la totalidad|todo(?: el saldo)?|alles|den gesamten betrag|gesamtbetrag|(?:den )?(?:vollen|ganzen) betrag|komplett|vollständig',
      'giu',
    ),
    (match) => (isFillerAll(match) ? null : { kind: 'full' }),
  );
  // "500 now, balance on the 15th" is the rest; with no sum before it, all of it.
  marked.replace('a', words('(?:(?:the|le|el) )?(?:balance|solde|saldo)', 'giu'), () => ({ kind: 'rest' }));
  // A bare figure comes last: whatever else it may have been is marked by now.
  marked.replace(
    'a',
    new RegExp(
      `(?<![\\p{L}\\p{N}.,⟨:/+#-])(?<!(?:net|step|ext|floor|room|chapter|suite|po|w|form|top|line|article|option) )(?<figure>${FIGURE})${counted}(?![\\p{L}%/-])`,
      'giu',
    ),
    (match) => {
      const sum = readSum(match);
      return sum?.kind === 'sum' && Number(sum.decimal) >= 10 ? sum : null;
    },
  );
}

/** "all good", "not at all", "all is well", "after all": no sum is meant. */
function isFillerAll(match: RegExpExecArray): boolean {
  if (!/^(?:all|tout|lot|the lot)$/i.test(match[0].trim())) return false;
  const before = match.input.slice(Math.max(0, match.index - 8), match.index);
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 14);
  return (
    /(?:at|after|above|of|a|pas du|for|hi|hello|thanks) $/i.test(before) ||
    /^(?: good| set| right| is (?:well|good|fine)| the (?:best|time)| day| week| of (?:us|the time)| de suite| previous| prior| of \w+)/i.test(
      after,
    )
  );
}

function readSum({ groups = {} }: RegExpExecArray): SpokenAmount | null {
  const currency = groups.sign ? (CURRENCY_SIGNS[groups.sign.toLowerCase()] ?? null) : null;
  if (groups.spelt) {
    const value = readSumWords(groups.spelt);
    return value === null ? null : { kind: 'sum', decimal: String(value), currency };
  }
  const decimal = readFigure(groups.figure ?? '');
  if (decimal === null) return null;
  return { kind: 'sum', decimal: scale(decimal, groups.suffix ?? ''), currency };
}

/** "1,234.50", "1.234,50", "1 234", "1,28,500.00" → a plain decimal; null where it is no figure. */
export function readFigure(written: string): string | null {
  const text = written.replace(/[ ']/g, '').replace(/[.,]$/, '');
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return /^\d{1,12}$/.test(text) ? text : null;
  const mark = text[last] ?? '';
  const other = mark === '.' ? ',' : '.';
  const tail = text.slice(last + 1);
  const several = text.split(mark).length > 2;
  const isDecimal = (text.includes(other) && !several) || (!several && tail.length !== 3);
  if (isDecimal && tail.length > 3) return null;
  const whole = (isDecimal ? text.slice(0, last) : text).replace(/[.,]/g, '');
  if (!/^\d{1,12}$/.test(whole)) return null;
  return isDecimal ? `${whole}.${tail}` : whole;
}

/** "1.2" and "k" → "1200", by moving the point, so that no figure passes through floating point. */
function scale(decimal: string, suffix: string): string {
  const zeros = suffix === '' ? 0 : /^lakh/i.test(suffix) ? 5 : /^(?:m|mio)$/i.test(suffix) ? 6 : 3;
  const [whole = '0', fraction = ''] = decimal.split('.');
  const moved = `${whole}${fraction.slice(0, zeros).padEnd(zeros, '0')}`.replace(/^0+(?=\d)/, '');
  const left = fraction.slice(zeros);
  return left ? `${moved}.${left}` : moved;
}
