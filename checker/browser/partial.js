/** Answers for partial knowledge, as `checker/engine/deciding/partial.py`: what is still open, and what leads to each answer. */

import { withDays } from './counted.js';
import { dateBands } from './date_cells.js';
import { foundAnswers, NEVER, OUT_OF_SCOPE } from './open_answers.js';
import { suppose } from './supposing.js';

/** @typedef {import('./diagram.js').Diagrams} Diagrams */
/** @typedef {import('./cells.js').TableVariable} TableVariable */
/** @typedef {ReturnType<typeof suppose>} Supposed */

const MOST = 8;

/**
 * @param {Diagrams} diagrams
 * @param {number} real
 * @param {Supposed} supposed of it
 * @param {number[][]} cells
 * @param {readonly TableVariable[]} variables
 * @param {string} onDate
 * @param {Map<string, import('./cells.js').CellValue>} read
 * @returns {Possible[]} the answers still open, disjoint and together complete
 */
export function listPossible(diagrams, real, supposed, cells, variables, onDate, read) {
  let merged = real;
  for (const merge of [byDocument, byIds]) {
    if (foundAnswers(diagrams, merged).length > MOST) merged = diagrams.map(real, (value) => (typeof value === 'string' ? value : [merge(value), null]));
  }
  const rests = merged === real ? supposed : suppose(diagrams, merged, cells);
  const ends = diagrams.reachable(merged).filter((n) => n < 0 && diagrams.value(n) !== NEVER);
  return ends.sort((a, b) => (listedAs(diagrams.value(a)) < listedAs(diagrams.value(b)) ? -1 : 1)).map((end) => ({
    ...answerOf(diagrams.value(end), read),
    facts: leading(rests, end, variables, onDate),
  }));
}

/** @param {[document: string, ways: string]} answer */
const byDocument = ([document]) => document;

/** @type {Map<string, string>} what is issued, by the document as text */
const issuedIds = new Map();

/** @param {[document: string, ways: string]} answer */
function byIds([document]) {
  let ids = issuedIds.get(document);
  if (ids === undefined) issuedIds.set(document, (ids = JSON.stringify(JSON.parse(document).issued.map((/** @type {Issued} */ { id }) => id))));
  return ids;
}

/**
 * The facts that can still change the answer, the most telling first.
 * @param {Diagrams} diagrams
 * @param {number} open
 * @param {number} real
 * @param {Supposed} supposed of the real ones
 * @param {readonly TableVariable[]} variables
 * @returns {string[]}
 */
export function listNeeds(diagrams, open, real, supposed, variables) {
  const never = diagrams.constant(NEVER);
  const everything = foundAnswers(diagrams, real).length;
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const number of diagrams.support(open)) {
    const rests = new Map([...(supposed.get(number)?.values() ?? [])].map(({ branches, ends }) => [branches, ends.size - Number(ends.has(never))]));
    const mean = rests.size ? [...rests.values()].reduce((sum, count) => sum + count) / rests.size : everything;
    const fact = variables[number]?.fact ?? '';
    left.set(fact, Math.min(mean, left.get(fact) ?? mean));
  }
  /** @param {string} fact */
  const rounded = (fact) => Math.round((left.get(fact) ?? 0) * 1e6);
  return [...left.keys()].sort((a, b) => rounded(a) - rounded(b));
}

/**
 * The order in which answers are listed, the same as in Python.
 * @param {any} value
 * @returns {string}
 */
const listedAs = (value) => (value === OUT_OF_SCOPE ? '~' : JSON.stringify(value));

/** @param {any} value @param {Map<string, import('./cells.js').CellValue>} read @returns {Omit<Possible, 'facts'>} */
function answerOf(value, read) {
  if (value === OUT_OF_SCOPE) return { status: OUT_OF_SCOPE, document: null, care: null };
  const document = JSON.parse(value[0]);
  return {
    status: 'decided',
    document: withDays(Array.isArray(document) ? { issued: document.map((id) => ({ id })) } : document, read),
    care: value[1] === null ? null : { show: JSON.parse(value[1]) },
  };
}

/**
 * @param {Supposed} supposed
 * @param {number} end the answer
 * @param {readonly TableVariable[]} variables
 * @param {string} onDate
 */
function leading(supposed, end, variables, onDate) {
  /** @type {Record<string, OpenValue[]>} */
  const facts = {};
  for (const [number, rests] of supposed) {
    const kept = [...rests].filter(([, { ends }]) => ends.has(end)).map(([cell]) => cell);
    const variable = variables[number];
    if (kept.length === rests.size || variable === undefined) continue;
    facts[variable.fact] = [...(facts[variable.fact] ?? []), ...said(variable, kept, onDate)];
  }
  return facts;
}

/**
 * Cells as values that a person can give; null is "not said".
 * @param {TableVariable} variable
 * @param {number[]} kept
 * @param {string} onDate
 * @returns {OpenValue[]}
 */
function said(variable, kept, onDate) {
  if (variable.kind === 'choice') {
    const groups = (variable.groups ?? []).filter((_, raw) => kept.includes(variable.cells[raw] ?? 0));
    return groups.flat().map((value) => (value === '' ? null : value));
  }
  if (variable.kind === 'list') {
    const members = variable.members ?? [];
    return [kept.includes(variable.cells[1] ?? 1) ? { any: members } : { none: members }];
  }
  if (variable.kind !== 'date') return [];
  /** @type {Band[]} */
  const found = [];
  const unstated = variable.everyone || !kept.includes(variable.cells[0] ?? 0) ? [] : [null];
  let before = false;
  for (const { from, until, cell } of dateBands(variable, onDate)) {
    const inside = kept.includes(cell);
    const last = found[found.length - 1];
    if (inside && before && last !== undefined) last.until = until;
    else if (inside) found.push({ from, until });
    before = inside;
  }
  return [...unstated, ...found];
}
