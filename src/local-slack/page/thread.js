// @ts-check
// The pane at the right: one message and what was answered to it.
import { Composer } from './composer.js';
import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { MessageList } from './message-list.js';
import { go } from './route.js';
import { channel, on, state } from './state.js';

export class ThreadPane {
  constructor() {
    this.list = new MessageList({ inThread: true, label: 'Thread' });
    this.composer = new Composer('thread-composer', () => this.list.toBottom());
    this.where = h('small', null);
    this.empty = h('p', { class: 'gone', hidden: true }, 'This message is gone.');
    this.shown = '';
    this.isDrawn = false;
    on(['thread'], () => this.draw());
  }

  begin() {
    const close = h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close the thread',
        'data-testid': 'thread-close',
        onclick: () => this.close(),
      },
      icon('close'),
    );
    const pane = byId('side');
    pane.dataset.testid = 'thread-pane';
    pane.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
    fill(
      pane,
      h('header', { class: 'place-head' }, h('h2', null, 'Thread'), this.where, close),
      this.list.scroller,
      this.empty,
      this.composer.node,
    );
    this.isDrawn = true;
  }

  close() {
    const { route } = state;
    if (route.kind === 'channel') go({ ...route, ts: null });
  }

  draw() {
    const { thread } = state;
    const pane = byId('side');
    if (!this.isDrawn) this.begin();
    pane.hidden = thread === null;
    document.body.classList.toggle('with-thread', thread !== null);
    if (!thread) {
      this.composer.leave();
      this.shown = '';
      return;
    }
    const here = channel(thread.channel);
    this.where.textContent = here ? (here.kind === 'im' ? here.name : `#${here.name}`) : '';
    const key = `${state.as} ${thread.channel} ${thread.ts}`;
    const isNew = key !== this.shown;
    if (isNew) {
      this.shown = key;
      this.list.reset('Thread');
      this.empty.hidden = true;
    }
    this.composer.aim({ channel: thread.channel, threadTs: thread.ts, placeholder: 'Reply…' });
    this.list.draw(thread.messages);
    if (isNew && matchMedia('(pointer: fine)').matches) this.composer.field.focus({ preventScroll: true });
  }
}
