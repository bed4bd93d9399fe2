// What a reply was understood to mean, how sure that is, and what must be asked before it is recorded.
import type { AgencyHolding } from '../agency-report.ts';
import type { Day } from '../calendar.ts';
import type { Money } from '../money.ts';
import type { Outcome, Via } from '../outcome.ts';

export type ReadingContext = {
  readonly today: Day;
  readonly locale: string; // the workspace's: decides 11/12 and the currency's habits
  readonly currency: string; // for sums that name none
  readonly customerName: string;
  readonly invoices: readonly { readonly number: string; readonly open: Money; readonly due: Day }[];
  readonly openTotals: readonly Money[]; // by currency: what "half" and "the rest" refer to
  /** What agencies have now. Absent: no word of an agency is read, as in a customer's own mail. */
  readonly agencies?: readonly AgencyHolding[];
};

export type ReadItem = {
  readonly outcome: Outcome;
  /** The words it rests on. */
  readonly quote: string;
};

export type Problem = {
  /** 'unclear' is asked; 'impossible' cannot be recorded so; 'odd' may be right and is pointed out. */
  readonly kind: 'unclear' | 'impossible' | 'odd';
  readonly about: 'amount' | 'date' | 'invoice' | 'meaning' | 'currency';
  readonly why: string; // one sentence for the card: "31 February does not exist."
  /** Short answers to offer as buttons; each stands for a whole reading. */
  readonly choices: readonly { readonly label: string; readonly items: readonly ReadItem[] }[];
};

export type Reading =
  | { readonly kind: 'chatter' } // not about the case: leave it alone
  | {
      readonly kind: 'outcomes';
      readonly items: readonly ReadItem[]; // may be empty when all is unclear
      readonly problems: readonly Problem[];
      readonly via: Via | null;
      readonly sureness: 'high' | 'low';
      readonly by: 'grammar' | 'model' | 'person';
    };
