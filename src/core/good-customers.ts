// Good customers of whom we have not heard for a while: who pays on time, is worth much, and would be glad of a call.
import { addDays, type Day, dayIn, daysBetween, type Instant } from './calendar.ts';
import { compare, standing } from './chase/case-file.ts';
import { ledgersByCustomer, type OneCustomer } from './chase/one-customer.ts';
import { type CustomerState, customerState } from './customer-state.ts';
import type { CaseEvent } from './ledger.ts';
import { type Money, minorDigits, sumByCurrency } from './money.ts';
import { isWorkingDay } from './office-hours.ts';
import type { Policy } from './policy.ts';

/** Fewer paid invoices than these, of the last 120 days, say nothing about a habit. */
const LEAST_PAID = 3;

/** Nobody has written, called or heard from them for so long. */
export const QUIET_DAYS = 60;

/** "Not now" holds for this month's list and the next one. */
const NOT_NOW_DAYS = 45;

export type GoodCustomer = {
  readonly customerId: string;
  readonly customerName: string;
  /** What was invoiced within the ledger's look back of 120 days, less credit notes. */
  readonly revenue: readonly Money[];
  readonly paidOnTime: number; // invoices
  /** Null: no contact is recorded at all. */
  readonly lastContact: Day | null;
};

/** The first day of the month on which we work: on it the list comes, once a month. */
export function isDayOfCalls(today: Day, policy: Policy): boolean {
  if (!isWorkingDay(today, policy, null)) return false;
  for (let day = addDays(today, -1); day.slice(0, 7) === today.slice(0, 7); day = addDays(day, -1))
    if (isWorkingDay(day, policy, null)) return false;
  return true;
}

/**
 * Everybody who paid at least three invoices within the look back, all of them by their due day, owes nothing late, and
 * has had no contact for two months, and whom nobody put on hold or has a dispute to settle with. The greatest revenue
 * comes first, sums in the workspace's currency before others.
 */
export function quietGoodCustomers(
  { freshAt, customers, invoices, payments, events }: Parameters<typeof ledgersByCustomer>[0],
  policy: Policy,
  context: { readonly now: Instant; readonly zone: string; readonly currency: string },
): GoodCustomer[] {
  const today = dayIn(context.zone, context.now);
  const own = ledgersByCustomer({ freshAt, customers, invoices, payments, events });
  const worth = ({ revenue }: GoodCustomer): number => {
    const sum = revenue.find(({ currency }) => currency === context.currency);
    return sum ? sum.minor / 10 ** minorDigits(sum.currency) : -1;
  };
  return own
    .flatMap((one) => {
      const found = goodQuiet(one, today, context.zone);
      // Worked out for those few alone, because the state of everybody takes long.
      if (!found || isLeftAlone(customerState(one, one.customer, policy, context))) return [];
      return [found];
    })
    .sort(
      (a, b) =>
        worth(b) - worth(a) || compare(a.customerName, b.customerName) || compare(a.customerId, b.customerId),
    );
}

/** A call to say hello would go over somebody's decision, or past what they wait for us to settle. */
function isLeftAlone({ holds, disputedInvoiceIds, lastResort }: CustomerState): boolean {
  return (
    holds.held !== null ||
    holds.snoozed !== null ||
    holds.insolvent !== null ||
    disputedInvoiceIds.length > 0 ||
    lastResort.handOvers.some(({ status }) => status === 'in_force')
  );
}

function goodQuiet(one: OneCustomer, today: Day, zone: string): GoodCustomer | null {
  const { customer } = one;
  if (customer.terms.doNotContact) return null;
  const bills = one.invoices.filter(({ kind }) => kind === 'invoice');
  if (bills.some(({ open, due }) => open.minor > 0 && due < today)) return null;
  const paid = bills.flatMap(({ id, due, open }) => {
    const last = lastDay(one.payments.filter(({ invoiceId }) => invoiceId === id).map(({ day }) => day));
    return open.minor === 0 && last !== null ? [{ due, last }] : [];
  });
  if (paid.length < LEAST_PAID || paid.some(({ due, last }) => last > due)) return null;
  const events = standing(one.events);
  const lastContact = lastDay(events.filter(isContact).map((event) => contactDay(event, zone)));
  if (lastContact !== null && daysBetween(lastContact, today) < QUIET_DAYS) return null;
  const putOff = lastDay(
    events.filter(({ body }) => body.kind === 'not_now').map(({ at }) => dayIn(zone, at)),
  );
  if (putOff !== null && daysBetween(putOff, today) < NOT_NOW_DAYS) return null;
  const revenue = sumByCurrency(
    one.invoices.map(({ kind, total: { minor, currency } }) => ({
      minor: kind === 'credit_note' ? -minor : minor,
      currency,
    })),
  ).filter(({ minor }) => minor > 0);
  return {
    customerId: customer.id,
    customerName: customer.name,
    revenue,
    paidOnTime: paid.length,
    lastContact,
  };
}

function isContact({ body }: CaseEvent): boolean {
  return (
    body.kind === 'sent' ||
    body.kind === 'heard' ||
    body.kind === 'outcome' ||
    body.kind === 'earlier_contact'
  );
}

function contactDay({ at, body }: CaseEvent, zone: string): Day {
  return body.kind === 'earlier_contact' ? body.day : dayIn(zone, at);
}

function lastDay(days: readonly Day[]): Day | null {
  return [...days].sort().at(-1) ?? null;
}
