// What may be offered to a customer now, within the policy and never beyond it, or the one sentence that says why not.
import { asAgreed } from '../agreed-due.ts';
import { type Day, daysBetween } from '../calendar.ts';
import { balancesOf } from '../chase/balance.ts';
import type { CaseInvoice } from '../chase/case-file.ts';
import { dayOf } from '../chase/day-number.ts';
import { creditDueOn } from '../chase/disputes.ts';
import { count } from '../chase/speaker.ts';
import type { CustomerState } from '../customer-state.ts';
import { type LateFee, lateFeeOn } from '../late-fee.ts';
import { money } from '../money.ts';
import { isOpenPlan } from '../plan/plan-states.ts';
import { onTimeRecord } from '../recognition.ts';
import type { EarlyPart, Offer } from './offer.ts';
import { openOfferOn } from './offer-states.ts';

type Of<K extends Offer['kind']> = Extract<Offer, { kind: K }>;

export type Possible<O> = { readonly kind: 'possible'; readonly offer: O } | NotPossible;
export type NotPossible = { readonly kind: 'not_possible'; readonly because: string };

/** A waiver for later than this is no reason to pay soon; for earlier than this nobody can. Days from today. */
export const WAIVER_DAYS = { least: 3, usual: 10, most: 30 } as const;

/** Recognised more often than this it would be a discount by another name. Days. */
const RECOGNISED_AGAIN_DAYS = 180;

const no = (because: string): NotPossible => ({ kind: 'not_possible', because });

/** Whatever is offered: nobody hears of an offer while something else must be settled with them first. */
function whyNotNow({ file, holds, lastResort, disputedInvoiceIds }: CustomerState): string | null {
  const { name, terms } = file.customer;
  if (terms.doNotContact) return `${name} are not to be contacted.`;
  if (holds.unreadMail) return `${name} wrote to us, and nobody has looked at it yet.`;
  if (holds.insolvent) return `${name} is recorded as insolvent: take advice before anything is offered.`;
  if (holds.held) return `${name} is on hold.`;
  if (disputedInvoiceIds.length > 0) return `${name} disputes something: settle that first.`;
  if (lastResort.handOvers.some(({ status }) => status === 'in_force'))
    return `${name} is with an agency, which speaks with them now.`;
  return null;
}

/** A discount on what is new and not due yet, for payment within the policy's days of the invoice. */
export function earlyPaymentOffer(state: CustomerState, currency: string): Possible<Of<'early_payment'>> {
  const { file } = state;
  const { earlyPayment, toleranceMinor } = file.policy;
  if (!earlyPayment || earlyPayment.percent <= 0)
    return no('The policy has no discount for early payment. An owner can set one under Policy.');
  const not = whyNotNow(state);
  if (not) return no(not);
  const overdue = file.invoices.some(
    ({ kind, open, dueDay }) => kind === 'invoice' && open.minor > toleranceMinor && dueDay < file.today,
  );
  if (overdue) return no('Something of theirs is overdue: a discount for paying early comes after that.');
  const { percent, withinDays } = earlyPayment;
  const parts = file.invoices.flatMap((invoice): EarlyPart[] => {
    const until = lastDay(invoice, withinDays);
    const { open, number, kind } = invoice;
    if (kind !== 'invoice' || open.currency !== currency || open.minor <= toleranceMinor) return [];
    if (until === null || until < file.today || !isFree(invoice, state)) return [];
    const off = money(Math.round((open.minor * percent) / 100), currency);
    return off.minor > 0 ? [{ invoice: number, open, off, until: dayOf(until) }] : [];
  });
  return parts.length > 0
    ? { kind: 'possible', offer: { kind: 'early_payment', percent, parts } }
    : no(
        `No invoice of theirs is younger than ${count(withinDays, 'day')} and open, without an offer or a plan: the discount is for those alone.`,
      );
}

/** Never after the due day; null where the books do not say when it was issued, or that it was due before. */
function lastDay({ issuedDay, dueDay }: CaseInvoice, withinDays: number): number | null {
  if (issuedDay === null || issuedDay > dueDay) return null;
  return Math.min(issuedDay + withinDays, dueDay);
}

function isFree({ id }: CaseInvoice, { plans, offers, creditsDue, lastResort }: CustomerState): boolean {
  return (
    openOfferOn(id, offers) === null &&
    creditDueOn(id, creditsDue) === 0 &&
    !lastResort.apart.has(id) &&
    !plans.some((plan) => plan.coveredIds.has(id) && isOpenPlan(plan))
  );
}

export type Waivable = { readonly invoice: CaseInvoice; readonly fee: LateFee };

/** What has come to the invoices that may be asked for, by the policy's late fee, up to `feeDay`. */
export function accruedFees(state: CustomerState, currency: string, feeDay: Day, locale: string): Waivable[] {
  const { payments, policy } = state.file;
  const balance = balancesOf(state).find((each) => each.currency === currency);
  return (balance?.chaseable ?? []).flatMap(({ invoice }) => {
    const fee = lateFeeOn(asAgreed(invoice), payments, policy.lateFee, feeDay, locale);
    return fee && fee.total.minor > 0 && invoice.open.currency === currency ? [{ invoice, fee }] : [];
  });
}

/** The late fee let go, for payment by a day that a person chooses. `feeDay`: up to which it is counted. */
export function feeWaiverOffer(
  state: CustomerState,
  currency: string,
  { until, feeDay, locale }: { until: Day; feeDay: Day; locale: string },
): Possible<Of<'fee_waiver'>> {
  const { policy, today } = state.file;
  if (policy.lateFee.kind === 'off')
    return no('The policy has no late fee for them, so there is none to let go.');
  const not = whyNotNow(state);
  if (not) return no(not);
  const days = daysBetween(dayOf(today), until);
  if (days < 1 || days > WAIVER_DAYS.most)
    return no(
      `Choose a day within ${WAIVER_DAYS.most} days from tomorrow, so that they can still pay by it.`,
    );
  const fees = accruedFees(state, currency, feeDay, locale);
  if (fees.length === 0) return no('No late fee has come to anything that may be asked for now.');
  const fee = fees.reduce((sum, { fee: { total } }) => sum + total.minor, 0);
  const invoices = fees.map(({ invoice: { number } }) => number);
  return {
    kind: 'possible',
    offer: { kind: 'fee_waiver', invoices, fee: money(fee, currency), feeDay, until },
  };
}

/** What the owner set aside in the policy for customers who pay on time. */
export function recognitionOffer(
  state: CustomerState,
  given: { readonly reward: boolean; readonly longerTerms: boolean },
): Possible<Of<'recognition'>> {
  const { file, offers } = state;
  const { name, terms } = file.customer;
  const { reward, termsDays } = file.policy.recognition;
  if (terms.onlyAboutPayment) return no(`${name} wants letters about payment only, by their own terms.`);
  const not = whyNotNow(state);
  if (not) return no(not);
  if (given.reward && reward === null)
    return no('The policy names no reward. An owner can write one under Policy, Early payment and plans.');
  if (given.longerTerms && termsDays === null)
    return no('The policy has no longer terms. An owner can set them under Policy, Early payment and plans.');
  const record = onTimeRecord(file.invoices.map(asAgreed), file.payments, dayOf(file.today));
  if (!record) return no(`The books do not show that ${name} pays on time, or too little to tell.`);
  const last = offers.findLast(({ status }) => status === 'given');
  if (last && file.today - last.event.day < RECOGNISED_AGAIN_DAYS)
    return no(`${name} was thanked for it in the last ${RECOGNISED_AGAIN_DAYS} days.`);
  return {
    kind: 'possible',
    offer: {
      kind: 'recognition',
      reward: given.reward ? reward : null,
      termsDays: given.longerTerms ? termsDays : null,
    },
  };
}

/** Why an offer as it was drafted must not go now, one sentence; null: it is still what the policy gives. */
export function whyNoOffer(offer: Offer | undefined, state: CustomerState, currency: string): string | null {
  if (!offer) return 'There is nothing that this letter offers.';
  const now = offerNow(offer, state, currency);
  if (now.kind === 'not_possible') return now.because;
  return isWithin(offer, now.offer)
    ? null
    : 'What may be offered has changed since this was written: draft it again.';
}

function offerNow(offer: Offer, state: CustomerState, currency: string): Possible<Offer> {
  switch (offer.kind) {
    case 'early_payment':
      return earlyPaymentOffer(state, currency);
    case 'fee_waiver':
      return feeWaiverOffer(state, currency, { ...offer, locale: 'en-GB' });
    case 'recognition':
      return recognitionOffer(state, {
        reward: offer.reward !== null,
        longerTerms: offer.termsDays !== null,
      });
  }
}

/** The same or less than what may be offered now: an invoice may have come to it since. */
function isWithin(offer: Offer, now: Offer): boolean {
  if (offer.kind === 'early_payment' && now.kind === 'early_payment') {
    return (
      offer.percent === now.percent &&
      offer.parts.every(({ invoice, off, open, until }) =>
        now.parts.some(
          (part) =>
            part.invoice === invoice &&
            part.off.minor === off.minor &&
            part.open.minor === open.minor &&
            part.until === until,
        ),
      )
    );
  }
  if (offer.kind === 'fee_waiver' && now.kind === 'fee_waiver') {
    return offer.fee.minor === now.fee.minor && offer.invoices.join() === now.invoices.join();
  }
  return (
    offer.kind === 'recognition' &&
    now.kind === 'recognition' &&
    offer.reward === now.reward &&
    offer.termsDays === now.termsDays
  );
}
