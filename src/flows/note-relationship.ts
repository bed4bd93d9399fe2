// Notes on the relationship: what colleagues know of a customer, and whether letters may speak of it.
import type { Ports, Refused } from '../ports/ports.ts';
import type { Noted } from './change-customer.ts';
import { mayApprove } from './decide-draft.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';

export async function noteRelationship(
  ports: Ports,
  input: { customerId: string; text: string; mayMention: boolean; by: string },
): Promise<Noted | Refused> {
  const { customerId, text, mayMention, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  if (mayMention && !mayApprove(situation.settings, by)) {
    return {
      kind: 'refused',
      because: 'Only an approver can let letters mention a note, so it was not saved.',
    };
  }
  await ports.store.addEvent({
    customerId,
    at: situation.now,
    by,
    source: null,
    body: { kind: 'relationship_note', text, mayMention },
  });
  await refreshCase(ports, customerId);
  const { name } = situation.customer;
  return {
    kind: 'noted',
    words: mayMention
      ? `The note on ${name} is saved, and letters may mention it.`
      : `The note on ${name} is saved. It goes into no letter.`,
  };
}

/** A draft that may speak of it has to be written anew before it can go. */
export async function takeBackNote(
  ports: Ports,
  input: { customerId: string; eventId: string; by: string },
): Promise<Noted | Refused> {
  const { customerId, eventId, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { events } = situation.ledger;
  const isNote = events.some(({ id, body }) => id === eventId && body.kind === 'relationship_note');
  const isBack = events.some(({ body }) => body.kind === 'undone' && body.eventId === eventId);
  if (!isNote || isBack)
    return { kind: 'refused', because: 'That note is taken back already. Open the list again.' };
  await ports.store.addEvent({
    customerId,
    at: situation.now,
    by,
    source: null,
    body: { kind: 'undone', eventId, reason: null },
  });
  await refreshCase(ports, customerId);
  return { kind: 'noted', words: `The note on ${situation.customer.name} is taken back.` };
}
