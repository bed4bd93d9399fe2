// What a model can look up: each tool's name, what it says of itself, and the question of ours that it asks.
import { z } from 'zod';
import type { Intent } from '../core/asking/question.ts';

const day = z.iso.date();
const from = day.nullable().describe('first day, YYYY-MM-DD, or null');
const to = day.nullable().describe('last day, YYYY-MM-DD, or null');
export const CUSTOMER = z.string().min(1).max(200).describe('the customer’s name as the person wrote it');
const anyCustomer = CUSTOMER.nullable().describe('the customer’s name, or null for all');

/** `ofAll`: what it asks where no customer is named. Where `quotes`, customers' own words may stand in the result. */
export type Reading = {
  readonly name: string;
  readonly says: string;
  readonly task: string;
  readonly intent: Intent;
  readonly ofAll?: Intent;
  readonly takes:
    | 'nothing'
    | 'customer'
    | 'any customer'
    | 'days'
    | 'any customer and days'
    | 'age'
    | 'invoice';
  readonly quotes?: boolean;
};

export const READINGS: readonly Reading[] = [
  {
    name: 'agenda',
    says: 'Whom to call or write to today, in order, with the reason.',
    task: 'Looking at today’s agenda',
    intent: 'chase_today',
    takes: 'nothing',
  },
  {
    name: 'left_alone',
    says: 'Whom we leave alone, and why.',
    task: 'Looking at whom we leave alone',
    intent: 'leave_alone',
    takes: 'nothing',
  },
  {
    name: 'customer',
    says: 'What one customer owes and what is to be done about it.',
    task: 'Looking at the ledger',
    intent: 'customer',
    takes: 'customer',
  },
  {
    name: 'why',
    says: 'Why one customer is chased or left alone now.',
    task: 'Looking at the reasons',
    intent: 'why',
    takes: 'customer',
  },
  {
    name: 'invoices',
    says: 'One customer’s open invoices.',
    task: 'Looking at open invoices',
    intent: 'invoices',
    takes: 'customer',
  },
  {
    name: 'invoice',
    says: 'One invoice by its number.',
    task: 'Looking at an invoice',
    intent: 'invoice',
    takes: 'invoice',
    quotes: true,
  },
  {
    name: 'history',
    says: 'What was sent, said and recorded about one customer, newest first.',
    task: 'Reading the history',
    intent: 'history',
    takes: 'customer',
    quotes: true,
  },
  {
    name: 'agreements',
    says: 'What one customer promised or agreed, and what became of it.',
    task: 'Looking at what was agreed',
    intent: 'agreed',
    takes: 'customer',
    quotes: true,
  },
  {
    name: 'payments',
    says: 'Payments that came in between two days, of one customer or all.',
    task: 'Adding up payments',
    intent: 'payments',
    takes: 'any customer and days',
  },
  {
    name: 'overdue_total',
    says: 'How much is overdue in all, by age.',
    task: 'Looking at the ageing',
    intent: 'total_overdue',
    takes: 'nothing',
  },
  {
    name: 'late_customers',
    says: 'Customers that are at least so many days late, the greatest sum first.',
    task: 'Looking at who is late',
    intent: 'overdue_over',
    takes: 'age',
  },
  {
    name: 'promises_broken',
    says: 'Promises that were not kept.',
    task: 'Looking at promises',
    intent: 'broken_promises',
    takes: 'days',
    quotes: true,
  },
  {
    name: 'promises_open',
    says: 'Promises whose day is still to come.',
    task: 'Looking at promises',
    intent: 'open_promises',
    takes: 'days',
    quotes: true,
  },
  {
    name: 'disputes',
    says: 'Invoices in dispute, of one customer or all.',
    task: 'Looking at disputes',
    intent: 'open_disputes',
    takes: 'any customer',
    quotes: true,
  },
  {
    name: 'look_ahead',
    says: 'The steps that come next, of one customer or all.',
    task: 'Looking ahead',
    intent: 'next_step',
    ofAll: 'steps_ahead',
    takes: 'any customer and days',
  },
  {
    name: 'due',
    says: 'What falls due between two days.',
    task: 'Looking at what falls due',
    intent: 'due_next',
    takes: 'days',
  },
  {
    name: 'newly_overdue',
    says: 'What became overdue between two days.',
    task: 'Looking at what became overdue',
    intent: 'newly_overdue',
    takes: 'days',
  },
  {
    name: 'letters_sent',
    says: 'Letters that went out: of all between two days, or the last one to a customer.',
    task: 'Looking at letters',
    intent: 'last_letter',
    ofAll: 'sent',
    takes: 'any customer and days',
    quotes: true,
  },
  {
    name: 'drafts_waiting',
    says: 'Letters that wait for approval.',
    task: 'Looking at drafts',
    intent: 'drafts_waiting',
    takes: 'nothing',
  },
  {
    name: 'compare_months',
    says: 'This month beside the one before: payments and what is overdue.',
    task: 'Comparing months',
    intent: 'compare_months',
    takes: 'nothing',
  },
  {
    name: 'policy',
    says: 'Our credit policy in words.',
    task: 'Reading the policy',
    intent: 'policy',
    takes: 'nothing',
  },
  {
    name: 'freshness',
    says: 'When the books were last imported.',
    task: 'Looking at the books’ age',
    intent: 'freshness',
    takes: 'nothing',
  },
];

export const SHAPES = {
  nothing: z.strictObject({}),
  customer: z.strictObject({ customer: CUSTOMER }),
  'any customer': z.strictObject({ customer: anyCustomer }),
  days: z.strictObject({ from, to }),
  'any customer and days': z.strictObject({ customer: anyCustomer, from, to }),
  age: z.strictObject({ min_days_late: z.number().int().min(1).max(3650) }),
  invoice: z.strictObject({ number: z.string().min(1).max(60) }),
} as const;
