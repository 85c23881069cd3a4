/**
 * What a table says of somebody, topic by topic: the values that its diagrams still have in the cells of the person. Where
 * there are several, what all of them say.
 */

import { counted, lastDay, weakest, withDays } from './counted.js';

/** @typedef {import('./cells.js').CellValue} CellValue */
/** @typedef {import('./situation.js').Read} Read */

/** What of a procedure is a day that is counted. */
const COUNTED = ['complete_on', 'due_on'];

/**
 * @param {import('./table.js').TableData} data
 * @param {import('./diagram.js').Diagrams} diagrams
 */
export function openTopics(data, diagrams) {
  const { diagrams: tops } = data;

  /** @param {string} prefix */
  const named = (prefix) => Object.keys(tops).filter((name) => name.startsWith(prefix));

  const [warningNames, procedureNames] = [named('warnings:'), named('procedures:')];

  /**
   * @param {number[][]} cells
   * @param {string} name
   * @returns {any[]} the values that a diagram can still have, in an order that does not hang on the cells
   */
  const values = (cells, name) => valuesAt(cells, /** @type {number} */ (tops[name]));

  /** @param {number[][]} cells @param {number} diagram @returns {any[]} the same for any diagram */
  function valuesAt(cells, diagram) {
    const found = diagrams.valuesOf(diagram, cells);
    if (found.length < 2) return found;
    const texts = new Map(found.map((value) => [value, JSON.stringify(value)]));
    return found.sort((a, b) => ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
  }

  /** @param {number[][]} cells @param {Map<string, import('./cells.js').CellValue>} read @returns {DocumentPart} */
  function documentPart(cells, read) {
    const found = /** @type {any[]} */ (JSON.parse(JSON.stringify(values(cells, 'document'))));
    const [first] = found;
    for (const key of ['issued', 'refused']) {
      for (const [place, item] of first[key].entries()) {
        for (const proof of ['rules', 'passages']) {
          item[proof] = [...new Set(found.flatMap((other) => other[key][place][proof]))];
        }
      }
    }
    return withDays(first, read);
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
  const counts = (cells, item) => tops[`held:${item}`] === undefined || values(cells, `held:${item}`).every(Boolean);

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
    return procedureNames.flatMap((name) => {
      const found = values(cells, name);
      if (!found.every(Boolean)) return [];
      const entry = { ...found[0] };
      for (const key of Object.keys(entry)) {
        if (found.some((other) => JSON.stringify(other[key] ?? null) !== JSON.stringify(entry[key]))) entry[key] = null;
      }
      for (const key of COUNTED) if (entry[key]) entry[key] = counted(entry[key], read);
      return [entry];
    });
  }

  /** @param {number[][]} cells @returns {string[]} */
  const warnings = (cells) => warningNames.filter((name) => values(cells, name).every(Boolean)).map((name) => name.slice('warnings:'.length));

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
      procedures: asked.map((id) => {
        const passages = [...new Set(names.flatMap((name) => (data.named[name]?.procedure === id ? (data.named[name]?.passages ?? []) : [])))];
        const own = passages.length ? { basis: /** @type {const} */ ('insurer'), passages } : { basis: /** @type {const} */ ('national') };
        return { id, where: null, bring: null, ...own };
      }),
    };
  }

  return { values, valuesAt, documentPart, care, oldCard, procedures, warnings, problems, outOfScope };
}
