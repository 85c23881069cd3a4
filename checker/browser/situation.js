/** Where a person stands among the cells of a table; as `checker/engine/deciding/situation.py`. */

import { openImpossible } from './apart.js';
import { cellsOf, readFacts } from './cells.js';
import { suppose } from './supposing.js';

/** @typedef {import('./cells.js').CellValue} CellValue */
/** @typedef {Map<string, CellValue>} Read facts as they are read */

/**
 * @typedef {object} Situation
 * @property {number[][]} cells those in which the person may be, for each variable
 * @property {Read} read
 * @property {string} onDate
 * @property {number} impossible the diagram of the names of what is impossible for the person
 */

/**
 * @param {import('./table.js').TableData} data
 * @param {import('./diagram.js').Diagrams} diagrams
 */
export function openSituations(data, diagrams) {
  const impossibleFor = openImpossible(data, diagrams);

  /** @param {Read} read @param {string} onDate @returns {Situation} cells that an impossibility surely rules out are left away */
  function situateIn(read, onDate) {
    const cells = data.variables.map((variable) => cellsOf(variable, read.get(variable.fact) ?? null, onDate));
    const impossible = impossibleFor(read, onDate);
    const supposed = suppose(diagrams, diagrams.restrict(impossible, cells), cells);
    const narrow = cells.map((own, number) => {
      const possible = own.filter((cell) => [...(supposed.get(number)?.get(cell)?.ends ?? [])].some((end) => !diagrams.value(end).length));
      return possible.length ? possible : own;
    });
    return { cells: narrow, read, onDate, impossible };
  }

  /** @param {Facts} facts */
  const situate = (facts) => situateIn(readFacts(data.facts, facts), String(facts['on_date']));

  /** @param {Situation} situation @returns {Situation} the same person, with the default for every unknown fact that has one */
  function settle(situation) {
    if (situation.cells.every((own) => own.length === 1)) return situation;
    const read = new Map(situation.read);
    for (const fact of data.facts) {
      const value = read.get(fact.id) ?? null;
      if (value === null && !fact.unknown) read.set(fact.id, fact.kind === 'list' ? [] : (fact.default ?? ''));
      if (value !== null && typeof value === 'object' && 'included' in value) read.set(fact.id, value.included);
    }
    return situateIn(read, situation.onDate);
  }

  return { situate, settle };
}
