// LEAD'S NOTE (03:10): main has the ONE mechanism for letters outside the ladder since 02:13 (commit "Draft letters outside the
// ladder in one way"): facts.detail + core/letter/occasions.ts + flows/letter-grounds.ts + draftOccasion. Your matter/purposeOf/
// stepRecorded are its twins and cannot be merged beside it. Please, before anything else: commit what is whole now, `git merge main`
// in your worktree, and put your dispute letters onto main's table (matter -> detail with optional fields eventId, credit, reasons;
// purposeOf -> groundsOf; stepRecorded -> stepName; isOccasion may stay). Your deadline is 03:55 for that. Then delete this note.
// The only names, sums, dates, links and offers that a letter may contain, already in the reader's formats.
import type { Day } from './calendar.ts';
import type { Money } from './money.ts';
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
};

/** What has passed between us, in so far as a letter may speak of it. */
export type HistoryFact = {
  readonly firstLatePayment: boolean;
  readonly customerSince: Day | null;
  readonly lettersSent: number;
  readonly lastLetter: Day | null;
  readonly brokenPromise: { readonly date: Day; readonly amount: Money | null } | null;
  readonly partPaid: boolean;
  /** The newest payment of the last 30 days; a letter may thank for it. */
  readonly recentPayment?: { readonly amount: Money; readonly day: Day } | null;
};

/** Letters that no step of the ladder asks for: thanks on the day of payment, a check-in, and answers to what they question or ask for. */
export const OCCASIONS = [
  'thank_you',
  'check_in',
  'dispute_received',
  'dispute_credited',
  'dispute_corrected',
  'dispute_stands',
  'statement_sent',
  'copy_sent',
] as const;

export type Occasion = (typeof OCCASIONS)[number];

/** A letter outside the ladder is recorded under its occasion's name, and is no step that was taken. */
export function isOccasion(step: string): step is Occasion {
  return (OCCASIONS as readonly string[]).includes(step);
}

/** What a letter outside the ladder answers: the record it rests on, and what was decided about it. */
export type MatterFact = {
  readonly eventId: string;
  readonly invoices: readonly string[]; // numbers
  /** What we credit; null where we credit nothing. */
  readonly credit: Money | null;
  /** Why the invoice stands, in a colleague's words. */
  readonly reasons: string | null;
  /** A file that goes with the letter, kept until it is sent. */
  readonly file?: { readonly uploadId: string; readonly name: string } | null;
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
  readonly matter?: MatterFact | null;
  /** Days to pay as agreed, which a letter may remind of. */
  readonly termsDays?: number | null;
  readonly voice?: VoiceFact | null;
};
