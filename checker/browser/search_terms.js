/**
 * What of that which was typed must stand in a text: words that are known, and the longest pieces of the rest that
 * pages say at all. What no page says counts for nothing.
 */

import { nearWords } from './search_near.js';
import { isWordSaid, partsOf } from './search_parts.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_parts.js').Part} Part */

/**
 * @typedef {object} Term one of its spellings must stand in a text, unless that is about it
 * @property {string[]} spellings
 * @property {string[]} about addresses of pages that are about it, or of places on them
 * @property {number} factor how much it says beside others
 * @property {boolean} piece whether it is but a piece of what was typed, which may stand in a text by chance
 * @property {boolean} unshown whether it was typed in words that no file may show
 */

/** @typedef {{terms: Term[], insurers: Set<number> | null, elsewhere: boolean}} Asked the insurers that are named; null: none is; `elsewhere`: a place is named that is no insurer's */

const NEAR_FACTOR = 0.7;
/** What a piece of so many letters says; in kana alone, chance finds more. */
const PIECE_FACTORS = [0, 0, 0.6, 0.9, 1];
const KANA_FACTORS = [0, 0, 0, 0.25, 0.5, 0.8, 1];
/** Kana behind a word that is known are most often how it ends. */
const LONGEST_ENDING = 3;
/** As many as a number has bits to tell them by. */
const MOST_TERMS = 30;
const FEWEST_TO_END = 2;
const MOST_ENDINGS = 10;
const KANA = /^[ぁ-ゖ]+$/u;
const LATIN = /^[a-z]+$/u;
/** What kind of a place it is stands behind its name. */
const PLACE = /^([一-鿿]{1,5}[市区町村])(?![一-鿿])/u;
const KIND_OF_PLACE = /^(?:city|ward|shi|ku|town|village|prefectur)/u;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} [composing] whether kana are still being made of the letters at its end, which then say nothing yet
 * @returns {Asked}
 */
export function termsOf(index, typed, composing = false) {
  const { parts, unshown } = partsOf(index, typed, composing);
  /** @type {Term[]} */
  const terms = unshown.map((spellings) => ({ spellings, about: [], factor: 1, piece: false, unshown: true }));
  /** @type {Set<number>[]} */
  const named = [];
  parts.forEach(({ text, word, begins }, place) => {
    const last = place === parts.length - 1;
    if (word?.insurers) named.push(new Set(word.insurers));
    else if (word?.known) terms.push({ ...word.known, factor: 1, piece: false, unshown: false });
    else if (!word && !isEnding(text, begins ? null : parts[place - 1])) terms.push(...termsOfRest(index, text, last));
  });
  const elsewhere = !named.length && parts.some(({ text, word, begins }, place) => begins && !word && isPlace(index, text, parts[place + 2]?.text ?? ''));
  return { terms: termsOnce(terms).slice(0, MOST_TERMS), insurers: named.length ? inCommon(named) : null, elsewhere };
}

/** Whether it is a place of which no page speaks. @param {Index} index @param {string} text @param {string} behind */
function isPlace(index, text, behind) {
  const name = LATIN.test(text) && KIND_OF_PLACE.test(behind) ? text : PLACE.exec(text)?.[1];
  return name !== undefined && !isWordSaid(index, name);
}

/** @param {string} text @param {Part | null | undefined} before */
function isEnding(text, before) {
  return before?.word?.known && text.length <= LONGEST_ENDING && KANA.test(text);
}

/**
 * @param {Index} index
 * @param {string} rest
 * @param {boolean} last whether it may still go on
 * @returns {Term[]}
 */
function termsOfRest(index, rest, last) {
  const ends = last ? endingsOf(index, rest) : [];
  const whole = { spellings: [rest, ...ends.flatMap(({ spellings }) => spellings)], about: ends.flatMap(({ about }) => about), factor: 1, piece: false, unshown: false };
  const begun = ends.length ? [whole] : [];
  if (!LATIN.test(rest)) return [...begun, ...saidPieces(index, rest)];
  if (isWordSaid(index, rest)) return [whole];
  const near = nearWords(index, rest);
  return near.length ? [{ spellings: near, about: [], factor: NEAR_FACTOR, piece: false, unshown: false }] : begun;
}

/**
 * @param {Index} index
 * @param {string} rest
 * @returns {Term[]} the longest pieces that pages say, one after the other
 */
function saidPieces(index, rest) {
  /** @type {Term[]} */
  const terms = [];
  for (let at = 0; at < rest.length; ) {
    let length = 1;
    while (at + length < rest.length && index.all.includes(rest.slice(at, at + length + 1))) length += 1;
    const piece = rest.slice(at, at + length);
    const factors = KANA.test(piece) ? KANA_FACTORS : PIECE_FACTORS;
    const factor = factors[Math.min(length, factors.length - 1)] ?? 0;
    if (factor && index.all.includes(piece)) terms.push({ spellings: [piece], about: [], factor, piece: true, unshown: false });
    at += length;
  }
  return terms;
}

/** @param {Term[]} terms @returns {Term[]} those with the same spellings once */
function termsOnce(terms) {
  return [...new Map(terms.map((term) => [term.spellings.join('\n'), term])).values()];
}

/** What known words that begin so lead to. @param {Index} index @param {string} begun */
function endingsOf(index, begun) {
  if (begun.length < FEWEST_TO_END) return [];
  return [...index.known].flatMap(([word, known]) => (word.startsWith(begun) ? known : [])).slice(0, MOST_ENDINGS);
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
