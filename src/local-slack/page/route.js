// @ts-check
// The place of the page, as the address says it: #/C…, #/C…/p<ts>, #/home, #/mailbox.
import { channel, state } from './state.js';

/** @typedef {import('./state.js').Route} Route */

const LAST_KEY = 'local-slack.last-channel';

/** @param {string} hash @returns {Route | null} */
export function readHash(hash) {
  const [, place = '', rest = ''] = hash.replace(/^#/, '').split('/');
  if (place === 'home') return { kind: 'home' };
  if (place === 'mailbox') return { kind: 'mailbox' };
  if (!/^[A-Z0-9]+$/.test(place)) return null;
  return { kind: 'channel', channel: place, ts: tsOf(rest) };
}

/** Both `p1764000000.000100` and Slack's own `p1764000000000100`. @param {string} rest */
function tsOf(rest) {
  const found = /^p(\d+\.\d+)$/.exec(rest) ?? /^p(\d{10})(\d{6})$/.exec(rest);
  if (!found) return null;
  return found[2] ? `${found[1]}.${found[2]}` : (found[1] ?? null);
}

/** @param {Route} route */
export function hashOf(route) {
  if (route.kind !== 'channel') return `#/${route.kind}`;
  return route.ts ? `#/${route.channel}/p${route.ts}` : `#/${route.channel}`;
}

/** @param {Route} route */
export function go(route) {
  const hash = hashOf(route);
  if (location.hash !== hash) location.hash = hash;
}

/** @param {string} id @param {string | null} [ts] */
export function goChannel(id, ts = null) {
  go({ kind: 'channel', channel: id, ts });
}

/** Where the page begins: where the address says, where the person was last, or the first channel with something new. @returns {Route} */
export function firstRoute() {
  const asked = readHash(location.hash);
  if (asked && (asked.kind !== 'channel' || channel(asked.channel))) return asked;
  const last = sessionStorage.getItem(LAST_KEY) ?? '';
  const open = state.workspace?.channels.filter(({ isArchived }) => !isArchived) ?? [];
  const known = channel(last) ?? open.find(({ unread }) => unread > 0) ?? open[0];
  return { kind: 'channel', channel: known?.id ?? '', ts: null };
}

/** @param {string} id */
export function rememberChannel(id) {
  sessionStorage.setItem(LAST_KEY, id);
}
