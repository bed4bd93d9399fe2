// @ts-check
// A list to choose from, with a field to search it: arrows move, Enter chooses, Escape leaves.
import { freshId, h } from '../dom.js';

/** @typedef {import('./select-options.js').Choice} Choice */

/**
 * @param {{
 *   label: string,
 *   search: boolean,
 *   multi: boolean,
 *   find: (typed: string) => Promise<Choice[]> | Choice[],
 *   isChosen: (choice: Choice) => boolean,
 *   onChoose: (choice: Choice) => void,
 *   emptyWords?: string,
 * }} options
 */
export function drawListbox({
  label,
  search,
  multi,
  find,
  isChosen,
  onChoose,
  emptyWords = 'Nothing found',
}) {
  const listId = freshId('list');
  const list = h('ul', {
    role: 'listbox',
    id: listId,
    class: 'listbox',
    'aria-label': label,
    'aria-multiselectable': multi ? 'true' : null,
    tabindex: search ? -1 : 0,
  });
  const field = search
    ? h('input', {
        type: 'text',
        class: 'field listbox-search',
        role: 'combobox',
        'aria-label': `Search: ${label}`,
        'aria-controls': listId,
        'aria-expanded': 'true',
        placeholder: 'Search',
        autocomplete: 'off',
        'data-testid': 'select-search',
      })
    : null;
  const focusable = field ?? list;
  /** @type {Choice[]} */
  let shown = [];
  let active = -1;
  let asked = 0;

  /** @param {number} index */
  const activate = (index) => {
    const rows = [...list.querySelectorAll('[role=option]')];
    active = rows.length === 0 ? -1 : (index + rows.length) % rows.length;
    for (const [at, row] of rows.entries()) row.classList.toggle('active', at === active);
    const row = rows[active];
    row?.scrollIntoView({ block: 'nearest' });
    if (row) focusable.setAttribute('aria-activedescendant', row.id);
    else focusable.removeAttribute('aria-activedescendant');
  };

  const draw = () => {
    list.replaceChildren();
    let group = null;
    for (const choice of shown) {
      if (choice.group !== group) {
        group = choice.group;
        if (group) list.append(h('li', { class: 'listbox-group', role: 'presentation' }, group));
      }
      list.append(drawOption(choice, isChosen(choice), () => take(choice)));
    }
    if (shown.length === 0)
      list.append(h('li', { class: 'listbox-empty', role: 'presentation' }, emptyWords));
  };

  /** @param {Choice} choice */
  const take = (choice) => {
    onChoose(choice);
    if (!multi) return;
    const at = active;
    draw();
    activate(at);
  };

  const refresh = async () => {
    asked += 1;
    const mine = asked;
    list.setAttribute('aria-busy', 'true');
    const found = await find(field?.value.trim() ?? '');
    if (mine !== asked) return;
    list.removeAttribute('aria-busy');
    shown = found;
    draw();
    const chosen = shown.findIndex(isChosen);
    activate(chosen === -1 || multi ? 0 : chosen);
    dispatchEvent(new Event('resize'));
  };

  const node = h('div', { class: 'listbox-box' }, field, list);
  field?.addEventListener('input', () => void refresh());
  node.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      activate(active + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' || (event.key === ' ' && !field)) {
      event.preventDefault();
      const choice = shown[active];
      if (choice) take(choice);
    } else if (!field && event.key.length === 1) {
      const at = shown.findIndex(({ words }) => words.toLowerCase().startsWith(event.key.toLowerCase()));
      if (at !== -1) activate(at);
    }
  });
  void refresh();
  return { node, focus: () => focusable.focus() };
}

/** @param {Choice} choice @param {boolean} chosen @param {() => void} take */
function drawOption(choice, chosen, take) {
  return h(
    'li',
    {
      role: 'option',
      id: freshId('option'),
      class: 'option',
      'aria-selected': chosen ? 'true' : 'false',
      'data-value': choice.key,
      // The focus stays where it is, so that the keys go on working.
      onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
      onclick: take,
    },
    h('span', { class: 'option-words' }, choice.words, choice.note ? h('small', null, choice.note) : null),
  );
}
