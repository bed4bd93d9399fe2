// @ts-check
// Where an element stands, and what happens when a person does something to it.

import { askConfirm } from '../dialog.js';
import { tellIfUnanswered, toastError } from '../toast.js';
import { drawText } from './text.js';

/** @typedef {Record<string, any>} Json */

/**
 * What surrounds the blocks: a message, a modal or the Home tab.
 * @typedef {{
 *   surface: 'message' | 'modal' | 'home',
 *   act: (actionId: string, blockId: string, elementState?: Json) => Promise<Json>,
 *   keep: (blockId: string, actionId: string, elementState: Json) => void,
 *   kept: (blockId: string, actionId: string) => Json | undefined,
 *   suggest: (actionId: string, blockId: string, typed: string) => Promise<Json>,
 *   submit?: () => void,
 * }} Context
 */

/**
 * @typedef {{
 *   ctx: Context,
 *   block: Json,
 *   element: Json,
 *   input: boolean,
 *   controlId?: string,
 *   labelId?: string,
 *   describedBy?: string,
 * }} Place `input`: within an input block, where a choice is only kept until the form is sent.
 */

/** @param {Place} place */
export function idsOf({ block, element }) {
  return { 'data-action-id': element.action_id ?? null, 'data-block-id': block.block_id ?? null };
}

/** What every control carries: its ids, its label and its hint. @param {Place} place @param {string} [words] its label where no other stands beside it */
export function controlProps(place, words) {
  return {
    ...idsOf(place),
    id: place.controlId ?? null,
    'aria-labelledby': place.labelId ?? null,
    'aria-label': place.labelId
      ? null
      : (words ?? place.element.placeholder?.text ?? place.element.action_id ?? null),
    'aria-describedby': place.describedBy ?? null,
  };
}

/** What the person chose before, or what the element began with. @param {Place} place @returns {Json} */
export function keptOf({ ctx, block, element }) {
  return ctx.kept(block.block_id ?? '', element.action_id ?? '') ?? {};
}

/** Does a choice here go to the app at once? @param {Place} place */
export function dispatches({ block, input }) {
  return !input || block.dispatch_action === true;
}

/**
 * A choice: kept, and told to the app where Slack tells it.
 * @param {Place} place
 * @param {HTMLElement} node
 * @param {Json} elementState
 * @param {() => void} [undo] draws what was chosen before, when the person does not confirm
 */
export async function choose(place, node, elementState, undo = () => {}) {
  if (place.element.confirm && dispatches(place) && !(await askConfirm(place.element.confirm, drawText))) {
    undo();
    return;
  }
  place.ctx.keep(place.block.block_id ?? '', place.element.action_id ?? '', elementState);
  if (dispatches(place)) await send(place, node, elementState);
}

/** A press: asked about where the element says so, then told. @param {Place} place @param {HTMLElement} node @param {Json} [elementState] */
export async function press(place, node, elementState) {
  if (node.getAttribute('aria-busy') === 'true') return;
  if (place.element.confirm && !(await askConfirm(place.element.confirm, drawText))) return;
  await send(place, node, elementState);
}

/** Pending until the app has answered. @param {Place} place @param {HTMLElement} node @param {Json} [elementState] */
async function send(place, node, elementState) {
  node.setAttribute('aria-busy', 'true');
  node.classList.add('pending');
  try {
    const { ctx, block, element } = place;
    tellIfUnanswered(await ctx.act(element.action_id ?? '', block.block_id ?? '', elementState));
  } catch (error) {
    toastError(error);
  } finally {
    node.removeAttribute('aria-busy');
    node.classList.remove('pending');
  }
}
