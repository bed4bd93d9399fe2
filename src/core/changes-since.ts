// What is new since the last digest: the money that came, and what fell overdue.
import { type Day, dayIn, type Instant } from './calendar.ts';
import { compare } from './chase/case-file.ts';
import type { Changes } from './digest.ts';
import type { Ledger, Payment } from './ledger.ts';
import { type Money, money } from './money.ts';
import { moneyIn } from './money-received.ts';
import type { Policy } from './policy.ts';

/** What is kept of a digest that was posted. */
export type PreviousDigest = {
  readonly day: Day;
  readonly postedAt: Instant;
  readonly overdueByCurrency: readonly { readonly currency: string; readonly minor: number }[];
};

export function changesSince(
  previous: PreviousDigest,
  ledger: Ledger,
  policy: Policy,
  { now, zone }: { readonly now: Instant; readonly zone: string },
  nameOf: (id: string) => string,
): Changes {
  const today = dayIn(zone, now);
  // Of the last digest's own day only what the books brought after it was posted is news.
  const readSince = ledger.freshAt !== null && ledger.freshAt > previous.postedAt;
  const isNews = ({ day }: Payment) =>
    day <= today && (day > previous.day || (day === previous.day && readSince));
  const paid = moneyIn(ledger, isNews, policy, { now, zone });
  const newlyOverdue = ledger.invoices.filter(
    ({ kind, open, due }) => kind === 'invoice' && open.minor > 0 && due < today && due >= previous.day,
  );
  return {
    since: previous.day,
    overdueBefore: previous.overdueByCurrency.map(({ currency, minor }) => money(minor, currency)),
    paid: byCustomer(
      paid.map(({ customerId, amount }) => ({ customerId, amount })),
      nameOf,
    ),
    newlyOverdue: byCustomer(
      newlyOverdue.map(({ customerId, open }) => ({ customerId, amount: open })),
      nameOf,
    ),
  };
}

/** One line a customer and currency, the greatest sum first. */
function byCustomer(
  rows: readonly { readonly customerId: string; readonly amount: Money }[],
  nameOf: (id: string) => string,
): { customerName: string; amount: Money }[] {
  const sums = new Map<string, { customerName: string; minor: number; currency: string }>();
  for (const { customerId, amount } of rows) {
    const key = `${customerId} ${amount.currency}`;
    const before = sums.get(key)?.minor ?? 0;
    sums.set(key, {
      customerName: nameOf(customerId),
      minor: before + amount.minor,
      currency: amount.currency,
    });
  }
  return [...sums.values()]
    .sort((a, b) => b.minor - a.minor || compare(a.customerName, b.customerName))
    .map(({ customerName, minor, currency }) => ({ customerName, amount: money(minor, currency) }));
}
