// A question that somebody put to us in Slack: what they asked before is looked up there, and the answer stands beside it.

import { type Answer, asOfWords } from '../core/asking/answer.ts';
import { asksOn, isPutAsQuestion } from '../core/asking/put-as-question.ts';
import { answerQuestion, isQuestion, isWish } from '../flows/answer-question.ts';
import { postProposal } from '../flows/decide-proposal.ts';
import type { Ports } from '../ports/ports.ts';
import type { Heard } from './heard.ts';
import { type Room, tell } from './listen.ts';
import { LiveAnswer, stopWorking } from './live-answer.ts';
import { aloneMessage, answerMessage } from './views/answer.ts';
import type { Said } from './views/blocks.ts';
import { shorten } from './views/mrkdwn.ts';

/** Messages of the conversation that are looked through for the question before. */
const LOOKED_THROUGH = 30;
const MOST_EARLIER = 6;

/** Alone, it stops what is being worked on. */
const STOP = /^\s*(?:<@[^>]+>\s*)?(?:stop|cancel|halt|stopp|arrete|para)[.!]*\s*$/i;

/** Whether the word was a stop, and there was something to stop; it is stopped then. */
export function stopsWork({ channel, user, threadTs, text }: Heard): boolean {
  return STOP.test(text) && stopWorking({ channel, threadTs, user });
}

/** Where an answer goes. */
type To = {
  readonly customerId: string | null;
  /** The message that it is a reply to; null: beside it. */
  readonly under: string | null;
  /** Nobody else there need know it, so only the asker sees it. */
  readonly isAlone: boolean;
  readonly team: string;
};

export async function answerAsked(room: Room, ports: Ports, heard: Heard, to: To): Promise<void> {
  if (stopsWork(heard)) return;
  const { user } = heard;
  const live = new LiveAnswer(room, heard, { team: to.team, isShown: !to.isAlone });
  try {
    const answer = await answerQuestion(
      ports,
      {
        text: heard.text,
        user,
        customerId: to.customerId,
        earlier: asksOn(heard.text) ? await askedBefore(room, heard) : [],
      },
      live.watch(() => askedBefore(room, heard)),
    );
    await show(room, ports, heard, to, { answer, live });
  } catch (error) {
    await live.giveUp();
    throw error;
  }
}

/** Of the question that goes along with a verdict. */
const LONGEST_QUESTION = 300;

async function show(
  room: Room,
  ports: Ports,
  heard: Heard,
  to: To,
  { answer, live }: { readonly answer: Answer; readonly live: LiveAnswer },
): Promise<void> {
  const value = { question: shorten(heard.text, LONGEST_QUESTION), by: answer.by };
  const isStreamed = await live.finish(answer, value);
  // What a model worked on is said in the thread of the question, where the status was.
  const threadTs = live.isOn ? live.threadTs : to.under;
  // Of a wish the card says all there is to say.
  const isCardAlone =
    answer.offers.length > 0 && answer.note === null && (answer.intent?.startsWith('do_') ?? false);
  if (!isStreamed && !isCardAlone) {
    const said = answerMessage(answer, value);
    if (to.isAlone) await whisper(room, ports, heard, to, said);
    else await room.outbox.post(heard.channel, said, threadTs);
  }
  // What is for one person's eyes has its card where only they are.
  const place = to.isAlone ? { channel: heard.user, threadTs: null } : { channel: heard.channel, threadTs };
  for (const offered of answer.offers)
    await postProposal(ports, offered, { by: heard.user, asOf: asOfWords(answer.asOf), ...place });
}

async function whisper(
  room: Room,
  { store }: Ports,
  { channel, user, threadTs }: Heard,
  { team }: To,
  said: Said,
): Promise<void> {
  const { text, blocks } = aloneMessage(said, (await store.settings()).channel);
  await tell(room, { team, user, channel, threadTs }, text, blocks);
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
