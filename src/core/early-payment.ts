// What a discount for early payment costs, said as a yearly rate so that an owner can hold it against a loan.
import { type Day, daysBetween } from './calendar.ts';
import type { EarlyPart } from './offer/offer.ts';
import type { Policy } from './policy.ts';

const DAYS_A_YEAR = 365;

/**
 * Percent a year: d / (1 − d) × 365 / (net − discount days), the nominal annual cost of trade credit (Brigham and Houston,
 * Fundamentals of Financial Management, on working capital). 2/10 net 30 comes to 37.24 %. Null where nothing is taken off, or where
 * the discount's days are not before the due day, so that no money comes any earlier for it.
 */
export function earlyPaymentYearlyPercent(
  { percent, withinDays }: NonNullable<Policy['earlyPayment']>,
  termsDays: number,
): number | null {
  const sooner = termsDays - withinDays;
  if (percent <= 0 || sooner <= 0) return null;
  const share = percent / 100;
  return (share / (1 - share)) * (DAYS_A_YEAR / sooner) * 100;
}

/**
 * The same of invoices by their own due days, which may be others than the policy's usual ones: what is taken off against
 * the money that comes sooner, times for how long.
 */
export function offerYearlyPercent(
  parts: readonly (Pick<EarlyPart, 'open' | 'off' | 'until'> & { readonly due: Day })[],
): number | null {
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  const lent = sum(({ open, off, until, due }) => (open.minor - off.minor) * daysBetween(until, due));
  return lent > 0 ? (sum(({ off }) => off.minor) / lent) * DAYS_A_YEAR * 100 : null;
}
