/**
 * Facts to cells: which cells of each variable of the table a person may be in; as `checker/engine/compiling/space.py`.
 */

import { dateBounds, dateCell, passed } from './date_cells.js';
import { addDays, latestSource } from './days.js';

/**
 * @typedef {object} DeclaredFact
 * @property {string} id
 * @property {string} kind
 * @property {string[]} [values]
 * @property {string[]} [same_as_null]
 * @property {string} [default]
 * @property {boolean} [unknown]
 * @property {boolean} [everyone]
 * @property {string} [part_of]
 * @property {unknown[]} [applies]
 */

/**
 * @typedef {object} TableVariable
 * @property {string} fact
 * @property {'day' | 'choice' | 'list' | 'date'} kind
 * @property {number[]} cells
 * @property {string[]} [days]
 * @property {string[][]} [groups]
 * @property {string[]} [members]
 * @property {import('./days.js').Steps[]} [shifts]
 * @property {boolean} [everyone]
 */

/**
 * @typedef {string | string[] | {from: string, until: string} | {included: string[]} | null} CellValue
 * null: unknown; '': not said; a list that is not known may be known to include something
 */

/**
 * Facts as they were given, in the form that cells are told from: defaults filled in, null for unknown.
 * @param {readonly DeclaredFact[]} declared
 * @param {Facts} facts
 * @returns {Map<string, CellValue>}
 */
export function readFacts(declared, facts) {
  const onDate = String(facts['on_date']);
  /** @type {Map<string, CellValue>} */
  const read = new Map();
  for (const fact of declared) {
    if (fact.kind === 'insurer' || fact.kind === 'day') continue;
    const value = readFact(fact, facts, onDate);
    if (fact.kind !== 'age') read.set(fact.id, value);
    else if (value !== '' && (read.get('birth_date') ?? '') === '') read.set('birth_date', value);
  }
  for (const { id, part_of: whole } of declared) {
    const [part, all] = [read.get(id), whole === undefined ? undefined : read.get(whole)];
    if (whole === undefined || !Array.isArray(part)) continue;
    const allowed = declared.find((fact) => fact.id === whole)?.values ?? [];
    const brought = part.filter((member) => allowed.includes(member));
    read.set(whole, Array.isArray(all) ? [...new Set([...all, ...brought])] : { included: brought });
  }
  for (const fact of declared) {
    if (fact.applies !== undefined && read.get(fact.id) === null && isFalse(fact.applies, read)) {
      read.set(fact.id, fact.default ?? '');
    }
  }
  return read;
}

/**
 * @param {DeclaredFact} fact
 * @param {Facts} facts
 * @param {string} onDate
 * @returns {CellValue}
 */
function readFact(fact, facts, onDate) {
  const raw = facts[fact.id];
  if (raw === undefined) {
    if (fact.unknown) return null;
    return fact.kind === 'list' && !fact.default ? [] : (fact.default ?? '');
  }
  if (raw === null || (typeof raw === 'string' && fact.same_as_null?.includes(raw))) return null;
  if (fact.kind === 'age') {
    const years = Number(raw);
    return {
      from: addDays(latestSource(onDate, [['years', years + 1]]), 1),
      until: latestSource(onDate, [['years', years]]),
    };
  }
  if (fact.kind === 'list') return Array.isArray(raw) ? raw : [String(raw)];
  return String(raw);
}

/**
 * Whether a condition on one choice is surely false: the table's conditions of meaning are no more than that.
 * @param {any} condition
 * @param {Map<string, CellValue>} read
 * @returns {boolean}
 */
function isFalse(condition, read) {
  const [word, ...rest] = condition;
  if (word === 'not') {
    const [, fact, values] = rest[0];
    return values.includes(read.get(fact));
  }
  const [fact, values] = rest;
  const value = read.get(fact);
  return value !== null && !values.includes(value);
}

/**
 * @param {TableVariable} variable
 * @param {CellValue} value
 * @param {string} onDate
 * @returns {number[]} the table's cells in which the value may lie
 */
export function cellsOf(variable, value, onDate) {
  return [...new Set(rawCells(variable, value, onDate).map((cell) => variable.cells[cell] ?? 0))];
}

/**
 * @param {TableVariable} variable
 * @param {CellValue} value
 * @param {string} onDate
 * @returns {number[]}
 */
function rawCells(variable, value, onDate) {
  if (variable.kind === 'day') return [passed(variable.days ?? [], onDate)];
  if (variable.kind === 'choice') {
    const groups = variable.groups ?? [];
    const all = groups.map((_, cell) => cell);
    if (value === null) return all;
    return all.filter((cell) => groups[cell]?.includes(String(value)));
  }
  if (variable.kind === 'list') {
    if (value === null) return [0, 1];
    if (typeof value === 'object' && 'included' in value) {
      return value.included.some((member) => variable.members?.includes(member)) ? [1] : [0, 1];
    }
    return [Number(Array.isArray(value) && value.some((member) => variable.members?.includes(member)))];
  }
  if (value === '') return [0];
  if (typeof value === 'string') return [dateCell(variable, value, onDate)];
  const bounds = dateBounds(variable, onDate);
  if (value !== null && 'from' in value) {
    const inside = bounds.filter((day) => value.from < day && day <= value.until);
    return [value.from, ...inside].map((day) => dateCell(variable, day, onDate));
  }
  const days = bounds[0] === undefined ? [onDate] : [addDays(bounds[0], -1), ...bounds];
  return [...(variable.everyone ? [] : [0]), ...days.map((day) => dateCell(variable, day, onDate))];
}
