// @ts-check
// Every block by its type, and the blocks that hold others.
import { freshId, h } from '../dom.js';
import { icon } from '../icons.js';
import { markdown } from '../markdown.js';
import { drawPlan, drawTask } from './agent.js';
import { drawChart } from './chart.js';
import { drawDataTable } from './data-table.js';
import { drawImage, drawImageBlock } from './image.js';
import {
  drawActions,
  drawAlert,
  drawCard,
  drawContext,
  drawFileBlock,
  drawHeader,
  drawInput,
  drawSection,
  drawVideo,
} from './layout.js';
import { drawRichText } from './rich-text.js';
import { drawText, plainWords } from './text.js';

/** @typedef {import('./place.js').Context} Context */
/** @typedef {Record<string, any>} Json */

/** @type {Record<string, (block: Json, ctx: Context) => HTMLElement>} */
const DRAW = {
  section: drawSection,
  header: drawHeader,
  divider: () => h('hr', { class: 'divider' }),
  context: drawContext,
  actions: drawActions,
  context_actions: drawActions,
  input: drawInput,
  image: drawImageBlock,
  card: drawCard,
  alert: drawAlert,
  video: drawVideo,
  file: drawFileBlock,
  rich_text: drawRichText,
  markdown: (block) => markdown(block.text ?? ''),
  plan: drawPlan,
  task_card: drawTask,
  table: drawDataTable,
  data_table: drawDataTable,
  data_visualization: drawChart,
  container: drawContainer,
  carousel: drawCarousel,
};

/** @param {Json[]} blocks @param {Context} ctx @returns {HTMLElement} */
export function drawBlocks(blocks, ctx) {
  return h(
    'div',
    { class: `blocks on-${ctx.surface}` },
    blocks.map((block) => drawBlock(block, ctx)),
  );
}

/** @param {Json} block @param {Context} ctx */
function drawBlock(block, ctx) {
  const draw = DRAW[block.type];
  const node = draw
    ? draw(block, ctx)
    : h('p', { class: 'unknown' }, `A “${block.type}” block is not drawn here.`);
  node.classList.add('block');
  node.dataset.blockType = block.type;
  return node;
}

/** @param {Json} block @param {Context} ctx @returns {HTMLElement} */
function drawContainer(block, ctx) {
  const children = (block.child_blocks ?? []).map((/** @type {Json} */ child) => drawBlock(child, ctx));
  const head = h(
    'div',
    { class: 'container-head' },
    block.icon ? drawImage(block.icon, 'icon') : null,
    h(
      'div',
      null,
      h('strong', null, plainWords(block.title)),
      block.subtitle ? h('div', { class: 'card-subtitle' }, drawText(block.subtitle)) : null,
    ),
  );
  const body = h('div', { class: 'container-body', id: freshId('container') }, children);
  if (!block.is_collapsible) return h('section', { class: 'container' }, head, body);
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'Show or hide',
      'aria-controls': body.id,
      'aria-expanded': String(!block.default_collapsed),
      onclick: () => {
        body.hidden = !body.hidden;
        toggle.setAttribute('aria-expanded', String(!body.hidden));
      },
    },
    icon('chevron'),
  );
  body.hidden = block.default_collapsed === true;
  head.append(toggle);
  return h('section', { class: 'container' }, head, body);
}

/** @param {Json} block @param {Context} ctx @returns {HTMLElement} */
function drawCarousel(block, ctx) {
  const cards = (block.elements ?? []).map((/** @type {Json} */ card) => drawCard(card, ctx));
  return h(
    'div',
    { class: 'carousel', tabindex: 0, role: 'group', 'aria-label': 'Cards, scroll sideways' },
    cards,
  );
}
