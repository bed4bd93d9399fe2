// What is remembered and pointed at, in the shapes that the store and the chat share.
import type { Day, Instant } from '../core/calendar.ts';
import type { EventBody, Source } from '../core/ledger.ts';
import type { ProposalContent } from '../core/proposal.ts';
import type { Reading } from '../core/reading/reading.ts';

/** The time as the app sees it; local mode can move it. */
export type Clock = { now(): Instant };

/** The message in Slack that carries something, so that it can be updated. */
export type MessageRef = { readonly channel: string; readonly ts: string };

/** Where a message goes: into a thread, or with `ts` null into the channel itself. */
export type Beside = { readonly channel: string; readonly ts: string | null };

export type NewEvent = {
  customerId: string;
  at: Instant;
  by: string;
  source: Source | null;
  body: EventBody;
};

export type Case = {
  readonly id: string;
  readonly customerId: string;
  readonly card: MessageRef | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
};

/** What a message says since its author changed it; `quote` null: it was deleted. */
export type Rewording = { readonly quote: string | null; readonly reading: Reading };

/** Withdrawn: the author deleted the words, or changed them into some that mean nothing, before anybody confirmed. */
export type ReadingState = 'asked' | 'confirmed' | 'dismissed' | 'undone' | 'withdrawn';

/** A reply that was read, waiting for a person to confirm what it means. */
export type PendingReading = {
  readonly id: string;
  readonly customerId: string;
  readonly source: Source;
  readonly author: string;
  /** When it was asked about: the day that its "tomorrow" is counted from. */
  readonly at: Instant;
  readonly reading: Reading;
  readonly state: ReadingState;
  readonly card: MessageRef | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** Slack's stamp of the newest change of the words; null: they stand as they were sent. */
  readonly editedTs: string | null;
  /** Of a confirmed one: nobody has said yet what of the record, now that the words are others. */
  readonly rewording: Rewording | null;
};

/** A wish that waits for a button, or what became of it. */
export type Proposal = ProposalContent & {
  readonly card: MessageRef | null;
  /** What doing it recorded, so that it can be taken back. */
  readonly eventIds: readonly string[];
};

/** What somebody thought of an answer: the question, and who answered it. */
export type Feedback = {
  readonly message: MessageRef;
  readonly user: string;
  readonly verdict: 'good' | 'bad';
  readonly question: string;
  readonly by: 'grammar' | 'model';
  readonly at: Instant;
};

/** The figures a digest showed, kept so that tomorrow's can say what changed. */
export type DigestRecord = {
  readonly day: Day;
  readonly postedAt: Instant;
  readonly message: MessageRef | null;
  readonly overdueByCurrency: readonly { currency: string; minor: number; invoices: number }[];
};
