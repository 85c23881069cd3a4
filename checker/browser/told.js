/**
 * The parts around the questions, by name: taken as they arrived, shown again by later pages, swapped by a language.
 */

import { grow } from './dom.js';

/** @typedef {import('./dom.js').Tree} Tree */

/**
 * @param {HTMLElement} part an insurer's part of the page
 */
export function openTold(part) {
  const root = part.querySelector('[data-checker]');
  const scope = part.closest('[data-part-of]') ?? document;
  /** @type {Map<string, Node>} */
  const first = new Map(partsOf(scope).map((one) => [one.dataset['told'] ?? '', one.cloneNode(true)]));
  let now = first;

  return {
    /**
     * @param {string} name
     * @returns {HTMLElement | null} a copy, where the page has such a part
     */
    copy: (name) => /** @type {HTMLElement | null} */ (now.get(name)?.cloneNode(true) ?? null),
    /** @param {string} name @returns {HTMLElement | null} a copy of the part as it arrived */
    original: (name) => /** @type {HTMLElement | null} */ (first.get(name)?.cloneNode(true) ?? null),
    /** @param {Record<string, Tree> | null} parts of another language; null: as they arrived */
    swap(parts) {
      now = parts === null ? first : new Map(Object.entries(parts).map(([name, tree]) => [name, grow(tree)]));
      for (const one of partsOf(scope)) {
        const told = now.get(one.dataset['told'] ?? '')?.cloneNode(true);
        if (!(told instanceof HTMLElement) || root?.contains(one)) continue;
        keepOpen(one, told);
        one.replaceWith(told);
      }
    },
  };
}

/**
 * @param {Document | Element} scope the whole page, or one insurer's where a page has several
 * @returns {HTMLElement[]} the named parts in it, and those of the page that are no insurer's
 */
function partsOf(scope) {
  /** @type {NodeListOf<HTMLElement>} */
  const own = scope.querySelectorAll('[data-told]');
  /** @type {NodeListOf<HTMLElement>} */
  const common = document.querySelectorAll('[data-told]');
  return [...new Set([...own, ...[...common].filter((one) => !one.closest('[data-part-of]'))])];
}

/**
 * What somebody opened to read stays open.
 * @param {HTMLElement} from
 * @param {HTMLElement} to
 */
function keepOpen(from, to) {
  const opened = from.querySelector('details')?.open ?? false;
  const there = to.querySelector('details');
  if (there && opened) there.open = true;
}
