// Slack that posts to us over HTTP: what it signs is answered, what it did not sign does nothing.

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elementFor, wordsOf } from './person.ts';
import { type Program, startProgram } from './process.ts';
import { freePort, openSite, type Site } from './program.ts';

const SIGNING_SECRET = 'a-secret-that-only-slack-and-we-know';
const FIVE_MINUTES_S = 300;

describe('over signed HTTP', () => {
  let site: Site;
  let program: Program;
  let address: string;

  beforeAll(async () => {
    const port = await freePort();
    address = `http://127.0.0.1:${port}/slack/events`;
    site = await openSite({}, { port, signingSecret: SIGNING_SECRET });
    program = await startProgram(site.settings);
  });
  afterAll(async () => {
    await program?.stop();
    await site?.close();
  });

  test('clicks and forms work, up to the letter in the customer’s mailbox', async () => {
    const { ben } = site;
    const digest = await ben.sees('overdue', 'Good morning!');
    const { blockId } = elementFor(digest, 'case.draft');
    expect(await ben.click(digest, 'case.draft', { blockId })).toMatchObject({ appAcked: true });
    const card = await ben.sees('overdue', /^Acme Robotics Inc/m);
    const letter = await ben.seesInThread(card, 'Approve & send');
    await ben.click(letter, 'draft.edit');
    const form = await ben.seesModal('Edit the draft');
    expect(await ben.submit(form)).toMatchObject({ closed: true, errors: {} });
    await ben.idle();
    await ben.click(await ben.seesInThread(card, 'Approve & send'), 'draft.approve');
    await ben.seesMail('dana@acme-robotics.example');
  });

  test('a reply in the thread is heard', async () => {
    const { ana } = site;
    const card = await ana.sees('overdue', /^Acme Robotics Inc/m);
    await ana.answer(card, 'spoke to Dana, they’ll pay 500 by Friday');
    await ana.seesInThread(card, 'What I understood about Acme Robotics Inc');
  });

  test('the command answers', async () => {
    expect(await site.ben.command('/overdue acme')).toMatchObject({ appAcked: true });
    const answer = await site.ben.sees('overdue', '*History*');
    expect(answer.ephemeral).toBe(true);
    expect(wordsOf(answer.blocks)).toContain('$1,850.00');
  });

  describe('what Slack did not send', () => {
    const command = (text: string) =>
      new URLSearchParams({
        command: '/overdue',
        text,
        user_id: 'U0ANA',
        channel_id: 'C0OVERDUE',
        team_id: site.slack.teamId,
        trigger_id: 'none',
        response_url: `${site.slack.url}response/none`,
        api_app_id: 'A0TIGHTROPE',
      }).toString();

    async function post(body: string, secret: string, agoSeconds: number, more = {}): Promise<Response> {
      const timestamp = String(Math.floor(Date.now() / 1000) - agoSeconds);
      const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
      return fetch(address, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...more,
        },
      });
    }

    async function callsOfTheApp(): Promise<number> {
      await site.ben.idle();
      const { entries } = await site.ben.get<{ entries: { direction: string }[] }>('log', { limit: '1000' });
      return entries.filter(({ direction }) => direction === 'from_app').length;
    }

    test('would be done if it were signed', async () => {
      const before = await callsOfTheApp();
      expect((await post(command('digest'), SIGNING_SECRET, 0)).status).toBe(200);
      expect(await callsOfTheApp()).toBeGreaterThan(before);
    });

    test.each([
      ['a signature of another secret', 'another-secret', 0, {}],
      ['a request of more than five minutes ago', SIGNING_SECRET, FIVE_MINUTES_S + 5, {}],
      ['no signature', SIGNING_SECRET, 0, { 'x-slack-signature': '' }],
      ['a signature of another body', SIGNING_SECRET, 0, { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    ])('%s is refused, and nothing happens', async (_, secret, ago, more) => {
      const before = await callsOfTheApp();
      const response = await post(command('digest'), secret, ago, more);
      expect(response.status).toBe(401);
      expect(await callsOfTheApp()).toBe(before);
    });
  });
});
