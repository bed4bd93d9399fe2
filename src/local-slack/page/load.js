// @ts-check
// Fetches what the page shows. Calls for the same thing while one is under way are answered by one more, not by many.
import { get, post } from './api.js';
import { appChannel, changed, channel, state } from './state.js';

const PAGE_SIZE = 80;
const MOST_MESSAGES = 1000;

/** @type {Map<string, {running: Promise<void>, again: boolean}>} */
const underWay = new Map();

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
function once(name, work) {
  const current = underWay.get(name);
  if (current) {
    current.again = true;
    return current.running;
  }
  const entry = { running: Promise.resolve(), again: true };
  entry.running = (async () => {
    try {
      while (entry.again) {
        entry.again = false;
        await work();
      }
    } finally {
      underWay.delete(name);
    }
  })();
  underWay.set(name, entry);
  return entry.running;
}

export function loadWorkspace() {
  return once('workspace', async () => {
    const workspace = await get('workspace');
    // Between the question and the answer somebody else may have become the acting person.
    if (state.as !== null && workspace.me.id !== state.as) return;
    state.workspace = workspace;
    state.clockAheadMs = Date.parse(workspace.clock.now) - Date.now();
    changed('workspace');
  });
}

/** The open channel's newest messages, as many as are shown already. */
export function loadChannel() {
  return once('channel', async () => {
    const { route } = state;
    if (route.kind !== 'channel' || !route.channel) return;
    const id = route.channel;
    const shown = state.messagesOf === id ? state.messages.length : 0;
    const limit = Math.min(Math.max(PAGE_SIZE, shown + 1), MOST_MESSAGES);
    const answer = await get(`channels/${id}/messages`, { limit });
    if (state.route.kind !== 'channel' || state.route.channel !== id) return;
    if (state.messagesOf !== id) state.firstUnread = firstUnreadOf(id, answer.messages);
    state.messages = answer.messages;
    state.hasEarlier = answer.hasMore;
    state.messagesOf = id;
    changed('channel');
  });
}

/** @param {string} id @param {import('./state.js').Message[]} messages */
function firstUnreadOf(id, messages) {
  const unread = channel(id)?.unread ?? 0;
  if (unread === 0) return null;
  const others = messages.filter(({ user, ephemeral }) => user !== state.as && !ephemeral);
  return others[Math.max(0, others.length - unread)]?.ts ?? null;
}

export async function loadEarlier() {
  const [first] = state.messages;
  const id = state.messagesOf;
  if (!first || !id || !state.hasEarlier) return;
  const answer = await get(`channels/${id}/messages`, { limit: PAGE_SIZE, before: first.ts });
  if (state.messagesOf !== id || state.messages[0]?.ts !== first.ts) return;
  state.messages = [...answer.messages, ...state.messages];
  state.hasEarlier = answer.hasMore;
  changed('channel');
}

export function loadThread() {
  return once('thread', async () => {
    const { thread } = state;
    if (!thread) return;
    const answer = await get(`channels/${thread.channel}/messages`, { thread: thread.ts, limit: 500 });
    if (state.thread?.ts !== thread.ts || state.thread.channel !== thread.channel) return;
    state.thread = { ...thread, messages: answer.messages };
    changed('thread');
  });
}

export function loadHome() {
  return once('home', async () => {
    const answer = await get('home');
    state.home = answer.view;
    changed('home');
  });
}

export function loadMails() {
  return once('mails', async () => {
    const answer = await get('mailbox');
    state.mails = answer.mails;
    changed('mails');
  });
}

export async function markRead() {
  const id = state.messagesOf;
  if (!id || document.hidden || (channel(id)?.unread ?? 0) === 0) return;
  await post('read', { channel: id });
}

/** The app learns that somebody looks at it, as in Slack. */
export async function tellOpened() {
  const { route } = state;
  if (route.kind === 'home') await post('open-home', { tab: 'home' });
  else if (route.kind === 'channel' && route.channel === appChannel()?.id) {
    await post('open-home', { tab: 'messages' });
  }
}
