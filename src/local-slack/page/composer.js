// @ts-check
// Where one writes: Enter sends, Shift and Enter begins a line, "/" offers commands, "@" people, files come along.
import { post, upload } from './api.js';
import { sizeWords } from './blocks/file-input.js';
import { fill, freshId, h } from './dom.js';
import { emojiOf } from './emoji.js';
import { icon } from './icons.js';
import { tellable } from './mentions.js';
import { openMenu } from './popup.js';
import { pickEmoji } from './reactions.js';
import { state } from './state.js';
import { Suggestions } from './suggestions.js';
import { tellIfUnanswered, toast, toastError } from './toast.js';

/** @typedef {import('../control-api.ts').FileObject} FileObject */
/** @typedef {{channel: string, threadTs: string | null, placeholder: string}} Target */

/** What was begun in each place and not sent yet. @type {Map<string, {text: string, files: FileObject[]}>} */
const drafts = new Map();
const MOST_LINES_PX = 260;

export class Composer {
  /** @param {'composer' | 'thread-composer'} testid @param {() => void} onSent */
  constructor(testid, onSent) {
    this.onSent = onSent;
    /** @type {Target} */
    this.target = { channel: '', threadTs: null, placeholder: '' };
    /** @type {FileObject[]} */
    this.files = [];
    this.uploading = 0;
    const listId = freshId('suggestions');
    this.field = h('textarea', {
      class: 'composer-field',
      rows: 1,
      'data-testid': testid,
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-expanded': 'false',
      'aria-label': 'Message',
      oninput: () => this.typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event),
      onpaste: (/** @type {ClipboardEvent} */ event) => this.onPaste(event),
    });
    this.suggestions = new Suggestions(this.field, listId, () => this.typed());
    this.chips = h('ul', { class: 'composer-files', hidden: true });
    this.sendButton = h(
      'button',
      {
        type: 'button',
        class: 'send',
        'data-testid': testid === 'composer' ? 'send' : 'thread-send',
        'aria-label': 'Send',
        title: 'Send',
        onclick: () => void this.send(),
      },
      icon('send'),
    );
    this.node = h(
      'div',
      { class: 'composer' },
      this.suggestions.node,
      h('div', { class: 'composer-box' }, this.field, this.chips, this.toolbar()),
    );
  }

  toolbar() {
    const picker = h('input', {
      type: 'file',
      multiple: true,
      class: 'visually-hidden',
      tabindex: -1,
      'aria-label': 'Attach files',
      'data-testid': 'attach-input',
      onchange: () => {
        void this.attach([...(picker.files ?? [])]);
        picker.value = '';
      },
    });
    const tool = (
      /** @type {string} */ words,
      /** @type {string} */ drawing,
      /** @type {(button: HTMLElement) => void} */ act,
    ) => {
      const button = h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          title: words,
          'aria-label': words,
          onclick: () => act(button),
        },
        icon(drawing),
      );
      return button;
    };
    return h(
      'div',
      { class: 'composer-tools' },
      tool('Attach a file', 'clip', () => picker.click()),
      tool('Emoji', 'smile', (button) => pickEmoji(button, (name) => this.insert(emojiOf(name)))),
      tool('Commands and shortcuts', 'bolt', (button) => this.openShortcuts(button)),
      picker,
      h('span', { class: 'composer-hint' }, h('kbd', null, 'Enter'), ' to send'),
      this.sendButton,
    );
  }

  /** @param {HTMLElement} button */
  openShortcuts(button) {
    const { commands = [], shortcuts = [] } = state.workspace ?? {};
    const global = shortcuts.filter(({ type }) => type === 'global');
    const items = [
      ...global.map(({ name, callbackId, description }) => ({
        words: name,
        note: description,
        icon: icon('bolt'),
        chosen: () =>
          void post('shortcut', { callbackId, channel: this.target.channel }).then(
            tellIfUnanswered,
            toastError,
          ),
      })),
      ...commands.map(({ command, description }) => ({
        words: command,
        note: description,
        icon: icon('next'),
        chosen: () => this.insert(`${command} `),
      })),
    ];
    if (items.length > 0) openMenu(button, items, 'Commands and shortcuts');
  }

  get key() {
    return `${state.as} ${this.target.channel} ${this.target.threadTs ?? ''}`;
  }

  /** @param {Target} target */
  aim(target) {
    if (target.channel !== this.target.channel || target.threadTs !== this.target.threadTs) {
      this.keepDraft();
      this.target = target;
      const draft = drafts.get(this.key);
      this.files = draft?.files ?? [];
      this.field.value = draft?.text ?? '';
      this.typed(false);
      this.suggestions.close();
    }
    this.target = target;
    this.field.placeholder = target.placeholder;
    this.field.setAttribute('aria-label', target.placeholder);
  }

  keepDraft() {
    if (!this.target.channel) return;
    if (this.field.value || this.files.length > 0) {
      drafts.set(this.key, { text: this.field.value, files: this.files });
    } else drafts.delete(this.key);
  }

  /** The acting person is about to change: what was begun stays theirs. */
  leave() {
    this.keepDraft();
    this.field.value = '';
    this.files = [];
    this.target = { channel: '', threadTs: null, placeholder: '' };
  }

  /** @param {string} words */
  insert(words) {
    this.field.focus();
    this.field.setRangeText(words, this.field.selectionStart, this.field.selectionEnd, 'end');
    this.typed();
  }

  /** @param {boolean} [suggest] */
  typed(suggest = true) {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, MOST_LINES_PX)}px`;
    this.drawChips();
    if (suggest) this.suggestions.follow();
  }

  drawChips() {
    const ready = this.field.value.trim() !== '' || this.files.length > 0;
    this.sendButton.classList.toggle('ready', ready && this.uploading === 0);
    this.chips.hidden = this.files.length === 0 && this.uploading === 0;
    fill(
      this.chips,
      this.files.map((file) =>
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
              onclick: () => {
                this.files = this.files.filter(({ id }) => id !== file.id);
                this.drawChips();
              },
            },
            icon('close'),
          ),
        ),
      ),
      this.uploading > 0 ? h('li', { class: 'uploading' }, 'Uploading…') : null,
    );
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing || this.suggestions.onKey(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void this.send();
  }

  /** @param {ClipboardEvent} event */
  onPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.attach(files);
  }

  /** @param {File[]} files */
  async attach(files) {
    const key = this.key;
    for (const file of files) {
      this.uploading += 1;
      this.drawChips();
      try {
        const done = await upload(file);
        if (this.key === key) this.files = [...this.files, done];
      } catch (error) {
        toastError(error);
      } finally {
        this.uploading -= 1;
        this.drawChips();
      }
    }
    this.field.focus();
  }

  async send() {
    const text = this.field.value.trim();
    const { files, target } = this;
    if ((text === '' && files.length === 0) || this.uploading > 0) return;
    const command = /^(\/[\w-]+)/.exec(text)?.[1];
    const known = state.workspace?.commands.some((one) => one.command === command);
    if (command && !known && files.length === 0) {
      toast(`${command} is not a command here. Begin with a space to send it as a message.`);
      return;
    }
    this.field.value = '';
    this.files = [];
    this.typed();
    this.keepDraft();
    this.onSent();
    try {
      if (command && known) await this.sendCommand(text);
      else await post('message', { ...to(target), text: tellable(text), files: files.map(({ id }) => id) });
    } catch (error) {
      toastError(error);
      // What could not be sent is not lost, unless something new was begun in its place.
      if (this.field.value === '' && this.target.channel === target.channel) {
        this.field.value = text;
        this.files = files;
        this.typed(false);
      }
    }
  }

  /** @param {string} text */
  async sendCommand(text) {
    tellIfUnanswered(await post('command', { ...to(this.target), text }));
  }
}

/** @param {Target} target */
function to({ channel, threadTs }) {
  return threadTs ? { channel, threadTs } : { channel };
}

/** Says a message without anybody typing it: a suggested prompt. @param {Target} target @param {string} text */
export async function say(target, text) {
  try {
    await post('message', { ...to(target), text: tellable(text) });
  } catch (error) {
    toastError(error);
  }
}
