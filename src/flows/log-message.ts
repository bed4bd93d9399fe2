// Reads a message that a person points at as an outcome: as a reply would be read, even one that looked like chatter.
import type { Ports } from '../ports/ports.ts';
import type { MessageRef, PendingReading } from '../ports/records.ts';
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
  if (before?.card && before.state !== 'withdrawn') return { kind: 'known', pending: before };
  const read = await ports.reader.read(text, readingContext(situation));
  const reading = read.kind === 'chatter' ? noteOf(text, null) : read;
  // What seemed to mean nothing since it was changed is asked about because a person says that it does mean something.
  if (before?.state === 'withdrawn') {
    const change = { editedTs: null, at: situation.now, state: 'asked', quote: text, reading } as const;
    const revived = await ports.store.rewordReading(before.id, 'withdrawn', { ...change, rewording: null });
    if (revived?.card) {
      await ports.chat.updateReading(revived, situation.customer, null);
      return { kind: 'asked', pending: revived };
    }
  }
  const { pending, isNew } = await askAbout(ports, situation, reading, {
    source: { channel: thread.channel, ts, quote: text },
    author,
    thread,
  });
  return { kind: isNew ? 'asked' : 'known', pending };
}
