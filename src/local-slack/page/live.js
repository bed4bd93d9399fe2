// @ts-check
// Listens to what changes on the server and fetches just that again; says so when the server cannot be reached.
import { loadChannel, loadHome, loadMails, loadThread, loadWorkspace } from './load.js';
import { changed, state } from './state.js';

/** @typedef {import('../control-api.ts').ChangeEvent} ChangeEvent */

const RETRY_MS = 1500;

/** @type {EventSource | null} */
let source = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;

/** @param {Promise<unknown>} work */
function quietly(work) {
  work.catch((error) => {
    if (error?.code === 'offline') setOnline(false);
    else console.error(error);
  });
}

/** @param {boolean} online */
function setOnline(online) {
  if (state.online === online) return;
  state.online = online;
  changed('online');
}

export function loadAll() {
  quietly(loadWorkspace());
  quietly(loadChannel());
  if (state.thread) quietly(loadThread());
  if (state.route.kind === 'home') quietly(loadHome());
  if (state.route.kind === 'mailbox') quietly(loadMails());
}

/** @param {ChangeEvent} event */
function take(event) {
  if (event.type === 'message') {
    const { route, thread } = state;
    if (route.kind === 'channel' && route.channel === event.channel) quietly(loadChannel());
    if (thread && thread.channel === event.channel && [event.ts, event.threadTs].includes(thread.ts)) {
      quietly(loadThread());
    }
  }
  if (event.type === 'view' && state.route.kind === 'home') quietly(loadHome());
  if (event.type === 'mail' && state.route.kind === 'mailbox') quietly(loadMails());
  quietly(loadWorkspace());
}

/** Begins to listen as the acting person; a second call leaves the first behind. */
export function listen() {
  source?.close();
  clearTimeout(retry);
  const current = new EventSource(`/api/events?as=${encodeURIComponent(state.as ?? '')}`);
  source = current;
  let openedBefore = false;
  current.onopen = () => {
    setOnline(true);
    // What happened while nobody listened was missed.
    if (openedBefore || state.workspace === null) loadAll();
    openedBefore = true;
  };
  current.onmessage = ({ data }) => {
    setOnline(true);
    take(JSON.parse(data));
  };
  current.onerror = () => {
    setOnline(false);
    // The browser tries again by itself, unless the server answered something that is no stream.
    if (current.readyState === EventSource.CLOSED) {
      retry = setTimeout(() => {
        listen();
        loadAll();
      }, RETRY_MS);
    }
  };
}
