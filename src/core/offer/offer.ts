// What we offer a customer of our own accord: a discount for paying early, a late fee let go, a reward for punctuality.
import type { Day } from '../calendar.ts';
import { type Money, subtract } from '../money.ts';

/** One invoice that may be paid with a part taken off, up to a day. */
export type EarlyPart = {
  readonly invoice: string; // its number
  readonly open: Money; // when it was offered
  readonly off: Money;
  readonly until: Day;
};

/** What an owner decided to offer; it binds us once the letter is sent. */
export type Offer =
  | { readonly kind: 'early_payment'; readonly percent: number; readonly parts: readonly EarlyPart[] }
  | {
      readonly kind: 'fee_waiver';
      readonly invoices: readonly string[]; // numbers
      readonly fee: Money; // that has come up to `feeDay`
      readonly feeDay: Day;
      readonly until: Day;
    }
  | {
      readonly kind: 'recognition';
      readonly reward: string | null; // in the owner's words
      /** From the next invoice on; null: as before. */
      readonly termsDays: number | null;
    };

export type OfferKind = Offer['kind'];

/** What a customer pays who takes the discount. */
export function withoutDiscount({ open, off }: EarlyPart): Money {
  return subtract(open, off);
}

/** "2%", "2 %": as the reader writes it. */
export function formatPercent(percent: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
}
