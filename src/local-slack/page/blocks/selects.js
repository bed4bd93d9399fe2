// @ts-check
// Every kind of select: a button that says what is chosen and opens the list.
import { fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { openPopup } from '../popup.js';
import { toastError } from '../toast.js';
import { drawListbox } from './listbox.js';
import { choose, controlProps, keptOf } from './place.js';
import { choicesOf, chosenOf, isExternal, isMulti, ofOptions, stateOf } from './select-options.js';

/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('./select-options.js').Choice} Choice */

/** A list longer than this is easier to search than to read. */
const SEARCH_FROM = 8;
const ASK_AFTER_MS = 200;
/** Slack asks the app from the third letter on, unless the app says otherwise. */
const ASK_FROM_LETTERS = 3;

/** @param {Place} place @returns {HTMLElement} */
export function drawSelect(place) {
  const { element, input } = place;
  const multi = isMulti(element.type);
  const placeholder = element.placeholder?.text ?? (multi ? 'Choose some' : 'Choose one');
  let chosen = chosenOf(place, keptOf(place));
  const words = h('span', { class: 'select-words' });
  const trigger = h(
    'button',
    {
      ...controlProps(place),
      type: 'button',
      class: `select${multi ? ' multi' : ''}`,
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      autofocus: element.focus_on_load === true,
    },
    words,
    icon('chevron'),
  );

  const draw = () => {
    trigger.classList.toggle('empty', chosen.length === 0);
    trigger.dataset.value = chosen.map(({ key }) => key).join(',');
    if (chosen.length === 0) fill(words, placeholder);
    else if (!multi) fill(words, chosen[0]?.words);
    else
      fill(
        words,
        chosen.map((one) => chip(one, () => settle(chosen.filter(({ key }) => key !== one.key)))),
      );
    // Where a label stands beside it, a reader hears the label and then what is chosen.
    trigger.setAttribute('aria-description', chosen.map((one) => one.words).join(', '));
  };

  /** @param {Choice[]} next */
  const settle = (next) => {
    const before = chosen;
    chosen = next;
    draw();
    void choose(place, trigger, stateOf(element.type, next), () => {
      chosen = before;
      draw();
    });
  };

  /** @param {Choice} choice */
  const isChosen = (choice) => chosen.some(({ key }) => key === choice.key);

  /** @param {Choice} choice */
  const take = (choice) => {
    if (!multi) {
      close();
      if (!isChosen(choice) || !input) settle([choice]);
      else if (input && place.block.optional) settle([]);
      return;
    }
    const next = isChosen(choice) ? chosen.filter(({ key }) => key !== choice.key) : [...chosen, choice];
    if (next.length <= (element.max_selected_items ?? Number.POSITIVE_INFINITY)) settle(next);
  };

  let close = () => {};
  const open = () => {
    if (trigger.getAttribute('aria-expanded') === 'true') {
      close();
      return;
    }
    const { node, focus } = drawListbox({
      label: placeholder,
      search: isExternal(element.type) || choicesOf(place).length > SEARCH_FROM,
      multi,
      find: finder(place),
      isChosen,
      onChoose: take,
      ...(isExternal(element.type) ? { emptyWords: 'Type to search' } : {}),
    });
    close = openPopup(trigger, node, {
      wide: true,
      onClose: () => trigger.setAttribute('aria-expanded', 'false'),
    });
    trigger.setAttribute('aria-expanded', 'true');
    focus();
  };
  trigger.addEventListener('click', open);
  trigger.addEventListener('keydown', (event) => {
    if (!['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    open();
  });
  draw();
  return trigger;
}

/** @param {Choice} one @param {() => void} remove */
function chip(one, remove) {
  return h(
    'span',
    { class: 'chip' },
    one.words,
    h(
      'span',
      {
        class: 'chip-remove',
        'aria-hidden': 'true',
        title: `Remove ${one.words}`,
        onclick: (/** @type {Event} */ event) => {
          event.stopPropagation();
          remove();
        },
      },
      icon('close'),
    ),
  );
}

/** @param {Place} place @returns {(typed: string) => Promise<Choice[]> | Choice[]} */
function finder(place) {
  const { ctx, block, element } = place;
  if (!isExternal(element.type)) {
    return (typed) => {
      const words = typed.toLowerCase();
      return choicesOf(place).filter((choice) => choice.words.toLowerCase().includes(words));
    };
  }
  const from = element.min_query_length ?? ASK_FROM_LETTERS;
  return async (typed) => {
    if (typed.length < from) return [];
    await new Promise((resolve) => setTimeout(resolve, ASK_AFTER_MS));
    try {
      const answer = await ctx.suggest(element.action_id ?? '', block.block_id ?? '', typed);
      return ofOptions(answer.options, answer.optionGroups);
    } catch (error) {
      toastError(error);
      return [];
    }
  };
}
