// A proposal: something that was wished for in words and waits for a person's button. It is only ever done by that button.
import type { Day, Instant, TimeOfDay } from './calendar.ts';
import type { PlanTerms } from './plan/plan.ts';
import type { PlanWish } from './plan/work-out-plan.ts';

/** How a letter is wished for. `words`: an instruction in somebody's own words, which never sets a figure. */
export type LetterWish = {
  readonly tone: 'softer' | 'firmer' | 'shorter' | null;
  readonly words: string | null;
};

/** What pressing the button does. Figures in it are checked against the ledger once more before it is done. */
export type Deed =
  | { readonly kind: 'draft'; readonly customerId: string; readonly wish: LetterWish }
  | { readonly kind: 'snooze'; readonly customerId: string; readonly until: Day }
  | { readonly kind: 'release'; readonly customerId: string }
  | { readonly kind: 'note'; readonly customerId: string; readonly text: string }
  | {
      readonly kind: 'plan';
      readonly customerId: string;
      readonly wish: PlanWish;
      /** What the wish came to when it was asked. */
      readonly terms: PlanTerms;
    }
  | { readonly kind: 'digest_time'; readonly time: TimeOfDay; readonly before: TimeOfDay };

export type ProposalState = 'asked' | 'done' | 'dismissed' | 'lapsed' | 'undone';

/** What a card says: put into words when it was asked, so that the thread stays the record of what was pressed. */
export type ProposalWords = {
  readonly title: string;
  /** What exactly will happen, a line each. */
  readonly lines: readonly string[];
  readonly button: string;
  /** As of when, and from which books. */
  readonly asOf: string;
};

export type ProposalContent = {
  readonly id: string;
  readonly deed: Deed;
  readonly words: ProposalWords;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  /** What was done, or why it lapsed; null while it waits. */
  readonly result: string | null;
  /** Where what was done can be looked at. */
  readonly link: string | null;
};

/** Nobody remembers what they wished for longer ago, and the ledger has moved on. */
export const PROPOSAL_DAYS = 7;

export function customerOf(deed: Deed): string | null {
  return deed.kind === 'digest_time' ? null : deed.customerId;
}

/** A draft and a plan have cards of their own, where they wait for their approval and can be ended. */
export function canBeUndone({ kind }: Deed): boolean {
  return kind !== 'draft' && kind !== 'plan';
}
