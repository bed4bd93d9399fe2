// What settled what was late, and what speaks against a letter that asks for nothing: thanks, or a check-in a month later.
import { type Day, dayIn, daysBetween, type Instant } from './calendar.ts';
import { type CaseInvoice, compare, concerns } from './chase/case-file.ts';
import { dayNumber } from './chase/day-number.ts';
import { wasKnown } from './chase/promises.ts';
import { listed } from './chase/speaker.ts';
import { whyOldBooks } from './chase/stale-ledger.ts';
import type { CustomerState } from './customer-state.ts';
import type { CourtesyName } from './facts.ts';
import { formatMoney, type Money, money, sumByCurrency } from './money.ts';
import { moneyReceived, type Received, settledReceived } from './money-received.ts';

/** An older payment is no news: thanks for it would read oddly, so a draft that nobody decided on is stopped then. */
export const THANKS_DAYS = 7;

/** A month after the payment, by the policy's own table. */
export const CHECK_IN_DAY = 30;

/** A check-in that was missed is caught up within a week; after that the moment is gone. */
const CHECK_IN_DAYS = 7;

/** From so many days late on it was a hard stretch for both, and thanks are said more warmly. */
const HARD_STRETCH_DAYS = 30;

/** When it is asked, and from how old books; `zone` is the workspace's. */
export type Books = {
  readonly freshAt: Instant | null;
  readonly now: Instant;
  readonly zone: string;
  readonly locale: string;
};

/** What came in on one day for invoices that are settled now. */
export type Settlement = {
  readonly currency: string;
  readonly paid: Money;
  readonly day: Day; // the workspace's
  /** Something of it had been overdue. */
  readonly wasLate: boolean;
  /** Many days late, a promise that was not kept, or a dispute on the way. */
  readonly hardStretch: boolean;
};

export function isTime(occasion: CourtesyName, paid: Day, today: Day): boolean {
  const ago = daysBetween(paid, today);
  return occasion === 'thank_you'
    ? ago >= 0 && ago < THANKS_DAYS
    : ago >= CHECK_IN_DAY && ago < CHECK_IN_DAY + CHECK_IN_DAYS;
}

/** A check-in follows the last time that something late was settled; a later one puts it off. */
export function settlementFor(
  occasion: CourtesyName,
  state: CustomerState,
  { now, zone }: Books,
): Settlement | null {
  const today = dayIn(zone, now);
  const settlements = settlementsOf(state, moneyReceived(state));
  const late = settlements.filter(({ wasLate }) => wasLate);
  if (occasion === 'check_in')
    return late.slice(0, 1).find(({ day }) => isTime(occasion, day, today)) ?? null;
  return [...late, ...settlements].find(({ day }) => isTime(occasion, day, today)) ?? null;
}

/** The day of the last week on which the last of something late was paid or credited; null: none. */
export function settledLateOn(state: CustomerState, { now, zone }: Books): Day | null {
  const today = dayIn(zone, now);
  const settlements = settlementsOf(state, settledReceived(state));
  return settlements.find(({ wasLate, day }) => wasLate && isTime('thank_you', day, today))?.day ?? null;
}

export function nothingTo(occasion: CourtesyName, name: string): string {
  return occasion === 'thank_you'
    ? `The books show no payment of ${name} in the last ${THANKS_DAYS} days that settled an invoice.`
    : `A check-in is for ${CHECK_IN_DAY} days after something late was paid.`;
}

/** Why such a letter would not be welcome, or not be true; one sentence, or null. */
export function whyNoCourtesy(occasion: CourtesyName, state: CustomerState, books: Books): string | null {
  const { file, holds, lastResort } = state;
  const { name, terms } = file.customer;
  if (terms.onlyAboutPayment) return `${name} wants letters about payment only, by their own terms.`;
  if (holds.unreadMail) return `${name} wrote to us, and nobody has looked at it yet.`;
  if (lastResort.handOvers.some(({ status }) => status === 'in_force'))
    return `${name} is with an agency, which speaks with them now.`;
  if (holds.insolvent) return `${name} is recorded as insolvent.`;
  if (holds.held) return `${name} is on hold.`;
  const overdue = overdueOf(state, dayNumber(dayIn(books.zone, books.now)));
  if (overdue.length > 0) {
    return `The books still show ${listed(
      overdue.map((sum) => formatMoney(sum, books.locale)),
      3,
    )} of ${name} as overdue.`;
  }
  const disputed = file.invoices.filter(({ id }) => state.disputedInvoiceIds.includes(id));
  if (disputed.length > 0)
    return `${name} disputes ${listed(
      disputed.map(({ number }) => number),
      3,
    )}, and that comes first.`;
  if (!settlementFor(occasion, state, books)) return nothingTo(occasion, name);
  return whyOldBooks(books, file.policy);
}

/** Late by the clock of either side, and by what was agreed. */
export function overdueInvoices({ file }: CustomerState, ourToday: number): CaseInvoice[] {
  const today = Math.max(file.today, ourToday);
  return file.invoices.filter(({ kind, agreedDay }) => kind === 'invoice' && agreedDay < today);
}

/** Without credits taken off; what the policy tolerates counts as paid. */
function overdueOf(state: CustomerState, ourToday: number): Money[] {
  return sumByCurrency(overdueInvoices(state, ourToday).map(({ open }) => open)).filter(
    ({ minor }) => minor > state.file.policy.toleranceMinor,
  );
}

/**
 * One a day and currency, newest first, of a day the greatest sum first. Money whose invoice is open again is none, nor
 * is what we gave up.
 */
function settlementsOf(state: CustomerState, received: Received): Settlement[] {
  const { invoices, payments, policy } = state.file;
  const settled = new Map(
    invoices
      .filter(({ kind, open }) => kind === 'invoice' && open.minor <= policy.toleranceMinor)
      .map((invoice) => [invoice.id, invoice]),
  );
  const groups = new Map<string, { day: Day; currency: string; minor: number; invoices: CaseInvoice[] }>();
  for (const { id, invoiceId, day, amount } of payments) {
    const invoice = settled.get(invoiceId ?? '');
    const minor = received.get(id) ?? 0;
    if (!invoice || minor === 0) continue;
    const key = `${day} ${amount.currency}`;
    const group = groups.get(key) ?? { day, currency: amount.currency, minor: 0, invoices: [] };
    groups.set(key, {
      ...group,
      minor: group.minor + minor,
      invoices: [...group.invoices, invoice],
    });
  }
  return [...groups.values()]
    .filter(({ minor }) => minor > policy.toleranceMinor)
    .sort((a, b) => compare(b.day, a.day) || b.minor - a.minor || compare(a.currency, b.currency))
    .map(({ day, currency, minor, invoices: paid }) => ({
      currency,
      paid: money(minor, currency),
      day,
      wasLate: paid.some(({ agreedDay }) => agreedDay < dayNumber(day)),
      hardStretch: wasHard(paid, day, state),
    }));
}

function wasHard(paid: readonly CaseInvoice[], day: Day, { file, promises }: CustomerState): boolean {
  if (paid.some(({ agreedDay }) => dayNumber(day) - agreedDay >= HARD_STRETCH_DAYS)) return true;
  const firstDue = Math.min(...paid.map(({ dueDay }) => dueDay));
  const unkept = promises.some(
    ({ status, dateDay }) =>
      dateDay >= firstDue && (status === 'late' || status === 'partial' || status === 'broken'),
  );
  return (
    unkept ||
    file.events.some((event) => {
      const { body } = event;
      if (body.kind !== 'outcome' || body.outcome.kind !== 'dispute') return false;
      const named = body.outcome.invoices;
      return paid.some((invoice) => wasKnown(invoice, event) && concerns(named, invoice, file.invoices));
    })
  );
}
