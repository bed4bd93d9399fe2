// @ts-check
// Marks within a line of mrkdwn: bold, italic, strike, code, links, mentions, dates and emoji.
import { h, linkTarget } from './dom.js';
import { emojiOf, isEmoji } from './emoji.js';
import { channel, nameOf, state } from './state.js';
import { dateTokens, fullWords } from './time.js';

/** @typedef {{verbatim?: boolean}} InlineOptions */

/** A mark opens after a space or punctuation, holds no line break at its edges, and closes before no letter. */
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
/** @param {string} mark */
const pair = (mark) => `${BEFORE}${mark}(?=[^\\s${mark}])([^${mark}\\n]*[^${mark}\\s])${mark}${AFTER}`;

const TOKEN = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    ':([a-z0-9_+-]+):',
    pair('\\*'),
    pair('_'),
    pair('~'),
    '(https?:\\/\\/[^\\s<>|]+)',
  ].join('|'),
  'giu',
);

/** @param {string} text */
function unescapeEntities(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * @param {string} text
 * @param {InlineOptions} [options]
 * @returns {(Node | string)[]}
 */
export function inline(text, options = {}) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const drawn = drawToken(match, options);
    if (!drawn) continue;
    if (match.index > from) nodes.push(unescapeEntities(text.slice(from, match.index)));
    nodes.push(...drawn);
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(unescapeEntities(text.slice(from)));
  return nodes;
}

/** @param {RegExpMatchArray} match @param {InlineOptions} options @returns {(Node | string)[] | null} */
function drawToken(match, options) {
  const [, code, bracket, emoji, bold, italic, strike, url] = match;
  if (code !== undefined) return [h('code', null, inlineCode(code))];
  if (bracket !== undefined) return drawBracket(bracket);
  if (emoji !== undefined) return isEmoji(emoji) ? [drawEmoji(emoji)] : null;
  if (bold !== undefined) return [h('strong', null, inline(bold, options))];
  if (italic !== undefined) return [h('em', null, inline(italic, options))];
  if (strike !== undefined) return [h('s', null, inline(strike, options))];
  if (url === undefined || options.verbatim) return null;
  const [, clean = url, rest = ''] = /^(.*?)([.,;:!?)\]'"]*)$/.exec(url) ?? [];
  const words = unescapeEntities(clean);
  return [h('a', linkTarget(words), words), unescapeEntities(rest)];
}

/** Links within code stay links in Slack; their words alone are enough here. @param {string} code */
function inlineCode(code) {
  return unescapeEntities(code.replace(/<([^<>|]+)\|([^<>]+)>/g, '$2'));
}

/** @param {string} name */
export function drawEmoji(name) {
  return h('span', { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' ') }, emojiOf(name));
}

/** What stands between `<` and `>`. @param {string} inside @returns {(Node | string)[]} */
function drawBracket(inside) {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? null : inside.slice(bar + 1);
  if (target.startsWith('@')) return [userMention(target.slice(1), label)];
  if (target.startsWith('#')) return [channelMention(target.slice(1), label)];
  if (target.startsWith('!date^')) return [drawDate(target, label)];
  if (target.startsWith('!')) {
    const words = label ?? `@${target.slice(1).split('^')[0]}`;
    return [h('span', { class: 'mention' }, words.startsWith('@') ? words : `@${words}`)];
  }
  if (/^(https?|mailto|tel):/i.test(target)) {
    const url = unescapeEntities(target);
    const words = label ? inline(label, { verbatim: true }) : [url.replace(/^(mailto|tel):/, '')];
    return [h('a', linkTarget(url), words)];
  }
  return [unescapeEntities(`<${inside}>`)];
}

/** @param {string} id @param {string | null} [label] */
export function userMention(id, label = null) {
  const name = nameOf(id);
  const words = name === id && label ? label : name;
  const me = id === state.as;
  return h('span', { class: me ? 'mention me' : 'mention', 'data-user-id': id }, `@${words}`);
}

/** @param {string} id @param {string | null} [label] */
export function channelMention(id, label = null) {
  const name = channel(id)?.name ?? label ?? id;
  return h('a', { class: 'mention', href: `#/${id}` }, `#${name}`);
}

/** `!date^1392734382^{date_num} at {time}^https://…|fallback` @param {string} target @param {string | null} fallback */
function drawDate(target, fallback) {
  const [, seconds, template = '', url] = target.split('^');
  const ms = Number(seconds) * 1000;
  const words = Number.isFinite(ms) ? dateTokens(ms, unescapeEntities(template)) : (fallback ?? '');
  const time = h('time', { title: Number.isFinite(ms) ? fullWords(ms) : null }, words);
  return url ? h('a', linkTarget(unescapeEntities(url)), time) : time;
}
