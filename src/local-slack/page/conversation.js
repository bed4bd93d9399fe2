// @ts-check
// One channel or direct message: its head, its messages, and where one writes.
import { post } from './api.js';
import { Composer, say } from './composer.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { loadEarlier, markRead } from './load.js';
import { MessageList } from './message-list.js';
import { openSidebarButton } from './narrow.js';
import { go } from './route.js';
import { appChannel, appName, channel, nameOf, on, state } from './state.js';
import { toastError } from './toast.js';

export class Conversation {
  constructor() {
    this.list = new MessageList({ inThread: false, label: 'Messages' });
    this.composer = new Composer('composer', () => this.list.toBottom());
    this.head = h('header', { class: 'place-head' });
    this.status = h('div', { class: 'agent-status', role: 'status' });
    this.prompts = h('div', { class: 'prompts' });
    this.node = h(
      'section',
      { class: 'conversation', 'aria-label': 'Conversation' },
      this.head,
      this.list.scroller,
      this.prompts,
      this.status,
      this.composer.node,
    );
    this.shown = '';
    on(['route', 'workspace'], () => this.drawAround());
    on(['channel'], () => this.drawMessages());
  }

  get channel() {
    const { route } = state;
    return route.kind === 'channel' ? channel(route.channel) : null;
  }

  drawAround() {
    const here = this.channel;
    if (!here) return;
    const isDm = here.kind === 'im';
    const mark = isDm ? null : icon(here.kind === 'private' ? 'lock' : 'hash');
    const isApp = appChannel()?.id === here.id;
    fill(
      this.head,
      openSidebarButton(),
      h('h1', null, mark, here.name),
      isApp ? appTabs('messages') : h('small', null, here.members.map(nameOf).join(', ')),
    );
    const name = isDm ? here.name : `#${here.name}`;
    this.composer.node.hidden = here.isArchived;
    this.composer.aim({ channel: here.id, threadTs: null, placeholder: `Message ${name}` });
    this.drawStatus(here.id);
    if (this.shown !== `${state.as} ${here.id}`) {
      this.shown = `${state.as} ${here.id}`;
      this.list.reset(`Messages in ${name}`);
    }
  }

  /** @param {string} id */
  drawStatus(id) {
    const status = state.workspace?.statuses.find((one) => one.channel === id && one.status);
    fill(
      this.status,
      status ? `${appName()} ${status.status} ` : null,
      status?.canStop
        ? h(
            'button',
            {
              type: 'button',
              class: 'button',
              onclick: () => void post('stop', { channel: id, threadTs: status.threadTs }).catch(toastError),
            },
            'Stop',
          )
        : null,
    );
    const offered = state.workspace?.prompts.find((one) => one.channel === id);
    fill(
      this.prompts,
      offered?.title ? h('span', { class: 'prompts-title' }, offered.title) : null,
      (offered?.prompts ?? []).map(({ title, message }) =>
        h(
          'button',
          {
            type: 'button',
            class: 'prompt',
            onclick: () => void say({ channel: id, threadTs: null, placeholder: '' }, message),
          },
          title,
        ),
      ),
    );
  }

  drawMessages() {
    const here = this.channel;
    if (!here || state.messagesOf !== here.id) return;
    this.drawAround();
    const before = state.hasEarlier ? earlierButton() : beginning(here);
    this.list.draw(state.messages, { before, firstUnread: state.firstUnread });
    const { route } = state;
    if (route.kind === 'channel' && route.ts) this.list.show(route.ts);
    markRead().catch(toastError);
  }
}

function earlierButton() {
  return h(
    'button',
    { type: 'button', class: 'button earlier', onclick: () => void loadEarlier().catch(toastError) },
    'Show earlier messages',
  );
}

/** @param {import('./state.js').Channel} here */
function beginning(here) {
  const words =
    here.kind === 'im'
      ? `This is the beginning of your conversation with ${here.name}.`
      : `This is the beginning of #${here.name}.`;
  return h('div', { class: 'beginning' }, words);
}

/** The app's own place has two tabs, as in Slack. @param {'home' | 'messages'} here */
export function appTabs(here) {
  const tab = (
    /** @type {'home' | 'messages'} */ which,
    /** @type {string} */ words,
    /** @type {() => void} */ act,
  ) =>
    h(
      'button',
      {
        type: 'button',
        class: which === here ? 'tab here' : 'tab',
        'aria-current': which === here ? 'page' : null,
        'data-testid': `tab-${which}`,
        onclick: act,
      },
      words,
    );
  return h(
    'nav',
    { class: 'tabs', 'aria-label': appName() },
    tab('home', 'Home', () => go({ kind: 'home' })),
    tab('messages', 'Messages', () => go({ kind: 'channel', channel: appChannel()?.id ?? '', ts: null })),
  );
}
