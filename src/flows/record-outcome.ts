// Records what a person confirmed, takes it back when they undo, and says how the next step changes.
import { eventsOfReport } from '../core/agency-report.ts';
import { dayIn, formatDay, type Instant, instantFromMillis, millisOf } from '../core/calendar.ts';
import type { EventBody } from '../core/ledger.ts';
import type { OutcomeKind, Tone } from '../core/outcome.ts';
import type { ReadItem, Reading } from '../core/reading/reading.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { NewEvent, PendingReading } from '../ports/records.ts';
import { followContacts, takeBackContacts } from './follow-contact.ts';
import { gatherCustomer, liveDraft } from './gather.ts';
import { NO_CUSTOMER, refreshCase } from './keep-case.ts';
import { lookedAt } from './look-at-mail.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readingKey } from './read-reply.ts';
import { tellOfCorrections } from './record-order-number.ts';
import { inTurn } from './requests.ts';
import { stopStaleDrafts } from './send-approved.ts';
import { offerAcknowledgements } from './settle-dispute.ts';
import { tellCase } from './tell-case.ts';
import { showReported, whyNotRecorded } from './with-agency.ts';

export type Recorded = {
  readonly kind: 'recorded';
  readonly pending: PendingReading;
  readonly after: string;
};

export const GONE: Refused = {
  kind: 'refused',
  because: 'That card is gone. Write the outcome in the thread again.',
};

export const WORDS_CHANGED: Refused = {
  kind: 'refused',
  because: 'The words were changed a moment ago. Look at the card again, and decide by what it says now.',
};

/**
 * Confirms the reading as it stands, or one of the choices that its problems offer. `words`: the stamp of the wording
 * that the person saw; nobody confirms what was changed under their hand.
 */
export async function confirmReading(
  ports: Ports,
  input: {
    readingId: string;
    by: string;
    choice: { problem: number; choice: number } | null;
    words?: string | null;
  },
): Promise<Recorded | Refused> {
  return decide(ports, input, async (found) => {
    if (found.reading.kind !== 'outcomes') return GONE;
    const chosen = input.choice && found.reading.problems[input.choice.problem]?.choices[input.choice.choice];
    if (input.choice && !chosen) return GONE;
    if (chosen) {
      const { items } = chosen;
      await ports.store.changeReading(found.id, { ...found.reading, ...putRight, items });
    } else if (!isPlain(found.reading)) {
      return {
        kind: 'refused',
        because: 'One thing is not clear yet: choose one of the answers, or press Change.',
      };
    }
    const current = (await ports.store.reading(found.id)) ?? found;
    return record(ports, current, input.by);
  });
}

/** What a person said of a reading leaves nothing open. */
const putRight = { problems: [], sureness: 'high', by: 'person' } as const;

/** Whether it can be recorded as it stands: what is merely odd may be right. */
export function isPlain({ items, problems }: Extract<Reading, { kind: 'outcomes' }>): boolean {
  return items.length > 0 && problems.every(({ kind }) => kind === 'odd');
}

/** The person put the reading right in the Change modal: what they said is recorded. */
export async function correctReading(
  ports: Ports,
  input: {
    readingId: string;
    by: string;
    items: readonly ReadItem[];
    tone?: Tone | null;
    words?: string | null;
  },
): Promise<Recorded | Refused> {
  return decide(ports, input, async (found) => {
    if (found.reading.kind !== 'outcomes') return GONE;
    const { items, tone } = input;
    const { tone: _, ...reading } = found.reading;
    const changed = await ports.store.changeReading(found.id, {
      ...reading,
      ...putRight,
      items,
      ...(tone ? { tone } : {}),
    });
    return changed ? record(ports, changed, input.by) : decidedAlready(found);
  });
}

export async function dismissReading(
  ports: Ports,
  input: { readingId: string; by: string; words?: string | null },
): Promise<Recorded | Refused> {
  return decide(ports, input, async (found) => {
    const situation = await gatherCustomer(ports, found.customerId);
    if (!situation) return NO_CUSTOMER;
    const decided = await ports.store.decideReading(found.id, 'dismissed', input.by, situation.now, []);
    if (!decided) return decidedAlready(found);
    await ports.chat.updateReading(decided.pending, situation.customer, null);
    await lookedAt(ports, decided.pending.source, input.by);
    return { kind: 'recorded', pending: decided.pending, after: '' };
  });
}

/** One decision at a time, and none about words that the person has not seen. */
async function decide(
  ports: Ports,
  { readingId, words }: { readingId: string; words?: string | null },
  work: (found: PendingReading) => Promise<Recorded | Refused>,
): Promise<Recorded | Refused> {
  const known = await ports.store.reading(readingId);
  if (!known) return GONE;
  return oneAtATime(readingKey(ports, known.source), async () => {
    const found = await ports.store.reading(readingId);
    if (!found) return GONE;
    return words !== undefined && words !== found.editedTs ? WORDS_CHANGED : work(found);
  });
}

async function record(ports: Ports, pending: PendingReading, by: string): Promise<Recorded | Refused> {
  const at = ports.clock.now();
  // Nobody else may log or end a hand-over between the asking and the recording.
  const decided = await inTurn(
    ports,
    pending.customerId,
    async () =>
      (await whyNotRecorded(ports, pending, pending.reading, by)) ??
      ports.store.decideReading(pending.id, 'confirmed', by, at, recordOf(pending, pending.reading, by, at)),
  );
  if (!decided) return decidedAlready(pending);
  if ('kind' in decided) return decided;
  await followContacts(ports, decided.pending);
  await lookedAt(ports, decided.pending.source, by);
  const shown = await showRecorded(ports, decided.pending, {
    beside: await showReported(ports, decided.pending),
  });
  const { reading } = decided.pending;
  const has = (kind: OutcomeKind) =>
    reading.kind === 'outcomes' && reading.items.some(({ outcome }) => outcome.kind === kind);
  if (has('dispute')) await offerAcknowledgements(ports, pending.customerId, by);
  if (has('order_number')) await tellOfCorrections(ports, pending.customerId, by);
  return shown;
}

/**
 * An event for each outcome, resting on the words it was read from. They lie a thousandth of a second apart, because of two
 * at one instant nothing says which came first; an order number comes last, because it settles what the same words miss.
 * What an agency reports belongs to its hand-over.
 */
export function recordOf(
  { customerId, source, at: saidAt }: Pick<PendingReading, 'customerId' | 'source' | 'at'>,
  reading: Reading,
  by: string,
  at: Instant,
): NewEvent[] {
  if (reading.kind !== 'outcomes') return [];
  const settles = ({ outcome }: (typeof reading.items)[number]) => (outcome.kind === 'order_number' ? 1 : 0);
  const items = [...reading.items].sort((a, b) => settles(a) - settles(b));
  const bodies = items.flatMap(({ outcome }): readonly EventBody[] =>
    outcome.kind === 'agency_report'
      ? eventsOfReport(outcome)
      : [
          {
            kind: 'outcome',
            outcome,
            via: reading.via,
            ...(reading.tone ? { tone: reading.tone } : {}),
            ...(saidAt < at ? { saidAt } : {}),
          },
        ],
  );
  return bodies.map((body, index) => ({
    customerId,
    at: instantFromMillis(millisOf(at) - (bodies.length - 1 - index)),
    by,
    source,
    body,
  }));
}

/**
 * Shows on its card, in the drafts and on the case what follows from a decision. `beside`: what else became of it.
 * `tells`: the record itself is another now.
 */
export async function showRecorded(
  ports: Ports,
  pending: PendingReading,
  { beside = null, tells = true }: { beside?: string | null; tells?: boolean } = {},
): Promise<Recorded | Refused> {
  const situation = await gatherCustomer(ports, pending.customerId);
  if (!situation) return NO_CUSTOMER;
  const after = [describeNext(situation.verdicts), beside].filter(Boolean).join(' ');
  await ports.chat.updateReading(pending, situation.customer, after);
  await stopStaleDrafts(ports, pending.customerId);
  await refreshCase(ports, pending.customerId);
  if (tells) await tellCase(ports, pending, situation);
  return { kind: 'recorded', pending, after };
}

/** Takes back everything that a confirmed card recorded, on the day it was recorded; the history keeps both. */
export async function undoReading(
  ports: Ports,
  input: { readingId: string; by: string },
): Promise<Recorded | Refused> {
  return decide(ports, input, async (found) => {
    const late = found.state === 'confirmed' ? await tooLate(ports, found) : null;
    if (late) return late;
    const undone = await ports.store.undoReading(found.id, input.by, ports.clock.now());
    if (!undone) return { kind: 'refused', because: 'There is nothing to take back here any more.' };
    const told = await showReported(ports, undone);
    const beside = [await takenBackWith(ports, found, input.by), told].filter(Boolean).join(' ');
    return showRecorded(ports, undone, { beside: beside || null });
  });
}

/** What was recorded on an earlier day has been acted on: it is put right by a new word, not taken out of the story. */
async function tooLate({ store, clock }: Ports, { decidedAt }: PendingReading): Promise<Refused | null> {
  const { zone, locale } = await store.settings();
  const today = dayIn(zone, clock.now());
  const recorded = decidedAt && dayIn(zone, decidedAt);
  if (!recorded || recorded === today) return null;
  return {
    kind: 'refused',
    because: `This was recorded on ${formatDay(recorded, locale, today)}, and Undo works until the end of that day, because others go by it. To put it right, write in this thread how it is, and confirm what I understand.`,
  };
}

/** What followed from a record that is taken back, and what becomes of it, in words for the card. */
export async function takenBackWith(ports: Ports, recorded: PendingReading, by: string): Promise<string> {
  const contacts = await takeBackContacts(ports, recorded, by);
  const drafts = await ports.store.draftsOf(recorded.customerId);
  const newest = [...drafts].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
  const isStopped = newest?.state === 'stopped' && liveDraft(drafts) === null;
  const letter = isStopped
    ? 'A letter that was stopped stays so: press Draft on the case for one by today’s figures.'
    : null;
  return [contacts, letter].filter(Boolean).join(' ');
}

/** How things go on, in the engine's own words: "No reminder before Tue 1 Dec: …". */
export function describeNext(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ because }) => because).join(' ');
}

export function decidedAlready(pending: PendingReading): Refused {
  const by = pending.decidedBy ? ` by <@${pending.decidedBy}>` : '';
  return { kind: 'refused', because: `This was decided${by} a moment ago.` };
}
