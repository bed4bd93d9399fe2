// The only names, sums, dates, links and offers that a letter may contain, already in the reader's formats.
import type { Day } from './calendar.ts';
import type { Money } from './money.ts';
import type { Offer } from './offer/offer.ts';
import type { Instalment } from './plan/plan.ts';
import type { Tone, Topic } from './policy.ts';
import type { Voice } from './settings.ts';
import type { StepName } from './verdict.ts';

export type InvoiceFact = {
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issued: Day | null;
  readonly due: Day;
  readonly daysLate: number; // negative before the due day
  readonly total: Money;
  readonly open: Money;
  readonly payLink: string | null;
  /** The part the customer has questioned; `open` is already without it. */
  readonly disputed?: Money | null;
  /** The part that was given up; `open` is already without it. */
  readonly writtenOff?: Money | null;
  /** The customer's own order (PO) number, as they told it. */
  readonly orderNumber?: string | null;
};

/** What has passed between us, in so far as a letter may speak of it. */
export type HistoryFact = {
  readonly firstLatePayment: boolean;
  readonly customerSince: Day | null;
  readonly lettersSent: number;
  readonly lastLetter: Day | null;
  readonly brokenPromise: { readonly date: Day; readonly amount: Money | null } | null;
  readonly partPaid: boolean;
  /** What came on the newest day with a payment, of the last 30; a letter may thank for it. */
  readonly recentPayment?: { readonly amount: Money; readonly day: Day } | null;
};

/** Letters that no step of the ladder asks for: thanks, a check-in, answers to what a customer wrote, and what was agreed. */
export const OCCASIONS = [
  'thank_you',
  'check_in',
  'mail_received',
  'promise_noted',
  'plan_offer',
  'instalment_note',
  'dispute_received',
  'dispute_credited',
  'dispute_corrected',
  'dispute_stands',
  'statement_sent',
  'copy_sent',
  'early_payment_offer',
  'fee_waiver_offer',
  'recognition',
  'po_asked',
] as const;

export type Occasion = (typeof OCCASIONS)[number];

/** A letter outside the ladder is recorded under its occasion's name, and is no step that was taken. */
export function isOccasion(step: string): step is Occasion {
  return (OCCASIONS as readonly string[]).includes(step);
}

/** Letters that ask for nothing at all, by the name of the step as it is recorded. */
export type CourtesyName = 'thank_you' | 'check_in';

export function isCourtesy(step: string): step is CourtesyName {
  return step === 'thank_you' || step === 'check_in';
}

/** The record that an answer of ours rests on, and what was decided about it. */
export type MatterFact = {
  readonly eventId: string;
  /** What we credit; null where we credit nothing. */
  readonly credit: Money | null;
  /** Why the invoice stands, in a colleague's words. */
  readonly reasons: string | null;
  /** A file that goes with the letter, kept until it is sent. */
  readonly file?: { readonly uploadId: string; readonly name: string } | null;
};

/** What an occasion is about, where the ledger alone does not say it. */
export type OccasionDetail = {
  /** The invoices that the letter speaks of, by number. */
  readonly invoices: readonly string[];
  /** Of a payment plan: all of its instalments, or the one that is next. */
  readonly plan?: { readonly id: string; readonly instalments: readonly Instalment[] } | undefined;
  /** Of thanks: what was paid had been long late, promised in vain or disputed. */
  readonly hardStretch?: boolean | undefined;
  /** What a mail of theirs says that they will pay; a null amount is all that is open. */
  readonly told?: { readonly amount: Money | null; readonly date: Day } | undefined;
  /** What the letter answers, and what was decided about it. */
  readonly matter?: MatterFact | undefined;
  /** What the letter offers of our own accord, as the owner decided it. */
  readonly offer?: Offer | undefined;
};

/** How the owner writes, in so far as it is of the letter's language. */
export type VoiceFact = Pick<Voice, 'greeting' | 'signOff' | 'formality' | 'use' | 'avoid'>;

export type DraftFacts = {
  readonly asOf: Day;
  readonly step: StepName;
  readonly tone: Tone;
  readonly maySay: readonly Topic[];
  /** Consequences that a named person has decided on; a letter may name no other. */
  readonly decided: readonly Topic[];
  readonly language: string; // BCP 47
  readonly customerName: string;
  readonly contactName: string | null;
  readonly senderName: string;
  readonly senderEmail: string;
  readonly businessName: string;
  readonly businessPhone: string | null;
  readonly bankDetails: string | null;
  readonly invoices: readonly InvoiceFact[]; // oldest due first
  readonly total: Money; // invoices less credits
  /** The oldest invoice's. */
  readonly daysLate: number;
  /** A final notice's deadline; null elsewhere. */
  readonly deadline: Day | null;
  readonly plan: { readonly maxInstalments: number; readonly maxDays: number } | null;
  readonly history: HistoryFact;
  readonly policyVersion: number;
  /** Set for a letter outside the ladder; `step` is then only the last one that was due. */
  readonly occasion?: Occasion | null;
  readonly detail?: OccasionDetail | null;
  /** They told us of money trouble that is not over: the words are softer than the step's own. */
  readonly gentle?: boolean;
  /** To whom the debt was handed over, in the notice of it. */
  readonly agency?: string | null;
  /** Days to pay as agreed, which a letter may remind of. */
  readonly termsDays?: number | null;
  readonly voice?: VoiceFact | null;
  /** Notes on the relationship that an approver lets letters speak of; words of colleagues, for a model alone. */
  readonly mentions?: readonly string[];
};
