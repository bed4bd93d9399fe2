// What Slack refuses when an app is made from a manifest: each limit at it and over it, and what must go together.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkManifest } from '../../src/local-slack/check-manifest.ts';
import { chars, type Json, many } from './block-examples.ts';

const OURS = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');

/** Our manifest with one place set anew; `value` undefined takes the place away. */
function withAt(path: string, value: unknown): Json {
  const manifest = parse(OURS) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: Json = manifest;
  for (const key of keys) {
    place[key] ??= {};
    place = place[key] as Json;
  }
  if (value === undefined) delete place[last];
  else place[last] = value;
  return manifest;
}

const command = (more: Json = {}) => ({ command: '/overdue', description: 'See who owes what', ...more });
const shortcut = (more: Json = {}) => ({
  name: 'Log this',
  type: 'message',
  callback_id: 'log',
  description: 'Logs it',
  ...more,
});
const prompt = { title: 'Who?', message: 'Who is overdue?' };

const LIMITS: readonly (readonly [string, number, string, (size: number) => unknown])[] = [
  ['the name', 35, 'display_information.name', chars],
  ['the description', 140, 'display_information.description', chars],
  ['the long description', 4000, 'display_information.long_description', chars],
  ['the name of the bot', 80, 'features.bot_user.display_name', chars],
  ['what the agent is', 300, 'features.agent_view.agent_description', chars],
  ['a slash command', 32, 'features.slash_commands', (n) => [command({ command: `/${chars(n - 1)}` })]],
  ['what a command does', 2000, 'features.slash_commands', (n) => [command({ description: chars(n) })]],
  ['how a command is used', 1000, 'features.slash_commands', (n) => [command({ usage_hint: chars(n) })]],
  ['the name of a shortcut', 24, 'features.shortcuts', (n) => [shortcut({ name: chars(n) })]],
  ['what a shortcut does', 150, 'features.shortcuts', (n) => [shortcut({ description: chars(n) })]],
  ['the callback_id of a shortcut', 255, 'features.shortcuts', (n) => [shortcut({ callback_id: chars(n) })]],
  ['commands', 50, 'features.slash_commands', (n) => many(n, (i) => command({ command: `/c${i}` }))],
  ['shortcuts', 10, 'features.shortcuts', (n) => many(n, (i) => shortcut({ callback_id: `s${i}` }))],
  ['suggested prompts', 4, 'features.agent_view.suggested_prompts', (n) => many(n, () => prompt)],
  ['domains to unfurl', 5, 'features.unfurl_domains', (n) => many(n, (i) => `d${i}.example`)],
  ['ranges of addresses', 50, 'settings.allowed_ip_address_ranges', (n) => many(n, (i) => `10.0.0.${i}`)],
];

describe('checkManifest', () => {
  it('takes our own manifest', () => {
    expect(checkManifest(parse(OURS))).toEqual([]);
  });

  it('takes the least that Slack takes', () => {
    expect(checkManifest({ display_information: { name: 'Tightrope' } })).toEqual([]);
  });

  it.each(LIMITS)('takes %s up to %i', (_what, most, path, make) => {
    expect(checkManifest(withAt(path, make(most)))).toEqual([]);
  });

  it.each(LIMITS)('refuses %s above %i', (_what, most, path, make) => {
    const found = checkManifest(withAt(path, make(most + 1)));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
    expect(found[0]).toContain(`at most ${most}`);
  });

  it('refuses a long description that is too short to be one', () => {
    const at = 'display_information.long_description';
    expect(checkManifest(withAt(at, chars(175)))).toEqual([]);
    expect(checkManifest(withAt(at, chars(174)))).toEqual([`${at} must have at least 175 characters.`]);
  });

  it.each([
    ['', 'icon'],
    ['display_information', 'icon'],
    ['features', 'workflow'],
    ['features.app_home', 'tab'],
    ['features.bot_user', 'name'],
    ['features.agent_view', 'greeting'],
    ['features.slash_commands.0', 'hint'],
    ['features.shortcuts.0', 'icon'],
    ['oauth_config', 'scope'],
    ['oauth_config.scopes', 'app'],
    ['settings', 'socket_mode'],
    ['settings.interactivity', 'enabled'],
    ['settings.event_subscriptions', 'events'],
  ])('refuses a field it does not know in "%s"', (path, key) => {
    const found = checkManifest(withAt(path === '' ? key : `${path}.${key}`, true));
    expect(found).toEqual([`${path || 'The manifest'}: Slack knows no field "${key}" here.`]);
  });

  it.each(['/Overdue', 'overdue', '/over due', '/', '/überfällig', '//overdue'])(
    'refuses %s as a slash command',
    (name) => {
      expect(checkManifest(withAt('features.slash_commands', [command({ command: name })]))).not.toEqual([]);
    },
  );

  it.each<readonly [string, string, unknown, string]>([
    [
      'a manifest without a name',
      'display_information.name',
      undefined,
      'display_information.name is missing.',
    ],
    [
      'a switch that is a word',
      'settings.socket_mode_enabled',
      'yes',
      'settings.socket_mode_enabled must be of the type boolean.',
    ],
    [
      'a shortcut of no kind',
      'features.shortcuts',
      [shortcut({ type: 'channel' })],
      'features.shortcuts.0.type must be global or message.',
    ],
    [
      'an address that is not safe',
      'settings.interactivity.request_url',
      'http://example.com',
      'settings.interactivity.request_url must begin with https://.',
    ],
    [
      'a colour that is none',
      'display_information.background_color',
      'navy',
      'display_information.background_color must be a colour such as #1d3b4f.',
    ],
    ['bot scopes without a bot', 'features.bot_user', undefined, 'Scopes for a bot need features.bot_user.'],
    [
      'a command twice',
      'features.slash_commands',
      [command(), command()],
      'features.slash_commands has /overdue twice.',
    ],
    [
      'a shortcut twice',
      'features.shortcuts',
      [shortcut(), shortcut()],
      'features.shortcuts has the callback_id "log" twice.',
    ],
  ])('refuses %s', (_what, path, value, sentence) => {
    expect(checkManifest(withAt(path, value))).toEqual([sentence]);
  });

  it('refuses a scope and an event that Slack does not know, and either of them twice', () => {
    const scopes = [...ourScopes(), 'chat:read', 'commands'];
    expect(checkManifest(withAt('oauth_config.scopes.bot', scopes))).toEqual([
      'oauth_config.scopes.bot: Slack knows no scope "chat:read" for bots.',
      'oauth_config.scopes.bot names "commands" twice.',
    ]);
    const events = ['app_home_opened', 'message.dm', 'app_home_opened'];
    expect(checkManifest(withAt('settings.event_subscriptions.bot_events', events))).toEqual([
      'settings.event_subscriptions.bot_events: Slack knows no event "message.dm" for bots.',
      'settings.event_subscriptions.bot_events names "app_home_opened" twice.',
    ]);
  });

  it.each([
    ['channels:history', 'message.channels'],
    ['groups:history', 'message.groups'],
    ['im:history', 'message.im'],
    ['app_mentions:read', 'app_mention'],
  ])('says that without %s nobody hears of %s', (scope, event) => {
    const found = checkManifest(
      withAt(
        'oauth_config.scopes.bot',
        ourScopes().filter((one) => one !== scope),
      ),
    );
    expect(found).toEqual([
      `settings.event_subscriptions.bot_events: "${event}" needs the scope ${scope}, which oauth_config.scopes.bot lacks.`,
    ]);
  });

  it.each([
    ['commands', 'Slash commands and shortcuts need the scope commands in oauth_config.scopes.bot.'],
    ['assistant:write', 'The agent view needs the scope assistant:write in oauth_config.scopes.bot.'],
  ])('says what needs %s', (scope, sentence) => {
    const scopes = ourScopes().filter((one) => one !== scope);
    expect(checkManifest(withAt('oauth_config.scopes.bot', scopes))).toEqual([sentence]);
  });

  it('wants addresses for everything once Socket Mode is off', () => {
    expect(checkManifest(withAt('settings.socket_mode_enabled', false))).toEqual([
      'settings.event_subscriptions needs a request_url, or Socket Mode enabled.',
      'settings.interactivity needs a request_url, or Socket Mode enabled.',
      'The slash command /overdue needs a url, or Socket Mode enabled.',
    ]);
  });

  it('refuses what is no manifest at all', () => {
    for (const nothing of [null, undefined, 'name: Tightrope', [], 7])
      expect(checkManifest(nothing)).toHaveLength(1);
  });
});

function ourScopes(): string[] {
  return (parse(OURS) as { oauth_config: { scopes: { bot: string[] } } }).oauth_config.scopes.bot;
}
