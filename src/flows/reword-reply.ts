// What becomes of a reply whose author changed or deleted it: its card is read anew, or asks what of the record.
import { assertNever } from '../core/assert-never.ts';
import { dayIn, formatDay } from '../core/calendar.ts';
import type { Reading } from '../core/reading/reading.ts';
import { isSameMeaning } from '../core/reading/same-meaning.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { Beside, Case, PendingReading, Rewording } from '../ports/records.ts';
import { followContacts } from './follow-contact.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { askAbout, noteOf, readingContext, readingKey } from './read-reply.ts';
import {
  decidedAlready,
  describeNext,
  GONE,
  isPlain,
  type Recorded,
  recordOf,
  showRecorded,
  takenBackWith,
  WORDS_CHANGED,
} from './record-outcome.ts';
import { showReported, whyNotRecorded } from './with-agency.ts';

export type ReplyChange = {
  readonly thread: Beside;
  readonly ts: string;
  /** Slack's stamp of the change, which says which of two came later. */
  readonly editedTs: string;
  /** Null: the message was deleted. */
  readonly text: string | null;
  readonly author: string;
  /** A question put to us, which is answered and never read. */
  readonly isQuestion: boolean;
};

export type Reworded =
  | { readonly kind: 'asked'; readonly pending: PendingReading } // what it means now waits for a person
  | { readonly kind: 'withdrawn'; readonly pending: PendingReading }
  | { readonly kind: 'questioned'; readonly pending: PendingReading } // whether the record follows
  | { readonly kind: 'unchanged' } // known already, or without a meaning for the record
  | { readonly kind: 'not_a_case' };

const NOTHING: Reading = { kind: 'chatter' };

export async function rewordReply(ports: Ports, change: ReplyChange): Promise<Reworded> {
  const { store } = ports;
  const before = await store.readingOf({ channel: change.thread.channel, ts: change.ts });
  if (before?.editedTs && before.editedTs >= change.editedTs) return { kind: 'unchanged' };
  const customerId = before?.customerId ?? (await caseOf(ports, change.thread))?.customerId;
  const situation = customerId && (await gatherCustomer(ports, customerId));
  if (!situation) return { kind: 'not_a_case' };
  const reading = await readAnew(ports, situation, change, before);
  if (!before) return firstRead(ports, situation, change, reading);
  return oneAtATime(readingKey(ports, before.source), async () => {
    const current = await store.reading(before.id);
    return current ? takeIn(ports, situation, change, { current, reading }) : { kind: 'not_a_case' };
  });
}

async function caseOf({ store }: Ports, { channel, ts }: Beside): Promise<Case | null> {
  return ts === null ? null : store.caseByThread({ channel, ts });
}

async function readAnew(
  ports: Ports,
  situation: Situation,
  { text, isQuestion }: ReplyChange,
  before: PendingReading | null,
): Promise<Reading> {
  if (text === null || isQuestion) return NOTHING;
  const reading = await readByDay(ports, situation, text, before);
  // A person pointed at the words once and said that they belong to the case: they still do.
  return reading.kind === 'chatter' && before && isPointedAt(before.reading) ? noteOf(text, null) : reading;
}

/** "Tomorrow" stays the day after it was written, and that is pointed out where a change on a later day may mean another. */
async function readByDay(
  { reader }: Ports,
  situation: Situation,
  text: string,
  before: PendingReading | null,
): Promise<Reading> {
  const context = readingContext(situation, before?.source ?? null);
  const { settings, today } = situation;
  const then = before ? dayIn(settings.zone, before.at) : today;
  const reading = await reader.read(text, { ...context, today: then });
  if (then === today || reading.kind === 'chatter') return reading;
  if (isSameMeaning(reading, await reader.read(text, context))) return reading;
  const why = `I counted from ${formatDay(then, settings.locale, today)}, the day of the reply, and not from the day it was changed.`;
  return { ...reading, problems: [...reading.problems, { kind: 'odd', about: 'date', why, choices: [] }] };
}

function isPointedAt(reading: Reading): boolean {
  return (
    reading.kind === 'outcomes' &&
    reading.by === 'person' &&
    reading.items.every(({ outcome }) => outcome.kind === 'note')
  );
}

/** The words were chatter, or are not read yet: what they say now is what counts. */
async function firstRead(
  ports: Ports,
  situation: Situation,
  change: ReplyChange,
  reading: Reading,
): Promise<Reworded> {
  const { thread, ts, editedTs, text, author } = change;
  const source = { channel: thread.channel, ts, quote: text ?? '' };
  if (reading.kind === 'chatter') {
    const customerId = situation.customer.id;
    const kept = { customerId, source, author, reading, at: situation.now, editedTs };
    const { isNew } = await ports.store.addReading({ ...kept, state: 'withdrawn' });
    return isNew ? { kind: 'unchanged' } : rewordReply(ports, change);
  }
  const { pending, isNew } = await askAbout(ports, situation, reading, { source, author, thread, editedTs });
  // The words as they were sent came in between: now they are known, and are changed.
  return isNew ? { kind: 'asked', pending } : rewordReply(ports, change);
}

async function takeIn(
  ports: Ports,
  situation: Situation,
  { thread, editedTs, text }: ReplyChange,
  { current, reading }: { current: PendingReading; reading: Reading },
): Promise<Reworded> {
  const change = changeOf(current, { quote: text, reading });
  const pending = await ports.store.rewordReading(current.id, current.state, {
    editedTs,
    at: situation.now,
    ...change,
  });
  if (!pending) return { kind: 'unchanged' };
  const isAsked = pending.state === 'asked';
  if (isAsked && !pending.card) {
    const card = await ports.chat.postReading(pending, situation.customer, thread, null);
    await ports.store.saveReadingCard(pending.id, card);
    return { kind: 'asked', pending: { ...pending, card } };
  }
  const isQuestioned = pending.rewording !== null && pending.state === 'confirmed';
  if (isAsked || pending.state !== current.state || isQuestioned || current.rewording) {
    await ports.chat.updateReading(pending, situation.customer, describeNext(situation.verdicts));
  }
  if (isAsked) return { kind: 'asked', pending };
  if (isQuestioned) return { kind: 'questioned', pending };
  return pending.state === current.state ? { kind: 'unchanged' } : { kind: 'withdrawn', pending };
}

/** What the new words make of a reading. What a person decided stands until a person decides otherwise. */
function changeOf(
  { state, source: { quote }, reading, rewording }: PendingReading,
  now: Rewording,
): Pick<PendingReading, 'state' | 'reading' | 'rewording'> & { quote: string } {
  const asBefore = { state, quote, reading, rewording };
  const askedAnew = {
    state: 'asked' as const,
    quote: now.quote ?? quote,
    reading: now.reading,
    rewording: null,
  };
  switch (state) {
    case 'asked':
      return now.reading.kind === 'chatter' ? { ...asBefore, state: 'withdrawn', rewording: now } : askedAnew;
    case 'withdrawn':
      return now.reading.kind === 'chatter' ? asBefore : askedAnew;
    case 'confirmed':
      return { ...asBefore, rewording: isSameMeaning(reading, now.reading) ? null : now };
    case 'dismissed':
    case 'undone':
      return now.reading.kind === 'chatter' || isSameMeaning(reading, now.reading) ? asBefore : askedAnew;
    default:
      return assertNever(state);
  }
}

export type Settling = 'kept' | 'confirmed' | 'asked' | 'undone';

/**
 * A person says what becomes of a record whose words were changed: it follows them, is asked about anew, is taken back,
 * or stays. `editedTs`: the wording that the person saw.
 */
export async function settleRewording(
  ports: Ports,
  input: { readingId: string; editedTs: string; to: Settling; by: string },
): Promise<Recorded | Refused> {
  const { readingId, editedTs, to, by } = input;
  const found = await ports.store.reading(readingId);
  if (!found) return GONE;
  if (found.editedTs !== editedTs) return WORDS_CHANGED;
  if (!found.rewording) return decidedAlready(found);
  const { quote, reading } = found.rewording;
  const stopped = to === 'confirmed' ? await whyNotRecorded(ports, found, reading, by) : null;
  if (stopped) return stopped;
  const at = ports.clock.now();
  const events =
    to === 'confirmed'
      ? recordOf(
          { ...found, source: { ...found.source, quote: quote ?? found.source.quote } },
          reading,
          by,
          at,
        )
      : [];
  // What cannot be recorded as it stands has no such button.
  if (to === 'confirmed' && (reading.kind !== 'outcomes' || !isPlain(reading))) return WORDS_CHANGED;
  const settled = await ports.store.settleRewording(found.id, editedTs, to, by, at, events);
  if (!settled) return decidedAlready(found);
  const beside = to === 'kept' ? null : await takenBackWith(ports, found, by);
  if (to === 'confirmed') await followContacts(ports, settled);
  // The card of a hand-over follows both what was taken back and what stands now.
  const told =
    to === 'kept' ? null : [await showReported(ports, found), await showReported(ports, settled)].at(-1);
  return showRecorded(ports, settled, {
    beside: [beside, told].filter(Boolean).join(' ') || null,
    tells: to !== 'kept',
  });
}
