// "Log this as an outcome", on any message: one in a case's thread is read and asked about, the others are explained.
import type { App, MessageShortcut } from '@slack/bolt';
import { type LoggedMessage, logMessage } from '../flows/log-message.ts';
import type { Ports } from '../ports/ports.ts';
import type { PendingReading } from '../ports/records.ts';
import { threadOf } from './hear.ts';
import type { Answer, Place, Room } from './listen.ts';
import { runForMember } from './listen.ts';
import { LONGEST_REPLY } from './message-listeners.ts';
import { plainWords } from './plain-words.ts';
import { CALLBACKS } from './views/action-ids.ts';
import { mention } from './views/mrkdwn.ts';

const NO_CASE: Answer = {
  kind: 'refused',
  because:
    'That message is in no case’s thread, so I do not know which customer it is about. Say it in the thread of the customer’s case, or type `/overdue` with the customer’s name and press Log a call.',
};
const OURS: Answer = {
  kind: 'refused',
  because: 'I wrote that message myself: choose one in which somebody says what the customer said or did.',
};
const NO_WORDS: Answer = {
  kind: 'refused',
  because: 'There are no words in that message. Reply in the thread with what the customer said or did.',
};

export function listenToShortcut(app: App, room: Room): void {
  app.shortcut<MessageShortcut>(CALLBACKS.shortcutOutcome, async ({ ack, shortcut, context }) => {
    await ack();
    const { message, channel, user, team } = shortcut;
    const place: Place = {
      team: team?.id ?? user.team_id ?? '',
      user: user.id,
      channel: channel.id,
      threadTs: threadOf(message.ts, message.thread_ts),
    };
    const isOurs =
      message.user === context.botUserId ||
      (message.bot_id !== undefined && message.bot_id === context.botId);
    await runForMember(room, place, 'shortcut', (ports) =>
      isOurs
        ? Promise.resolve(OURS)
        : logPointedAt(ports, place, {
            ts: message.ts,
            text: message.text ?? '',
            author: message.user ?? user.id,
          }),
    );
  });
}

async function logPointedAt(
  ports: Ports,
  { channel, threadTs }: Place,
  said: { ts: string; text: string; author: string },
): Promise<Answer> {
  if (!channel || !threadTs) return NO_CASE;
  const text = plainWords(said.text).slice(0, LONGEST_REPLY).trim();
  if (text === '') return NO_WORDS;
  const thread = { channel, ts: threadTs };
  return answerOf(ports, await logMessage(ports, { ...said, thread, text }));
}

async function answerOf(ports: Ports, logged: LoggedMessage): Promise<Answer> {
  switch (logged.kind) {
    case 'asked':
      return undefined; // The card in the thread is the answer.
    case 'known':
      return { kind: 'told', words: await whatStands(ports, logged.pending) };
    case 'not_a_case':
      return NO_CASE;
  }
}

async function whatStands(ports: Ports, { state, decidedBy, card }: PendingReading): Promise<string> {
  const link = card && (await ports.chat.linkTo(card));
  const what = link ? `<${link}|I have read that message already>` : 'I have read that message already';
  const by = decidedBy ? ` by ${mention(decidedBy)}` : '';
  switch (state) {
    case 'asked':
      return `${what}: it waits for somebody to confirm what it means.`;
    case 'confirmed':
      return `${what}: what it means was recorded${by}. Undo on that card takes it back.`;
    case 'dismissed':
      return `${what}: it was set aside as no outcome${by}. To record it after all, press Log a call on the case.`;
    case 'withdrawn':
      return `${what}, and its author changed it meanwhile. To record it, press Log a call on the case.`;
    case 'undone':
      return `${what}: what was recorded of it was taken back${by}. To record it again, press Log a call on the case.`;
  }
}
