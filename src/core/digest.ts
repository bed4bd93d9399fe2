// What the morning digest says: figures, what changed, whom to chase in order, whom to leave alone.
import type { Ageing } from './ageing.ts';
import type { ApartTotals } from './apart-totals.ts';
import type { Day, Instant } from './calendar.ts';
import type { MissingCredit, OpenDispute } from './dispute-care.ts';
import type { OpenRequest } from './document-care.ts';
import type { GoodCustomer } from './good-customers.ts';
import type { Source } from './ledger.ts';
import type { Money } from './money.ts';
import type { EarlyChance } from './offer/early-chances.ts';
import type { SaidBy } from './outcome.ts';
import type { PlanToDecide } from './plan/plans-to-decide.ts';
import type { OnTimePayer } from './recognition.ts';
import type { TroubleToReview } from './trouble-reviews.ts';
import type { Act, Leave } from './verdict.ts';

export type DigestEntry = {
  readonly act: Act;
  readonly customerName: string;
  readonly hasEmail: boolean;
  /** A letter that waits on a card already, or is on its way. */
  readonly liveDraft: 'proposed' | 'approved' | null;
  readonly threadLink: string | null;
  /** The words in which a promise was noted that was not kept; null: none, or nothing was broken. */
  readonly quote: Quote | null;
};

/** What somebody said, for whoever asks why it did not come. */
export type Quote = {
  readonly source: Source;
  readonly saidBy: SaidBy | null; // null: nobody was named
  readonly link: string | null; // to the message; null: not asked for, or it cannot be had
};

/** A mail that nobody has looked at: it comes before all chasing. */
export type UnreadMail = {
  readonly customerId: string;
  readonly customerName: string;
  readonly day: Day;
  readonly subject: string;
};

export type LeftAlone = { readonly leave: Leave; readonly customerName: string };

export type Changes = {
  readonly since: Day;
  readonly overdueBefore: readonly Money[];
  readonly paid: readonly { readonly customerName: string; readonly amount: Money }[];
  readonly newlyOverdue: readonly { readonly customerName: string; readonly amount: Money }[];
};

/** Who paid what was late since the last digest, and has not been thanked. */
export type ToThank = { readonly customerId: string; readonly customerName: string; readonly paid: Money };

/** What we owe a customer who questions something: an answer, a settlement, or a credit in the books. */
export type DisputeLine =
  | { readonly kind: 'open'; readonly customerName: string; readonly dispute: OpenDispute }
  | { readonly kind: 'credit'; readonly customerName: string; readonly credit: MissingCredit };

/** What a customer asked us to send, and nobody has sent. */
export type RequestLine = { readonly customerName: string; readonly request: OpenRequest };

export type Digest = {
  readonly day: Day;
  readonly freshAt: Instant | null; // when the books were read in
  readonly stale: boolean;
  readonly ageing: Ageing;
  /** Of what is open, what nobody of us asks for. */
  readonly apart: ApartTotals;
  readonly changes: Changes | null; // null: the first digest
  /** Oldest first. */
  readonly unread: readonly UnreadMail[];
  readonly thank: readonly ToThank[];
  /** Good customers worth a call, on the first working day of a month; the owners are told. */
  readonly calls: { readonly owners: readonly string[]; readonly customers: readonly GoodCustomer[] };
  /** Payment plans that wait for a person, what is missed first. */
  readonly plans: readonly PlanToDecide[];
  /** Money trouble whose day to be looked at again has come, what has waited longest first. */
  readonly troubles: readonly TroubleToReview[];
  readonly chase: readonly DigestEntry[];
  readonly leave: readonly LeftAlone[];
  /** The most pressing first. */
  readonly disputes: readonly DisputeLine[];
  /** What waits longest for us first; what waits for them last. */
  readonly requests: readonly RequestLine[];
  /** Who pays on time; the Home tab shows them. */
  readonly onTime: readonly OnTimePayer[];
  /** Who could be offered a discount for paying early; the Home tab shows them. */
  readonly early: readonly EarlyChance[];
  readonly locale: string;
  readonly zone: string;
};
