// Letters outside the ladder: what each is called, who approves it, what it speaks of, and when it must not go.
import { dayNumber, dayOf } from '../chase/day-number.ts';
import { whyOldBooks } from '../chase/stale-ledger.ts';
import type { CustomerState } from '../customer-state.ts';
import { whyNotAsked } from '../document-care.ts';
import type { Occasion, OccasionDetail } from '../facts.ts';
import type { Customer, Invoice } from '../ledger.ts';
import { money, subtract } from '../money.ts';
import { whyNoOffer } from '../offer/offer-terms.ts';
import { whyNoInstalmentNote, whyNoPlanOffer } from '../plan/plan-occasions.ts';
import { type Books, whyNoCourtesy } from '../thanks.ts';
import type { Act } from '../verdict.ts';

/** How things stand at the moment the letter could go. */
export type OccasionContext = {
  readonly customer: Customer;
  readonly state: CustomerState;
  readonly currency: string;
  readonly detail: OccasionDetail | null;
  readonly books: Books;
};

type OccasionRule = {
  readonly label: string;
  readonly approval: 'approver' | 'owner';
  /** Which invoices the letter may name: none, those that are overdue, or those that its detail names and that are open; answers name settled ones as well. */
  readonly about: 'nothing' | 'overdue' | 'named' | 'answered';
  /** It asks for nothing, so whoever gets it may want no more of its kind. */
  readonly mayUnsubscribe: boolean;
  /** One sentence; null: it may go. */
  readonly whyNot: (context: OccasionContext) => string | null;
};

export const OCCASION_RULES: Readonly<Record<Occasion, OccasionRule>> = {
  thank_you: {
    label: 'A thank-you',
    approval: 'approver',
    about: 'overdue',
    mayUnsubscribe: true,
    whyNot: ({ state, books }) => whyNoCourtesy('thank_you', state, books),
  },
  check_in: {
    label: 'A check-in',
    approval: 'approver',
    about: 'nothing',
    mayUnsubscribe: true,
    whyNot: ({ state, books }) => whyNoCourtesy('check_in', state, books),
  },
  mail_received: {
    label: 'An answer to their mail',
    approval: 'approver',
    about: 'nothing',
    mayUnsubscribe: false,
    whyNot: () => null,
  },
  promise_noted: {
    label: 'An answer to their promise',
    approval: 'approver',
    about: 'nothing',
    mayUnsubscribe: false,
    whyNot: ({ state, detail }) =>
      detail?.told && dayNumber(detail.told.date) >= state.file.today
        ? null
        : 'The day that they spoke of is over.',
  },
  dispute_received: answer('An answer to their dispute: we heard them', whyNoReceipt),
  dispute_credited: answer('An answer to their dispute: a credit', whyNoAnswer),
  dispute_corrected: answer('An answer to their dispute: a correction', whyNoAnswer),
  dispute_stands: answer('An answer to their dispute: the invoice stands', whyNoAnswer),
  statement_sent: answer('The statement they asked for', whyNoAnswer),
  copy_sent: answer('The invoice copy they asked for', whyNoAnswer),
  early_payment_offer: offered('A discount for paying early', 'named'),
  fee_waiver_offer: offered('An offer to let the late fee go', 'named'),
  recognition: offered('Thanks for paying on time', 'nothing'),
  po_asked: answer('A question for their order number', whyNoOrderNumberAsked),
  plan_offer: {
    label: 'A payment plan in writing',
    approval: 'approver', // an owner has approved the plan itself
    about: 'named',
    mayUnsubscribe: false,
    whyNot: whyNoPlanOffer,
  },
  instalment_note: {
    label: 'A note before an instalment',
    approval: 'approver',
    about: 'named',
    mayUnsubscribe: false,
    whyNot: whyNoInstalmentNote,
  },
};

/** Of what they question or ask for; it names its invoices also where nothing of them is open any more. */
function answer(label: string, whyNot: OccasionRule['whyNot']): OccasionRule {
  return { label, approval: 'approver', about: 'answered', mayUnsubscribe: false, whyNot };
}

/** Something is given away, so an owner approves it; it goes only while the policy still gives just that. */
function offered(label: string, about: OccasionRule['about']): OccasionRule {
  return {
    label,
    approval: 'owner',
    about,
    mayUnsubscribe: about === 'nothing',
    whyNot: (context) =>
      whyOldBooks(context.books, context.state.file.policy) ??
      whyNoOffer(context.detail?.offer, context.state, context.currency),
  };
}

function whyNoReceipt({ state, detail, customer }: OccasionContext): string | null {
  const isOpen = [...state.disputes.values()].some(({ event }) => event.id === detail?.matter?.eventId);
  if (!isOpen) return 'This dispute is settled or was taken back, so there is nothing to acknowledge.';
  return whyInsolvent({ state, customer });
}

function whyNoAnswer({ state, detail, customer }: OccasionContext): string | null {
  const stands = state.file.events.some(({ id }) => id === detail?.matter?.eventId);
  if (!stands) return 'What this letter answers was taken back, so there is nothing to say.';
  return whyInsolvent({ state, customer });
}

function whyNoOrderNumberAsked({ state, detail, customer }: OccasionContext): string | null {
  return whyNotAsked(state, detail?.invoices ?? []) ?? whyInsolvent({ state, customer });
}

function whyInsolvent({ state, customer }: Pick<OccasionContext, 'state' | 'customer'>): string | null {
  return state.holds.insolvent
    ? `Insolvency of ${customer.name} was reported: take advice before anything is sent.`
    : null;
}

/** Why the letter must not go, one sentence; null: nothing speaks against it. */
export function whyNoOccasion(occasion: Occasion, context: OccasionContext): string | null {
  const { customer } = context;
  if (customer.terms.doNotContact) return `${customer.name} are not to be contacted.`;
  return OCCASION_RULES[occasion].whyNot(context);
}

/** What an act of the ladder would be, for whoever builds the facts of a letter from one: it claims no step. */
export function occasionAct(occasion: Occasion, { customer, state, currency, detail }: OccasionContext): Act {
  const { about } = OCCASION_RULES[occasion];
  const named = new Set(detail?.invoices ?? []);
  const invoices =
    about === 'nothing'
      ? []
      : about === 'overdue'
        ? overdueOf(state, currency)
        : state.file.invoices.filter(
            ({ kind, number, open }) =>
              open.currency === currency &&
              named.has(number) &&
              (about === 'answered' ? kind === 'invoice' : open.minor > 0),
          );
  const [oldest] = invoices;
  return {
    kind: 'act',
    customerId: customer.id,
    currency,
    step: 'reminder',
    channel: 'email',
    invoices: invoices.map(({ id }) => id),
    driver: oldest?.id ?? '',
    total: totalOf(invoices, currency),
    daysLate: oldest ? Math.max(0, state.file.today - oldest.dueDay) : 0,
    because: '',
    facts: [],
    rank: 0,
    rankBecause: '',
    notBefore: dayOf(state.file.today),
  };
}

/** Beyond small change, oldest due first. */
function overdueOf({ file }: CustomerState, currency: string) {
  return file.invoices.filter(
    ({ kind, open, dueDay }) =>
      kind === 'invoice' &&
      open.minor > file.policy.toleranceMinor &&
      dueDay < file.today &&
      open.currency === currency,
  );
}

function totalOf(invoices: readonly Invoice[], currency: string) {
  return invoices.reduce(
    (sum, { kind, open }) =>
      kind === 'credit_note' ? subtract(sum, open) : money(sum.minor + open.minor, currency),
    money(0, currency),
  );
}
