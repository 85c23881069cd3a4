/**
 * What somebody types, cut into words that are known and what lies between, so that the words together are the longest.
 */

import { hashOf, spacedForm, stemsOf } from './search_form.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_index.js').Known} Known */
/** @typedef {{known: Known | null, insurers: number[] | null}} Word without either it says nothing */
/** @typedef {{text: string, word: Word | null, begins: boolean}} Part `begins`: nothing, or a space, stands before it */

const LONGEST_HASHED = 10;
const FEWEST_KANA = 3;
const FEWEST_BEGUN = 2;
/** A word that says nothing is worth less than any that says something. */
const IDLE_WORTH = 0.9;
const KANA_ALONE = /^[ぁ-ゖ]+$/u;
const OF_A_WORD = /[a-z0-9]/u;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} composing whether kana are still being made of the letters at its end, which then say nothing yet
 * @returns {{parts: Part[], unshown: string[][]}} what words that no file may show lead to, and all else
 */
export function partsOf(index, typed, composing) {
  const whole = spacedForm(typed);
  const { rest, unshown } = withoutUnshown(index, composing ? whole.replace(/[a-z]+$/u, '') : whole);
  const { text: all, breaks } = closedUp(stemsOf(rest.trim()));
  const begun = nameBegun(index, all.slice(Math.max(0, ...breaks)));
  const text = begun ? all.slice(0, -begun.text.length) : all;
  /** @type {{worth: number, from: number, word: Word | null}[]} */
  const best = [{ worth: 0, from: 0, word: null }];
  for (let end = 1; end <= text.length; end += 1) {
    let found = { worth: best[end - 1]?.worth ?? 0, from: end - 1, word: /** @type {Word | null} */ (null) };
    for (let from = Math.max(0, end - index.longest); from < end; from += 1) {
      const word = wordIn(index, text, from, end, breaks);
      const worth = (best[from]?.worth ?? 0) + (word ? worthOf(word, end - from) : 0);
      if (word && worth > found.worth) found = { worth, from, word };
    }
    best.push(found);
  }
  return { parts: [...partsFrom(text, best, breaks), ...(begun ? [begun] : [])], unshown };
}

/**
 * A name that is still being typed.
 * @param {Index} index
 * @param {string} begun
 * @returns {Part | null}
 */
function nameBegun(index, begun) {
  const isSaid = index.known.has(begun) || index.idle.has(begun) || index.names.has(begun) || isWordSaid(index, begun);
  if (isSaid || begun.length < (KANA_ALONE.test(begun) ? FEWEST_KANA : FEWEST_BEGUN)) return null;
  /** @type {Set<number>} */
  const found = new Set();
  for (const [word, named] of index.names) if (word.startsWith(begun)) named.forEach((one) => found.add(one));
  return found.size ? { text: begun, word: { known: null, insurers: [...found] }, begins: true } : null;
}

/** Whether a page says a word that begins so. @param {Index} index @param {string} begun */
export function isWordSaid(index, begun) {
  return /^[a-z]+$/u.test(begun) ? index.vocabulary.some((word) => word.startsWith(begun)) : index.all.includes(begun);
}

/** @param {Word} word @param {number} length */
function worthOf({ known, insurers }, length) {
  return known || insurers ? length * length : length * IDLE_WORTH;
}

/**
 * @param {string} text
 * @param {{from: number, word: Word | null}[]} best
 * @param {Set<number>} breaks
 */
function partsFrom(text, best, breaks) {
  /** @type {Part[]} */
  const parts = [];
  for (let end = text.length; end > 0; ) {
    const { from, word } = best[end] ?? { from: end - 1, word: null };
    const [next] = parts;
    const sign = text.slice(from, end);
    const begins = from === 0 || breaks.has(from);
    if (word || sign === ' ') parts.unshift({ text: sign, word: word ?? { known: null, insurers: null }, begins });
    else if (next && !next.word && !breaks.has(end)) Object.assign(next, { text: sign + next.text, begins });
    else parts.unshift({ text: sign, word: null, begins });
    end = from;
  }
  return parts;
}

/**
 * @param {Index} index
 * @param {string} text
 * @param {number} from
 * @param {number} end
 * @param {Set<number>} breaks
 * @returns {Word | null}
 */
function wordIn(index, text, from, end, breaks) {
  if (!isWholeWord(text, from, end)) return null;
  const word = text.slice(from, end);
  const known = index.known.get(word);
  if (known) return { known, insurers: null };
  const insurers = index.names.get(word);
  const begins = from === 0 || breaks.has(from);
  if (insurers && (!KANA_ALONE.test(word) || (begins && word.length >= FEWEST_KANA))) return { known: null, insurers };
  return index.idle.has(word) ? { known: null, insurers: null } : null;
}

/** Whether no Latin word or number is cut in two there. @param {string} text @param {number} from @param {number} end */
function isWholeWord(text, from, end) {
  return !isInWord(text, from) && !isInWord(text, end);
}

/** @param {string} text @param {number} at */
function isInWord(text, at) {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  return (/[a-z]/u.test(before) && /[a-z]/u.test(after)) || (/[0-9]/u.test(before) && /[0-9]/u.test(after));
}

/**
 * The text with spaces between Latin letters or digits only, and where all others stood: people put them within words.
 * @param {string} spaced
 */
function closedUp(spaced) {
  let text = '';
  /** @type {Set<number>} */
  const breaks = new Set();
  for (let at = 0; at < spaced.length; at += 1) {
    if (spaced.charAt(at) !== ' ') text += spaced.charAt(at);
    else if (OF_A_WORD.test(spaced.charAt(at - 1)) && OF_A_WORD.test(spaced.charAt(at + 1))) breaks.add((text += ' ').length);
    else breaks.add(text.length);
  }
  return { text, breaks };
}

/**
 * @param {Index} index
 * @param {string} text
 */
function withoutUnshown(index, text) {
  /** @type {string[][]} */
  const unshown = [];
  let rest = '';
  for (let at = 0; at < text.length; ) {
    let length = Math.min(LONGEST_HASHED, text.length - at);
    /** @type {string[] | undefined} */
    let leads;
    for (; length > 0; length -= 1) {
      leads = isWholeWord(text, at, at + length) ? index.unshown.get(hashOf(text.slice(at, at + length))) : undefined;
      if (leads) break;
    }
    if (leads) unshown.push(leads);
    rest += leads ? ' ' : text.charAt(at);
    at += leads ? length : 1;
  }
  return { rest: rest.replace(/\s+/gu, ' '), unshown };
}
