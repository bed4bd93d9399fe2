// @ts-check
// One small box at a time that belongs to a button: a list to choose from, a menu, a set of emoji.
import { h } from './dom.js';

const GAP = 4;
const EDGE = 8;

/** @type {(() => void) | null} */
let closeOpen = null;

export function closePopup() {
  closeOpen?.();
}

/**
 * @param {HTMLElement} anchor
 * @param {HTMLElement} content
 * @param {{onClose?: () => void, align?: 'start' | 'end', wide?: boolean}} [options] `wide`: as wide as its button, or wider.
 * @returns {() => void} closes it and hands the focus back
 */
export function openPopup(anchor, content, { onClose = () => {}, align = 'start', wide = false } = {}) {
  closePopup();
  const box = h('div', { class: 'popup' }, content);
  // Within a modal dialog only what stands inside it can be reached.
  (anchor.closest('dialog') ?? document.body).append(box);
  const place = () => position(anchor, box, align, wide);
  const outside = (/** @type {Event} */ event) => {
    const at = /** @type {Node} */ (event.target);
    if (!box.contains(at) && !anchor.contains(at)) close(false);
  };
  const onEscape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  };
  let isOpen = true;
  const close = (back = true) => {
    if (!isOpen) return;
    isOpen = false;
    closeOpen = null;
    box.remove();
    removeEventListener('pointerdown', outside, true);
    removeEventListener('keydown', onEscape, true);
    removeEventListener('scroll', place, true);
    removeEventListener('resize', place);
    if (back && anchor.isConnected) anchor.focus();
    onClose();
  };
  addEventListener('pointerdown', outside, true);
  addEventListener('keydown', onEscape, true);
  addEventListener('scroll', place, true);
  addEventListener('resize', place);
  closeOpen = () => close(false);
  place();
  return close;
}

/** Below its button, or above it where there is more room. @param {HTMLElement} anchor @param {HTMLElement} box @param {'start' | 'end'} align @param {boolean} wide */
function position(anchor, box, align, wide) {
  if (!anchor.isConnected) {
    closePopup();
    return;
  }
  const at = anchor.getBoundingClientRect();
  if (wide) box.style.minWidth = `${at.width}px`;
  const below = innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  box.style.maxHeight = `${Math.max(below, above, 120)}px`;
  const { width, height } = box.getBoundingClientRect();
  const up = height > below && above > below;
  const left = align === 'end' ? at.right - width : at.left;
  box.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  box.style.top = `${Math.max(EDGE, up ? at.top - GAP - height : at.bottom + GAP)}px`;
}

/**
 * @typedef {{words: string, icon?: Node, danger?: boolean, note?: string | null, testid?: string, value?: string, chosen: () => void}} MenuItem
 */

/** A menu of deeds. @param {HTMLElement} anchor @param {MenuItem[]} items @param {string} label */
export function openMenu(anchor, items, label) {
  const menu = h('div', { role: 'menu', class: 'menu', 'aria-label': label });
  const close = openPopup(anchor, menu, {
    align: 'end',
    onClose: () => anchor.setAttribute('aria-expanded', 'false'),
  });
  anchor.setAttribute('aria-expanded', 'true');
  menu.append(
    ...items.map((item) =>
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          class: `menu-item${item.danger ? ' danger' : ''}`,
          tabindex: -1,
          'data-testid': item.testid ?? null,
          'data-value': item.value ?? null,
          onclick: () => {
            close();
            item.chosen();
          },
        },
        item.icon,
        h('span', { class: 'menu-words' }, item.words, item.note ? h('small', null, item.note) : null),
      ),
    ),
  );
  menu.addEventListener('keydown', (event) => moveFocus(event, [...menu.querySelectorAll('button')]));
  // Its place is known only now that it has its items.
  dispatchEvent(new Event('resize'));
  menu.querySelector('button')?.focus();
}

/** Arrow keys go round a list of buttons. @param {KeyboardEvent} event @param {HTMLElement[]} items @param {number} [columns] */
export function moveFocus(event, items, columns = 1) {
  const now = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: columns, ArrowUp: -columns };
  if (columns > 1) Object.assign(steps, { ArrowRight: 1, ArrowLeft: -1 });
  const step = steps[event.key];
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? items.length - 1
        : step
          ? (now + step + items.length) % items.length
          : null;
  if (to === null) return;
  event.preventDefault();
  items[to]?.focus();
}
