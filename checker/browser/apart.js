/**
 * Impossibilities that hold one date against another: which cells of the two can surely not go together; as
 * `checker/engine/compiling/apart.py`.
 */

import { cellsOf } from './cells.js';
import { dateBands } from './date_cells.js';

/** @typedef {import('./table.js').TableData} TableData */
/** @typedef {Band & {cell: number | null}} DateBand */

/**
 * The table with all cells of the dates that are held against others: in one cell of the table there may be days that go
 * with a day of another date, and days that do not.
 * @param {TableData} data
 * @returns {TableData}
 */
export function unmerged(data) {
  const held = new Set(Object.values(data.apart).flat(2));
  const own = data.variables.map(({ fact, cells }) => (held.has(fact) ? cells : null));
  return {
    ...data,
    variables: data.variables.map((variable, number) => (own[number] ? { ...variable, cells: variable.cells.map((_, cell) => cell) } : variable)),
    nodes: data.nodes.map(([variable = 0, ...children]) => [variable, ...(own[variable]?.map((cell) => children[cell] ?? 0) ?? children)]),
  };
}

/**
 * @param {TableData} data
 * @param {import('./diagram.js').Diagrams} diagrams
 * @returns {(read: Map<string, import('./cells.js').CellValue>, onDate: string) => number} the diagram of the names of what is impossible for
 *   somebody, dates that are held against each other among them
 */
export function openImpossible(data, diagrams) {
  const { variables, diagrams: tops } = data;

  /** @param {string} fact */
  const numberOf = (fact) => variables.findIndex((variable) => variable.fact === fact);

  /** @param {string} fact @param {(number | null)[]} cells where a date lies in one of the cells; everywhere, if no rule looks at it */
  function within(fact, cells) {
    const size = variables[numberOf(fact)]?.cells.length;
    return size === undefined ? diagrams.constant(true) : diagrams.test(numberOf(fact), cells, size);
  }

  /** @param {string} fact @param {DateBand[]} ones @param {string} other @param {DateBand[]} twos where the first date lies before the other */
  function earlierThan(fact, ones, other, twos) {
    let before = diagrams.constant(false);
    for (const { until, cell } of ones) {
      const after = twos.filter(({ from }) => until !== null && from !== null && until < from).map((two) => two.cell);
      if (after.length) before = diagrams.apply(eitherOf, before, diagrams.apply(bothOf, within(fact, [cell]), within(other, after)));
    }
    return before;
  }

  return (read, onDate) => {
    /** @param {string} fact */
    const bands = (fact) => bandsOf(variables[numberOf(fact)], read.get(fact) ?? null, onDate);
    let found = tops['impossible'] ?? 0;
    for (const [id, pairs] of Object.entries(data.apart)) {
      const dates = pairs.map((pair) => pair.map(bands));
      if (dates.flat().some((own) => !own.length)) continue; // a date that is not stated lies before none
      let holds = tops[`apart:${id}`] ?? 0;
      pairs.forEach(([fact = '', other = ''], place) => {
        const [ones = [], twos = []] = dates[place] ?? [];
        holds = diagrams.apply(bothOf, holds, earlierThan(fact, ones, other, twos));
      });
      found = diagrams.apply((names, is) => (is ? [...names, id] : names), found, holds);
    }
    return found;
  };
}

/** @param {boolean} left @param {boolean} right */
const bothOf = (left, right) => left && right;

/** @param {boolean} left @param {boolean} right */
const eitherOf = (left, right) => left || right;

/**
 * @param {import('./cells.js').TableVariable | undefined} variable undefined: no rule looks at the date
 * @param {import('./cells.js').CellValue} value
 * @param {string} onDate
 * @returns {DateBand[]} the bands in which a date may lie; none if it is not stated
 */
function bandsOf(variable, value, onDate) {
  if (value === '') return [];
  /** @type {Band} */
  let range = { from: null, until: null };
  if (typeof value === 'string') range = { from: value, until: value };
  else if (value !== null && 'from' in value) range = value;
  if (variable === undefined) return [{ ...range, cell: null }];
  if (typeof value === 'string') return [{ ...range, cell: cellsOf(variable, value, onDate)[0] ?? 0 }];
  return dateBands(variable, onDate)
    .map(({ from, until, cell }) => ({ from: later(from, range.from), until: earlier(until, range.until), cell }))
    .filter(({ from, until }) => from === null || until === null || from <= until);
}

/** @param {string | null} one @param {string | null} other */
const later = (one, other) => (one === null || (other !== null && other > one) ? other : one);

/** @param {string | null} one @param {string | null} other */
const earlier = (one, other) => (one === null || (other !== null && other < one) ? other : one);
