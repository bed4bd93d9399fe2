// Replays past days of the ledger under a policy: what would have been sent, to whom, and what would have been a mistake.
import {
  addDays,
  type Day,
  dayIn,
  daysBetween,
  type Instant,
  instantAt,
  type TimeOfDay,
} from '../calendar.ts';
import { zoneOf } from '../customer-state.ts';
import { isCourtesy } from '../facts.ts';
import type { CaseEvent, Invoice, Ledger, Payment } from '../ledger.ts';
import { type Money, money } from '../money.ts';
import type { Policy } from '../policy.ts';
import { policyFor } from '../policy-for.ts';
import type { Act, StepName } from '../verdict.ts';
import { asTaken, ledgersByCustomer, type OneCustomer } from './one-customer.ts';
import { type WhoToChaseContext, whoToChase } from './who-to-chase.ts';

export type Mistake =
  /** The money was on its way: it came within `withinDays` after the letter. */
  | { readonly kind: 'paid'; readonly on: Day; readonly amount: Money }
  /** They said so afterwards: a letter met a complaint that nobody had recorded yet. */
  | { readonly kind: 'disputed'; readonly on: Day }
  /** A promise was made on the same day or the day after: one call would have done. */
  | { readonly kind: 'promised'; readonly on: Day };

export type Replayed = {
  readonly day: Day;
  readonly customerName: string;
  readonly step: StepName;
  readonly channel: Act['channel'];
  readonly total: Money;
  readonly because: string;
  readonly mistake: Mistake | null;
};

export type BackTest = {
  readonly from: Day;
  readonly to: Day;
  readonly replayed: readonly Replayed[];
  /** Letters that really went out in those days. */
  readonly reallySent: number;
  /** Of those, such as met a payment, a dispute or a promise just as well. */
  readonly realMistakes: number;
};

/** So soon after a letter a payment was under way already. */
const CROSSED_DAYS = 3;
/** So soon after a letter a dispute or a promise was in the air already. */
const IN_THE_AIR_DAYS = 1;

/**
 * The days before `context.now`, today not among them. Each day is decided by what was known on it; letters and calls
 * of the replay take the place of those that were really sent, while everything that customers did stays as it was.
 */
export function backTest(ledger: Ledger, policy: Policy, context: WhoToChaseContext, days: number): BackTest {
  const today = dayIn(context.zone, context.now);
  const from = addDays(today, -days);
  const one = ledgersByCustomer(ledger).map((own) => ({
    own,
    replayed: replay(own, policy, context, from, today),
  }));
  const sent = one.flatMap(({ own }) => sentIn(own, context.zone, from, today));
  return {
    from,
    to: addDays(today, -1),
    replayed: one
      .flatMap(({ replayed }) => replayed)
      .sort((a, b) => a.day.localeCompare(b.day) || a.customerName.localeCompare(b.customerName)),
    reallySent: sent.length,
    realMistakes: sent.filter(({ mistake }) => mistake !== null).length,
  };
}

function replay(
  own: OneCustomer,
  policy: Policy,
  context: WhoToChaseContext,
  from: Day,
  today: Day,
): Replayed[] {
  const { customer } = own;
  const zone = zoneOf(customer, context.zone);
  const opens = policyFor(policy, customer).window.from as TimeOfDay;
  const theirs = own.events.filter((event) => isTheirs(event) || dayIn(zone, event.at) < from);
  const newsDays = daysWithNews(own, zone);
  const ours: CaseEvent[] = [];
  const replayed: Replayed[] = [];
  for (let day = from; day < today; ) {
    const at = instantAt(zone, day, opens);
    const known = asKnownOn(own, day, at, [...theirs, ...ours]);
    let changes = today;
    for (const verdict of whoToChase(known, policy, { ...context, now: at })) {
      if (verdict.kind === 'leave') {
        if (verdict.until !== null && verdict.until < changes) changes = verdict.until;
        continue;
      }
      const tomorrow = addDays(day, 1);
      if (tomorrow < changes) changes = tomorrow;
      if (verdict.notBefore > day) continue;
      ours.push(asTaken(verdict, at, ours.length));
      replayed.push({
        day,
        customerName: customer.name,
        step: verdict.step,
        channel: verdict.channel,
        total: verdict.total,
        because: verdict.because,
        mistake:
          verdict.channel === 'none' ? null : mistakeIn(own, zone, day, verdict.invoices, verdict.currency),
      });
    }
    const news = newsDays.find((each) => each > day) ?? today;
    [day = today] = [news, changes].sort();
  }
  return replayed;
}

/** The days on which something happened, or an invoice became late; earliest first. */
function daysWithNews({ payments, events, invoices }: OneCustomer, zone: string): Day[] {
  const days = [
    // The books say so on the morning after.
    ...payments.map(({ day }) => addDays(day, 1)),
    ...events.flatMap(({ at }) => [dayIn(zone, at), addDays(dayIn(zone, at), 1)]),
    ...invoices.flatMap(({ firstSeen, issued, due }) => [
      dayIn(zone, firstSeen),
      addDays(dayIn(zone, firstSeen), 1),
      issued ?? due,
      addDays(due, 1),
    ]),
  ];
  return [...new Set(days)].sort();
}

/** What a customer did or said stays; what we did is replayed. */
function isTheirs({ body }: CaseEvent): boolean {
  return body.kind !== 'sent' && body.kind !== 'skipped' && body.kind !== 'stopped';
}

/** The books as they stood on the morning of `day`: payments of that day and later were still owed. */
function asKnownOn(own: OneCustomer, day: Day, at: Instant, events: readonly CaseEvent[]): Ledger {
  const payments = own.payments.filter((payment) => payment.day < day);
  const invoices = own.invoices.flatMap((invoice) => {
    if (invoice.firstSeen > at && (invoice.issued ?? invoice.due) > day) return [];
    const later = own.payments.filter((payment) => payment.invoiceId === invoice.id && payment.day >= day);
    const minor = Math.min(
      invoice.total.minor,
      invoice.open.minor + later.reduce((sum, { amount }) => sum + amount.minor, 0),
    );
    return [{ ...invoice, open: money(minor, invoice.open.currency) }];
  });
  return {
    customers: own.customers,
    freshAt: at,
    invoices,
    payments,
    events: events.filter((event) => event.at <= at),
  };
}

function mistakeIn(
  own: OneCustomer,
  zone: string,
  day: Day,
  invoices: readonly string[],
  currency: string,
): Mistake | null {
  const named = own.invoices.filter(({ id }) => invoices.includes(id));
  const soon = (on: Day, days: number) => on >= day && daysBetween(day, on) <= days;
  const paid = own.payments.find(
    (payment) =>
      payment.amount.currency === currency && soon(payment.day, CROSSED_DAYS) && isOf(payment, named),
  );
  if (paid) return { kind: 'paid', on: paid.day, amount: paid.amount };
  for (const { at, body } of own.events) {
    if (body.kind !== 'outcome' || !soon(dayIn(zone, at), IN_THE_AIR_DAYS)) continue;
    const { outcome } = body;
    if (outcome.kind === 'dispute' && concernsAny(outcome.invoices, named))
      return { kind: 'disputed', on: dayIn(zone, at) };
    if (outcome.kind === 'promise' && concernsAny(outcome.invoices, named))
      return { kind: 'promised', on: dayIn(zone, at) };
  }
  return null;
}

function isOf(payment: Payment, named: readonly Invoice[]): boolean {
  return payment.invoiceId === null || named.some(({ id }) => id === payment.invoiceId);
}

function concernsAny(numbers: readonly string[], named: readonly Invoice[]): boolean {
  return (
    numbers.length === 0 || named.some(({ id, number }) => numbers.includes(number) || numbers.includes(id))
  );
}

function sentIn(own: OneCustomer, zone: string, from: Day, today: Day): { mistake: Mistake | null }[] {
  return own.events.flatMap(({ at, body }) => {
    const day = dayIn(zone, at);
    if (body.kind !== 'sent' || isCourtesy(body.step) || day < from || day >= today) return [];
    const ids = idsOf(body.invoices, own.invoices);
    return [{ mistake: mistakeIn(own, zone, day, ids, body.currency) }];
  });
}

function idsOf(numbers: readonly string[], invoices: readonly Invoice[]): string[] {
  return invoices
    .filter(({ id, number }) => numbers.includes(number) || numbers.includes(id))
    .map(({ id }) => id);
}
