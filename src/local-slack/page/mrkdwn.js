// @ts-check
// Slack's mrkdwn as DOM nodes: code fences, quotes and lists by lines, the rest within a line.
import { h } from './dom.js';
import { inline } from './mrkdwn-inline.js';

/** @typedef {import('./mrkdwn-inline.js').InlineOptions} InlineOptions */

/** `&lt;`, `&gt;` and `&amp;` are how mrkdwn writes the three characters it needs itself. @param {string} text */
export function unescapeText(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** @param {string} text */
export function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * @param {string} text
 * @param {InlineOptions} [options]
 * @returns {HTMLElement}
 */
export function mrkdwn(text, options = {}) {
  const box = h('div', { class: 'rich' });
  const parts = text.split(/```/);
  // An odd number of fences leaves the last one open: then it is three backticks and no fence.
  const open = parts.length % 2 === 0 ? parts.pop() : null;
  if (open !== null && parts.length > 0) parts[parts.length - 1] += `\`\`\`${open}`;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      box.append(h('pre', { class: 'code' }, h('code', null, unescapeText(part.replace(/^\n|\n$/g, '')))));
    } else {
      const trimmed = part.replace(index > 0 ? /^\n/ : /^$/, '').replace(/\n$/, '');
      if (trimmed || parts.length === 1) appendLines(box, trimmed, options);
    }
  }
  return box;
}

/** @typedef {{kind: 'text' | 'quote' | 'bullet' | 'number', text: string, start: number}} Line */

/** @param {string} line @returns {Line} */
function readLine(line) {
  const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
  if (quote) return { kind: 'quote', text: quote[1] ?? '', start: 0 };
  const bullet = /^\s*[•◦▪‣*-] +(.*)$/.exec(line);
  if (bullet) return { kind: 'bullet', text: bullet[1] ?? '', start: 0 };
  const number = /^\s*(\d{1,3})[.)] +(.*)$/.exec(line);
  if (number) return { kind: 'number', text: number[2] ?? '', start: Number(number[1]) };
  return { kind: 'text', text: line, start: 0 };
}

/** @param {string} text */
function readLines(text) {
  const rest = /(?:^|\n)(?:&gt;){3} ?|(?:^|\n)>>> ?/.exec(text);
  if (!rest) return text.split('\n').map(readLine);
  const before = text.slice(0, rest.index);
  const after = text.slice(rest.index + rest[0].length);
  return [
    ...(before ? before.split('\n').map(readLine) : []),
    ...after.split('\n').map((line) => /** @type {Line} */ ({ kind: 'quote', text: line, start: 0 })),
  ];
}

/**
 * Lines of one kind that follow each other are one quote, one list or one paragraph.
 * @param {HTMLElement} box
 * @param {string} text
 * @param {InlineOptions} options
 */
function appendLines(box, text, options) {
  /** @type {Line[]} */
  let run = [];
  const close = () => {
    const [first] = run;
    if (first) box.append(drawRun(first, run, options));
    run = [];
  };
  for (const line of readLines(text)) {
    if (run[0] && run[0].kind !== line.kind) close();
    run.push(line);
  }
  close();
}

/** @param {Line} first @param {Line[]} run @param {InlineOptions} options */
function drawRun(first, run, options) {
  const joined = run.map((line) => line.text).join('\n');
  if (first.kind === 'quote') return h('blockquote', null, inline(joined, options));
  if (first.kind === 'text') return h('div', { class: 'lines' }, inline(joined, options));
  const items = run.map((line) => h('li', null, inline(line.text, options)));
  return first.kind === 'bullet' ? h('ul', null, items) : h('ol', { start: first.start }, items);
}

/** A message of nothing but a few emoji is drawn large. @param {string} text */
export function isOnlyEmoji(text) {
  return /^(\s*(:[a-z0-9_+-]+:|\p{Extended_Pictographic}️?)){1,5}\s*$/iu.test(text);
}
