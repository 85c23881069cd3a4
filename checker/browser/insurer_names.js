/**
 * The names of very many insurers, which a script hands over once for all pages, and those that fit what is typed.
 *
 * What a name is looked for in is made in the pauses after the names have come, so that the first key finds it there.
 */

import { fitsKey, keyOfNames } from './find_insurer.js';
import { withoutReadings } from './inscribe.js';
import { setSource } from './sealed.js';

/** @typedef {[id: string, called: string, kana: string, names: string[], more: string]} Named */
/** @typedef {{languages: string[], named: Named[], unnamed: Named[]}} InsurerNames as `pages/insurer_names.py` has them */
/** @typedef {{id: string, named: boolean, label: (language: string) => string, note: (language: string) => string | null}} NamedInsurer */
/**
 * @typedef {object} NameFinder
 * @property {(pieces: import('./find_insurer.js').Piece[]) => NamedInsurer[]} find those with a name that begins so first,
 *   else in the order of their names; nobody where nothing is typed
 * @property {(id: string) => NamedInsurer | undefined} of
 */

/** So many of those that fit stand in a list; of more it says so. */
export const MOST_SHOWN = 20;

/** So many keys are made in one go: less than a hundredth of a second, also on a slow phone. */
const KEYS_AT_ONCE = 50;

/**
 * @param {string} address as `setSource` has it
 * @returns {Promise<NameFinder>} rejects where the names cannot be had
 */
export function fetchNames(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    /** @param {Event} event */
    const hear = (event) => resolve(finderOfNames(/** @type {CustomEvent} */ (event).detail));
    document.addEventListener('insurers', hear, { once: true });
    script.addEventListener('load', () => script.remove());
    script.addEventListener('error', () => reject(new Error(`${address} cannot be had`)));
    setSource(script, address);
    document.head.append(script);
  });
}

/**
 * @param {InsurerNames} names
 * @returns {NameFinder}
 */
function finderOfNames({ languages, named, unnamed }) {
  const all = [...named, ...unnamed];
  const insurers = all.map((one, at) => namedInsurer(one, languages, at < named.length));
  const byId = new Map(insurers.map((one) => [one.id, one]));
  /** @type {string[]} */
  const keys = [];
  const makeKeys = (/** @type {number} */ count) => {
    for (const [, called, kana, told, more] of all.slice(keys.length, keys.length + count)) {
      keys.push(keyOfNames([called, kana, ...told.map(withoutReadings), ...more.split('|')].filter((name) => name !== '')));
    }
  };
  const goOn = () => {
    makeKeys(KEYS_AT_ONCE);
    if (keys.length < all.length) window.setTimeout(goOn);
  };
  window.setTimeout(goOn);
  return {
    find(pieces) {
      const [first] = pieces;
      if (!first) return [];
      makeKeys(all.length);
      /** @type {NamedInsurer[]} */
      const begins = [];
      /** @type {NamedInsurer[]} */
      const others = [];
      for (const [at, one] of insurers.entries()) {
        const key = keys[at] ?? '';
        if (fitsKey(key, pieces)) (beginsWith(key, first) ? begins : others).push(one);
      }
      return [...begins, ...others];
    },
    of: (id) => byId.get(id),
  };
}

/**
 * @param {string} key
 * @param {import('./find_insurer.js').Piece} piece
 */
function beginsWith(key, { spelled, sounding }) {
  return [spelled, sounding].some((piece) => key.startsWith(piece) || key.includes(`\n${piece}`));
}

/**
 * @param {Named} listed
 * @param {string[]} languages
 * @param {boolean} named
 * @returns {NamedInsurer}
 */
function namedInsurer([id, called, kana, names], languages, named) {
  /** @param {string} language */
  const label = (language) => names[languages.indexOf(language)] || called;
  return {
    id,
    named,
    label,
    /** Papers name an insurer in Japanese, so other languages show that name, or how it is read. */
    note: (language) => (!named || !languages.includes(language) ? null : label(language) === called ? kana : called),
  };
}
