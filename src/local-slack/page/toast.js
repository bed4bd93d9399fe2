// @ts-check
// A short word at the edge of the page about something that went wrong or was done.
import { Refused } from './api.js';
import { byId, h } from './dom.js';
import { icon } from './icons.js';
import { appName } from './state.js';

const SHOWN_MS = 6000;
const MOST_AT_ONCE = 3;

/** @param {string} words @param {'error' | 'done'} [kind] */
export function toast(words, kind = 'error') {
  const box = byId('toasts');
  const gone = () => node.remove();
  const node = h(
    'div',
    { class: `toast ${kind}`, 'data-testid': 'toast' },
    icon(kind === 'error' ? 'warning' : 'check'),
    h('span', null, words),
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss', onclick: gone },
      icon('close'),
    ),
  );
  // A modal dialog makes the rest of the page unreachable, so the word stands inside it.
  const dialogs = document.querySelectorAll('dialog[open]');
  const host = dialogs[dialogs.length - 1];
  if (host) host.append(h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' }, node));
  else box.append(node);
  while (box.children.length > MOST_AT_ONCE) box.firstElementChild?.remove();
  setTimeout(gone, SHOWN_MS);
}

/** @param {unknown} error */
export function toastError(error) {
  if (error instanceof Refused) toast(error.message);
  else {
    console.error(error);
    toast('Something went wrong in this page. Reload it and try again.');
  }
}

/** The answer of a route that hands something to the app. @param {{appAcked?: boolean, error?: string}} answer */
export function tellIfUnanswered(answer) {
  if (answer.appAcked === false) toast(`${appName()} did not answer. Try again.`);
}
