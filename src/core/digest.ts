// What the morning digest says: figures, what changed, whom to chase in order, whom to leave alone.
import type { Ageing } from './ageing.ts';
import type { Day, Instant } from './calendar.ts';
import type { MissingCredit, OpenDispute } from './dispute-care.ts';
import type { Money } from './money.ts';
import type { OnTimePayer } from './recognition.ts';
import type { Act, Leave } from './verdict.ts';

export type DigestEntry = {
  readonly act: Act;
  readonly customerName: string;
  readonly hasEmail: boolean;
  /** A letter that waits on a card already, or is on its way. */
  readonly liveDraft: 'proposed' | 'approved' | null;
  readonly threadLink: string | null;
};

export type LeftAlone = { readonly leave: Leave; readonly customerName: string };

export type Changes = {
  readonly since: Day;
  readonly overdueBefore: readonly Money[];
  readonly paid: readonly { readonly customerName: string; readonly amount: Money }[];
  readonly newlyOverdue: readonly { readonly customerName: string; readonly amount: Money }[];
};

/** What we owe a customer who questions something: an answer, a settlement, or a credit in the books. */
export type DisputeLine =
  | { readonly kind: 'open'; readonly customerName: string; readonly dispute: OpenDispute }
  | { readonly kind: 'credit'; readonly customerName: string; readonly credit: MissingCredit };

export type Digest = {
  readonly day: Day;
  readonly freshAt: Instant | null; // when the books were read in
  readonly stale: boolean;
  readonly ageing: Ageing;
  readonly changes: Changes | null; // null: the first digest
  readonly chase: readonly DigestEntry[];
  readonly leave: readonly LeftAlone[];
  /** The most pressing first. */
  readonly disputes: readonly DisputeLine[];
  /** Who pays on time; the Home tab shows them. */
  readonly onTime: readonly OnTimePayer[];
  readonly locale: string;
  readonly zone: string;
};
