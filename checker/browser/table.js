/**
 * The decision table of one insurer, opened: answers at once, with the diagrams that the Python engine made. It knows no
 * rule; it walks. `checker/engine/deciding/decision.py` is what it must agree with, and the tests hold it to that.
 */

import { openImpossible, unmerged } from './apart.js';
import { cellsOf, dateBands, readFacts } from './cells.js';
import { counted, lastDay, weakest } from './counted.js';
import { openDiagrams } from './diagram.js';
import { openOpenings } from './opening.js';
import { foundAnswers, listPossible, openAnswers, OUT_OF_SCOPE, realAnswers } from './partial.js';

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
 * @property {Record<string, {facts: string[], message: string, procedure: string}>} named
 */

const TABLE_FORMAT = 2;

/**
 * @param {TableData} shipped
 * @returns {Table & {rulebook: string}}
 */
export function openTable(shipped) {
  if (shipped.format !== TABLE_FORMAT) throw new Error(`table format ${shipped.format}, not ${TABLE_FORMAT}`);
  const data = unmerged(shipped);
  const { variables, diagrams: tops } = data;
  const diagrams = openDiagrams(data.nodes, data.values);
  const impossibleFor = openImpossible(data, diagrams);

  /** @param {string} name */
  const top = (name) => /** @type {number} */ (tops[name]);

  /** @param {string} prefix */
  const named = (prefix) => Object.keys(tops).filter((name) => name.startsWith(prefix));

  /**
   * @param {Facts} facts
   * @param {boolean} [settle] take the default for every unknown fact that has one
   */
  function situate(facts, settle = false) {
    const onDate = String(facts['on_date']);
    const read = readFacts(data.facts, facts);
    if (settle) {
      for (const fact of data.facts) {
        const value = read.get(fact.id) ?? null;
        if (value === null && !fact.unknown) read.set(fact.id, fact.kind === 'list' ? [] : (fact.default ?? ''));
        if (value !== null && typeof value === 'object' && 'included' in value) read.set(fact.id, value.included);
      }
    }
    const cells = variables.map((variable) => cellsOf(variable, read.get(variable.fact) ?? null, onDate));
    const impossible = impossibleFor(read, onDate);
    const open = diagrams.restrict(impossible, cells);
    for (const number of diagrams.support(open)) {
      const possible = (cells[number] ?? []).filter((cell) => {
        const supposed = diagrams.restrict(open, replaced(cells, number, cell));
        return !diagrams.valuesOf(supposed).every((names) => names.length > 0);
      });
      if (possible.length > 0) cells[number] = possible;
    }
    return { cells, read, onDate, impossible };
  }

  /**
   * @param {number[][]} cells
   * @param {string} name
   * @returns {any[]} the values that a diagram can still have, in an order that does not hang on the cells
   */
  const values = (cells, name) => valuesAt(cells, top(name));

  /** @param {number[][]} cells @param {number} diagram @returns {any[]} the same for any diagram */
  const valuesAt = (cells, diagram) =>
    diagrams.valuesOf(diagrams.restrict(diagram, cells)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  /** @param {number[][]} cells */
  const answers = (cells) => openAnswers(diagrams, cells, top('document'), top('care'), top('scope'));

  /** @param {Facts} facts @returns {Decision} */
  function decide(facts) {
    diagrams.clear();
    const { cells, read, onDate, impossible } = situate(facts);
    const contradictions = valuesAt(cells, impossible);
    const sure = problems(contradictions);
    if (sure.length > 0) return { ...empty('contradiction'), problems: sure };
    const decision = { ...empty('decided'), old_card: oldCard(cells, read) };
    const scopes = values(cells, 'scope');
    if (scopes.every((names) => names.length > 0)) return { ...decision, ...outOfScope(scopes) };
    const open = answers(cells);
    const real = realAnswers(diagrams, cells, impossible, open);
    const found = foundAnswers(diagrams, real);
    if (found.length > 1) {
      decision.status = 'needs_facts';
      const byAge = facts['age'] === null && facts['birth_date'] === undefined;
      decision.needs = needs(cells, open, real).map((fact) => (byAge && fact === 'birth_date' ? 'age' : fact));
      decision.possible = listPossible(diagrams, real, cells, variables, onDate);
    }
    const inside = found.every((value) => value !== OUT_OF_SCOPE);
    const settled = situate(facts, true).cells;
    if (inside && new Set(found.map((value) => value[0])).size === 1) decision.document = documentPart(cells);
    if (inside && new Set(found.map((value) => value[1])).size === 1) decision.care = care(settled, read.get('brings') ?? null);
    decision.procedures = procedures(settled, read);
    decision.warnings = named('warnings:')
      .filter((name) => values(settled, name).every(Boolean))
      .map((name) => name.slice('warnings:'.length));
    return decision;
  }

  /**
   * The facts that can still change the answer, the most telling first.
   * @param {number[][]} cells
   * @param {number} open
   * @param {number} real
   */
  function needs(cells, open, real) {
    /** @type {Map<string, number>} */
    const left = new Map();
    for (const number of diagrams.support(open)) {
      const rests = new Set((cells[number] ?? []).map((cell) => diagrams.restrict(real, replaced(cells, number, cell))));
      const mean = [...rests].reduce((sum, rest) => sum + foundAnswers(diagrams, rest).length, 0) / rests.size;
      const fact = variables[number]?.fact ?? '';
      left.set(fact, Math.min(mean, left.get(fact) ?? mean));
    }
    return [...left.keys()].sort((a, b) => rounded(left.get(a)) - rounded(left.get(b)));
  }

  /** @param {number[][]} cells @returns {DocumentPart} */
  function documentPart(cells) {
    const found = /** @type {any[]} */ (JSON.parse(JSON.stringify(values(cells, 'document'))));
    const [first] = found;
    for (const key of ['issued', 'refused']) {
      for (const [place, item] of first[key].entries()) {
        for (const proof of ['rules', 'passages']) {
          item[proof] = [...new Set(found.flatMap((other) => other[key][place][proof]))];
        }
      }
    }
    return first;
  }

  /** @param {number[][]} cells @param {import('./cells.js').CellValue} brings @returns {CarePart} */
  function care(cells, brings) {
    const found = values(cells, 'care');
    const { show } = found[0];
    /** @type {string[]} */
    let actions = found[0].actions.filter((/** @type {string} */ action) => found.every((other) => other.actions.includes(action)));
    const useful = Array.isArray(brings) ? brings.filter((item) => counts(cells, item)) : null;
    const now = useful === null ? null : show.filter((/** @type {Way} */ way) => way.every((item) => covered(item, useful)));
    if (actions.length === 0 && now?.length === 0) actions = [data.fallback.now];
    return { basis: weakest(found), show, now, actions };
  }

  /**
   * @param {number[][]} cells
   * @param {string} item
   * @returns {boolean} whether something that was brought still counts
   */
  const counts = (cells, item) => top(`held:${item}`) === undefined || values(cells, `held:${item}`).every(Boolean);

  /** @param {string} item @param {string[]} brings */
  const covered = (item, brings) => (data.covers[item] ?? [item]).every((thing) => brings.includes(thing));

  /** @param {number[][]} cells @param {Map<string, import('./cells.js').CellValue>} read @returns {OldCardPart} */
  function oldCard(cells, read) {
    const usable = values(cells, 'usable');
    const found = values(cells, 'old_card');
    const days = new Set(found.map((outcome) => lastDay(outcome.last_day, read)));
    return {
      usable: usable.length === 1 && usable[0] !== 'unknown' ? usable[0] === 'yes' : null,
      last_day: days.size === 1 ? ([...days][0] ?? null) : null,
      basis: weakest(found),
    };
  }

  /** @param {number[][]} cells @param {Map<string, import('./cells.js').CellValue>} read @returns {Procedure[]} */
  function procedures(cells, read) {
    return named('procedures:').flatMap((name) => {
      const found = values(cells, name);
      if (!found.every(Boolean)) return [];
      const entry = { ...found[0] };
      for (const key of Object.keys(entry)) {
        if (found.some((other) => JSON.stringify(other[key] ?? null) !== JSON.stringify(entry[key]))) entry[key] = null;
      }
      if (entry.complete_on) entry.complete_on = counted(entry.complete_on, read);
      return [entry];
    });
  }

  /** @param {string[][]} sets names of what is impossible, for each way in which the rest can turn out */
  function problems(sets) {
    const names = Object.keys(data.named).filter((name) => sets.every((set) => set.includes(name)));
    return names.map((code) => ({ code: 'contradiction', facts: data.named[code]?.facts ?? [], message: data.named[code]?.message ?? '' }));
  }

  /** @param {string[][]} scopes */
  function outOfScope(scopes) {
    const names = Object.keys(data.named).filter((name) => scopes.some((set) => set.includes(name)));
    const asked = [...new Set(names.map((name) => data.named[name]?.procedure ?? '').filter(Boolean))];
    return {
      status: /** @type {const} */ ('out_of_scope'),
      problems: names.map((code) => ({ code, facts: data.named[code]?.facts ?? [], message: data.named[code]?.message ?? '' })),
      procedures: asked.map((id) => ({ id, where: null, bring: null, basis: /** @type {const} */ ('national') })),
    };
  }

  /** @param {string} fact @param {Facts} facts @returns {Band[]} the bands of a date that still lead to different answers */
  function bands(fact, facts) {
    diagrams.clear();
    const { cells, onDate } = situate({ ...facts, [fact]: null });
    const number = variables.findIndex((variable) => variable.fact === fact);
    const variable = variables[number];
    if (variable === undefined) return [];
    const open = answers(cells);
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
  return { insurer, from, rulebook, facts, questions, orders, decide, bands, open: openOpenings(data, diagrams) };
}

/** @param {Decision['status']} status @returns {Decision} */
function empty(status) {
  return {
    status, problems: [], needs: [], possible: [], document: null, old_card: null, care: null, procedures: [], warnings: [], why: [],
  };
}

/** @param {number[][]} cells @param {number} number @param {number} cell */
const replaced = (cells, number, cell) => cells.map((own, place) => (place === number ? [cell] : own));

/** @param {number | undefined} value */
const rounded = (value) => Math.round((value ?? 0) * 1e6);
