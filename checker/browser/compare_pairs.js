/**
 * Any two of many insurers beside each other: looked for by name, and their columns made of what a script hands over,
 * which is fetched when somebody first looks for one. Knows nothing of what is hidden afterwards.
 */

import { fitsKey, keyOfNames, piecesOf } from './find_insurer.js';
import { grow, make } from './dom.js';
import { writeIn } from './inscribe.js';

/** @typedef {[id: string, name: string, list: number, names: string]} Listed */
/**
 * What `pages/comparing/pairs.py` hands over.
 * @typedef {{language: string, terms: string[], bases: Record<string, string>, page: string, topics: string[],
 *   answers: import('./dom.js').Tree[][], ways: string[], lists: number[][], insurers: Listed[]}} Pairs
 */

/** So many names stand in a list to choose from; more say that something is still to be typed. */
const MOST_NAMES = 40;
const NUMBERS_OF_TOPIC = 3;

/**
 * @param {string} address of the script
 * @returns {Promise<Pairs>} rejects where it cannot be had
 */
export function fetchPairs(address) {
  return new Promise((resolve, reject) => {
    const script = make('script', { src: address });
    document.addEventListener('pairs', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
    script.addEventListener('error', () => reject(new Error(`${address} cannot be had`)));
    document.head.append(script);
  }).then((pairs) => {
    const { language, terms } = /** @type {Pairs} */ (pairs);
    writeIn(language, terms);
    return /** @type {Pairs} */ (pairs);
  });
}

/**
 * Who is offered for what is typed: those whose name begins with it first, then those in whose names it stands.
 * @param {Pairs} pairs
 * @returns {(typed: string) => Listed[]} never more than fit
 */
export function finderOf(pairs) {
  const keys = pairs.insurers.map(([, , , names]) => keyOfNames(names.split('|')));
  return (typed) => {
    const pieces = piecesOf(typed);
    const [first] = pieces;
    if (!first) return [];
    const found = pairs.insurers.filter((_, at) => fitsKey(keys[at] ?? '', pieces));
    const begins = (/** @type {Listed} */ one) => Number(keyOfNames([one[1]]).startsWith(first.spelled));
    return found.sort((one, other) => begins(other) - begins(one)).slice(0, MOST_NAMES);
  };
}

/**
 * @param {Pairs} pairs
 * @param {string[]} chosen ids, in the order of their columns
 * @param {HTMLTableElement} table one whose rows are the topics
 * @returns {HTMLTableElement} the same topics with a column for each
 */
export function tableOfChosen(pairs, chosen, table) {
  const listed = chosen.flatMap((id) => pairs.insurers.filter(([own]) => own === id));
  const [topic] = table.tHead?.rows[0]?.cells ?? [];
  const heads = listed.map(([id, name], column) =>
    make('th', { scope: 'col', 'data-insurer': id, 'data-column': String(column) }, make('a', { href: addressOf(pairs.page, id) }, name)),
  );
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => {
    const cells = listed.map((one, column) => cellOf(pairs, one, column, row.dataset['topic'] ?? ''));
    return make('tr', { 'data-topic': row.dataset['topic'] ?? '' }, copyOf(row.cells[0]), ...cells);
  });
  return make('table', { class: 'sn-table' }, copyOf(table.caption), make('thead', {}, make('tr', {}, copyOf(topic), ...heads)), make('tbody', {}, ...rows));
}

/** @param {Element | null | undefined} element */
function copyOf(element) {
  return element ? element.cloneNode(true) : null;
}

/**
 * @param {string} pattern
 * @param {string} id
 */
export function addressOf(pattern, id) {
  return pattern.replaceAll('@', id);
}

/**
 * @param {Pairs} pairs
 * @param {Listed} listed
 * @param {number} column
 * @param {string} topic
 */
function cellOf(pairs, [id, name, list], column, topic) {
  const at = pairs.topics.indexOf(topic);
  const [answer = -1, basis = -1, way = -1] = pairs.lists[list]?.slice(at * NUMBERS_OF_TOPIC) ?? [];
  const told = pairs.answers[at]?.[answer];
  const marked = { 'data-label': name, 'data-insurer': id, 'data-answer': String(answer), 'data-column': String(column) };
  return make('td', marked, ...(told ? grow(told).childNodes : []), lineOfBasis(pairs, basis, addressOf(pairs.ways[way] ?? '', id)));
}

/**
 * @param {Pairs} pairs
 * @param {number} number of who says so, -1 where nobody is asked
 * @param {string} way to where it is said
 */
function lineOfBasis({ bases }, number, way) {
  const [name, said] = Object.entries(bases)[number] ?? [];
  if (name === undefined || said === undefined) return null;
  return make('p', { class: 'sn-basis', 'data-basis': name }, make('a', { href: way }, make('span', { class: 'sn-basis__who' }, said)));
}
