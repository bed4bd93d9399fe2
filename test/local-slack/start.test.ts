// Local Slack's start: what it refuses to start with, and what outlives a stop.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message, Workspace } from '../../src/local-slack/control-api.ts';
import { type LocalSlack, LocalSlackError, startLocalSlack } from '../../src/local-slack/start.ts';
import { act, look, manifestOf, startProbe } from './local-slack.ts';

let folder: string;
const started: LocalSlack[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'));
});
afterEach(async () => {
  for (const slack of started.splice(0)) await slack.stop();
  await rm(folder, { recursive: true, force: true });
});

async function begin(...options: Parameters<typeof startProbe>): Promise<LocalSlack> {
  const slack = await startProbe(...options);
  started.push(slack);
  return slack;
}

/** The sentences of a start that is refused. */
async function refusal(starting: Promise<LocalSlack>): Promise<string> {
  const error = await starting.then(
    (slack) => started.push(slack),
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(LocalSlackError);
  return (error as Error).message;
}

const texts = async (slack: LocalSlack): Promise<string[]> =>
  (await look<{ messages: Message[] }>(slack.url, 'channels/C0GENERAL/messages?as=U0BEN')).messages.map(
    ({ text }) => text,
  );
const say = (slack: LocalSlack, text: string) =>
  act(slack.url, 'message', { as: 'U0BEN', channel: 'C0GENERAL', text });

describe('a start', () => {
  it('is refused, in sentences, with a manifest that Slack would refuse', async () => {
    const wrong = { ...manifestOf({ without: ['commands'] }), display_information: { name: 'x'.repeat(36) } };
    const words = await refusal(startLocalSlack({ port: 0, dataDir: folder, manifest: wrong }));
    expect(words.split('\n')).toEqual([
      'Slack would not create an app from this manifest; mend these in manifest.yml:',
      'display_information.name may have at most 35 characters.',
    ]);
    const lacking = manifestOf({ without: ['commands'] });
    const sentence = 'Slash commands and shortcuts need the scope commands in oauth_config.scopes.bot.';
    expect(await refusal(startLocalSlack({ port: 0, dataDir: folder, manifest: lacking }))).toContain(
      sentence,
    );
    expect(existsSync(join(folder, 'files'))).toBe(false);
  });

  it('says which port is in use, and what to do', async () => {
    const first = await begin();
    const port = Number(new URL(first.url).port);
    const words = await refusal(startLocalSlack({ port, dataDir: folder, manifest: manifestOf() }));
    expect(words).toBe(
      `Port ${port} is in use by another program: stop that, or choose another port as PORT=${port + 1}.`,
    );
  });

  it('says so where its folder cannot be written', async () => {
    const taken = join(folder, 'taken');
    await writeFile(taken, 'a file, not a folder');
    const words = await refusal(startLocalSlack({ port: 0, dataDir: taken, manifest: manifestOf() }));
    expect(words).toMatch(/^Local Slack cannot keep its data in .*taken.*: make that folder writable/);
  });
});

describe('the workspace', () => {
  it('is as it was after a stop and a start in the same folder', async () => {
    const first = await begin(folder);
    expect(first.isNew).toBe(true);
    await say(first, 'written before');
    await act(first.url, 'channel', { as: 'U0BEN', name: 'kept', private: true });
    await act(first.url, 'clock', { advanceMs: 86_400_000 });
    const before = first.clock.now().getTime();
    await first.stop();
    started.pop();

    const second = await begin(folder);
    expect(second.isNew).toBe(false);
    expect(await texts(second)).toEqual(['written before']);
    const { channels } = await look<Workspace>(second.url, 'workspace?as=U0BEN');
    expect(channels.map(({ name }) => name)).toContain('kept');
    expect(second.clock.now().getTime()).toBeGreaterThanOrEqual(before);
    await say(second, 'written after');
    expect(await texts(second)).toEqual(['written before', 'written after']);
  });

  it('without a folder is forgotten', async () => {
    const first = await begin();
    await say(first, 'gone soon');
    await first.stop();
    started.pop();
    expect(await texts(await begin())).toEqual([]);
  });

  it.each([
    ['is cut off', '{"messages":[{"ts":"1'],
    ['is empty', ''],
    ['holds something else', '[1, 2]'],
    ['holds nothing', 'null'],
    ['has messages of another shape', '{"messages":{"a":1}}'],
    ['has messages without their parts', '{"messages":[{"ts":"1.1"}]}'],
    ['has channels of another shape', '{"channels":[null]}'],
    ['has no time in its clock', '{"clockOffsetMs":"soon"}'],
  ])('begins anew where its file %s, and the file is put aside', async (_what, content) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'workspace.json'), content);
    const slack = await begin(folder);
    expect(slack.isNew).toBe(true);
    expect((await look<Workspace>(slack.url, 'workspace')).channels.map(({ name }) => name)).toContain(
      'overdue',
    );
    await say(slack, 'anew');
    expect(await texts(slack)).toEqual(['anew']);
    expect(await readFile(join(folder, 'workspace.json.broken'), 'utf8')).toBe(content);
  });
});
