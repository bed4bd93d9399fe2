// @ts-check
// What is typed: one line, many lines, an address, a link, a number; and what is picked from a calendar or a clock.
import { h } from '../dom.js';
import { fromLocalField, toLocalField } from '../time.js';
import { choose, controlProps, dispatches, keptOf } from './place.js';

/** @typedef {import('./place.js').Place} Place */

const TYPES = /** @type {Record<string, string>} */ ({
  email_text_input: 'email',
  url_text_input: 'url',
  plain_text_input: 'text',
});

/** @param {Place} place @returns {HTMLElement} */
export function drawTyped(place) {
  const { element } = place;
  const props = {
    ...controlProps(place),
    class: 'field',
    placeholder: element.placeholder?.text ?? null,
    minlength: element.min_length ?? null,
    maxlength: element.max_length ?? null,
    autofocus: element.focus_on_load === true,
    autocomplete: 'off',
    value: keptOf(place).value ?? element.initial_value ?? '',
  };
  const node = element.multiline
    ? h('textarea', { ...props, rows: 5 })
    : h('input', { ...props, type: TYPES[element.type] ?? 'text' });
  watch(place, node);
  return element.max_length && element.max_length <= 3000 ? withCount(node, element.max_length) : node;
}

/** How many characters are left, once it becomes tight. @param {HTMLInputElement | HTMLTextAreaElement} node @param {number} most */
function withCount(node, most) {
  const left = h('span', { class: 'left', 'aria-live': 'polite' });
  const tell = () => {
    const rest = most - node.value.length;
    left.textContent = rest <= Math.max(10, most * 0.05) ? `${rest} left` : '';
  };
  node.addEventListener('input', tell);
  tell();
  return h('div', { class: 'counted' }, node, left);
}

/** @param {Place} place @returns {HTMLElement} */
export function drawNumber(place) {
  const { element } = place;
  const node = h('input', {
    ...controlProps(place),
    type: 'number',
    class: 'field number',
    step: element.is_decimal_allowed ? 'any' : '1',
    min: element.min_value ?? null,
    max: element.max_value ?? null,
    inputmode: element.is_decimal_allowed ? 'decimal' : 'numeric',
    placeholder: element.placeholder?.text ?? null,
    autofocus: element.focus_on_load === true,
    value: keptOf(place).value ?? element.initial_value ?? '',
  });
  watch(place, node);
  return node;
}

/**
 * Typing is kept; the app is told on Enter, or with each character where the element asks for that.
 * @param {Place} place
 * @param {HTMLInputElement | HTMLTextAreaElement} node
 */
function watch(place, node) {
  const { ctx, block, element } = place;
  const when = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const stateNow = () => ({ value: node.value === '' ? null : node.value });
  node.addEventListener('input', () => {
    if (dispatches(place) && when.includes('on_character_entered')) void choose(place, node, stateNow());
    else ctx.keep(block.block_id ?? '', element.action_id ?? '', stateNow());
  });
  node.addEventListener('keydown', (/** @type {any} */ event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const tells = dispatches(place) && when.includes('on_enter_pressed');
    if (element.multiline) {
      if (event.metaKey || event.ctrlKey) {
        event.preventDefault();
        ctx.submit?.();
      }
      return;
    }
    event.preventDefault();
    if (tells) void choose(place, node, stateNow());
    else ctx.submit?.();
  });
}

/** A year still being typed ("0020") is no date yet. */
const FIRST_YEAR = 1900;

/** @param {Place} place @returns {HTMLElement} */
export function drawDate(place) {
  const value = keptOf(place).selected_date ?? place.element.initial_date ?? '';
  return drawPicker(place, 'date', value, (field) => {
    if (field && Number(field.slice(0, 4)) < FIRST_YEAR) return null;
    return { selected_date: field || null };
  });
}

/** @param {Place} place @returns {HTMLElement} */
export function drawTime(place) {
  const value = keptOf(place).selected_time ?? place.element.initial_time ?? '';
  return drawPicker(place, 'time', value, (field) => ({ selected_time: field || null }));
}

/** @param {Place} place @returns {HTMLElement} */
export function drawDateTime(place) {
  const seconds = keptOf(place).selected_date_time ?? place.element.initial_date_time ?? null;
  return drawPicker(place, 'datetime-local', seconds ? toLocalField(seconds) : '', (field) => {
    if (field && Number(field.slice(0, 4)) < FIRST_YEAR) return null;
    return { selected_date_time: fromLocalField(field) };
  });
}

/** @param {Place} place @param {string} type @param {string} value @param {(field: string) => Record<string, any> | null} read */
function drawPicker(place, type, value, read) {
  let before = value;
  const node = h('input', {
    ...controlProps(place, 'Date'),
    type,
    class: 'field picker',
    value,
    autofocus: place.element.focus_on_load === true,
  });
  node.addEventListener('change', () => {
    const chosen = read(node.value);
    if (!chosen || node.value === before) return;
    const last = before;
    before = node.value;
    void choose(place, node, chosen, () => {
      node.value = last;
      before = last;
    });
  });
  return node;
}
