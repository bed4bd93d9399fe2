// @ts-check
// Files for a form: chosen or dropped, uploaded at once, and named with their size.
import { upload } from '../api.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { toast, toastError } from '../toast.js';
import { choose, controlProps, keptOf } from './place.js';

/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('../../control-api.ts').FileObject} FileObject */

const MOST_FILES = 10;

/** @param {number} bytes */
export function sizeWords(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** @param {Place} place @returns {HTMLElement} */
export function drawFileInput(place) {
  const { element } = place;
  const most = element.max_files ?? MOST_FILES;
  const types = /** @type {string[]} */ (element.filetypes ?? []);
  /** @type {FileObject[]} */
  let files = keptOf(place).files ?? [];
  const list = h('ul', { class: 'file-list' });
  const field = h('input', {
    ...controlProps(place, 'Choose a file'),
    type: 'file',
    class: 'file-field',
    multiple: most > 1,
    accept: types.length > 0 ? types.map((type) => `.${type}`).join(',') : null,
    onchange: () => void take([...(field.files ?? [])]),
  });
  const zone = h(
    'div',
    { class: 'drop-zone' },
    icon('clip'),
    h('span', null, most > 1 ? 'Choose files or drop them here' : 'Choose a file or drop it here'),
    types.length > 0 ? h('small', null, types.map((type) => type.toUpperCase()).join(', ')) : null,
    field,
  );

  const draw = () => {
    list.replaceChildren(
      ...files.map((file) =>
        h(
          'li',
          null,
          icon('file'),
          h('span', { class: 'file-name' }, file.name),
          h('small', null, sizeWords(file.size)),
          h(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': `Remove ${file.name}`,
              onclick: () => settle(files.filter(({ id }) => id !== file.id)),
            },
            icon('close'),
          ),
        ),
      ),
    );
    zone.hidden = files.length >= most;
  };

  /** @param {FileObject[]} next */
  const settle = (next) => {
    files = next;
    draw();
    void choose(place, zone, { files });
  };

  /** @param {File[]} chosen */
  const take = async (chosen) => {
    const room = chosen.slice(0, most - files.length);
    const wrong = room.find((file) => types.length > 0 && !types.includes(extension(file.name)));
    field.value = '';
    if (wrong) {
      toast(`“${wrong.name}” is no ${types.join(' or ')} file.`);
      return;
    }
    zone.setAttribute('aria-busy', 'true');
    try {
      settle([...files, ...(await Promise.all(room.map(upload)))]);
    } catch (error) {
      toastError(error);
    } finally {
      zone.removeAttribute('aria-busy');
    }
  };

  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  draw();
  return h('div', { class: 'file-input' }, list, zone);
}

/** @param {string} name */
function extension(name) {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
