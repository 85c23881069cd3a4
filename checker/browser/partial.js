/** Answers for partial knowledge, as `checker/engine/deciding/partial.py`: what is still open, and what leads to each answer. */

import { dateBands } from './cells.js';

/** @typedef {ReturnType<typeof import('./diagram.js').openDiagrams>} Diagrams */
/** @typedef {import('./cells.js').TableVariable} TableVariable */

export const OUT_OF_SCOPE = 'out_of_scope';
export const NEVER = 'never';
const MOST = 8;

/**
 * @param {DocumentPart} outcome
 * @returns {object} the outcome without the rules and passages behind it: what is compared when an answer is open
 */
function withoutProof(outcome) {
  /** @param {(Issued | Refused)[]} items */
  const bare = (items) => items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'rules' && key !== 'passages')));
  return { basis: outcome.basis, issued: bare(outcome.issued), refused: bare(outcome.refused) };
}

/**
 * The diagram of the answers that are still open: pairs of document and ways as text, or out of scope.
 * @param {Diagrams} diagrams
 * @param {number[][]} cells
 * @param {number} document
 * @param {number} care
 * @param {number} scope
 */
export function openAnswers(diagrams, cells, document, care, scope) {
  const documents = diagrams.restrict(document, cells, (value) => JSON.stringify(withoutProof(value)));
  const ways = diagrams.restrict(care, cells, (value) => JSON.stringify(value.show));
  const pairs = diagrams.apply((left, right) => [left, right], documents, ways);
  return diagrams.apply((out, pair) => (out.length > 0 ? OUT_OF_SCOPE : pair), diagrams.restrict(scope, cells), pairs);
}

/**
 * The same, with `NEVER` where facts contradict each other.
 * @param {Diagrams} diagrams
 * @param {number[][]} cells
 * @param {number} impossible
 * @param {number} open
 */
export function realAnswers(diagrams, cells, impossible, open) {
  return diagrams.apply((names, answer) => (names.length > 0 ? NEVER : answer), diagrams.restrict(impossible, cells), open);
}

/**
 * @param {Diagrams} diagrams
 * @param {number} real
 * @returns {any[]} the answers to which something leads that can be true
 */
export const foundAnswers = (diagrams, real) => diagrams.valuesOf(real).filter((value) => value !== NEVER);

/**
 * @param {Diagrams} diagrams
 * @param {number} open
 * @param {number[][]} cells
 * @param {readonly TableVariable[]} variables
 * @param {string} onDate
 * @returns {Possible[]} the answers still open, disjoint and together complete
 */
export function listPossible(diagrams, open, cells, variables, onDate) {
  const merges = [
    (/** @type {any} */ value) => value,
    (/** @type {any} */ value) => (typeof value === 'string' ? value : [value[0], null]),
    (/** @type {any} */ value) => (typeof value === 'string' ? value : [JSON.stringify(issuedIds(value[0])), null]),
  ];
  let merged = open;
  for (const merge of merges) {
    merged = diagrams.restrict(open, cells, merge);
    if (foundAnswers(diagrams, merged).length <= MOST) break;
  }
  const outcomes = outcomesByCell(diagrams, merged, cells);
  return foundAnswers(diagrams, merged).sort((a, b) => (listedAs(a) < listedAs(b) ? -1 : 1)).map((value) => ({
    ...answerOf(value),
    facts: leading(outcomes, JSON.stringify(value), variables, onDate),
  }));
}

/**
 * What can still come out, for each open variable and each of its cells.
 * @param {Diagrams} diagrams
 * @param {number} merged
 * @param {number[][]} cells
 * @returns {Map<number, Map<number, Set<string>>>}
 */
function outcomesByCell(diagrams, merged, cells) {
  const rows = diagrams.support(merged).map((number) => {
    const own = (cells[number] ?? []).map((cell) => {
      const supposed = cells.map((all, place) => (place === number ? [cell] : all));
      const found = diagrams.valuesOf(diagrams.restrict(merged, supposed)).map((value) => JSON.stringify(value));
      return /** @type {const} */ ([cell, new Set(found)]);
    });
    return /** @type {const} */ ([number, new Map(own)]);
  });
  return new Map(rows);
}

/**
 * The order in which answers are listed, the same as in Python.
 * @param {any} value
 * @returns {string}
 */
const listedAs = (value) => (value === OUT_OF_SCOPE ? '~' : JSON.stringify(value));

/** @param {string} document @returns {string[]} */
const issuedIds = (document) => JSON.parse(document).issued.map((/** @type {Issued} */ item) => item.id);

/** @param {any} value @returns {Omit<Possible, 'facts'>} */
function answerOf(value) {
  if (value === OUT_OF_SCOPE) return { status: OUT_OF_SCOPE, document: null, care: null };
  const document = JSON.parse(value[0]);
  return {
    status: 'decided',
    document: Array.isArray(document) ? { issued: document.map((id) => ({ id })) } : document,
    care: value[1] === null ? null : { show: JSON.parse(value[1]) },
  };
}

/**
 * @param {Map<number, Map<number, Set<string>>>} outcomes
 * @param {string} value
 * @param {readonly TableVariable[]} variables
 * @param {string} onDate
 */
function leading(outcomes, value, variables, onDate) {
  /** @type {Record<string, OpenValue[]>} */
  const facts = {};
  for (const [number, own] of outcomes) {
    const kept = [...own].filter(([, found]) => found.has(value)).map(([cell]) => cell);
    const variable = variables[number];
    if (kept.length === own.size || variable === undefined) continue;
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
