// What has passed between us and a customer, in so far as a letter may speak of it: from payments and records alone.
import { agreedDues } from '../agreed-due.ts';
import { type Day, dayIn, daysBetween } from '../calendar.ts';
import { names } from '../chase/case-file.ts';
import { type HistoryFact, isOccasion } from '../facts.ts';
import type { CaseEvent, Customer, Ledger } from '../ledger.ts';
import { money } from '../money.ts';
import type { Settings } from '../settings.ts';
import type { Act } from '../verdict.ts';

export type HistoryInput = {
  readonly act: Act;
  readonly customer: Customer;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly asOf: Day;
};

/** A payment older than this is not news, and thanking for it reads oddly. */
const RECENT_PAYMENT_DAYS = 30;

/** @param events those of the customer that nobody took back */
export function historyOf(input: HistoryInput, events: readonly CaseEvent[]): HistoryFact {
  const { act, customer, ledger, settings, asOf: today } = input;
  const own = ledger.invoices.filter((invoice) => invoice.customerId === customer.id);
  const named = new Set(act.invoices);
  const sent = events.flatMap((event) => {
    if (event.body.kind === 'sent')
      return isOccasion(event.body.step) ? [] : [dayIn(settings.zone, event.at)];
    return event.body.kind === 'earlier_contact' ? [event.body.day] : [];
  });
  const issued = own.flatMap((invoice) => (invoice.issued ? [invoice.issued] : [])).sort();
  return {
    firstLatePayment: !wasLateBefore(input, events),
    customerSince: issued[0] ?? null,
    lettersSent: sent.length,
    lastLetter: sent.sort().at(-1) ?? null,
    brokenPromise: brokenPromise(events, ledger, customer, act, today),
    partPaid: own.some(
      (invoice) =>
        named.has(invoice.id) && invoice.kind === 'invoice' && invoice.open.minor < invoice.total.minor,
    ),
    recentPayment: recentPayment(ledger, customer, act.currency, today),
  };
}

/** Whether another invoice was paid after its due day, or had to be reminded of. */
function wasLateBefore(
  { act, customer, ledger, settings }: HistoryInput,
  events: readonly CaseEvent[],
): boolean {
  // A sent letter names its invoices by number, as its reader knows them; the engine names them by id.
  const named = new Set([
    ...act.invoices,
    ...ledger.invoices.filter(({ id }) => act.invoices.includes(id)).map(({ number }) => number),
  ]);
  const dueOf = agreedDues(customer, events, settings.zone);
  const dues = new Map(ledger.invoices.map((invoice) => [invoice.id, dueOf(invoice)]));
  const paidLate = ledger.payments.some((payment) => {
    if (payment.customerId !== customer.id || payment.invoiceId === null) return false;
    const due = dues.get(payment.invoiceId);
    return due !== undefined && !named.has(payment.invoiceId) && payment.day > due;
  });
  const remindedOfOthers = events.some(
    ({ body }) =>
      body.kind === 'sent' &&
      body.step !== 'nudge' &&
      !isOccasion(body.step) &&
      body.invoices.some((invoice) => !named.has(invoice)),
  );
  return paidLate || remindedOfOthers;
}

/** The newest promise whose day has gone by without its sum; the engine decides when that outranks everything. */
function brokenPromise(
  events: readonly CaseEvent[],
  ledger: Ledger,
  customer: Customer,
  act: Act,
  today: Day,
): HistoryFact['brokenPromise'] {
  const promises = events.flatMap((event) =>
    // No letter reproaches them with the word of somebody who may not speak for them.
    event.body.kind === 'outcome' &&
    event.body.outcome.kind === 'promise' &&
    event.body.outcome.saidBy?.mayCommit !== false
      ? [{ at: event.at, promise: event.body.outcome }]
      : [],
  );
  const newest = [...promises, ...missedOfPlans(events)].sort((a, b) => compare(a.at, b.at)).at(-1);
  if (!newest || newest.promise.date >= today) return null;
  const { promise, at } = newest;
  // A letter about other invoices says nothing of it, as where an agency has those by now.
  const { invoices }: { readonly invoices: readonly string[] } = promise;
  if (
    invoices.length > 0 &&
    !ledger.invoices.some((one) => act.invoices.includes(one.id) && names(invoices, one))
  )
    return null;
  if (promise.amount !== 'full' && promise.amount.currency !== act.currency) return null;
  const since = ledger.payments
    .filter(
      (payment) =>
        payment.customerId === customer.id &&
        payment.amount.currency === act.currency &&
        payment.day >= (at.slice(0, 10) as Day),
    )
    .reduce((sum, payment) => sum + payment.amount.minor, 0);
  if (promise.amount !== 'full' && since >= promise.amount.minor) return null;
  return { date: promise.date, amount: promise.amount === 'full' ? null : promise.amount };
}

/** An instalment that did not come, of a plan that a person has given up for it, was promised like any other sum. */
function missedOfPlans(events: readonly CaseEvent[]) {
  return events.flatMap(({ at, body }) =>
    body.kind === 'plan' && body.step.kind === 'ended' && body.step.missed
      ? [{ at, promise: { amount: body.step.missed.amount, date: body.step.missed.day, invoices: [] } }]
      : [],
  );
}

function recentPayment(
  ledger: Ledger,
  customer: Customer,
  currency: string,
  today: Day,
): HistoryFact['recentPayment'] {
  const recent = ledger.payments
    .filter((payment) => payment.customerId === customer.id && payment.amount.currency === currency)
    .filter((payment) => payment.day <= today && daysBetween(payment.day, today) <= RECENT_PAYMENT_DAYS);
  const newest = recent
    .map(({ day }) => day)
    .sort()
    .at(-1);
  if (newest === undefined) return null;
  // One transfer for three invoices is booked as three payments; its sender knows the one sum.
  const minor = recent.reduce((sum, { day, amount }) => sum + (day === newest ? amount.minor : 0), 0);
  return { amount: money(minor, currency), day: newest };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
