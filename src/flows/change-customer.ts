// Small facts that a person states about a customer: snooze, wake up, who gets the letters, their own terms.
import { type Day, dayIn, daysBetween, formatDay } from '../core/calendar.ts';
import type { Contact, CustomerTerms, EventBody } from '../core/ledger.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { mayApprove } from './decide-draft.ts';
import { gatherCustomer, liveDraft } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';
import { stopStaleDrafts } from './send-approved.ts';

export type Noted = { readonly kind: 'noted'; readonly words: string };

/** Longer than this is a hold, not a snooze. */
export const MAX_SNOOZE_DAYS = 365;

export async function snooze(
  ports: Ports,
  input: { customerId: string; until: Day; reason: string | null; by: string },
): Promise<Noted | Refused> {
  const { zone, locale } = await ports.store.settings();
  const today = dayIn(zone, ports.clock.now());
  if (input.until <= today) {
    return {
      kind: 'refused',
      because: `${formatDay(input.until, locale, today)} is not in the future. Choose a later day.`,
    };
  }
  if (daysBetween(today, input.until) > MAX_SNOOZE_DAYS) {
    return { kind: 'refused', because: 'That is more than a year away. Choose an earlier day.' };
  }
  return note(
    ports,
    input.customerId,
    input.by,
    { kind: 'snoozed', until: input.until, reason: input.reason },
    (name) => `${name} is left alone until ${formatDay(input.until, locale, today)}.`,
  );
}

export async function addContact(
  ports: Ports,
  input: { customerId: string; contact: Contact; by: string },
): Promise<Noted | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  await ports.store.saveContact(input.customerId, input.contact, input.by, situation.now);
  const waiting = liveDraft(await ports.store.draftsOf(input.customerId));
  if (waiting && (waiting.state === 'proposed' || waiting.state === 'failed') && input.contact.email) {
    const revised = await ports.store.reviseDraft(waiting.id, waiting.revision, {
      letter: waiting.letter,
      findings: waiting.findings,
      authorship: waiting.authorship,
      to: input.contact.email,
      by: input.by,
      at: situation.now,
    });
    if (revised) await ports.chat.updateDraft(revised, situation.customer);
  }
  await refreshCase(ports, input.customerId);
  return {
    kind: 'noted',
    words: `Letters to ${situation.customer.name} go to ${input.contact.email ?? 'nobody yet'}.`,
  };
}

/** The friendly call that the monthly list proposed is left out this time. */
export async function putOffCall(
  ports: Ports,
  input: { customerId: string; by: string },
): Promise<Noted | Refused> {
  return note(
    ports,
    input.customerId,
    input.by,
    { kind: 'not_now' },
    (name) => `${name} is not proposed for a call next month either.`,
  );
}

/** What holds for this customer alone. Overrides of the policy that no form shows are kept. */
export async function setTerms(
  ports: Ports,
  input: { customerId: string; terms: CustomerTerms; accountManager: string | null; by: string },
): Promise<Noted | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, settings, ledger } = situation;
  if (!mayApprove(settings, input.by)) {
    return { kind: 'refused', because: 'Only an owner or an approver can change a customer’s own terms.' };
  }
  const known = new Set(ledger.invoices.map(({ number }) => number));
  const unknown = Object.keys(input.terms.invoices ?? {}).find((number) => !known.has(number));
  if (unknown !== undefined) {
    return {
      kind: 'refused',
      because: `${customer.name} has no invoice ${unknown}, so nothing was saved. Look its number up and try again.`,
    };
  }
  const terms = { ...input.terms, ...(customer.terms.policy ? { policy: customer.terms.policy } : {}) };
  await ports.store.saveCustomer(
    { ...customer, terms, accountManager: input.accountManager },
    input.by,
    situation.now,
  );
  await stopStaleDrafts(ports, customer.id);
  await refreshCase(ports, customer.id);
  return { kind: 'noted', words: `The terms of ${customer.name} are saved, and hold from now on.` };
}

/** Records a fact, stops the drafts that no longer fit it, and redraws the case. */
export async function note(
  ports: Ports,
  customerId: string,
  by: string,
  body: EventBody,
  words: (customerName: string) => string,
): Promise<Noted | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  await ports.store.addEvent({ customerId, at: situation.now, by, source: null, body });
  await stopStaleDrafts(ports, customerId);
  await refreshCase(ports, customerId);
  return { kind: 'noted', words: words(situation.customer.name) };
}
