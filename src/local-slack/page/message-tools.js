// @ts-check
// What can be done with a message: react, answer in its thread, hand it to the app, edit or delete one's own.
import { post } from './api.js';
import { askDialog } from './dialog.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './popup.js';
import { pickEmoji, react } from './reactions.js';
import { goChannel, hashOf } from './route.js';
import { appName, state } from './state.js';
import { tellIfUnanswered, toast, toastError } from './toast.js';

/** @typedef {import('./state.js').Message} Message */

/**
 * @param {Message} message
 * @param {HTMLElement} node the message as drawn
 * @param {{inThread: boolean, onEdit: () => void}} options
 * @returns {HTMLElement}
 */
export function drawTools(message, node, { inThread, onEdit }) {
  // While something of it is open, the bar stays, although the pointer has left the message.
  const held = (/** @type {boolean} */ open) => node.classList.toggle('held', open);
  const tool = (
    /** @type {string} */ words,
    /** @type {string} */ drawing,
    /** @type {(button: HTMLElement) => void} */ act,
  ) => {
    const button = h(
      'button',
      { type: 'button', class: 'icon-button', title: words, 'aria-label': words, onclick: () => act(button) },
      icon(drawing),
    );
    return button;
  };
  const menu = tool('More actions', 'more', (button) =>
    openMenu(button, menuItems(message, onEdit), 'More actions'),
  );
  menu.setAttribute('aria-haspopup', 'menu');
  return h(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'Message actions' },
    message.ephemeral
      ? null
      : [
          tool('Add a reaction', 'smile', (button) => {
            held(true);
            pickEmoji(
              button,
              (name) => react(message, name),
              () => held(false),
            );
          }),
          inThread
            ? null
            : tool('Reply in thread', 'thread', () =>
                goChannel(message.channel, message.threadTs ?? message.ts),
              ),
        ],
    menu,
  );
}

/** @param {Message} message @param {() => void} onEdit @returns {import('./popup.js').MenuItem[]} */
function menuItems(message, onEdit) {
  const mine = message.user === state.as;
  const shortcuts = (state.workspace?.shortcuts ?? []).filter(({ type }) => type === 'message');
  return [
    ...(message.ephemeral ? [] : shortcuts).map(({ name, callbackId, description }) => ({
      words: name,
      note: description || appName(),
      icon: icon('bolt'),
      testid: `shortcut-${callbackId}`,
      chosen: () => void useShortcut(callbackId, message),
    })),
    { words: 'Copy link', icon: icon('link'), chosen: () => void copyLink(message) },
    ...(mine ? [{ words: 'Edit message', icon: icon('pencil'), chosen: onEdit }] : []),
    ...(mine
      ? [{ words: 'Delete message…', icon: icon('trash'), danger: true, chosen: () => askToDelete(message) }]
      : []),
  ];
}

/** @param {string} callbackId @param {Message} message */
async function useShortcut(callbackId, message) {
  try {
    tellIfUnanswered(await post('shortcut', { callbackId, channel: message.channel, ts: message.ts }));
  } catch (error) {
    toastError(error);
  }
}

/** @param {Message} message */
async function copyLink({ channel, ts }) {
  const link = `${location.origin}/${hashOf({ kind: 'channel', channel, ts })}`;
  try {
    await navigator.clipboard.writeText(link);
    toast('Link copied.', 'done');
  } catch {
    toast(link, 'done');
  }
}

/** @param {Message} message */
function askToDelete(message) {
  askDialog({
    title: 'Delete this message?',
    body: 'It is gone for everybody, and cannot be brought back.',
    yes: 'Delete',
    no: 'Cancel',
    danger: true,
    onYes: async () => {
      await post('message/delete', { channel: message.channel, ts: message.ts });
      return null;
    },
  });
}
