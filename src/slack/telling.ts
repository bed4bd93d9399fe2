// Words that tell of a customer away from its case: the card that asks about them goes where they were told, or to the
// person alone where others may read along who need not know.

import type { App } from '@slack/bolt';
import type { Telling } from '../core/reading/telling.ts';
import { openCase } from '../flows/keep-case.ts';
import { logTelling, type Told, tellingIn } from '../flows/log-telling.ts';
import type { Ports } from '../ports/ports.ts';
import type { Beside } from '../ports/records.ts';
import { onClick, STALE } from './hear.ts';
import type { Heard } from './heard.ts';
import { type Answer, type Place, type Room, tell } from './listen.ts';
import { plainWords } from './plain-words.ts';
import { decodeValue, TELLING_CHOOSE } from './views/action-ids.ts';
import type { Said } from './views/blocks.ts';
import {
  isAboutMessage,
  noSuchCustomerMessage,
  nothingToldMessage,
  whichCustomerMessage,
} from './views/telling.ts';

/** False: nothing is told in these words, and they may be a question. */
export async function hearTelling(room: Room, ports: Ports, heard: Heard, place: Place): Promise<boolean> {
  const telling = await tellingIn(ports, heard.text);
  if (!telling) return false;
  await takeIn(room, ports, { telling, heard, place, customerId: null });
  return true;
}

/** Whether in the thread of a case somebody tells of another customer, by name. */
export async function tellsOfAnother(ports: Ports, text: string, customerId: string): Promise<boolean> {
  const telling = await tellingIn(ports, text);
  return telling?.isExplicit === true && telling.match.kind === 'found' && telling.match.id !== customerId;
}

export function listenToTellings(app: App, room: Room): void {
  onClick(app, room, TELLING_CHOOSE, async (ports, click): Promise<Answer> => {
    const value = decodeValue('telling', click.value);
    if (!value) return STALE;
    const { customerId, author, channel, ts, threadTs } = value;
    const text = await wordsOf(room, value);
    const telling = text === null ? null : await tellingIn(ports, text);
    if (text === null || !telling) {
      return { kind: 'refused', because: 'Those words are gone or others by now. Write them once more.' };
    }
    const heard: Heard = { channel, user: author, ts, threadTs, text };
    const place = { ...click.place, user: author, channel, threadTs };
    const name = await takeIn(room, ports, { telling, heard, place, customerId });
    if (name !== null) await click.replace(isAboutMessage(name));
    return undefined;
  });
}

/** The customer's name where the words are on a card now; null where something is asked or said instead. */
async function takeIn(
  room: Room,
  ports: Ports,
  given: { telling: Telling; heard: Heard; place: Place; customerId: string | null },
): Promise<string | null> {
  const { telling, heard, place, customerId } = given;
  const about = customerId ?? (telling.match.kind === 'found' ? telling.match.id : null);
  const spot = await spotFor(ports, heard, about);
  const message = { channel: heard.channel, ts: heard.ts };
  const told = await logTelling(ports, {
    telling,
    message,
    author: heard.user,
    thread: spot.card,
    customerId,
  });
  if (told.kind !== 'asked') {
    // Delivered again, it is asked once; a choice that somebody made is no delivery.
    const key = `told ${heard.channel} ${heard.ts}`;
    if (!customerId && !(await ports.store.claimSlackEvent(key, ports.clock.now()))) return null;
    const words = sayOf(told, heard);
    if (spot.words === null) await tell(room, place, words.text, words.blocks);
    else await room.outbox.post(spot.words.channel, words, spot.words.ts);
    return null;
  }
  const name = await nameOf(ports, told.pending.customerId);
  if (!told.isNew) return name;
  const link = told.pending.card && (await ports.chat.linkTo(told.pending.card));
  if (spot.says) await tell(room, place, link ? `${spot.says}: <${link}|look at it>.` : `${spot.says}.`);
  return name;
}

async function nameOf({ store }: Ports, customerId: string): Promise<string> {
  return (await store.customerNames()).find(({ id }) => id === customerId)?.name ?? '';
}

type Spot = {
  /** Where the card goes. */
  readonly card: Beside;
  /** Where anything else is said; null: to the person alone, where they are. */
  readonly words: Beside | null;
  /** Where the card is, for whoever does not see it; null: it stands right there. */
  readonly says: string | null;
};

/** In the direct message beside the words; in the cases' channel in the thread of the case; else in the direct message. */
async function spotFor(
  ports: Ports,
  { channel, user, ts, threadTs }: Heard,
  customerId: string | null,
): Promise<Spot> {
  if (channel.startsWith('D')) {
    const here = { channel, ts: threadTs };
    return { card: here, words: here, says: null };
  }
  const isCases = channel === (await ports.store.settings()).channel;
  if (!isCases) {
    return {
      card: { channel: user, ts: null },
      words: null,
      says: 'I have put it into our direct message, because not everybody here need know of customers',
    };
  }
  const here = { channel, ts: threadTs ?? ts };
  const opened = customerId ? await openCase(ports, customerId) : null;
  return opened?.kind === 'open'
    ? {
        card: opened.card,
        words: here,
        says: 'It waits in the thread of the case for somebody to confirm it',
      }
    : { card: here, words: here, says: null };
}

function sayOf(told: Exclude<Told, { kind: 'asked' }>, { channel, user, ts, threadTs }: Heard): Said {
  const place = { author: user, channel, ts, threadTs };
  switch (told.kind) {
    case 'choose':
      return whichCustomerMessage(told.typed, told.customers, place);
    case 'unknown':
      return noSuchCustomerMessage(told.typed, told.nearest, place);
    case 'no_words':
      return nothingToldMessage(told.customer);
  }
}

/** What the message says now; Slack keeps it, so that a button need not carry it. */
async function wordsOf(
  { client, log }: Room,
  { channel, ts, threadTs }: { channel: string; ts: string; threadTs: string | null },
): Promise<string | null> {
  const at = { channel, oldest: ts, latest: ts, inclusive: true };
  try {
    const { messages = [] } = threadTs
      ? await client.conversations.replies({ ...at, ts: threadTs })
      : await client.conversations.history(at);
    const text = messages.find((one) => one.ts === ts)?.text;
    return text === undefined ? null : plainWords(text);
  } catch (error) {
    log.warn({ error }, 'what was told could not be read again');
    return null;
  }
}
