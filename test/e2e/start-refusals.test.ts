// A start that cannot work ends with one plain sentence that names the setting and what to do, and no stack trace.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, databaseOn, type TestDatabase } from '../db/test-database.ts';
import { type Ended, runProgram, startProgram } from './process.ts';
import { openSite, type Site } from './program.ts';

/** Nothing listens there: the port is reserved, and a program of ours could not take it. */
const NOBODY = '127.0.0.1:1';

describe('a start that is refused', () => {
  let site: Site;
  let taken: Server;
  let takenPort: string;

  beforeAll(async () => {
    site = await openSite();
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    takenPort = String((taken.address() as AddressInfo).port);
  });
  afterAll(async () => {
    await new Promise((resolve) => taken.close(resolve));
    await site.close();
  });

  async function refused(more: Record<string, string>): Promise<string> {
    const ended = await runProgram({ ...site.settings, LOG_LEVEL: '', ...more });
    return sentenceOf(ended);
  }

  test('half the settings of Slack', async () => {
    const sentence = await refused({ SLACK_APP_TOKEN: '' });
    expect(sentence).toMatch(/SLACK_BOT_TOKEN is set but .* set SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/);
  });

  test('a bot token that Slack does not know', async () => {
    const sentence = await refused({ SLACK_BOT_TOKEN: 'xoxb-hush-hush-hush' });
    expect(sentence).toMatch(/Slack does not accept SLACK_BOT_TOKEN .*copy it again/);
    expect(sentence).not.toContain('hush');
  });

  test('an app token that Slack does not know', async () => {
    const sentence = await refused({ SLACK_APP_TOKEN: 'xapp-hush-hush-hush' });
    expect(sentence).toMatch(/Slack does not accept SLACK_APP_TOKEN .*copy it again/);
    expect(sentence).not.toContain('hush');
  });

  test('a Slack that cannot be reached', async () => {
    const sentence = await refused({ SLACK_API_URL: `http://${NOBODY}/api/` });
    expect(sentence).toMatch(/Slack cannot be reached .*Check the network/);
  });

  test('a database server that does not answer', async () => {
    const sentence = await refused({ DATABASE_URL: `postgresql://maria:hush@${NOBODY}/tightrope` });
    expect(sentence).toMatch(
      /No PostgreSQL server answers at 127\.0\.0\.1:1 .*Start it, or check DATABASE_URL/,
    );
    expect(sentence).not.toContain('hush');
  });

  test('a database whose password is wrong', async () => {
    const url = new URL(site.databaseUrl);
    url.password = 'hush';
    const sentence = await refused({ DATABASE_URL: url.href });
    expect(sentence).toMatch(/does not accept the user ".+" with that password\. Check DATABASE_URL/);
    expect(sentence).not.toContain('hush');
  });

  test('a database that does not exist', async () => {
    const sentence = await refused({ DATABASE_URL: databaseOn(site.databaseUrl, 'nowhere') });
    expect(sentence).toMatch(/has no database "nowhere"\. Create it, or check DATABASE_URL/);
  });

  test('a port that another program has, for HTTP from Slack', async () => {
    const sentence = await refused({ SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'hush', PORT: takenPort });
    expect(sentence).toMatch(new RegExp(`Port ${takenPort} is in use .*PORT`));
  });

  describe('of Local Slack', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createTestDatabase();
    });
    afterAll(() => database.drop());

    test('on a port that another program has', async () => {
      const ended = await runProgram({ DATABASE_URL: database.connectionString, PORT: takenPort });
      expect(sentenceOf(ended)).toMatch(
        new RegExp(`Port ${takenPort} is in use .*PORT=${Number(takenPort) + 1}`),
      );
    });
  });
});

test('with real tokens no Local Slack is started, and no sample is loaded', async () => {
  const site = await openSite();
  try {
    const program = await startProgram({ ...site.settings, PORT: '0', SAMPLE_DATA: 'on' });
    const { code, stdout } = await program.stop();
    expect(stdout).toBe('Tightrope is ready in the Slack workspace Harbor & Pine.\n');
    expect(code).toBe(0);
    await site.ben.sees('overdue', '1 invoice of 1 customer');
  } finally {
    await site.close();
  }
});

/** The one sentence on stderr. */
function sentenceOf({ code, stdout, stderr }: Ended): string {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\.\n$/);
  expect(stderr).not.toMatch(/Error:|\{|node_modules|\.ts:\d/);
  return stderr;
}
