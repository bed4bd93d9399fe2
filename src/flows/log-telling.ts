// Takes in what somebody tells of a customer away from its case: the same reading, the same card, where it was told.
import { readTelling, type Telling } from '../core/reading/telling.ts';
import type { Ports } from '../ports/ports.ts';
import type { Beside, MessageRef, PendingReading } from '../ports/records.ts';
import { gatherCustomer } from './gather.ts';
import { askAbout, askOnce, noteOf, readingContext } from './read-reply.ts';

type Named = { readonly id: string; readonly name: string };

export type Told =
  | { readonly kind: 'asked'; readonly pending: PendingReading; readonly isNew?: boolean }
  | { readonly kind: 'choose'; readonly typed: string; readonly customers: readonly Named[] }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: readonly Named[] }
  | { readonly kind: 'no_words'; readonly customer: string };

/** Null: nothing is told. */
export async function tellingIn({ store }: Pick<Ports, 'store'>, text: string): Promise<Telling | null> {
  return readTelling(text, await store.customerNames());
}

/**
 * `thread`: where the card goes. `customerId`: whom the person chose where the name alone did not say it; null: the name
 * says it.
 */
export async function logTelling(
  ports: Ports,
  input: {
    telling: Telling;
    message: MessageRef;
    author: string;
    thread: Beside;
    customerId: string | null;
  },
): Promise<Told> {
  const { telling, message, author, thread } = input;
  const names = await ports.store.customerNames();
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.find((one) => one.id === id) ?? []);
  const { typed, match, words } = telling;
  const chosen = input.customerId ?? (match.kind === 'found' ? match.id : null);
  if (!chosen && match.kind === 'several') return { kind: 'choose', typed, customers: named(match.ids) };
  const situation = chosen ? await gatherCustomer(ports, chosen) : null;
  if (!situation) {
    return { kind: 'unknown', typed, nearest: match.kind === 'none' ? named(match.nearest) : [] };
  }
  if (!/[\p{L}\p{N}]/u.test(words)) return { kind: 'no_words', customer: situation.customer.name };
  return askOnce(ports, message, async () => {
    const read = await ports.reader.read(words, readingContext(situation));
    const reading = read.kind === 'chatter' ? noteOf(words, null) : read;
    const source = { ...message, quote: words };
    const { pending, isNew } = await askAbout(ports, situation, reading, { source, author, thread });
    return { kind: 'asked', pending, isNew };
  });
}
