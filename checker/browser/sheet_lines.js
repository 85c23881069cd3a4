/** Lines of a sheet: in Japanese, with the reader's own language beneath. */

import { make } from './dom.js';
import { withoutReadings } from './inscribe.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {(words: Words) => string} Say */
/** @typedef {(tag: 'p' | 'h1' | 'h2' | 'h3' | 'li' | 'span', attributes: Record<string, string>, say: Say) => HTMLElement} Line */

/**
 * @param {Words} japanese
 * @param {Words} own
 * @param {boolean} [alone] whether the reader's language will do
 * @returns {Line} makes a line in both; where they are the same, in the reader's own writing
 */
export function lineIn(japanese, own, alone = false) {
  return (tag, attributes, say) => {
    const [first, second] = [say(japanese), say(own)];
    if (second && (bare(first) === bare(second) || alone)) return make(tag, attributes, second);
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
 * @returns {{name: string, numbers: [label: string, number: string][]}[]} the insurer's own offices and their numbers, without readings
 */
function ownOffices(contact) {
  for (const reading of contact?.querySelectorAll('rt, rp') ?? []) reading.remove();
  return [...(contact?.querySelectorAll('[data-own]') ?? [])].map((one) => ({
    name: one.querySelector('strong')?.textContent ?? '',
    numbers: [...one.querySelectorAll('a')].map((link) => {
      const number = link.textContent ?? '';
      return [link.parentElement?.textContent?.replace(number, '').trim() ?? '', number];
    }),
  }));
}

/**
 * Whom to call at the insurer itself.
 * @param {Line} line
 * @param {HTMLElement | null} first in Japanese
 * @param {HTMLElement | null} second in the reader's language
 * @param {Words} own the reader's
 * @param {boolean} [all] or the first number alone
 * @returns {HTMLElement[]} empty where the document has no number
 */
export function callLines(line, first, second, own, all = true) {
  const [japanese, told] = [ownOffices(first), ownOffices(second)];
  const offices = japanese.flatMap(({ name, numbers }, place) => {
    const there = told[place];
    const lines = numbers.map(([label, number], nth) =>
      make('p', {}, line('span', {}, (words) => (words === own ? there?.numbers[nth]?.[0] : label) ?? ''), ' ', make('span', { class: 'sheet-number' }, number)),
    );
    return [line('p', {}, (words) => (words === own ? there?.name : name) ?? ''), ...lines];
  });
  return all ? offices : offices.slice(0, 2);
}
