// @ts-check
// The app's Home tab, as the app published it for this person.
import { drawBlocks } from './blocks/draw.js';
import { Form } from './contexts.js';
import { appTabs } from './conversation.js';
import { fill, h } from './dom.js';
import { openSidebarButton } from './narrow.js';
import { appName, on, state } from './state.js';

export class HomeTab {
  constructor() {
    this.head = h('header', { class: 'place-head' });
    this.body = h('div', { class: 'home-body', 'data-testid': 'home-body' });
    this.node = h(
      'section',
      { class: 'home-tab', 'aria-label': 'Home' },
      this.head,
      h('div', { class: 'home-scroll' }, this.body),
    );
    /** @type {Form | null} */
    this.form = null;
    this.key = '';
    on(['home', 'route', 'workspace'], () => this.draw());
  }

  draw() {
    if (state.route.kind !== 'home') return;
    fill(this.head, openSidebarButton(), h('h1', null, appName()), appTabs('home'));
    const { home } = state;
    const key = `${state.as} ${home?.id} ${home?.hash}`;
    if (key === this.key) return;
    this.key = key;
    this.form?.forget();
    this.form = home ? new Form(home, 'home') : null;
    if (!home || !this.form) {
      fill(this.body, h('p', { class: 'gone' }, `${appName()} has put nothing here yet.`));
      return;
    }
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const { actionId, blockId } = this.body.contains(focused) ? (focused?.dataset ?? {}) : {};
    fill(this.body, drawBlocks(/** @type {any[]} */ (home.json.blocks ?? []), this.form.context));
    if (actionId) {
      const same = `[data-action-id="${CSS.escape(actionId)}"][data-block-id="${CSS.escape(blockId ?? '')}"]`;
      /** @type {HTMLElement | null} */ (this.body.querySelector(same))?.focus({ preventScroll: true });
    }
  }
}
