// When the books are too old to trust, nobody hears from us; what would be due is said all the same.
import { dayIn, formatDay, type Instant } from '../calendar.ts';
import type { Policy } from '../policy.ts';
import type { Verdict } from '../verdict.ts';
import { dayNumber } from './day-number.ts';
import { count, theStep } from './speaker.ts';

/** How the books' age is said, "5 days ago (Thu 19 Nov)"; null while they are fresh enough. */
export function staleSince(
  freshAt: Instant | null,
  policy: Policy,
  context: { readonly now: Instant; readonly zone: string; readonly locale?: string },
): string | null {
  if (freshAt === null) return 'never';
  const today = dayIn(context.zone, context.now);
  const fresh = dayIn(context.zone, freshAt);
  const age = dayNumber(today) - dayNumber(fresh);
  if (age <= policy.holds.ledgerMaxAgeDays) return null;
  return `${count(age, 'day')} ago (${formatDay(fresh, context.locale ?? 'en-GB', today)})`;
}

/** Why nothing may be said that rests on what is open now, one sentence; null while the books are fresh enough. */
export function whyOldBooks(
  { freshAt, ...context }: { freshAt: Instant | null; now: Instant; zone: string; locale?: string },
  policy: Policy,
): string | null {
  const since = staleSince(freshAt, policy, context);
  if (since === null) return null;
  return `${lastRead(since)}. Import today’s first: they say what is open now.`;
}

function lastRead(since: string): string {
  return since === 'never' ? 'No books have been imported yet' : `The books were last imported ${since}`;
}

/** Leaves the customer alone until the books are read in again. Where nothing is overdue, nothing changes. */
export function underStaleBooks(verdict: Verdict, since: string): Verdict {
  if (verdict.kind === 'leave' && verdict.total === null) return verdict;
  const wouldBe =
    verdict.kind === 'act'
      ? `Otherwise ${theStep(verdict.step)} would be due: ${lowerFirst(verdict.because)}`
      : `Otherwise: ${lowerFirst(verdict.because)}`;
  return {
    kind: 'leave',
    customerId: verdict.customerId,
    currency: verdict.currency,
    reason: 'stale_ledger',
    because: `${lastRead(since)}: nothing goes out before the next import. ${wouldBe}`,
    facts: verdict.facts,
    until: null,
    total: verdict.total,
    invoices: verdict.invoices,
  };
}

/** Names and numbers keep their capitals. */
function lowerFirst(text: string): string {
  return /^(The|They|We|On|No|Only|Marked|Snoozed|Their|A)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
