/**
 * Elements made from values. Text only ever enters a page as a text node, never as markup.
 */

import { inscribe, withoutReadings } from './inscribe.js';

/** @typedef {Node | string | null} Child */
/** @typedef {[tag: string, attributes: Record<string, string>, ...children: (Tree | string)[]]} Tree an element as plain values */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | null>} [attributes] true is a bare attribute, false and null are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : withoutReadings(value));
  }
  if (tag === 'title' || tag === 'option') element.textContent = withoutReadings(children.join(''));
  else element.append(...nodesOf(children));
  return element;
}

/** @param {Child[]} children */
function nodesOf(children) {
  return children.flatMap((child) => (child === null ? [] : typeof child === 'string' ? inscribe(child) : [child]));
}

/**
 * @param {Element | null} element
 * @param {...Child} children what it holds from now on
 */
export function fill(element, ...children) {
  element?.replaceChildren(...nodesOf(children));
}

/**
 * @param {Tree} tree
 * @returns {HTMLElement}
 */
export function grow([tag, attributes, ...children]) {
  const inside = children.map((child) => (typeof child === 'string' ? child : grow(child)));
  if (tag !== 'template') return make(/** @type {keyof HTMLElementTagNameMap} */ (tag), attributes, ...inside);
  const element = make('template', attributes);
  element.content.append(...nodesOf(inside));
  return element;
}

/**
 * @param {string[]} items
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLUListElement}
 */
export function makeList(items, attributes = {}) {
  return make('ul', attributes, ...items.map((item) => make('li', {}, item)));
}

/**
 * A titled part of an answer; null where there is nothing to say.
 * @param {string} heading
 * @param {Child[]} children
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElement | null}
 */
export function makeSection(heading, children, attributes = {}) {
  const kept = children.filter((child) => child !== null);
  if (!kept.length) return null;
  return make('section', attributes, make('h2', {}, heading), ...kept);
}

/**
 * Terms and what is said of them; pairs without a saying are left out.
 * @param {[string, Child][]} pairs
 * @returns {HTMLDListElement | null}
 */
export function makeTerms(pairs) {
  const told = pairs.filter(([, said]) => said !== null && said !== '');
  if (!told.length) return null;
  return make('dl', {}, ...told.map(([term, said]) => make('div', {}, make('dt', {}, term), make('dd', {}, said))));
}
