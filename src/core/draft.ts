// A drafted letter and the states it goes through, from a card in Slack to a mail in somebody's inbox.
import type { Instant } from './calendar.ts';
import type { DraftFacts } from './facts.ts';
import type { Finding } from './guard/finding.ts';
import type { StepName } from './verdict.ts';

/**
 * proposed → approved → sending → sent
 *    ↓          ↓  ↘ proposed (undo)    ↘ failed (the mail server refused; approve again)
 * skipped    stopped (the ledger changed)   `sending` that outlives a crash is `unsure`: a person is asked.
 */
export type DraftState =
  | 'proposed'
  | 'approved'
  | 'sending'
  | 'sent'
  | 'skipped'
  | 'stopped'
  | 'failed'
  | 'unsure';

/** Where the words came from, so that a letter can be explained and replayed. */
export type Authorship = {
  readonly kind: 'template' | 'model' | 'person';
  readonly promptId: string | null;
  readonly promptVersion: number | null;
  readonly promptHash: string | null;
  readonly model: string | null;
  /** Said on the card: "The model did not answer, so this is our own template." */
  readonly note: string | null;
  /** The words with their slots, from which the letter can be filled again; null where a person wrote it. */
  readonly words?: Letter | null;
};

export type Letter = { readonly subject: string; readonly body: string };

/** Remarks of the guard that an approver let pass, with the reason they gave. */
export type Overruled = { readonly reason: string; readonly remarks: readonly string[] };

/** What goes with a mail: the statement of account, as PDF. */
export type Attachment = 'statement';

/** One wording that a draft had: who wrote it, from what, and what the guard said of it. */
export type DraftRevision = {
  readonly revision: number;
  readonly by: string;
  readonly at: Instant;
  readonly to: string;
  readonly letter: Letter;
  readonly facts: DraftFacts;
  readonly findings: readonly Finding[];
  readonly authorship: Authorship;
};

export type Draft = {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly step: StepName;
  readonly state: DraftState;
  /** Counts up with every change of the words; a click carries the revision it saw. */
  readonly revision: number;
  readonly to: string;
  readonly cc: readonly string[];
  readonly letter: Letter;
  readonly facts: DraftFacts;
  readonly findings: readonly Finding[];
  readonly authorship: Authorship;
  /** The card in Slack; null until it is posted. */
  readonly card: { readonly channel: string; readonly ts: string } | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly approvedBy: string | null;
  readonly approvedAt: Instant | null;
  /** Not to be sent before: the undo has run out, and the customer's office hours have begun. */
  readonly sendAfter: Instant | null;
  readonly sentAt: Instant | null;
  /** RFC 5322 Message-ID, derived from the draft's id: the same draft can only ever be one mail. */
  readonly messageId: string;
  readonly inReplyTo: string | null;
  /** The last word on it: why it was skipped, stopped or failed. */
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly overruled: Overruled | null;
  readonly attachments: readonly Attachment[];
};
