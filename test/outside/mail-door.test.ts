// The signed door: what is let in, and each refusal in plain words.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MAIL_PATH, mailDoor, signMail, startMailServer } from '../../src/outside/mail-door.ts';
import { MAX_MAIL_BYTES } from '../../src/outside/read-mail.ts';

const SECRET = 'a secret of the tests alone';
const NOW = 1_764_000_000_000;
const RAW = Buffer.from('From: a@b.example\r\n\r\nHi');
let server: Awaited<ReturnType<typeof startMailServer>>;
let taken: Uint8Array[] = [];
let answer: 'take' | 'refuse' | 'fail' = 'take';

beforeAll(async () => {
  const door = mailDoor({ secret: SECRET, now: () => NOW, onError: () => {} }, async (raw) => {
    if (answer === 'fail') throw new Error('the database is away: password');
    if (answer === 'refuse') return { kind: 'refused', because: 'It is no mail.' };
    taken.push(raw);
    return { kind: 'taken', isNew: taken.length === 1 };
  });
  server = await startMailServer(0, door);
});
afterAll(() => server.stop());
beforeEach(() => {
  taken = [];
  answer = 'take';
});

async function post(
  over: { raw?: Buffer; at?: number; headers?: Record<string, string>; path?: string; signed?: Buffer } = {},
) {
  const { raw = RAW, at = NOW / 1000, headers = {}, path = MAIL_PATH, signed = raw } = over;
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    body: new Uint8Array(raw),
    headers: {
      'content-type': 'message/rfc822',
      'x-tightrope-timestamp': String(at),
      'x-tightrope-signature': signMail(SECRET, String(at), signed),
      ...headers,
    },
  });
  return { status: response.status, body: await response.json().catch(() => null) };
}

test('a signed mail is taken as it is, and a second time known', async () => {
  expect(await post()).toEqual({ status: 200, body: { ok: true, known: false } });
  expect(await post({ at: NOW / 1000 - 300 })).toEqual({ status: 200, body: { ok: true, known: true } });
  expect(Buffer.from(taken[0] ?? [])).toEqual(RAW);
});

test.each([
  ['another mail than was signed', { signed: Buffer.from('x') }, 401, 'does not fit'],
  [
    'another secret',
    { headers: { 'x-tightrope-signature': signMail('other', String(NOW / 1000), RAW) } },
    401,
    'does not fit',
  ],
  ['no signature', { headers: { 'x-tightrope-signature': '' } }, 401, 'not signed'],
  ['a signature of another form', { headers: { 'x-tightrope-signature': 'v1=é' } }, 401, 'not signed'],
  ['an old signature', { at: NOW / 1000 - 301 }, 401, 'five minutes'],
  ['one from the future', { at: NOW / 1000 + 301 }, 401, 'five minutes'],
  ['another kind of content', { headers: { 'content-type': 'application/json' } }, 415, 'message/rfc822'],
  ['too much', { raw: Buffer.alloc(MAX_MAIL_BYTES + 1) }, 413, '10 MB'],
])('%s is refused', async (_, over, status, words) => {
  const refused = await post(over as Parameters<typeof post>[0]);
  expect(refused.status).toBe(status);
  expect(refused.body).toMatchObject({ ok: false, detail: expect.stringContaining(words) });
  expect(taken).toEqual([]);
});

test('what is no mail is refused, and what could not be kept is to be sent again, without a word of why', async () => {
  answer = 'refuse';
  expect(await post()).toEqual({ status: 422, body: { ok: false, detail: 'It is no mail.' } });
  answer = 'fail';
  const failed = await post();
  expect(failed.status).toBe(500);
  expect(JSON.stringify(failed.body)).not.toContain('password');
});

test('nothing else is answered there', async () => {
  expect((await post({ path: '/' })).status).toBe(404);
});
