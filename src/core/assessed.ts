// What somebody found out about a customer's money trouble and decided, as it is recorded.
import type { Day } from './calendar.ts';

export type Trouble = 'temporary' | 'recurring' | 'not_clear';

/** How it goes on: a plan, time, a talk with the owner, or as before. */
export type WayOn = 'plan' | 'wait' | 'talk' | 'go_on';

export type Assessed = {
  readonly trouble: Trouble;
  /** In their words: "since the spring", "since a large customer failed". */
  readonly since: string | null;
  readonly helps: string | null;
  readonly way: WayOn;
  /** Nobody chases before this day; then it is looked at again. Of `go_on` it says nothing. */
  readonly review: Day;
};

export const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  temporary: 'temporary: a gap that will close',
  recurring: 'recurring: it comes again and again',
  not_clear: 'not clear yet',
};

export const WAY_WORDS: Readonly<Record<WayOn, string>> = {
  plan: 'a payment plan',
  wait: 'give them time',
  talk: 'talk with them, owner to owner',
  go_on: 'go on as before',
};

/** Later than this is no review any more. */
export const MAX_REVIEW_DAYS = 120;
