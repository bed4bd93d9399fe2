// Promises to pay and what became of them: live, kept, late, partial, broken, or replaced by a later word.
import type { Day } from '../calendar.ts';
import type { SaidBy, SpokenAmount } from '../outcome.ts';
import {
  type CaseFile,
  type CaseInvoice,
  compare,
  concerns,
  names,
  type StandingEvent,
} from './case-file.ts';
import { dayNumber } from './day-number.ts';

export type PromiseStatus = 'live' | 'kept' | 'late' | 'partial' | 'broken' | 'replaced';

/** One promise in one currency; days are day numbers, sums are minor units. */
export type PromiseState = {
  readonly event: StandingEvent;
  readonly currency: string;
  readonly amount: SpokenAmount;
  readonly date: Day;
  readonly dateDay: number;
  /** Nothing is chased before this day: the date and the grace in working days have passed then. */
  readonly freeOn: number;
  readonly invoices: readonly string[]; // as recorded; empty: all
  readonly status: PromiseStatus;
  readonly receivedMinor: number;
  readonly saidBy: SaidBy | null; // null: nobody was named
};

/** Somebody gave it who may not speak for the customer. */
export function isMarked({ saidBy }: Pick<PromiseState, 'saidBy'>): boolean {
  return saidBy?.mayCommit === false;
}

/** Those that tell how a customer keeps their word: neither live nor replaced, nor given by somebody who may not give it. */
export function maturedOf(promises: readonly PromiseState[]): PromiseState[] {
  return promises.filter(
    (promise) => promise.status !== 'live' && promise.status !== 'replaced' && !isMarked(promise),
  );
}

/** `saidDay`: a card may wait for its Confirm until after the promised day; what came since the words counts. */
type Open = Omit<PromiseState, 'status' | 'receivedMinor'> & {
  readonly scope: readonly CaseInvoice[];
  readonly saidDay: number;
};

/** Oldest date first. */
export function promisesOf(file: CaseFile): PromiseState[] {
  const open = file.events
    .flatMap((event) => promisesIn(event, file))
    .sort((a, b) => a.dateDay - b.dateDay || compare(a.event.at, b.event.at));
  const replaced = new Set(open.filter((promise) => isReplaced(promise, open, file)));
  const left = leftBesideClaims(open, file);
  // What comes is counted for the customer's own word first, and for one that may not be theirs with what is left.
  const standing = open.filter((promise) => !replaced.has(promise));
  const became = new Map(
    [...standing.filter((promise) => !isMarked(promise)), ...standing.filter(isMarked)].map((promise) => [
      promise,
      outcomeOf(promise, file, left),
    ]),
  );
  return open.map((promise) => {
    const { scope: _, saidDay: __, ...said } = promise;
    return { ...said, ...(became.get(promise) ?? { status: 'replaced', receivedMinor: 0 }) };
  });
}

function promisesIn(event: StandingEvent, file: CaseFile): Open[] {
  if (event.body.kind !== 'outcome' || event.body.outcome.kind !== 'promise') return [];
  const { amount, date, invoices, saidBy = null } = event.body.outcome;
  const dateDay = dayNumber(date);
  const freeOn = file.calendar.add(dateDay, file.policy.holds.promiseGraceBusinessDays);
  const known = file.invoices.filter(
    (invoice) =>
      invoice.kind === 'invoice' && wasKnown(invoice, event) && concerns(invoices, invoice, file.invoices),
  );
  const currencies =
    amount === 'full' ? [...new Set(known.map(({ open }) => open.currency))] : [amount.currency];
  return currencies.sort().map((currency) => ({
    event,
    saidDay: saidDayOf(event, file),
    currency,
    amount,
    date,
    dateDay,
    freeOn,
    invoices,
    saidBy,
    scope: known.filter(
      ({ open, dueDay }) => open.currency === currency && (invoices.length > 0 || dueDay <= dateDay),
    ),
  }));
}

function saidDayOf({ body, day }: StandingEvent, file: CaseFile): number {
  return body.kind === 'outcome' && body.saidAt ? file.dayOfInstant(body.saidAt) : day;
}

/** What was issued after somebody spoke cannot be what they spoke of. */
export function wasKnown(invoice: CaseInvoice, event: StandingEvent): boolean {
  if (invoice.issuedDay !== null) return invoice.issuedDay <= event.day;
  return invoice.firstSeen <= event.at;
}

/**
 * A later word replaces an earlier one, if it came before the earlier date was over and both together are more than
 * is owed. "500 on Friday" and "the other 700 on the 15th" both stand; "make that Tuesday" replaces Friday. Whoever may
 * not give the customer's word cannot take it back either, and what one reply says together stands together.
 */
function isReplaced(promise: Open, all: readonly Open[], file: CaseFile): boolean {
  return all.some((later) => {
    if (later.event.at <= promise.event.at || isSameReply(later.event, promise.event)) return false;
    if (later.currency !== promise.currency || later.saidDay > promise.dateDay) return false;
    if (!overlap(promise, later) || (isMarked(later) && !isMarked(promise))) return false;
    if (later.amount === 'full' || promise.amount === 'full') return true;
    return promise.amount.minor + later.amount.minor > owedSince(promise, file);
  });
}

function isSameReply(a: StandingEvent, b: StandingEvent): boolean {
  if (a.id === b.id) return true;
  return a.source !== null && a.source.channel === b.source?.channel && a.source.ts === b.source.ts;
}

/** What of each payment may count for promises: "paid 400 today, another 400 on Friday" is not kept by today's 400. */
function leftBesideClaims(open: readonly Open[], file: CaseFile): Map<string, number> {
  const left = new Map(file.payments.map((payment) => [payment.id, payment.amount.minor]));
  for (const event of file.events) {
    if (event.body.kind !== 'outcome' || event.body.outcome.kind !== 'claims_paid') continue;
    const { amount, date, invoices } = event.body.outcome;
    const beside = open.filter((promise) => isSameReply(promise.event, event));
    if (amount === 'full' || beside.length === 0) continue;
    const saidDay = saidDayOf(event, file);
    const from = date ? dayNumber(date) : saidDay;
    // What a bank is slow with comes some days after it was told, and still before the promised day.
    const until = Math.max(saidDay, Math.min(...beside.map(({ dateDay }) => dateDay)) - 1);
    const named = file.invoices.filter((invoice) => names(invoices, invoice)).map(({ id }) => id);
    let claimed = amount.minor;
    for (const { id, invoiceId, amount: paid, dayNumber: on } of file.payments) {
      if (paid.currency !== amount.currency || on < from || on > until) continue;
      if (named.length > 0 && invoiceId !== null && !named.includes(invoiceId)) continue;
      const used = Math.min(claimed, left.get(id) ?? 0);
      left.set(id, (left.get(id) ?? 0) - used);
      claimed -= used;
    }
  }
  return left;
}

function overlap(a: Open, b: Open): boolean {
  if (a.invoices.length === 0 || b.invoices.length === 0) return true;
  return a.scope.some((invoice) => b.scope.includes(invoice));
}

/** All that was open in the promise's currency when it was made, as far as the ledger still shows it. */
function owedSince(promise: Open, file: CaseFile): number {
  const open = file.invoices
    .filter(({ kind, open: { currency } }) => kind === 'invoice' && currency === promise.currency)
    .reduce((sum, invoice) => sum + invoice.open.minor, 0);
  return open + paymentsFor(promise, file).reduce((sum, { amount }) => sum + amount.minor, 0);
}

function paymentsFor(promise: Open, file: CaseFile): CaseFile['payments'] {
  return file.payments.filter((payment) => {
    if (payment.amount.currency !== promise.currency || payment.dayNumber < promise.saidDay) return false;
    if (promise.invoices.length === 0 || payment.invoiceId === null) return true;
    return (
      promise.scope.some(({ id }) => id === payment.invoiceId) || names(promise.invoices, idOnly(payment))
    );
  });
}

function idOnly({ invoiceId }: { invoiceId: string | null }): { id: string; number: string } {
  return { id: invoiceId ?? '', number: '' };
}

/** Each payment counts for one promise only: `left` is what of it no earlier promise has used. */
function outcomeOf(
  promise: Open,
  file: CaseFile,
  left: Map<string, number>,
): Pick<PromiseState, 'status' | 'receivedMinor'> {
  const stillOpen = promise.scope.reduce((sum, { open }) => sum + open.minor, 0);
  const needed = promise.amount === 'full' ? Number.POSITIVE_INFINITY : promise.amount.minor;
  let received = 0;
  let lastDay = promise.saidDay;
  for (const payment of paymentsFor(promise, file)) {
    const usable = Math.min(left.get(payment.id) ?? 0, needed - received);
    if (usable <= 0) continue;
    left.set(payment.id, (left.get(payment.id) ?? 0) - usable);
    received += usable;
    lastDay = payment.dayNumber;
  }
  const { toleranceMinor } = file.policy;
  const settled = promise.scope.length > 0 && stillOpen <= toleranceMinor;
  const met = settled || received >= needed - toleranceMinor;
  if (met) return { status: lastDay > promise.freeOn ? 'late' : 'kept', receivedMinor: received };
  if (file.today < promise.freeOn) return { status: 'live', receivedMinor: received };
  // A promise of all that was due, where nothing of it is in the ledger any more, has nothing left to break.
  if (promise.amount === 'full' && promise.scope.length === 0)
    return { status: 'kept', receivedMinor: received };
  return { status: received > 0 ? 'partial' : 'broken', receivedMinor: received };
}
