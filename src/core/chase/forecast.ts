// What the days to come will bring if nobody pays or says anything: each step as it falls due, one after the other.
import { addDays, type Day, dayIn, type Instant, instantAt, type TimeOfDay } from '../calendar.ts';
import { zoneOf } from '../customer-state.ts';
import type { CaseEvent, Customer, EventBody, Ledger } from '../ledger.ts';
import { money } from '../money.ts';
import type { Policy } from '../policy.ts';
import { policyFor } from '../policy-for.ts';
import type { Act } from '../verdict.ts';
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
  return byCustomer(ledger)
    .flatMap((own) => forecastOne(own, policy, context, days))
    .sort(
      (a, b) =>
        a.day.localeCompare(b.day) || b.act.rank - a.act.rank || a.customerName.localeCompare(b.customerName),
    );
}

type OneCustomer = Ledger & { readonly customer: Customer };

function byCustomer(ledger: Ledger): OneCustomer[] {
  const own = new Map<
    string,
    { invoices: Ledger['invoices'][number][]; payments: Ledger['payments'][number][]; events: CaseEvent[] }
  >();
  for (const { id } of ledger.customers) own.set(id, { invoices: [], payments: [], events: [] });
  for (const invoice of ledger.invoices) own.get(invoice.customerId)?.invoices.push(invoice);
  for (const payment of ledger.payments) own.get(payment.customerId)?.payments.push(payment);
  for (const event of ledger.events) own.get(event.customerId)?.events.push(event);
  return ledger.customers.flatMap((customer) => {
    const rows = own.get(customer.id);
    return rows?.invoices.some(({ open }) => open.minor > 0)
      ? [{ customer, customers: [customer], freshAt: ledger.freshAt, ...rows }]
      : [];
  });
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
        events.push(taken(verdict, at, events.length));
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

/** The step as if it had been taken. */
function taken(act: Act, at: Instant, count: number): CaseEvent {
  return {
    id: `forecast ${count}`,
    customerId: act.customerId,
    at,
    by: 'forecast',
    source: null,
    body: bodyOf(act),
  };
}

function bodyOf(act: Act): EventBody {
  const { step, currency } = act;
  if (act.channel === 'call') return { kind: 'outcome', outcome: { kind: 'no_answer' }, via: 'call' };
  // A decision is taken at a review; here nobody takes one, so it is only not asked again the next day.
  if (act.channel === 'none') return { kind: 'skipped', step, currency, reason: '' };
  return {
    kind: 'sent',
    draftId: '',
    step,
    currency,
    amount: money(act.total.minor, currency),
    invoices: [],
    to: '',
    subject: '',
  };
}
