// Sums, days and steps as a bookkeeper would say them.
import { formatDay } from '../calendar.ts';
import type { Occasion } from '../facts.ts';
import { formatMoney } from '../money.ts';
import type { StepName } from '../verdict.ts';
import { dayOf } from './day-number.ts';

export type Speaker = {
  money(minor: number, currency: string): string;
  /** A day number: "Tue 1 Dec", with the year where it is not this one. */
  day(day: number): string;
};

/** Days repeat a thousand times in one digest, so each is formatted once. */
export function speaker(locale: string, today: number): Speaker {
  const days = new Map<number, string>();
  const reference = dayOf(today);
  return {
    money: (minor, currency) => formatMoney({ minor, currency }, locale),
    day: (day) => {
      let said = days.get(day);
      if (said === undefined) {
        said = formatDay(dayOf(day), locale, reference);
        days.set(day, said);
      }
      return said;
    },
  };
}

const STEP_WORDS: Readonly<Record<StepName | Occasion, string>> = {
  nudge: 'note before the due day',
  reminder: 'reminder',
  question: 'question',
  call: 'call',
  firm: 'firm letter',
  owner: "owner's letter",
  final_notice: 'final notice',
  internal_review: 'internal review',
  hand_over: 'notice of the hand-over',
  broken_promise_call: 'call about the broken promise',
  thank_you: 'thank-you',
  check_in: 'check-in',
  mail_received: 'answer that their mail is here',
  promise_noted: 'answer to their promise',
  plan_offer: 'payment plan in writing',
  instalment_note: 'note before an instalment',
  dispute_received: 'answer that we heard their dispute',
  dispute_credited: 'answer to their dispute, a credit',
  dispute_corrected: 'answer to their dispute, a correction',
  dispute_stands: 'answer to their dispute, that the invoice stands',
  statement_sent: 'statement they asked for',
  copy_sent: 'invoice copy they asked for',
  early_payment_offer: 'offer of a discount for paying early',
  fee_waiver_offer: 'offer to let the late fee go',
  recognition: 'thanks for paying on time',
  po_asked: 'letter that asks for their order number',
};

/** "the reminder", "the call". */
export function theStep(step: string): string {
  return `the ${Object.hasOwn(STEP_WORDS, step) ? STEP_WORDS[step as StepName | Occasion] : step.replaceAll('_', ' ')}`;
}

/** "1 day late", "12 days late". */
export function late(days: number): string {
  return `${count(days, 'day')} late`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and c", "a, b and 14 more". */
export function listed(items: readonly string[], most: number): string {
  if (items.length <= 1) return items[0] ?? '';
  if (items.length <= most) return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
  return `${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more`;
}
