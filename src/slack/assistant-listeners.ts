// The agent view in the direct message: prompts that fit today, Slack's own stop button, and verdicts on answers.
import type { App } from '@slack/bolt';
import { promptsOfToday } from '../flows/prompts-of-today.ts';
import type { Ports } from '../ports/ports.ts';
import { onClick, STALE } from './hear.ts';
import { type Answer, type Place, type Room, run } from './listen.ts';
import { stopWorking } from './live-answer.ts';
import { slackProblem } from './outbox.ts';
import { decodeValue, FEEDBACK } from './views/action-ids.ts';

export function listenToAssistant(app: App, room: Room): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'messages') return;
    const place: Place = { team: body.team_id, user: event.user, channel: event.channel, threadTs: null };
    await run(room, place, 'prompts', (ports) => offerPrompts(room, ports, event.channel));
  });
  app.event('agent_session_stopped', async ({ event }) => {
    stopWorking({ channel: event.channel, threadTs: event.thread_ts, user: null });
  });
  onClick(app, room, FEEDBACK, async (ports, { value, place, message }) => {
    const given = decodeValue('feedback', value);
    if (!given || !message) return STALE;
    await ports.store.saveFeedback({ ...given, message, user: place.user, at: ports.clock.now() });
    room.log.info({ verdict: given.verdict, by: given.by }, 'an answer was judged');
    return {
      kind: 'told',
      words: given.verdict === 'good' ? 'Thank you.' : 'Thank you: it is kept to learn from.',
    };
  });
}

/** Prompts are a help and no more: a workspace without the agent view goes without. */
async function offerPrompts(room: Room, ports: Ports, channel: string): Promise<Answer> {
  const prompts = await promptsOfToday(ports);
  try {
    await room.client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: 'What today asks for',
      prompts: prompts.map((message) => ({ title: message, message })),
    });
  } catch (error) {
    room.log.warn({ error: slackProblem(error).code }, 'the prompts were not taken');
  }
  return undefined;
}
