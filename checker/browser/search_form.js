/**
 * Texts in the form in which search compares them; `pages/searching/folding.py` does the same.
 *
 * On top of the form in which insurers are found, long vowels are dropped: people leave them out or put them in.
 */

import { fold } from './find_insurer.js';

const LONG_VOWEL = /([おこそとのほもよろをごぞどぼぽ])[うお]/gu;
const HASH_OFFSET = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** @param {string} text @returns {string} its loose form, with one space wherever it has some */
export function spacedForm(text) {
  return fold(text).replace(/ー/gu, '').replace(LONG_VOWEL, '$1').trim().replace(/\s+/gu, ' ');
}

/** @param {string} text @returns {string} its loose form; spaces stay between Latin letters or digits only */
export function looseForm(text) {
  return spacedForm(text).replace(/(?<![a-z0-9]) | (?![a-z0-9])/gu, '');
}

/** @param {string} form a loose form @returns {string} what stands for it where no file may show it */
export function hashOf(form) {
  let value = HASH_OFFSET;
  for (const sign of form) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), HASH_PRIME);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/**
 * Whether a word stands in a text, both in their loose form; a Latin one begins where a word begins.
 * @param {string} text
 * @param {string} word
 * @returns {number} where it first stands, -1 if it does not
 */
export function placeOf(text, word) {
  let at = text.indexOf(word);
  if (!/^[a-z]/u.test(word)) return at;
  while (at > 0 && /[a-z]/u.test(text.charAt(at - 1))) at = text.indexOf(word, at + 1);
  return at;
}
