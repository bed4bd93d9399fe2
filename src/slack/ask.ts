// A question that somebody put to us in Slack: what they asked before is looked up there, and the answer stands beside it.

import { asOfWords } from '../core/asking/answer.ts';
import { asksOn, isPutAsQuestion } from '../core/asking/put-as-question.ts';
import { answerQuestion, isQuestion, isWish } from '../flows/answer-question.ts';
import { postProposal } from '../flows/decide-proposal.ts';
import type { Ports } from '../ports.ts';
import { type Place, type Room, tell } from './listen.ts';
import { aloneMessage, answerMessage } from './views/answer.ts';
import type { Said } from './views/blocks.ts';

/** What was said, by whom and where. `threadTs`: null outside a thread. */
export type Heard = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly text: string;
};

/** Messages of the conversation that are looked through for the question before. */
const LOOKED_THROUGH = 30;
const MOST_EARLIER = 6;

/** Where an answer goes. */
type To = {
  readonly customerId: string | null;
  /** The message that it is a reply to; null: beside it. */
  readonly under: string | null;
  /** Where the asker is, if nobody else there need know it. */
  readonly alone: Place | null;
};

export async function answerAsked(room: Room, ports: Ports, heard: Heard, to: To): Promise<void> {
  const answer = await answerQuestion(ports, {
    text: heard.text,
    user: heard.user,
    customerId: to.customerId,
    earlier: asksOn(heard.text) ? await askedBefore(room, heard) : [],
  });
  // Of a wish the card says all there is to say.
  const isCardAlone = answer.offers.length > 0 && (answer.intent?.startsWith('do_') ?? false);
  if (!isCardAlone) await say(room, ports, heard, to, answerMessage(answer));
  // What is for one person's eyes has its card where only they are.
  const place = to.alone
    ? { channel: to.alone.user, threadTs: null }
    : { channel: heard.channel, threadTs: to.under };
  for (const offered of answer.offers)
    await postProposal(ports, offered, { by: heard.user, asOf: asOfWords(answer.asOf), ...place });
}

async function say(
  room: Room,
  ports: Ports,
  { channel }: Heard,
  { under, alone }: To,
  said: Said,
): Promise<void> {
  if (!alone) {
    await room.outbox.post(channel, said, under);
    return;
  }
  const whispered = aloneMessage(said, (await ports.store.settings()).channel);
  await tell(room, alone, whispered.text, whispered.blocks);
}

/** Asked with a mention: in the thread of a case all but questions and wishes may be a customer's word. */
export async function isAskedInCase(
  ports: Pick<Ports, 'store' | 'clock'>,
  { text, user }: Heard,
  customerId: string,
): Promise<boolean> {
  const asked = { text, user, customerId, earlier: [] };
  return (isPutAsQuestion(text) && (await isQuestion(ports, asked))) || isWish(ports, asked);
}

/**
 * What the same person said before in the same thread or direct message, oldest first. Slack keeps it, so it outlives
 * a restart; where Slack does not give it, the question must stand alone.
 */
async function askedBefore(room: Room, { channel, user, ts, threadTs }: Heard): Promise<string[]> {
  const isDirect = channel.startsWith('D');
  if (!threadTs && !isDirect) return [];
  try {
    const { messages = [] } = threadTs
      ? await room.client.conversations.replies({ channel, ts: threadTs, limit: 200 })
      : await room.client.conversations.history({ channel, latest: ts, limit: LOOKED_THROUGH });
    return messages
      .filter((one) => one.user === user && (one.ts ?? ts) < ts && one.text)
      .sort((a, b) => ((a.ts ?? '') < (b.ts ?? '') ? -1 : 1))
      .slice(-MOST_EARLIER)
      .map((one) => one.text ?? '');
  } catch (error) {
    room.log.warn({ error }, 'what was asked before could not be read');
    return [];
  }
}
