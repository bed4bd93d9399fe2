// Reads what a person wrote in a case's thread, and asks them to confirm what it means. Chatter is left alone.
import { sumByCurrency } from '../core/money.ts';
import type { Outcome, Via } from '../core/outcome.ts';
import type { Reading, ReadingContext } from '../core/reading/reading.ts';
import type { MessageRef, PendingReading, Ports } from '../ports.ts';
import { gatherCustomer, type Situation } from './gather.ts';

export type Read =
  | { readonly kind: 'asked'; readonly pending: PendingReading }
  | { readonly kind: 'chatter' }
  | { readonly kind: 'not_a_case' };

export async function readReply(
  ports: Ports,
  input: { thread: MessageRef; ts: string; text: string; author: string },
): Promise<Read> {
  const kase = await ports.store.caseByThread(input.thread);
  if (!kase) return { kind: 'not_a_case' };
  const situation = await gatherCustomer(ports, kase.customerId);
  if (!situation) return { kind: 'not_a_case' };
  const reading = await ports.reader.read(input.text, readingContext(situation));
  if (reading.kind === 'chatter') return reading;
  return askAbout(ports, situation, reading, {
    source: { channel: input.thread.channel, ts: input.ts, quote: input.text },
    author: input.author,
    thread: input.thread,
  });
}

/** A call or another contact, logged by the modal rather than by a reply: the same card, the same Confirm. */
export async function readLog(
  ports: Ports,
  input: {
    customerId: string;
    thread: MessageRef;
    text: string;
    outcome: Outcome | null;
    via: Via;
    author: string;
  },
): Promise<Read> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return { kind: 'not_a_case' };
  const reading: Reading = input.outcome
    ? {
        kind: 'outcomes',
        items: [{ outcome: input.outcome, quote: input.text }],
        problems: [],
        via: input.via,
        sureness: 'high',
        by: 'person',
      }
    : await ports.reader.read(input.text, readingContext(situation));
  const note: Outcome = { kind: 'note', text: input.text };
  const sure: Reading =
    reading.kind === 'chatter'
      ? {
          kind: 'outcomes',
          items: [{ outcome: note, quote: input.text }],
          problems: [],
          via: input.via,
          sureness: 'high',
          by: 'person',
        }
      : { ...reading, via: input.via };
  const said = await ports.chat.say(`<@${input.author}> logged: ${input.text}`, {
    channel: input.thread.channel,
    threadTs: input.thread.ts,
  });
  return askAbout(ports, situation, sure, {
    source: { channel: said.channel, ts: said.ts, quote: input.text },
    author: input.author,
    thread: input.thread,
  });
}

async function askAbout(
  ports: Ports,
  situation: Situation,
  reading: Reading,
  from: { source: PendingReading['source']; author: string; thread: MessageRef },
): Promise<Read> {
  const { pending, isNew } = await ports.store.addReading({
    customerId: situation.customer.id,
    source: from.source,
    author: from.author,
    reading,
    at: situation.now,
  });
  // Slack delivers a message more than once; a card lost in a crash is posted by the next delivery.
  if (!isNew && pending.card) return { kind: 'asked', pending };
  const card = await ports.chat.postReading(pending, situation.customer, from.thread, null);
  await ports.store.saveReadingCard(pending.id, card);
  return { kind: 'asked', pending: { ...pending, card } };
}

export function readingContext({ customer, ledger, settings, today }: Situation): ReadingContext {
  const open = ledger.invoices.filter((invoice) => invoice.open.minor > 0 && invoice.kind === 'invoice');
  return {
    today,
    locale: settings.locale,
    currency: open[0]?.open.currency ?? settings.currency,
    customerName: customer.name,
    invoices: open.map(({ number, open: left, due }) => ({ number, open: left, due })),
    openTotals: sumByCurrency(open.map((invoice) => invoice.open)),
  };
}
