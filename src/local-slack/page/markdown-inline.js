// @ts-check
// Marks within a line of Markdown: strong, emphasis, strike, code, links and emoji.
import { h, linkTarget } from './dom.js';
import { isEmoji } from './emoji.js';
import { channelMention, drawEmoji, userMention } from './mrkdwn-inline.js';

const TOKEN = new RegExp(
  [
    '(`+)(.+?)\\1(?!`)', // code
    '!?\\[([^\\]]*)\\]\\(([^)\\s]+)(?:\\s+"[^"]*")?\\)', // link or image
    '\\*\\*(?=\\S)(.+?\\S|\\S)\\*\\*', // strong
    '__(?=\\S)(.+?\\S|\\S)__', // strong
    '~~(?=\\S)(.+?)~~', // strike
    '(?<![\\w*])\\*(?=[^\\s*])([^*]*?[^\\s*])\\*(?!\\w)', // emphasis
    '(?<!\\w)_(?=[^\\s_])([^_]*?[^\\s_])_(?!\\w)', // emphasis
    '<(@|#)([A-Z0-9]+)(?:\\|[^>]*)?>', // mention
    '<?(https?:\\/\\/[^\\s<>]+)>?', // bare link
    ':([a-z0-9_+-]+):', // emoji
    '\\\\([\\\\`*_{}\\[\\]()#+\\-.!~|>])', // escaped
    '(?: {2,}|\\\\)\\n', // hard break
  ].join('|'),
  'gsu',
);

/** @param {string} text @returns {(Node | string)[]} */
export function markdownInline(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const drawn = draw(match);
    if (drawn === null) continue;
    if (match.index > from) nodes.push(text.slice(from, match.index));
    nodes.push(...drawn);
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

/** @param {RegExpMatchArray} match @returns {(Node | string)[] | null} */
function draw(match) {
  const [whole, , code, words, url, strong, strong2, strike, em, em2, sign, id, bare, emoji, escaped] = match;
  if (code !== undefined) return [h('code', null, code.trim())];
  if (url !== undefined) return [h('a', linkTarget(url), markdownInline(words || url))];
  if (strong !== undefined || strong2 !== undefined) {
    return [h('strong', null, markdownInline(strong ?? strong2 ?? ''))];
  }
  if (strike !== undefined) return [h('s', null, markdownInline(strike))];
  if (em !== undefined || em2 !== undefined) return [h('em', null, markdownInline(em ?? em2 ?? ''))];
  if (id !== undefined) return [sign === '@' ? userMention(id) : channelMention(id)];
  if (bare !== undefined) {
    const [, clean = bare, rest = ''] = /^(.*?)([.,;:!?)\]'"]*)$/s.exec(bare) ?? [];
    return [h('a', linkTarget(clean), clean), rest];
  }
  if (emoji !== undefined) return isEmoji(emoji) ? [drawEmoji(emoji)] : null;
  if (escaped !== undefined) return [escaped];
  return whole.endsWith('\n') ? [h('br')] : null;
}
