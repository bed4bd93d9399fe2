// What a late invoice could cost by the policy: simple daily interest from the last payment, and a statute's fixed sum.
// It is computed whenever it is asked for and never booked, so it cannot be added twice. An estimate, not advice.
import { addDays, type Day, daysBetween, formatDay } from './calendar.ts';
import { count } from './chase/speaker.ts';
import type { Invoice, Payment } from './ledger.ts';
import { formatMoney, type Money, money } from './money.ts';
import type { Policy } from './policy.ts';

export type LateFee = {
  readonly interest: Money;
  /** The statute's compensation for recovery costs; null where there is none. */
  readonly fixed: Money | null;
  readonly total: Money;
  readonly ratePercent: number;
  readonly from: Day; // the first day that counts
  readonly days: number;
  /** How it was reckoned, for people, one line each. */
  readonly working: readonly string[];
};

/** Both statutes add 8 points to the central bank's rate (UK: Late Payment Act 1998; EU: Directive 2011/7). */
const STATUTORY_POINTS = 8;
const DAYS_A_YEAR = 365;

/** The Late Payment Act's compensation by the size of the debt, in minor units: from `from` on. */
const UK_FIXED = [
  { from: 10_000_00, sum: 100_00 },
  { from: 1_000_00, sum: 70_00 },
  { from: 0, sum: 40_00 },
];
const EU_FIXED = 40_00;

/** Null where the policy has no fee, the invoice is not late, or the statute does not reach its currency. */
export function lateFeeOn(
  invoice: Invoice,
  payments: readonly Payment[],
  rules: Policy['lateFee'],
  today: Day,
  locale = 'en-GB',
): LateFee | null {
  const { open, total, due, kind } = invoice;
  const { currency } = open;
  const ratePercent = rateOf(rules, currency);
  if (ratePercent === null || kind !== 'invoice' || open.minor === 0 || due >= today) return null;
  const paid = payments.filter(({ invoiceId, day }) => invoiceId === invoice.id && day <= today);
  const since = [due, ...paid.map(({ day }) => day)].sort().at(-1) ?? due;
  const days = daysBetween(since, today);
  const interest = money(Math.round((open.minor * ratePercent * days) / (100 * DAYS_A_YEAR)), currency);
  const fixed = fixedSum(rules, total);
  const sum = money(interest.minor + (fixed?.minor ?? 0), currency);
  const say = (amount: Money) => formatMoney(amount, locale);
  const working = [
    `${say(open)} × ${ratePercent} % ÷ ${DAYS_A_YEAR} × ${count(days, 'day')} = ${say(interest)}`,
    `counted from ${formatDay(since, locale, today)}, ${since === due ? 'the due day' : 'the last payment'}`,
    ...(rules.kind === 'simple_interest'
      ? []
      : [
          `${ratePercent} % is ${rules.referenceRatePercent} % of the central bank and ${STATUTORY_POINTS} points`,
        ]),
    ...(fixed ? [`and ${say(fixed)} that the statute adds once for a debt of ${say(total)}`] : []),
  ];
  return { interest, fixed, total: sum, ratePercent, from: addDays(since, 1), days, working };
}

/** Percent a year; null where no fee is to be had in this currency. */
function rateOf(
  { kind, annualRatePercent, referenceRatePercent }: Policy['lateFee'],
  currency: string,
): number | null {
  if (kind === 'simple_interest') return annualRatePercent;
  if (kind === 'off' || referenceRatePercent === null) return null;
  if (kind === 'uk_statutory' ? currency !== 'GBP' : currency !== 'EUR') return null;
  return referenceRatePercent + STATUTORY_POINTS;
}

function fixedSum({ kind }: Policy['lateFee'], total: Money): Money | null {
  if (kind === 'eu_statutory') return money(EU_FIXED, total.currency);
  if (kind !== 'uk_statutory') return null;
  return money(UK_FIXED.find(({ from }) => total.minor >= from)?.sum ?? 0, total.currency);
}
