// @ts-check
// What is pressed: buttons, the overflow menu, feedback and icon buttons.
import { h, linkTarget } from '../dom.js';
import { icon } from '../icons.js';
import { openMenu } from '../popup.js';
import { idsOf, press } from './place.js';
import { plainWords } from './text.js';

/** @typedef {import('./place.js').Place} Place */

/** @param {Place} place @returns {HTMLElement} */
export function drawButton(place) {
  const { element } = place;
  const style = element.style === 'primary' || element.style === 'danger' ? ` ${element.style}` : '';
  const props = {
    ...idsOf(place),
    class: `button${style}`,
    'aria-label': element.accessibility_label ?? null,
    'data-value': element.value ?? null,
  };
  const words = h('span', { class: 'button-words' }, plainWords(element.text));
  if (element.url) {
    // The link opens by itself; the app is told of the press all the same.
    const link = h('a', { ...props, ...linkTarget(element.url), role: 'button' }, words, icon('link'));
    link.addEventListener(
      'click',
      () => void press({ ...place, element: { ...element, confirm: null } }, link),
    );
    return link;
  }
  const button = h('button', { ...props, type: 'button', onclick: () => press(place, button) }, words);
  return button;
}

/** @param {Place} place @returns {HTMLElement} */
export function drawWorkflowButton(place) {
  const words = plainWords(place.element.text);
  return h('button', { ...idsOf(place), type: 'button', class: 'button', disabled: true }, words);
}

/** @param {Place} place @returns {HTMLElement} */
export function drawOverflow(place) {
  const button = h(
    'button',
    {
      ...idsOf(place),
      type: 'button',
      class: 'button overflow',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-label': 'More actions',
      onclick: () =>
        openMenu(
          button,
          (place.element.options ?? []).map((/** @type {any} */ option) => ({
            words: plainWords(option.text),
            note: option.description ? plainWords(option.description) : null,
            value: option.value,
            chosen: () => {
              if (option.url) open(linkTarget(option.url).href, '_blank', 'noopener');
              void press(place, button, { selected_option: option });
            },
          })),
          'More actions',
        ),
    },
    icon('more'),
  );
  return button;
}

/** @param {Place} place @returns {HTMLElement} */
export function drawFeedback(place) {
  const { element } = place;
  const box = h('span', { class: 'feedback', role: 'group', 'aria-label': 'Feedback', ...idsOf(place) });
  const one = (/** @type {any} */ half, /** @type {string} */ drawing) => {
    const button = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-pressed': 'false',
        'aria-label': half?.accessibility_label ?? plainWords(half?.text),
        title: plainWords(half?.text),
        'data-value': half?.value ?? null,
        onclick: async () => {
          await press(place, button, { value: half?.value });
          for (const other of box.children) other.setAttribute('aria-pressed', String(other === button));
        },
      },
      icon(drawing),
    );
    return button;
  };
  box.append(one(element.positive_button, 'thumbup'), one(element.negative_button, 'thumbdown'));
  return box;
}

/** @param {Place} place @returns {HTMLElement} */
export function drawIconButton(place) {
  const { element } = place;
  const words = plainWords(element.text);
  const button = h(
    'button',
    {
      ...idsOf(place),
      type: 'button',
      class: 'icon-button',
      title: words,
      'aria-label': element.accessibility_label ?? words,
      onclick: () => press(place, button),
    },
    icon(element.icon === 'trash' ? 'trash' : 'more'),
  );
  return button;
}
