// @ts-check
// A list of messages that follows what changes: only what is new or different is drawn again.
import { h } from './dom.js';
import { drawMessage } from './message.js';
import { state } from './state.js';
import { dayKey, dayWords, msOfTs } from './time.js';

/** @typedef {import('./state.js').Message} Message */

/** Messages of one person within this time stand under one name. */
const TOGETHER_MS = 5 * 60_000;
const AT_BOTTOM_PX = 80;

export class MessageList {
  /** @param {{inThread: boolean, label: string}} options */
  constructor({ inThread, label }) {
    this.inThread = inThread;
    this.node = h('div', { class: 'message-list', role: 'log', 'aria-label': label, 'aria-live': 'polite' });
    this.scroller = h('div', { class: 'message-scroll' }, this.node);
    /** @type {Map<string, {key: string, node: HTMLElement}>} */
    this.drawn = new Map();
    this.node.addEventListener('keydown', (event) => this.onKey(event));
    this.sticks = true;
    this.scroller.addEventListener('scroll', () => {
      this.sticks = this.isAtBottom;
    });
    // Prompts and a status below take room from the list: whoever read the end still does.
    new ResizeObserver(() => {
      if (this.sticks) this.toBottom();
    }).observe(this.scroller);
  }

  /** @param {string} label */
  reset(label) {
    this.drawn.clear();
    this.node.replaceChildren();
    this.node.setAttribute('aria-label', label);
  }

  get isAtBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < AT_BOTTOM_PX;
  }

  toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** @param {Message[]} messages @param {{before?: HTMLElement | null, firstUnread?: string | null}} [more] */
  draw(messages, { before = null, firstUnread = null } = {}) {
    const stick = this.drawn.size === 0 || this.isAtBottom;
    const { scrollHeight, scrollTop } = this.scroller;
    const firstBefore = this.node.querySelector('[data-ts]')?.getAttribute('data-ts');
    const nodes = this.rows(messages, firstUnread);
    if (before) nodes.unshift(before);
    putInOrder(this.node, nodes);
    if (stick) this.toBottom();
    else if (firstBefore && messages[0] && messages[0].ts < firstBefore) {
      // Earlier messages came in above: what was being read stays where it was.
      this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
    }
  }

  /** @param {Message[]} messages @param {string | null} firstUnread @returns {HTMLElement[]} */
  rows(messages, firstUnread) {
    /** @type {HTMLElement[]} */
    const rows = [];
    const seen = new Set();
    /** @type {Message | null} */
    let last = null;
    for (const [index, message] of messages.entries()) {
      const day = dayKey(msOfTs(message.ts));
      const newDay = !last || dayKey(msOfTs(last.ts)) !== day;
      if (newDay && !this.inThread)
        rows.push(this.row(`day ${day}`, dayWords(msOfTs(message.ts)), daySeparator));
      if (message.ts === firstUnread && index > 0) rows.push(this.row('unread', 'New', unreadSeparator));
      if (this.inThread && index === 1) {
        const count = messages.length - 1;
        rows.push(this.row('count', `${count} ${count === 1 ? 'reply' : 'replies'}`, countSeparator));
      }
      const compact =
        !newDay && last !== null && isTogether(last, message) && !(this.inThread && index === 1);
      rows.push(this.message(message, compact));
      last = message;
    }
    for (const row of rows) seen.add(row);
    for (const [id, { node }] of this.drawn) if (!seen.has(node)) this.drawn.delete(id);
    return rows;
  }

  /** @param {string} id @param {string} words @param {(words: string) => HTMLElement} draw */
  row(id, words, draw) {
    const known = this.drawn.get(id);
    if (known?.key === words) return known.node;
    const node = draw(words);
    this.drawn.set(id, { key: words, node });
    return node;
  }

  /** @param {Message} message @param {boolean} compact */
  message(message, compact) {
    const key = JSON.stringify([message, compact, state.as, state.workspace?.people.length]);
    const known = this.drawn.get(message.ts);
    if (known?.key === key) return known.node;
    const node = drawMessage(message, { compact, inThread: this.inThread });
    if (known) keepFocus(known.node, node);
    this.drawn.set(message.ts, { key, node });
    return node;
  }

  /** Arrows go from message to message, when a message itself has the focus. @param {KeyboardEvent} event */
  onKey(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    if (!at.matches('.message') || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    const all = /** @type {HTMLElement[]} */ ([...this.node.querySelectorAll('.message')]);
    const to = all[all.indexOf(at) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  /** @param {string} ts */
  show(ts) {
    const node = /** @type {HTMLElement | null} */ (this.node.querySelector(`[data-ts="${ts}"]`));
    if (!node) return false;
    node.scrollIntoView({ block: 'center' });
    node.classList.add('pointed');
    setTimeout(() => node.classList.remove('pointed'), 2500);
    return true;
  }
}

/** @param {Message} last @param {Message} next */
function isTogether(last, next) {
  return (
    last.user === next.user &&
    !last.ephemeral &&
    !next.ephemeral &&
    msOfTs(next.ts) - msOfTs(last.ts) < TOGETHER_MS
  );
}

/** The focus stays on what the person worked with, although it was drawn anew. @param {HTMLElement} before @param {HTMLElement} after */
function keepFocus(before, after) {
  const focused = document.activeElement;
  if (!focused || !before.contains(focused)) return;
  const { actionId, blockId } = /** @type {HTMLElement} */ (focused).dataset;
  const same = actionId
    ? after.querySelector(
        `[data-action-id="${CSS.escape(actionId)}"][data-block-id="${CSS.escape(blockId ?? '')}"]`,
      )
    : null;
  const target = /** @type {HTMLElement} */ (same ?? after);
  queueMicrotask(() => target.isConnected && target.focus({ preventScroll: true }));
}

/** @param {HTMLElement} parent @param {HTMLElement[]} nodes */
export function putInOrder(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children])
    if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  for (const [index, node] of nodes.entries()) {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  }
}

/** @param {string} words */
function daySeparator(words) {
  return h('div', { class: 'day', role: 'separator', 'aria-label': words }, h('span', null, words));
}

/** @param {string} words */
function unreadSeparator(words) {
  return h(
    'div',
    { class: 'day new', role: 'separator', 'aria-label': 'New messages' },
    h('span', null, words),
  );
}

/** @param {string} words */
function countSeparator(words) {
  return h(
    'div',
    { class: 'day replies-line', role: 'separator', 'aria-label': words },
    h('span', null, words),
  );
}
