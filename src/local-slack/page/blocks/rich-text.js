// @ts-check
// Slack's rich_text: sections, lists, quotes and code, made of styled pieces.
import { h, linkTarget } from '../dom.js';
import { emojiOf } from '../emoji.js';
import { channelMention, userMention } from '../mrkdwn-inline.js';
import { dateTokens, fullWords } from '../time.js';

/** @typedef {Record<string, any>} Json */

/** @param {Json} block @returns {HTMLElement} */
export function drawRichText(block) {
  return h('div', { class: 'rich' }, (block.elements ?? []).map(drawPart));
}

/** @param {Json} part @returns {Node} */
function drawPart(part) {
  const elements = part.elements ?? [];
  switch (part.type) {
    case 'rich_text_section':
      return h('div', { class: 'lines' }, elements.map(drawPiece));
    case 'rich_text_quote':
      return h('blockquote', null, elements.map(drawPiece));
    case 'rich_text_preformatted':
      return h('pre', { class: 'code' }, h('code', null, elements.map(drawPiece)));
    case 'rich_text_list':
      return drawList(part, elements);
    default:
      return drawPiece(part);
  }
}

/** @param {Json} part @param {Json[]} elements */
function drawList(part, elements) {
  const items = elements.map((one) => h('li', null, (one.elements ?? []).map(drawPiece)));
  const indent = Math.min(Number(part.indent) || 0, 5);
  const list =
    part.style === 'ordered' ? h('ol', { start: (part.offset ?? 0) + 1 }, items) : h('ul', null, items);
  list.classList.add(`indent-${indent}`);
  return list;
}

/** @param {Json} piece @returns {Node} */
function drawPiece(piece) {
  const { style = {} } = piece;
  let node = drawBare(piece);
  if (style.code) node = h('code', null, node);
  if (style.strike) node = h('s', null, node);
  if (style.underline) node = h('u', null, node);
  if (style.italic) node = h('em', null, node);
  if (style.bold) node = h('strong', null, node);
  return node;
}

/** @param {Json} piece @returns {Node} */
function drawBare(piece) {
  switch (piece.type) {
    case 'text':
      return document.createTextNode(piece.text ?? '');
    case 'link':
      return h('a', linkTarget(piece.url ?? '#'), piece.text || piece.url);
    case 'emoji':
      return h('span', { class: 'emoji', role: 'img', 'aria-label': piece.name }, emojiOf(piece.name ?? ''));
    case 'user':
      return userMention(piece.user_id ?? '');
    case 'channel':
      return channelMention(piece.channel_id ?? '');
    case 'usergroup':
    case 'team':
      return h('span', { class: 'mention' }, `@${piece.usergroup_id ?? piece.team_id ?? 'team'}`);
    case 'broadcast':
      return h('span', { class: 'mention' }, `@${piece.range ?? 'channel'}`);
    case 'date': {
      const ms = Number(piece.timestamp) * 1000;
      const words = Number.isFinite(ms) ? dateTokens(ms, piece.format ?? '{date}') : piece.fallback;
      const time = h('time', { title: Number.isFinite(ms) ? fullWords(ms) : null }, words);
      return piece.url ? h('a', linkTarget(piece.url), time) : time;
    }
    case 'color':
      return h('code', null, piece.value ?? '');
    default:
      return document.createTextNode(piece.text ?? piece.fallback ?? '');
  }
}
