/**
 * What somebody types, taken apart: words that are known, by the longest, and pairs of letters of what lies between.
 */

import { hashOf, placeOf, spacedForm } from './search_form.js';

/** @typedef {import('./search_index.js').Index} Index */

/**
 * @typedef {object} Term one of its spellings must stand in a text
 * @property {string[]} spellings
 * @property {number} factor how much it says beside others
 */

/** @typedef {{terms: Term[], insurers: Set<number> | null}} Asked the insurers that are named; null: none is */

const PAIR_FACTOR = 0.4;
const KANA_PAIR_FACTOR = 0.15;
/** Kana behind a word that is known are most often how it ends. */
const ENDING_FACTOR = 0.2;
const LONGEST_ENDING = 5;
const UNSHOWN_FACTOR = 6;
/** As many as a number has bits to tell them by. */
const MOST_TERMS = 30;
const MOST_HASHED = 10;
const FEWEST_KANA = 3;
const MOST_ENDINGS = 10;
const KANA = /^[ぁ-ゖ]+$/u;
const LATIN = /^[a-z]+$/u;
const LATIN_FIRST = /^[a-z]/u;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} [composing] whether kana are still being made of the letters at its end, which then say nothing yet
 * @returns {Asked}
 */
export function termsOf(index, typed, composing = false) {
  const whole = spacedForm(typed);
  const text = composing ? whole.replace(/[a-z]+$/u, '') : whole;
  /** @type {Term[]} */
  const terms = [];
  /** @type {Set<number>[]} */
  const named = [];
  let [rest, behind] = ['', false];
  const endRest = (/** @type {boolean} */ last) => {
    const ends = behind && rest.length <= LONGEST_ENDING && KANA.test(rest);
    if (rest) terms.push(...(ends ? [{ spellings: [rest], factor: ENDING_FACTOR }] : termsOfRest(index, rest, last)));
    rest = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = wordAt(index, text, at);
    if (!found) {
      if (text.charAt(at) === ' ') [, behind] = [endRest(false), false];
      else rest += text.charAt(at);
      at += 1;
      continue;
    }
    endRest(false);
    if (found.insurers) named.push(found.insurers);
    if (found.spellings.length) terms.push({ spellings: found.spellings, factor: found.factor });
    at += found.length;
    behind = found.spellings.length > 0;
  }
  const begun = rest && (text.length === rest.length || text.charAt(text.length - rest.length - 1) === ' ') ? namedBy(index, rest) : null;
  if (begun) named.push(begun);
  else endRest(true);
  return { terms: terms.slice(0, MOST_TERMS), insurers: named.length ? inCommon(named) : null };
}

/**
 * The longest that is known and begins there.
 * @param {Index} index
 * @param {string} text
 * @param {number} at
 */
function wordAt(index, text, at) {
  const before = text.charAt(at - 1);
  const begins = at === 0 || before === ' ';
  for (let length = Math.min(index.longest, text.length - at); length > 1; length -= 1) {
    const word = text.slice(at, at + length);
    const after = text.charAt(at + length);
    if (/[a-z]/u.test(word.charAt(0)) && /[a-z]/u.test(before)) break;
    if (/[a-z]$/u.test(word) && /[a-z]/u.test(after)) continue;
    const unshown = length <= MOST_HASHED ? index.unshown.get(hashOf(word)) : undefined;
    if (unshown) return { length, spellings: unshown, factor: UNSHOWN_FACTOR, insurers: null };
    const known = index.known.get(word);
    if (known) return { length, spellings: known, factor: 1, insurers: null };
    const named = index.names.get(word);
    if (named && (!KANA.test(word) || (begins && word.length >= FEWEST_KANA))) return { length, spellings: [], factor: 0, insurers: new Set(named) };
  }
  return null;
}

/**
 * Whom the beginning of a name names, as it is being typed.
 * @param {Index} index
 * @param {string} begun
 */
function namedBy(index, begun) {
  if (begun.length < 2 || index.forms.some((form) => placeOf(form, begun) >= 0)) return null;
  /** @type {Set<number>} */
  const found = new Set();
  for (const [word, named] of index.names) if (word.startsWith(begun)) named.forEach((one) => found.add(one));
  return found.size ? found : null;
}

/**
 * @param {Index} index
 * @param {string} rest
 * @param {boolean} last whether it may still go on
 * @returns {Term[]}
 */
function termsOfRest(index, rest, last) {
  const whole = { spellings: last ? [rest, ...endingsOf(index, rest)] : [rest], factor: 1 };
  if (rest.length === 1) return KANA.test(rest) ? [] : [whole];
  if (LATIN.test(rest) && index.forms.some((form) => placeOf(form, rest) >= 0)) return [whole];
  const letters = [...rest];
  const pairs = letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
  const parts = pairs.map((pair) => ({ spellings: [pair], factor: KANA.test(pair) ? KANA_PAIR_FACTOR : PAIR_FACTOR }));
  return whole.spellings.length > 1 || rest.length > 2 ? [whole, ...parts] : [whole];
}

/**
 * In which lines a term stands.
 * @param {string[]} forms of the lines
 * @param {Term} term
 * @returns {boolean[]}
 */
export function hitsOf(forms, { spellings }) {
  const [latin, others] = [spellings.filter((one) => LATIN_FIRST.test(one)), spellings.filter((one) => !LATIN_FIRST.test(one))];
  return forms.map((form) => others.some((one) => form.includes(one)) || latin.some((one) => placeOf(form, one) >= 0));
}

/** What known words that begin so lead to. @param {Index} index @param {string} begun */
function endingsOf(index, begun) {
  if (begun.length < 2) return [];
  const leads = [...index.known].flatMap(([word, known]) => (word.startsWith(begun) ? known : []));
  return [...new Set(leads)].slice(0, MOST_ENDINGS);
}

/**
 * Who is named by all; where nobody is, who is named by any.
 * @param {Set<number>[]} named
 */
function inCommon(named) {
  const [first = new Set(), ...others] = named;
  const common = new Set([...first].filter((one) => others.every((some) => some.has(one))));
  return common.size ? common : new Set(named.flatMap((some) => [...some]));
}
