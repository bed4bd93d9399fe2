// Reads a message that a person points at as an outcome: as a reply would be read, even one that looked like chatter.
import type { MessageRef, PendingReading, Ports } from '../ports.ts';
import { gatherCustomer } from './gather.ts';
import { askAbout, noteOf, readingContext } from './read-reply.ts';

export type LoggedMessage =
  | { readonly kind: 'asked'; readonly pending: PendingReading }
  | { readonly kind: 'known'; readonly pending: PendingReading } // it was read before, and its card stands
  | { readonly kind: 'not_a_case' };

/** `thread`: the message that the thread hangs on. `author`: who wrote the words, whoever points at them. */
export async function logMessage(
  ports: Ports,
  input: { thread: MessageRef; ts: string; text: string; author: string },
): Promise<LoggedMessage> {
  const { thread, ts, text, author } = input;
  const kase = await ports.store.caseByThread(thread);
  const situation = kase && (await gatherCustomer(ports, kase.customerId));
  if (!situation) return { kind: 'not_a_case' };
  const before = await ports.store.readingOf({ channel: thread.channel, ts });
  // A reading without a card was cut off before it was shown: it is shown now.
  if (before?.card) return { kind: 'known', pending: before };
  const reading = await ports.reader.read(text, readingContext(situation));
  const { pending, isNew } = await askAbout(
    ports,
    situation,
    reading.kind === 'chatter' ? noteOf(text, null) : reading,
    { source: { channel: thread.channel, ts, quote: text }, author, thread },
  );
  return { kind: isNew ? 'asked' : 'known', pending };
}
