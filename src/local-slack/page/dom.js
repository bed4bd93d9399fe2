// @ts-check
// Builds DOM nodes. Data only ever becomes text or an attribute here, never markup.

/** @typedef {Node | string | number | null | undefined | false | Child[]} Child */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * `on…` are listeners, `class` a class list, `true` an empty attribute, `null` and `false` no attribute.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any> | null} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  setAll(node, props ?? {});
  add(node, children);
  return node;
}

/**
 * The same for drawings.
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, props, ...children) {
  const node = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  setAll(node, props ?? {});
  add(node, children);
  return node;
}

/** @param {Element} node @param {Record<string, any>} props */
function setAll(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value' && 'value' in node) node.value = value;
    else if (name === 'href') node.setAttribute('href', safeLink(String(value)));
    else node.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {Node} node @param {Child[]} children */
export function add(node, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(node, child);
    else node.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** @param {Element} node @param {...Child} children */
export function fill(node, ...children) {
  const fragment = document.createDocumentFragment();
  add(fragment, children);
  node.replaceChildren(fragment);
}

/**
 * A link may lead to the web, a mail program, a telephone or a place of this page; anything else leads nowhere.
 * @param {string} url
 */
export function safeLink(url) {
  return /^(https?:|mailto:|tel:|#|\/(?!\/))/i.test(url.trim()) ? url.trim() : '#';
}

/** Links of this page stay in this page; all others open beside it. @param {string} url */
export function linkTarget(url) {
  const safe = safeLink(url);
  const here = safe.startsWith('#') || safe.startsWith(`${location.origin}/#`);
  return here ? { href: safe } : { href: safe, target: '_blank', rel: 'noopener noreferrer' };
}

/**
 * What `find` sees, as the element it is known to be.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

let lastId = 0;

/** An id for a label or a description to point to. @param {string} prefix */
export function freshId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
