// The signs, codes and words that say in which currency a sum is, and the currencies that each can mean.
import { scan } from './scan.ts';

const CODE_LIST =
  'USD EUR GBP CAD AUD NZD CHF JPY CNY HKD SGD SEK NOK DKK PLN CZK HUF MXN BRL INR ZAR AED ILS KRW TRY KWD BHD OMR JOD TND ISK RON'.split(
    ' ',
  );

/** What the languages call them is asked of the language data, so that no currency lacks its word in any of them. */
const NAMES: ReadonlyMap<string, readonly string[]> = (() => {
  const names = new Map<string, string[]>();
  const put = (name: string, code: string) => names.set(name, [...(names.get(name) ?? []), code]);
  for (const language of ['en', 'de', 'fr', 'es']) {
    for (const code of CODE_LIST) {
      const name = nameOf(code, language);
      put(name, code);
      const noun = nounOf(name, language);
      if (noun !== name) put(noun, code);
    }
  }
  return names;
})();

function nameOf(currency: string, language: string): string {
  const named = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
  const part = named.formatToParts(2).find(({ type }) => type === 'currency');
  return scan('body', part?.value ?? currency).text.toLowerCase();
}

/** "us dollars" and "us-dollar" end in the word, "francs suisses" begins with it; "real" alone is no money. */
function nounOf(name: string, language: string): string {
  const words = name.split(/[ -]/).filter((word) => !/^(?:nouveaux|nuevos|neue)$/.test(word));
  const noun = (language === 'en' || language === 'de' ? words.at(-1) : words[0]) ?? name;
  return noun === 'real' ? name : noun;
}

/** Further words, and those for one of them or for a hundredth part. */
const OTHER_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^us dollar|^bucks/, ['USD']],
  [/^canadian dollar/, ['CAD']],
  [/^australian dollar/, ['AUD']],
  [/^dollar|^dolar/, ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD']],
  [/^euro/, ['EUR']],
  [/^pound|^quid|^libra|^livre|^pfund|^pence/, ['GBP']],
  [/^peso/, ['MXN']],
  [/^rupee/, ['INR']],
  [/^franc|^franken|^rappen/, ['CHF']],
];

const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^US ?\$|^\$ ?US/i, ['USD']],
  [/^CA ?\$|^\$ ?CA|^C\$/i, ['CAD']],
  [/^AU ?\$|^\$ ?AU|^A\$/i, ['AUD']],
  [/^NZ ?\$|^\$ ?NZ/i, ['NZD']],
  [/^HK ?\$|^\$ ?HK/i, ['HKD']],
  [/^MX ?\$|^\$ ?MX/i, ['MXN']],
  [/^R\$/i, ['BRL']],
  [/^\$/, ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'MXN']],
  [/^€/, ['EUR']],
  [/^[£₤]/, ['GBP']],
  [/^JP ?¥/i, ['JPY']],
  [/^CN ?¥/i, ['CNY']],
  [/^¥/, ['JPY', 'CNY']],
  [/^₹/, ['INR']],
  [/^₩/, ['KRW']],
  [/^₺/, ['TRY']],
  [/^₪/, ['ILS']],
  [/^zl/i, ['PLN']],
  [/^kr\.?$/i, ['SEK', 'NOK', 'DKK', 'ISK']],
  [/^Fr\./i, ['CHF']],
];

export const CODES = CODE_LIST.join('|');
/** Any sign of money, the unusual ones too: that a sum bears one no invoice of ours has makes it wrong, not unread. */
export const SYMBOLS =
  '\\$ ?(?:US|CA|AU|NZ|HK|MX)(?![A-Za-z])|US ?\\$|CA ?\\$|AU ?\\$|NZ ?\\$|HK ?\\$|MX ?\\$|JP ?¥|CN ?¥|C\\$|A\\$|R\\$|\\p{Sc}|zl|kr\\.?|Fr\\.|CHF';
export const MINOR_WORDS = 'cents?(?= |$|\\.|,)|pence|centimos?|centimes?|rappen';
export const WORDS = [
  ...[...NAMES.keys()].sort((a, b) => b.length - a.length).map((name) => name.replaceAll('.', '\\.')),
  '(?:us |canadian |australian )?dollars?|bucks|quid|euros?|pounds?(?: sterling)?|francs?|franken|pesos?|rupees?|dolar|livres?|libras?|pfund',
  MINOR_WORDS,
].join('|');

/** The currencies that a symbol, code or word can mean; one list a sign; nothing for "cents". */
export function currencyOf(sign: string): readonly (readonly string[])[] {
  const trimmed = sign.trim();
  if (trimmed === '' || new RegExp(`^(?:${MINOR_WORDS})$`, 'i').test(trimmed)) return [];
  if (CODE_LIST.includes(trimmed.toUpperCase())) return [[trimmed.toUpperCase()]];
  const word = trimmed.toLowerCase();
  const named = NAMES.get(word);
  if (named) return [named];
  const known =
    OTHER_WORDS.find(([pattern]) => pattern.test(word)) ?? SIGNS.find(([pattern]) => pattern.test(trimmed));
  return [known?.[1] ?? []];
}

export function isMinorWord(unit: string): boolean {
  return new RegExp(`^(?:${MINOR_WORDS})$`, 'i').test(unit);
}
