// @ts-check
// The blocks that put words and elements in order: section, header, context, actions, input, card, alert and their like.
import { freshId, h, linkTarget } from '../dom.js';
import { icon } from '../icons.js';
import { drawElement } from './element.js';
import { drawImage } from './image.js';
import { drawText, plainWords } from './text.js';

/** @typedef {import('./place.js').Context} Context */
/** @typedef {Record<string, any>} Json */

/** @param {Json} block @param {Context} ctx @returns {HTMLElement} */
export function drawSection(block, ctx) {
  const words = h('div', { class: 'section-words' });
  if (block.text) words.append(drawText(block.text));
  if (block.fields) {
    words.append(
      h(
        'div',
        { class: 'section-fields' },
        block.fields.map((/** @type {any} */ one) => drawText(one)),
      ),
    );
  }
  if (!block.accessory) return h('div', { class: 'section' }, words);
  const element = drawElement({ ctx, block, element: block.accessory, input: false });
  return h('div', { class: 'section with-accessory' }, words, h('div', { class: 'accessory' }, element));
}

/** @param {Json} block @returns {HTMLElement} */
export function drawHeader(block) {
  return h('h3', { class: 'header-block' }, plainWords(block.text));
}

/** @param {Json} block @returns {HTMLElement} */
export function drawContext(block) {
  const elements = block.elements ?? [];
  return h(
    'div',
    { class: 'context' },
    elements.map((/** @type {Json} */ one) =>
      one.type === 'image' ? drawImage(one, 'context') : drawText(one),
    ),
  );
}

/** @param {Json} block @param {Context} ctx @returns {HTMLElement} */
export function drawActions(block, ctx) {
  const elements = block.elements ?? [];
  return h(
    'div',
    { class: block.type === 'context_actions' ? 'actions quiet' : 'actions' },
    elements.map((/** @type {Json} */ element) => drawElement({ ctx, block, element, input: false })),
  );
}

/** A field of a form: its label, its element, its hint, and where the app says what is wrong. @param {Json} block @param {Context} ctx @returns {HTMLElement} */
export function drawInput(block, ctx) {
  const element = block.element ?? {};
  const controlId = freshId('field');
  const labelId = freshId('label');
  const hintId = block.hint ? freshId('hint') : null;
  const problemId = freshId('problem');
  const describedBy = [hintId, problemId].filter(Boolean).join(' ');
  const optional = block.optional ? h('span', { class: 'optional' }, ' (optional)') : null;
  // A label's click may only land on what takes letters: a group or a button would be pressed by it.
  const takesFor = !['radio_buttons', 'checkboxes', 'file_input'].includes(element.type);
  return h(
    'div',
    { class: 'input-block', 'data-block-id': block.block_id ?? '' },
    h(
      'label',
      { class: 'label', id: labelId, for: takesFor ? controlId : null },
      plainWords(block.label),
      optional,
    ),
    drawElement({ ctx, block, element, input: true, controlId, labelId, describedBy }),
    h('p', { class: 'problem', id: problemId, hidden: true }),
    hintId ? h('p', { class: 'hint', id: hintId }, plainWords(block.hint)) : null,
  );
}

/** @param {Json} block @param {Context} ctx @returns {HTMLElement} */
export function drawCard(block, ctx) {
  const actions = block.actions ?? [];
  return h(
    'article',
    { class: 'card' },
    block.hero_image ? drawImage(block.hero_image, 'hero') : null,
    h(
      'div',
      { class: 'card-head' },
      block.icon ? drawImage(block.icon, 'icon') : null,
      h(
        'div',
        null,
        block.title ? h('div', { class: 'card-title' }, drawText(block.title)) : null,
        block.subtitle ? h('div', { class: 'card-subtitle' }, drawText(block.subtitle)) : null,
      ),
    ),
    block.body ? h('div', { class: 'card-body' }, drawText(block.body)) : null,
    actions.length > 0
      ? h(
          'div',
          { class: 'actions' },
          actions.map((/** @type {Json} */ element) => drawElement({ ctx, block, element, input: false })),
        )
      : null,
  );
}

const LEVELS = ['info', 'warning', 'error', 'success'];

/** @param {Json} block @returns {HTMLElement} */
export function drawAlert(block) {
  const level = LEVELS.includes(block.level) ? block.level : 'default';
  const drawing =
    level === 'success' ? 'check' : level === 'warning' || level === 'error' ? 'warning' : 'info';
  return h('div', { class: `alert ${level}`, role: 'note' }, icon(drawing), drawText(block.text));
}

/** @param {Json} block @returns {HTMLElement} */
export function drawVideo(block) {
  const by = [block.author_name, block.provider_name].filter(Boolean).join(' · ');
  return h(
    'div',
    { class: 'card video' },
    h(
      'a',
      { class: 'card-title', ...linkTarget(block.title_url ?? block.video_url ?? '#') },
      `▶ ${plainWords(block.title)}`,
    ),
    by ? h('div', { class: 'card-subtitle' }, by) : null,
    block.description ? h('div', { class: 'card-body' }, plainWords(block.description)) : null,
  );
}

/** @param {Json} block @returns {HTMLElement} */
export function drawFileBlock(block) {
  return h(
    'div',
    { class: 'file-card' },
    icon('file'),
    h('span', { class: 'file-name' }, block.external_id ?? 'File'),
  );
}
