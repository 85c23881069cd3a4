/** Dates to cells: a cell holds a date against fixed days and against the day asked about, from which it is a band of days. */

import { addDays, latestSource } from './days.js';

/** @typedef {import('./cells.js').TableVariable} TableVariable */

/**
 * @param {TableVariable} variable
 * @param {string} value
 * @param {string} onDate
 * @returns {number} the cell of a day, in the variable's own numbering
 */
export function dateCell(variable, value, onDate) {
  const { latest } = seenFrom(variable, onDate);
  const reached = latest.reduce((sum, day, bit) => sum + (value <= day ? 2 ** bit : 0), 0);
  return 1 + passed(variable.days ?? [], value) * 2 ** latest.length + reached;
}

/** @param {readonly string[]} days @param {string} day @returns {number} how many of the days have come */
export const passed = (days, day) => days.filter((bound) => bound <= day).length;

/** @typedef {Band & {cell: number}} CellBand days of a date, all in one cell of the table */

/**
 * @typedef {object} Seen a date as seen from one day
 * @property {string} onDate
 * @property {string[]} latest for each shift the latest day whose shift is not after that day
 * @property {string[]} bounds the first days of the bands into which the date falls
 * @property {CellBand[] | null} bands
 */

/** @type {WeakMap<TableVariable, Seen>} counted once for the day that is asked about */
const seen = new WeakMap();

/** @param {TableVariable} variable @param {string} onDate @returns {Seen} */
function seenFrom(variable, onDate) {
  let found = seen.get(variable);
  if (found?.onDate !== onDate) {
    const latest = (variable.shifts ?? []).map((steps) => latestSource(onDate, steps));
    const bounds = [...new Set([...latest.map((day) => addDays(day, 1)), ...(variable.days ?? [])])].sort();
    found = { onDate, latest, bounds, bands: null };
    seen.set(variable, found);
  }
  return found;
}

/** @param {TableVariable} variable @param {string} onDate */
export const dateBounds = (variable, onDate) => seenFrom(variable, onDate).bounds;

/**
 * @param {TableVariable} variable
 * @param {string} onDate
 * @returns {readonly CellBand[]} the bands of a date
 */
export function dateBands(variable, onDate) {
  const own = seenFrom(variable, onDate);
  own.bands ??= makeBands(variable, onDate, own.bounds);
  return own.bands;
}

/** @param {TableVariable} variable @param {string} onDate @param {string[]} bounds */
function makeBands(variable, onDate, bounds) {
  /** @param {string} day */
  const cellAt = (day) => variable.cells[dateCell(variable, day, onDate)] ?? 0;
  const first = bounds[0];
  if (first === undefined) return [{ from: null, until: null, cell: cellAt(onDate) }];
  const starts = [addDays(first, -1), ...bounds];
  return starts.map((start, place) => {
    const end = bounds[place];
    return { from: place === 0 ? null : start, until: end === undefined ? null : addDays(end, -1), cell: cellAt(start) };
  });
}
