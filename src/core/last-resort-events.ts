// What is recorded of the last resort: the review, a hand-over to an agency, a write-off, and who agreed to them.
import type { Money } from './money.ts';

export const REVIEW_CHOICES = ['plan', 'wait', 'write_off', 'small_claim', 'agency'] as const;

export type ReviewChoice = (typeof REVIEW_CHOICES)[number];

/** The part of an invoice, named by its number, that is given up. */
export type WriteOffPart = { readonly invoice: string; readonly amount: Money };

/** What of one currency goes to an agency; invoices by number. */
export type HandOverPart = {
  readonly currency: string;
  readonly invoices: readonly string[];
  readonly amount: Money;
};

/** How a hand-over ends: all is paid, we agreed on something else, or the agency gave it back. */
export type HandOverEnd = 'paid' | 'agreement' | 'given_back';

/** `approvals`: how many different people must want it, whoever asked among them. `requestId`: the event that asked. */
export type LastResortBody =
  | {
      readonly kind: 'reviewed';
      readonly currency: string;
      readonly choice: ReviewChoice;
      readonly reason: string;
    }
  | {
      readonly kind: 'hand_over_asked';
      readonly currency: string;
      readonly agencyId: string;
      readonly agency: string;
      readonly feePercent: number | null;
      readonly invoices: readonly string[];
      readonly amount: Money;
      /** What goes in further currencies; sums of two currencies are never one. */
      readonly more?: readonly HandOverPart[];
      readonly approvals: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'write_off_asked';
      readonly currency: string;
      readonly parts: readonly WriteOffPart[];
      readonly approvals: number;
      readonly reason: string;
    }
  | { readonly kind: 'request_approved'; readonly requestId: string }
  | { readonly kind: 'request_declined'; readonly requestId: string; readonly reason: string }
  | {
      readonly kind: 'agency_update';
      readonly requestId: string;
      readonly note: string;
      readonly recovered: Money | null; // since the last update
      readonly fee: Money | null;
    }
  | {
      readonly kind: 'hand_over_ended';
      readonly requestId: string;
      readonly why: HandOverEnd;
      readonly note: string;
    }
  | {
      readonly kind: 'write_off_ended';
      readonly requestId: string;
      /** `booked`: the books have it now, so the invoice is open for less and nothing is to be set apart. */
      readonly why: 'taken_back' | 'booked';
      readonly note: string;
    };

/** One part a currency, in the order in which they were asked for. */
export function partsOf({
  currency,
  invoices,
  amount,
  more = [],
}: HandOverPart & { readonly more?: readonly HandOverPart[] }): readonly HandOverPart[] {
  return [{ currency, invoices, amount }, ...more];
}
