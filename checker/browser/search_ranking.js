/**
 * Which pages answer best: by how much of what was typed their sections say, where, and how near its parts stand to each
 * other.
 *
 * Sections of a page that is nobody's own are one result. So are those under the same headings of the pages of many
 * insurers: within it, what says the same is one row with everybody whose it is.
 */

import { standsIn } from './search_form.js';
import { termsOf } from './search_terms.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_index.js').Section} Section */
/** @typedef {import('./search_terms.js').Term} Term */

/** @typedef {{section: Section, line: number, score: number, insurers: number[] | null}} SearchRow `line` is the one to be shown, -1: none */
/** @typedef {{score: number, rows: SearchRow[]}} SearchResult its rows have the page in common, or page and headings */
/** @typedef {{insurer: number}} SearchCard the ways to an insurer's own pages */
/**
 * @typedef {object} SearchAnswer
 * @property {(SearchCard | SearchResult)[]} items best first
 * @property {number[] | null} insurers whose results alone these are, beside those of nobody in particular; null: everybody's
 * @property {Term[]} terms
 */
/**
 * @typedef {object} Asked
 * @property {number[]} weights what each term says beside others
 * @property {Int32Array} stands for each line, which terms stand in it: a bit for each
 * @property {number[]} tellings
 * @property {Term[]} terms
 */

const OWN_HEADING = 3;
const HEADING_ABOVE = 1.2;
const PAGE_TITLE = 2.2;
/** Of a page that is about it, and of the place on a page that is. */
const ABOUT = 2.2;
const JUST_THERE = 3;
const ENTRY_NAME = 1.6;
/** What the page says elsewhere. */
const ELSEWHERE = 0.25;
const AGAIN = 0.15;
const TOGETHER = 1.2;
const ENTRY = 0.85;
/** What says everything answers nothing in particular. */
const OF_LENGTH = 0.08;
const SHORT = 16;
/** Of pages that stand behind others, of most, and of those that stand before them. */
const PROMINENCE = [0.5, 1, 1.25];
const NAMED = 1.5;
/** Many results of the same page are one answer: each further one stands behind. */
const CROWDED = 0.75;
const LEAST_SAID = 0.25;
const MOST_CARDS = 3;
/** So many results stand before the insurers that are meant but not named. */
const BEFORE_MEANT = 1;
/** What no file may show is answered first, by what opens in place; all else that was typed finds as it always does. */
const FIRST_OF_ALL = 1000;
const LEAST_OF_BEST = 0.2;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} [composing]
 * @param {number | null} [only] the insurer whose results are wanted, whoever is named
 * @returns {SearchAnswer}
 */
export function search(index, typed, composing = false, only = null) {
  const { terms, insurers: named, elsewhere } = termsOf(index, typed, composing);
  const insurers = only === null ? named : new Set([only]);
  const stands = standsOf(index.forms, terms);
  const asked = { weights: weightsOf(terms, stands, index.sections), stands, tellings: index.tellings, terms };
  const rows = index.sections.flatMap((section) => {
    const whose = insurers && section.insurers ? section.insurers.filter((one) => insurers.has(one)) : section.insurers;
    const row = whose?.length === 0 ? null : rowOf(section, whose, asked);
    return row ? { ...row, score: row.score * (insurers && whose ? NAMED : 1) } : [];
  });
  const results = spread(grouped(rows));
  const cards = (named && (named.size <= MOST_CARDS || !results.length) ? [...named] : []).map((insurer) => ({ insurer }));
  const meant = only === null ? [...meantBy(index, terms), ...(elsewhere ? [index.insurers.length - 1] : [])].filter((one) => !named?.has(one)) : [];
  results.splice(BEFORE_MEANT, 0, .../** @type {any[]} */ (meant.map((insurer) => ({ insurer }))));
  return { items: [...cards, ...results], insurers: insurers && [...insurers], terms };
}

/** Whose own pages are about it. @param {Index} index @param {Term[]} terms */
function meantBy(index, terms) {
  const ids = terms.flatMap(({ about }) => about.flatMap((one) => /insurers\/([^/]+)\/index\.html$/u.exec(one)?.[1] ?? []));
  return [...new Set(ids)].map((id) => index.insurers.findIndex((one) => one.id === id)).filter((one) => one >= 0);
}

/**
 * @param {string[]} forms
 * @param {Term[]} terms
 */
function standsOf(forms, terms) {
  const stands = new Int32Array(forms.length);
  terms.forEach(({ spellings }, which) => {
    forms.forEach((form, line) => {
      if (spellings.some((one) => standsIn(form, one))) stands[line] = (stands[line] ?? 0) | (1 << which);
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
  for (const { says, page, place } of sections) {
    let all = 0;
    for (const line of says) all |= stands[line] ?? 0;
    terms.forEach(({ about }, which) => about.length && aboutIt(about, page, place) && (all |= 1 << which));
    eachBit(all, (which) => (counts[which] = (counts[which] ?? 0) + 1));
  }
  return terms.map(({ factor }, which) => factor * Math.log(1 + sections.length / (counts[which] || Infinity)));
}

/**
 * @param {string[]} about
 * @param {string} page
 * @param {string} place
 * @returns {number} as what a heading says, 0 if it is not
 */
function aboutIt(about, page, place) {
  if (about.includes(page)) return place.endsWith('#') ? JUST_THERE : ABOUT;
  return about.includes(place) ? JUST_THERE : 0;
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
function rowOf(section, insurers, { weights, stands, tellings, terms }) {
  const fields = weights.map(() => 0);
  const times = weights.map(() => 0);
  const { title, trail, name, lines, around } = section;
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
  for (const one of trail) note(one, HEADING_ABOVE);
  if (name < 0) note(trail.at(-1) ?? title, OWN_HEADING);
  const abouts = terms.map((term) => (term.about.length ? aboutIt(term.about, section.page, section.place) : 0));
  abouts.forEach((field, which) => (fields[which] = Math.max(fields[which] ?? 0, field)));
  if (!fields.some((field) => field > 0)) return null;
  if (title >= 0) note(title, PAGE_TITLE);
  for (const one of around) note(one, ELSEWHERE);
  const heading = stands[trail.at(-1) ?? title] ?? 0;
  const first = terms.some(({ unshown }, which) => unshown && heading & (1 << which));
  const said = weights.reduce((sum, weight, which) => sum + (fields[which] ? weight : 0), 0);
  const all = weights.reduce((sum, weight, which) => sum + (terms[which]?.unshown && !fields[which] ? 0 : weight), 0);
  if (!said || said < LEAST_SAID * all) return null;
  const score = weights.reduce((sum, weight, which) => sum + weight * (fields[which] ?? 0), 0);
  const standing = abouts.some((field) => field > 0) ? Math.max(0, section.standing) : section.standing;
  const prominence = (PROMINENCE[standing + 1] ?? 1) * (name < 0 ? 1 : ENTRY) * (1 - OF_LENGTH * Math.log2(1 + lines.length / SHORT));
  return { section, line, score: ((score * said) / all + TOGETHER * near) * prominence + (first ? FIRST_OF_ALL * (insurers ? 2 : 1) : 0), insurers };
}

/** @param {SearchRow[]} rows @returns {SearchResult[]} */
function grouped(rows) {
  /** @type {Map<string, Map<string, SearchRow & {whose: Set<number>}>>} */
  const groups = new Map();
  for (const row of rows.sort((one, other) => other.score - one.score)) {
    const { page, trail, anchor, insurers } = row.section;
    const name = insurers ? `${page}|${trail}` : page;
    const group = groups.get(name) ?? new Map();
    const same = group.get(`${row.line}|${anchor}`);
    if (same) row.insurers?.forEach((one) => same.whose.add(one));
    else group.set(`${row.line}|${anchor}`, { ...row, whose: new Set(row.insurers ?? []) });
    groups.set(name, group);
  }
  const least = LEAST_OF_BEST * (rows.find(({ score }) => score < FIRST_OF_ALL)?.score ?? 0);
  const near = [...groups.values()].map((group) => [...group.values()]).filter(([first]) => (first?.score ?? 0) >= least);
  return near.map((some) => ({ score: some[0]?.score ?? 0, rows: some.map(({ whose, ...row }) => ({ ...row, insurers: row.insurers && sorted(whose) })) }));
}

/** @param {SearchResult[]} results best first @returns {SearchResult[]} the same, so that pages take turns */
function spread(results) {
  /** @type {Map<string, number>} */
  const turns = new Map();
  const told = results.map((result) => {
    const page = result.rows[0]?.section.page ?? '';
    const turn = turns.get(page) ?? 0;
    turns.set(page, turn + 1);
    return { ...result, score: result.score * CROWDED ** turn };
  });
  return told.sort((one, other) => other.score - one.score);
}

/** @param {Set<number>} numbers */
function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}
