// A customer's promises in lines for people: what became of each, who gave it, and which of many to show.
import { type Day, formatDay } from './calendar.ts';
import type { PromiseState, PromiseStatus } from './chase/promises.ts';
import { listed } from './chase/speaker.ts';
import { formatMoney, money } from './money.ts';
import { saidByWords } from './outcome-words.ts';

const STATUS_WORDS: Readonly<Record<PromiseStatus, string>> = {
  live: 'still to come',
  kept: 'kept',
  late: 'paid, but late',
  partial: 'paid in part',
  broken: 'not kept',
  replaced: 'replaced by a later word',
};

/** "$500.00 by Fri 27 Nov (INV-1055), said by Maria from AP: paid in part, $200.00 came". */
export function promiseWords(
  { amount, date, invoices, currency, status, receivedMinor, saidBy }: PromiseState,
  { today, locale }: { readonly today: Day; readonly locale: string },
): string {
  const sum = amount === 'full' ? 'all that was open' : formatMoney(amount, locale);
  const came =
    receivedMinor > 0 && status !== 'kept'
      ? `, ${formatMoney(money(receivedMinor, currency), locale)} came`
      : '';
  const which = invoices.length > 0 ? ` (${listed(invoices, 6)})` : '';
  return `${sum} by ${formatDay(date, locale, today)}${which}${saidByWords(saidBy)}: ${STATUS_WORDS[status]}${came}`;
}

/** More than these are counted: a card is no archive. */
const MOST_SHOWN = 5;

/** What is still to come, the next first, then the newest of what has been. What a later word replaced is left out. */
export function promisesToShow(promises: readonly PromiseState[]): {
  readonly shown: readonly PromiseState[];
  readonly more: number;
} {
  const live = promises.filter(({ status }) => status === 'live');
  const past = promises.filter(({ status }) => status !== 'live' && status !== 'replaced').reverse();
  const all = [...live, ...past];
  return { shown: all.slice(0, MOST_SHOWN), more: Math.max(0, all.length - MOST_SHOWN) };
}
