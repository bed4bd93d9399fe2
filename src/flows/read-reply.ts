// Reads what a person wrote in a case's thread, and asks them to confirm what it means. Chatter is left alone.
import { holdingsOf } from '../core/agency-report.ts';
import { wantedNumbers } from '../core/document-care.ts';
import { sumByCurrency } from '../core/money.ts';
import type { Outcome, Via } from '../core/outcome.ts';
import { toneTold } from '../core/reading/read-tone.ts';
import type { Reading, ReadingContext } from '../core/reading/reading.ts';
import type { Ports } from '../ports/ports.ts';
import type { Beside, MessageRef, PendingReading } from '../ports/records.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { oneAtATime } from './one-at-a-time.ts';

export type Read =
  | { readonly kind: 'asked'; readonly pending: PendingReading }
  | { readonly kind: 'chatter' }
  | { readonly kind: 'not_a_case' };

export async function readReply(
  ports: Ports,
  input: { thread: MessageRef; ts: string; text: string; author: string },
): Promise<Read> {
  const { thread, ts, text, author } = input;
  const kase = await ports.store.caseByThread(thread);
  const situation = kase && (await gatherCustomer(ports, kase.customerId));
  if (!situation) return { kind: 'not_a_case' };
  const source = { channel: thread.channel, ts, quote: text };
  return askOnce(ports, source, async () => {
    const reading = await ports.reader.read(text, readingContext(situation));
    if (reading.kind === 'chatter') return reading;
    const { pending } = await askAbout(ports, situation, reading, { source, author, thread });
    return { kind: 'asked', pending };
  });
}

/**
 * Slack delivers a message again when it is not sure that we have it, also after a crash of ours: what has its card is
 * not read once more, and of two at the same moment the second waits for the first.
 */
export async function askOnce<T>(
  ports: Ports,
  message: MessageRef,
  ask: () => Promise<T>,
): Promise<T | { readonly kind: 'asked'; readonly pending: PendingReading }> {
  return oneAtATime(`hear ${ports.store.workspaceId} ${message.channel} ${message.ts}`, async () => {
    const pending = await ports.store.readingOf(message);
    return pending && (pending.card || pending.state !== 'asked') ? { kind: 'asked', pending } : ask();
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
  const reading = await readLogged(ports, situation, input);
  const said = await ports.chat.say(`<@${input.author}> logged: ${asWords(input.text)}`, {
    channel: input.thread.channel,
    threadTs: input.thread.ts,
  });
  const { pending } = await askAbout(ports, situation, reading, {
    source: { channel: said.channel, ts: said.ts, quote: input.text },
    author: input.author,
    thread: input.thread,
  });
  return { kind: 'asked', pending };
}

/** Words in which nothing is found are a note: whoever logs them means that they belong to the case. */
export async function readLogged(
  ports: Ports,
  situation: Situation,
  { text, outcome, via }: { text: string; outcome: Outcome | null; via: Via },
): Promise<Reading> {
  if (outcome) {
    const items = [{ outcome, quote: text }];
    const tone = toneTold(text);
    const sure = { sureness: 'high', by: 'person', ...(tone ? { tone } : {}) } as const;
    return { kind: 'outcomes', items, problems: [], via, ...sure };
  }
  const reading = await ports.reader.read(text, readingContext(situation));
  return reading.kind === 'chatter' ? noteOf(text, via) : { ...reading, via };
}

/** What is typed into a form comes as it was typed: nobody is called and nothing is linked by it. */
export function asWords(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Words in which nothing was found, kept as they are because a person says that they belong to the case. */
export function noteOf(text: string, via: Via | null): Reading {
  const note: Outcome = { kind: 'note', text };
  return {
    kind: 'outcomes',
    items: [{ outcome: note, quote: text }],
    problems: [],
    via,
    sureness: 'high',
    by: 'person',
  };
}

/** Posts the card that asks what a message means: one card a message. `isNew`: it was not there before. */
export async function askAbout(
  ports: Ports,
  situation: Situation,
  reading: Reading,
  from: { source: PendingReading['source']; author: string; thread: Beside; editedTs?: string },
): Promise<{ readonly pending: PendingReading; readonly isNew: boolean }> {
  const { source, author, thread, ...edited } = from;
  return oneAtATime(readingKey(ports, source), async () => {
    const customerId = situation.customer.id;
    const kept = { customerId, source, author, reading, at: situation.now, ...edited };
    const added = await ports.store.addReading(kept);
    const { pending } = added;
    // Slack delivers a message more than once; a card lost in a crash is posted by the next delivery. Words that
    // were deleted while they were read are asked about no more.
    if (!added.isNew && (pending.card || pending.state !== 'asked')) return { pending, isNew: false };
    const card = await ports.chat.postReading(pending, situation.customer, thread, null);
    await ports.store.saveReadingCard(pending.id, card);
    return { pending: { ...pending, card }, isNew: true };
  });
}

/** What is done about one message is done by one at a time. */
export function readingKey({ store }: Pick<Ports, 'store'>, { channel, ts }: MessageRef): string {
  return `reading ${store.workspaceId} ${channel} ${ts}`;
}

/** `except`: the message that is read anew; what it recorded of an agency gives way to what it says now. */
export function readingContext(situation: Situation, except: MessageRef | null = null): ReadingContext {
  return { ...mailContext(situation), agencies: holdingsOf(situation.state.lastResort, except) };
}

/** A customer's own mail tells of no agency of ours. */
export function mailContext(situation: Situation): ReadingContext {
  const { customer, ledger, settings, today } = situation;
  const open = ledger.invoices.filter((invoice) => invoice.open.minor > 0 && invoice.kind === 'invoice');
  return {
    today,
    locale: settings.locale,
    currency: open[0]?.open.currency ?? settings.currency,
    customerName: customer.name,
    contacts: customer.contacts.flatMap(({ name }) => (name ? [name] : [])),
    invoices: open.map(({ number, open: left, due }) => ({ number, open: left, due })),
    orderWanted: wantedNumbers(situation.state).flatMap(({ invoices }) => invoices),
    openTotals: sumByCurrency(open.map((invoice) => invoice.open)),
  };
}
