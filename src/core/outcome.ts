// What a contact with a customer came to: the things a thread reply, a call or a customer's mail can mean.
import type { Day } from './calendar.ts';
import type { Money } from './money.ts';

/** An amount somebody spoke of: a sum, or all that is open. */
export type SpokenAmount = Money | 'full';

export type Cadence = 'weekly' | 'fortnightly' | 'monthly';

export type DisputeReason =
  | 'price'
  | 'goods'
  | 'service'
  | 'not_received'
  | 'already_paid'
  | 'duplicate'
  | 'missing_po'
  | 'other';

/** `invoices` are invoice numbers as in the ledger; empty means all that is open, or not said. */
export type Outcome =
  | {
      readonly kind: 'promise';
      readonly amount: SpokenAmount;
      readonly date: Day;
      readonly invoices: readonly string[];
    }
  | {
      readonly kind: 'claims_paid';
      readonly amount: SpokenAmount;
      readonly date: Day | null;
      readonly invoices: readonly string[];
    }
  | {
      readonly kind: 'dispute';
      readonly reason: DisputeReason;
      readonly detail: string;
      readonly amount: Money | null;
      readonly invoices: readonly string[];
    }
  | {
      readonly kind: 'plan_request';
      readonly instalments: number | null;
      readonly amount: Money | null;
      readonly cadence: Cadence | null;
      readonly first: Day | null;
    }
  | { readonly kind: 'hardship'; readonly detail: string }
  | { readonly kind: 'insolvency'; readonly detail: string }
  | { readonly kind: 'callback'; readonly date: Day }
  | { readonly kind: 'no_answer' }
  | { readonly kind: 'left_message' }
  | {
      readonly kind: 'document_request';
      readonly document: 'invoice_copy' | 'po_number' | 'statement' | 'other';
      readonly detail: string;
      readonly invoices: readonly string[];
    }
  | {
      readonly kind: 'wrong_contact';
      readonly name: string | null;
      readonly email: string | null;
      readonly phone: string | null;
    }
  | { readonly kind: 'contact_preference'; readonly detail: string }
  | { readonly kind: 'negotiation'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string }
  /** What a collection agency tells of a hand-over; recorded with the hand-over, not as an outcome. */
  | {
      readonly kind: 'agency_report';
      readonly requestId: string; // of the hand-over
      readonly note: string;
      readonly recovered: Money | null; // since the last report
      readonly fee: Money | null;
      readonly isGivenBack: boolean;
    }
  | { readonly kind: 'note'; readonly text: string };

export type OutcomeKind = Outcome['kind'];

/** How the customer was reached, where the person said so. */
export type Via = 'call' | 'email' | 'meeting' | 'other';
