// What people write: a reply in a case's thread is read, a file dropped on us is imported, a question is answered.
import type { App } from '@slack/bolt';
import { oneAtATime } from '../flows/one-at-a-time.ts';
import { readReply } from '../flows/read-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { answerAsked, isAskedInCase, stopsWork } from './ask.ts';
import type { Heard } from './heard.ts';
import { importDropped, type SharedFile } from './import-listeners.ts';
import { type Answer, NO_MEMBER, type Place, type Room, run } from './listen.ts';
import { plainWords } from './plain-words.ts';
import { hearTelling, tellsOfAnother } from './telling.ts';

/** A message event, in so far as we look at it. */
type Said = {
  readonly channel: string;
  readonly channel_type?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly text?: string;
  readonly files?: readonly SharedFile[];
};

/** Longer than any account of a call; the rest would cost a model call and say nothing more. */
export const LONGEST_REPLY = 4_000;

export function listenToMessages(app: App, room: Room): void {
  app.event('message', async ({ event, body, context }) => {
    const said = event as unknown as Said;
    if (!said.user || said.bot_id || (said.subtype && said.subtype !== 'file_share')) return;
    const place: Place = {
      team: body.team_id,
      user: said.user,
      channel: said.channel,
      threadTs: said.thread_ts ?? null,
    };
    // It stops what is going on, so it does not wait for it.
    if (stopsWork({ ...said, user: said.user, threadTs: place.threadTs, text: said.text ?? '' })) return;
    await run(room, place, 'message', (ports) => {
      const isFirst = () => ports.store.claimSlackEvent(body.event_id, ports.clock.now());
      const work = () => hear(room, ports, said, { place, bot: context.botUserId ?? null, isFirst });
      // What somebody says to us in a row is answered in that order.
      return said.channel_type === 'im' ? oneAtATime(`direct ${said.channel}`, work) : work();
    });
  });

  app.event('app_mention', async ({ event, body }) => {
    const { user, channel, ts, thread_ts } = event;
    // In a direct message the message event answers.
    if (!user || channel.startsWith('D')) return;
    const place: Place = { team: body.team_id, user, channel, threadTs: thread_ts ?? null };
    const text = plainWords(event.text).slice(0, LONGEST_REPLY);
    const heard: Heard = { channel, user, ts, threadTs: thread_ts ?? null, text };
    await run(room, place, 'mention', (ports) =>
      hearMention(room, ports, heard, {
        place,
        isShared: body.is_ext_shared_channel === true,
        isFirst: () => ports.store.claimSlackEvent(`${body.event_id}-mention`, ports.clock.now()),
      }),
    );
  });
}

/**
 * Slack delivers an event again when an acknowledgement was slow, or never came because we had crashed. What is said is
 * said to the first delivery only; what is read and recorded knows by itself what it has already, so that a delivery
 * after a crash finishes the work.
 */
type IsFirst = () => Promise<boolean>;

async function hear(
  room: Room,
  ports: Ports,
  said: Said,
  { place, bot, isFirst }: { place: Place; bot: string | null; isFirst: IsFirst },
): Promise<Answer> {
  const isDirect = said.channel_type === 'im';
  if (isDirect && (await room.people.isOutsider(place.team, place.user))) {
    return (await isFirst()) ? NO_MEMBER : undefined;
  }
  if (isDirect && said.files?.length) {
    return (await isFirst()) ? importDropped(room, ports, place, said.ts, said.files) : undefined;
  }
  const text = plainWords(said.text ?? '')
    .slice(0, LONGEST_REPLY)
    .trim();
  if (text === '') return undefined;
  const { channel, ts, thread_ts: threadTs = null } = said;
  const heard: Heard = { channel, user: place.user, ts, threadTs, text };
  const kase = threadTs ? await ports.store.caseByThread({ channel, ts: threadTs }) : null;
  if (kase && threadTs) {
    const isMention = bot !== null && text.includes(`<@${bot}>`);
    // The mention is answered.
    if (isMention && (await isForUs(ports, heard, kase.customerId))) return undefined;
    await readReply(ports, { thread: { channel, ts: threadTs }, ts, text, author: place.user });
    return undefined;
  }
  if (!isDirect || (await hearTelling(room, ports, heard, place)) || !(await isFirst())) return undefined;
  const to = { customerId: null, under: threadTs, isAlone: false, team: place.team };
  await answerAsked(room, ports, heard, to);
  return undefined;
}

async function hearMention(
  room: Room,
  ports: Ports,
  heard: Heard,
  { place, isShared, isFirst }: { place: Place; isShared: boolean; isFirst: IsFirst },
): Promise<Answer> {
  if (await room.people.isOutsider(place.team, place.user)) {
    return (await isFirst()) ? NO_MEMBER : undefined;
  }
  const { channel, ts, threadTs, text } = heard;
  const kase = threadTs ? await ports.store.caseByThread({ channel, ts: threadTs }) : null;
  const isOther = kase !== null && (await tellsOfAnother(ports, text, kase.customerId));
  // In a case's thread what is no question is a reply, which the message event reads.
  if (kase && !isOther && !(await isAskedInCase(ports, heard, kase.customerId))) return undefined;
  if ((!kase || isOther) && (await hearTelling(room, ports, heard, place))) return undefined;
  if (!(await isFirst())) return undefined;
  const isTold = !isShared && (kase !== null || (await isCasesChannel(ports, channel)));
  await answerAsked(room, ports, heard, {
    customerId: kase?.customerId ?? null,
    under: threadTs ?? ts,
    isAlone: !isTold,
    team: place.team,
  });
  return undefined;
}

/** What is put to us in a case's thread is no reply in it: a question, or words about another customer. */
async function isForUs(ports: Ports, heard: Heard, customerId: string): Promise<boolean> {
  return (
    (await tellsOfAnother(ports, heard.text, customerId)) || (await isAskedInCase(ports, heard, customerId))
  );
}

/** The channel that people chose for what customers owe; whoever reads along elsewhere need not know. */
async function isCasesChannel({ store }: Ports, channel: string): Promise<boolean> {
  return (await store.settings()).channel === channel;
}
