/** What follows from outcomes and from the facts as they were given: days that rules count, and who can be named. */

import { shifted } from './days.js';

const BASES = ['insurer', 'national', 'silent'];

/** @param {{basis: Basis}[]} found @returns {Basis} */
export const weakest = (found) => found.map(({ basis }) => basis).reduce((a, b) => (BASES.indexOf(b) > BASES.indexOf(a) ? b : a), 'insurer');

/** @param {any[]} formulas @param {Map<string, import('./cells.js').CellValue>} read @returns {string | null} */
export function lastDay(formulas, read) {
  const days = formulas.map((formula) => counted(formula, read));
  return days.length > 0 && days.every(Boolean) ? (days.sort()[0] ?? null) : null;
}

/**
 * The first of several days: one whose fact is not stated does not count, one that is open leaves all open.
 * @param {any[]} formulas
 * @param {Map<string, import('./cells.js').CellValue>} read
 * @returns {string | null}
 */
function earliest(formulas, read) {
  const [sure, vague] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
  for (const formula of formulas) {
    const value = typeof formula === 'string' ? '' : (read.get(formula[0]) ?? null);
    if (value === null) vague.push('');
    else if (typeof value === 'object' && 'from' in value) vague.push(shifted(value.from, formula[1]));
    else sure.push(counted(formula, read) ?? '');
  }
  const first = sure.filter(Boolean).sort()[0] ?? null;
  return first === null || vague.some((day) => day < first) ? null : first;
}

/**
 * @template {{issued: any[]}} Outcome
 * @param {Outcome} document
 * @param {Map<string, import('./cells.js').CellValue>} read
 * @returns {Outcome} the same, with the last days of what is issued counted for this person
 */
export function withDays(document, read) {
  for (const item of document.issued) {
    if (Array.isArray(item.until)) item.until = earliest(item.until, read);
  }
  return document;
}

/** @param {any} formula a day, or a fact and steps @param {Map<string, import('./cells.js').CellValue>} read */
export function counted(formula, read) {
  if (typeof formula === 'string') return formula;
  const value = read.get(formula[0]);
  return typeof value === 'string' && value !== '' ? shifted(value, formula[1]) : null;
}
