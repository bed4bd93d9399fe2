// @ts-check
// Reactions under a message, and the small set of emoji to choose one from.
import { post } from './api.js';
import { h } from './dom.js';
import { COMMON, emojiOf } from './emoji.js';
import { icon } from './icons.js';
import { moveFocus, openPopup } from './popup.js';
import { nameOf, state } from './state.js';
import { toastError } from './toast.js';

/** @typedef {import('./state.js').Message} Message */

const COLUMNS = 6;

/** @param {Message} message @param {string} name */
export async function react(message, name) {
  const mine = message.reactions.find((one) => one.name === name)?.users.includes(state.as ?? '') ?? false;
  try {
    await post('react', { channel: message.channel, ts: message.ts, name, remove: mine });
  } catch (error) {
    toastError(error);
  }
}

/** @param {Message} message */
export function drawReactions(message) {
  if (message.reactions.length === 0) return null;
  return h(
    'div',
    { class: 'reactions' },
    message.reactions.map(({ name, users }) => {
      const mine = users.includes(state.as ?? '');
      const words = `${users.map(nameOf).join(', ')} reacted with :${name}:`;
      return h(
        'button',
        {
          type: 'button',
          class: mine ? 'reaction mine' : 'reaction',
          title: words,
          'aria-label': words,
          'aria-pressed': String(mine),
          onclick: () => react(message, name),
        },
        h('span', { class: 'emoji' }, emojiOf(name)),
        ` ${users.length}`,
      );
    }),
    addButton(message),
  );
}

/** @param {Message} message */
function addButton(message) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'reaction add',
      'aria-label': 'Add a reaction',
      onclick: () => pickEmoji(button, (name) => react(message, name)),
    },
    icon('smile'),
  );
  return button;
}

/** @param {HTMLElement} anchor @param {(name: string) => void} onPick @param {() => void} [onClose] */
export function pickEmoji(anchor, onPick, onClose = () => {}) {
  const grid = h('div', { class: 'emoji-grid', role: 'menu', 'aria-label': 'Emoji' });
  const close = openPopup(anchor, grid, { align: 'end', onClose });
  grid.append(
    ...COMMON.map((name) =>
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          title: `:${name}:`,
          'aria-label': name.replaceAll('_', ' '),
          onclick: () => {
            close();
            onPick(name);
          },
        },
        emojiOf(name),
      ),
    ),
  );
  grid.addEventListener('keydown', (event) =>
    moveFocus(event, [...grid.querySelectorAll('button')], COLUMNS),
  );
  dispatchEvent(new Event('resize'));
  grid.querySelector('button')?.focus();
}
