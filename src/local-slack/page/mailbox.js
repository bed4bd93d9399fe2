// @ts-check
// The Mailbox: what the app sent, as the customer sees it, and a box to answer as the customer.
import { post } from './api.js';
import { sizeWords } from './blocks/file-input.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { loadMails } from './load.js';
import { openSidebarButton } from './narrow.js';
import { askForMail } from './new-mail.js';
import { on, state } from './state.js';
import { fullWords, shortWords } from './time.js';
import { toast, toastError } from './toast.js';

/** @typedef {import('./state.js').Mail} Mail */

export class MailboxPlace {
  constructor() {
    this.list = h('ul', { class: 'mails', 'aria-label': 'Mails' });
    this.reading = h('article', { class: 'mail-reading', 'aria-live': 'polite' });
    this.node = h(
      'section',
      { class: 'mailbox', 'aria-label': 'Mailbox' },
      h(
        'header',
        { class: 'place-head' },
        openSidebarButton(),
        h('h1', null, icon('mail'), 'Mailbox'),
        h('small', null, 'What customers get. Nothing leaves this machine.'),
        h(
          'button',
          { type: 'button', class: 'button new-mail', onclick: askForMail },
          icon('pencil'),
          'Write as a customer',
        ),
      ),
      h('div', { class: 'mailbox-body' }, this.list, this.reading),
    );
    /** @type {string | null} */
    this.chosen = null;
    this.drawnFor = '';
    on(['mails', 'route'], () => this.draw());
  }

  draw() {
    if (state.route.kind !== 'mailbox') return;
    const { mails } = state;
    if (!mails.some(({ id }) => id === this.chosen)) this.chosen = mails[0]?.id ?? null;
    fill(
      this.list,
      mails.map((mail) => this.item(mail)),
    );
    this.list.hidden = mails.length === 0;
    const mail = mails.find(({ id }) => id === this.chosen) ?? null;
    // What somebody is writing is not drawn over when another mail comes in.
    if (this.drawnFor !== (mail?.id ?? 'none')) {
      this.drawnFor = mail?.id ?? 'none';
      fill(this.reading, mail ? readMail(mail) : noMail());
    }
    if ((state.workspace?.unreadMail ?? 0) > 0 && !document.hidden) {
      post('mailbox/read').catch(toastError);
    }
  }

  /** @param {Mail} mail */
  item(mail) {
    const here = mail.id === this.chosen;
    const isIn = mail.direction === 'in';
    return h(
      'li',
      null,
      h(
        'button',
        {
          type: 'button',
          class: here ? 'mail here' : 'mail',
          'aria-current': here ? 'true' : null,
          'data-testid': 'mail',
          'data-id': mail.id,
          onclick: () => {
            this.chosen = mail.id;
            this.draw();
          },
        },
        h('span', { class: 'mail-who' }, isIn ? `From ${mail.from}` : `To ${mail.to.join(', ')}`),
        h('time', { class: 'mail-when' }, shortWords(Date.parse(mail.at))),
        h('span', { class: 'mail-subject' }, mail.subject || '(no subject)'),
        h('span', { class: 'mail-start' }, mail.text.slice(0, 120)),
      ),
    );
  }
}

function noMail() {
  return h(
    'div',
    { class: 'gone' },
    icon('mail'),
    h('p', null, 'No mail yet. Approve a draft, and the letter appears here as the customer sees it.'),
  );
}

/** @param {Mail} mail */
function readMail(mail) {
  const line = (/** @type {string} */ name, /** @type {string | null} */ value) =>
    value ? [h('dt', null, name), h('dd', null, value)] : null;
  return [
    h('h2', null, mail.subject || '(no subject)'),
    h(
      'dl',
      { class: 'mail-lines' },
      line('From', mail.from),
      line('To', mail.to.join(', ')),
      line('Cc', mail.cc.join(', ')),
      line('Reply to', mail.replyTo),
      line('Sent', fullWords(Date.parse(mail.at))),
    ),
    mail.html ? htmlFrame(mail) : h('div', { class: 'mail-text', 'data-testid': 'mail-text' }, mail.text),
    drawAttachments(mail),
    mail.direction === 'out' ? replyBox(mail) : null,
  ];
}

/** The mail's own HTML, where no script runs and nothing reaches this page. @param {Mail} mail */
function htmlFrame({ id }) {
  return h('iframe', {
    class: 'mail-html',
    sandbox: '',
    src: `/mail/${encodeURIComponent(id)}`,
    title: 'The mail',
  });
}

/** @param {Mail} mail */
function drawAttachments({ attachments }) {
  if (attachments.length === 0) return null;
  return h(
    'ul',
    { class: 'files' },
    attachments.map(({ name, size, url }) =>
      h(
        'li',
        null,
        h(
          'a',
          { class: 'file-card', href: url, download: name },
          icon('file'),
          h('span', { class: 'file-name' }, name),
          h('small', null, sizeWords(size)),
        ),
      ),
    ),
  );
}

/** @param {Mail} mail */
function replyBox(mail) {
  const field = h('textarea', {
    class: 'field',
    rows: 4,
    required: true,
    'data-testid': 'mail-reply',
    'aria-label': `Answer as ${mail.to[0] ?? 'the customer'}`,
    placeholder: `Answer as ${mail.to[0] ?? 'the customer'}`,
  });
  const send = h(
    'button',
    { type: 'submit', class: 'button primary', 'data-testid': 'mail-send' },
    icon('reply'),
    'Send the answer',
  );
  return h(
    'form',
    {
      class: 'mail-answer',
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        if (field.value.trim() === '') return;
        send.disabled = true;
        try {
          await post('mailbox/reply', { id: mail.id, text: field.value });
          field.value = '';
          toast('The answer is on its way.', 'done');
          await loadMails();
        } catch (error) {
          toastError(error);
        } finally {
          send.disabled = false;
        }
      },
    },
    field,
    send,
  );
}
