/**
 * Parts of the first page that later pages show again: taken as they arrived, since pages replace one another.
 */

/** @typedef {'standing' | 'contact' | 'elsewhere'} KeptKind */

/** @type {KeptKind[]} */
const KEPT_KINDS = ['standing', 'contact', 'elsewhere'];

/**
 * @param {HTMLElement} part
 * @returns {(kind: KeptKind) => HTMLElement | null} a copy, where the part of the page has such a thing
 */
export function keepParts(part) {
  const kept = new Map(KEPT_KINDS.map((kind) => [kind, part.querySelector(`[data-${kind}]`)?.cloneNode(true) ?? null]));
  return (kind) => /** @type {HTMLElement | null} */ (kept.get(kind)?.cloneNode(true) ?? null);
}
