/** Where a visitor may stand while questions are open, and which of them can still change the answer; as `opening.py`. */

import { openImpossible } from './apart.js';
import { cellsOf, readFacts } from './cells.js';
import { leftOpen } from './matters.js';

/** @typedef {{matter: string[], rowMatters: (fact: string, value: string, unticked: string) => boolean}} Opening */

const ELSEWHERE = 'elsewhere';

/** @param {unknown} value @returns {unknown} the left value; two values are never joined otherwise */
const first = (value) => value;

/** @param {number} number @param {number[]} cells @returns {(number[] | undefined)[]} the cells of one variable alone */
const only = (number, cells) => Object.assign([], { [number]: cells });

/**
 * @param {import('./table.js').TableData} data
 * @param {import('./diagram.js').Diagrams} diagrams
 * @param {import('./open_answers.js').Answers} answers
 */
export function openOpenings(data, diagrams, answers) {
  const { variables, diagrams: tops } = data;
  const impossibleFor = openImpossible(data, diagrams);

  /** @param {string} id */
  const declared = (id) => data.facts.find((fact) => fact.id === id);

  /** @param {string} id @returns {import('./cells.js').CellValue} what a fact is when it is left out, or has no meaning */
  function left(id) {
    const fact = declared(id);
    return fact?.kind === 'list' && !fact.default ? [] : (fact?.default ?? '');
  }

  /**
   * @param {Facts} facts what is said
   * @param {string[]} asked the facts that may still be asked, in the order in which questions are written down
   * @returns {Opening}
   */
  return function open(facts, asked) {
    answers.begin();
    const onDate = String(facts['on_date']);
    const read = readFacts(data.facts, { ...facts, ...Object.fromEntries(asked.map((fact) => [fact, null])) });
    const known = variables.map((variable) => cellsOf(variable, read.get(variable.fact) ?? null, onDate));
    const cells = variables.map((variable, number) => {
      const own = known[number] ?? [];
      if (!asked.includes(variable.fact) || declared(variable.fact)?.unknown) return own;
      return [...new Set([...own, ...cellsOf(variable, left(variable.fact), onDate)])].sort((a, b) => a - b);
    });
    const rest = leftOpen(
      diagrams,
      withoutMeaningless(answers.left(cells, impossibleFor(read, onDate)).real),
      asked.map((fact) => variables.flatMap((variable, number) => (variable.fact === fact ? [number] : []))),
      variables.flatMap(({ fact }, number) => ((known[number]?.length ?? 0) > 1 && !asked.includes(fact) ? [number] : [])),
    );

    /**
     * Where a question has no meaning its fact has its default, so that nobody is asked for it.
     * @param {number} real
     */
    function withoutMeaningless(real) {
      const [no, nowhere] = [diagrams.constant(false), diagrams.constant(ELSEWHERE)];
      let found = real;
      for (const fact of [...asked].reverse()) {
        const meant = tops[`meant:${fact}`];
        if (meant === undefined) continue;
        const holds = diagrams.restrict(meant, cells);
        const there = diagrams.apply(first, holds, found, (yes, answer) => (yes >= 0 ? undefined : yes === no ? nowhere : answer));
        const elsewhere = diagrams.restrict(found, variables.map((variable) => (variable.fact === fact ? cellsOf(variable, left(fact), onDate) : undefined)));
        found = diagrams.apply(first, there, elsewhere, (one, other) => (one === nowhere || one === other ? other : one < 0 ? one : undefined));
      }
      return found;
    }

    /**
     * @param {string} fact
     * @param {string} value what a tick says
     * @param {string} unticked what none says of a choice; of a list it says that it is empty
     * @returns {boolean} whether the tick can still change the answer, whatever else is ticked
     */
    function rowMatters(fact, value, unticked) {
      if (!asked.includes(fact)) return false;
      return variables.some((variable, number) => {
        if (variable.fact !== fact) return false;
        /** @param {import('./cells.js').CellValue} said */
        const supposed = (said) => diagrams.restrict(rest.left, only(number, cellsOf(variable, said, onDate)));
        return supposed(unticked ? value : [value]) !== supposed(unticked || []);
      });
    }

    return { matter: rest.kept.map((place) => asked[place] ?? ''), rowMatters };
  };
}
