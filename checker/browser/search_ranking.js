/**
 * Which sections answer best: by how much of what was typed they say, and how near its parts stand to each other.
 *
 * Sections under the same headings are told as one result, whoever's they are; within it, what says the same is one row
 * with everybody whose it is.
 */

import { hitsOf, termsOf } from './search_terms.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_index.js').Section} Section */
/** @typedef {import('./search_terms.js').Term} Term */

/** @typedef {{section: Section, line: number, score: number, insurers: number[] | null}} SearchRow `line` is the one to be shown, -1: none */
/** @typedef {{score: number, rows: SearchRow[]}} SearchResult its rows have page and headings in common */
/** @typedef {{results: SearchResult[], insurers: number[], terms: Term[]}} SearchAnswer `insurers` are those that were named */
/**
 * @typedef {object} Asked
 * @property {number[]} weights what each term says beside others
 * @property {Int32Array} stands for each line, which terms stand in it: a bit for each
 * @property {number[]} tellings
 */

const OWN_HEADING = 3;
const HEADING_ABOVE = 1.2;
const PAGE_TITLE = 1.5;
const ENTRY_NAME = 1.6;
const AGAIN = 0.15;
const TOGETHER = 1.2;
const ENTRY = 0.85;
/** What says everything answers nothing in particular. */
const OF_LENGTH = 0.08;
const SHORT = 16;
const BEHIND = 0.55;
const LEAST_SAID = 0.25;
const LEAST_OF_BEST = 0.25;
/** Pairs of letters that are said nowhere count as if they were said so often: somebody meant them, and nothing answers. */
const UNSAID = 8;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} [composing]
 * @returns {SearchAnswer} best first
 */
export function search(index, typed, composing = false) {
  const { terms, insurers } = termsOf(index, typed, composing);
  const stands = standing(index.forms, terms);
  const asked = { weights: weightsOf(terms, stands, index.sections), stands, tellings: index.tellings };
  const rows = index.sections.flatMap((section) => {
    const whose = insurers && section.insurers ? section.insurers.filter((one) => insurers.has(one)) : section.insurers;
    return whose?.length === 0 ? [] : (rowOf(section, whose, asked) ?? []);
  });
  return { results: grouped(rows), insurers: [...(insurers ?? [])], terms };
}

/**
 * @param {string[]} forms
 * @param {Term[]} terms
 */
function standing(forms, terms) {
  const stands = new Int32Array(forms.length);
  terms.forEach((term, which) => {
    hitsOf(forms, term).forEach((hit, line) => {
      if (hit) stands[line] = (stands[line] ?? 0) | (1 << which);
    });
  });
  return stands;
}

/**
 * What is said in few places says more.
 * @param {Term[]} terms
 * @param {Int32Array} stands
 * @param {Section[]} sections
 */
function weightsOf(terms, stands, sections) {
  const counts = terms.map(() => 0);
  for (const { says } of sections) {
    let all = 0;
    for (const line of says) all |= stands[line] ?? 0;
    eachBit(all, (which) => (counts[which] = (counts[which] ?? 0) + 1));
  }
  return terms.map(({ factor }, which) => factor * Math.log(1 + sections.length / (counts[which] || (factor < 1 ? UNSAID : Infinity))));
}

/**
 * @param {number} bits
 * @param {(which: number) => void} act
 */
function eachBit(bits, act) {
  for (let left = bits; left; left &= left - 1) act(31 - Math.clz32(left & -left));
}

/**
 * @param {Section} section
 * @param {number[] | null} insurers
 * @param {Asked} asked
 * @returns {SearchRow | null} null if it says too little of what was typed
 */
function rowOf(section, insurers, { weights, stands, tellings }) {
  const fields = weights.map(() => 0);
  const times = weights.map(() => 0);
  const { title, trail, name, lines } = section;
  /** @param {number} line @param {number} field */
  const note = (line, field) => eachBit(stands[line] ?? 0, (which) => (fields[which] = Math.max(fields[which] ?? 0, field)));
  let [line, near] = [lines[0] ?? name, 0];
  for (const one of name < 0 ? lines : [...lines, name]) {
    const bits = stands[one] ?? 0;
    if (!bits) continue;
    const telling = tellings[one] ?? 0;
    let weight = 0;
    eachBit(bits, (which) => {
      weight += weights[which] ?? 0;
      times[which] = (times[which] ?? 0) + 1;
    });
    note(one, one === name ? ENTRY_NAME : telling);
    if (weight * telling > near) [line, near] = [one, weight * telling];
  }
  times.forEach((count, which) => (fields[which] = (fields[which] ?? 0) + (count ? AGAIN * Math.log2(count) : 0)));
  if (title >= 0) note(title, PAGE_TITLE);
  for (const one of trail) note(one, HEADING_ABOVE);
  if (name < 0) note(trail.at(-1) ?? -1, OWN_HEADING);
  const said = weights.reduce((sum, weight, which) => sum + (fields[which] ? weight : 0), 0);
  if (!said || said < LEAST_SAID * weights.reduce((sum, weight) => sum + weight, 0)) return null;
  const score = weights.reduce((sum, weight, which) => sum + weight * (fields[which] ?? 0), 0);
  const share = said / weights.reduce((sum, weight) => sum + weight, 0);
  const prominence = (section.behind ? BEHIND : 1) * (name < 0 ? 1 : ENTRY) * (1 - OF_LENGTH * Math.log2(1 + lines.length / SHORT));
  return { section, line, score: (score * share + TOGETHER * near) * prominence, insurers };
}

/** @param {SearchRow[]} rows @returns {SearchResult[]} */
function grouped(rows) {
  /** @type {Map<string, Map<string, SearchRow & {whose: Set<number>}>>} */
  const groups = new Map();
  for (const row of rows.sort((one, other) => other.score - one.score)) {
    const { page, trail, anchor } = row.section;
    const group = groups.get(`${page}|${trail}`) ?? new Map();
    const same = group.get(`${row.line}|${anchor}`);
    if (same) row.insurers?.forEach((one) => same.whose.add(one));
    else group.set(`${row.line}|${anchor}`, { ...row, whose: new Set(row.insurers ?? []) });
    groups.set(`${page}|${trail}`, group);
  }
  const least = LEAST_OF_BEST * (rows[0]?.score ?? 0);
  const near = [...groups.values()].map((group) => [...group.values()]).filter(([first]) => (first?.score ?? 0) >= least);
  return near.map((some) => ({ score: some[0]?.score ?? 0, rows: some.map(({ whose, ...row }) => ({ ...row, insurers: row.insurers && sorted(whose) })) }));
}

/** @param {Set<number>} numbers */
function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}
