// The Web API's views.*: modals as a stack of at most three a person, and the Home tab.
import { randomUUID } from 'node:crypto';
import { checkView } from './check-view.ts';
import type { SlackJson } from './control-api.ts';
import type { StoredView } from './stored.ts';
import { valuesOf, withBlockIds } from './view-values.ts';
import { BOT_ID, TEAM } from './workspace-data.ts';
import type { Answer, World } from './world.ts';

const MAX_STACK = 3;

/** A view as the API and interactions show it. */
export function viewAsSlack(view: StoredView, stack: readonly StoredView[]): SlackJson {
  const at = stack.findIndex(({ id }) => id === view.id);
  return {
    id: view.id,
    team_id: TEAM.id,
    type: view.kind,
    app_id: 'A0TIGHTROPE',
    bot_id: BOT_ID,
    private_metadata: '',
    callback_id: '',
    ...view.json,
    hash: view.hash,
    state: { values: valuesOf(view) },
    previous_view_id: at > 0 ? (stack[at - 1]?.id ?? null) : null,
    root_view_id: stack[0]?.id ?? view.id,
  };
}

export function makeView(user: string, kind: 'modal' | 'home', json: SlackJson): StoredView {
  return {
    id: `V${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    kind,
    user,
    json: { ...json, blocks: withBlockIds(json.blocks) },
    hash: randomUUID(),
    values: {},
    errors: {},
  };
}

/** New content in the same view: what a person typed stays where the blocks and elements are still the same. */
export function replaceView(view: StoredView, json: SlackJson): void {
  view.json = { ...json, blocks: withBlockIds(json.blocks) };
  view.hash = randomUUID();
  view.errors = {};
}

function invalid(view: unknown, kind: 'modal' | 'home'): Answer | null {
  const found = checkView(view, kind);
  return found && { error: found.error, response_metadata: { messages: found.messages } };
}

function open(world: World, args: SlackJson, push: boolean): Answer {
  const trigger = world.triggers.useTrigger(String(args.trigger_id ?? ''));
  if ('error' in trigger) return trigger;
  const refused = invalid(args.view, 'modal');
  if (refused) return refused;
  const before = push ? (world.data.modals.get(trigger.user) ?? []) : [];
  if (before.length >= MAX_STACK) return { error: 'push_limit_reached' };
  const view = makeView(trigger.user, 'modal', args.view as SlackJson);
  const stack = [...before, view];
  world.data.modals.set(trigger.user, stack);
  world.data.changed({ type: 'view' }, trigger.user);
  return { view: viewAsSlack(view, stack) };
}

function update(world: World, args: SlackJson): Answer {
  const view = world.data.view(String(args.view_id ?? ''));
  if (!view) return { error: 'not_found' };
  if (typeof args.hash === 'string' && args.hash !== view.hash) return { error: 'hash_conflict' };
  const refused = invalid(args.view, view.kind);
  if (refused) return refused;
  replaceView(view, args.view as SlackJson);
  world.data.changed({ type: 'view' }, view.user);
  return { view: viewAsSlack(view, world.data.modals.get(view.user) ?? []) };
}

function publish(world: World, args: SlackJson): Answer {
  const user = String(args.user_id ?? '');
  const refused = invalid(args.view, 'home');
  if (refused) return refused;
  const view = makeView(user, 'home', args.view as SlackJson);
  world.data.homes.set(user, view);
  world.data.changed({ type: 'view' }, user);
  return { view: viewAsSlack(view, []) };
}

export const VIEW_METHODS: Readonly<Record<string, (world: World, args: SlackJson) => Answer>> = {
  'views.open': (world, args) => open(world, args, false),
  'views.push': (world, args) => open(world, args, true),
  'views.update': update,
  'views.publish': publish,
};
