// Records what a person confirmed, takes it back when they undo, and says how the next step changes.
import type { Contact } from '../core/ledger.ts';
import type { Outcome } from '../core/outcome.ts';
import type { ReadItem } from '../core/reading/reading.ts';
import type { Verdict } from '../core/verdict.ts';
import type { NewEvent, PendingReading, Ports, Refused } from '../ports.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';
import { stopStaleDrafts } from './send-approved.ts';
import { offerAcknowledgements } from './settle-dispute.ts';

export type Recorded = {
  readonly kind: 'recorded';
  readonly pending: PendingReading;
  readonly after: string;
};

const GONE: Refused = {
  kind: 'refused',
  because: 'That card is gone. Write the outcome in the thread again.',
};

/** Confirms the reading as it stands, or one of the choices that its problems offer. */
export async function confirmReading(
  ports: Ports,
  input: { readingId: string; by: string; choice: { problem: number; choice: number } | null },
): Promise<Recorded | Refused> {
  const found = await ports.store.reading(input.readingId);
  if (found?.reading.kind !== 'outcomes') return GONE;
  const chosen = input.choice && found.reading.problems[input.choice.problem]?.choices[input.choice.choice];
  if (input.choice && !chosen) return GONE;
  if (chosen) {
    await ports.store.changeReading(found.id, {
      ...found.reading,
      items: chosen.items,
      problems: [],
      sureness: 'high',
      by: 'person',
    });
  } else if (found.reading.problems.some(({ kind }) => kind !== 'odd') || found.reading.items.length === 0) {
    return {
      kind: 'refused',
      because: 'One thing is not clear yet: choose one of the answers, or press Change.',
    };
  }
  const current = (await ports.store.reading(found.id)) ?? found;
  return record(ports, current, input.by);
}

/** The person put the reading right in the Change modal: what they said is recorded. */
export async function correctReading(
  ports: Ports,
  input: { readingId: string; by: string; items: readonly ReadItem[] },
): Promise<Recorded | Refused> {
  const found = await ports.store.reading(input.readingId);
  if (found?.reading.kind !== 'outcomes') return GONE;
  const changed = await ports.store.changeReading(found.id, {
    ...found.reading,
    items: input.items,
    problems: [],
    sureness: 'high',
    by: 'person',
  });
  return changed ? record(ports, changed, input.by) : decidedAlready(found);
}

export async function dismissReading(
  ports: Ports,
  input: { readingId: string; by: string },
): Promise<Recorded | Refused> {
  const found = await ports.store.reading(input.readingId);
  if (!found) return GONE;
  const situation = await gatherCustomer(ports, found.customerId);
  if (!situation) return NO_CUSTOMER;
  const decided = await ports.store.decideReading(found.id, 'dismissed', input.by, situation.now, []);
  if (!decided) return decidedAlready(found);
  await ports.chat.updateReading(decided.pending, situation.customer, null);
  return { kind: 'recorded', pending: decided.pending, after: '' };
}

async function record(ports: Ports, pending: PendingReading, by: string): Promise<Recorded | Refused> {
  const { reading, customerId, source } = pending;
  if (reading.kind !== 'outcomes') return GONE;
  const at = ports.clock.now();
  const events: NewEvent[] = reading.items.map(({ outcome }) => ({
    customerId,
    at,
    by,
    source,
    body: { kind: 'outcome', outcome, via: reading.via },
  }));
  const decided = await ports.store.decideReading(pending.id, 'confirmed', by, at, events);
  if (!decided) return decidedAlready(pending);
  for (const { outcome } of reading.items) await followContact(ports, customerId, outcome, by);
  const shown = await showRecorded(ports, decided.pending);
  if (reading.items.some(({ outcome }) => outcome.kind === 'dispute'))
    await offerAcknowledgements(ports, customerId, by);
  return shown;
}

/** A new address that a reply named, once confirmed, is where the next letter goes. */
async function followContact(ports: Ports, customerId: string, outcome: Outcome, by: string): Promise<void> {
  if (outcome.kind !== 'wrong_contact' || !(outcome.email || outcome.phone)) return;
  const contact: Contact = { name: outcome.name, email: outcome.email, phone: outcome.phone };
  await ports.store.saveContact(customerId, contact, by, ports.clock.now());
}

async function showRecorded(ports: Ports, pending: PendingReading): Promise<Recorded | Refused> {
  const situation = await gatherCustomer(ports, pending.customerId);
  if (!situation) return NO_CUSTOMER;
  const after = describeNext(situation.verdicts);
  await ports.chat.updateReading(pending, situation.customer, after);
  await stopStaleDrafts(ports, pending.customerId);
  await refreshCase(ports, pending.customerId);
  return { kind: 'recorded', pending, after };
}

/** Takes back everything that a confirmed card recorded; the history keeps both. */
export async function undoReading(
  ports: Ports,
  input: { readingId: string; by: string },
): Promise<Recorded | Refused> {
  const found = await ports.store.reading(input.readingId);
  if (!found) return GONE;
  const undone = await ports.store.undoReading(found.id, input.by, ports.clock.now());
  if (!undone) return { kind: 'refused', because: 'There is nothing to take back here any more.' };
  return showRecorded(ports, undone);
}

/** How things go on, in the engine's own words: "No reminder before Tue 1 Dec: …". */
export function describeNext(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ because }) => because).join(' ');
}

function decidedAlready(pending: PendingReading): Refused {
  const by = pending.decidedBy ? ` by <@${pending.decidedBy}>` : '';
  return { kind: 'refused', because: `This was decided${by} a moment ago.` };
}
