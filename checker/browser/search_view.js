/**
 * What was found, as elements: a heading, where it stands, and for each insurer what is said there.
 */

import { make } from './dom.js';
import { markedPieces } from './search_marks.js';

/** @typedef {import('./search_index.js').Index} Index */
/** @typedef {import('./search_index.js').Section} Section */
/** @typedef {import('./search_ranking.js').SearchAnswer} SearchAnswer */
/** @typedef {import('./search_results.js').SearchResult} SearchResult */
/** @typedef {import('./search_results.js').SearchRow} SearchRow */

/**
 * @typedef {object} SearchPlace where the page stands that shows it
 * @property {string} up the way to the site's root
 * @property {string} folder of the pages of its language, from the root
 * @property {string} query what makes a checker speak that language
 * @property {Record<string, string>} words
 */

const MOST_ROWS = 2;
const EXAMPLES = 3;

/**
 * @param {Index} index
 * @param {SearchAnswer} answer
 * @param {SearchPlace} place
 * @returns {HTMLLIElement[]} nearest first
 */
export function foundItems(index, answer, place) {
  return answer.items.map((item) => {
    if ('insurer' in item) return cardOf(index, item.insurer, place);
    return item.rows[0]?.insurers ? insurersItem(index, item, answer, place) : pageItem(index, item, answer, place);
  });
}

/**
 * Whom the results are narrowed to, told by their names.
 * @param {Index} index
 * @param {SearchAnswer} answer
 * @param {SearchPlace} place
 * @returns {string | null}
 */
export function narrowedTo(index, { insurers }, { words }) {
  if (!insurers || insurers.length > EXAMPLES) return null;
  return (words['only'] ?? '').replace('{names}', insurers.map((one) => index.insurers[one]?.name ?? '').join(words['between'] ?? ''));
}

/**
 * An insurer that was named: the ways to its checker and to its rules.
 * @param {Index} index
 * @param {number} insurer
 * @param {SearchPlace} place
 */
function cardOf(index, insurer, { up, folder, query, words }) {
  const { id = '', name = '' } = index.insurers[insurer] ?? {};
  const check = make('a', { href: `${up}check/${id}/index.html${query}` }, words['to_checker'] ?? '');
  const rules = make('a', { href: `${up}${folder}insurers/${id}/index.html` }, words['to_rules'] ?? '');
  const ways = make('p', { class: 'sn-found__ways' }, check, rules);
  return make('li', { class: 'sn-found', 'data-found-insurer': id }, make('h3', {}, name), ways);
}

/**
 * A page that is nobody's own, and the places on it.
 * @param {Index} index
 * @param {SearchResult} result
 * @param {SearchAnswer} answer
 * @param {SearchPlace} place
 */
function pageItem(index, { rows }, answer, place) {
  const { section } = /** @type {SearchRow} */ (rows[0]);
  const heading = make('h3', {}, wayTo({ ...section, anchor: '' }, '', index.lines[section.title] ?? '', place));
  const told = rows.map((row) => {
    const trail = row.section.trail.map((line) => index.lines[line] ?? '').join(' › ');
    const way = trail ? make('p', { class: 'sn-found__whose' }, wayTo(row.section, '', trail, place)) : null;
    return make('li', {}, way, saidIn(index, row, answer));
  });
  return make('li', { class: 'sn-found' }, heading, ...listed(told, place));
}

/**
 * What stands under the same headings on the pages of insurers.
 * @param {Index} index
 * @param {SearchResult} result
 * @param {SearchAnswer} answer
 * @param {SearchPlace} place
 */
function insurersItem(index, { rows }, answer, place) {
  const { section } = /** @type {SearchRow} */ (rows[0]);
  const page = place.words['insurer_page'] ?? '';
  const trail = section.trail.map((line) => index.lines[line] ?? '');
  const heading = trail.pop() ?? page;
  const where = heading === page ? null : make('p', { class: 'sn-found__where' }, [page, ...trail].join(' › '));
  const panel = inPanel(section, index.insurers.at(-1)?.id ?? '');
  const title = panel ? make('a', { href: `#${panel}`, 'data-open-panel': true }, heading) : heading;
  const told = rows.map((row) => rowItem(index, row, answer, place));
  return make('li', { class: 'sn-found' }, make('h3', {}, title), where, ...listed(told, place));
}

/** @param {HTMLLIElement[]} told @param {SearchPlace} place */
function listed(told, place) {
  const more = told.slice(MOST_ROWS);
  const rest = more.length ? make('details', {}, make('summary', {}, filled(place, 'more_rows', more.length)), make('ul', {}, ...more)) : null;
  return [make('ul', {}, ...told.slice(0, MOST_ROWS)), rest];
}

/**
 * @param {Index} index
 * @param {SearchRow} row
 * @param {SearchAnswer} answer
 * @param {SearchPlace} place
 */
function rowItem(index, row, answer, place) {
  const whose = row.insurers ?? [];
  // One line in common is not the same answer: only a section that all have word for word is told as common to all.
  const everybody = row.section.insurers?.length === index.insurers.length && whose.length === index.insurers.length;
  const many = !everybody && whose.length > EXAMPLES + 1;
  const shown = everybody ? whose.slice(-1) : many ? whose.slice(0, EXAMPLES) : whose;
  const links = shown.map((one) => {
    const { id = '', name = '' } = index.insurers[one] ?? {};
    return make('li', {}, wayTo(row.section, id, everybody ? (place.words['everybody'] ?? '') : name, place));
  });
  const same = many ? make('li', {}, filled(place, 'same', whose.length)) : null;
  return make('li', {}, make('ul', { class: 'sn-found__whose' }, same, ...links), saidIn(index, row, answer));
}

/**
 * @param {Section} section
 * @param {string} insurer
 * @param {string} text
 * @param {SearchPlace} place
 */
function wayTo(section, insurer, text, { up }) {
  const anchor = section.anchor.replace('{}', insurer);
  return make('a', { href: `${up}${section.page.replace('{}', insurer)}${anchor && `#${anchor}`}` }, text);
}

/**
 * The panel on delivery stands on this page too: nobody need go to another for it.
 * @param {Section} section
 * @param {string} insurer whose panel is that of pages that are nobody's own
 * @returns {string | null} its anchor, where the section is it
 */
function inPanel({ anchor }, insurer) {
  const name = anchor.replace('{}', insurer);
  return name && document.querySelector(`[data-panel] [id="${name}"]`) ? name : null;
}

/**
 * @param {Index} index
 * @param {SearchRow} row
 * @param {SearchAnswer} answer
 */
function saidIn(index, row, { terms }) {
  const line = index.lines[row.line];
  if (line === undefined) return null;
  const pieces = markedPieces(line, terms).map(({ text, found }) => (found ? make('mark', {}, text) : text));
  return make('p', { class: 'sn-found__said' }, ...pieces);
}

/**
 * @param {SearchPlace} place
 * @param {string} key
 * @param {number} number
 */
function filled({ words }, key, number) {
  return (words[key] ?? '').replace('{n}', String(number));
}
