// What the records add up to for one customer today: contacts, promises, disputes, holds. Computed, never stored.
import type { Instant } from './calendar.ts';
import { isZone } from './calendar.ts';
import { type CaseFile, openCaseFile } from './chase/case-file.ts';
import { type Contacts, contactsOf } from './chase/contacts.ts';
import { dayReader } from './chase/day-number.ts';
import { type CreditDue, creditsDueOf, type Dispute, disputesOf } from './chase/disputes.ts';
import { type Gentle, gentleOf } from './chase/gentle.ts';
import { type Holds, holdsOf } from './chase/holds.ts';
import { type LastResort, lastResortOf } from './chase/last-resort.ts';
import { type PromiseState, promisesOf } from './chase/promises.ts';
import { workCalendar } from './chase/work-calendar.ts';
import type { Customer, Ledger } from './ledger.ts';
import { discountsTaken, type OfferState, offerStates } from './offer/offer-states.ts';
import { type PlanState, planStates } from './plan/plan-states.ts';
import type { Policy } from './policy.ts';
import { forHardship, policyFor } from './policy-for.ts';

export type CustomerState = {
  readonly file: CaseFile;
  readonly contacts: Contacts;
  readonly promises: readonly PromiseState[]; // oldest date first
  readonly plans: readonly PlanState[]; // in the order in which they were proposed
  readonly disputes: ReadonlyMap<string, Dispute>; // by invoice id
  /** Open invoices that are contested, in whole or in part; ids. */
  readonly disputedInvoiceIds: readonly string[];
  /** Credits that were agreed and are not in the books yet. */
  readonly creditsDue: readonly CreditDue[];
  readonly offers: readonly OfferState[]; // in the order in which they were sent
  readonly holds: Holds;
  /** They told us of money trouble, which is not over: `file.policy` is softened. */
  readonly gentle: Gentle | null;
  readonly lastResort: LastResort;
};

/** `zone`: the workspace's, for a customer whose own is not known. Rows of other customers are passed over. */
export function customerState(
  ledger: Ledger,
  customer: Customer,
  workspacePolicy: Policy,
  context: { readonly now: Instant; readonly zone: string },
): CustomerState {
  const policy = policyFor(workspacePolicy, customer);
  const own = <Row extends { customerId: string }>(rows: readonly Row[]) =>
    rows.filter(({ customerId }) => customerId === customer.id);
  return stateOf(
    openCaseFile({
      customer,
      invoices: own(ledger.invoices),
      payments: own(ledger.payments),
      events: own(ledger.events),
      now: context.now,
      calendar: workCalendar(policy.window, customer.country),
      policy,
      dayOfInstant: dayReader(zoneOf(customer, context.zone)),
    }),
  );
}

/** Whoever told us of money trouble has a softer policy than the file says. */
export function stateOf(given: CaseFile): CustomerState {
  const gentle = gentleOf(given);
  const file = gentle ? { ...given, policy: forHardship(given.policy) } : given;
  const { open, resolved, credits } = disputesOf(file);
  const offers = offerStates(file);
  const lastResort = lastResortOf(file.events, file.invoices);
  return {
    file,
    contacts: contactsOf(file),
    promises: promisesOf(file),
    plans: planStates(file, lastResort, open),
    disputes: open,
    disputedInvoiceIds: file.invoices
      .filter((invoice) => invoice.open.minor > 0 && open.has(invoice.id))
      .map(({ id }) => id),
    creditsDue: creditsDueOf([...credits, ...discountsTaken(offers, file)], file),
    offers,
    holds: holdsOf(file, resolved, lastResort),
    gentle,
    lastResort,
  };
}

/** A zone that no clock knows is passed over for the workspace's: one bad row must not stop the digest. */
export function zoneOf(customer: Customer, workspaceZone: string): string {
  return customer.zone !== null && isZone(customer.zone) ? customer.zone : workspaceZone;
}
