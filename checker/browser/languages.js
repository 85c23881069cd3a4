/**
 * Other languages of the page: fetched when somebody wants one, as scripts that hand over one value each, since a page
 * opened from a folder may fetch nothing else. A page that stands alone carries them all.
 */

import { setSource } from './sealed.js';

/**
 * @typedef {object} LanguagePack what the page says in one language
 * @property {string} language
 * @property {Record<string, Record<string, any>>} common
 * @property {Record<string, string>} own
 * @property {Record<string, import('./words.js').Passage>} passages
 * @property {Record<string, import('./dom.js').Tree>} parts
 */

/** @typedef {{language: string, files: string[]}[]} Listing the languages that can be changed to, and their files */

/** A connection that has stalled says nothing by itself. */
const LONGEST_WAIT_MS = 15_000;

/** @type {Map<string, Promise<object>>} what a script handed over, by its address */
const handed = new Map();

/** @type {((language: string) => Promise<any[]>) | null} reads what the page itself carries */
let carried = null;

/**
 * From now on take languages from the page itself.
 * @param {(language: string) => Promise<any[]>} read everything that it says in a language; of one part where it has `for`
 */
export function carryLanguages(read) {
  carried = read;
}

/**
 * @param {Listing} listing
 * @param {string} name the insurer's, or whose part of the page it is
 * @param {string} language
 * @returns {Promise<LanguagePack>} rejects where it cannot be had
 */
export async function fetchLanguage(listing, name, language) {
  const files = listing.find((one) => one.language === language)?.files ?? [];
  const packs = files.length ? await Promise.all(files.map(fetchPack)) : await carriedPacks(language, name);
  const pack = Object.assign({}, ...packs);
  if (pack.common === undefined || pack.parts === undefined) throw new Error(`no words in ${language}`);
  return pack;
}

/** @param {string} address */
function fetchPack(address) {
  const kept = handed.get(address) ?? runScript(address);
  handed.set(address, kept);
  kept.catch(() => handed.delete(address));
  return kept;
}

/**
 * @param {string} address as `setSource` has it
 * @returns {Promise<object>} what the script says as it runs; rejects where it says nothing
 */
export function runScript(address) {
  return new Promise((resolve, reject) => {
    /** @type {unknown} */
    let said = null;
    /** @param {Event} event */
    const hear = (event) => {
      if (document.currentScript === script) said = /** @type {CustomEvent} */ (event).detail;
    };
    const script = document.createElement('script');
    document.addEventListener('words', hear);
    const done = () => {
      document.removeEventListener('words', hear);
      script.remove();
      if (typeof said === 'object' && said !== null) resolve(said);
      else reject(new Error(`${address} says nothing`));
    };
    script.addEventListener('load', done);
    script.addEventListener('error', done);
    window.setTimeout(done, LONGEST_WAIT_MS);
    setSource(script, address);
    document.head.append(script);
  });
}

/**
 * @param {string} language
 * @param {string} name
 */
async function carriedPacks(language, name) {
  const packs = (await carried?.(language)) ?? [];
  return packs.filter((pack) => (pack.for ?? name) === name);
}
