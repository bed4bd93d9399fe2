// @ts-check
// On a narrow screen the left side is behind a button.
import { h } from './dom.js';
import { icon } from './icons.js';

export function openSidebarButton() {
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button only-narrow',
      'aria-label': 'Channels and people',
      onclick: () => document.body.classList.toggle('menu-open'),
    },
    icon('menu'),
  );
}
