// What the app hears when somebody changes or deletes what they wrote, in the shape that Slack gives it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { BOT } from '../../src/local-slack/workspace-data.ts';
import type { Manifest } from '../../src/local-slack/world.ts';
import { act, connectApp, manifestOf, type ProbeApp, startProbe } from './local-slack.ts';

const CHANNEL = 'C0GENERAL';
const ANA = 'U0ANA';

let slack: LocalSlack;
let app: ProbeApp;
let root: string;

beforeAll(async () => {
  const manifest = {
    ...manifestOf(),
    settings: {
      socket_mode_enabled: true,
      event_subscriptions: { bot_events: ['message.channels'] },
    } as Manifest['settings'],
  } as Manifest;
  slack = await startProbe(null, manifest);
  app = await connectApp(slack);
  await act(slack.url, 'invite', { as: ANA, channel: CHANNEL, user: BOT });
  root = (await act<{ ts: string }>(slack.url, 'message', { as: ANA, channel: CHANNEL, text: 'Acme' })).ts;
});
afterAll(async () => {
  app.close();
  await slack.stop();
});

const answer = async (text: string) =>
  (await act<{ ts: string }>(slack.url, 'message', { as: ANA, channel: CHANNEL, text, threadTs: root })).ts;
const event = () => app.last('events_api').event as Record<string, unknown>;

it('an edit carries both wordings and its own stamp, and no words of its own', async () => {
  const ts = await answer('pays on Friday');
  await act(slack.url, 'message/edit', { as: ANA, channel: CHANNEL, ts, text: 'pays on Monday' });
  const changed = event();
  expect(changed).toMatchObject({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: CHANNEL,
    channel_type: 'channel',
    message: { user: ANA, ts, thread_ts: root, text: 'pays on Monday', edited: { user: ANA } },
    previous_message: { user: ANA, ts, thread_ts: root, text: 'pays on Friday' },
  });
  const { edited } = changed.message as { edited: { ts: string } };
  expect(edited.ts > ts).toBe(true);
  expect(changed.event_ts).toBe(edited.ts);
  expect(changed.previous_message).not.toHaveProperty('edited');
  for (const field of ['user', 'text', 'thread_ts']) expect(changed).not.toHaveProperty(field);

  await act(slack.url, 'message/edit', { as: ANA, channel: CHANNEL, ts, text: 'pays on Tuesday' });
  expect(event().previous_message).toMatchObject({ text: 'pays on Monday', edited });
});

it('a deletion says which message is gone, and what stood there', async () => {
  const ts = await answer('pays on Friday');
  await act(slack.url, 'message/delete', { as: ANA, channel: CHANNEL, ts });
  expect(event()).toMatchObject({
    subtype: 'message_deleted',
    hidden: true,
    channel: CHANNEL,
    deleted_ts: ts,
    previous_message: { user: ANA, ts, thread_ts: root, text: 'pays on Friday' },
  });
  expect(event()).not.toHaveProperty('message');
});

it('nothing is told of an edit that changes nothing, and nothing is left of no words', async () => {
  const ts = await answer('pays on Friday');
  await act(slack.url, 'message/edit', { as: ANA, channel: CHANNEL, ts, text: 'pays on Friday' });
  expect(event()).toMatchObject({ ts, text: 'pays on Friday' });
  await expect(act(slack.url, 'message/edit', { as: ANA, channel: CHANNEL, ts, text: ' ' })).rejects.toThrow(
    'no_text',
  );
  await expect(
    act(slack.url, 'message/edit', { as: 'U0BEN', channel: CHANNEL, ts, text: 'x' }),
  ).rejects.toThrow('cant_update_message');
});
