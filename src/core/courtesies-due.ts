// Whom to thank, and whom to ask how they are: of our own accord, once for each settlement.
import { dayIn, type Instant } from './calendar.ts';
import { compare, takenBack } from './chase/case-file.ts';
import { ledgersByCustomer } from './chase/one-customer.ts';
import { customerState } from './customer-state.ts';
import type { CourtesyName } from './facts.ts';
import type { Customer, Ledger } from './ledger.ts';
import { whyNoOccasion } from './letter/occasions.ts';
import type { Policy } from './policy.ts';
import { isTime, nothingTo, type Settlement, settlementFor } from './thanks.ts';

export type Courtesy =
  | { readonly kind: 'due'; readonly occasion: CourtesyName; readonly settlement: Settlement }
  | { readonly kind: 'none'; readonly because: string };

type Due = Extract<Courtesy, { kind: 'due' }>;

export type CourtesyContext = { readonly now: Instant; readonly zone: string; readonly locale: string };

/** Whether such a letter may be drafted because a person asks for it: also for a payment that was on time. */
export function courtesyAsked(
  ledger: Ledger,
  customer: Customer,
  workspacePolicy: Policy,
  context: CourtesyContext,
  occasion: CourtesyName,
): Courtesy {
  const { now, zone, locale } = context;
  const state = customerState(ledger, customer, workspacePolicy, context);
  const books = { freshAt: ledger.freshAt, now, zone, locale };
  const settlement = settlementFor(occasion, state, books);
  const because = whyNoOccasion(occasion, {
    customer,
    state,
    books,
    currency: settlement?.currency ?? '',
    detail: null,
  });
  if (because) return { kind: 'none', because };
  if (!settlement) return { kind: 'none', because: nothingTo(occasion, customer.name) };
  const due: Due = { kind: 'due', occasion, settlement };
  const decided = decidedSince(ledger, customer, due, zone);
  return decided ? { kind: 'none', because: decided } : due;
}

/** Whether it should be put before a person of our own accord: only for what had been late. */
export function courtesyDue(...asked: Parameters<typeof courtesyAsked>): Courtesy {
  const found = courtesyAsked(...asked);
  const [, customer, , , occasion] = asked;
  return found.kind === 'due' && !found.settlement.wasLate
    ? { kind: 'none', because: nothingTo(occasion, customer.name) }
    : found;
}

/** That such a letter went out, or was left out by a person, since that money came; null: neither. */
function decidedSince(
  { events }: Ledger,
  customer: Customer,
  { occasion, settlement }: Due,
  zone: string,
): string | null {
  const what = occasion === 'thank_you' ? 'thank-you' : 'check-in';
  const undone = takenBack(events);
  for (const { id, customerId, at, body } of events) {
    if (customerId !== customer.id || undone.has(id) || dayIn(zone, at) < settlement.day) continue;
    if (body.kind === 'sent' && body.step === occasion) return `The ${what} for this payment was sent.`;
    if (body.kind === 'skipped' && body.step === occasion) return `The ${what} for this payment was skipped.`;
  }
  return null;
}

/** Everybody whom such a letter is due to, by name. */
export function courtesiesDue(
  ledger: Ledger,
  policy: Policy,
  context: CourtesyContext,
  occasion: CourtesyName,
): { readonly customer: Customer; readonly settlement: Settlement }[] {
  const today = dayIn(context.zone, context.now);
  const found = ledgersByCustomer(ledger).flatMap((own) => {
    if (!own.payments.some(({ day }) => isTime(occasion, day, today))) return [];
    const courtesy = courtesyDue(own, own.customer, policy, context, occasion);
    return courtesy.kind === 'due' ? [{ customer: own.customer, settlement: courtesy.settlement }] : [];
  });
  return found.sort(
    (a, b) => compare(a.customer.name, b.customer.name) || compare(a.customer.id, b.customer.id),
  );
}
