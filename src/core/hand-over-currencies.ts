// A hand-over of all that somebody owes, in whatever currencies: each is asked for itself, and no two are ever added.
import { balancesOf } from './chase/balance.ts';
import { listed } from './chase/speaker.ts';
import type { CustomerState } from './customer-state.ts';
import { closedGates, type HandOverAnswer } from './hand-over.ts';
import type { HandOverPart } from './last-resort-events.ts';
import { formatMoney } from './money.ts';

/** In which anything is overdue. */
export function overdueCurrencies(state: CustomerState): string[] {
  return balancesOf(state).flatMap(({ currency, overdueMinor }) => (overdueMinor > 0 ? [currency] : []));
}

/** Most gates that a refusal names; the form shows them all. */
const MOST_NAMED = 3;

/** Null: all of it can go. What stands in the way of some currencies only is said with their names. */
export function whyNoHandOver(name: string, answers: readonly HandOverAnswer[]): string | null {
  const closed = new Map<string, string[]>();
  for (const { gates, amount } of answers) {
    for (const { words } of closedGates(gates)) {
      closed.set(words, [...(closed.get(words) ?? []), amount.currency]);
    }
  }
  if (closed.size === 0) return null;
  const sentences = [...closed].map(([words, currencies]) =>
    currencies.length < answers.length ? `${listed(currencies, 4)}: ${words}` : words,
  );
  const more = sentences.length > MOST_NAMED ? ` And ${sentences.length - MOST_NAMED} more.` : '';
  return `${name} cannot be handed over now. ${sentences.slice(0, MOST_NAMED).join(' ')}${more}`;
}

export function partOf({ amount, invoices }: HandOverAnswer): HandOverPart {
  return { currency: amount.currency, invoices, amount };
}

/** Null: what would go now is what was asked for. */
export function whatChanged(
  asked: readonly HandOverPart[],
  answers: readonly HandOverAnswer[],
  locale: string,
): string | null {
  const changes = asked.flatMap(({ currency, invoices, amount }) => {
    const now = answers.find((one) => one.amount.currency === currency);
    if (!now || (now.amount.minor === amount.minor && now.invoices.join() === invoices.join())) return [];
    return [
      `from ${formatMoney(amount, locale)} to ${formatMoney(now.amount, locale)} (${listed(now.invoices, 4)})`,
    ];
  });
  return changes.length === 0
    ? null
    : `Since somebody asked, what would go has changed ${changes.join(' and ')}. Decline this and ask again.`;
}
