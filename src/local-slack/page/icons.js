// @ts-check
// Line drawings for buttons: 20 by 20, in the colour of the words beside them.
import { svg } from './dom.js';

/** @type {Record<string, string>} */
const PATHS = {
  home: 'M3.5 9.2 10 3.8l6.5 5.4M5.2 8.3v7.2h3.3v-4h3v4h3.3V8.3',
  mail: 'M3 5.5h14v9H3zM3.2 6l6.8 5.2L16.8 6',
  hash: 'M8.2 3.5 6.6 16.5M13.4 3.5l-1.6 13M4 7.6h12.6M3.4 12.4H16',
  lock: 'M5.5 9h9v7h-9zM7.3 9V6.7a2.7 2.7 0 0 1 5.4 0V9',
  plus: 'M10 4.5v11M4.5 10h11',
  send: 'M3.6 4.2 16.8 10 3.6 15.8l1.8-5.8zM5.4 10h5.2',
  clip: 'M14.8 9.4 9.9 14.3a3 3 0 0 1-4.3-4.3l5.6-5.6a2 2 0 0 1 2.9 2.9l-5.5 5.5a1 1 0 0 1-1.5-1.5l4.9-4.8',
  smile:
    'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6zM7 11.6c.7 1.4 1.7 2 3 2s2.3-.6 3-2M7.7 7.8v.4M12.3 7.8v.4',
  thread: 'M4 4h12v8.5H9.5L6.3 15.6v-3.1H4zM7 7h6M7 9.4h4',
  pencil: 'M4 16l.9-3.6 8-8 2.7 2.7-8 8zM11.4 5.9l2.7 2.7',
  trash: 'M4.2 5.8h11.6M8 5.6V4h4v1.6M5.6 5.9l.7 10.1h7.4l.7-10.1M8.5 8.6v4.8M11.5 8.6v4.8',
  bolt: 'M11 3 5 11.2h4.4L8.6 17l6.4-8.4h-4.4z',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  more: 'M10 5v.1M10 10v.1M10 15v.1',
  close: 'M5 5l10 10M15 5 5 15',
  back: 'M12 4.5 6.5 10l5.5 5.5M6.8 10H16',
  chevron: 'M5.5 8 10 12.5 14.5 8',
  check: 'M4.5 10.5 8.3 14.3 15.8 5.9',
  clock: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6zM10 6.2V10l2.7 1.8',
  next: 'M5 4.8l5 5.2-5 5.2M11 4.8l5 5.2-5 5.2',
  search: 'M8.8 3.6a5.2 5.2 0 1 1 0 10.4 5.2 5.2 0 0 1 0-10.4zM12.7 12.7l3.8 3.8',
  file: 'M5 3h6.5L15.5 7v10H5zM11.3 3.2V7.2h4',
  image: 'M3.5 4.5h13v11h-13zM3.8 13.5l3.7-3.8 3 3 2-1.8 3.7 3.4M12.6 7.8v.1',
  link: 'M8.5 11.5a2.7 2.7 0 0 0 4 .2l2.3-2.3a2.7 2.7 0 0 0-3.9-3.8L9.8 6.7M11.5 8.5a2.7 2.7 0 0 0-4-.2L5.2 10.6a2.7 2.7 0 0 0 3.9 3.8l1.1-1.1',
  reply: 'M8 5 3.8 9 8 13M4.2 9H11c3.4 0 5 1.9 5.2 6',
  down: 'M10 4v11.5M5 10.8l5 5 5-5',
  person: 'M10 3.6a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.4c.6-3.2 2.8-4.7 6-4.7s5.4 1.5 6 4.7',
  thumbup:
    'M6.2 9v7H3.8V9zM6.4 9l3-5.6c1.3 0 1.9.9 1.7 2.2L10.6 8h4.3c1 0 1.6.8 1.4 1.7l-1 4.9c-.2.8-.8 1.4-1.7 1.4H6.4',
  thumbdown:
    'M6.2 11V4H3.8v7zM6.4 11l3 5.6c1.3 0 1.9-.9 1.7-2.2l-.5-2.4h4.3c1 0 1.6-.8 1.4-1.7l-1-4.9c-.2-.8-.8-1.4-1.7-1.4H6.4',
  info: 'M10 3.2a6.8 6.8 0 1 1 0 13.6 6.8 6.8 0 0 1 0-13.6zM10 9.3v4.2M10 6.6v.1',
  warning: 'M10 3.6 17 16H3zM10 8.2v3.6M10 13.8v.1',
  copy: 'M7.5 7.5h8v8h-8zM12.4 7.3V4.5h-8v8h2.9',
};

/** @param {string} name */
export function icon(name) {
  return svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true' },
    svg('path', {
      d: PATHS[name] ?? PATHS.info,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': name === 'more' ? 2.4 : 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}
