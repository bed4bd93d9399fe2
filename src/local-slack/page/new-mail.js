// @ts-check
// Writes a mail of its own as a customer, who has not been written to or answers from elsewhere.
import { post } from './api.js';
import { askDialog } from './dialog.js';
import { h } from './dom.js';
import { loadMails } from './load.js';
import { state } from './state.js';
import { toast } from './toast.js';

export function askForMail() {
  const from = field('new-mail-from', 'email', 'dana@acme-robotics.example');
  const to = field('new-mail-to', 'email', 'the sender named in the settings');
  to.value = state.mails.find(({ direction }) => direction === 'out')?.replyTo ?? '';
  const subject = field('new-mail-subject', 'text', 'Your invoice');
  const text = h('textarea', { id: 'new-mail-text', class: 'field', rows: 6 });
  const labelled = (/** @type {string} */ words, /** @type {HTMLElement} */ control) => [
    h('label', { class: 'label', for: control.id }, words),
    control,
  ];
  askDialog({
    title: 'Write as a customer',
    body: h(
      'div',
      { class: 'stack' },
      labelled('From', from),
      labelled('To', to),
      labelled('Subject', subject),
      labelled('Mail', text),
    ),
    yes: 'Send the mail',
    no: 'Cancel',
    onYes: async () => {
      for (const [control, words] of [
        [from, 'Say whose mail it is: an address like dana@acme-robotics.example.'],
        [to, 'Say whom it goes to: the address that the letters come from.'],
      ]) {
        if (!/^[^\s@]+@[^\s@]+$/.test(control.value.trim())) return words;
      }
      if (text.value.trim() === '') return 'Write what the customer says.';
      await post('mailbox/reply', {
        id: null,
        from: from.value.trim(),
        to: to.value.trim(),
        subject: subject.value.trim(),
        text: text.value,
      });
      await loadMails();
      toast('The mail is on its way.', 'done');
      return null;
    },
  });
}

/** @param {string} id @param {string} keyboard which one a phone shows @param {string} placeholder */
function field(id, keyboard, placeholder) {
  return h('input', {
    id,
    type: 'text',
    inputmode: keyboard,
    class: 'field',
    placeholder,
    autocomplete: 'off',
  });
}
