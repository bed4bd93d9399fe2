// One customer's part of the ledger in the form the rules read it: events that stand, in order, with their local day.
import { agreedDays } from '../agreed-due.ts';
import type { Instant } from '../calendar.ts';
import type { CaseEvent, Customer, Invoice, Payment } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import { type DayReader, dayNumber } from './day-number.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** An event that nobody took back; `day` is the day number by the customer's clock. */
export type StandingEvent = CaseEvent & { readonly day: number };

/** Invoice of the case, with day numbers. */
export type CaseInvoice = Invoice & {
  readonly issuedDay: number | null;
  readonly dueDay: number; // of the books
  readonly agreedDay: number; // the same, or later where they were given more time
};

export type CaseFile = {
  readonly customer: Customer;
  readonly invoices: readonly CaseInvoice[]; // oldest due first
  readonly payments: readonly (Payment & { readonly dayNumber: number })[]; // oldest first
  readonly events: readonly StandingEvent[]; // oldest first
  readonly today: number;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly policy: Policy;
  readonly dayOfInstant: DayReader;
};

export type CaseFileInput = {
  readonly customer: Customer;
  readonly invoices: readonly Invoice[];
  readonly payments: readonly Payment[];
  readonly events: readonly CaseEvent[];
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly policy: Policy;
  readonly dayOfInstant: DayReader;
};

/** Sorts by what the rows say, never by where they stand, so that row order cannot change a verdict. */
export function openCaseFile(input: CaseFileInput): CaseFile {
  const { customer, now, calendar, policy, dayOfInstant } = input;
  const events = standingEvents(input.events, now, dayOfInstant);
  const agreed = agreedDays(customer, events, dayOfInstant);
  return {
    customer,
    invoices: input.invoices
      .map((row) => caseInvoice(row, agreed))
      .sort((a, b) => a.dueDay - b.dueDay || compare(a.number, b.number) || compare(a.id, b.id)),
    payments: input.payments
      .map((payment) => ({ ...payment, dayNumber: dayNumber(payment.day) }))
      .sort((a, b) => a.dayNumber - b.dayNumber || compare(a.id, b.id)),
    events,
    today: dayOfInstant(now),
    now,
    calendar,
    policy,
    dayOfInstant,
  };
}

/** Written out, because spreading a hundred thousand rows takes longer than all the rules together. */
function caseInvoice(row: Invoice, agreed: ReturnType<typeof agreedDays>): CaseInvoice {
  const { number } = row;
  const dueDay = dayNumber(row.due);
  const issuedDay = row.issued === null ? null : dayNumber(row.issued);
  return {
    id: row.id,
    customerId: row.customerId,
    number,
    kind: row.kind,
    issued: row.issued,
    due: row.due,
    total: row.total,
    open: row.open,
    memo: row.memo,
    firstSeen: row.firstSeen,
    issuedDay,
    dueDay,
    agreedDay: agreed({ number, issuedDay, dueDay }),
  };
}

function onDay({ id, customerId, at, by, source, body }: CaseEvent, day: number): StandingEvent {
  return { id, customerId, at, by, source, body, day };
}

/** Ids of what a later event took back. Taking back an undo brings the first event to life again. */
export function takenBack(events: readonly CaseEvent[]): ReadonlySet<string> {
  const newestFirst = events
    .filter(({ body }) => body.kind === 'undone')
    .sort((a, b) => compare(b.at, a.at) || compare(b.id, a.id));
  const dead = new Set<string>();
  for (const { id, body } of newestFirst) {
    if (body.kind === 'undone' && !dead.has(id)) dead.add(body.eventId);
  }
  return dead;
}

/** Events that no later one took back, without those that do so. */
export function standing(events: readonly CaseEvent[]): CaseEvent[] {
  const dead = takenBack(events);
  return events.filter(({ id, body }) => body.kind !== 'undone' && !dead.has(id));
}

/** Events up to `now` that were not taken back by then. */
export function standingEvents(
  events: readonly CaseEvent[],
  now: Instant,
  dayOfInstant: DayReader,
): StandingEvent[] {
  const past = events
    .filter(({ at }) => at <= now)
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  return standing(past).map((event) => onDay(event, dayOfInstant(event.at)));
}

/** By code unit, the same on every machine; localeCompare is neither that nor fast. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Records name invoices by number, as people know them; an id is understood as well. */
export function names(invoices: readonly string[], invoice: { id: string; number: string }): boolean {
  return invoices.includes(invoice.number) || invoices.includes(invoice.id);
}

/** True where a record speaks of this invoice: it names it, or names none that the case knows. */
export function concerns(
  named: readonly string[],
  invoice: { id: string; number: string },
  all: readonly { id: string; number: string }[],
): boolean {
  if (named.length === 0) return true;
  if (names(named, invoice)) return true;
  return !all.some((candidate) => names(named, candidate));
}
