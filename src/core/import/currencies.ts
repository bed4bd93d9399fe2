// Which currency an amount, a heading or a currency cell names. A bare "$" means the house's own dollar, if it has one.

/** `none`: nothing said. `unclear`: a sign that several countries share, and the house's currency is none of them. */
export type CurrencyReading =
  | { readonly kind: 'currency'; readonly code: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly mark: string; readonly choices: readonly string[] }
  | { readonly kind: 'not' };

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'COP', 'ARS'],
  us$: ['USD'],
  usd$: ['USD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  a$: ['AUD'],
  au$: ['AUD'],
  nz$: ['NZD'],
  s$: ['SGD'],
  hk$: ['HKD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  '\uffe5': ['JPY', 'CNY'],
  '₹': ['INR'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  fr: ['CHF'],
  r: ['ZAR'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  '₺': ['TRY'],
  '₽': ['RUB'],
  '₩': ['KRW'],
  '₫': ['VND'],
  '₱': ['PHP'],
  '฿': ['THB'],
  '₦': ['NGN'],
  '₪': ['ILS'],
  '₴': ['UAH'],
};

const CODES = new Set(Intl.supportedValuesOf('currency'));

export function isCurrencyCode(text: string): boolean {
  return CODES.has(text.toUpperCase());
}

/** @param mark "USD", "usd", "$", "US Dollar ($)" or "". @param home the workspace's currency. */
export function readCurrency(mark: string | null, home: string): CurrencyReading {
  const text = (mark ?? '').trim();
  if (text === '') return { kind: 'none' };
  if (isCurrencyCode(text)) return { kind: 'currency', code: text.toUpperCase() };
  const signs = SIGNS[text.toLowerCase().replace(/\.$/, '')];
  if (signs) {
    if (signs.length === 1) return { kind: 'currency', code: signs[0]! };
    if (signs.includes(home)) return { kind: 'currency', code: home };
    return { kind: 'unclear', mark: text, choices: signs };
  }
  const named = /\b([A-Z]{3})\b/.exec(text)?.[1];
  if (named && isCurrencyCode(named)) return { kind: 'currency', code: named };
  return { kind: 'not' };
}
