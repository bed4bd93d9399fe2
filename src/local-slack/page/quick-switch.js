// @ts-check
// Ctrl or Cmd and K: a few letters, and one is there.
import { h } from './dom.js';
import { go, goChannel } from './route.js';
import { state } from './state.js';

/** @typedef {{words: string, go: () => void}} Place */

export function startQuickSwitch() {
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!document.querySelector('dialog[open]')) openSwitch();
  });
}

/** @returns {Place[]} */
function places() {
  const channels = (state.workspace?.channels ?? []).filter(({ isArchived }) => !isArchived);
  return [
    ...channels.map(({ id, name, kind }) => ({
      words: kind === 'im' ? name : `#${name}`,
      go: () => goChannel(id),
    })),
    { words: 'Home', go: () => go({ kind: 'home' }) },
    { words: 'Mailbox', go: () => go({ kind: 'mailbox' }) },
  ];
}

function openSwitch() {
  const list = h('ul', { class: 'switch-list', role: 'listbox', id: 'switch-list' });
  let active = 0;
  /** @type {Place[]} */
  let found = [];
  const take = (/** @type {Place | undefined} */ place) => {
    if (!place) return;
    dialog.close();
    place.go();
  };
  const draw = () => {
    const typed = field.value.trim().toLowerCase();
    found = places().filter(({ words }) => words.toLowerCase().includes(typed));
    active = Math.min(active, Math.max(0, found.length - 1));
    list.replaceChildren(
      ...found.map((place, index) =>
        h(
          'li',
          {
            role: 'option',
            id: `switch-${index}`,
            'aria-selected': String(index === active),
            onpointerdown: (/** @type {Event} */ event) => {
              event.preventDefault();
              take(place);
            },
          },
          place.words,
        ),
      ),
    );
    field.setAttribute('aria-activedescendant', `switch-${active}`);
  };
  const field = h('input', {
    type: 'text',
    class: 'field',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'switch-list',
    'aria-label': 'Go to',
    placeholder: 'Go to a channel or a person',
    autocomplete: 'off',
    oninput: () => {
      active = 0;
      draw();
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Enter') take(found[active]);
      else if (event.key === 'ArrowDown') active = (active + 1) % Math.max(1, found.length);
      else if (event.key === 'ArrowUp') active = (active + found.length - 1) % Math.max(1, found.length);
      else return;
      event.preventDefault();
      if (dialog.open) draw();
    },
  });
  const dialog = h(
    'dialog',
    { class: 'modal switch', 'aria-label': 'Go to', onclose: () => dialog.remove() },
    field,
    list,
  );
  document.body.append(dialog);
  dialog.showModal();
  draw();
}
