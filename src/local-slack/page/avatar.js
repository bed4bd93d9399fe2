// @ts-check
// A person's square: the initials on a colour of their own; the app has its drawing.
import { h, svg } from './dom.js';
import { person } from './state.js';

const COLOURS = 8;

/** @param {string} name */
function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1] : '';
  return `${words[0]?.[0] ?? '?'}${last?.[0] ?? ''}`.toUpperCase();
}

/** The same person has the same colour everywhere. @param {string} id */
function colourOf(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % COLOURS;
}

/** @param {string} userId @param {'small' | 'large'} [size] */
export function avatar(userId, size = 'large') {
  const who = person(userId);
  if (who?.isBot) return h('span', { class: `avatar ${size} bot`, 'aria-hidden': 'true' }, tightrope());
  const colour = `c${colourOf(userId)}`;
  const words = initials(who?.realName ?? userId);
  return h('span', { class: `avatar ${size} ${colour}`, 'aria-hidden': 'true' }, words);
}

/** Somebody on a rope, with a pole. */
function tightrope() {
  const line = (/** @type {string} */ d, /** @type {string} */ className) =>
    svg('path', { d, class: className, fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  return svg(
    'svg',
    { viewBox: '0 0 32 32' },
    line('M3 21.5Q16 26 29 21.5', 'rope'),
    line('M7 14h18', 'pole'),
    svg('circle', { cx: 16, cy: 9, r: 2.7, class: 'head' }),
    line('M16 12v5.5m0 0-2.2 5m2.2-5 2.2 5', 'body'),
  );
}
