// @ts-check
// Asks for a new channel's name and makes it, with the app in it.
import { post } from './api.js';
import { askDialog } from './dialog.js';
import { h } from './dom.js';
import { loadWorkspace } from './load.js';
import { goChannel } from './route.js';
import { state } from './state.js';

export function askForChannel() {
  const name = h('input', {
    type: 'text',
    class: 'field',
    id: 'new-channel-name',
    maxlength: 80,
    required: true,
    placeholder: 'collections',
    autocomplete: 'off',
  });
  const isPrivate = h('input', { type: 'checkbox', id: 'new-channel-private' });
  askDialog({
    title: 'Add a channel',
    body: h(
      'div',
      { class: 'stack' },
      h('label', { class: 'label', for: 'new-channel-name' }, 'Name'),
      name,
      h('label', { class: 'choice' }, isPrivate, h('span', null, 'Private: only its members see it')),
    ),
    yes: 'Add channel',
    no: 'Cancel',
    onYes: async () => {
      const words = name.value
        .trim()
        .toLowerCase()
        .replace(/[\s.]+/g, '-')
        .replace(/^#/, '');
      if (!words) return 'Give the channel a name.';
      const { channel } = await post('channel', { name: words, private: isPrivate.checked });
      await post('invite', { channel: channel.id, user: state.workspace?.app.botUserId });
      await loadWorkspace();
      goChannel(channel.id);
      return null;
    },
  });
}
