// @ts-check
// Choices that all stand on the page: radio buttons and checkboxes.
import { freshId, h } from '../dom.js';
import { choose, controlProps, keptOf } from './place.js';
import { drawText } from './text.js';

/** @typedef {import('./place.js').Place} Place */
/** @typedef {Record<string, any>} Option */

/** @param {Place} place @param {'radio' | 'checkbox'} type @param {(option: Option) => boolean} isChosen @param {(inputs: HTMLInputElement[]) => void} onChange */
function drawGroup(place, type, isChosen, onChange) {
  const name = freshId('choice');
  /** @type {HTMLInputElement[]} */
  const inputs = [];
  const box = h('div', {
    ...controlProps(place),
    role: type === 'radio' ? 'radiogroup' : 'group',
    class: 'choices',
  });
  for (const option of place.element.options ?? []) {
    const input = h('input', {
      type,
      name,
      value: option.value ?? '',
      checked: isChosen(option),
      onchange: () => onChange(inputs),
    });
    inputs.push(input);
    const about = option.description ? h('small', null, drawText(option.description)) : null;
    box.append(h('label', { class: 'choice' }, input, h('span', null, drawText(option.text), about)));
  }
  return box;
}

/** @param {Place} place @returns {HTMLElement} */
export function drawRadios(place) {
  const options = place.element.options ?? [];
  let before = keptOf(place).selected_option ?? place.element.initial_option ?? null;
  const box = drawGroup(
    place,
    'radio',
    (option) => option.value === before?.value,
    (inputs) => {
      const chosen = options[inputs.findIndex(({ checked }) => checked)] ?? null;
      void choose(place, box, { selected_option: chosen }, () => {
        for (const [index, input] of inputs.entries()) input.checked = options[index].value === before?.value;
      }).then(() => {
        before = chosen;
      });
    },
  );
  return box;
}

/** @param {Place} place @returns {HTMLElement} */
export function drawCheckboxes(place) {
  const options = place.element.options ?? [];
  const before = new Set(
    (keptOf(place).selected_options ?? place.element.initial_options ?? []).map(
      (/** @type {Option} */ option) => option.value,
    ),
  );
  const box = drawGroup(
    place,
    'checkbox',
    (option) => before.has(option.value),
    (inputs) => {
      const chosen = options.filter(
        (/** @type {Option} */ _, /** @type {number} */ index) => inputs[index]?.checked,
      );
      void choose(place, box, { selected_options: chosen }, () => {
        for (const [index, input] of inputs.entries()) input.checked = before.has(options[index].value);
      });
    },
  );
  return box;
}
