// Who is here and where, by Slack's own client: the app sees what its place in a channel lets it see.
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { act, startProbe } from './local-slack.ts';
import { clientOf, GENERAL, newChannel, refused } from './slack-client.ts';

let slack: LocalSlack;
let client: WebClient;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
});
afterAll(() => slack.stop());

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
    const secret = await newChannel(slack, 'secret', true);
    const open = await newChannel(slack, 'open');
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
    const channel = await newChannel(slack, 'to-join');
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
    const hidden = await newChannel(slack, 'to-hide', true);
    expect(await refused(client.conversations.join({ channel: hidden }))).toMatchObject({
      error: 'channel_not_found',
    });
  });

  it('gives the newest messages first, so many at a time', async () => {
    const channel = await newChannel(slack, 'long');
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
