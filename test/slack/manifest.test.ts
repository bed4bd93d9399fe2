// The manifest and the code agree: what is declared is listened to, what is called is allowed, and nothing is left over.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EVENT_SCOPES } from '../../src/local-slack/manifest-scopes.ts';
import { SCOPES } from '../../src/local-slack/web-api.ts';
import type { Room } from '../../src/slack/listen.ts';
import { listenToEverything } from '../../src/slack/register.ts';
import { ACTIONS, CALLBACKS } from '../../src/slack/views/action-ids.ts';

type Manifest = {
  features: {
    agent_view?: unknown;
    slash_commands: { command: string }[];
    shortcuts: { callback_id: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};

const SOURCES = join(import.meta.dirname, '../../src');
const manifest = parse(readFileSync(join(SOURCES, '../manifest.yml'), 'utf8')) as Manifest;
const scopes = manifest.oauth_config.scopes.bot;
const events = manifest.settings.event_subscriptions.bot_events;

/** Methods that any token may call. */
const FREE = new Set([
  'auth.test',
  'chat.getPermalink',
  'views.open',
  'views.push',
  'views.update',
  'views.publish',
]);

type Heard = Record<'command' | 'event' | 'shortcut' | 'action' | 'view', (string | RegExp)[]>;

/** Registers every listener with an app that only writes down what it is asked to listen to. */
function heard(): Heard {
  const found: Heard = { command: [], event: [], shortcut: [], action: [], view: [] };
  const app = new Proxy(
    {},
    {
      get: (_, kind: string) => (what: string | RegExp) => {
        if (!(kind in found)) throw new Error(`this test does not know app.${kind}`);
        found[kind as keyof Heard].push(what);
      },
    },
  );
  listenToEverything(app as App, {} as Room);
  return found;
}

/** Every Web API method that the code calls, as `client.chat.postMessage(` shows it. */
function calledMethods(): string[] {
  const calls = sourcesOf('slack').flatMap(({ text }) =>
    [...text.matchAll(/\bclient\s*\.([a-z]+(?:\.[a-z][a-zA-Z]*)+)\(/g)].map((match) => String(match[1])),
  );
  // The client's own helper for files, which calls two methods.
  const uploads = sourcesOf('slack').some(({ text }) => text.includes('client.filesUploadV2('))
    ? ['files.getUploadURLExternal', 'files.completeUploadExternal']
    : [];
  return [...new Set([...calls, ...uploads])].sort();
}

function sourcesOf(folder: string): { file: string; text: string }[] {
  return readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(join(SOURCES, folder, file), 'utf8') }));
}

/** The name under which the manifest subscribes to what the code listens to. */
function subscriptionsOf(event: string): string[] {
  return event === 'message' ? events.filter((one) => one.startsWith('message.')) : [event];
}

describe('the manifest and the listeners', () => {
  it('declares every slash command that is listened to, and no other', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command).sort()).toEqual(
      heard().command.sort(),
    );
  });

  it('subscribes to every event that is listened to, and to no other', () => {
    const listened = heard().event.map(String).flatMap(subscriptionsOf);
    expect(events.toSorted()).toEqual([...new Set(listened)].sort());
    expect(listened.some((event) => event.startsWith('message.'))).toBe(true);
  });

  it('declares every shortcut that is listened to', () => {
    const declared = manifest.features.shortcuts.map(({ callback_id }) => callback_id);
    for (const shortcut of heard().shortcut) expect(declared).toContain(shortcut);
  });

  it('listens to every shortcut that it declares', () => {
    const { shortcut } = heard();
    for (const { callback_id } of manifest.features.shortcuts) expect(shortcut).toContain(callback_id);
  });

  it('names the shortcut as the code does', () => {
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([
      CALLBACKS.shortcutOutcome,
    ]);
  });

  const toRead: string[] = [
    CALLBACKS.draftWhy,
    CALLBACKS.caseHistory,
    CALLBACKS.caseActs,
    CALLBACKS.offers,
    CALLBACKS.caseWhy,
    CALLBACKS.caseRelationship,
    CALLBACKS.agencies,
    CALLBACKS.policyPage,
    CALLBACKS.policyHistory,
    CALLBACKS.agencies,
    CALLBACKS.digestLeave,
    CALLBACKS.importDone,
    CALLBACKS.home,
    CALLBACKS.shortcutOutcome,
  ];

  it.each(Object.values(CALLBACKS).filter((callback) => !toRead.includes(callback)))(
    'has a listener for the form %s',
    (callback) => {
      expect(heard().view).toContain(callback);
    },
  );

  it.each(Object.values(ACTIONS).filter((id) => id !== ACTIONS.policyStep))(
    'has a listener for the action %s',
    (action) => {
      const { action: listened } = heard();
      expect(listened.some((one) => (one instanceof RegExp ? one.test(action) : one === action))).toBe(true);
    },
  );
});

describe('the manifest and the Web API', () => {
  it('finds the calls in the sources', () => {
    expect(calledMethods()).toEqual(
      expect.arrayContaining(['chat.postMessage', 'chat.update', 'views.open']),
    );
  });

  it('leaves Slack to its own room', () => {
    for (const folder of ['core', 'flows', 'outside', 'db'])
      for (const { file, text } of sourcesOf(folder))
        expect(text.includes('@slack/'), `${folder}/${file} speaks to Slack`).toBe(false);
  });

  it.each(calledMethods())('may call %s', (method) => {
    const needed = SCOPES[method];
    if (!needed) expect(FREE, `${method} is in neither list of methods`).toContain(method);
    else expect(needed.some((scope) => scopes.includes(scope))).toBe(true);
  });

  it.each(events)('may hear of %s', (event) => {
    const needed = EVENT_SCOPES[event] ?? ['(unknown event)'];
    expect(needed.length === 0 || needed.some((scope) => scopes.includes(scope))).toBe(true);
  });

  it('asks for no scope that nothing needs', () => {
    const needed = new Set([
      ...calledMethods().flatMap((method) => SCOPES[method] ?? []),
      ...events.flatMap((event) => EVENT_SCOPES[event] ?? []),
      'commands', // slash commands and shortcuts
      ...(manifest.features.agent_view ? ['assistant:write'] : []),
    ]);
    expect(scopes.filter((scope) => !needed.has(scope))).toEqual([]);
  });
});
