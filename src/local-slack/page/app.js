// @ts-check
// The start of the page: who one is, where one is, and what is drawn when something changes.

import { startClock } from './clock.js';
import { Conversation } from './conversation.js';
import { byId } from './dom.js';
import { HomeTab } from './home.js';
import { listen, loadAll } from './live.js';
import { loadChannel, loadHome, loadMails, loadThread, loadWorkspace, tellOpened } from './load.js';
import { MailboxPlace } from './mailbox.js';
import { startModals } from './modals.js';
import { closePopup } from './popup.js';
import { startQuickSwitch } from './quick-switch.js';
import { firstRoute, go, readHash, rememberChannel } from './route.js';
import { startSidebar } from './sidebar.js';
import { appName, changed, channel, on, state } from './state.js';
import { ThreadPane } from './thread.js';
import { toastError } from './toast.js';

const PERSON_KEY = 'local-slack.person';

const conversation = new Conversation();
const thread = new ThreadPane();
const home = new HomeTab();
const mailbox = new MailboxPlace();

/** @param {string} id */
async function become(id) {
  if (id === state.as) return;
  conversation.composer.leave();
  thread.composer.leave();
  closePopup();
  sessionStorage.setItem(PERSON_KEY, id);
  state.as = id;
  state.messagesOf = null;
  state.messages = [];
  state.thread = null;
  state.home = null;
  await loadWorkspace();
  listen();
  // A direct message of somebody else is not ours to see.
  const { route } = state;
  if (route.kind === 'channel' && !channel(route.channel)) go(firstRoute());
  else await arrive();
}

/** Draws the place that the address names and fetches what stands there. */
async function arrive() {
  const { route } = state;
  closePopup();
  document.body.classList.remove('menu-open');
  if (route.kind === 'channel') {
    rememberChannel(route.channel);
    state.thread = null;
    changed('route');
    await loadChannel();
    await openThreadOf(route);
  } else {
    state.thread = null;
    changed('route', 'thread');
    await (route.kind === 'home' ? loadHome() : loadMails());
  }
  tellOpened().catch(toastError);
}

/** A link to a message opens its thread where it has one or is asked for. @param {Extract<import('./state.js').Route, {kind: 'channel'}>} route */
async function openThreadOf(route) {
  if (!route.ts) {
    changed('thread');
    return;
  }
  const parent = state.messages.find(({ ts }) => ts === route.ts);
  state.thread = { channel: route.channel, ts: parent?.threadTs ?? route.ts, messages: [] };
  changed('thread');
  await loadThread();
}

function onHash() {
  const route = readHash(location.hash);
  if (!route || (route.kind === 'channel' && state.workspace && !channel(route.channel))) {
    go(firstRoute());
    return;
  }
  state.route = route;
  arrive().catch(toastError);
}

function drawMain() {
  const main = byId('main');
  const { kind } = state.route;
  const place = kind === 'home' ? home : kind === 'mailbox' ? mailbox : conversation;
  if (main.firstElementChild !== place.node) main.replaceChildren(place.node);
}

function drawTitle() {
  const { route, workspace } = state;
  const unread = workspace?.channels.reduce((sum, { mentions }) => sum + mentions, 0) ?? 0;
  const place =
    route.kind === 'home'
      ? appName()
      : route.kind === 'mailbox'
        ? 'Mailbox'
        : (channel(route.channel)?.name ?? '');
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${place} · ${workspace?.team.name ?? 'Local Slack'}`;
}

async function start() {
  on(['online'], () => {
    byId('offline').hidden = state.online;
  });
  on(['route'], drawMain);
  on(['route', 'workspace'], drawTitle);
  startSidebar((id) => void become(id).catch(toastError));
  startModals();
  startClock();
  startQuickSwitch();
  state.as = sessionStorage.getItem(PERSON_KEY);
  try {
    await loadWorkspace();
  } catch {
    state.as = null;
    await loadWorkspace();
  }
  state.as = state.workspace?.me.id ?? null;
  state.route = firstRoute();
  changed('workspace', 'route');
  listen();
  addEventListener('hashchange', onHash);
  addEventListener('visibilitychange', () => {
    if (!document.hidden) loadAll();
  });
  if (location.hash) await arrive();
  else go(state.route);
}

start().catch((error) => {
  toastError(error);
  setTimeout(() => location.reload(), 3000);
});
