// Keeps what came of a call with its script: one record a script, whoever is first; the same card asks what it means.
import { type Instant, instantFromMillis } from '../core/calendar.ts';
import type { Outcome, Via } from '../core/outcome.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef, PendingReading } from '../ports/records.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import { askAbout, readLogged } from './read-reply.ts';

export type LoggedCall = {
  readonly kind: 'logged';
  /** What stands with the script now, in the words of whoever was first. */
  readonly pending: PendingReading;
  readonly at: Instant;
  /** These words and this person; false where somebody was faster. */
  readonly isOurs: boolean;
};

const NO_CASE: Refused = {
  kind: 'refused',
  because:
    'This script belongs to no open case any more. Use Log a call on the customer’s card, and your words are kept there.',
};

/** `script`: the message that shows the script; it is the source of the record, which makes it one. */
export async function logCall(
  ports: Ports,
  input: {
    customerId: string;
    script: MessageRef;
    thread: MessageRef;
    text: string;
    /** Null: it is to be read from the text. */
    outcome: Outcome | null;
    via: Via;
    author: string;
  },
): Promise<LoggedCall | Refused> {
  const { customerId, script, thread, text, author } = input;
  const kase = await ports.store.caseByThread(thread);
  if (kase?.customerId !== customerId) return NO_CASE;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  // Whoever comes second need not be read; a record whose card was lost in a crash is shown now.
  const before = await ports.store.readingOf(script);
  const reading = before?.reading ?? (await readLogged(ports, situation, input));
  const source = { channel: script.channel, ts: script.ts, quote: text };
  const { pending } = await askAbout(ports, situation, reading, { source, author, thread });
  return {
    kind: 'logged',
    pending,
    at: before ? cardTime(pending, situation) : situation.now,
    isOurs: pending.author === author && pending.source.quote === text,
  };
}

/** The card that asks about a record is posted with it, and Slack's stamp says when. */
function cardTime({ card }: PendingReading, { now }: Situation): Instant {
  const seconds = Number(card?.ts);
  return Number.isFinite(seconds) && seconds > 0 ? instantFromMillis(Math.round(seconds * 1000)) : now;
}
