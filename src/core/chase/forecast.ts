// What the days to come will bring if nobody pays or says anything: each step as it falls due, one after the other.
import { addDays, type Day, dayIn, instantAt, type TimeOfDay } from '../calendar.ts';
import { zoneOf } from '../customer-state.ts';
import type { Ledger } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import { policyFor } from '../policy-for.ts';
import type { Act } from '../verdict.ts';
import { asTaken, ledgersByCustomer, type OneCustomer } from './one-customer.ts';
import { type WhoToChaseContext, whoToChase } from './who-to-chase.ts';

/** A step on a day to come. */
export type Planned = {
  readonly day: Day; // by the customer's clock
  readonly customerName: string;
  readonly act: Act;
};

/**
 * From `context.now` on, `days` days, earliest first; within a day in the order of the agenda. Each letter is taken to
 * go out on its day, each call to reach nobody, and the books to stay fresh.
 */
export function forecast(
  ledger: Ledger,
  policy: Policy,
  context: WhoToChaseContext,
  days: number,
): Planned[] {
  return ledgersByCustomer(ledger)
    .filter(({ invoices }) => invoices.some(({ open }) => open.minor > 0))
    .flatMap((own) => forecastOne(own, policy, context, days))
    .sort(
      (a, b) =>
        a.day.localeCompare(b.day) || b.act.rank - a.act.rank || a.customerName.localeCompare(b.customerName),
    );
}

/** Jumps from one day on which the verdict may change to the next, so that a quiet month costs nothing. */
function forecastOne(own: OneCustomer, policy: Policy, context: WhoToChaseContext, days: number): Planned[] {
  const { customer } = own;
  const zone = zoneOf(customer, context.zone);
  const opens = policyFor(policy, customer).window.from as TimeOfDay;
  const today = dayIn(zone, context.now);
  const last = addDays(today, days - 1);
  const planned: Planned[] = [];
  const events = [...own.events];
  for (let day = today; day <= last; ) {
    const at = day === today ? context.now : instantAt(zone, day, opens);
    const verdicts = whoToChase({ ...own, events, freshAt: at }, policy, { ...context, now: at });
    let next: Day | null = null;
    for (const verdict of verdicts) {
      if (verdict.kind === 'leave') next = earlier(next, verdict.until);
      // A letter that can only go on a later day is drafted then.
      else if (verdict.notBefore > day) next = earlier(next, verdict.notBefore);
      else {
        planned.push({ day, customerName: customer.name, act: verdict });
        events.push(asTaken(verdict, at, events.length));
        next = earlier(next, addDays(day, 1));
      }
    }
    if (next === null) break;
    day = next > day ? next : addDays(day, 1);
  }
  return planned;
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
