// What became of the offers that we sent, from what really arrived: open, taken, lapsed, or given for good.
import type { Day } from '../calendar.ts';
import type { CaseFile, CaseInvoice, StandingEvent } from '../chase/case-file.ts';
import { names } from '../chase/case-file.ts';
import { dayNumber } from '../chase/day-number.ts';
import type { Agreed } from '../chase/disputes.ts';
import { type Money, money } from '../money.ts';
import type { Offer } from './offer.ts';

export type OfferStatus =
  | 'open' // its day, and the grace for money on its way, are not over
  | 'taken'
  | 'lapsed'
  | 'given'; // a reward asks for nothing in return

/** One offer; one for paying early is one for each of its invoices. Days are day numbers. */
export type OfferState = {
  readonly event: StandingEvent;
  readonly offer: Offer;
  readonly invoices: readonly CaseInvoice[];
  /** What we let go once it is taken; null of a reward. */
  readonly worth: Money | null;
  readonly untilDay: number | null;
  /** The day and the grace have passed then; null of a reward. */
  readonly freeOn: number | null;
  readonly status: OfferStatus;
};

/** In the order in which they were sent. */
export function offerStates(file: CaseFile): OfferState[] {
  return file.events.flatMap((event) =>
    event.body.kind === 'sent' && event.body.offer ? statesOf(event, event.body.offer, file) : [],
  );
}

function statesOf(event: StandingEvent, offer: Offer, file: CaseFile): OfferState[] {
  switch (offer.kind) {
    case 'early_payment':
      return offer.parts.map(({ invoice, off, until }) => {
        const invoices = invoicesNamed([invoice], file);
        return bySums(file, { event, offer, invoices, worth: off, until, leftMinor: off.minor });
      });
    case 'fee_waiver': {
      const { fee, until } = offer;
      const invoices = invoicesNamed(offer.invoices, file);
      return [bySums(file, { event, offer, invoices, worth: fee, until, leftMinor: 0 })];
    }
    case 'recognition':
      return [{ event, offer, invoices: [], worth: null, untilDay: null, freeOn: null, status: 'given' }];
  }
}

/** `leftMinor`: as much may be left open of the invoices and the offer still counts as taken. */
function bySums(
  file: CaseFile,
  made: Pick<OfferState, 'event' | 'offer' | 'invoices' | 'worth'> & { until: Day; leftMinor: number },
): OfferState {
  const { until, leftMinor, ...offer } = made;
  const untilDay = dayNumber(until);
  const freeOn = file.calendar.add(untilDay, file.policy.holds.promiseGraceBusinessDays);
  const open = offer.invoices.reduce((sum, invoice) => sum + invoice.open.minor, 0);
  const ids = new Set(offer.invoices.map(({ id }) => id));
  // Whoever pays on the last day by bank has paid in time: the grace is the same as for a promise.
  const inTime =
    discountEntry(ids, { offMinor: leftMinor, freeOn }, file) !== null || areInTime(ids, freeOn, file);
  const met = open <= leftMinor + file.policy.toleranceMinor && inTime;
  const status = met ? 'taken' : file.today < freeOn ? 'open' : 'lapsed';
  return { ...offer, untilDay, freeOn, status };
}

function invoicesNamed(numbers: readonly string[], { invoices }: CaseFile): CaseInvoice[] {
  return invoices.filter((invoice) => invoice.kind === 'invoice' && names(numbers, invoice));
}

/**
 * A discount that was taken is a credit that we owe, until the books show it. Our terms give it to whoever pays early, so
 * it counts also where no letter of ours offered it.
 */
export function discountsTaken(offers: readonly OfferState[], file: CaseFile): Agreed[] {
  const early = offers.filter(({ offer }) => offer.kind === 'early_payment');
  const offered = new Set(early.flatMap(({ invoices }) => invoices.map(({ id }) => id)));
  return [
    ...early.flatMap(({ event, invoices, worth, status }) => {
      const [invoice] = invoices;
      return invoice && worth && status === 'taken' ? creditOf(invoice, worth.minor, event, file) : [];
    }),
    ...file.invoices.flatMap((invoice) => {
      const off = offered.has(invoice.id) ? null : offByTerms(invoice, file);
      return off === null ? [] : creditOf(invoice, off, null, file);
    }),
  ];
}

/** `since`: when it was offered; null: it is in the terms, from the day of the invoice on. */
function creditOf(
  invoice: CaseInvoice,
  offMinor: number,
  since: StandingEvent | null,
  { payments }: CaseFile,
): Agreed[] {
  const last = payments.findLast(({ invoiceId }) => invoiceId === invoice.id);
  if (invoice.open.minor === 0 || !last) return [];
  return [
    {
      id: since?.id ?? invoice.id,
      // The import that shows the payment cannot show the credit for it.
      at: `${last.day}T23:59:59.999Z`,
      day: last.dayNumber,
      since: since ?? { at: invoice.firstSeen, day: invoice.issuedDay ?? last.dayNumber },
      amount: money(Math.min(offMinor, invoice.open.minor), invoice.open.currency),
      invoices: [invoice],
    },
  ];
}

/** Minor units that the terms took off it, because all but them came in time; null where that is not so. */
function offByTerms(invoice: CaseInvoice, file: CaseFile): number | null {
  const { open, id } = invoice;
  const found = open.minor === 0 ? null : discountByTerms(invoice, file);
  if (!found || open.minor > found.offMinor + file.policy.toleranceMinor) return null;
  const isPaid = file.payments.some(({ invoiceId }) => invoiceId === id);
  return isPaid && areInTime(new Set([id]), found.freeOn, file) ? found.offMinor : null;
}

/** `freeOn`: the last day on which the money may come, a day number. */
type Discount = { readonly offMinor: number; readonly freeOn: number };

/** What whoever pays early may take off by our terms, with the grace; null: nothing. */
function discountByTerms({ kind, total, issuedDay, dueDay }: CaseInvoice, file: CaseFile): Discount | null {
  const { earlyPayment, holds } = file.policy;
  if (!earlyPayment || kind !== 'invoice' || issuedDay === null) return null;
  const offMinor = Math.round((total.minor * earlyPayment.percent) / 100);
  const untilDay = Math.min(issuedDay + earlyPayment.withinDays, dueDay);
  const freeOn = file.calendar.add(untilDay, holds.promiseGraceBusinessDays);
  return offMinor === 0 ? null : { offMinor, freeOn };
}

function areInTime(
  invoiceIds: ReadonlySet<string>,
  freeOn: number,
  { payments }: Pick<CaseFile, 'payments'>,
): boolean {
  return payments
    .filter(({ invoiceId }) => invoiceId !== null && invoiceIds.has(invoiceId))
    .every(({ dayNumber: day }) => day <= freeOn);
}

/** The last entry, where by it the books took off the discount of what was paid in time: it looks like a payment. */
function discountEntry(
  invoiceIds: ReadonlySet<string>,
  { offMinor, freeOn }: Discount,
  { payments }: CaseFile,
): CaseFile['payments'][number] | null {
  const own = payments.filter(({ invoiceId }) => invoiceId !== null && invoiceIds.has(invoiceId));
  const entry = own.at(-1);
  if (!entry || own.length < 2 || entry.amount.minor !== offMinor) return null;
  return areInTime(invoiceIds, freeOn, { payments: own.slice(0, -1) }) ? entry : null;
}

/** Entries in the books that took a discount off, whether a letter of ours offered it or the terms give it. */
export function discountEntries(offers: readonly OfferState[], file: CaseFile): CaseFile['payments'] {
  return file.invoices.flatMap((invoice) => {
    const offer = offers.findLast(
      ({ offer, invoices }) => offer.kind === 'early_payment' && invoices.some(({ id }) => id === invoice.id),
    );
    const discount =
      offer?.worth && offer.freeOn !== null
        ? { offMinor: offer.worth.minor, freeOn: offer.freeOn }
        : discountByTerms(invoice, file);
    const entry = discount && discountEntry(new Set([invoice.id]), discount, file);
    return entry ? [entry] : [];
  });
}

/** An offer that the customer may still take: about this invoice nothing else is said meanwhile. */
export function openOfferOn(invoiceId: string, offers: readonly OfferState[]): OfferState | null {
  return (
    offers.find(({ status, invoices }) => status === 'open' && invoices.some(({ id }) => id === invoiceId)) ??
    null
  );
}

/** Each once, though one for paying early stands for each of its invoices. */
export function openOffers(offers: readonly OfferState[]): Offer[] {
  return [...new Set(offers.filter(({ status }) => status === 'open').map(({ offer }) => offer))];
}
