// @ts-check
// Every element by its type.
import { h } from '../dom.js';
import { drawButton, drawFeedback, drawIconButton, drawOverflow, drawWorkflowButton } from './buttons.js';
import { drawCheckboxes, drawRadios } from './choices.js';
import { drawFileInput } from './file-input.js';
import { drawImage } from './image.js';
import { isSelect } from './select-options.js';
import { drawSelect } from './selects.js';
import { drawDate, drawDateTime, drawNumber, drawTime, drawTyped } from './typed.js';

/** @typedef {import('./place.js').Place} Place */

/** @type {Record<string, (place: Place) => HTMLElement>} */
const DRAW = {
  button: drawButton,
  workflow_button: drawWorkflowButton,
  overflow: drawOverflow,
  feedback_buttons: drawFeedback,
  icon_button: drawIconButton,
  radio_buttons: drawRadios,
  checkboxes: drawCheckboxes,
  plain_text_input: drawTyped,
  email_text_input: drawTyped,
  url_text_input: drawTyped,
  number_input: drawNumber,
  datepicker: drawDate,
  timepicker: drawTime,
  datetimepicker: drawDateTime,
  file_input: drawFileInput,
  image: ({ element }) => drawImage(element, 'accessory'),
};

/** @param {Place} place @returns {HTMLElement} */
export function drawElement(place) {
  const type = place.element.type ?? '';
  const draw = isSelect(type) ? drawSelect : DRAW[type];
  return draw ? draw(place) : h('span', { class: 'unknown' }, `“${type}” is not drawn here.`);
}
