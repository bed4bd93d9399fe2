// The notation in which a reply's meaning is written down, and how a reading is held against it.
import type { Day } from '../../../../src/core/calendar.ts';
import { type Money, money, sumByCurrency, toDecimal } from '../../../../src/core/money.ts';
import type { Outcome } from '../../../../src/core/outcome.ts';
import type { Reading, ReadingContext } from '../../../../src/core/reading/reading.ts';

/**
 * Language, reply, meaning. A meaning is items joined by " + " and then "?" with what is asked about ("?date");
 * "low" after the items: they are right, and the reader must say that it is not sure. "|" parts meanings that are
 * equally good. Dates of this year leave the year out; "-" is "not said".
 */
export type ReplyCase = readonly ['en' | 'es' | 'fr' | 'de', string, string];

/** `asked`: not as written down, but nothing is recorded before a person has answered. */
export type Mark = 'right' | 'asked' | 'missed' | 'wrong';

const TODAY: Day = '2026-11-24'; // a Tuesday
const LOCALES = { en: 'en-US', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' } as const;

export function contextFor(language: ReplyCase[0], today: Day = TODAY): ReadingContext {
  const invoices =
    language === 'en'
      ? [
          { number: 'INV-1047', open: money(50_000, 'USD'), due: '2026-03-31' as Day },
          { number: 'INV-1055', open: money(120_000, 'USD'), due: '2026-10-15' as Day },
          { number: 'INV-1061', open: money(80_000, 'USD'), due: '2026-11-02' as Day },
        ]
      : [
          { number: 'RE-2041', open: money(180_000, 'EUR'), due: '2026-10-20' as Day },
          { number: 'RE-2050', open: money(70_000, 'EUR'), due: '2026-11-10' as Day },
        ];
  return {
    today,
    locale: LOCALES[language],
    currency: language === 'en' ? 'USD' : 'EUR',
    customerName: 'Acme Ltd',
    invoices,
    openTotals: sumByCurrency(invoices.map(({ open }) => open)),
  };
}

export function mark(reading: Reading, meaning: string): Mark {
  if (meaning.split('|').some((one) => fits(reading, one.trim()))) return 'right';
  if (reading.kind === 'chatter') return 'missed';
  if (reading.sureness === 'low' || questions(reading).length > 0) return 'asked';
  return 'wrong';
}

/** Whether the kinds of outcome, and whether anything is asked, are as written down; figures and days aside. */
export function hasRightKinds(reading: Reading, meaning: string): boolean {
  return meaning.split('|').some((one) => kindsRead(reading) === kindsMeant(one.trim()));
}

function kindsMeant(meaning: string): string {
  const asks = / ?\?\w*$/.test(meaning);
  const items = meaning.replace(/\s*(?:\blow)?\s*(?:\?\w*)?$/, '');
  const kinds = items.split(' + ').flatMap((item) => item.split(' ')[0] || []);
  return [...kinds.sort(), ...(asks ? ['?'] : [])].join(' ');
}

function kindsRead(reading: Reading): string {
  if (reading.kind === 'chatter') return 'chatter';
  const kinds = reading.items.map(({ outcome }) => outcome.kind);
  return [...kinds.sort(), ...(questions(reading).length > 0 ? ['?'] : [])].join(' ');
}

function fits(reading: Reading, meaning: string): boolean {
  if (meaning === 'chatter') return reading.kind === 'chatter';
  if (reading.kind === 'chatter') return false;
  const asked = questions(reading);
  const [, wanted = '', low, about] = /^([^?]*?)\s*(\blow)?\s*(\?\w*)?$/.exec(meaning) ?? [];
  if (low && reading.sureness !== 'low') return false;
  if (!low && !about && reading.sureness === 'low') return false;
  if (about === undefined && asked.length > 0) return false;
  if (about === '?' && asked.length === 0) return false;
  if (about && about !== '?' && asked.join(' ') !== about) return false;
  const items = reading.items.map(({ outcome }) => describe(outcome)).sort();
  if (about === '?' && wanted === '') return true;
  return items.join(' + ') === wanted.split(' + ').filter(Boolean).sort().join(' + ');
}

function questions(reading: Reading): string[] {
  if (reading.kind === 'chatter') return [];
  return [...new Set(reading.problems.filter(({ kind }) => kind !== 'odd').map(({ about }) => `?${about}`))];
}

export function showReading(reading: Reading): string {
  if (reading.kind === 'chatter') return 'chatter';
  const items = reading.items.map(({ outcome }) => describe(outcome)).join(' + ');
  return [items, reading.sureness === 'low' ? 'low' : '', ...questions(reading)].filter(Boolean).join(' ');
}

function describe(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'promise':
    case 'claims_paid':
      return words(outcome.kind, sum(outcome.amount), on(outcome.date), outcome.invoices.join(','));
    case 'dispute':
      return words('dispute', outcome.reason, sum(outcome.amount), outcome.invoices.join(','));
    case 'plan_request':
      return words(
        'plan_request',
        String(outcome.instalments ?? '-'),
        sum(outcome.amount),
        outcome.cadence ?? '-',
        on(outcome.first),
      );
    case 'callback':
      return words('callback', on(outcome.date));
    case 'document_request':
      return words('document_request', outcome.document, outcome.invoices.join(','));
    case 'wrong_contact':
      return words('wrong_contact', `${outcome.name ?? '-'}/${outcome.email ?? '-'}/${outcome.phone ?? '-'}`);
    default:
      return outcome.kind;
  }
}

function words(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}

function on(day: Day | null): string {
  return day?.replace(/^2026-/, '') ?? '-';
}

function sum(amount: Money | 'full' | null): string {
  if (amount === null) return '-';
  return amount === 'full' ? 'full' : toDecimal(amount).replace(/\.00$/, '');
}
