// What a customer owes in one currency today: what may be chased, what must be left out and why, and what is in credit.

import type { CustomerState } from '../customer-state.ts';
import { openOfferOn } from '../offer/offer-states.ts';
import { planHold } from '../plan/plan-states.ts';
import type { LeftOut } from '../verdict.ts';
import { type CaseInvoice, concerns } from './case-file.ts';
import { creditDueOn, undisputedMinor } from './disputes.ts';

/** An invoice that may be chased; `ladderDue` is the day its ladder counts from, a day number. */
export type Chaseable = {
  readonly invoice: CaseInvoice;
  readonly minor: number;
  readonly ladderDue: number;
};

export type HeldPart = {
  readonly invoice: CaseInvoice;
  readonly minor: number;
  readonly reason: LeftOut['reason'];
  readonly until: number | null;
  /** We agreed to credit it, and the books do not show that yet. */
  readonly credit?: true;
};

export type Balance = {
  readonly currency: string;
  readonly overdue: readonly CaseInvoice[]; // oldest due first
  readonly upcoming: readonly CaseInvoice[]; // open, not yet late, oldest due first
  readonly credits: readonly CaseInvoice[];
  readonly chaseable: readonly Chaseable[];
  readonly held: readonly HeldPart[];
  readonly overdueMinor: number;
  readonly creditMinor: number;
  /** Chaseable less credits; may be negative. */
  readonly totalMinor: number;
  /** The first day on which more may be chased, if nobody does anything: a hold ends, or an invoice is late. */
  readonly moreOn: number | null;
};

/** One balance a currency in which anything is open, by currency code. */
export function balancesOf(state: CustomerState): Balance[] {
  const open = state.file.invoices.filter((invoice) => invoice.open.minor > 0);
  const currencies = [...new Set(open.map((invoice) => invoice.open.currency))].sort();
  return currencies.map((currency) =>
    balanceOf(
      currency,
      open.filter((invoice) => invoice.open.currency === currency),
      state,
    ),
  );
}

function balanceOf(currency: string, open: readonly CaseInvoice[], state: CustomerState): Balance {
  const { today } = state.file;
  const credits = open.filter(({ kind }) => kind === 'credit_note');
  const invoices = open.filter(({ kind }) => kind === 'invoice');
  const overdue = invoices.filter(({ dueDay }) => dueDay < today);
  const chaseable: Chaseable[] = [];
  const held: HeldPart[] = [];
  for (const invoice of overdue) {
    const { ours, parts } = setApart(invoice, state);
    held.push(...parts);
    const undisputed = Math.min(ours, undisputedMinor(invoice, state.disputes.get(invoice.id)));
    if (undisputed < ours) held.push({ invoice, minor: ours - undisputed, reason: 'disputed', until: null });
    const free = Math.max(0, undisputed - creditDueOn(invoice.id, state.creditsDue));
    if (free < undisputed) {
      held.push({ invoice, minor: undisputed - free, reason: 'waiting_for_us', until: null, credit: true });
    }
    if (free === 0) continue;
    const hold = holdOn(invoice, state);
    if (hold) held.push({ ...hold, invoice, minor: free });
    else chaseable.push({ invoice, minor: free, ladderDue: ladderDue(invoice, state) });
  }
  const upcoming = invoices.filter(({ dueDay }) => dueDay >= today);
  const frees = [
    ...held.map(({ until }) => until),
    ...upcoming.map((invoice) => freeOn(invoice, state)),
  ].filter((day) => day !== null);
  const creditMinor = sum(credits.map((credit) => credit.open.minor));
  return {
    currency,
    overdue,
    upcoming,
    credits,
    chaseable,
    held,
    overdueMinor: sum(overdue.map((invoice) => invoice.open.minor)),
    creditMinor,
    totalMinor: sum(chaseable.map(({ minor }) => minor)) - creditMinor,
    moreOn: frees.length > 0 ? Math.min(...frees) : null,
  };
}

/** What of an invoice is still ours to chase, and what is given up or in an agency's hands. */
function setApart(
  invoice: CaseInvoice,
  { lastResort }: CustomerState,
): { readonly ours: number; readonly parts: readonly HeldPart[] } {
  const apart = lastResort.apart.get(invoice.id);
  if (!apart) return { ours: invoice.open.minor, parts: [] };
  const { writtenOffMinor, withAgency } = apart;
  const rest = invoice.open.minor - writtenOffMinor;
  const part = (minor: number, reason: HeldPart['reason']): HeldPart[] =>
    minor > 0 ? [{ invoice, minor, reason, until: null }] : [];
  return {
    ours: withAgency ? 0 : rest,
    parts: [...part(writtenOffMinor, 'written_off'), ...part(withAgency ? rest : 0, 'agency')],
  };
}

/** When an invoice that is not late yet may be chased at the earliest; null: not before somebody settles something. */
function freeOn(invoice: CaseInvoice, state: CustomerState): number | null {
  if (setApart(invoice, state).ours === 0) return null;
  if (undisputedMinor(invoice, state.disputes.get(invoice.id)) === 0) return null;
  const hold = holdOn(invoice, state);
  if (hold?.until === null) return null;
  return Math.max(invoice.dueDay + 1, hold?.until ?? 0);
}

/** Why this invoice must wait; the hold that lasts longest speaks. */
function holdOn(invoice: CaseInvoice, state: CustomerState): Pick<HeldPart, 'reason' | 'until'> | null {
  const { file, promises, plans, holds } = state;
  const { today, invoices } = file;
  const found: Pick<HeldPart, 'reason' | 'until'>[] = [];
  for (const promise of promises) {
    const live = promise.status !== 'replaced' && today < promise.freeOn;
    if (!live || promise.currency !== invoice.open.currency) continue;
    if (concerns(promise.invoices, invoice, invoices))
      found.push({ reason: 'promised', until: promise.freeOn });
  }
  for (const plan of plans) {
    const hold = plan.coveredIds.has(invoice.id) ? planHold(plan) : null;
    if (hold && (hold.until === null || today < hold.until)) found.push(hold);
  }
  for (const said of holds.paidSaid) {
    if (concerns(said.invoices, invoice, invoices)) found.push({ reason: 'paid_said', until: said.until });
  }
  for (const request of holds.waitingForUs) {
    if (concerns(request.invoices, invoice, invoices)) {
      found.push({ reason: 'waiting_for_us', until: request.until });
    }
  }
  const offer = openOfferOn(invoice.id, state.offers);
  if (offer) found.push({ reason: 'offered', until: offer.freeOn });
  const terms = file.customer.terms.invoices?.[invoice.number];
  if (terms?.doNotChase) found.push({ reason: 'own_terms', until: null });
  if (invoice.agreedDay > invoice.dueDay && today <= invoice.agreedDay)
    found.push({ reason: 'own_terms', until: invoice.agreedDay + 1 });
  const odd = oddDatesUntil(invoice, file.policy.termsDays);
  if (odd !== null && today < odd) found.push({ reason: 'waiting_for_us', until: odd });
  const lasting = (until: number | null) => until ?? Number.POSITIVE_INFINITY;
  return found.sort((a, b) => lasting(b.until) - lasting(a.until))[0] ?? null;
}

/** An invoice due before it was issued has a wrong date: it counts as due after the usual terms, until it is put right. */
function oddDatesUntil({ issuedDay, dueDay }: CaseInvoice, termsDays: number): number | null {
  return issuedDay !== null && issuedDay > dueDay ? issuedDay + termsDays + 1 : null;
}

/** A restarted ladder begins at its first reminder. */
export const RESTART_DAYS_LATE = 3;

/** By what was agreed with them; negative before that day. */
export function daysLateOf({ agreedDay }: CaseInvoice, { file }: CustomerState): number {
  return file.today - agreedDay;
}

export function ladderDue(invoice: CaseInvoice, state: CustomerState): number {
  const { file, holds } = state;
  const odd = oddDatesUntil(invoice, file.policy.termsDays);
  let due = invoice.agreedDay + (odd === null ? 0 : odd - 1 - invoice.dueDay);
  for (const restart of holds.restarts) {
    if (concerns(restart.invoices, invoice, file.invoices))
      due = Math.max(due, restart.day - RESTART_DAYS_LATE);
  }
  return due;
}

function sum(minors: readonly number[]): number {
  return minors.reduce((total, minor) => total + minor, 0);
}
