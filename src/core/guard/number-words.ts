// Reads numbers written as words, in the languages of our letters, so that an amount cannot hide in them.

type Spelling = {
  readonly units: readonly string[]; // 0 to 19 at least; further ones where the language has words of its own
  readonly tens: readonly string[]; // 20, 30 … 90
  readonly thousand: string;
  readonly spell: (n: number, own: Spelling) => readonly string[]; // 0 to 999, without spaces
};

const en: Spelling = {
  units:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    ),
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  thousand: 'thousand',
  spell: (n, own) => {
    if (n < 100) return [plainTens(n, own, '')];
    const rest = n % 100 === 0 ? '' : plainTens(n % 100, own, '');
    const hundreds = `${own.units[Math.floor(n / 100)]}hundred`;
    return [
      `${hundreds}${rest}`,
      `${hundreds}and${rest}`,
      ...(n < 200 ? [`hundred${rest}`, `ahundred${rest}`] : []),
    ];
  },
};

const de: Spelling = {
  units:
    'null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn'.split(
      ' ',
    ),
  tens: 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' '),
  thousand: 'tausend',
  spell: (n, own) => {
    const below = (m: number) => {
      if (m < 20) return own.units[m] ?? '';
      const unit = m % 10 === 1 ? 'ein' : own.units[m % 10];
      const ten = own.tens[Math.floor(m / 10) - 2] ?? '';
      return m % 10 === 0 ? ten : `${unit}und${ten}`;
    };
    if (n === 1) return ['eins', 'ein', 'eine', 'einen', 'einer'];
    if (n < 100) return [below(n)];
    const unit = n < 200 ? 'ein' : (own.units[Math.floor(n / 100)] ?? '');
    const rests =
      n % 100 === 0 ? [''] : n % 100 === 1 ? ['eins', 'ein', 'undeins', 'undein'] : [below(n % 100)];
    return rests.flatMap((rest) => [`${unit}hundert${rest}`, ...(n < 200 ? [`hundert${rest}`] : [])]);
  },
};

const es: Spelling = {
  units:
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'.split(
      ' ',
    ),
  tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' '),
  thousand: 'mil',
  spell: (n, own) => {
    const hundreds =
      'x ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'.split(
        ' ',
      );
    if (n === 100) return ['cien'];
    const tens = n % 100 === 0 ? '' : plainTens(n % 100, own, 'y');
    const word = n < 100 ? plainTens(n, own, 'y') : `${hundreds[Math.floor(n / 100)]}${tens}`;
    // Before a noun "uno" is shortened, and hundreds agree with it: "doscientas veintiuna libras".
    const ofNouns = [word.replace(/uno$/, 'un'), word.replace(/uno$/, 'una').replace(/(?<=ient)os/, 'as')];
    return [...new Set([word, ...ofNouns])];
  },
};

const fr: Spelling = {
  units:
    'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf'.split(
      ' ',
    ),
  tens: 'vingt trente quarante cinquante soixante soixante quatrevingt quatrevingt'.split(' '),
  thousand: 'mille',
  spell: (n, own) => {
    const below = (m: number): string => {
      if (m < 20) return own.units[m] ?? '';
      const ten = Math.floor(m / 10);
      const rest = ten === 7 || ten === 9 ? m - (ten - 1) * 10 : m % 10;
      const stem = own.tens[ten - 2] ?? '';
      if (rest === 0) return ten === 8 ? 'quatrevingts' : stem;
      return `${stem}${(rest === 1 || rest === 11) && ten < 8 ? 'et' : ''}${own.units[rest]}`;
    };
    if (n < 100) return [below(n), below(n).replace(/un$/, 'une')];
    const many = n < 200 ? '' : own.units[Math.floor(n / 100)];
    const rest = n % 100 === 0 ? '' : below(n % 100);
    if (rest === '' && n >= 200) return [`${many}cents`, `${many}cent`];
    return [`${many}cent${rest}`, `${many}cent${rest.replace(/un$/, 'une')}`];
  },
};

/** As the French-speaking Swiss and Belgians count: their tens are regular. */
const frCh: Spelling = {
  ...fr,
  tens: 'vingt trente quarante cinquante soixante septante huitante nonante'.split(' '),
  spell: (n, own) => {
    const tens = plainTens(n % 100, own, n % 10 === 1 ? 'et' : '');
    const hundreds = Math.floor(n / 100);
    const many = hundreds < 2 ? '' : own.units[hundreds];
    return n < 100 ? [tens] : [`${many}cent${n % 100 === 0 ? '' : tens}`];
  },
};

/** 0 to 99 as ten and unit, with `joint` between them ("treinta y uno"). */
function plainTens(n: number, own: Spelling, joint: string): string {
  if (n < own.units.length) return own.units[n] ?? '';
  const ten = own.tens[Math.floor(n / 10) - 2] ?? '';
  return n % 10 === 0 ? ten : `${ten}${joint}${own.units[n % 10]}`;
}

const SPELLINGS = [en, de, es, fr, frCh] as const;

const VALUES: ReadonlyMap<string, number> = (() => {
  const values = new Map<string, number>();
  for (const spelling of SPELLINGS) {
    for (let n = 0; n < 1000; n += 1) {
      for (const word of spelling.spell(n, spelling)) if (!values.has(word)) values.set(word, n);
    }
  }
  return values;
})();

/** "Twelve hundred" counts in hundreds what others say in thousands. */
const MULTIPLES: readonly (readonly [string, number])[] = [
  ...SPELLINGS.map(({ thousand }) => [thousand, 1000] as const),
  ['hundred', 100],
  ['hundert', 100],
];

/** The value of number words already made plain (no accents); null when they are none. */
export function readNumberWords(words: string): number | null {
  const joined = words.toLowerCase().replace(/[^a-z]/g, '');
  const small = VALUES.get(joined);
  if (small !== undefined) return small;
  for (const [word, value] of MULTIPLES) {
    const cut = joined.indexOf(word);
    if (cut === -1) continue;
    const before = joined.slice(0, cut);
    const after = joined.slice(cut + word.length).replace(/^and/, '');
    const times = before === '' || before === 'a' ? 1 : VALUES.get(before);
    const rest = after === '' ? 0 : VALUES.get(after);
    if (times !== undefined && rest !== undefined) return times * value + rest;
  }
  return null;
}

const ATOMS = [
  ...new Set([
    ...SPELLINGS.flatMap(({ units, tens, thousand }) => [...units, ...tens, thousand]),
    ...'hundred hundert cent cents ciento cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas novecientas veintiun veintiuna ein une quatre vingt vingts soixante million millions millionen millones grand'.split(
      ' ',
    ),
  ]),
].sort((a, b) => b.length - a.length);

/** A run of number words: "twelve hundred", "two thousand five hundred and six", "zweitausendfünfhundert". */
export const NUMBER_WORDS = `(?:(?:${ATOMS.join('|')})(?:und)?){1,9}(?:[ -](?:(?:and|y|et|und)[ -])?(?:(?:${ATOMS.join('|')})(?:und)?){1,9}){0,14}`;
