// What people do by clicking: buttons and menus, forms and their answers, shortcuts; as Slack tells the app of it.
import type { Container, ElementState, SlackJson, View } from './control-api.ts';
import { deliver, OLD_TOKEN } from './events.ts';
import { channelFor, Refusal, responseUrl, toldOf } from './people-acts.ts';
import type { StoredMessage, StoredView } from './stored.ts';
import { type Block, blocksOf, type Element, elementsOf, valuesOf } from './view-values.ts';
import { asSlack } from './web-api-chat.ts';
import { channelAsSlack } from './web-api-people.ts';
import { viewAsSlack } from './web-api-views.ts';
import { APP_ID, TEAM } from './workspace-data.ts';
import type { World } from './world.ts';

type Place = { as: string; container: Container; actionId: string; blockId?: string };
type Found = { block: Block; element: Element; view: StoredView | null; message: StoredMessage | null };

export function who({ data }: World, as: string): SlackJson {
  const person = data.people.find(({ id }) => id === as);
  return { id: as, username: person?.name, name: person?.name, team_id: TEAM.id };
}

/** What every interaction carries. */
export function common(world: World, as: string): SlackJson {
  return {
    user: who(world, as),
    team: { id: TEAM.id, domain: TEAM.domain },
    api_app_id: APP_ID,
    token: OLD_TOKEN,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: world.triggers.makeTrigger(as),
  };
}

function find(world: World, { as, container, actionId, blockId }: Place): Found {
  const view = container.type === 'view' ? ownView(world, as, container.viewId) : null;
  const message = container.type === 'message' ? shown(world, as, container.channel, container.ts) : null;
  const blocks = view ? blocksOf(view.json) : ((message?.blocks ?? []) as Block[]);
  for (const block of blocks) {
    if (blockId !== undefined && block.block_id !== blockId) continue;
    const element = elementsOf(block).find((one) => one.action_id === actionId);
    if (element) return { block, element, view, message };
  }
  throw new Refusal('element_not_found', 'That button is no longer there.');
}

function shown(world: World, as: string, channel: string, ts: string): StoredMessage {
  channelFor(world, as, channel);
  const message = world.data.message(channel, ts);
  if (!message || (message.ephemeralFor && message.ephemeralFor !== as)) {
    throw new Refusal('message_not_found', 'That message is gone.');
  }
  return message;
}

export function ownView(world: World, as: string, viewId: string): StoredView {
  const view = world.data.view(viewId);
  if (view?.user !== as) throw new Refusal('view_not_found', 'That window is closed.');
  return view;
}

/** A view's or a message's part of an interaction. */
function placeOf(world: World, as: string, { view, message }: Found): SlackJson {
  if (view) {
    const stack = world.data.modals.get(as) ?? [];
    return { container: { type: 'view', view_id: view.id }, view: viewAsSlack(view, stack) };
  }
  if (!message) return {};
  const channel = world.data.channel(message.channel);
  const threadTs = message.thread_ts ?? null;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.ephemeralFor !== null,
      ...(threadTs ? { thread_ts: threadTs } : {}),
    },
    channel: {
      id: message.channel,
      name: channel ? String(channelAsSlack(world, channel).name ?? 'directmessage') : '',
    },
    // Slack keeps no ephemeral message, so an interaction with one carries only its address.
    ...(message.ephemeralFor ? {} : { message: asSlack(message) }),
    response_url: responseUrl(world, {
      channel: message.channel,
      user: as,
      ts: message.ts,
      threadTs: threadTs === message.ts ? null : threadTs,
    }),
  };
}

function remember(found: Found, state: ElementState): void {
  const { view, block, element } = found;
  if (!view || !element.action_id) return;
  const id = block.block_id ?? '';
  view.values[id] = { ...view.values[id], [element.action_id]: { type: element.type, ...state } };
}

type States = Record<string, Record<string, ElementState>>;

/** What stands in a message's elements for the person who clicks; the message itself is the same for everybody. */
function messageValues(message: StoredMessage, { block }: Found, click: Click): States {
  const put: States = {};
  for (const [blockId, states] of Object.entries(click.values ?? {})) {
    const owner = (message.blocks as Block[]).find((one) => one.block_id === blockId);
    for (const [actionId, state] of Object.entries(states)) {
      const element = owner && elementsOf(owner).find((one) => one.action_id === actionId);
      if (!element) throw new Refusal('element_not_found', 'What you filled in is no longer there.');
      refuseTooLong(element, state);
    }
    put[blockId] = states;
  }
  const own = block.block_id ?? '';
  put[own] = { ...put[own], [click.actionId]: click.state ?? put[own]?.[click.actionId] ?? {} };
  return valuesOf({ json: { blocks: message.blocks }, values: put });
}

/** Slack's client lets nobody type more. */
function refuseTooLong({ max_length: most }: Element, { value }: ElementState): void {
  if (typeof most === 'number' && typeof value === 'string' && value.length > most) {
    throw new Refusal('too_long', `That is longer than the ${most} characters that fit there.`);
  }
}

type Click = Place & { state?: ElementState; values?: States };

export async function action(world: World, click: Click): Promise<{ appAcked: boolean; detail?: string }> {
  const found = find(world, click);
  const { block, element, message } = found;
  if (click.state) remember(found, click.state);
  const values = message ? messageValues(message, found, click) : null;
  const delivered = await deliver(world, 'interactive', `block_actions ${click.actionId}`, {
    type: 'block_actions',
    ...common(world, click.as),
    ...placeOf(world, click.as, found),
    ...(values ? { state: { values } } : {}),
    actions: [
      {
        type: element.type,
        action_id: click.actionId,
        block_id: block.block_id ?? '',
        ...(element.type === 'button' ? { text: element.text, value: element.value } : {}),
        ...click.state,
        action_ts: world.data.nextTs(world.clock.nowMs()),
      },
    ],
  });
  return toldOf(world, delivered);
}

export function setState(
  world: World,
  put: { as: string; viewId: string; blockId: string; actionId: string; state: ElementState },
): void {
  const { as, viewId, blockId, actionId } = put;
  const found = find(world, { as, container: { type: 'view', viewId }, blockId, actionId });
  remember(found, put.state);
}

export async function suggestions(
  world: World,
  asked: Place & { value: string },
): Promise<{ options: unknown; optionGroups: unknown }> {
  const found = find(world, asked);
  const { response_url: _, ...place } = placeOf(world, asked.as, found);
  const { trigger_id: __, ...rest } = common(world, asked.as);
  const delivered = await deliver(world, 'interactive', `block_suggestion ${asked.actionId}`, {
    type: 'block_suggestion',
    ...rest,
    ...place,
    action_id: asked.actionId,
    block_id: found.block.block_id ?? '',
    value: asked.value,
  });
  const payload = delivered.kind === 'acked' ? delivered.payload : null;
  return { options: payload?.options ?? [], optionGroups: payload?.option_groups };
}

export async function shortcut(
  world: World,
  asked: { as: string; callbackId: string; channel?: string; ts?: string },
): Promise<{ appAcked: boolean; detail?: string }> {
  const known = world.manifest.features?.shortcuts?.find((one) => one.callback_id === asked.callbackId);
  if (!known) throw new Refusal('unknown_shortcut', 'There is no such shortcut.');
  const base = { ...common(world, asked.as), callback_id: asked.callbackId };
  const onMessage = known.type === 'message';
  const message = onMessage ? shown(world, asked.as, asked.channel ?? '', asked.ts ?? '') : null;
  const payload = message
    ? {
        type: 'message_action',
        ...base,
        channel: { id: message.channel, name: world.data.channel(message.channel)?.name },
        message: asSlack(message),
        message_ts: message.ts,
        response_url: responseUrl(world, {
          channel: message.channel,
          user: asked.as,
          ts: null,
          threadTs: message.thread_ts === message.ts ? null : (message.thread_ts ?? null),
        }),
      }
    : { type: 'shortcut', ...base, action_ts: world.data.nextTs(world.clock.nowMs()) };
  return toldOf(world, await deliver(world, 'interactive', `shortcut ${asked.callbackId}`, payload));
}

/** A view as the control API shows it. */
export function viewForPage(world: World, view: StoredView): View {
  const stack = world.data.modals.get(view.user) ?? [];
  return {
    id: view.id,
    kind: view.kind,
    callbackId: String(view.json.callback_id ?? ''),
    json: view.json,
    hash: view.hash,
    values: valuesOf(view),
    errors: view.errors,
    depth: stack.indexOf(view),
  };
}
