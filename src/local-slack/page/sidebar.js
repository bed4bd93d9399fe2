// @ts-check
// The left side: where one can go, what is unread there, the clock, and who one is.
import { avatar } from './avatar.js';
import { drawClock } from './clock.js';
import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { askForChannel } from './new-channel.js';
import { go, hashOf } from './route.js';
import { on, state } from './state.js';

/** @typedef {import('./state.js').Channel} Channel */

/** @type {(id: string) => void} */
let become = () => {};

/** @param {(id: string) => void} onBecome */
export function startSidebar(onBecome) {
  become = onBecome;
  on(['workspace', 'route'], draw);
}

function draw() {
  const { workspace } = state;
  const box = byId('sidebar');
  if (!workspace) return;
  const focused = document.activeElement?.getAttribute('data-testid');
  const scrolled = box.querySelector('.sidebar-scroll')?.scrollTop ?? 0;
  const open = workspace.channels.filter(({ isArchived }) => !isArchived);
  fill(
    box,
    h(
      'header',
      { class: 'workspace-name' },
      h('span', { class: 'workspace-badge', 'aria-hidden': 'true' }, workspace.team.name[0] ?? ''),
      h(
        'span',
        { class: 'workspace-words' },
        h('strong', null, workspace.team.name),
        h('small', null, 'Local Slack'),
      ),
    ),
    h(
      'div',
      { class: 'sidebar-scroll' },
      h('ul', { class: 'places' }, homePlace(), mailboxPlace()),
      group('Channels', open.filter(({ kind }) => kind !== 'im').map(channelPlace), newChannelButton()),
      group('Direct messages', open.filter(({ kind }) => kind === 'im').map(channelPlace)),
    ),
    drawClock(),
    peoplePlaces(),
  );
  const scroll = box.querySelector('.sidebar-scroll');
  if (scroll) scroll.scrollTop = scrolled;
  if (focused)
    /** @type {HTMLElement | null} */ (box.querySelector(`[data-testid="${CSS.escape(focused)}"]`))?.focus();
}

/** @param {string} title @param {HTMLElement[]} places @param {HTMLElement} [extra] */
function group(title, places, extra) {
  return h(
    'section',
    { class: 'place-group', 'aria-label': title },
    h('h2', null, title, extra),
    h('ul', { class: 'places' }, places),
  );
}

function newChannelButton() {
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Add a channel',
      title: 'Add a channel',
      onclick: askForChannel,
    },
    icon('plus'),
  );
}

/**
 * @param {{to: import('./state.js').Route, here: boolean, testid: string, words: string, mark: Node, unread: number, badge: number, after?: Node | null}} place
 */
function placeItem({ to, here, testid, words, mark, unread, badge, after = null }) {
  const told = badge > 0 ? `${words}, ${badge} new` : unread > 0 ? `${words}, unread` : null;
  return h(
    'li',
    null,
    h(
      'a',
      {
        class: `place${here ? ' here' : ''}${unread > 0 ? ' unread' : ''}`,
        href: hashOf(to),
        'data-testid': testid,
        'aria-current': here ? 'page' : null,
        'aria-label': told,
        onclick: (/** @type {Event} */ event) => {
          event.preventDefault();
          go(to);
        },
      },
      h('span', { class: 'place-mark' }, mark),
      h('span', { class: 'place-words' }, words),
      after,
      badge > 0 ? h('span', { class: 'badge' }, badge > 99 ? '99+' : badge) : null,
    ),
  );
}

function homePlace() {
  const here = state.route.kind === 'home';
  const words = 'Home';
  return placeItem({
    to: { kind: 'home' },
    here,
    testid: 'home',
    words,
    mark: icon('home'),
    unread: 0,
    badge: 0,
  });
}

function mailboxPlace() {
  const unread = state.workspace?.unreadMail ?? 0;
  return placeItem({
    to: { kind: 'mailbox' },
    here: state.route.kind === 'mailbox',
    testid: 'mailbox',
    words: 'Mailbox',
    mark: icon('mail'),
    unread,
    badge: unread,
  });
}

/** @param {Channel} channel */
function channelPlace(channel) {
  const { route, workspace } = state;
  const isApp = channel.kind === 'im' && channel.members.includes(workspace?.app.botUserId ?? '');
  const other = channel.members.find((id) => id !== state.as) ?? channel.members[0] ?? '';
  const mark =
    channel.kind === 'im' ? avatar(isApp ? (workspace?.app.botUserId ?? '') : other, 'small') : null;
  return placeItem({
    to: { kind: 'channel', channel: channel.id, ts: null },
    here: route.kind === 'channel' && route.channel === channel.id,
    testid: `channel-${channel.name}`,
    words: channel.name,
    mark: mark ?? icon(channel.kind === 'private' ? 'lock' : 'hash'),
    unread: channel.unread,
    badge: channel.kind === 'im' ? channel.unread : channel.mentions,
    after: isApp ? appPresence(workspace?.appConnected ?? false) : null,
  });
}

/** @param {boolean} connected */
function appPresence(connected) {
  const words = connected ? 'App, connected' : 'App, not connected';
  return h(
    'span',
    { class: 'app-tag', title: words },
    h('span', { class: connected ? 'presence on' : 'presence', role: 'img', 'aria-label': words }),
  );
}

function peoplePlaces() {
  const people = state.workspace?.people.filter(({ isBot }) => !isBot) ?? [];
  return h(
    'div',
    { class: 'people', role: 'group', 'aria-label': 'Act as', 'data-testid': 'person-switcher' },
    h('h2', null, 'You are'),
    people.map((one) =>
      h(
        'button',
        {
          type: 'button',
          class: `person${one.id === state.as ? ' here' : ''}`,
          'data-testid': `person-${one.id}`,
          'aria-pressed': one.id === state.as ? 'true' : 'false',
          onclick: () => become(one.id),
        },
        avatar(one.id, 'small'),
        h('span', { class: 'person-words' }, h('span', null, one.realName), h('small', null, one.role)),
        one.id === state.as ? icon('check') : null,
      ),
    ),
  );
}
