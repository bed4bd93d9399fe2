// What the log may hold: enough to mend a fault, and nothing that is a secret or a customer's.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../src/log.ts';

const SECRETS = [
  'xoxb-1234567890-abcDEF',
  'xapp-1-A0123-456-abcdef',
  'xoxe.xoxp-1-abc'.slice(5),
  'sk-proj-AbCdEfGh12345678',
  'rk_live_AbCdEfGh12345678',
  'whsec_AbCdEfGh12345678',
  'dana@acme-robotics.example',
  'jürgen.müller@straße-gmbh.de',
  'o\u2019neil@mail.example',
  'root@localhost',
];

const URLS = [
  ['postgres://tightrope:s3cret@db.example:5432/app', 's3cret'],
  ['postgresql://app:p:a/s@s@db.example/app', 'p:a/s@s'],
  ['smtps://mailer:hun%40ter2@smtp.example', 'hun%40ter2'],
  ['redis://:onlyapassword@cache.example', 'onlyapassword'],
] as const;

const logged = (value: unknown) => JSON.stringify(redact(value));

describe('the log leaves out', () => {
  test.each(SECRETS)('%s, wherever it stands', (secret) => {
    const cause = new AggregateError([new Error(`inner ${secret}`)], `outer ${secret}`);
    const places = [
      `before ${secret} after`,
      `(${secret})`,
      { deep: [{ er: { still: secret } }] },
      { [secret]: 1 },
      new Error(`failed for ${secret}`, { cause }),
      new Map([['key', { secret }]]),
      new Set([secret]),
      Object.assign(new Error('x'), { code: secret }),
    ];
    for (const place of places) expect(logged(place)).not.toContain(secret);
  });

  test.each(URLS)('the password in %s', (url, password) => {
    expect(logged({ connection: `could not reach ${url} today` })).not.toContain(password);
    expect(logged(new Error(url))).toContain(url.split('://')[0]);
  });

  test.each([
    'token',
    'accessToken',
    'client_secret',
    'signingSecret',
    'password',
    'Authorization',
    'apiKey',
    'api_key',
    'set-cookie',
    'x-slack-signature',
    'text',
    'html',
    'Subject',
    'quote',
    'blocks',
  ])('the field %s, whatever stands in it', (field) => {
    expect(redact({ [field]: 'Dear Dana' })).toEqual({ [field]: '[left out]' });
    expect(redact({ request: { [field]: { any: ['Dear Dana'] } } })).toEqual({
      request: { [field]: '[left out]' },
    });
  });

  test('the bytes of a file', () => {
    expect(redact({ file: Buffer.from('Dear Dana') })).toEqual({ file: '[9 bytes]' });
  });

  test('what a library hung on its error', () => {
    const error = Object.assign(new Error('refused'), {
      data: { prompt: 'Dear Dana' },
      response: 'Dear Dana',
    });
    expect(logged(error)).not.toContain('Dear Dana');
  });
});

describe('the log keeps', () => {
  test.each([
    'a click on draft.approve failed',
    'at file:///app/node_modules/@slack/bolt/dist/App.js:10:3',
    'told <@U0BEN> in C0OVERDUE',
    'https://slack.com/api/chat.postMessage answered ratelimited',
  ])('%s', (words) => {
    expect(redact(words)).toBe(words);
  });

  test('the name, message, code, stack and cause of an error', () => {
    const error = Object.assign(new TypeError('it broke', { cause: new Error('because of this') }), {
      code: 'E1',
    });
    expect(redact({ error })).toMatchObject({
      error: { name: 'TypeError', message: 'it broke', code: 'E1', cause: { message: 'because of this' } },
    });
    expect(logged(error)).toContain('log.test.ts');
  });

  test('days, amounts and numbers', () => {
    const at = new Date('2026-11-24T09:00:00Z');
    expect(redact({ minor: 123n, at, done: true, none: null, kinds: [1, 2] })).toEqual({
      minor: '123',
      at: '2026-11-24T09:00:00.000Z',
      done: true,
      none: null,
      kinds: [1, 2],
    });
  });
});

test('whatever is logged, it can be written, ends, and no address or token survives in it', () => {
  const secret = fc.constantFrom(...SECRETS);
  const words = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.string(),
        fc.constantFrom(' ', '(', '=', '/'),
        secret,
        fc.constantFrom(' ', ',', ')', '>', '"', ''),
      )
      .map((parts) => parts.join('')),
  );
  const anything = fc.anything({ values: [words, fc.bigInt(), fc.date(), fc.double()], withBigInt: true });
  fc.assert(
    fc.property(anything, (value) => {
      const holder: Record<string, unknown> = { value };
      holder.itself = holder;
      const line = JSON.stringify(redact(holder));
      for (const each of SECRETS) expect(line).not.toContain(each);
    }),
    { numRuns: 2_000 },
  );
});
