// @ts-check
// What the page knows, in one object, and who wants to hear when a part of it changes.

/** @typedef {import('../control-api.ts').Workspace} Workspace */
/** @typedef {import('../control-api.ts').Message} Message */
/** @typedef {import('../control-api.ts').Person} Person */
/** @typedef {import('../control-api.ts').Channel} Channel */
/** @typedef {import('../control-api.ts').View} View */
/** @typedef {import('../control-api.ts').Mail} Mail */

/** @typedef {{kind: 'channel', channel: string, ts: string | null} | {kind: 'home'} | {kind: 'mailbox'}} Route */
/** @typedef {'workspace' | 'route' | 'channel' | 'thread' | 'home' | 'mails' | 'online'} Topic */

export const state = {
  /** @type {string | null} */
  as: null,
  /** @type {Workspace | null} */
  workspace: null,
  /** @type {Route} */
  route: { kind: 'channel', channel: '', ts: null },
  /** The open channel's top-level messages, oldest first. @type {Message[]} */
  messages: [],
  hasEarlier: false,
  /** The channel the messages are of. @type {string | null} */
  messagesOf: null,
  /** @type {{channel: string, ts: string, messages: Message[]} | null} */
  thread: null,
  /** The first message not read when the channel was opened. @type {string | null} */
  firstUnread: null,
  /** @type {View | null} */
  home: null,
  /** @type {Mail[]} */
  mails: [],
  online: true,
  /** What the server's clock is ahead of ours. */
  clockAheadMs: 0,
};

/** @type {Map<Topic, Set<() => void>>} */
const listeners = new Map();

/** @param {Topic[]} topics @param {() => void} listener */
export function on(topics, listener) {
  for (const topic of topics) {
    const set = listeners.get(topic) ?? new Set();
    listeners.set(topic, set.add(listener));
  }
}

/** @param {...Topic} topics */
export function changed(...topics) {
  const called = new Set(topics.flatMap((topic) => [...(listeners.get(topic) ?? [])]));
  for (const listener of called) listener();
}

/** @param {string} id @returns {Person | null} */
export function person(id) {
  return state.workspace?.people.find((one) => one.id === id) ?? null;
}

/** @param {string} id @returns {Channel | null} */
export function channel(id) {
  return state.workspace?.channels.find((one) => one.id === id) ?? null;
}

/** @param {string} id */
export function nameOf(id) {
  return person(id)?.realName ?? id;
}

/** The app's own direct message with the person. @returns {Channel | null} */
export function appChannel() {
  const bot = state.workspace?.app.botUserId ?? '';
  return (
    state.workspace?.channels.find(({ kind, members }) => kind === 'im' && members.includes(bot)) ?? null
  );
}

export function appName() {
  return state.workspace?.app.name ?? 'The app';
}

/** The zone in which the person reads times. */
export function zone() {
  return state.workspace?.me.tz ?? 'UTC';
}

export function nowMs() {
  return Date.now() + state.clockAheadMs;
}
