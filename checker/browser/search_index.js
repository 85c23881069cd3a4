/**
 * The index of one language, as `pages/searching/packing.py` packs it, made ready to be looked in.
 */

import { looseForm } from './search_form.js';

/**
 * @typedef {object} PackedIndex
 * @property {string[]} lines
 * @property {[address: string, title: number, behind: number][]} pages
 * @property {[id: string, name: string, words: string[]][]} insurers
 * @property {[page: number, anchor: string, trail: number[], name: number, lines: number[], insurers: number | number[]][]} sections
 * @property {[typed: string[], leads: string[]][]} words
 * @property {[hashes: string[], leads: string[]][]} unshown
 */

/**
 * @typedef {object} Section
 * @property {string} page its address; `{}` stands for an insurer's id, in the anchor too
 * @property {boolean} behind whether its page stands behind others
 * @property {string} anchor
 * @property {number} title a line, -1 on pages of insurers
 * @property {number[]} trail the lines that are the headings above it, its own last
 * @property {number} name the line with which an entry of a list begins, else -1
 * @property {number[]} lines
 * @property {number[]} says all lines of it, its headings too
 * @property {number[] | null} insurers null where the page is nobody's own
 */

/** @typedef {{leads: Set<string>, insurers: Set<number>}} Known what may be typed: what it leads to, whom it names */

/**
 * @typedef {object} Index
 * @property {string[]} lines
 * @property {string[]} forms the lines in their loose form
 * @property {number[]} tellings how much each line tells of what stands in it: a short one more than a long one
 * @property {Section[]} sections
 * @property {{id: string, name: string}[]} insurers
 * @property {Map<string, Known>} known
 * @property {Map<string, string[]>} unshown by hash
 * @property {number} longest of what is known
 */

const LONG_LINE = 150;

/** @param {PackedIndex} packed @returns {Index} */
export function openIndex(packed) {
  const everybody = packed.insurers.map((_, place) => place);
  /** @type {Map<string, Known>} */
  const known = new Map();
  /** @param {string} word */
  const entry = (word) => {
    const found = known.get(word) ?? { leads: new Set(), insurers: new Set() };
    known.set(word, found);
    return found;
  };
  for (const [typed, leads] of packed.words) {
    for (const word of [...typed, ...leads]) entry(word).leads.add(word);
    for (const word of typed) for (const lead of leads) entry(word).leads.add(lead);
  }
  packed.insurers.forEach(([, , words], place) => words.forEach((word) => entry(word).insurers.add(place)));
  const forms = packed.lines.map(looseForm);
  return {
    lines: packed.lines,
    forms,
    tellings: forms.map((form) => 1 / (1 + form.length / LONG_LINE)),
    sections: packed.sections.map(([page, anchor, trail, name, lines, insurers]) => {
      const [address, title, behind] = /** @type {[string, number, number]} */ (packed.pages[page]);
      const whose = insurers === 0 ? null : typeof insurers === 'number' ? everybody : fromSteps(insurers);
      const own = fromSteps(lines);
      const says = [title, ...trail, name, ...own].filter((line) => line >= 0);
      return { page: address, behind: behind === 1, anchor, title, trail, name, lines: own, says, insurers: whose };
    }),
    insurers: packed.insurers.map(([id, name]) => ({ id, name })),
    known,
    unshown: new Map(packed.unshown.flatMap(([hashes, leads]) => hashes.map((hash) => /** @type {[string, string[]]} */ ([hash, leads])))),
    longest: Math.max(2, ...[...known.keys()].map((word) => word.length)),
  };
}

/** @param {number[]} steps from one number to the next */
function fromSteps(steps) {
  let last = -1;
  return steps.map((step) => (last += step));
}
