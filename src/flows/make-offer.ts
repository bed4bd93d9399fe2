// Offers something of our own accord: what may be offered goes before a person, and what they choose becomes a draft.
import { asAgreed } from '../core/agreed-due.ts';
import { addDays, type Day, nextWorkingDay } from '../core/calendar.ts';
import type { CustomerState } from '../core/customer-state.ts';
import { offerYearlyPercent } from '../core/early-payment.ts';
import type { Occasion } from '../core/facts.ts';
import type { Offer, OfferKind } from '../core/offer/offer.ts';
import {
  accruedFees,
  earlyPaymentOffer,
  feeWaiverOffer,
  type Possible,
  recognitionOffer,
  WAIVER_DAYS,
} from '../core/offer/offer-terms.ts';
import type { OfferView } from '../core/offer/offer-view.ts';
import { isWorkingDay } from '../core/office-hours.ts';
import { onTimeRecord } from '../core/recognition.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Drafted, draftOccasion } from './draft-message.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';

export type OfferDesk = { readonly kind: 'desk' } & OfferView;

export async function offerDesk(
  ports: Pick<Ports, 'store' | 'clock'>,
  customerId: string,
): Promise<OfferDesk | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, today, settings, policy } = situation;
  const { locale, currency: usual } = settings;
  const { state } = situation;
  const currencies = currenciesOf(state, usual);
  const usualUntil = nextWorkingDay(addDays(today, WAIVER_DAYS.usual), (day) =>
    isWorkingDay(day, policy, customer.country),
  );
  return {
    kind: 'desk',
    customer,
    today,
    locale,
    early: currencies.map((currency) => {
      const found = earlyPaymentOffer(state, currency);
      return { currency, found, yearlyPercent: yearlyPercentOf(found, state) };
    }),
    waivers: currencies.map((currency) => ({
      currency,
      found: feeWaiverOffer(state, currency, { until: usualUntil, feeDay: today, locale }),
      fees: accruedFees(state, currency, today, locale),
    })),
    usualUntil,
    recognition: {
      found: recognitionOffer(state, { reward: false, longerTerms: false }),
      record: onTimeRecord(state.file.invoices.map(asAgreed), state.file.payments, today),
      policy: policy.recognition,
    },
  };
}

function yearlyPercentOf(found: Possible<Offer>, { file }: CustomerState): number | null {
  if (found.kind === 'not_possible' || found.offer.kind !== 'early_payment') return null;
  return offerYearlyPercent(
    found.offer.parts.flatMap((part) =>
      file.invoices.filter(({ number }) => number === part.invoice).map(({ due }) => ({ ...part, due })),
    ),
  );
}

/** In which anything is open; the workspace's own where nothing is. */
function currenciesOf({ file }: CustomerState, usual: string): string[] {
  const open = file.invoices.filter(({ kind, open: { minor } }) => kind === 'invoice' && minor > 0);
  const currencies = [...new Set(open.map(({ open: { currency } }) => currency))].sort();
  return currencies.length > 0 ? currencies : [usual];
}

/** What a person chose to offer. */
export type OfferWish =
  | { readonly kind: 'early_payment'; readonly currency: string }
  | { readonly kind: 'fee_waiver'; readonly currency: string; readonly until: Day }
  | { readonly kind: 'recognition'; readonly reward: boolean; readonly longerTerms: boolean };

const OCCASIONS: Readonly<Record<OfferKind, Occasion>> = {
  early_payment: 'early_payment_offer',
  fee_waiver: 'fee_waiver_offer',
  recognition: 'recognition',
};

/** A draft like any other, which an owner approves: nothing is offered before it is sent. */
export async function draftOffer(
  ports: Ports,
  { customerId, wish, by }: { customerId: string; wish: OfferWish; by: string },
): Promise<Drafted | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { settings, today } = situation;
  const found = offerFor(wish, situation.state, { feeDay: today, locale: settings.locale });
  if (found.kind === 'not_possible') return { kind: 'refused', because: found.because };
  return draftOccasion(ports, {
    customerId,
    occasion: OCCASIONS[wish.kind],
    currency: wish.kind === 'recognition' ? settings.currency : wish.currency,
    detail: { invoices: invoicesOf(found.offer), offer: found.offer },
    by,
  });
}

function offerFor(
  wish: OfferWish,
  state: CustomerState,
  place: { feeDay: Day; locale: string },
): Possible<Offer> {
  switch (wish.kind) {
    case 'early_payment':
      return earlyPaymentOffer(state, wish.currency);
    case 'fee_waiver':
      return feeWaiverOffer(state, wish.currency, { ...place, until: wish.until });
    case 'recognition':
      return recognitionOffer(state, wish);
  }
}

function invoicesOf(offer: Offer): readonly string[] {
  if (offer.kind === 'early_payment') return offer.parts.map(({ invoice }) => invoice);
  return offer.kind === 'fee_waiver' ? offer.invoices : [];
}
