// The ledger as the core sees it: who owes what, and the facts recorded about it. State is computed from these.
import type { Assessed } from './assessed.ts';
import type { Day, Instant } from './calendar.ts';
import type { LastResortBody } from './last-resort-events.ts';
import type { Money } from './money.ts';
import type { Offer } from './offer/offer.ts';
import type { Outcome, Tone, Via } from './outcome.ts';
import type { PlanStep } from './plan/plan.ts';
import type { Overrides } from './policy.ts';

export type Contact = {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

/** A customer's own terms, which outrank the workspace's policy. */
export type CustomerTerms = {
  readonly doNotContact?: boolean;
  readonly vip?: boolean;
  /** They asked for no thanks and no check-ins: only what is owed is written about. */
  readonly onlyAboutPayment?: boolean;
  /** A person, not a company: the strict profile. */
  readonly naturalPerson?: boolean;
  readonly minGapDays?: number;
  /** What the policy says otherwise for this customer. */
  readonly policy?: Overrides;
  /** By the invoice's number. */
  readonly invoices?: Readonly<Record<string, InvoiceTerms>>;
};

/** What was agreed about one invoice. */
export type InvoiceTerms = {
  readonly doNotChase?: boolean;
  /** So many days more before its ladder begins. */
  readonly extraDays?: number;
};

export type Customer = {
  readonly id: string;
  readonly name: string;
  /** The customer group that a policy may speak of; null where the ledger names none. */
  readonly group: string | null;
  /** The first is the one who gets letters. */
  readonly contacts: readonly Contact[];
  readonly language: string; // BCP 47: 'en', 'de-AT'
  readonly country: string | null; // ISO 3166: 'US'
  readonly zone: string | null; // IANA; null: the workspace's
  /** The Slack user who looks after the customer. */
  readonly accountManager: string | null;
  readonly terms: CustomerTerms;
  readonly firstSeen: Instant;
};

export type Invoice = {
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issued: Day | null;
  readonly due: Day;
  readonly total: Money; // ≥ 0, also of a credit note
  readonly open: Money; // ≥ 0, what is left to pay, or of a credit note to use
  readonly memo: string | null;
  readonly firstSeen: Instant;
};

export type Payment = {
  readonly id: string;
  readonly customerId: string;
  readonly invoiceId: string | null;
  readonly amount: Money;
  readonly day: Day;
};

/** The message that a record rests on. */
export type Source = { readonly channel: string; readonly ts: string; readonly quote: string };

/** How a dispute ended: we credit a sum, we correct the invoice, or it stands as it is. */
export type Settlement =
  | { readonly kind: 'credit_note'; readonly amount: Money }
  | { readonly kind: 'correction' }
  | { readonly kind: 'stands' };

export type Decision = 'fee' | 'pause_credit' | 'agency' | 'legal' | 'discount' | 'plan';

/** What was recorded. Events are only ever added; `undone` takes an earlier one back, and both stay readable. */
export type EventBody =
  | {
      readonly kind: 'sent';
      readonly draftId: string;
      readonly step: string;
      readonly currency: string;
      readonly amount: Money;
      readonly invoices: readonly string[];
      readonly to: string;
      readonly subject: string;
      /** What the letter offered, which binds us from then on. */
      readonly offer?: Offer | undefined;
    }
  | {
      readonly kind: 'outcome';
      readonly outcome: Outcome;
      readonly via: Via | null;
      readonly tone?: Tone; // as the reply tells it; absent: nothing to note
      readonly saidAt?: Instant; // when it was told, where that was before it was recorded
    }
  | { readonly kind: 'snoozed'; readonly until: Day; readonly reason: string | null }
  | {
      readonly kind: 'skipped';
      readonly step: string;
      readonly currency: string;
      readonly reason: string;
      readonly invoices?: readonly string[]; // of a letter outside the ladder: which it was about
    }
  | { readonly kind: 'stopped'; readonly draftId: string; readonly reason: string } // approved, then not sent
  | {
      readonly kind: 'overruled';
      readonly draftId: string;
      readonly reason: string;
      readonly remarks: readonly string[];
    } // an approver let the guard's remarks pass
  | {
      readonly kind: 'dispute_owned';
      readonly disputeId: string; // the event of the dispute
      readonly owner: string; // a Slack user id
      readonly next: string | null;
      readonly due: Day;
    }
  | {
      readonly kind: 'dispute_resolved';
      readonly how: string;
      readonly invoices: readonly string[];
      readonly settlement?: Settlement; // older records have none
    }
  | {
      readonly kind: 'request_done'; // what they asked for, settled without a letter of ours
      readonly requestId: string; // the event of the request
      readonly document: Extract<Outcome, { kind: 'document_request' }>['document'];
      readonly invoices: readonly string[];
      readonly note: string; // of an order number: the number, or what was done instead
    }
  | { readonly kind: 'decision'; readonly decision: Decision; readonly note: string }
  | { readonly kind: 'hold'; readonly reason: string; readonly until: Day | null }
  | { readonly kind: 'released'; readonly reason: string }
  | { readonly kind: 'earlier_contact'; readonly step: string; readonly day: Day } // before Tightrope, as somebody told it
  | { readonly kind: 'plan'; readonly planId: string; readonly step: PlanStep }
  /** A mail of theirs is in. Nobody is chased before a person has looked at it. */
  | { readonly kind: 'heard'; readonly mailId: string; readonly from: string; readonly subject: string }
  | { readonly kind: 'looked_at'; readonly mailId: string; readonly tone?: Tone }
  /** What one knows of people: the trade fair, the new baby. An approver may let letters speak of it. */
  | { readonly kind: 'relationship_note'; readonly text: string; readonly mayMention: boolean }
  /** What a case taught, asked once it was over; both null: somebody skipped the questions. */
  | { readonly kind: 'looked_back'; readonly worked: string | null; readonly differently: string | null }
  | { readonly kind: 'not_now' } // a friendly call that the monthly list proposed
  | LastResortBody
  | ({ readonly kind: 'assessed' } & Assessed) // what somebody found out about their money trouble, and decided
  | { readonly kind: 'undone'; readonly eventId: string; readonly reason: string | null };

export type CaseEvent = {
  readonly id: string;
  readonly customerId: string;
  readonly at: Instant;
  /** A Slack user id, or 'tightrope' for what it did by itself. */
  readonly by: string;
  readonly source: Source | null;
  readonly body: EventBody;
};

export type Ledger = {
  /** When the books were last read in; null before the first import. */
  readonly freshAt: Instant | null;
  readonly customers: readonly Customer[];
  /** Open invoices and credits, and those settled within the last 120 days (for the engine's back-looks). */
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly events: readonly CaseEvent[];
};
