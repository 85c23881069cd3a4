/**
 * The index: a script that hands over one value, since a page opened from a folder may fetch nothing else.
 */

import { setSource } from './sealed.js';

/** A connection that has stalled says nothing by itself. */
const LONGEST_WAIT_MS = 20_000;

/**
 * @param {string} address
 * @returns {Promise<import('./search_index.js').PackedIndex>} rejects where it cannot be had
 */
export function fetchIndex(address) {
  return new Promise((resolve, reject) => {
    /** @type {import('./search_index.js').PackedIndex | null} */
    let said = null;
    const script = document.createElement('script');
    /** @param {Event} event */
    const hear = (event) => {
      if (document.currentScript === script) said = /** @type {CustomEvent} */ (event).detail;
    };
    const done = () => {
      document.removeEventListener('search-index', hear);
      script.remove();
      if (said) resolve(said);
      else reject(new Error(`${address} says nothing`));
    };
    document.addEventListener('search-index', hear);
    script.addEventListener('load', done);
    script.addEventListener('error', done);
    window.setTimeout(done, LONGEST_WAIT_MS);
    setSource(script, address);
    document.head.append(script);
  });
}
