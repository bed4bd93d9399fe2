// What the figures, days and invoices of a reply say, before it is known whether past or future is spoken of.
import type { Day } from '../calendar.ts';

export type SpokenAmount =
  | {
      readonly kind: 'sum';
      readonly decimal: string; // "1234.50"
      /** ISO code, "$" where any dollar may be meant, null where nothing is said. */
      readonly currency: string | null;
    }
  | { readonly kind: 'share'; readonly part: number; readonly of: number }
  | { readonly kind: 'rest' }
  | { readonly kind: 'full' }
  | { readonly kind: 'vague' };

export type SpokenDate = {
  /** Days that may be meant when the future is spoken of, likeliest first; several are asked about. */
  readonly forward: readonly Day[];
  /** The day meant when the past is spoken of. */
  readonly back: Day | null;
  /** The first day of a period, for what begins with it: "back next week". */
  readonly first: Day | null;
  /** Why it cannot be: "31 February does not exist." */
  readonly impossible: string | null;
  /** A time is spoken of, but no day can be told from it ("soon"). */
  readonly isVague: boolean;
  /** A period, of which the last day was taken; it is pointed out. */
  readonly isLoose: boolean;
};

export function spoken(parts: Partial<SpokenDate>): SpokenDate {
  return { forward: [], back: null, first: null, impossible: null, isVague: false, isLoose: false, ...parts };
}

/** `unknown`: what was written names no open invoice. `bare`: the digits, where nothing else was written and they might be a sum. */
export type SpokenInvoices = {
  readonly numbers: readonly string[];
  readonly unknown: string | null;
  readonly bare: string | null;
};
