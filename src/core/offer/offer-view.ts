// Everything that the form of offers shows, ready to be drawn: each with what it comes to, or why it may not be.
import type { Day } from '../calendar.ts';
import type { Policy } from '../policy.ts';
import type { OnTimeRecord } from '../recognition.ts';
import type { Offer, OfferKind } from './offer.ts';
import type { Possible, Waivable } from './offer-terms.ts';

type Of<K extends OfferKind> = Possible<Extract<Offer, { kind: K }>>;

export type OfferView = {
  readonly customer: { readonly id: string; readonly name: string };
  readonly today: Day;
  readonly locale: string;
  /** One of each currency in which anything is open; one at least. */
  readonly early: readonly {
    readonly currency: string;
    readonly found: Of<'early_payment'>;
    /** What the discount costs us, in percent a year; null where no money comes any earlier for it. */
    readonly yearlyPercent: number | null;
  }[];
  readonly waivers: readonly {
    readonly currency: string;
    readonly found: Of<'fee_waiver'>;
    readonly fees: readonly Waivable[];
  }[];
  readonly usualUntil: Day;
  readonly recognition: {
    readonly found: Of<'recognition'>;
    readonly record: OnTimeRecord | null;
    readonly policy: Policy['recognition'];
  };
};
