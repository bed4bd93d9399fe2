// Local Slack's door: who may come in, what is served, which sockets open, and who hears what changed.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { ChangeEvent, FileObject, Message, Workspace } from '../../src/local-slack/control-api.ts';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { act, look, raw, startProbe } from './local-slack.ts';

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

const texts = async (slack: LocalSlack): Promise<string[]> =>
  (await look<{ messages: Message[] }>(slack.url, 'channels/C0GENERAL/messages?as=U0BEN')).messages.map(
    ({ text }) => text,
  );
const say = (slack: LocalSlack, text: string) =>
  act(slack.url, 'message', { as: 'U0BEN', channel: 'C0GENERAL', text });

describe('the door', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a page in a sandbox', { origin: 'null' }],
    ['another name for this machine', { host: 'evil.example' }],
  ])('refuses %s', async (_who, headers) => {
    const slack = await begin();
    const body = JSON.stringify({ as: 'U0BEN', channel: 'C0GENERAL', text: 'from outside' });
    const written = await raw(slack.url, '/api/message', headers, { method: 'POST', body });
    expect(written.status).toBe(403);
    expect(JSON.parse(written.text)).toMatchObject({ error: 'forbidden' });
    for (const path of ['/', '/api/workspace', '/slack/auth.test', '/files/F1/a.csv'])
      expect((await raw(slack.url, path, headers)).status).toBe(403);
    expect(await texts(slack)).toEqual([]);
  });

  it('lets its own page in, by every name of this machine', async () => {
    const slack = await begin();
    const { port } = new URL(slack.url);
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      const headers = { host, origin: `http://${host}` };
      expect((await raw(slack.url, '/api/workspace', headers)).status).toBe(200);
    }
  });

  it('opens one socket a ticket', async () => {
    const slack = await begin();
    const answer = await fetch(`${slack.slackApiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.appToken}` },
    });
    const { url } = (await answer.json()) as { url: string };
    const first = await connect(url);
    expect(first).toBeInstanceOf(WebSocket);
    expect((await look<Workspace>(slack.url, 'workspace')).appConnected).toBe(true);
    expect(await connect(url)).toBe(403);
    expect(await connect(url.replace(/ticket=.*/, 'ticket='))).toBe(403);
    expect(await connect(url.replace('/link', '/other'))).toBe(403);
  });

  it('outlives what is no address, no acknowledgement and no WebSocket frame', async () => {
    const slack = await begin();
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    expect((await raw(slack.url, 'http://[', { ...upgrade, 'sec-websocket-key': 'x' })).status).toBe(403);
    expect((await raw(slack.url, 'http://[')).status).toBe(400);
    const open = { method: 'POST', headers: { authorization: `Bearer ${slack.appToken}` } };
    const { url } = (await (await fetch(`${slack.slackApiUrl}apps.connections.open`, open)).json()) as {
      url: string;
    };
    const socket = (await connect(url)) as WebSocket;
    socket.send('no JSON');
    socket.send('null');
    const gone = new Promise((resolve) => socket.once('close', resolve));
    // The bytes under the socket: a frame with reserved bits set.
    (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
      Buffer.from([0xff, 0xff]),
    );
    await gone;
    await say(slack, 'still here');
    expect(await texts(slack)).toEqual(['still here']);
  });
});

/** An open socket, or the status that refused it. */
function connect(url: string): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once('message', () => resolve(socket)); // Slack says hello first.
    socket.on('error', reject);
    socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
  });
}

describe('files', () => {
  const upload = async (slack: LocalSlack, name: string, content: string): Promise<FileObject> => {
    const contentBase64 = Buffer.from(content).toString('base64');
    return (await act<{ file: FileObject }>(slack.url, 'upload', { as: 'U0BEN', name, contentBase64 })).file;
  };

  it('come back as they were, and run nothing', async () => {
    const slack = await begin();
    const page = await upload(slack, 'page.html', '<script>alert(1)</script>');
    const { status, headers, text } = await raw(slack.url, page.url);
    expect({ status, text }).toEqual({ status: 200, text: '<script>alert(1)</script>' });
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const image = await upload(slack, 'drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect((await raw(slack.url, image.url)).headers['content-type']).toBe('application/octet-stream');
  });

  it('keep to their folder, whatever their name says', async () => {
    const slack = await begin(join(folder, 'slack'));
    const sneaky = await upload(slack, '../../../outside.csv', 'a,b');
    expect((await raw(slack.url, sneaky.url)).text).toBe('a,b');
    expect(existsSync(join(folder, 'outside.csv'))).toBe(false);
    const hidden = await upload(slack, '.env', 'SECRET=1');
    expect(hidden.url).not.toContain('/.env');
  });

  it('of other folders cannot be asked for', async () => {
    const data = join(folder, 'slack');
    const slack = await begin(data);
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(data, 'files', 'secret.txt'), 'secret');
    const paths = [
      '/files/../../secret.txt',
      '/files/%2e%2e/secret.txt',
      '/files/..%2f..%2fsecret.txt/x',
      '/files/F1/..%2f..%2f..%2fsecret.txt',
      '/files/F1/..%5c..%5csecret.txt',
      '/files/secret.txt',
      '/files/./secret.txt',
      '/files/F1/%00',
      '/files/F1/%',
      '/files/%/x',
      '/../workspace.json',
      '/..%2fstart.ts',
      '/%2e%2e/start.ts',
      '/../start.ts',
      '/app.js/../../start.ts',
      '/start.ts',
      '/mail/../../secret.txt',
    ];
    for (const path of paths) {
      const { status, text } = await raw(slack.url, path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toContain('secret');
    }
  });
});

describe('the stream of changes', () => {
  it('tells what changed to those who can see it', async () => {
    const slack = await begin();
    const [ben, ana] = [await listen(slack, 'U0BEN'), await listen(slack, 'U0ANA')];
    const { ts } = await act<{ ts: string }>(slack.url, 'message', {
      as: 'U0BEN',
      channel: 'C0GENERAL',
      text: 'Hello',
    });
    const answered = await act<{ ts: string }>(slack.url, 'message', {
      as: 'U0ANA',
      channel: 'C0GENERAL',
      text: 'Hi',
      threadTs: ts,
    });
    await act(slack.url, 'react', { as: 'U0ANA', channel: 'C0GENERAL', ts, name: 'wave' });
    await act(slack.url, 'clock', { advanceMs: 60_000 });
    const whisper = await fetch(`${slack.slackApiUrl}chat.postEphemeral`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'C0GENERAL', user: 'U0BEN', text: 'For you alone' }),
    });
    const alone = (await whisper.json()) as { message_ts: string };
    await act(slack.url, 'channel', { as: 'U0BEN', name: 'last' });

    const inGeneral = (of: string, threadTs: string | null = null) =>
      ({ type: 'message', channel: 'C0GENERAL', ts: of, threadTs }) as const;
    const all = await ben.until('channels');
    expect(all).toEqual([
      inGeneral(ts),
      inGeneral(answered.ts, ts),
      inGeneral(ts, ts),
      { type: 'clock' },
      inGeneral(alone.message_ts),
      { type: 'channels' },
    ]);
    expect(await ana.until('channels')).toEqual(all.filter((one) => !isOf(one, alone.message_ts)));
  });

  it('asks as whom', async () => {
    const slack = await begin();
    expect(await look(slack.url, 'events?as=U0NOBODY')).toMatchObject({ ok: false, error: 'user_not_found' });
  });
});

function isOf(change: ChangeEvent, ts: string): boolean {
  return change.type === 'message' && change.ts === ts;
}

/** Listens as the page does; `until`: all changes up to the first of that type. */
async function listen(slack: LocalSlack, as: string) {
  const response = await fetch(`${slack.url}api/events?as=${as}`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let heard = (await reader.read()).value ?? '';
  const changes = (): ChangeEvent[] =>
    [...heard.matchAll(/^data: (.*)\n\n/gm)].map(([, json]) => JSON.parse(json ?? '') as ChangeEvent);
  return {
    until: async (type: ChangeEvent['type']): Promise<ChangeEvent[]> => {
      while (!changes().some((change) => change.type === type)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended: ${heard}`);
        heard += value;
      }
      await reader.cancel();
      return changes();
    },
  };
}
