// What of a dispute is ours to do, in lines for cards and lists.
import type { Day } from '../../core/calendar.ts';
import { formatDay } from '../../core/calendar.ts';
import type { DisputeLine } from '../../core/digest.ts';
import { daysLeft, type MissingCredit, type OpenDispute } from '../../core/dispute-care.ts';
import { formatMoney } from '../../core/money.ts';
import { REASON_WORDS } from '../../core/outcome-words.ts';
import { count, escapeInline, fitLines, listWords, mention, shorten } from './mrkdwn.ts';

export type Place = { readonly today: Day; readonly locale: string };

/** "INV-1055 ($200.00, the price): Olivia settles it, due today." */
export function disputeLine(dispute: OpenDispute, { today, locale }: Place): string {
  const sums = listWords(
    dispute.amount.map((sum) => formatMoney(sum, locale)),
    3,
  );
  const reasons = listWords(
    dispute.reasons.map((reason) => REASON_WORDS[reason]),
    6,
  );
  const owner = dispute.owner ? `${mention(dispute.owner)} settles it` : '*nobody settles it yet*';
  const next = dispute.next ? ` Next: ${escapeInline(shorten(dispute.next, 300))}.` : '';
  const heard = dispute.isAcknowledged ? '' : ` ${heardWords(dispute, { today, locale })}`;
  return `${numbers(dispute.invoices)} (${sums}, ${reasons}): ${owner}, ${dueWords(dispute, { today, locale })}.${next}${heard}`;
}

function heardWords({ acknowledgeBy }: OpenDispute, { today, locale }: Place): string {
  return acknowledgeBy < today
    ? ':warning: *Nobody has told them yet that we heard them.*'
    : `They have not heard from us yet; they should by ${formatDay(acknowledgeBy, locale, today)}.`;
}

export function dueWords(task: { readonly due: Day }, { today, locale }: Place): string {
  const left = daysLeft(task, today);
  if (left === 0) return '*due today*';
  return left < 0
    ? `:warning: *${count(-left, 'day')} overdue*`
    : `due ${formatDay(task.due, locale, today)}`;
}

/** "A credit of $200.00 for INV-1055 is agreed; I expect it with the next import." */
export function creditLine({ amount, invoices, wasExpected }: MissingCredit, { locale }: Place): string {
  const credit = `A credit of ${formatMoney(amount, locale)} for ${numbers(invoices)} is agreed`;
  return wasExpected
    ? `:warning: ${credit}, and *the last import did not have it*. Enter the credit note in the books, then import them.`
    : `${credit}; I expect it with the next import.`;
}

function numbers(invoices: readonly string[]): string {
  return escapeInline(shorten(listWords(invoices, 6), 300));
}

/** One text for a list of all customers' disputes; null where there is nothing of ours to do. */
export function disputesText(lines: readonly DisputeLine[], place: Place): string | null {
  if (lines.length === 0) return null;
  const words = lines.map((line) => {
    const what = line.kind === 'open' ? disputeLine(line.dispute, place) : creditLine(line.credit, place);
    return `• *${escapeInline(shorten(line.customerName, 100))}*: ${what}`;
  });
  return fitLines(['*Disputes and credits of ours to settle*', ...words], 2900);
}
