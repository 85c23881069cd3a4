/** Lines of a sheet: in Japanese, with the reader's own language beneath. */

import { make } from './dom.js';
import { withoutReadings } from './inscribe.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {(words: Words) => string} Say */
/** @typedef {(tag: 'p' | 'h1' | 'h2' | 'h3' | 'li' | 'span', attributes: Record<string, string>, say: Say) => HTMLElement} Line */

/**
 * @param {Words} japanese
 * @param {Words} own
 * @returns {Line} makes a line in both; where they are the same, in the reader's own writing
 */
export function lineIn(japanese, own) {
  return (tag, attributes, say) => {
    const [first, second] = [say(japanese), say(own)];
    if (bare(first) === bare(second)) return make(tag, attributes, second);
    const lines = [make('span', { lang: 'ja', class: 'sheet-first' }, first), ' ', make('span', { class: 'sheet-second' }, second)];
    return make(tag, attributes, ...lines);
  };
}

/** @param {string} text @returns {string} without readings, and without the spaces that make it easier to read */
const bare = (text) => withoutReadings(text).replaceAll(' ', '');

/**
 * @param {Line} line
 * @param {Say} heading
 * @param {Say[]} lines
 */
export function makeLines(line, heading, lines) {
  return lines.length ? make('div', {}, line('h3', {}, heading), make('ul', {}, ...lines.map((say) => line('li', {}, say)))) : null;
}

/**
 * @param {Words} words
 * @param {Way} way
 */
export const sayTogether = (words, way) => way.map((item) => words.of('items', item)).join(` ${words.ui('show_and')} `);

/**
 * @param {HTMLElement | null} contact as it stands in the page
 * @returns {string[]} the insurer's own numbers, each with its name
 */
export function ownNumbers(contact) {
  return [...(contact?.querySelectorAll('[data-own]') ?? [])].flatMap((one) =>
    [...one.querySelectorAll('a')].map((link) => `${one.querySelector('strong')?.textContent ?? ''} ${link.parentElement?.textContent ?? ''}`),
  );
}
