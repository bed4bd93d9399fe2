// Facts for letters: one plain example to vary, and random ones of every kind for the property tests.
import fc from 'fast-check';
import { addDays, type Day } from '../../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../../src/core/default-policy.ts';
import {
  type DraftFacts,
  type InvoiceFact,
  OCCASIONS,
  type Occasion,
  type OccasionDetail,
} from '../../../src/core/facts.ts';
import { type LetterLanguage, letterLanguage } from '../../../src/core/letter/language.ts';
import { type Money, money } from '../../../src/core/money.ts';

const AS_OF: Day = '2026-11-24';

export function invoiceFact(
  number: string,
  due: Day,
  openMinor: number,
  extra: Partial<InvoiceFact> = {},
): InvoiceFact {
  const daysLate = Math.round((Date.parse(AS_OF) - Date.parse(due)) / 86_400_000);
  const open = money(openMinor, extra.total?.currency ?? 'USD');
  return {
    number,
    kind: 'invoice',
    issued: addDays(due, -21),
    due,
    daysLate,
    total: open,
    open,
    payLink: `https://pay.harborprint.example/${number}`,
    ...extra,
  };
}

/** Harbor Print asks Acme Dental for $1,234.50: INV-1055 since 3 November, INV-1061 since 10 November. */
export function exampleFacts(extra: Partial<DraftFacts> = {}): DraftFacts {
  const step = DEFAULT_POLICY.steps.find(({ name }) => name === (extra.step ?? 'question'));
  const maySay = extra.maySay ?? step?.maySay ?? [];
  return {
    asOf: AS_OF,
    step: 'question',
    tone: step?.tone ?? 'helpful',
    maySay,
    decided: [],
    language: 'en-US',
    customerName: 'Acme Dental',
    contactName: 'Dana Whitfield',
    senderName: 'Maria Santos',
    senderEmail: 'maria@harborprint.example',
    businessName: 'Harbor Print',
    businessPhone: '+1 555 010 7788',
    bankDetails: null,
    invoices: [invoiceFact('INV-1055', '2026-11-03', 84_500), invoiceFact('INV-1061', '2026-11-10', 38_950)],
    total: money(123_450, 'USD'),
    daysLate: 21,
    deadline: extra.step === 'final_notice' ? '2026-12-04' : null,
    plan: maySay.includes('plan') ? { maxInstalments: 4, maxDays: 60 } : null,
    history: {
      firstLatePayment: false,
      customerSince: '2024-03-11',
      lettersSent: 0,
      lastLetter: null,
      brokenPromise: null,
      partPaid: false,
      recentPayment: null,
    },
    policyVersion: 1,
    occasion: null,
    termsDays: 21,
    ...extra,
  };
}

const NAMES = [
  'Acme Dental',
  'Court Street Books',
  'Müller & Söhne GmbH',
  'Café L’Étoile',
  'Niño Pérez S.L.',
  'The 24/7 Gym',
  'Booking.com',
  '{{total_open}} Ltd',
  'O’Brien "Late" Foods',
  '株式会社さくら',
];
const PEOPLE = ['Dana Whitfield', 'Accounts', 'Dr. Jürgen Groß', 'José Ángel Núñez', 'Zoë', null];
const NUMBERS = [
  'INV-1055',
  '1043',
  '0000017',
  'R2026/118',
  'A-7',
  '2026-0091',
  'FT 2026/44',
  '55',
  'HP#312',
  'rg_2231',
];
/** Such as look like a number, a sum, a day, an invoice of ours, or have words and brackets in them. */
const ORDERS = [null, null, '4500123', 'PO-4711', '12.50', '2026-11-30', '1043', 'B 77/2 (Nord)', '3', 'Ä-9'];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'KWD', 'CHF', 'CAD'];

const invoiceArb = fc.record({
  number: fc.constantFrom(...NUMBERS),
  orderNumber: fc.constantFrom(...ORDERS),
  lateBy: fc.integer({ min: 1, max: 120 }),
  open: fc.integer({ min: 1200, max: 9_000_000 }),
  paid: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1100, max: 400_000 }) },
  ),
});

/** Any facts the engine could hand over, for the steps that send a letter. */
export const factsArb: fc.Arbitrary<DraftFacts> = fc
  .record({
    step: fc.constantFrom(
      'nudge',
      'reminder',
      'question',
      'firm',
      'owner',
      'final_notice',
      'hand_over',
      'call',
      'broken_promise_call' as const,
    ),
    language: fc.constantFrom(
      'en-US',
      'en-GB',
      'es-ES',
      'es-MX',
      'fr-FR',
      'fr-CH',
      'de-DE',
      'de-AT',
      'de-CH',
      'pt-BR',
    ),
    customerName: fc.constantFrom(...NAMES),
    contactName: fc.constantFrom(...PEOPLE),
    invoices: fc.uniqueArray(invoiceArb, { minLength: 1, maxLength: 6, selector: ({ number }) => number }),
    currency: fc.constantFrom(...CURRENCIES),
    credit: fc.boolean(),
    link: fc.boolean(),
    bank: fc.boolean(),
    phone: fc.boolean(),
    promised: fc.boolean(),
    letters: fc.integer({ min: 0, max: 4 }),
    firstLate: fc.boolean(),
    decided: fc.subarray(['fee', 'pause_credit', 'agency', 'legal'] as const),
  })
  .map((raw) => {
    const nudge = raw.step === 'nudge';
    const invoices: InvoiceFact[] = raw.invoices
      .map(({ number, orderNumber, lateBy, open, paid }) => {
        const daysLate = nudge ? -3 : lateBy;
        return {
          number,
          kind: 'invoice' as const,
          issued: addDays(AS_OF, -daysLate - 21),
          due: addDays(AS_OF, -daysLate),
          daysLate,
          total: money(open + paid, raw.currency),
          open: money(open, raw.currency),
          payLink: raw.link ? `https://pay.example.test/i/${encodeURIComponent(number)}` : null,
          orderNumber,
        };
      })
      .sort((a, b) => (a.due < b.due ? -1 : 1));
    const owed = invoices.reduce((sum, { open }) => sum + open.minor, 0);
    const credit: InvoiceFact[] = raw.credit
      ? [
          {
            number: 'CN-9',
            kind: 'credit_note',
            issued: AS_OF,
            due: AS_OF,
            daysLate: 0,
            total: money(1100, raw.currency),
            open: money(1100, raw.currency),
            payLink: null,
          },
        ]
      : [];
    const step = raw.step as DraftFacts['step'];
    return exampleFacts({
      step,
      tone: DEFAULT_POLICY.steps.find(({ name }) => name === step)?.tone ?? 'human',
      language: step === 'call' || step === 'broken_promise_call' ? 'en-US' : raw.language,
      customerName: raw.customerName,
      contactName: raw.contactName,
      invoices: [...invoices, ...credit],
      total: money(owed - (raw.credit ? 1100 : 0), raw.currency),
      daysLate: invoices[0]?.daysLate ?? 0,
      decided: step === 'hand_over' ? ['agency'] : raw.decided,
      ...(step === 'hand_over' ? { maySay: ['agency'] as const, agency: 'Fair Collect LLC' } : {}),
      businessPhone: raw.phone ? '+44 20 7946 0991' : null,
      bankDetails: raw.bank ? 'Harbor Print\nIBAN DE89 3704 0044 0532 0130 00\nBIC COBADEFFXXX' : null,
      history: {
        firstLatePayment: raw.firstLate,
        customerSince: '2024-03-11',
        lettersSent: raw.letters,
        lastLetter: raw.letters > 0 ? addDays(AS_OF, -8) : null,
        brokenPromise:
          raw.promised || step === 'broken_promise_call' ? { date: addDays(AS_OF, -4), amount: null } : null,
        partPaid: invoices.some(({ open, total }) => open.minor < total.minor),
        recentPayment: null,
      },
    });
  });

/** A part of the oldest invoice is questioned, or all that there is. */
function questioned({ invoices }: DraftFacts, whole: boolean): Partial<DraftFacts> {
  const [first, ...others] = invoices;
  if (whole || first?.kind !== 'invoice') return {};
  const { minor, currency } = first.open;
  const part = money(Math.floor(minor / 3), currency);
  return {
    invoices: [{ ...first, open: money(minor - part.minor, currency), disputed: part }, ...others],
  };
}

/** The plan that a letter about one is about: three instalments, or the next of them. */
function planned(occasion: Occasion, amount: Money): Pick<OccasionDetail, 'plan'> {
  if (occasion !== 'plan_offer' && occasion !== 'instalment_note') return {};
  const instalments = [7, 37, 68].map((days) => ({ day: addDays(AS_OF, days), amount }));
  return {
    plan: { id: 'plan 1', instalments: occasion === 'plan_offer' ? instalments : instalments.slice(0, 1) },
  };
}

/** What the letters of our own accord offer: the same facts always make the same offer. */
function offered(occasion: Occasion, { invoices, total }: DraftFacts): Pick<OccasionDetail, 'offer'> {
  const until = addDays(AS_OF, 6);
  const open = invoices.filter(({ kind }) => kind === 'invoice');
  if (occasion === 'early_payment_offer') {
    const parts = open.map(({ number, open: sum }) => ({
      invoice: number,
      open: sum,
      off: money(Math.round(sum.minor / 40), sum.currency),
      until,
    }));
    return { offer: { kind: 'early_payment', percent: 2.5, parts } };
  }
  if (occasion === 'fee_waiver_offer') {
    const fee = money(Math.max(1, Math.round(total.minor / 100)), total.currency);
    return {
      offer: { kind: 'fee_waiver', invoices: open.map(({ number }) => number), fee, feeDay: AS_OF, until },
    };
  }
  if (occasion !== 'recognition') return {};
  const isLarge = total.minor % 2 === 0;
  return {
    offer: {
      kind: 'recognition',
      reward: isLarge ? '5 % off your next order' : null,
      termsDays: total.minor % 3 === 0 ? null : 45,
    },
  };
}

const REASONS: Readonly<Record<LetterLanguage, string>> = {
  en: 'The delivery note shows all of the boxes.',
  de: 'Der Lieferschein führt alle Kartons auf.',
  fr: 'Le bon de livraison indique tous les cartons.',
  es: 'El albarán recoge todas las cajas.',
};

/** The facts of one letter outside the ladder, with all that it can speak of. */
export function exampleOccasion(occasion: Occasion, over: Partial<DraftFacts> = {}): DraftFacts {
  const facts = exampleFacts(over);
  const amount = money(50_000, facts.total.currency);
  return {
    ...facts,
    ...(occasion === 'dispute_received' ? questioned(facts, false) : {}),
    occasion,
    detail: {
      invoices: [],
      told: { amount, date: addDays(AS_OF, 3) },
      ...planned(occasion, amount),
      ...offered(occasion, facts),
      matter: {
        eventId: 'e1',
        credit: occasion === 'dispute_credited' ? amount : null,
        reasons: occasion === 'dispute_stands' ? REASONS[letterLanguage(facts.language)] : null,
      },
    },
    history: { ...facts.history, recentPayment: { amount, day: addDays(AS_OF, -1) } },
  };
}

/** Any facts for a letter outside the ladder, with everything paid or with a rest that is open. */
export const occasionFactsArb: fc.Arbitrary<DraftFacts> = fc
  .record({
    facts: factsArb,
    language: fc.constantFrom(
      'en-US',
      'en-GB',
      'es-ES',
      'es-MX',
      'fr-FR',
      'fr-CH',
      'de-DE',
      'de-AT',
      'pt-BR',
    ),
    occasion: fc.constantFrom(...OCCASIONS),
    settled: fc.boolean(),
    paidMinor: fc.integer({ min: 1200, max: 9_000_000 }),
    paidDaysAgo: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ facts, language, occasion, settled, paidMinor, paidDaysAgo }) => {
    const { currency } = facts.total;
    const amount = money(paidMinor, currency);
    const rest = settled
      ? { invoices: [], total: money(0, currency), daysLate: 0 }
      : { invoices: facts.invoices, total: facts.total, daysLate: facts.daysLate };
    const isAnswer = !['thank_you', 'check_in', 'recognition'].includes(occasion);
    // Nothing is offered while something is in dispute.
    const isOffer = occasion === 'early_payment_offer' || occasion === 'fee_waiver_offer';
    return {
      ...facts,
      // An answer to a dispute names its invoices, also where they are paid meanwhile.
      ...(isAnswer ? questioned(facts, settled || isOffer) : rest),
      language,
      occasion,
      detail: {
        invoices: [],
        told: { amount: settled ? null : amount, date: addDays(AS_OF, paidDaysAgo) },
        ...planned(occasion, amount),
        ...offered(occasion, facts),
        ...(isAnswer
          ? {
              matter: {
                eventId: 'e1',
                credit: occasion === 'dispute_credited' ? amount : null,
                reasons: occasion === 'dispute_stands' ? REASONS[letterLanguage(language)] : null,
              },
            }
          : {}),
      },
      history: {
        ...facts.history,
        partPaid: !settled && facts.history.partPaid,
        recentPayment: { amount, day: addDays(AS_OF, -paidDaysAgo) },
      },
    };
  });
