// Finds the invoices a reply speaks of: by number, by its digits alone, by month, by age or by size.
import { MONTH_WORDS, MONTHS } from './calendar-words.ts';
import { type MarkedText, words } from './marks.ts';
import type { ReadingContext } from './reading.ts';
import type { SpokenInvoices } from './spoken.ts';

type Invoice = ReadingContext['invoices'][number];

const NOUN = 'invoices?|inv|facturas?|factures?|rechnung(?:en)?|bills?|nr|no|number|n°|ref';
const ONE = 'one|invoice|bill|inv|factura|facture|rechnung';

export function markInvoices(marked: MarkedText, context: ReadingContext): void {
  const { invoices } = context;
  for (const invoice of [...invoices].sort((a, b) => b.number.length - a.number.length)) {
    marked.replace(
      'i',
      words(`(?:(?:${NOUN})\\.?\\s*#?\\s*)?#?${numberPattern(invoice.number)}`, 'giu'),
      (match) => (looksLikeSum(match, invoice) ? null : known([invoice], bareDigits(match))),
    );
    const digits = digitsOf(invoice.number);
    if (digits.length < 3 || digits === invoice.number) continue;
    const same = invoices.filter(({ number }) => digitsOf(number) === digits);
    const zeros = `0*${digits}`;
    marked.replace(
      'i',
      new RegExp(
        `(?<![\\p{L}\\p{N}.,$€£₹⟨])(?:(?:${NOUN})[\\s.:-]*#?\\s*|#\\s*)?${zeros}(?![\\p{L}\\p{N}€£%]|[.,]\\d|\\s*(?:€|£|\\$|usd|eur|gbp|euros?|dollars?|bucks|k\\b))`,
        'giu',
      ),
      (match) => (same.length === 1 ? known([invoice], bareDigits(match)) : unknown(match[0])),
    );
  }
  marked.replace(
    'i',
    words(
      `(?:(?:invoices?|inv|facturas?|factures?|rechnung)[\\s.:-]*(?:no\\.?|nr\\.?|number|n°)?\\s*#?\\s*|#\\s?)([a-z]{0,5}-?\\d{2,}[\\w-]*)`,
      'giu',
    ),
    (match) => unknown(match[0].trim()),
  );
  marked.replace('i', words('(?:inv|re|fa|rg|in)-\\d{2,}[\\w-]*', 'giu'), (match) => unknown(match[0]));
  markDescribed(marked, invoices);
}

function markDescribed(marked: MarkedText, invoices: readonly Invoice[]): void {
  marked.replace('i', words(`(?:the |la |el |die )?(${MONTH_WORDS})(?:'s)? (?:${ONE})`, 'giu'), (match) => {
    const month = MONTHS.get((match[1] ?? '').toLowerCase());
    const meant = invoices.filter(({ due }) => Number(due.slice(5, 7)) === month);
    return meant.length === 1 ? known(meant) : unknown(match[0]);
  });
  const byAge = [...invoices].sort((a, b) => a.due.localeCompare(b.due));
  marked.replace(
    'i',
    words(
      `(?:the |la |el |die )?(?:oldest|first|earliest|älteste|plus ancienne|más antigua) (?:${ONE})`,
      'giu',
    ),
    (match) => pick(byAge[0], match[0]),
  );
  marked.replace(
    'i',
    words(`(?:the )?(?:latest|newest|last|most recent|neueste|dernière|última) (?:${ONE})`, 'giu'),
    (match) => pick(byAge.at(-1), match[0]),
  );
  marked.replace(
    'i',
    words('both(?: of them| invoices)?|les deux|ambas|beide(?: rechnungen)?', 'giu'),
    (match) =>
      invoices.length === 2
        ? known(invoices)
        : /invoice|of them|rechn|deux/i.test(match[0])
          ? unknown(match[0])
          : null,
  );
  marked.replace('i', words(`the [$€£]?([\\d.,]+) (?:${ONE})`, 'giu'), (match) => {
    const digits = (match[1] ?? '').replace(/[.,]00$/, '').replace(/\D/g, '');
    const meant = invoices.filter(({ open }) => String(Math.trunc(open.minor / 100)) === digits);
    return meant.length === 1 ? known(meant) : unknown(match[0]);
  });
}

function known(meant: readonly Invoice[], bare: string | null = null): SpokenInvoices {
  return { numbers: meant.map(({ number }) => number), unknown: null, bare };
}

function unknown(written: string): SpokenInvoices {
  return { numbers: [], unknown: written.trim(), bare: null };
}

/** Null where something else says that an invoice is meant: "of 1055", "on 1055". */
function bareDigits(match: RegExpExecArray): string | null {
  const before = match.input.slice(Math.max(0, match.index - 9), match.index);
  return /^\d+$/.test(match[0]) && !/(?<!\p{L})(?:of|on|against|about|re:?) $/iu.test(before)
    ? match[0]
    : null;
}

function pick(invoice: Invoice | undefined, written: string): SpokenInvoices {
  return invoice ? known([invoice]) : unknown(written);
}

/** A ledger whose numbers are plain small figures ("500"): such a figure is a sum where nothing says invoice. */
function looksLikeSum(match: RegExpExecArray, invoice: Invoice): boolean {
  const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 10);
  const before = match.input.slice(Math.max(0, match.index - 2), match.index);
  if (!/^\d+$/.test(match[0])) return false;
  return (
    invoice.number.length < 4 ||
    /^(?:[.,]\d|\s?(?:€|£|\$|%|k\b|usd|eur|gbp|bucks|dollars))/i.test(after) ||
    /[$€£₹.,]\s?$/.test(before)
  );
}

function digitsOf(number: string): string {
  return (/(\d+)\D*$/.exec(number)?.[1] ?? '').replace(/^0+/, '');
}

/** A number as people type it: "INV-1055", "INV 1055" and "INV1055" are one. */
function numberPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\\-/g, '[- ]?');
}
