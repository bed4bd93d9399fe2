// Words of other people on their way to a model: fenced as data, cut to a length, and without what no model needs to
// know: addresses, phone and account numbers, links, and the names of customers.

export type Names = {
  /** The customer that it is about. */
  readonly own: string;
  /** All others of the workspace. */
  readonly others: readonly string[];
};

export type Hidden = {
  readonly text: string;
  /** Puts back what was hidden, in words that came from the model. */
  restore(words: string): string;
};

/** `keep`: words that look like a number to hide and are none, such as the numbers of open invoices. */
export function hide(text: string, names: Names, keep: readonly string[] = []): Hidden {
  const hidden = new Map<string, string>();
  const counts = new Map<string, number>();
  const kept = new Set(keep.map((word) => word.toLowerCase()));
  const mark = (what: string, words: string): string => {
    for (const [known, was] of hidden) if (was === words && known.startsWith(`[${what} `)) return known;
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    const made = `[${what} ${count}]`;
    hidden.set(made, words);
    return made;
  };
  // Nobody can type a mark of ours and have something of somebody else's put in its place.
  let shown = text.replace(/\[(?=(?:address|link|account|phone|customer|our customer)\b)/gi, '(');
  for (const [what, pattern] of PATTERNS) {
    shown = shown.replace(pattern, (words) => (kept.has(words.toLowerCase()) ? words : mark(what, words)));
  }
  const named = [
    ['our customer', patternsOf([names.own])],
    ['customer', patternsOf(names.others.filter((name) => name !== names.own))],
  ] as const;
  for (const [what, patterns] of named)
    for (const pattern of patterns) shown = shown.replace(pattern, (words) => mark(what, words));
  return {
    text: shown,
    restore: (words) => words.replace(/\[[a-z ]+ \d+\]/g, (one) => hidden.get(one) ?? one),
  };
}

/** What looks like one of these is hidden rather than sent: a model reads as well without it. */
const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'address',
    /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/giu,
  ],
  ['link', /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"']+/gi],
  // An IBAN; a number that says what it is; and eight digits in a row that are no day.
  [
    'account',
    /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![\p{L}\p{N}])/gu,
  ],
  [
    'account',
    /(?<![\p{L}])(?:iban|bic|swift|sort code|routing|account|acct|a\/c|konto|kontonummer|blz|compte|cuenta)(?: (?:number|no\.?|nr\.?|code|num[eé]ro|n[úu]mero))?[ :.#]{1,3}(?=[A-Z]{0,8}[\d-])[A-Z0-9]{2,12}(?:[ -]?\d{2,8}){0,6}(?![\p{L}\p{N}])/giu,
  ],
  ['account', /(?<![\p{L}\p{N}.,$€£/-])(?!(?:19|20)\d{6}(?!\d))\d{8,}(?![\p{L}\p{N}]|[.,]\d)/gu],
  [
    'phone',
    /(?<![\p{L}\p{N}.,$€£/-])(?:\+\d[\d ().-]{6,18}\d|\(\d{2,5}\)[ -]?\d[\d -]{4,14}\d|0\d(?:[ .-]\d{2}){4}|0\d{2,5}[ /-]\d[\d -]{3,12}\d|\d{3}[ .-]\d{3}[ .-]\d{4}|\d{3}[ -]\d{4}(?![ -]?\d))(?![\p{L}\p{N}])/gu,
  ],
];

/** Shorter names are everyday words sooner than somebody's. */
const SHORTEST_NAME = 3;

/** Whole names only. One word is a name where it is written like one; several are in any case. */
function patternsOf(names: readonly string[]): RegExp[] {
  const known = [...new Set(names.map((name) => name.replace(/\s+/g, ' ').trim()))]
    .filter((name) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.length - a.length);
  const patterns: RegExp[] = [];
  for (const [some, flags] of [
    [known.filter((name) => name.includes(' ')), 'giu'],
    [known.filter((name) => !name.includes(' ')), 'gu'],
  ] as const) {
    const one = some.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s+'));
    if (one.length > 0)
      patterns.push(new RegExp(`(?<![\\p{L}\\p{N}])(?:${one.join('|')})(?![\\p{L}\\p{N}])`, flags));
  }
  return patterns;
}

/** The first other customer whom a text names; null: none. A name that is part of our customer's own is not another's. */
export function otherCustomerIn(text: string, { own, others }: Names): string | null {
  const rest = patternsOf([own]).reduce((left, pattern) => left.replace(pattern, ' '), text);
  for (const pattern of patternsOf(others.filter((name) => name !== own))) {
    const [found] = rest.match(pattern) ?? [];
    if (found) return found;
  }
  return null;
}

const FENCE = /(?:BEGIN|END)[\s_-]*UNTRUSTED[\s_-]*DATA/gi;

/** Untrusted words cannot close their own fence, cannot pass for a slot, and cannot go on for ever. */
export function fenced(text: string, most: number): string {
  // A fence in letters that only look like ours is read as one too, so that it is found in plain letters.
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const shown = plain.search(FENCE) >= 0 ? plain.replace(FENCE, '(…)') : text;
  return ['BEGIN UNTRUSTED DATA', shown.replace(/[{}]/g, '').slice(0, most), 'END UNTRUSTED DATA'].join('\n');
}
