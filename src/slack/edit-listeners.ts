// What people make of words they wrote before: a reply that was changed or deleted, as Slack tells of it.
import type { App } from '@slack/bolt';
import type { Telling } from '../core/reading/telling.ts';
import { tellingIn } from '../flows/log-telling.ts';
import { rewordReply } from '../flows/reword-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { isAskedInCase } from './ask.ts';
import { threadOf } from './hear.ts';
import { type Place, type Room, run } from './listen.ts';
import { LONGEST_REPLY } from './message-listeners.ts';
import { plainWords } from './plain-words.ts';

/** A message inside an event about it, in so far as we look at it. */
type Message = {
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly text?: string;
  readonly edited?: { readonly ts: string };
};

export type ChangeEvent = {
  readonly subtype?: string;
  readonly channel: string;
  readonly event_ts: string;
  readonly message?: Message;
  readonly previous_message?: Message;
};

/** What a person did to their own message; `text` null: deleted. */
export type OwnChange = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | null;
  readonly user: string;
  readonly text: string | null;
  /** The event's own stamp: Slack's `edited.ts` counts whole seconds only, and a person may change twice in one. */
  readonly changedTs: string;
};

export function listenToEdits(app: App, room: Room): void {
  app.event('message', async ({ event, body, context }) => {
    const change = ownChange(event as unknown as ChangeEvent);
    if (!change) return;
    const { channel, threadTs, user } = change;
    const place: Place = { team: body.team_id, user, channel, threadTs };
    await run(room, place, 'edit', async (ports) => {
      await takeIn(ports, change, context.botUserId ?? null);
      return undefined;
    });
  });
}

/**
 * Null for everything that is no change of a person's words: Slack says `message_changed` also when a link is shown in
 * full, when somebody answers below, and of what apps write.
 */
export function ownChange(event: ChangeEvent): OwnChange | null {
  const { message, previous_message: before, channel, event_ts: changedTs } = event;
  const told = event.subtype === 'message_deleted' ? before : message;
  if (event.subtype !== 'message_deleted' && event.subtype !== 'message_changed') return null;
  if (!told?.user || told.bot_id || (told.subtype && told.subtype !== 'file_share')) return null;
  const { ts, user } = told;
  const threadTs = threadOf(ts, told.thread_ts ?? before?.thread_ts);
  const about = { channel, ts, user, threadTs, changedTs };
  if (event.subtype === 'message_deleted') return { ...about, text: null };
  if (!told.edited || told.text === before?.text) return null;
  return { ...about, text: plainWords(told.text ?? '') };
}

async function takeIn(ports: Ports, change: OwnChange, bot: string | null): Promise<void> {
  const { channel, ts, threadTs, user, changedTs: editedTs } = change;
  const thread = { channel, ts: threadTs };
  const kase = threadTs ? await ports.store.caseByThread({ channel, ts: threadTs }) : null;
  const words = change.text?.slice(0, LONGEST_REPLY).trim() ?? null;
  if (kase) {
    const heard = { channel, user, ts, threadTs, text: words ?? '' };
    const isAsked =
      bot && words?.includes(`<@${bot}>`) && (await isAskedInCase(ports, heard, kase.customerId));
    await rewordReply(ports, {
      thread,
      ts,
      editedTs,
      text: words,
      author: user,
      isQuestion: isAsked === true,
    });
    return;
  }
  // Elsewhere only what was told of a customer is read; words about another customer are to be told anew.
  const told = await ports.store.readingOf({ channel, ts });
  if (!told) return;
  const telling = words === null ? null : await tellingIn(ports, words);
  const isSame = telling !== null && mayMean(telling, told.customerId);
  const text = words === null ? null : isSame ? telling.words : words;
  await rewordReply(ports, { thread, ts, editedTs, text, author: user, isQuestion: !isSame });
}

function mayMean({ match }: Telling, customerId: string): boolean {
  if (match.kind === 'found') return match.id === customerId;
  return match.kind === 'several' ? match.ids.includes(customerId) : match.nearest.includes(customerId);
}
