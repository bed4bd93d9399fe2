// What a discount for early payment costs, said as a yearly rate so that an owner can hold it against a loan.
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
