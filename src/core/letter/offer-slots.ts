// The slots of letters that offer something of our own accord: what is taken off, let go or given, and until when.
import { formatDayLong } from '../calendar.ts';
import type { DraftFacts } from '../facts.ts';
import { formatMoney } from '../money.ts';
import { type EarlyPart, formatPercent, type Offer, withoutDiscount } from '../offer/offer.ts';
import { letterLanguage, letterLocale } from './language.ts';
import { PHRASES } from './phrases.ts';
import { inLine } from './plain-text.ts';

function offerOf<K extends Offer['kind']>(
  { detail }: DraftFacts,
  kind: K,
): Extract<Offer, { kind: K }> | null {
  const offer = detail?.offer;
  return offer?.kind === kind ? (offer as Extract<Offer, { kind: K }>) : null;
}

export const OFFER_SLOTS = {
  offer_percent: {
    says: 'the share that is taken off for paying early; absent elsewhere',
    fill: (facts: DraftFacts) => {
      const offer = offerOf(facts, 'early_payment');
      return offer && formatPercent(offer.percent, letterLocale(facts.language));
    },
  },
  offer_list: {
    says: 'each invoice with what it comes to when paid early, and until when, on lines of their own; absent elsewhere',
    fill: (facts: DraftFacts) =>
      offerOf(facts, 'early_payment')
        ?.parts.map((part) => earlyLine(part, facts))
        .join('\n') ?? null,
  },
  fee_amount: {
    says: 'the late fee that is let go; absent elsewhere',
    fill: (facts: DraftFacts) => {
      const offer = offerOf(facts, 'fee_waiver');
      return offer && formatMoney(offer.fee, letterLocale(facts.language));
    },
  },
  fee_day: {
    says: 'the day up to which the late fee was counted; absent elsewhere',
    fill: (facts: DraftFacts) => {
      const offer = offerOf(facts, 'fee_waiver');
      return offer && formatDayLong(offer.feeDay, letterLocale(facts.language));
    },
  },
  offer_until: {
    says: 'the day by which they must pay for the late fee to be let go; absent elsewhere',
    fill: (facts: DraftFacts) => {
      const offer = offerOf(facts, 'fee_waiver');
      return offer && formatDayLong(offer.until, letterLocale(facts.language));
    },
  },
  reward: {
    says: 'what we give for paying on time, in the owner’s words; absent when it is thanks alone',
    fill: (facts: DraftFacts) => {
      const reward = offerOf(facts, 'recognition')?.reward;
      return reward ? inLine(reward).replace(/[.!]+$/, '') : null;
    },
  },
  longer_terms: {
    says: 'how many days they have to pay from the next invoice on, as a figure; absent when it stays as before',
    fill: (facts: DraftFacts) => {
      const days = offerOf(facts, 'recognition')?.termsDays;
      return days ? String(days) : null;
    },
  },
};

/** "INV-7 · $980.00 instead of $1,000.00 until 4 December 2026". */
function earlyLine(part: EarlyPart, { language }: DraftFacts): string {
  const locale = letterLocale(language);
  const { earlyPayment } = PHRASES[letterLanguage(language)];
  const left = formatMoney(withoutDiscount(part), locale);
  const words = earlyPayment(left, formatMoney(part.open, locale), formatDayLong(part.until, locale));
  return `${inLine(part.invoice)} · ${words}`;
}
