// Slack's own client against Local Slack over HTTP: what it is answered, and by which name it is refused.
import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../src/local-slack/control-api.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import { section } from './block-examples.ts';
import { act, look, manifestOf, startProbe } from './local-slack.ts';

const GENERAL = 'C0GENERAL';

/** The client tells its log of every refusal, and here most calls are refused on purpose. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

let slack: LocalSlack;
let client: WebClient;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
});
afterAll(() => slack.stop());

function clientOf(of: LocalSlack, token = of.botToken, options: WebClientOptions = {}): WebClient {
  return new WebClient(token, {
    slackApiUrl: of.slackApiUrl,
    retryConfig: { retries: 0 },
    logger: SILENT,
    ...options,
  });
}

/** What Slack's error says. Fails where the call is not refused. */
async function refused(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown as { data?: Record<string, unknown> },
  );
  expect(error?.data, 'the call was to be refused').toBeDefined();
  return error?.data ?? {};
}

async function messagesOf(channel: string, as = 'U0BEN', thread?: string): Promise<Message[]> {
  const query = thread ? `&thread=${thread}` : '';
  return (await look<{ messages: Message[] }>(slack.url, `channels/${channel}/messages?as=${as}${query}`))
    .messages;
}

const seen = async (channel: string, ts: string, as?: string) =>
  (await messagesOf(channel, as)).find((one) => one.ts === ts);

/** A new channel of Ben's; the app is not in it. */
async function newChannel(name: string, isPrivate = false): Promise<string> {
  const made = await act<{ channel: { id: string } }>(slack.url, 'channel', {
    as: 'U0BEN',
    name,
    private: isPrivate,
  });
  return made.channel.id;
}

describe('who calls', () => {
  it('is told who it is', async () => {
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      team_id: slack.teamId,
      user_id: slack.botUserId,
      team: 'Harbor & Pine',
      user: 'probe',
    });
  });

  it.each([
    ['invalid_auth', 'xoxb-somebody-else'],
    ['not_authed', ''],
  ])('is refused with %s', async (error, token) => {
    const calls = [
      clientOf(slack, token).auth.test(),
      clientOf(slack, token).chat.postMessage({ channel: GENERAL, text: 'x' }),
    ];
    for (const call of calls) expect(await refused(call)).toMatchObject({ error });
  });

  it('needs the token of the right kind', async () => {
    const app = clientOf(slack, slack.appToken);
    expect(await refused(app.auth.test())).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await refused(client.apps.connections.open({}))).toMatchObject({
      error: 'not_allowed_token_type',
    });
    expect((await app.apps.connections.open({})).url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\?ticket=/);
  });

  it('may call only what its manifest asks for', async () => {
    const without = ['users:read', 'reactions:write'];
    const other = await startLocalSlack({ port: 0, dataDir: null, manifest: manifestOf({ without }) });
    try {
      const limited = clientOf(other);
      const lacking = await refused(limited.users.info({ user: 'U0BEN' }));
      expect(lacking).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
      expect(String(lacking.provided).split(',')).toContain('chat:write');
      const { ts } = await limited.chat.postMessage({ channel: GENERAL, text: 'allowed' });
      const react = limited.reactions.add({ channel: GENERAL, timestamp: String(ts), name: 'eyes' });
      expect(await refused(react)).toMatchObject({ error: 'missing_scope', needed: 'reactions:write' });
    } finally {
      await other.stop();
    }
  });

  it('is told of a method that there is not', async () => {
    expect(await refused(client.apiCall('chat.shout'))).toMatchObject({ error: 'unknown_method' });
  });
});

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
    const message = await seen(GENERAL, String(sent.ts));
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
    expect(await seen(GENERAL, String(reply.ts))).toBeUndefined();
    expect(await seen(GENERAL, String(ts))).toMatchObject({ replyCount: 1, threadTs: ts });
    const { messages } = await client.conversations.replies({ channel: GENERAL, ts: String(ts) });
    expect(messages?.map(({ text, thread_ts }) => [text, thread_ts])).toEqual([
      ['parent', ts],
      ['reply', ts],
    ]);
  });

  it('reaches a person by their id, in their direct message', async () => {
    const { channel, ts } = await client.chat.postMessage({ channel: 'U0ANA', text: 'for Ana' });
    expect(channel).toMatch(/^D/);
    expect((await seen(String(channel), String(ts), 'U0ANA'))?.text).toBe('for Ana');
  });

  it('is refused by name', async () => {
    const post = (channel: string, more: object = {}) =>
      refused(client.chat.postMessage({ channel, text: 'x', ...more }));
    expect(await post('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await post(await newChannel('public-talk'))).toMatchObject({ error: 'not_in_channel' });
    expect(await post(await newChannel('private-talk', true))).toMatchObject({ error: 'channel_not_found' });
    expect(await post(GENERAL, { thread_ts: '1.000001' })).toMatchObject({ error: 'thread_not_found' });
    expect(await post(GENERAL, { text: '' })).toMatchObject({ error: 'no_text' });
    const invalid = await post(GENERAL, { blocks: [{ type: 'section' }] });
    expect(invalid).toMatchObject({ error: 'invalid_blocks' });
    expect(JSON.stringify(invalid.response_metadata)).toContain('[ERROR]');
  });

  it('is refused in an archived channel, and works once the app was invited', async () => {
    const channel = await newChannel('short-lived');
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
    expect(await seen(GENERAL, at.ts)).toMatchObject({
      text: 'two',
      blocks: [{ type: 'section' }],
      edited: false,
    });
    await client.chat.update({ ...at, text: 'three' });
    expect(await seen(GENERAL, at.ts)).toMatchObject({ text: 'three', blocks: [] });
    expect(await client.chat.delete(at)).toMatchObject({ ts });
    expect(await seen(GENERAL, at.ts)).toBeUndefined();
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
    expect((await seen(GENERAL, ts))?.text).toBe('mine');
  });
});

describe('chat.postEphemeral and chat.getPermalink', () => {
  it('say something to one person alone', async () => {
    const { message_ts } = await client.chat.postEphemeral({ channel: GENERAL, user: 'U0ANA', text: 'psst' });
    expect(await seen(GENERAL, String(message_ts), 'U0ANA')).toMatchObject({ text: 'psst', ephemeral: true });
    expect(await seen(GENERAL, String(message_ts), 'U0BEN')).toBeUndefined();
    const { messages } = await client.conversations.history({ channel: GENERAL });
    expect(messages?.map(({ ts }) => ts)).not.toContain(message_ts);
  });

  it('are refused to who is not there', async () => {
    const channel = await newChannel('bens-own', true);
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
    const now = async () => (await messagesOf(GENERAL, 'U0BEN', thread_ts)).find(({ ts }) => ts === at.ts);
    expect(await now()).toMatchObject({ text: 'Looking', streaming: true });
    await client.chat.appendStream({ ...at, markdown_text: ' it up' });
    expect(await now()).toMatchObject({ text: 'Looking it up', streaming: true });
    await client.chat.stopStream({ ...at, markdown_text: '.', blocks: [section() as never] });
    expect(await now()).toMatchObject({
      text: 'Looking it up.',
      streaming: false,
      blocks: [{ type: 'section' }],
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
    expect((await seen(GENERAL, String(ts)))?.reactions).toEqual([
      { name: 'eyes', users: [slack.botUserId] },
    ]);
    expect(await refused(client.reactions.add(at))).toMatchObject({ error: 'already_reacted' });
    await client.reactions.remove(at);
    expect((await seen(GENERAL, String(ts)))?.reactions).toEqual([]);
    expect(await refused(client.reactions.remove(at))).toMatchObject({ error: 'no_reaction' });
    const missing = client.reactions.add({ ...at, timestamp: '1.000001' });
    expect(await refused(missing)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('people and places', () => {
  it('tells of a person, and of nobody else', async () => {
    const { user } = await client.users.info({ user: 'U0OLIVIA' });
    expect(user).toMatchObject({
      id: 'U0OLIVIA',
      name: 'olivia',
      real_name: 'Olivia Owner',
      is_owner: true,
      tz: 'America/New_York',
    });
    expect((await client.users.info({ user: slack.botUserId })).user).toMatchObject({ is_bot: true });
    expect(await refused(client.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' });
    const { members } = await client.users.list({});
    expect(members?.map(({ id }) => id)).toEqual(['U0OLIVIA', 'U0BEN', 'U0ANA', slack.botUserId]);
    expect((await client.team.info()).team).toMatchObject({ id: slack.teamId, name: 'Harbor & Pine' });
  });

  it('lists channels by their kind, and hides private ones that the app is not in', async () => {
    const secret = await newChannel('secret', true);
    const open = await newChannel('open');
    const ids = async (types: string, more: object = {}) =>
      (await client.conversations.list({ types, ...more })).channels?.map(({ id }) => String(id)) ?? [];
    expect(await ids('public_channel')).toEqual(expect.arrayContaining([GENERAL, open]));
    expect(await ids('private_channel')).not.toContain(secret);
    await act(slack.url, 'invite', { as: 'U0BEN', channel: secret, user: slack.botUserId });
    expect(await ids('private_channel')).toContain(secret);
    expect((await ids('im')).every((id) => id.startsWith('D'))).toBe(true);
    await act(slack.url, 'channel/archive', { as: 'U0BEN', channel: open });
    expect(await ids('public_channel')).toContain(open);
    expect(await ids('public_channel', { exclude_archived: true })).not.toContain(open);
    expect((await client.conversations.info({ channel: open })).channel).toMatchObject({ is_archived: true });
    expect((await client.conversations.members({ channel: secret })).members).toEqual([
      'U0BEN',
      slack.botUserId,
    ]);
    const nowhere = client.conversations.info({ channel: 'C0NOWHERE' });
    expect(await refused(nowhere)).toMatchObject({ error: 'channel_not_found' });
  });

  it('lets the app join a public channel, and reads only where it is', async () => {
    const channel = await newChannel('to-join');
    await act(slack.url, 'message', { as: 'U0BEN', channel, text: 'before' });
    expect(await refused(client.conversations.history({ channel }))).toMatchObject({
      error: 'not_in_channel',
    });
    expect((await client.conversations.join({ channel })).channel).toMatchObject({
      id: channel,
      is_member: true,
    });
    expect((await client.conversations.join({ channel })).warning).toBe('already_in_channel');
    expect((await client.conversations.history({ channel })).messages?.map(({ text }) => text)).toEqual([
      'before',
    ]);
    const hidden = await newChannel('to-hide', true);
    expect(await refused(client.conversations.join({ channel: hidden }))).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('gives the newest messages first, so many at a time', async () => {
    const channel = await newChannel('long');
    await client.conversations.join({ channel });
    for (const text of ['1', '2', '3']) await client.chat.postMessage({ channel, text });
    const { messages, has_more } = await client.conversations.history({ channel, limit: 2 });
    expect(messages?.map(({ text }) => text)).toEqual(['3', '2']);
    expect(has_more).toBe(true);
    const noThread = client.conversations.replies({ channel, ts: '1.000001' });
    expect(await refused(noThread)).toMatchObject({ error: 'thread_not_found' });
  });

  it('opens a direct message', async () => {
    const { channel } = await client.conversations.open({ users: 'U0ANA' });
    expect(channel?.id).toMatch(/^D/);
    expect(await refused(client.conversations.open({ users: 'U0NOBODY' }))).toMatchObject({
      error: 'user_not_found',
    });
  });
});

describe('files', () => {
  it('are uploaded as Slack’s client does it, into a thread', async () => {
    const { ts } = await client.chat.postMessage({ channel: GENERAL, text: 'the statement' });
    const content = 'invoice,amount\nINV-1041,500\n';
    const uploaded = await client.filesUploadV2({
      channel_id: GENERAL,
      thread_ts: String(ts),
      initial_comment: 'Here it is',
      filename: 'statement.csv',
      file: Buffer.from(content),
    });
    const [message] = (await messagesOf(GENERAL, 'U0BEN', String(ts))).slice(-1);
    expect(message).toMatchObject({
      text: 'Here it is',
      user: slack.botUserId,
      files: [{ name: 'statement.csv', mimetype: 'text/csv' }],
    });
    const [file] = message?.files ?? [];
    expect(file?.size).toBe(content.length);
    const served = await fetch(new URL(String(file?.url), slack.url));
    expect(await served.text()).toBe(content);
    const [done] = uploaded.files[0]?.files ?? [];
    expect((await client.files.info({ file: String(done?.id) })).file).toMatchObject({
      id: file?.id,
      name: 'statement.csv',
    });
  });

  it('are taken as bare bytes too', async () => {
    const announced = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const id = String(announced.file_id);
    expect((await fetch(String(announced.upload_url), { method: 'POST', body: 'abc' })).status).toBe(200);
    await client.files.completeUploadExternal({ files: [{ id }], channel_id: GENERAL });
    expect((await client.files.info({ file: id })).file).toMatchObject({ size: 3 });
    const again = client.files.completeUploadExternal({ files: [{ id }], channel_id: GENERAL });
    expect(await refused(again)).toMatchObject({ error: 'file_not_found' });
  });

  it('are refused where the app may not write, and where nothing was uploaded', async () => {
    const { file_id } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const empty = client.files.completeUploadExternal({
      files: [{ id: String(file_id) }],
      channel_id: GENERAL,
    });
    expect(await refused(empty)).toMatchObject({ error: 'file_not_found' });
    const channel_id = await newChannel('no-files');
    const upload = client.filesUploadV2({ channel_id, filename: 'a.txt', file: Buffer.from('a') });
    expect(await refused(upload)).toMatchObject({ error: 'not_in_channel' });
    expect((await fetch(`${slack.url}upload/F0`, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('a rate limit', () => {
  it('is 429 with Retry-After, as often as it was asked for', async () => {
    const rateLimit = { method: 'chat.postMessage', times: 2, retryAfterSeconds: 7 };
    await act(slack.url, 'faults', { rateLimit });
    const answer = await fetch(`${slack.slackApiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    const hasty = clientOf(slack, slack.botToken, { rejectRateLimitedCalls: true });
    const limited = hasty.chat.postMessage({ channel: GENERAL, text: 'x' });
    await expect(limited).rejects.toMatchObject({ retryAfter: 7 });
    expect((await hasty.chat.postMessage({ channel: GENERAL, text: 'again' })).ok).toBe(true);
  });

  it('is waited for by Slack’s client by itself', async () => {
    await act(slack.url, 'faults', {
      rateLimit: { method: 'chat.postMessage', times: 1, retryAfterSeconds: 0 },
    });
    const patient = clientOf(slack, slack.botToken, { retryConfig: { retries: 1, minTimeout: 1 } });
    const { ts } = await patient.chat.postMessage({ channel: GENERAL, text: 'after the limit' });
    expect((await seen(GENERAL, String(ts)))?.text).toBe('after the limit');
  });
});
