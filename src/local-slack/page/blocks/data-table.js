// @ts-check
// Tables of data, with a page at a time where they are long.
import { h } from '../dom.js';
import { drawRichText } from './rich-text.js';

/** @typedef {Record<string, any>} Json */

const PAGE = 10;

/** @param {Json} cell */
function drawCell(cell) {
  if (cell?.type === 'rich_text') return drawRichText(cell);
  return cell?.text ?? '';
}

/** @param {Json} block @returns {HTMLElement} */
export function drawDataTable(block) {
  const [head = [], ...rows] = block.rows ?? [];
  const isNumber = head.map((/** @type {Json} */ _, /** @type {number} */ column) =>
    rows.every((/** @type {Json[]} */ row) => row[column]?.type === 'raw_number'),
  );
  const align = (/** @type {number} */ column) => {
    const said = block.column_settings?.[column]?.align;
    return said ? `to-${said}` : isNumber[column] ? 'to-right' : null;
  };
  const size = block.page_size ?? PAGE;
  const rowHead = block.row_header_column_index ?? 0;
  const body = h('tbody', null);
  let page = 0;
  const pages = Math.ceil(rows.length / size);
  const where = h('span', { class: 'table-where', role: 'status' });
  const draw = () => {
    body.replaceChildren(
      ...rows.slice(page * size, (page + 1) * size).map((/** @type {Json[]} */ row) =>
        h(
          'tr',
          null,
          row.map((cell, column) =>
            column === rowHead
              ? h('th', { scope: 'row', class: align(column) }, drawCell(cell))
              : h('td', { class: align(column) }, drawCell(cell)),
          ),
        ),
      ),
    );
    where.textContent = `${page * size + 1}–${Math.min(rows.length, (page + 1) * size)} of ${rows.length}`;
    back.disabled = page === 0;
    on.disabled = page >= pages - 1;
  };
  const turn = (/** @type {string} */ words, /** @type {number} */ step) =>
    h(
      'button',
      {
        type: 'button',
        class: 'button small',
        onclick: () => {
          page += step;
          draw();
        },
      },
      words,
    );
  const back = turn('Previous rows', -1);
  const on = turn('More rows', 1);
  draw();
  const titles = head.map((/** @type {Json} */ cell, /** @type {number} */ column) =>
    h('th', { scope: 'col', class: align(column) }, drawCell(cell)),
  );
  return h(
    'figure',
    { class: 'data-table' },
    block.caption ? h('figcaption', null, block.caption) : null,
    h(
      'div',
      { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-label': block.caption ?? 'Table' },
      h('table', null, h('thead', null, h('tr', null, titles)), body),
    ),
    pages > 1 ? h('div', { class: 'table-foot' }, back, on, where) : null,
  );
}
