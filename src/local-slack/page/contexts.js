// @ts-check
// What surrounds blocks: what is put into a message stays in this page and goes with a press; a form keeps it on the server.
import { post } from './api.js';
import { state as page } from './state.js';
import { toastError } from './toast.js';

/** @typedef {import('./blocks/place.js').Context} Context */
/** @typedef {import('./state.js').Message} Message */
/** @typedef {import('./state.js').View} View */
/** @typedef {Record<string, any>} Json */

const KEEP_AFTER_MS = 250;

/** @typedef {Record<string, Record<string, Json>>} Values */

/** What one person has put into one message, and the fields as they were then. @type {Map<string, {values: Values, fields: Set<string>}>} */
const filledIn = new Map();

/**
 * What was typed outlives a redrawing, as when somebody reacts to the message, and is the same wherever it is drawn.
 * A field that the app changed or took away takes with it what stood there, and a choice begins anew.
 * @param {Message} message @returns {Values}
 */
function valuesOf(message) {
  const key = `${page.as} ${message.channel} ${message.ts}`;
  const fields = new Map(
    message.blocks
      .filter((block) => block.type === 'input')
      .map((block) => [String(block.block_id), JSON.stringify(block)]),
  );
  const known = filledIn.get(key) ?? { values: {}, fields: new Set() };
  for (const id of Object.keys(known.values)) {
    if (!known.fields.has(fields.get(id) ?? '')) delete known.values[id];
  }
  known.fields = new Set(fields.values());
  filledIn.set(key, known);
  return known.values;
}

/** @param {Message} message @param {boolean} [isAttached] blocks below the message, which Slack keeps apart @returns {Context} */
export function messageContext(message, isAttached = false) {
  const container = { type: 'message', channel: message.channel, ts: message.ts };
  /** @type {Values} */
  const values = isAttached ? {} : valuesOf(message);
  return {
    surface: 'message',
    act: (actionId, blockId, state) =>
      post('action', { container, actionId, blockId, state, ...(isAttached ? {} : { values }) }),
    keep: (blockId, actionId, state) => {
      values[blockId] = { ...values[blockId], [actionId]: state };
    },
    kept: (blockId, actionId) => values[blockId]?.[actionId],
    suggest: (actionId, blockId, value) => post('suggestions', { container, actionId, blockId, value }),
  };
}

/** The values of one form: the server's, and over them what was put in here since. */
export class Form {
  /** @param {View} view @param {'modal' | 'home'} surface */
  constructor(view, surface) {
    this.view = view;
    /** @type {Record<string, Record<string, Json>>} */
    this.typed = {};
    /** @type {Map<string, () => Promise<unknown>>} */
    this.waiting = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Context} */
    this.context = {
      surface,
      act: (actionId, blockId, state) => this.act(actionId, blockId, state),
      keep: (blockId, actionId, state) => this.keep(blockId, actionId, state),
      kept: (blockId, actionId) => this.typed[blockId]?.[actionId] ?? this.view.values?.[blockId]?.[actionId],
      suggest: (actionId, blockId, value) =>
        post('suggestions', { container: this.container(), actionId, blockId, value }),
    };
  }

  container() {
    return { type: 'view', viewId: this.view.id };
  }

  /** @param {string} blockId @param {string} actionId @param {Json} state */
  keep(blockId, actionId, state) {
    this.typed[blockId] = { ...this.typed[blockId], [actionId]: state };
    this.waiting.set(`${blockId} ${actionId}`, () =>
      post('state', { viewId: this.view.id, blockId, actionId, state }),
    );
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush().catch(toastError), KEEP_AFTER_MS);
  }

  /** The server must know what was typed before the app hears of a press. */
  async flush() {
    clearTimeout(this.timer);
    const work = [...this.waiting.values()];
    this.waiting.clear();
    await Promise.all(work.map((send) => send()));
  }

  /** @param {string} actionId @param {string} blockId @param {Json | undefined} state */
  async act(actionId, blockId, state) {
    this.waiting.delete(`${blockId} ${actionId}`);
    await this.flush();
    return post('action', { container: this.container(), actionId, blockId, state });
  }

  forget() {
    clearTimeout(this.timer);
    this.waiting.clear();
  }
}
