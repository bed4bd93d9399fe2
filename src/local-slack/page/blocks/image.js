// @ts-check
// Pictures. This page loads none from elsewhere, so a foreign one becomes a link with its description.
import { h, linkTarget } from '../dom.js';
import { icon } from '../icons.js';
import { plainWords } from './text.js';

/** @param {any} image */
function sourceOf(image) {
  const { image_url: url, slack_file: file } = image;
  return String(url ?? file?.url ?? (file?.id ? `/files/${file.id}` : ''));
}

/** @param {string} source */
function isOurs(source) {
  return source.startsWith('data:image/') || new URL(source, location.href).origin === location.origin;
}

/** @param {any} image @param {'block' | 'accessory' | 'context' | 'hero' | 'icon'} kind @returns {HTMLElement} */
export function drawImage(image, kind) {
  const source = sourceOf(image);
  const words = image.alt_text ?? 'Image';
  const instead = () =>
    kind === 'block' || kind === 'hero'
      ? h('a', { class: 'image-instead', ...linkTarget(source) }, icon('image'), words)
      : h(
          'span',
          { class: `image-instead ${kind}`, role: 'img', 'aria-label': words, title: words },
          icon('image'),
        );
  if (!source || !isOurs(source)) return instead();
  const node = h('img', { class: `image ${kind}`, src: source, alt: words, loading: 'lazy' });
  node.addEventListener('error', () => node.replaceWith(instead()));
  return node;
}

/** @param {any} block @returns {HTMLElement} */
export function drawImageBlock(block) {
  return h(
    'figure',
    { class: 'image-block' },
    block.title ? h('figcaption', null, plainWords(block.title)) : null,
    drawImage(block, 'block'),
  );
}
