/**
 * Which sections answer best: by how much of what was typed they say, and how near its parts stand to each other.
 *
 * Sections under the same headings are told as one result, whoever's they are; within it, what says the same is one row
 * with everybody whose it is.
 */

import { placeOf } from './search_form.js';
import { termsOf } from './search_terms.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_index.js').Section} Section */
/** @typedef {import('./search_terms.js').Term} Term */

/** @typedef {{section: Section, line: number, score: number, insurers: number[] | null}} SearchRow `line` is the one to be shown, -1: none */
/** @typedef {{score: number, rows: SearchRow[]}} SearchResult its rows have page and headings in common */
/** @typedef {{results: SearchResult[], insurers: number[], terms: Term[]}} SearchAnswer `insurers` are those that were named */

const OWN_HEADING = 3;
const HEADING_ABOVE = 1.2;
const PAGE_TITLE = 1.5;
const ENTRY_NAME = 1.6;
const AGAIN = 0.15;
const TOGETHER = 1.2;
const LEAST_SAID = 0.25;
const LEAST_OF_BEST = 0.25;
const ENTRY = 0.85;
/** What says everything answers nothing in particular. */
const OF_LENGTH = 0.08;
const SHORT = 16;
/** What is said nowhere counts as if it were said so often: somebody meant it, and nothing answers it. */
const UNSAID = 8;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} [composing]
 * @returns {SearchAnswer} best first
 */
export function search(index, typed, composing = false) {
  const { terms, insurers } = termsOf(index, typed, composing);
  const hits = terms.map((term) => index.forms.map((form) => term.spellings.some((spelling) => placeOf(form, spelling) >= 0)));
  const sections = index.sections.filter((section) => !insurers || !section.insurers || section.insurers.some((one) => insurers.has(one)));
  const weights = terms.map((term, which) => weightOf(term, /** @type {boolean[]} */ (hits[which]), index.sections));
  const rows = sections.flatMap((section) => rowOf(section, hits, weights) ?? []);
  for (const row of rows) row.insurers = insurers && row.insurers ? row.insurers.filter((one) => insurers.has(one)) : row.insurers;
  return { results: grouped(rows), insurers: [...(insurers ?? [])], terms };
}

/**
 * What is said in few places says more.
 * @param {Term} term
 * @param {boolean[]} hits
 * @param {Section[]} sections
 */
function weightOf(term, hits, sections) {
  const count = sections.filter((section) => linesOf(section).some((line) => hits[line])).length;
  return term.factor * Math.log(1 + sections.length / (count || UNSAID));
}

/** @param {Section} section all that it says, as lines */
function linesOf({ title, trail, name, lines }) {
  return [...(title < 0 ? [] : [title]), ...trail, ...(name < 0 ? [] : [name]), ...lines];
}

/**
 * @param {Section} section
 * @param {boolean[][]} hits of each term, by line
 * @param {number[]} weights of the terms
 * @returns {SearchRow | null} null if it says too little of it
 */
function rowOf(section, hits, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [said, score] = [0, 0];
  weights.forEach((weight, which) => {
    const field = fieldOf(section, /** @type {boolean[]} */ (hits[which]));
    score += weight * field;
    if (field > 0) said += weight;
  });
  if (!all || said < LEAST_SAID * all) return null;
  const [line, near] = nearest(section, hits, weights);
  const prominence = (section.name < 0 ? 1 : ENTRY) * (1 - OF_LENGTH * Math.log2(1 + section.lines.length / SHORT));
  return { section, line, score: (score * (said / all) + TOGETHER * near) * prominence, insurers: section.insurers };
}

/**
 * How prominently one term is said.
 * @param {Section} section
 * @param {boolean[]} hits
 */
function fieldOf({ title, trail, name, lines }, hits) {
  const own = trail.at(-1) ?? -1;
  const times = lines.filter((line) => hits[line]).length;
  return Math.max(
    name < 0 && hits[own] ? OWN_HEADING : 0,
    trail.some((line) => hits[line]) ? HEADING_ABOVE : 0,
    hits[title] ? PAGE_TITLE : 0,
    hits[name] ? ENTRY_NAME : 0,
    times ? 1 + AGAIN * Math.log2(times) : 0,
  );
}

/**
 * The line that says most.
 * @param {Section} section
 * @param {boolean[][]} hits
 * @param {number[]} weights
 * @returns {[line: number, weight: number]}
 */
function nearest({ name, lines }, hits, weights) {
  let [best, most] = [lines[0] ?? name, 0];
  for (const line of [...lines, ...(name < 0 ? [] : [name])]) {
    const weight = weights.reduce((sum, one, which) => sum + (hits[which]?.[line] ? one : 0), 0);
    if (weight > most) [best, most] = [line, weight];
  }
  return [best, most];
}

/** @param {SearchRow[]} rows @returns {SearchResult[]} */
function grouped(rows) {
  /** @type {Map<string, SearchRow[]>} */
  const groups = new Map();
  for (const row of rows.sort((one, other) => other.score - one.score)) {
    const key = [row.section.page, ...row.section.trail].join('|');
    const group = groups.get(key) ?? [];
    const same = group.find((one) => one.line === row.line && one.section.anchor === row.section.anchor && one.insurers && row.insurers);
    if (same) same.insurers = [...new Set([...(same.insurers ?? []), ...(row.insurers ?? [])])].sort((one, other) => one - other);
    else group.push(row);
    groups.set(key, group);
  }
  const results = [...groups.values()].map((group) => ({ score: group[0]?.score ?? 0, rows: group }));
  return results.filter(({ score }) => score >= LEAST_OF_BEST * (results[0]?.score ?? 0));
}
