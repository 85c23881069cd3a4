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
/** @typedef {{weight: number, hits: boolean[]}} Asked what a term says beside others, and in which lines it stands */

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
  const asked = terms.map((term) => weighed(term, hitsOf(index.forms, term), index.sections));
  const sections = insurers ? index.sections.filter((section) => !section.insurers || section.insurers.some((one) => insurers.has(one))) : index.sections;
  const rows = sections.flatMap((section) => rowOf(section, asked, index.tellings) ?? []);
  if (insurers) for (const row of rows) row.insurers = row.insurers?.filter((one) => insurers.has(one)) ?? null;
  return { results: grouped(rows), insurers: [...(insurers ?? [])], terms };
}

/**
 * What is said in few places says more.
 * @param {Term} term
 * @param {boolean[]} hits
 * @param {Section[]} sections
 * @returns {Asked}
 */
function weighed({ factor }, hits, sections) {
  let count = 0;
  for (const section of sections) if (section.says.some((line) => hits[line])) count += 1;
  const unsaid = factor < 1 ? UNSAID : Infinity;
  return { weight: factor * Math.log(1 + sections.length / (count || unsaid)), hits };
}

/**
 * @param {Section} section
 * @param {Asked[]} asked
 * @param {number[]} tellings
 * @returns {SearchRow | null} null if it says too little of it
 */
function rowOf(section, asked, tellings) {
  let [all, said, score] = [0, 0, 0];
  for (const { weight, hits } of asked) {
    const field = section.says.some((line) => hits[line]) ? fieldOf(section, hits, tellings) : 0;
    all += weight;
    score += weight * field;
    if (field > 0) said += weight;
  }
  if (!said || said < LEAST_SAID * all) return null;
  const [line, near] = nearest(section, asked, tellings);
  const prominence = (section.behind ? BEHIND : 1) * (section.name < 0 ? 1 : ENTRY) * (1 - OF_LENGTH * Math.log2(1 + section.lines.length / SHORT));
  return { section, line, score: (score * (said / all) + TOGETHER * near) * prominence, insurers: section.insurers };
}

/**
 * How prominently one term is said.
 * @param {Section} section
 * @param {boolean[]} hits
 * @param {number[]} tellings
 */
function fieldOf({ title, trail, name, lines }, hits, tellings) {
  const said = lines.filter((line) => hits[line]);
  const most = said.reduce((best, line) => Math.max(best, tellings[line] ?? 0), 0);
  return Math.max(
    name < 0 && hits[trail.at(-1) ?? -1] ? OWN_HEADING : 0,
    trail.some((line) => hits[line]) ? HEADING_ABOVE : 0,
    hits[title] ? PAGE_TITLE : 0,
    hits[name] ? ENTRY_NAME : 0,
    said.length ? most + AGAIN * Math.log2(said.length) : 0,
  );
}

/**
 * The line that says most, else the first.
 * @param {Section} section
 * @param {Asked[]} asked
 * @param {number[]} tellings
 * @returns {[line: number, weight: number]}
 */
function nearest({ name, lines }, asked, tellings) {
  let [best, most] = [lines[0] ?? name, 0];
  for (const line of name < 0 ? lines : [...lines, name]) {
    let weight = 0;
    for (const one of asked) if (one.hits[line]) weight += one.weight;
    weight *= tellings[line] ?? 0;
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
