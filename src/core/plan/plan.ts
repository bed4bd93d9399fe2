// A payment plan as it was agreed: which invoices, how much on which day; and what can be recorded about one.
import type { Day } from '../calendar.ts';
import type { Money } from '../money.ts';
import type { Cadence } from '../outcome.ts';

export type Instalment = { readonly day: Day; readonly amount: Money };

export type PlanTerms = {
  readonly currency: string;
  /** The invoices that it covers, by number. */
  readonly invoices: readonly string[];
  readonly cadence: Cadence;
  readonly instalments: readonly Instalment[]; // earliest first; they add up to what is covered
};

/** What was recorded about a plan. The same plan can be proposed again with other terms: that is a change of it. */
export type PlanStep =
  | {
      readonly kind: 'proposed';
      readonly terms: PlanTerms;
      /** The business's day, from which payments count. */
      readonly on: Day;
      /** Payments of that very day that the books had already: the sum was worked out without them. Ids. */
      readonly alreadyBooked: readonly string[];
      /** What of it goes beyond the policy, a sentence each. */
      readonly beyond: readonly string[];
      readonly note: string | null;
    }
  /** `beyond`: the limits that the owner knowingly passed over. */
  | { readonly kind: 'approved'; readonly beyond: readonly string[] }
  /** Other terms were refused: those in force stay. */
  | { readonly kind: 'terms_kept' }
  /** They said yes. A first instalment that was paid is a yes as well, and needs no record. */
  | { readonly kind: 'accepted' }
  /** More time for what has not arrived. */
  | { readonly kind: 'extended'; readonly until: Day }
  /** A person decided so. Broken: the balance is due again; `missed` is what had not come of the first such instalment. */
  | {
      readonly kind: 'ended';
      readonly why: 'cancelled' | 'broken';
      readonly reason: string;
      readonly missed: Instalment | null;
    };
