/**
 * Texts in the form in which search compares them; `pages/searching/folding.py` does the same.
 *
 * On top of the form in which insurers are found, long vowels are dropped: people leave them out or put them in.
 */

import { fold } from './find_insurer.js';

const LONG_VOWEL = /([おこそとのほもよろをごぞどぼぽ])[うお]/gu;
const HASH_OFFSET = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
const FEWEST_OF_STEM = 3;
const SHORT_STEM = 3;

/** @param {string} text @returns {string} its loose form, with one space wherever it has some */
export function spacedForm(text) {
  return fold(text).replace(/ー/gu, '').replace(LONG_VOWEL, '$1').trim().replace(/\s+/gu, ' ');
}

/** @param {string} text @returns {string} its loose form; spaces stay between Latin letters or digits only */
export function looseForm(text) {
  return spacedForm(text).replace(/(?<![a-z0-9]) | (?![a-z0-9])/gu, '');
}

/**
 * @param {string} form a loose form
 * @returns {string} the same, of each English word what all its forms begin with
 */
export function stemsOf(form) {
  return form.replace(/[a-z]{4,}/gu, stemOf);
}

/** @param {string} word */
function stemOf(word) {
  const single = word.replace(/ies$/u, 'y').replace(/(?<![isu])s$/u, '');
  const cut = single.replace(/(?:ing|ed|e)$/u, '').replace(/([bdgmnprt])\1$/u, '$1');
  return cut.length >= FEWEST_OF_STEM ? cut : single;
}

/** @param {string} form a loose form @returns {string} what stands for it where no file may show it */
export function hashOf(form) {
  let value = HASH_OFFSET;
  for (const sign of form) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), HASH_PRIME);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * Whether a word stands in a text, both in their loose form and as stems; a Latin one begins where a word begins, and a
 * short one ends there too.
 * @param {string} text
 * @param {string} word
 * @returns {boolean}
 */
export function standsIn(text, word) {
  if (!/^[a-z]/u.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const ends = word.length > SHORT_STEM || !/[a-z]/u.test(text.charAt(at + word.length));
    if (ends && !/[a-z]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
