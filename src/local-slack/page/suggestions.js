// @ts-check
// What is offered while one types: commands after "/", people after "@", channels after "#", emoji after ":".
import { avatar } from './avatar.js';
import { fill, h } from './dom.js';
import { emojiLike, emojiOf } from './emoji.js';
import { icon } from './icons.js';
import { state } from './state.js';

/** @typedef {{words: string, note: string, mark: Node | string, put: string}} Offer */

const MOST = 8;

export class Suggestions {
  /** @param {HTMLTextAreaElement} field @param {string} listId @param {() => void} onPut */
  constructor(field, listId, onPut) {
    this.field = field;
    this.onPut = onPut;
    /** @type {Offer[]} */
    this.offers = [];
    this.active = 0;
    /** Where the word begins that an offer takes the place of. */
    this.from = 0;
    this.node = h('ul', {
      class: 'suggestions',
      role: 'listbox',
      id: listId,
      'aria-label': 'Suggestions',
      hidden: true,
    });
    field.addEventListener('blur', () => this.close());
  }

  follow() {
    const { selectionStart: at, value } = this.field;
    const before = value.slice(0, at);
    const command = /^\/[\w-]*$/.exec(before);
    const word = /(?:^|[\s(])([@#:])([\p{L}\w+.-]*)$/u.exec(before);
    if (command) this.offer(commandOffers(before), 0);
    else if (word) this.offer(offersFor(word[1] ?? '', word[2] ?? ''), at - (word[2] ?? '').length - 1);
    else this.usage(value);
  }

  /** While a command's words are typed, how it is used stands above. @param {string} value */
  usage(value) {
    const command = state.workspace?.commands.find((one) => value.startsWith(`${one.command} `));
    if (!command || value.includes('\n')) {
      this.close();
      return;
    }
    this.offers = [];
    this.node.hidden = false;
    this.field.setAttribute('aria-expanded', 'false');
    fill(
      this.node,
      h(
        'li',
        { class: 'usage', role: 'presentation' },
        h('strong', null, command.command),
        ` ${command.usageHint}`,
        h('small', null, command.description),
      ),
    );
  }

  /** @param {Offer[]} offers @param {number} from */
  offer(offers, from) {
    if (offers.length === 0) {
      this.close();
      return;
    }
    this.offers = offers;
    this.from = from;
    this.active = 0;
    this.draw();
  }

  draw() {
    this.node.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
    const idOf = (/** @type {number} */ index) => `${this.node.id}-${index}`;
    this.field.setAttribute('aria-activedescendant', idOf(this.active));
    fill(
      this.node,
      this.offers.map((offer, index) =>
        h(
          'li',
          {
            role: 'option',
            id: idOf(index),
            class: index === this.active ? 'suggestion active' : 'suggestion',
            'aria-selected': String(index === this.active),
            onmousedown: (/** @type {Event} */ event) => {
              event.preventDefault();
              this.put(index);
            },
          },
          h('span', { class: 'suggestion-mark' }, offer.mark),
          h(
            'span',
            { class: 'suggestion-words' },
            h('strong', null, offer.words),
            ' ',
            h('small', null, offer.note),
          ),
        ),
      ),
    );
  }

  /** @param {number} index */
  put(index) {
    const offer = this.offers[index];
    if (!offer) return;
    this.field.setRangeText(`${offer.put} `, this.from, this.field.selectionStart, 'end');
    this.close();
    this.onPut();
  }

  /** True where the key was meant for the suggestions. @param {KeyboardEvent} event */
  onKey(event) {
    if (this.node.hidden) return false;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      return true;
    }
    if (this.offers.length === 0) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = (this.active + step + this.offers.length) % this.offers.length;
      this.draw();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && !this.isWhole())) this.put(this.active);
    else return false;
    event.preventDefault();
    return true;
  }

  /** "/overdue" typed to its end is sent by Enter, not completed once more. */
  isWhole() {
    return this.offers[this.active]?.put === this.field.value.slice(this.from, this.field.selectionStart);
  }

  close() {
    this.node.hidden = true;
    this.offers = [];
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }
}

/** @param {string} typed @returns {Offer[]} */
function commandOffers(typed) {
  return (state.workspace?.commands ?? [])
    .filter(({ command }) => command.startsWith(typed))
    .map(({ command, description, usageHint }) => ({
      words: `${command} ${usageHint}`,
      note: description,
      mark: avatar(state.workspace?.app.botUserId ?? '', 'small'),
      put: command,
    }));
}

/** @param {string} sign @param {string} typed @returns {Offer[]} */
function offersFor(sign, typed) {
  const words = typed.toLowerCase();
  if (sign === '@') {
    return (state.workspace?.people ?? [])
      .filter(({ name, realName }) =>
        `${realName} ${name}`
          .toLowerCase()
          .split(/\s+/)
          .some((one) => one.startsWith(words)),
      )
      .slice(0, MOST)
      .map(({ id, realName, role, isBot }) => ({
        words: realName,
        note: isBot ? 'App' : role,
        mark: avatar(id, 'small'),
        put: `@${realName}`,
      }));
  }
  if (sign === '#') {
    return (state.workspace?.channels ?? [])
      .filter(({ kind, name, isArchived }) => kind !== 'im' && !isArchived && name.startsWith(words))
      .slice(0, MOST)
      .map(({ name, kind }) => ({
        words: name,
        note: '',
        mark: icon(kind === 'private' ? 'lock' : 'hash'),
        put: `#${name}`,
      }));
  }
  // One letter after a colon is more often a face ":D" than a shortcode.
  if (words.length < 2) return [];
  return emojiLike(words, MOST).map((name) => ({
    words: `:${name}:`,
    note: '',
    mark: emojiOf(name),
    put: emojiOf(name),
  }));
}
