// @ts-check
// Slack's text objects.
import { h } from '../dom.js';
import { withEmoji } from '../emoji.js';
import { mrkdwn } from '../mrkdwn.js';

/** @typedef {{type?: string, text?: string, emoji?: boolean, verbatim?: boolean}} TextObject */

/** @param {TextObject | null | undefined} object @returns {HTMLElement} */
export function drawText(object) {
  if (!object) return h('span');
  if (object.type === 'mrkdwn') return mrkdwn(object.text ?? '', { verbatim: object.verbatim === true });
  return h('div', { class: 'rich plain' }, plainWords(object));
}

/** The words of a plain text, for buttons and labels. @param {TextObject | null | undefined} object */
export function plainWords(object) {
  const text = object?.text ?? '';
  return object?.emoji === false ? text : withEmoji(text);
}
