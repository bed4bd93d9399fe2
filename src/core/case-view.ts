// Everything that a case card or `/overdue acme` shows of one customer, gathered and ready to be drawn.
import type { ApartTotals } from './apart-totals.ts';
import type { Day } from './calendar.ts';
import type { PromiseState } from './chase/promises.ts';
import type { MissingCredit, OpenDispute } from './dispute-care.ts';
import type { OpenRequest, StandingNumber } from './document-care.ts';
import type { DraftState } from './draft.ts';
import type { CaseEvent, Customer, Invoice } from './ledger.ts';
import type { Money } from './money.ts';
import type { Offer } from './offer/offer.ts';
import type { Relationship } from './relationship.ts';
import type { Verdict } from './verdict.ts';

export type CaseView = {
  readonly customer: Customer;
  readonly today: Day;
  readonly locale: string;
  readonly zone: string;
  /** Open invoices and credits, oldest due first. */
  readonly open: readonly (Invoice & {
    readonly daysLate: number; // by what was agreed
    readonly moreTimeUntil: Day | null; // than the books say
    readonly disputed: boolean;
  })[];
  readonly overdue: readonly Money[]; // by currency, credits taken off
  readonly openTotals: readonly Money[];
  /** Of what is open, what nobody of us asks for. */
  readonly apart: ApartTotals;
  readonly verdicts: readonly Verdict[];
  /** Newest first, with undone ones marked. */
  readonly history: readonly (CaseEvent & { readonly undone: boolean })[];
  /** What they question, the most pressing first. */
  readonly disputes: readonly OpenDispute[];
  /** Credits that were agreed and are not in the books yet. */
  readonly missingCredits: readonly MissingCredit[];
  /** Each with the way to its message; null: there is none. `more`: promises that are not shown. */
  readonly promises: {
    readonly shown: readonly { readonly promise: PromiseState; readonly link: string | null }[];
    readonly more: number;
  };
  /** What they asked us to send, oldest first. */
  readonly requests: readonly OpenRequest[];
  /** Their own order numbers that stand, newest first. */
  readonly orderNumbers: readonly StandingNumber[];
  /** Invoices for which they want to see one that we do not know. */
  readonly numbersWanted: readonly string[];
  /** What we offered and they may still take. */
  readonly offers: readonly Offer[];
  readonly liveDraft: {
    readonly id: string;
    readonly state: DraftState;
    readonly link: string | null;
  } | null;
  readonly threadLink: string | null;
  /** They paid, and nothing speaks against thanking them. */
  readonly mayThank: boolean;
  readonly relationship: Relationship;
};
