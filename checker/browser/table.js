/**
 * The decision table of one insurer, opened: answers at once, with the diagrams that the Python engine made. It knows no
 * rule; it walks. `checker/engine/deciding/decision.py` is what it must agree with, and the tests hold it to that.
 */

import { unmerged } from './apart.js';
import { dateBands } from './date_cells.js';
import { openDiagrams } from './diagram.js';
import { foundAnswers, openAnswers, OUT_OF_SCOPE } from './open_answers.js';
import { openOpenings } from './opening.js';
import { listNeeds, listPossible } from './partial.js';
import { openSituations } from './situation.js';
import { suppose } from './supposing.js';
import { openTopics } from './topics.js';

/** @typedef {import('./cells.js').TableVariable} TableVariable */

/**
 * @typedef {object} TableData what `checker/build/table.py` makes
 * @property {number} format
 * @property {string} insurer
 * @property {string} rulebook
 * @property {string} from
 * @property {import('./cells.js').DeclaredFact[]} facts
 * @property {import('./interview.js').Questions} questions
 * @property {Record<string, string[]>} orders
 * @property {TableVariable[]} variables
 * @property {number[][]} nodes
 * @property {unknown[]} values
 * @property {Record<string, number>} diagrams
 * @property {Record<string, string[][]>} apart
 * @property {Record<string, string[]>} covers
 * @property {{show: string, now: string}} fallback
 * @property {Record<string, {facts: string[], message: string, procedure: string, passages?: string[]}>} named
 */

const TABLE_FORMAT = 2;

/**
 * @param {TableData} shipped
 * @returns {Table & {rulebook: string}}
 */
export function openTable(shipped) {
  if (shipped.format !== TABLE_FORMAT) throw new Error(`table format ${shipped.format}, not ${TABLE_FORMAT}`);
  const data = unmerged(shipped);
  const { variables } = data;
  const diagrams = openDiagrams(data.nodes, data.values);
  const { situate, settle } = openSituations(data, diagrams);
  const topics = openTopics(data, diagrams);
  const answers = openAnswers(data.diagrams, diagrams);

  const dates = data.facts.filter(({ kind }) => kind === 'date').map(({ id }) => id);

  /**
   * @param {Facts[]} people
   * @returns {Decision[]} one for each; those who stand in the same cells have the same one
   */
  function decideAll(people) {
    answers.begin();
    /** @type {Map<string, Decision>} */
    const known = new Map();
    return people.map((facts) => {
      const situation = situate(facts);
      const settled = settle(situation);
      const byAge = facts['age'] === null && facts['birth_date'] === undefined;
      const { cells, read, onDate } = situation;
      const key = JSON.stringify([cells, settled.cells, onDate, byAge, ['brings', ...dates].map((fact) => read.get(fact) ?? null)]);
      const decision = known.get(key) ?? decided(situation, settled.cells, byAge);
      known.set(key, decision);
      return decision;
    });
  }

  /**
   * @param {import('./situation.js').Situation} situation
   * @param {number[][]} settled the cells with the default for every unknown fact that has one
   * @param {boolean} byAge whether a birth date would be asked for as an age
   * @returns {Decision}
   */
  function decided({ cells, read, onDate, impossible }, settled, byAge) {
    const sure = topics.problems(topics.valuesAt(cells, impossible));
    if (sure.length > 0) return { ...empty('contradiction'), problems: sure };
    const decision = { ...empty('decided'), old_card: topics.oldCard(cells, read) };
    const scopes = topics.values(cells, 'scope');
    if (scopes.every((names) => names.length > 0)) return { ...decision, ...topics.outOfScope(scopes) };
    const { open, real } = answers.left(cells, impossible);
    const found = foundAnswers(diagrams, real);
    if (found.length > 1) {
      const supposed = suppose(diagrams, real, cells);
      decision.status = 'needs_facts';
      decision.needs = listNeeds(diagrams, open, real, supposed, variables).map((fact) => (byAge && fact === 'birth_date' ? 'age' : fact));
      decision.possible = listPossible(diagrams, real, supposed, cells, variables, onDate, read);
    }
    const inside = found.every((value) => value !== OUT_OF_SCOPE);
    if (inside && new Set(found.map((value) => value[0])).size === 1) decision.document = topics.documentPart(cells, read);
    if (inside && new Set(found.map((value) => value[1])).size === 1) decision.care = topics.care(settled, read.get('brings') ?? null);
    decision.procedures = topics.procedures(settled, read);
    decision.warnings = topics.warnings(settled);
    return decision;
  }

  /** @param {Facts} facts */
  const decide = (facts) => /** @type {Decision} */ (decideAll([facts])[0]);

  /** @param {string} fact @param {Facts} facts @returns {Band[]} the bands of a date that still lead to different answers */
  function bands(fact, facts) {
    answers.begin();
    const { cells, onDate, impossible } = situate({ ...facts, [fact]: null });
    const number = variables.findIndex((variable) => variable.fact === fact);
    const variable = variables[number];
    if (variable === undefined) return [];
    const { open } = answers.left(cells, impossible);
    /** @type {(Band & {answer: number})[]} */
    const joined = [];
    for (const { from, until, cell } of dateBands(variable, onDate)) {
      if (!cells[number]?.includes(cell)) continue; // nobody can be there, as with days of enrolment still to come
      const answer = diagrams.restrict(open, replaced(cells, number, cell));
      const last = joined[joined.length - 1];
      if (last !== undefined && last.answer === answer) last.until = until;
      else joined.push({ from, until, answer });
    }
    return joined.map(({ from, until }) => ({ from, until }));
  }

  const { insurer, from, rulebook, facts, questions, orders } = data;
  return { insurer, from, rulebook, facts, questions, orders, decide, decideAll, bands, open: openOpenings(data, diagrams, answers) };
}

/** @param {Decision['status']} status @returns {Decision} */
function empty(status) {
  return {
    status, problems: [], needs: [], possible: [], document: null, old_card: null, care: null, procedures: [], warnings: [], why: [],
  };
}

/** @param {number[][]} cells @param {number} number @param {number} cell */
const replaced = (cells, number, cell) => cells.map((own, place) => (place === number ? [cell] : own));
