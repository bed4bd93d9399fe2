// A new address that a record names is where the next letter goes; taken back, the letters go where they went before.
import type { Contact } from '../core/ledger.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Ports } from '../ports/ports.ts';
import type { PendingReading } from '../ports/records.ts';

export async function followContacts(
  { store }: Ports,
  { customerId, reading, decidedBy, decidedAt }: PendingReading,
): Promise<void> {
  if (!decidedBy || !decidedAt) return;
  for (const contact of contactsIn(reading)) {
    await store.saveContact(customerId, contact, decidedBy, decidedAt);
  }
}

/**
 * `recorded`: the reading as it stood before it was taken back. Says in a sentence what became of the contacts that it
 * had brought; what somebody changed since stays as they want it.
 */
export async function takeBackContacts(
  { store, clock }: Ports,
  recorded: PendingReading,
  by: string,
): Promise<string | null> {
  const savedAt = recorded.decidedAt;
  const contacts = contactsIn(recorded.reading).reverse();
  if (!savedAt || contacts.length === 0) return null;
  let isBack = true;
  for (const contact of contacts) {
    isBack = (await store.takeBackContact(recorded.customerId, contact, savedAt, by, clock.now())) && isBack;
  }
  return isBack
    ? 'Letters go to the contact from before again.'
    : 'Somebody has changed the contacts since, so they stay as they are: look at Contact in the menu of the case.';
}

function contactsIn(reading: Reading): Contact[] {
  if (reading.kind !== 'outcomes') return [];
  return reading.items.flatMap(({ outcome }) =>
    outcome.kind === 'wrong_contact' && (outcome.email || outcome.phone)
      ? [{ name: outcome.name, email: outcome.email, phone: outcome.phone }]
      : [],
  );
}
