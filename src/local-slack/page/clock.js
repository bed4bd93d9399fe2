// @ts-check
// The workspace's clock, which can be moved on, so that a month of reminders is seen in a minute.
import { post } from './api.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { loadWorkspace } from './load.js';
import { nowMs } from './state.js';
import { clockWords } from './time.js';
import { toastError } from './toast.js';

const DAY_BEGINS = '09:00'; // after the hour of the digest
const HOUR_MS = 3_600_000;
const TICK_MS = 5000;

let moving = false;

/** @param {Record<string, unknown>} body */
async function move(body) {
  if (moving) return;
  moving = true;
  try {
    await post('clock', body);
    await loadWorkspace();
  } catch (error) {
    toastError(error);
  } finally {
    moving = false;
  }
}

/** @returns {HTMLElement} */
export function drawClock() {
  return h(
    'div',
    { class: 'clock', role: 'group', 'aria-label': 'Clock of this workspace' },
    icon('clock'),
    h('time', { 'data-testid': 'clock', class: 'clock-now' }, clockWords(nowMs())),
    h(
      'button',
      {
        type: 'button',
        title: 'One hour on',
        'aria-label': 'One hour on',
        'data-testid': 'next-hour',
        onclick: () => move({ advanceMs: HOUR_MS }),
      },
      '+1 h',
    ),
    h(
      'button',
      {
        type: 'button',
        title: `On to tomorrow, ${DAY_BEGINS}`,
        'data-testid': 'next-day',
        onclick: () => move({ nextDayAt: DAY_BEGINS }),
      },
      'next day ▸',
    ),
  );
}

export function startClock() {
  setInterval(() => {
    const now = document.querySelector('.clock-now');
    const words = clockWords(nowMs());
    if (now && now.textContent !== words) now.textContent = words;
  }, TICK_MS);
}
