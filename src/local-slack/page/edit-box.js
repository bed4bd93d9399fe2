// @ts-check
// Changes one's own message where it stands.
import { post } from './api.js';
import { h } from './dom.js';
import { readable, tellable } from './mentions.js';
import { toastError } from './toast.js';

/** @param {import('./state.js').Message} message @param {() => void} leave @returns {HTMLElement} */
export function editBox(message, leave) {
  const field = h('textarea', {
    class: 'field',
    rows: 3,
    'aria-label': 'Edit the message',
    value: readable(message.text),
  });
  const save = async () => {
    const text = tellable(field.value.trim());
    if (!text || text === message.text) {
      leave();
      return;
    }
    try {
      await post('message/edit', { channel: message.channel, ts: message.ts, text });
    } catch (error) {
      toastError(error);
    }
  };
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void save();
    }
  });
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
  return h(
    'div',
    { class: 'edit-box' },
    field,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button small', onclick: leave }, 'Cancel'),
      h('button', { type: 'button', class: 'button small primary', onclick: save }, 'Save'),
    ),
  );
}
