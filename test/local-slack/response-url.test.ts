// A response URL is lent to the app for half an hour and five answers: for one person, for all, or in place of a message.
import type { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { actions, button, section } from './block-examples.ts';
import { act, connectApp, type ProbeApp, startProbe } from './local-slack.ts';
import { clientOf, GENERAL, messagesOf, seen } from './slack-client.ts';

let slack: LocalSlack;
let client: WebClient;
let app: ProbeApp;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
  app = await connectApp(slack);
});
afterAll(() => slack.stop());
afterEach(() => {
  vi.useRealTimers();
});

async function respond(url: string, body: unknown): Promise<[number, string]> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { error = '' } = (await answer.json()) as { error?: string };
  return [answer.status, error];
}

/** The URL that comes with a command. */
async function lent(): Promise<string> {
  await act(slack.url, 'command', { as: 'U0BEN', channel: GENERAL, text: '/probe' });
  return String(app.last('slash_commands').response_url);
}

/** A message with a button, and the URL that comes with a click on it. */
async function clicked(thread_ts?: string): Promise<{ url: string; ts: string }> {
  const blocks = [section(), actions(button())] as never;
  const sent = await client.chat.postMessage({
    channel: GENERAL,
    text: 'card',
    blocks,
    ...(thread_ts ? { thread_ts } : {}),
  });
  const ts = String(sent.ts);
  const container = { type: 'message', channel: GENERAL, ts };
  await act(slack.url, 'action', { as: 'U0BEN', container, actionId: 'open' });
  return { url: String(app.last('interactive').response_url), ts };
}

describe('after a command', () => {
  it('answers five times and then no more', async () => {
    const url = await lent();
    for (const text of ['1', '2', '3', '4', '5']) expect(await respond(url, { text })).toEqual([200, '']);
    expect(await respond(url, { text: '6' })).toEqual([404, 'used_url']);
    const mine = (await messagesOf(slack, GENERAL)).filter(({ ephemeral }) => ephemeral);
    expect(mine.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    expect((await messagesOf(slack, GENERAL, 'U0ANA')).filter(({ ephemeral }) => ephemeral)).toEqual([]);
  });

  it('answers for everybody where the app says so', async () => {
    await respond(await lent(), { text: 'for all to see', response_type: 'in_channel' });
    const last = (await messagesOf(slack, GENERAL, 'U0ANA')).at(-1);
    expect(last).toMatchObject({ text: 'for all to see', ephemeral: false, user: slack.botUserId });
  });

  it('is refused after half an hour, and where it never was', async () => {
    const url = await lent();
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now + 29 * 60_000 });
    expect(await respond(url, { text: 'in time' })).toEqual([200, '']);
    vi.setSystemTime(now + 31 * 60_000);
    expect(await respond(url, { text: 'late' })).toEqual([404, 'expired_url']);
    expect(await respond(`${slack.url}response/nothing`, { text: 'x' })).toEqual([404, 'expired_url']);
  });

  it('takes what Slack takes, and nothing else', async () => {
    const url = await lent();
    expect(await respond(url, { text: 'x', blocks: [{ type: 'section' }] })).toEqual([400, 'invalid_blocks']);
    expect(await respond(url, 'no JSON')).toEqual([400, 'invalid_payload']);
    expect(await respond(url, 'null')).toEqual([400, 'invalid_payload']);
  });
});

describe('after a click', () => {
  it('answers in place of the message, or takes it away', async () => {
    const { url, ts } = await clicked();
    await respond(url, { text: 'done', replace_original: true });
    expect(await seen(slack, GENERAL, ts)).toMatchObject({ text: 'done', blocks: [] });
    await respond(url, { delete_original: true });
    expect(await seen(slack, GENERAL, ts)).toBeUndefined();
    expect(await respond(url, { delete_original: true })).toEqual([400, 'message_not_found']);
  });

  it('answers where the message stands: in the channel, also once there are replies, or in the thread', async () => {
    const parent = await clicked();
    const reply = await clicked(parent.ts);
    await respond(reply.url, { text: 'in the thread' });
    const inThread = await messagesOf(slack, GENERAL, 'U0BEN', parent.ts);
    expect(inThread.map(({ text }) => text)).toEqual(['card', 'card', 'in the thread']);

    const container = { type: 'message', channel: GENERAL, ts: parent.ts };
    await act(slack.url, 'action', { as: 'U0BEN', container, actionId: 'open' });
    const { message, response_url } = app.last('interactive') as { message: object; response_url: string };
    expect(message).toMatchObject({ ts: parent.ts, thread_ts: parent.ts });
    await respond(response_url, { text: 'in the channel' });
    expect((await messagesOf(slack, GENERAL)).at(-1)?.text).toBe('in the channel');
  });
});
