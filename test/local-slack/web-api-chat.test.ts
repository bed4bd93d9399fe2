// What the app writes by Slack's own client: who sees it, what may be changed, and by which name it is refused.
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { section } from './block-examples.ts';
import { act, startProbe } from './local-slack.ts';
import { clientOf, GENERAL, messagesOf, newChannel, refused, seen } from './slack-client.ts';

let slack: LocalSlack;
let client: WebClient;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
});
afterAll(() => slack.stop());

describe('chat.postMessage', () => {
  it('puts a message where people see it, with its blocks', async () => {
    const sent = await client.chat.postMessage({
      channel: GENERAL,
      text: 'Vega owes $500',
      blocks: [section() as never],
      metadata: { event_type: 'probe', event_payload: { a: 1 } },
    });
    expect(sent).toMatchObject({
      ok: true,
      channel: GENERAL,
      message: { text: 'Vega owes $500', user: slack.botUserId },
    });
    const message = await seen(slack, GENERAL, String(sent.ts));
    expect(message).toMatchObject({
      user: slack.botUserId,
      ephemeral: false,
      metadata: { event_type: 'probe' },
    });
    expect(message?.blocks).toMatchObject([{ type: 'section', text: { text: 'Vega owes $500' } }]);
    expect(message?.blocks[0]?.block_id).toMatch(/./);
  });

  it('answers in a thread, and marks the message that it hangs on', async () => {
    const { ts } = await client.chat.postMessage({ channel: GENERAL, text: 'parent' });
    const reply = await client.chat.postMessage({ channel: GENERAL, text: 'reply', thread_ts: ts });
    expect(await seen(slack, GENERAL, String(reply.ts))).toBeUndefined();
    expect(await seen(slack, GENERAL, String(ts))).toMatchObject({ replyCount: 1, threadTs: ts });
    const { messages } = await client.conversations.replies({ channel: GENERAL, ts: String(ts) });
    expect(messages?.map(({ text, thread_ts }) => [text, thread_ts])).toEqual([
      ['parent', ts],
      ['reply', ts],
    ]);
  });

  it('reaches a person by their id, in their direct message', async () => {
    const { channel, ts } = await client.chat.postMessage({ channel: 'U0ANA', text: 'for Ana' });
    expect(channel).toMatch(/^D/);
    expect((await seen(slack, String(channel), String(ts), 'U0ANA'))?.text).toBe('for Ana');
  });

  it('is refused by name', async () => {
    const post = (channel: string, more: object = {}) =>
      refused(client.chat.postMessage({ channel, text: 'x', ...more }));
    expect(await post('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await post(await newChannel(slack, 'public-talk'))).toMatchObject({ error: 'not_in_channel' });
    expect(await post(await newChannel(slack, 'private-talk', true))).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await post(GENERAL, { thread_ts: '1.000001' })).toMatchObject({ error: 'thread_not_found' });
    expect(await post(GENERAL, { text: '' })).toMatchObject({ error: 'no_text' });
    const invalid = await post(GENERAL, { blocks: [{ type: 'section' }] });
    expect(invalid).toMatchObject({ error: 'invalid_blocks' });
    expect(JSON.stringify(invalid.response_metadata)).toContain('[ERROR]');
  });

  it('is refused in an archived channel, and works once the app was invited', async () => {
    const channel = await newChannel(slack, 'short-lived');
    await act(slack.url, 'invite', { as: 'U0BEN', channel, user: slack.botUserId });
    expect((await client.chat.postMessage({ channel, text: 'thanks' })).ok).toBe(true);
    await act(slack.url, 'channel/archive', { as: 'U0BEN', channel });
    expect(await refused(client.chat.postMessage({ channel, text: 'x' }))).toMatchObject({
      error: 'is_archived',
    });
    expect(await refused(client.conversations.join({ channel }))).toMatchObject({ error: 'is_archived' });
  });
});

describe('chat.update and chat.delete', () => {
  it('change what the app wrote; text alone drops the blocks', async () => {
    const { ts } = await client.chat.postMessage({
      channel: GENERAL,
      text: 'one',
      blocks: [section() as never],
    });
    const at = { channel: GENERAL, ts: String(ts) };
    expect(await client.chat.update({ ...at, text: 'two', blocks: [section() as never] })).toMatchObject({
      ts,
      text: 'two',
    });
    expect(await seen(slack, GENERAL, at.ts)).toMatchObject({
      text: 'two',
      blocks: [{ type: 'section' }],
      edited: false,
    });
    await client.chat.update({ ...at, text: 'three' });
    expect(await seen(slack, GENERAL, at.ts)).toMatchObject({ text: 'three', blocks: [] });
    expect(await client.chat.delete(at)).toMatchObject({ ts });
    expect(await seen(slack, GENERAL, at.ts)).toBeUndefined();
  });

  it('leave alone what people wrote, what only one person sees, and what is not there', async () => {
    const { ts } = await act<{ ts: string }>(slack.url, 'message', {
      as: 'U0BEN',
      channel: GENERAL,
      text: 'mine',
    });
    const whisper = await client.chat.postEphemeral({ channel: GENERAL, user: 'U0BEN', text: 'psst' });
    const update = (of: string, channel = GENERAL) =>
      refused(client.chat.update({ channel, ts: of, text: 'x' }));
    const remove = (of: string) => refused(client.chat.delete({ channel: GENERAL, ts: of }));
    expect(await update(ts)).toMatchObject({ error: 'cant_update_message' });
    expect(await update(String(whisper.message_ts))).toMatchObject({ error: 'cant_update_message' });
    expect(await update('1.000001')).toMatchObject({ error: 'message_not_found' });
    expect(await update(ts, 'C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await remove(ts)).toMatchObject({ error: 'cant_delete_message' });
    expect(await remove(String(whisper.message_ts))).toMatchObject({ error: 'message_not_found' });
    expect((await seen(slack, GENERAL, ts))?.text).toBe('mine');
  });
});

describe('chat.postEphemeral and chat.getPermalink', () => {
  it('say something to one person alone', async () => {
    const { message_ts } = await client.chat.postEphemeral({ channel: GENERAL, user: 'U0ANA', text: 'psst' });
    expect(await seen(slack, GENERAL, String(message_ts), 'U0ANA')).toMatchObject({
      text: 'psst',
      ephemeral: true,
    });
    expect(await seen(slack, GENERAL, String(message_ts), 'U0BEN')).toBeUndefined();
    const { messages } = await client.conversations.history({ channel: GENERAL });
    expect(messages?.map(({ ts }) => ts)).not.toContain(message_ts);
  });

  it('are refused to who is not there', async () => {
    const channel = await newChannel(slack, 'bens-own', true);
    await act(slack.url, 'invite', { as: 'U0BEN', channel, user: slack.botUserId });
    const whisper = (user: string) => refused(client.chat.postEphemeral({ channel, user, text: 'x' }));
    expect(await whisper('U0ANA')).toMatchObject({ error: 'user_not_in_channel' });
    expect(await whisper('U0NOBODY')).toMatchObject({ error: 'user_not_found' });
    const missing = client.chat.getPermalink({ channel: GENERAL, message_ts: '1.000001' });
    expect(await refused(missing)).toMatchObject({ error: 'message_not_found' });
  });

  it('link to the message on the page', async () => {
    const { ts } = await client.chat.postMessage({ channel: GENERAL, text: 'here' });
    const { permalink } = await client.chat.getPermalink({ channel: GENERAL, message_ts: String(ts) });
    expect(permalink).toBe(`${slack.url}#/${GENERAL}/p${ts}`);
  });
});

describe('a streamed message', () => {
  it('grows piece by piece and then stands', async () => {
    const { ts: parent } = await client.chat.postMessage({ channel: GENERAL, text: 'question' });
    const thread_ts = String(parent);
    const begun = await client.chat.startStream({ channel: GENERAL, thread_ts, markdown_text: 'Looking' });
    const at = { channel: GENERAL, ts: String(begun.ts) };
    const now = async () =>
      (await messagesOf(slack, GENERAL, 'U0BEN', thread_ts)).find(({ ts }) => ts === at.ts);
    expect(await now()).toMatchObject({ text: 'Looking', streaming: true });
    await client.chat.appendStream({ ...at, markdown_text: ' it up' });
    expect(await now()).toMatchObject({ text: 'Looking it up', streaming: true });
    await client.chat.stopStream({ ...at, markdown_text: '.', blocks: [section() as never] });
    expect(await now()).toMatchObject({
      text: 'Looking it up.',
      streaming: false,
      blocks: [{ type: 'markdown', text: 'Looking it up.' }, { type: 'section' }],
    });
    for (const call of [
      client.chat.appendStream({ ...at, markdown_text: 'more' }),
      client.chat.stopStream(at),
    ])
      expect(await refused(call)).toMatchObject({ error: 'message_not_in_streaming_state' });
    const gone = client.chat.appendStream({ ...at, ts: '1.000001', markdown_text: 'x' });
    expect(await refused(gone)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('reactions', () => {
  it('are added and taken back once', async () => {
    const { ts } = await client.chat.postMessage({ channel: GENERAL, text: 'look' });
    const at = { channel: GENERAL, timestamp: String(ts), name: 'eyes' };
    await client.reactions.add(at);
    expect((await seen(slack, GENERAL, String(ts)))?.reactions).toEqual([
      { name: 'eyes', users: [slack.botUserId] },
    ]);
    expect(await refused(client.reactions.add(at))).toMatchObject({ error: 'already_reacted' });
    await client.reactions.remove(at);
    expect((await seen(slack, GENERAL, String(ts)))?.reactions).toEqual([]);
    expect(await refused(client.reactions.remove(at))).toMatchObject({ error: 'no_reaction' });
    const missing = client.reactions.add({ ...at, timestamp: '1.000001' });
    expect(await refused(missing)).toMatchObject({ error: 'message_not_found' });
  });
});
