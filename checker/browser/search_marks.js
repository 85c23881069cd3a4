/**
 * Where in a line stands what was typed: the part of the line that is worth showing, cut at what is to be marked.
 */

import { fold } from './find_insurer.js';
import { withoutReadings } from './inscribe.js';

/** @typedef {import('./search_terms.js').Term} Term */
/** @typedef {{text: string, found: boolean}} Piece */

/** A word with its reading is shown whole, as if it were one letter. */
const LETTER = /\uFFF9[^\uFFFB]*\uFFFB|./gsu;
const LONGEST = 80;
const BEFORE = 24;
const ROW_OF_O = /[おこそとのほもよろをごぞどぼぽ]/u;
const LATIN_OR_DIGIT = /[a-z0-9]/u;

/**
 * @param {string} line
 * @param {Term[]} terms
 * @returns {Piece[]} one after the other, what is left out told by dots
 */
export function markedPieces(line, terms) {
  const letters = line.match(LETTER) ?? [];
  const marked = marksOf(letters, terms);
  const first = Math.max(0, marked.indexOf(true));
  const start = letters.length > LONGEST ? Math.min(Math.max(0, first - BEFORE), letters.length - LONGEST) : 0;
  const end = Math.min(letters.length, start + LONGEST);
  /** @type {Piece[]} */
  const pieces = start > 0 ? [{ text: '…', found: false }] : [];
  for (let at = start; at < end; at += 1) {
    const found = marked[at] === true;
    const last = pieces.at(-1);
    if (last && last.found === found) last.text += letters[at];
    else pieces.push({ text: letters[at] ?? '', found });
  }
  if (end < letters.length) pieces.push({ text: '…', found: false });
  return pieces;
}

/**
 * Words that were known or found whole are marked; only where none stands, pairs of letters.
 * @param {string[]} letters
 * @param {Term[]} terms
 * @returns {boolean[]} for each letter
 */
function marksOf(letters, terms) {
  const { form, places } = loosePlaces(letters);
  const whole = terms.filter((term) => term.factor >= 1);
  const marked = letters.map(() => false);
  for (const some of [whole, terms]) {
    for (const spelling of some.flatMap((term) => term.spellings)) {
      for (const { index, 0: found } of form.matchAll(patternOfSpelling(spelling))) {
        marked.fill(true, places[index], (places[index + found.length - 1] ?? letters.length) + 1);
      }
    }
    if (marked.includes(true)) break;
  }
  return marked;
}

/** What finds a spelling: of words in Latin letters it has the stems. @param {string} spelling */
function patternOfSpelling(spelling) {
  const isWords = LATIN_OR_DIGIT.test(spelling.charAt(0));
  return new RegExp(isWords ? `(?<![a-z0-9])${spelling.replace(/[a-z]{4,}/gu, '$&[a-z]*')}` : spelling, 'gu');
}

/**
 * The loose form of a line, and which of its letters each sign of it comes from.
 * @param {string[]} letters
 */
function loosePlaces(letters) {
  const signs = letters.flatMap((letter, place) => [...fold(withoutReadings(letter))].map((sign) => ({ sign, place }))).filter(({ sign }) => sign !== 'ー');
  /** @type {{sign: string, place: number}[]} */
  const kept = [];
  for (let at = 0; at < signs.length; at += 1) {
    const { sign, place } = /** @type {{sign: string, place: number}} */ (signs[at]);
    const next = signs[at + 1]?.sign ?? '';
    if (/\s/u.test(sign) && !(LATIN_OR_DIGIT.test(kept.at(-1)?.sign ?? '') && LATIN_OR_DIGIT.test(next))) continue;
    kept.push({ sign, place });
    if (ROW_OF_O.test(sign) && /[うお]/u.test(next)) at += 1;
  }
  return { form: kept.map(({ sign }) => sign).join(''), places: kept.map(({ place }) => place) };
}
