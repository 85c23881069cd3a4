/**
 * Which pages answer best: by how much of what was typed their sections say, where, and how near its parts stand to each
 * other.
 */

import { standsIn } from './search_form.js';
import { FIRST_OF_ALL, resultsOf } from './search_results.js';
import { termsOf } from './search_terms.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_index.js').Section} Section */
/** @typedef {import('./search_terms.js').Term} Term */

/** @typedef {import('./search_results.js').SearchRow} SearchRow */
/** @typedef {import('./search_results.js').SearchResult} SearchResult */
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

const OWN_HEADING = 2.4;
const HEADING_ABOVE = 1.2;
const PAGE_TITLE = 2.6;
/** Of a page that is about it, and of the place on a page that is. */
const ABOUT = 3;
const JUST_THERE = 3.5;
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
/** What a word says however often pages say it. */
const MEANT = 1;
const LEAST_SAID = 0.25;
const MOST_CARDS = 3;
/** So many results stand before the insurers that are meant but not named. */
const BEFORE_MEANT = 1;

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
  const said = bitsSaidIn(terms, stands, index.sections);
  const asked = { weights: weightsOf(terms, said), stands, tellings: index.tellings, terms };
  const rows = index.sections.flatMap((section, turn) => {
    if (!said[turn]) return [];
    const whose = insurers && section.insurers ? section.insurers.filter((one) => insurers.has(one)) : section.insurers;
    const row = whose?.length === 0 ? null : rowOf(section, whose, asked);
    return row ? { ...row, score: row.score * (insurers && whose ? NAMED : 1) } : [];
  });
  const results = resultsOf(rows);
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
 * @param {Term[]} terms
 * @param {Int32Array} stands
 * @param {Section[]} sections
 * @returns {number[]} for each section, which terms it says or is about: a bit for each
 */
function bitsSaidIn(terms, stands, sections) {
  const abouts = terms.flatMap(({ about }, which) => (about.length ? [{ about, which }] : []));
  return sections.map(({ says, page, place }) => {
    let all = 0;
    for (const line of says) all |= stands[line] ?? 0;
    for (const { about, which } of abouts) if (aboutIt(about, page, place)) all |= 1 << which;
    return all;
  });
}

/**
 * What is said in few places says more.
 * @param {Term[]} terms
 * @param {number[]} said
 */
function weightsOf(terms, said) {
  const counts = terms.map(() => 0);
  for (const all of said) eachBit(all, (which) => (counts[which] = (counts[which] ?? 0) + 1));
  return terms.map(({ factor }, which) => {
    const count = counts[which] ?? 0;
    return count ? factor * (MEANT + Math.log(1 + said.length / count)) : 0;
  });
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
  const [said, all] = sharesOf(fields, weights, terms);
  if (!said || said < LEAST_SAID * all) return null;
  const score = weights.reduce((sum, weight, which) => sum + weight * (fields[which] ?? 0), 0);
  const standing = abouts.some((field) => field > 0) ? Math.max(0, section.standing) : section.standing;
  const prominence = (PROMINENCE[standing + 1] ?? 1) * (name < 0 ? 1 : ENTRY) * (1 - OF_LENGTH * Math.log2(1 + lines.length / SHORT));
  return { section, line, score: ((score * said) / all + TOGETHER * near) * prominence + (first ? FIRST_OF_ALL * (insurers ? 2 : 1) : 0), insurers };
}

/**
 * How much of what was meant is said, of all of it: pieces that stand there by chance count only where nothing was known.
 * @param {number[]} fields
 * @param {number[]} weights
 * @param {Term[]} terms
 * @returns {[said: number, all: number]}
 */
function sharesOf(fields, weights, terms) {
  const known = terms.some((term, which) => !term.piece && weights[which]);
  let [said, all] = [0, 0];
  weights.forEach((weight, which) => {
    const has = (fields[which] ?? 0) > 0;
    if ((known && terms[which]?.piece) || (terms[which]?.unshown && !has)) return;
    all += weight;
    if (has) said += weight;
  });
  return [said, all];
}
