// A question about the ledger, understood: what is asked, of whom, and of which days.
import type { Day } from '../calendar.ts';

export const INTENTS = [
  'chase_today',
  'leave_alone',
  'owes',
  'total_overdue',
  'overdue_over',
  'why',
  'agreed',
  'payments',
  'broken_promises',
  'open_promises',
  'open_disputes',
  'biggest_debtors',
  'history',
  'contact',
  'invoices',
  'invoice',
  'last_letter',
  'sent',
  'drafts_waiting',
  'compare_months',
  'due_next',
  'steps_ahead',
  'next_step',
  'newly_overdue',
  'mine',
  'customer',
  'freshness',
  'policy',
  'help',
  'hello',
  'thanks',
  // Wishes to change something: they are answered with a proposal or the way to do it, and never done by an answer.
  'do_draft',
  'do_snooze',
  'do_release',
  'do_log',
  'do_digest_time',
  'do_split',
  'do_offer',
  'do_import',
  'do_other',
] as const;

export type Intent = (typeof INTENTS)[number];

/** Days that are asked about, both included. */
export type Period = { readonly from: Day; readonly to: Day };

/** The customer that is meant by what was typed. */
export type Who =
  | { readonly kind: 'found'; readonly id: string; readonly typed: string }
  | { readonly kind: 'several'; readonly ids: readonly string[]; readonly typed: string }
  | { readonly kind: 'none'; readonly nearest: readonly string[]; readonly typed: string };

export type Question = {
  readonly intent: Intent;
  /** Null: nobody is named. */
  readonly who: Who | null;
  /** An invoice's number as typed, in capitals. */
  readonly invoice: string | null;
  readonly period: Period | null;
  /** Only what is at least so many days late. */
  readonly minDaysLate: number | null;
  /** The day that a wish names: "snooze Acme until Friday". */
  readonly day: Day | null;
};

export type AskingContext = {
  readonly today: Day;
  readonly locale: string;
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** Whose case is being talked about: meant wherever nobody is named. */
  readonly customerId: string | null;
  /** What the same person asked before in the same conversation, oldest first. */
  readonly earlier: readonly string[];
};
