// What people write: a reply in a case's thread is read, a file dropped on us is imported, a question is pointed the way.
import type { App } from '@slack/bolt';
import { readReply } from '../flows/read-reply.ts';
import type { Ports } from '../ports.ts';
import { importDropped, type SharedFile } from './import-listeners.ts';
import { type Answer, type Place, type Room, run } from './listen.ts';

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
  app.event('message', async ({ event, body }) => {
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
      return hear(room, ports, place, said);
    });
  });

  app.event('app_mention', async ({ event, body }) => {
    // In a case's thread the message event reads it; elsewhere a mention is a question.
    if (event.thread_ts || !event.user) return;
    const place: Place = { team: body.team_id, user: event.user, channel: event.channel, threadTs: null };
    await run(room, place, 'mention', async (ports) => {
      if (!(await ports.store.claimSlackEvent(`${body.event_id}-mention`, ports.clock.now())))
        return undefined;
      return { kind: 'told', words: HOW_TO_ASK };
    });
  });
}

const HOW_TO_ASK =
  'I answer to `/overdue` for now: `/overdue` shows everything, `/overdue acme` one customer, `/overdue help` the rest. To tell me what came of a call, reply in the customer’s case thread.';

async function hear(room: Room, ports: Ports, place: Place, said: Said): Promise<Answer> {
  if (said.channel_type === 'im') {
    if (said.files?.length) return importDropped(room, ports, place, said.ts, said.files);
    if (!said.thread_ts)
      return { kind: 'told', words: `${HOW_TO_ASK} To bring in invoices, drop a CSV or Excel file here.` };
  }
  const text = (said.text ?? '').slice(0, LONGEST_REPLY).trim();
  if (!said.thread_ts || text === '') return undefined;
  await readReply(ports, {
    thread: { channel: said.channel, ts: said.thread_ts },
    ts: said.ts,
    text,
    author: place.user,
  });
  return undefined;
}
