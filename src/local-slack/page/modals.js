// @ts-check
// The forms an app opens: a stack of which the top is seen, with its errors where they belong.
import { post, Refused } from './api.js';
import { drawBlocks } from './blocks/draw.js';
import { plainWords } from './blocks/text.js';
import { Form } from './contexts.js';
import { freshId, h } from './dom.js';
import { icon } from './icons.js';
import { on, state } from './state.js';
import { toastError } from './toast.js';

/** @typedef {import('./state.js').View} View */

/** @type {ModalWindow | null} */
let open = null;

export function startModals() {
  on(['workspace'], draw);
}

function draw() {
  const top = state.workspace?.modals.at(-1) ?? null;
  if (!top) {
    open?.remove();
    open = null;
    return;
  }
  if (open && open.view.id === top.id && open.as === state.as) open.update(top);
  else {
    open?.remove();
    open = new ModalWindow(top);
  }
}

class ModalWindow {
  /** @param {View} view */
  constructor(view) {
    this.view = view;
    this.as = state.as;
    this.form = new Form(view, 'modal');
    this.form.context.submit = () => void this.submit();
    this.titleId = freshId('modal');
    this.busy = false;
    this.opener = /** @type {HTMLElement | null} */ (document.activeElement);
    this.problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    this.dialog = h('dialog', {
      class: 'modal',
      'data-testid': 'modal',
      'data-callback-id': view.callbackId,
      'aria-labelledby': this.titleId,
    });
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      void this.leave(false);
    });
    this.draw();
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.focusFirst();
  }

  /** @param {View} view */
  update(view) {
    const errorsBefore = JSON.stringify(this.view.errors);
    const isSame = view.hash === this.view.hash;
    this.view = view;
    this.form.view = view;
    if (!isSame) {
      const { actionId, blockId } = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
      const scrolled = this.dialog.querySelector('.modal-body')?.scrollTop ?? 0;
      this.draw();
      const body = this.dialog.querySelector('.modal-body');
      if (body) body.scrollTop = scrolled;
      this.focusOn(actionId, blockId);
    }
    if (!isSame || JSON.stringify(view.errors) !== errorsBefore) this.showErrors();
  }

  draw() {
    const { json } = this.view;
    const below = (state.workspace?.modals.length ?? 1) > 1;
    const body = drawBlocks(/** @type {any[]} */ (json.blocks ?? []), this.form.context);
    this.dialog.replaceChildren(
      h(
        'form',
        {
          novalidate: true,
          onsubmit: (/** @type {Event} */ event) => {
            event.preventDefault();
            void this.submit();
          },
        },
        h(
          'header',
          { class: 'modal-head' },
          h('h2', { id: this.titleId }, plainWords(json.title)),
          h(
            'button',
            {
              type: 'button',
              class: 'icon-button',
              'aria-label': below ? 'Close all' : 'Close',
              'data-testid': 'modal-close',
              onclick: () => this.leave(true),
            },
            icon('close'),
          ),
        ),
        h('div', { class: 'modal-body', tabindex: -1 }, this.problem, body),
        this.foot(json),
      ),
    );
  }

  /** @param {Record<string, any>} json */
  foot(json) {
    const cancel = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'modal-cancel', onclick: () => this.leave(false) },
      json.close ? plainWords(json.close) : json.submit ? 'Cancel' : 'Close',
    );
    const submit = json.submit
      ? h(
          'button',
          { type: 'submit', class: 'button primary', 'data-testid': 'modal-submit' },
          plainWords(json.submit),
        )
      : null;
    return h('footer', { class: 'modal-foot' }, cancel, submit);
  }

  /** @param {string | undefined} actionId @param {string | undefined} blockId */
  focusOn(actionId, blockId) {
    if (!actionId) return;
    const same = `[data-action-id="${CSS.escape(actionId)}"][data-block-id="${CSS.escape(blockId ?? '')}"]`;
    /** @type {HTMLElement | null} */ (this.dialog.querySelector(same))?.focus({ preventScroll: true });
  }

  /** Into the first field, where the form has one; else to its words. */
  focusFirst() {
    const first = this.dialog.querySelector(
      '.input-block input:not([type=file]), .input-block textarea, .input-block select, .input-block button',
    );
    const to = /** @type {HTMLElement | null} */ (
      first ?? this.dialog.querySelector('.modal-foot .button:last-child')
    );
    to?.focus({ preventScroll: true });
  }

  showErrors() {
    const { errors } = this.view;
    for (const block of this.dialog.querySelectorAll('.input-block')) {
      const words = errors[/** @type {HTMLElement} */ (block).dataset.blockId ?? ''] ?? '';
      const problem = /** @type {HTMLElement} */ (block.querySelector(':scope > .problem'));
      block.classList.toggle('wrong', words !== '');
      problem.textContent = words;
      problem.hidden = words === '';
      const control = block.querySelector('[data-action-id]');
      if (words) control?.setAttribute('aria-invalid', 'true');
      else control?.removeAttribute('aria-invalid');
    }
    const first = /** @type {HTMLElement | null} */ (
      this.dialog.querySelector('.input-block.wrong [data-action-id]')
    );
    first?.focus();
    first?.closest('.input-block')?.scrollIntoView({ block: 'nearest' });
  }

  async submit() {
    if (this.busy || !this.view.json.submit) return;
    this.setBusy(true);
    try {
      await this.form.flush();
      const { closed, errors } = await post('submit', { viewId: this.view.id });
      this.problem.hidden = true;
      if (!closed && Object.keys(errors).length > 0) {
        this.view = { ...this.view, errors };
        this.showErrors();
      }
    } catch (error) {
      this.problem.hidden = false;
      this.problem.textContent =
        error instanceof Refused ? error.message : 'Something went wrong in this page. Try again.';
    } finally {
      this.setBusy(false);
    }
  }

  /** @param {boolean} busy */
  setBusy(busy) {
    this.busy = busy;
    const submit = /** @type {HTMLButtonElement | null} */ (
      this.dialog.querySelector('[data-testid="modal-submit"]')
    );
    if (submit) submit.disabled = busy;
    this.dialog.setAttribute('aria-busy', String(busy));
  }

  /** @param {boolean} all */
  async leave(all) {
    try {
      await post('close', { viewId: this.view.id, all });
    } catch (error) {
      // A form that is closed already needs no closing.
      if (error instanceof Refused && error.code === 'view_not_found') this.remove();
      else toastError(error);
    }
  }

  remove() {
    this.form.forget();
    this.dialog.close();
    this.dialog.remove();
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }
}
