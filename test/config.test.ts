// Every wrong or half setting is refused in one sentence that names it, and never repeats a secret.
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

/** Words that stand for secrets here, and must not come back in any sentence. */
const SECRET = 'Zx9-hush-hush';
const BOT = `xoxb-${SECRET}`;
const APP = `xapp-${SECRET}`;

function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('these settings were taken');
}

type Case = [what: string, env: Record<string, string>, names: string[], toDo: RegExp];

const REFUSED: Case[] = [
  [
    'an app token alone',
    { SLACK_APP_TOKEN: APP },
    ['SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'],
    /copy the "Bot User OAuth Token".*or unset/,
  ],
  [
    'a signing secret alone',
    { SLACK_SIGNING_SECRET: SECRET },
    ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'],
    /or unset SLACK_SIGNING_SECRET/,
  ],
  [
    'a bot token alone',
    { SLACK_BOT_TOKEN: BOT },
    ['SLACK_BOT_TOKEN'],
    /set SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/,
  ],
  [
    'a user token as the bot token',
    { SLACK_BOT_TOKEN: `xoxp-${SECRET}`, SLACK_APP_TOKEN: APP },
    ['SLACK_BOT_TOKEN'],
    /must start with xoxb-: copy/,
  ],
  [
    'a bot token as the app token',
    { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT },
    ['SLACK_APP_TOKEN'],
    /must start with xapp-: make an app-level token/,
  ],
  [
    'the two tokens exchanged',
    { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT },
    ['SLACK_BOT_TOKEN'],
    /must start with xoxb-/,
  ],
  [
    'an address of Slack without a protocol',
    { SLACK_API_URL: `slack.com/${SECRET}` },
    ['SLACK_API_URL'],
    /like https:\/\/slack\.com\/api\//,
  ],
  [
    'an address of Slack of another kind',
    { SLACK_API_URL: `ftp://${SECRET}@slack.com` },
    ['SLACK_API_URL'],
    /like https:/,
  ],
  ['a port that is a word', { PORT: SECRET }, ['PORT'], /a number from 0 to 65535/],
  ['a port that is too high', { PORT: '65536' }, ['PORT'], /a number from 0 to 65535/],
  ['a port below zero', { PORT: '-1' }, ['PORT'], /a number from 0 to 65535/],
  ['half a port', { PORT: '3000.5' }, ['PORT'], /a number from 0 to 65535/],
  [
    'a database of another kind',
    { DATABASE_URL: `mysql://maria:${SECRET}@db/tightrope` },
    ['DATABASE_URL'],
    /like postgresql:/,
  ],
  [
    'a database without a protocol',
    { DATABASE_URL: `maria:${SECRET}@db/tightrope` },
    ['DATABASE_URL'],
    /like postgresql:/,
  ],
  [
    'a database without a server',
    { DATABASE_URL: 'postgresql:///tightrope' },
    ['DATABASE_URL'],
    /like postgresql:/,
  ],
  [
    'a mail server of another kind',
    { SMTP_URL: `https://maria:${SECRET}@mail.example` },
    ['SMTP_URL'],
    /like smtps:/,
  ],
  ['a mail server without a protocol', { SMTP_URL: `mail.example:465` }, ['SMTP_URL'], /like smtps:/],
  [
    'a model without its key',
    { OPENAI_MODEL: 'gpt-5-mini' },
    ['OPENAI_MODEL', 'OPENAI_API_KEY'],
    /set the key .*or unset OPENAI_MODEL/,
  ],
  [
    'a model’s address without its key',
    { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' },
    ['OPENAI_BASE_URL', 'OPENAI_API_KEY'],
    /any word will do/,
  ],
  [
    'a model’s address that is none',
    { OPENAI_API_KEY: SECRET, OPENAI_BASE_URL: `localhost ${SECRET}` },
    ['OPENAI_BASE_URL'],
    /like https:\/\/api\.openai\.com\/v1/,
  ],
  ['an undo time in words', { UNDO_SECONDS: 'half a minute' }, ['UNDO_SECONDS'], /from 0 to 600/],
  ['an undo time below zero', { UNDO_SECONDS: '-1' }, ['UNDO_SECONDS'], /from 0 to 600/],
  ['an undo time of eleven minutes', { UNDO_SECONDS: '660' }, ['UNDO_SECONDS'], /from 0 to 600/],
  ['a log level that is none', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL'], /debug, info, warn, error, silent/],
  ['a switch that is neither', { SAMPLE_DATA: 'perhaps' }, ['SAMPLE_DATA'], /on or off/],
  [
    'a mailbox without a password',
    { IMAP_URL: `imaps://dana@${SECRET}` },
    ['IMAP_URL'],
    /name and a password/,
  ],
  ['a mailbox that is none', { IMAP_URL: SECRET }, ['IMAP_URL'], /must be an address like/],
  ['a password with a bare %', { IMAP_URL: `imaps://a:%zz${SECRET}@x.example` }, ['IMAP_URL'], /% as %25/],
  [
    'a poll every second',
    { IMAP_URL: 'imaps://a:b@x.example', IMAP_POLL_SECONDS: '1' },
    ['IMAP_POLL_SECONDS'],
    /from 5 to 3600/,
  ],
  [
    'a short secret',
    { INBOUND_SECRET: SECRET, INBOUND_PORT: '1' },
    ['INBOUND_SECRET'],
    /at least 24 characters/,
  ],
  ['a port without a secret', { INBOUND_PORT: '8025' }, ['INBOUND_PORT', 'INBOUND_SECRET'], /set the secret/],
  ['a secret without a port', { INBOUND_SECRET: SECRET.repeat(3) }, ['INBOUND_PORT'], /must be a number/],
  [
    'a port of its own where Slack posts',
    {
      SLACK_BOT_TOKEN: BOT,
      SLACK_SIGNING_SECRET: SECRET,
      INBOUND_SECRET: SECRET.repeat(3),
      INBOUND_PORT: '1',
    },
    ['INBOUND_PORT'],
    /Unset it/,
  ],
];

describe('settings that are refused', () => {
  test.each(REFUSED)('%s', (_, env, names, toDo) => {
    const sentence = refusalOf(env);
    for (const name of names) expect(sentence).toContain(name);
    expect(sentence).toMatch(toDo);
    expect(sentence).not.toContain(SECRET);
    expect(sentence).toMatch(/^[^\n]+\.$/);
  });
});

describe('settings that are taken', () => {
  test('none at all: Local Slack, a database of its own, the sample, no model and no mail server', () => {
    expect(readConfig({})).toEqual({
      slack: { kind: 'local', port: 3000 },
      databaseUrl: null,
      model: null,
      smtpUrl: null,
      imap: null,
      inbound: null,
      dataDir: '.data',
      sample: true,
      undoSeconds: 30,
      logLevel: 'info',
    });
  });

  test('empty ones are as none, as a copied example file leaves them', () => {
    const names = [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'DATABASE_URL',
      'SMTP_URL',
      'OPENAI_API_KEY',
      'PORT',
      'UNDO_SECONDS',
    ];
    const empty = Object.fromEntries(names.map((name, index) => [name, index % 2 ? '' : '  ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('a bot token and an app token: Socket Mode with the real Slack, never Local Slack', () => {
    const { slack } = readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP });
    expect(slack).toEqual({ kind: 'socket', botToken: BOT, appToken: APP, apiUrl: null });
  });

  test('a bot token and a signing secret: signed HTTP on the port', () => {
    const { slack } = readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: '8080' });
    expect(slack).toEqual({ kind: 'http', botToken: BOT, signingSecret: SECRET, port: 8080, apiUrl: null });
  });

  test('a mailbox, by its address with name, password and folder', () => {
    const url = 'imaps://dana%40x.example:p%3Aw@mail.example/Inbox%2FAnswers';
    expect(readConfig({ IMAP_URL: url }).imap).toEqual({
      host: 'mail.example',
      port: 993,
      isTls: true,
      user: 'dana@x.example',
      password: 'p:w',
      folder: 'Inbox/Answers',
      pollMs: 60_000,
    });
    const plain = readConfig({ IMAP_URL: 'imap://a:b@[::1]', IMAP_POLL_SECONDS: '5' }).imap;
    expect(plain).toMatchObject({ host: '::1', port: 143, isTls: false, folder: 'INBOX', pollMs: 5_000 });
  });

  test('a secret for posted mails: at a port of its own, or where Slack posts', () => {
    const secret = 'x'.repeat(24);
    expect(readConfig({ INBOUND_SECRET: secret, INBOUND_PORT: '8025' }).inbound).toEqual({
      secret,
      port: 8025,
    });
    const http = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET };
    expect(readConfig({ ...http, INBOUND_SECRET: secret }).inbound).toEqual({ secret, port: null });
  });

  test('spaces around a pasted value', () => {
    expect(readConfig({ SMTP_URL: ' smtp://mail.example:25\n' }).smtpUrl).toBe('smtp://mail.example:25');
  });

  test('the limits themselves', () => {
    expect(readConfig({ UNDO_SECONDS: '0' }).undoSeconds).toBe(0);
    expect(readConfig({ UNDO_SECONDS: '600' }).undoSeconds).toBe(600);
    expect(readConfig({ PORT: '65535' }).slack).toMatchObject({ port: 65535 });
    expect(readConfig({ PORT: '0' }).slack).toMatchObject({ port: 0 });
  });

  test.each(['on', 'TRUE', 'yes', '1'])('SAMPLE_DATA=%s is on', (word) => {
    expect(readConfig({ SAMPLE_DATA: word }).sample).toBe(true);
  });

  test.each(['off', 'False', 'no', '0'])('SAMPLE_DATA=%s is off', (word) => {
    expect(readConfig({ SAMPLE_DATA: word }).sample).toBe(false);
  });

  test('nothing can change them afterwards', () => {
    const config = readConfig({});
    expect(() => Object.assign(config, { smtpUrl: 'smtp://elsewhere' })).toThrow(TypeError);
  });
});
