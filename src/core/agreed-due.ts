// By when an invoice is to be paid: the day in the books, or the later one that was agreed with its customer.
import { type Day, dayIn, type Instant } from './calendar.ts';
import { dayNumber, dayOf } from './chase/day-number.ts';
import type { CaseEvent, Customer, Invoice } from './ledger.ts';

/** As the books date it, in day numbers. */
type Dated = Pick<Invoice, 'number'> & { readonly issuedDay: number | null; readonly dueDay: number };

/**
 * Gives the day number by which an invoice of this customer is to be paid. What was agreed for the invoice itself
 * outranks the longer terms that its customer was given before it was issued; those never make it due sooner.
 *
 * @param events those of the customer that nobody took back, in any order
 */
export function agreedDays(
  { terms }: Pick<Customer, 'terms'>,
  events: readonly Pick<CaseEvent, 'at' | 'body'>[],
  dayOfInstant: (at: Instant) => number,
): (invoice: Dated) => number {
  const given = longerTerms(events).map(({ at, days }) => ({ since: dayOfInstant(at), days }));
  if (given.length === 0 && !terms.invoices) return ({ dueDay }) => dueDay;
  return ({ number, issuedDay, dueDay }) => {
    const own = terms.invoices?.[number]?.extraDays;
    if (own !== undefined) return dueDay + own;
    if (issuedDay === null) return dueDay;
    const longer = given.findLast(({ since }) => since <= issuedDay);
    return longer ? Math.max(dueDay, issuedDay + longer.days) : dueDay;
  };
}

/** The same of rows as the ledger has them. */
export function agreedDues(
  customer: Pick<Customer, 'terms' | 'zone'>,
  events: readonly Pick<CaseEvent, 'at' | 'body'>[],
  ourZone: string,
): (invoice: Pick<Invoice, 'number' | 'issued' | 'due'>) => Day {
  // Nearly always: every invoice of the ledger is asked for in the morning.
  if (!customer.terms.invoices && longerTerms(events).length === 0) return ({ due }) => due;
  const zone = customer.zone ?? ourZone;
  const agreed = agreedDays(customer, events, (at) => dayNumber(dayIn(zone, at)));
  return ({ number, issued, due }) =>
    dayOf(agreed({ number, issuedDay: issued && dayNumber(issued), dueDay: dayNumber(due) }));
}

/** Oldest first, whatever the order of the events. */
function longerTerms(events: readonly Pick<CaseEvent, 'at' | 'body'>[]): { at: Instant; days: number }[] {
  return events
    .flatMap(({ at, body }) =>
      body.kind === 'sent' && body.offer?.kind === 'recognition' && body.offer.termsDays !== null
        ? [{ at, days: body.offer.termsDays }]
        : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The invoice as it is spoken of: due on the day that was agreed. */
export function asAgreed<I extends Invoice & { readonly agreedDay: number }>(invoice: I): I {
  return { ...invoice, due: dayOf(invoice.agreedDay) };
}
