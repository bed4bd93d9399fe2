// The engine's answer for a customer: act, and why now; or leave, and why not, and until when.
import type { Day } from './calendar.ts';
import type { Money } from './money.ts';

export type StepName =
  | 'nudge'
  | 'reminder'
  | 'question'
  | 'call'
  | 'firm'
  | 'owner'
  | 'final_notice'
  | 'internal_review'
  | 'hand_over'
  | 'broken_promise_call';

export type StepChannel = 'email' | 'call' | 'none';

export type LeaveReason =
  | 'nothing_due'
  | 'unread_mail'
  | 'promised'
  | 'disputed'
  | 'plan'
  | 'paid_said'
  | 'too_soon'
  | 'too_small'
  | 'not_yet'
  | 'snoozed'
  | 'held'
  | 'do_not_contact'
  | 'insolvent'
  | 'hardship'
  | 'callback'
  | 'quiet'
  | 'cap'
  | 'closed_day'
  | 'stale_ledger'
  | 'in_credit'
  | 'waiting_for_us'
  | 'own_terms'
  | 'offered'
  | 'agency'
  | 'written_off';

/** An overdue invoice that a message leaves out, and why. */
export type LeftOut = {
  readonly invoice: string; // id
  readonly reason:
    | 'disputed'
    | 'promised'
    | 'plan'
    | 'paid_said'
    | 'waiting_for_us'
    | 'own_terms'
    | 'offered'
    | 'agency'
    | 'written_off';
  readonly amount: Money; // the part left out
  readonly until: Day | null;
};

export type Act = {
  readonly kind: 'act';
  readonly customerId: string;
  readonly currency: string;
  readonly step: StepName;
  readonly channel: StepChannel;
  /** All overdue invoices and usable credits that the message names, oldest due first; ids. */
  readonly invoices: readonly string[];
  /** The invoice that drives the step. */
  readonly driver: string;
  /** Overdue, credits taken off, disputed parts left out. */
  readonly total: Money;
  /** Overdue invoices that the message does not ask for, whole or in part. */
  readonly leftOut?: readonly LeftOut[];
  readonly daysLate: number; // of the driver; negative before the due day
  /** Why now, one sentence in a bookkeeper's words. */
  readonly because: string;
  /** The event that it rests on: a promise that was broken, or a word that was not kept; absent elsewhere. */
  readonly restsOn?: string;
  /** The facts it rests on, each a short sentence. */
  readonly facts: readonly string[];
  /** Greater comes first. */
  readonly rank: number;
  /** Why it stands where it does in the order. */
  readonly rankBecause: string;
  /** The last working day of `today`'s window may have passed: the letter may be drafted now, and sent from here on. */
  readonly notBefore: Day;
};

export type Leave = {
  readonly kind: 'leave';
  readonly customerId: string;
  readonly currency: string | null; // null: the customer as a whole
  readonly reason: LeaveReason;
  readonly because: string;
  readonly facts: readonly string[];
  /** The first day on which the verdict may be another; null: not before somebody does something. */
  readonly until: Day | null;
  /** What is overdue all the same; null where nothing is. */
  readonly total: Money | null;
  /** The overdue invoices that wait; ids, oldest due first. */
  readonly invoices?: readonly string[];
};

export type Verdict = Act | Leave;
