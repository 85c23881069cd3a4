/**
 * The index of one language, as `pages/searching/packing.py` packs it, made ready to be looked in.
 */

import { withoutReadings } from './inscribe.js';
import { looseForm, stemsOf } from './search_form.js';

/**
 * @typedef {object} PackedIndex
 * @property {string[]} lines
 * @property {[address: string, title: number, standing: number][]} pages
 * @property {[id: string, name: string, words: string][]} insurers
 * @property {[page: number, anchor: string, trail: number[], name: number, lines: number[], insurers: number | number[]][]} sections
 * @property {[typed: string[], leads: string[], about: string[]][]} words
 * @property {[hashes: string[], leads: string[]][]} unshown
 * @property {string[]} idle
 */

/**
 * @typedef {object} Section
 * @property {string} page its address; `{}` stands for an insurer's id, in the anchor too
 * @property {number} standing 1 where its page stands before others, -1 where it stands behind them
 * @property {number[]} around all lines of its page, where that is nobody's own
 * @property {string} anchor
 * @property {string} place its page and its anchor
 * @property {number} title a line, -1 on pages of insurers
 * @property {number[]} trail the lines that are the headings above it, its own last
 * @property {number} name the line with which an entry of a list begins, else -1
 * @property {number[]} lines
 * @property {number[]} says all lines of it, its headings too
 * @property {number[] | null} insurers null where the page is nobody's own
 */

/**
 * @typedef {object} Known
 * @property {string[]} spellings of which one stands in a text that says the word, itself first
 * @property {string[]} about addresses of pages that are about it, or of places on them
 */

/**
 * @typedef {object} Index
 * @property {string[]} lines
 * @property {string[]} forms the lines in their loose form, as stems
 * @property {string} all the forms as one text
 * @property {string[]} vocabulary the Latin words in them
 * @property {number[]} tellings how much each line tells of what stands in it: a short one more than a long one
 * @property {Section[]} sections
 * @property {{id: string, name: string}[]} insurers
 * @property {Map<string, Known>} known what may be typed
 * @property {Map<string, number[]>} names what names insurers, and whom
 * @property {Map<string, string[]>} unshown by hash
 * @property {Set<string>} idle what says nothing
 * @property {number} longest of what is known, and of names
 */

const LONG_LINE = 150;

/** @param {PackedIndex} packed @returns {Index} */
export function openIndex(packed) {
  const [known, names] = [wordsLeadingOn(packed), wordsNaming(packed)];
  const forms = packed.lines.map((line) => stemsOf(looseForm(withoutReadings(line))));
  const all = forms.join('\n');
  const idle = new Set(packed.idle.map(stemsOf));
  return {
    lines: packed.lines,
    forms,
    all,
    vocabulary: [...new Set(all.match(/[a-z]+/gu))],
    tellings: forms.map((form) => 1 / (1 + form.length / LONG_LINE)),
    sections: sectionsOf(packed),
    insurers: packed.insurers.map(([id, name]) => ({ id, name })),
    known,
    names,
    unshown: new Map(packed.unshown.flatMap(([hashes, leads]) => hashes.map((hash) => /** @type {[string, string[]]} */ ([hash, leads.map(stemsOf)])))),
    idle,
    longest: longestOf(known.keys(), longestOf(names.keys(), longestOf(idle, 2))),
  };
}

/** @param {PackedIndex} packed @returns {Section[]} */
function sectionsOf(packed) {
  const everybody = packed.insurers.map((_, place) => place);
  /** @type {number[][]} */
  const said = packed.pages.map(() => []);
  return packed.sections.map(([page, anchor, trail, name, lines, insurers]) => {
    const [address, title, standing] = /** @type {[string, number, number]} */ (packed.pages[page]);
    const whose = insurers === 0 ? null : typeof insurers === 'number' ? everybody : fromSteps(insurers);
    const own = fromSteps(lines);
    const says = [title, ...trail, name, ...own].filter((line) => line >= 0);
    const around = said[page] ?? [];
    if (!whose) around.push(...says);
    return { page: address, standing, anchor, place: `${address}#${anchor}`, title, trail, name, lines: own, says, around, insurers: whose };
  });
}

/** @param {PackedIndex} packed */
function wordsLeadingOn({ words }) {
  /** @type {Map<string, Known>} */
  const known = new Map();
  for (const [typed, leads, about] of words) {
    const said = leads.map(stemsOf);
    for (const word of typed.map(stemsOf)) {
      const other = known.get(word) ?? { spellings: [word], about: [] };
      known.set(word, { spellings: [...new Set([...other.spellings, ...said])], about: [...other.about, ...about] });
    }
    for (const word of said) if (!known.has(word)) known.set(word, { spellings: [word], about: [] });
  }
  return known;
}

/** @param {PackedIndex} packed */
function wordsNaming({ insurers }) {
  /** @type {Map<string, number[]>} */
  const names = new Map();
  insurers.forEach(([, name, words], place) => {
    for (const word of [looseForm(name), ...wordsOf(words)].map(stemsOf)) {
      const named = names.get(word);
      if (named) named.push(place);
      else names.set(word, [place]);
    }
  });
  return names;
}

/** @param {Iterable<string>} words @param {number} least */
function longestOf(words, least) {
  let longest = least;
  for (const word of words) longest = Math.max(longest, word.length);
  return longest;
}

/** @param {string} told @returns {string[]} words, of which some were told in one: `清瀬|市` is 清瀬 and 清瀬市 */
function wordsOf(told) {
  return told.split('\u2003').flatMap((word) => (word.includes('|') ? [word.slice(0, word.indexOf('|')), word.replace('|', '')] : word || []));
}

/** @param {number[]} steps from one number to the next */
function fromSteps(steps) {
  let last = -1;
  return steps.map((step) => (last += step));
}
