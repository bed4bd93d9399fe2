// A mail that came in, as far as anything here looks at it. It is a stranger's words: nothing in it orders anything.
import type { Day, Instant } from '../calendar.ts';

export type AttachedFile = { readonly name: string; readonly contentType: string; readonly bytes: number };

/** What a mail server says of a letter of ours that did not arrive, or not yet. */
export type Bounce = {
  readonly recipient: string | null;
  readonly isFinal: boolean; // false: the server keeps trying
  readonly why: string | null;
};

export type ReceivedMail = {
  /** The Message-ID; of a mail that has none, a hash of all of it: the same mail is kept once. */
  readonly key: string;
  readonly messageId: string | null;
  /** The Message-IDs it answers, the nearest first. */
  readonly answers: readonly string[];
  readonly from: { readonly name: string | null; readonly address: string | null };
  readonly subject: string;
  /** When its sender says it was written. */
  readonly sentAt: Instant | null;
  readonly text: string;
  /** Its own words, without the letter they answer. */
  readonly reply: string;
  /** There was more than is kept. */
  readonly isCut: boolean;
  readonly files: readonly AttachedFile[];
  /** By its headers: a person's, a program's answer, mail to many, or a server's report. */
  readonly sort: 'person' | 'automatic' | 'bulk' | 'report';
  readonly bounce: Bounce | null;
};

/** What a mail shows besides what it says of paying. */
export type MailSign =
  | { readonly kind: 'bounce'; readonly bounce: Bounce }
  | { readonly kind: 'out_of_office'; readonly until: Day | null } // the first day on which they are back
  | { readonly kind: 'left_company' }
  | { readonly kind: 'auto_reply' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'angry' };

/** How a mail found its case: what it answers, a number in its subject, or who sent it. */
export type MailMatch = {
  readonly by: 'answer' | 'number' | 'sender' | 'person';
  /** The address is none of the customer's that we know of. */
  readonly isUnknownSender: boolean;
};

/** A mail as it is kept. */
export type InboundMail = Omit<ReceivedMail, 'sort' | 'bounce'> & {
  readonly id: string;
  readonly customerId: string | null; // null: nobody knows yet, or it was passed over
  readonly match: MailMatch | null;
  readonly signs: readonly MailSign[];
  readonly receivedAt: Instant;
  /**
   * kept → asked (whose is it?) → kept (a person chose) → shown. `kept` that outlives a crash is shown at the next start.
   * passed_over: not about an invoice, by itself or because a person said so; its words are not kept.
   */
  readonly state: 'kept' | 'asked' | 'shown' | 'passed_over';
  readonly card: { readonly channel: string; readonly ts: string } | null;
  /** Who looked at it, and when; null: nobody yet. */
  readonly lookedAt: { readonly by: string; readonly at: Instant } | null;
};

/** Only a program's receipt and a server that keeps trying need no person: for all else chasing waits. */
export function needsLook(signs: readonly MailSign[]): boolean {
  return !signs.some(
    (sign) => sign.kind === 'auto_reply' || (sign.kind === 'bounce' && !sign.bounce.isFinal),
  );
}

/** What was written, and by whom. */
export type MailWords = Omit<
  InboundMail,
  'id' | 'key' | 'customerId' | 'match' | 'signs' | 'receivedAt' | 'state' | 'card' | 'lookedAt'
>;

/** Who wrote, what about and in which words is forgotten; that the mail was here is not, so that it is kept once. */
export function withoutWords({ messageId }: MailWords): MailWords {
  return {
    messageId,
    answers: [],
    from: { name: null, address: null },
    subject: '',
    sentAt: null,
    text: '',
    reply: '',
    isCut: false,
    files: [],
  };
}
