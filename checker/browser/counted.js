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

/** @param {any} formula a day, or a fact and steps @param {Map<string, import('./cells.js').CellValue>} read */
export function counted(formula, read) {
  if (typeof formula === 'string') return formula;
  const value = read.get(formula[0]);
  return typeof value === 'string' && value !== '' ? shifted(value, formula[1]) : null;
}
