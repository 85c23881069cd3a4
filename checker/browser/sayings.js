/** What somebody answered, in words: made anew from the values, so that a change of language changes it too. */

import { bandLabel } from './bands.js';

/** @typedef {import('./words.js').Words} Words */

/** Choices that many pages have, and the sentence for each. */
const COMMON = { unknown: 'unknown', none: 'none_of_these', no_answer: 'no_answer' };

/**
 * @param {Words} words
 * @param {string} page
 * @param {string} value
 * @returns {string}
 */
export function sayValueOf(words, page, value) {
  const common = COMMON[/** @type {keyof typeof COMMON} */ (value)];
  const own = words.value(page, value);
  return common && own === value ? words.ui(common) : own;
}

/**
 * @param {Words} words
 * @param {string} page
 * @param {string[]} chosen
 * @param {Band | null} band the days that were chosen together, where one was
 * @param {string} today
 * @returns {string}
 */
export function sayAnswer(words, page, chosen, band, today) {
  if (band) return bandLabel(words, page, band, today);
  return words.list(chosen.map((value) => (/^\d{4}-\d\d-\d\d$/u.test(value) ? words.date(value) : sayValueOf(words, page, value))));
}
