/**
 * Impossibilities that hold one date against another: which cells of the two can surely not go together; as
 * `checker/engine/compiling/apart.py`.
 */

import { cellsOf, dateBands } from './cells.js';

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
 * @param {ReturnType<typeof import('./diagram.js').openDiagrams>} diagrams
 * @returns {(read: Map<string, import('./cells.js').CellValue>, onDate: string) => number} the diagram of the names of what is impossible for
 *   somebody, dates that are held against each other among them
 */
export function openImpossible(data, diagrams) {
  const { variables, diagrams: tops } = data;

  /** @param {string} fact */
  const numberOf = (fact) => variables.findIndex((variable) => variable.fact === fact);

  /** @param {string} fact @param {number | null} cell where a date lies in a cell; everywhere, if no rule looks at it */
  const within = (fact, cell) => (cell === null ? diagrams.constant(true) : diagrams.test(numberOf(fact), cell, variables[numberOf(fact)]?.cells.length ?? 0));

  return (read, onDate) => {
    /** @param {string} fact */
    const bands = (fact) => bandsOf(variables[numberOf(fact)], read.get(fact) ?? null, onDate);
    let found = tops['impossible'] ?? 0;
    for (const [id, pairs] of Object.entries(data.apart)) {
      let holds = tops[`apart:${id}`] ?? 0;
      for (const [fact = '', other = ''] of pairs) {
        let before = diagrams.constant(false);
        for (const one of bands(fact)) {
          for (const two of bands(other)) {
            if (one.until === null || two.from === null || one.until >= two.from) continue;
            const both = diagrams.apply((left, right) => left && right, within(fact, one.cell), within(other, two.cell));
            before = diagrams.apply((left, right) => left || right, before, both);
          }
        }
        holds = diagrams.apply((left, right) => left && right, holds, before);
      }
      found = diagrams.apply((names, is) => (is ? [...names, id] : names), found, holds);
    }
    return found;
  };
}

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
