// @ts-check
// Markdown as DOM nodes: the safe part that Slack draws. No HTML passes through.
import { h } from './dom.js';
import { markdownInline } from './markdown-inline.js';

/** @param {string} text @returns {HTMLElement} */
export function markdown(text) {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return h('div', { class: 'rich markdown' }, readBlocks(lines));
}

const FENCE = /^\s{0,3}(```+|~~~+)\s*([\w+-]*)\s*$/;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** @param {string[]} lines @returns {HTMLElement[]} */
function readBlocks(lines) {
  /** @type {HTMLElement[]} */
  const blocks = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [node, next] = readBlock(lines, at, line);
    if (node) blocks.push(node);
    at = next;
  }
  return blocks;
}

/** One block from here on, and the line after it. @param {string[]} lines @param {number} at @param {string} line @returns {[HTMLElement | null, number]} */
function readBlock(lines, at, line) {
  if (line.trim() === '') return [null, at + 1];
  const fence = FENCE.exec(line);
  if (fence) return readFence(lines, at, fence[1] ?? '```');
  const heading = HEADING.exec(line);
  if (heading) {
    const level = Math.min((heading[1] ?? '').length, 3);
    return [h('h4', { class: `heading-${level}` }, markdownInline(heading[2] ?? '')), at + 1];
  }
  if (RULE.test(line)) return [h('hr', { class: 'divider' }), at + 1];
  if (/^\s{0,3}>/.test(line)) {
    const end = endOf(lines, at, (one) => /^\s{0,3}>/.test(one));
    const inside = lines.slice(at, end).map((one) => one.replace(/^\s{0,3}> ?/, ''));
    return [h('blockquote', null, readBlocks(inside)), end];
  }
  if (ITEM.test(line)) return readList(lines, at);
  if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) return readTable(lines, at);
  const end = endOf(lines, at, (one, index) => index === at || !startsBlock(one));
  return [h('p', null, markdownInline(lines.slice(at, end).join('\n'))), end];
}

/** @param {string} line */
function startsBlock(line) {
  return (
    line.trim() === '' ||
    FENCE.test(line) ||
    HEADING.test(line) ||
    RULE.test(line) ||
    ITEM.test(line) ||
    /^\s{0,3}>/.test(line)
  );
}

/** @param {string[]} lines @param {number} at @param {(line: string, index: number) => boolean} belongs */
function endOf(lines, at, belongs) {
  let end = at;
  while (end < lines.length && belongs(lines[end] ?? '', end)) end += 1;
  return end;
}

/** A fence never closed reaches to the end: a streamed answer is often just there. @param {string[]} lines @param {number} at @param {string} mark @returns {[HTMLElement, number]} */
function readFence(lines, at, mark) {
  const end = endOf(lines, at + 1, (one) => !one.trim().startsWith(mark));
  const code = h('pre', { class: 'code' }, h('code', null, lines.slice(at + 1, end).join('\n')));
  return [code, end + 1];
}

/** @param {string[]} lines @param {number} at @returns {[HTMLElement, number]} */
function readList(lines, at) {
  const first = ITEM.exec(lines[at] ?? '');
  const indent = (first?.[1] ?? '').length;
  const ordered = first?.[2] !== undefined;
  const list = ordered ? h('ol', { start: Number(first?.[2]) }) : h('ul');
  let next = at;
  while (next < lines.length) {
    const item = ITEM.exec(lines[next] ?? '');
    if (!item || (item[1] ?? '').length < indent || (item[2] !== undefined) !== ordered) break;
    // Whatever is indented further belongs to this item: more words, or a list of its own.
    const end = endOf(lines, next + 1, (one) => one.trim() !== '' && leading(one) > indent);
    const inside = lines.slice(next + 1, end);
    list.append(readItem(item[3] ?? '', inside));
    next = end;
    while ((lines[next] ?? 'x').trim() === '' && ITEM.test(lines[next + 1] ?? '')) next += 1;
  }
  return [list, next];
}

/** @param {string} line */
function leading(line) {
  return line.length - line.trimStart().length;
}

/** @param {string} words @param {string[]} inside */
function readItem(words, inside) {
  const task = /^\[([ xX])\]\s+(.*)$/.exec(words);
  const rest = inside.length > 0 ? readBlocks(inside) : [];
  if (!task) return h('li', null, markdownInline(words), rest);
  const done = task[1] !== ' ';
  const box = h('span', { role: 'img', 'aria-label': done ? 'done' : 'open' }, done ? '☑ ' : '☐ ');
  return h('li', { class: 'task' }, box, markdownInline(task[2] ?? ''), rest);
}

/** @param {string} line */
function cellsOf(line) {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** @param {string[]} lines @param {number} at @returns {[HTMLElement, number]} */
function readTable(lines, at) {
  const aligns = cellsOf(lines[at + 1] ?? '').map((cell) =>
    cell.endsWith(':') ? (cell.startsWith(':') ? 'center' : 'right') : 'left',
  );
  const end = endOf(lines, at + 2, (one) => one.includes('|'));
  /** @param {'th' | 'td'} tag @param {string} line */
  const row = (tag, line) =>
    h(
      'tr',
      null,
      cellsOf(line).map((cell, index) =>
        h(tag, { class: `align-${aligns[index] ?? 'left'}` }, markdownInline(cell)),
      ),
    );
  const table = h(
    'table',
    { class: 'table' },
    h('thead', null, row('th', lines[at] ?? '')),
    h(
      'tbody',
      null,
      lines.slice(at + 2, end).map((line) => row('td', line)),
    ),
  );
  return [h('div', { class: 'table-scroll' }, table), end];
}
