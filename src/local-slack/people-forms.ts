// Forms handed in and closed: Slack's own checks first, then what the app answers (errors, another view, closed).
import { checkView } from './check-view.ts';
import type { ElementState, SlackJson } from './control-api.ts';
import { deliver } from './events.ts';
import { Refusal, toldOf } from './people-acts.ts';
import { common, ownView } from './people-clicks.ts';
import type { StoredView } from './stored.ts';
import { blocksOf, missingInputs } from './view-values.ts';
import { makeView, replaceView, viewAsSlack } from './web-api-views.ts';
import type { World } from './world.ts';

type Submitted = { closed: boolean; errors: Record<string, string> };

const MAX_STACK = 3;

export async function submit(
  world: World,
  given: { as: string; viewId: string; values?: Record<string, Record<string, ElementState>> },
): Promise<Submitted> {
  const view = ownView(world, given.as, given.viewId);
  if (view.kind !== 'modal') throw new Refusal('not_a_modal', 'The Home tab cannot be handed in.');
  fill(view, given.values ?? {});
  const missing = missingInputs(view);
  if (Object.keys(missing).length > 0) return refuse(world, view, missing);
  const stack = world.data.modals.get(given.as) ?? [];
  const delivered = await deliver(world, 'interactive', `view_submission ${view.json.callback_id ?? ''}`, {
    type: 'view_submission',
    ...common(world, given.as),
    view: viewAsSlack(view, stack),
    response_urls: [],
  });
  if (delivered.kind !== 'acked') {
    throw new Refusal('operation_timeout', toldOf(world, delivered).detail ?? 'Try again.');
  }
  return obey(world, view, delivered.payload);
}

function fill(view: StoredView, values: Record<string, Record<string, ElementState>>): void {
  for (const [block, states] of Object.entries(values)) {
    view.values[block] = { ...view.values[block], ...states };
  }
}

function refuse(world: World, view: StoredView, errors: Record<string, string>): Submitted {
  view.errors = errors;
  world.data.changed({ type: 'view' }, view.user);
  return { closed: false, errors };
}

/** Does what the app's answer to a submission says. An answer Slack would not take is told as Slack tells it. */
function obey(world: World, view: StoredView, answer: SlackJson | null): Submitted {
  switch (answer?.response_action) {
    case 'errors':
      return refuse(world, view, knownErrors(view, answer.errors));
    case 'update':
      replaceView(view, checked(answer.view));
      world.data.changed({ type: 'view' }, view.user);
      return { closed: false, errors: {} };
    case 'push': {
      const stack = world.data.modals.get(view.user) ?? [];
      if (stack.length >= MAX_STACK) throw new Refusal('push_limit_reached', 'Too many windows are open.');
      world.data.modals.set(view.user, [...stack, makeView(view.user, 'modal', checked(answer.view))]);
      world.data.changed({ type: 'view' }, view.user);
      return { closed: false, errors: {} };
    }
    case 'clear':
      world.data.modals.delete(view.user);
      break;
    default:
      leave(world, view);
  }
  world.data.changed({ type: 'view' }, view.user);
  return { closed: true, errors: {} };
}

/** Slack drops the whole answer when an error names no input block, and the person sees only a general failure. */
function knownErrors(view: StoredView, errors: unknown): Record<string, string> {
  const given = (errors ?? {}) as Record<string, string>;
  const inputs = new Set(blocksOf(view.json).flatMap((one) => (one.type === 'input' ? [one.block_id] : [])));
  const unknown = Object.keys(given).filter((id) => !inputs.has(id));
  if (unknown.length > 0 || Object.keys(given).length === 0) {
    throw new Refusal('invalid_errors', `The app named no input of this form: ${unknown.join(', ')}`);
  }
  return given;
}

function checked(view: unknown): SlackJson {
  const found = checkView(view, 'modal');
  if (found) throw new Refusal(found.error, found.messages.join('; '));
  return view as SlackJson;
}

function leave(world: World, view: StoredView): void {
  const rest = (world.data.modals.get(view.user) ?? []).filter((one) => one !== view);
  if (rest.length > 0) world.data.modals.set(view.user, rest);
  else world.data.modals.delete(view.user);
}

/** Cancel closes the top view, the cross closes all; the app hears of it where a view asked for that. */
export async function close(
  world: World,
  { as, viewId, all = false }: { as: string; viewId: string; all?: boolean },
): Promise<void> {
  const view = ownView(world, as, viewId);
  const stack = world.data.modals.get(as) ?? [];
  const closing = all ? stack : [view];
  const told = closing
    .filter(({ json }) => json.notify_on_close === true)
    .map((one) => ({
      type: 'view_closed',
      ...common(world, as),
      view: viewAsSlack(one, stack),
      is_cleared: all,
    }));
  for (const one of closing) leave(world, one);
  world.data.changed({ type: 'view' }, as);
  for (const payload of told) await deliver(world, 'interactive', 'view_closed', payload);
}
