// Slack's own client at Local Slack's front door: whose calls are taken, and what an impatient app is told.
import type { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import { act, manifestOf, startProbe } from './local-slack.ts';
import { clientOf, GENERAL, refused, seen } from './slack-client.ts';

let slack: LocalSlack;
let client: WebClient;
beforeAll(async () => {
  slack = await startProbe();
  client = clientOf(slack);
});
afterAll(() => slack.stop());

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
    expect((await seen(slack, GENERAL, String(ts)))?.text).toBe('after the limit');
  });
});
