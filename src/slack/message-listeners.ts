// What people write: a reply in a case's thread is read, a file dropped on us is imported, a question is answered.
import type { App } from '@slack/bolt';
import { readReply } from '../flows/read-reply.ts';
import type { Ports } from '../ports.ts';
import { answerAsked, type Heard, isAskedInCase } from './ask.ts';
import { importDropped, type SharedFile } from './import-listeners.ts';
import { type Answer, NO_MEMBER, type Place, type Room, run, runForMember } from './listen.ts';
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
    await run(room, place, 'message', async (ports) => {
      // Slack delivers an event again when an acknowledgement was slow: once is enough.
      if (!(await ports.store.claimSlackEvent(body.event_id, ports.clock.now()))) return undefined;
      return hear(room, ports, said, { place, bot: context.botUserId ?? null });
    });
  });

  app.event('app_mention', async ({ event, body }) => {
    const { user, channel, ts, thread_ts } = event;
    // In a direct message the message event answers.
    if (!user || channel.startsWith('D')) return;
    const place: Place = { team: body.team_id, user, channel, threadTs: thread_ts ?? null };
    await runForMember(room, place, 'mention', async (ports) => {
      if (!(await ports.store.claimSlackEvent(`${body.event_id}-mention`, ports.clock.now())))
        return undefined;
      const heard: Heard = { channel, user, ts, threadTs: thread_ts ?? null, text: event.text };
      const kase = thread_ts ? await ports.store.caseByThread({ channel, ts: thread_ts }) : null;
      const isOther = kase !== null && (await tellsOfAnother(ports, heard.text, kase.customerId));
      // In a case's thread what is no question is a reply, which the message event reads.
      if (kase && !isOther && !(await isAskedInCase(ports, heard, kase.customerId))) return undefined;
      if ((!kase || isOther) && (await hearTelling(room, ports, heard, place))) return undefined;
      const customerId = kase?.customerId ?? null;
      const isTold = !body.is_ext_shared_channel && (kase !== null || (await isCasesChannel(ports, channel)));
      await answerAsked(room, ports, heard, {
        customerId,
        under: thread_ts ?? ts,
        alone: isTold ? null : place,
      });
      return undefined;
    });
  });
}

async function hear(
  room: Room,
  ports: Ports,
  said: Said,
  { place, bot }: { place: Place; bot: string | null },
): Promise<Answer> {
  const isDirect = said.channel_type === 'im';
  if (isDirect && (await room.people.isOutsider(place.team, place.user))) return NO_MEMBER;
  if (isDirect && said.files?.length) return importDropped(room, ports, place, said.ts, said.files);
  const text = (said.text ?? '').slice(0, LONGEST_REPLY).trim();
  if (text === '') return undefined;
  const { channel, ts, thread_ts: threadTs = null } = said;
  const heard: Heard = { channel, user: place.user, ts, threadTs, text };
  if (threadTs) {
    const kase = await ports.store.caseByThread({ channel, ts: threadTs });
    if (kase && bot && text.includes(`<@${bot}>`) && (await isForUs(ports, heard, kase.customerId)))
      return undefined; // The mention is answered.
    if (kase) {
      await readReply(ports, { thread: { channel, ts: threadTs }, ts, text, author: place.user });
      return undefined;
    }
  }
  if (isDirect && (await hearTelling(room, ports, heard, place))) return undefined;
  if (isDirect) await answerAsked(room, ports, heard, { customerId: null, under: threadTs, alone: null });
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
