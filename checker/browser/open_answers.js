/**
 * The answers that are still open: pairs of document and ways, each as text, or out of scope; `NEVER` where facts contradict
 * each other. Their diagrams hang on nobody, so they are made once, and a person has what is left of them in some cells.
 */

/** @typedef {import('./diagram.js').Diagrams} Diagrams */
/** @typedef {ReturnType<typeof openAnswers>} Answers */

export const OUT_OF_SCOPE = 'out_of_scope';
export const NEVER = 'never';

/**
 * @param {Record<string, number>} tops
 * @param {Diagrams} diagrams
 */
export function openAnswers(tops, diagrams) {
  const [document = 0, care = 0, scope = 0, impossible = 0] = ['document', 'care', 'scope', 'impossible'].map((name) => tops[name]);
  /** @type {{open: number, real: number} | null} */
  let anywhere = null;

  function make() {
    const documents = diagrams.map(document, withoutProof);
    const ways = diagrams.map(care, ({ show }) => JSON.stringify(show));
    const pairs = diagrams.apply((one, other) => [one, other], documents, ways);
    const open = except(scope, OUT_OF_SCOPE, pairs);
    return { open, real: except(impossible, NEVER, open) };
  }

  /**
   * @param {number} names a diagram of lists of names
   * @param {string} named what stands where there are names
   * @param {number} others what stands elsewhere
   */
  function except(names, named, others) {
    const there = diagrams.constant(named);
    return diagrams.apply(() => named, names, others, (name, other) => (name >= 0 ? undefined : diagrams.value(name).length ? there : other));
  }

  return {
    /** Forget all diagrams but these. */
    begin() {
      diagrams.clear();
      if (anywhere !== null) return;
      anywhere = make();
      diagrams.keep();
    },
    /**
     * @param {number[][]} cells
     * @param {number} contradicted the diagram of the names of what is impossible for a person
     * @returns {{open: number, real: number}} only `real` knows contradictions
     */
    left(cells, contradicted) {
      anywhere ??= make();
      const open = diagrams.restrict(anywhere.open, cells);
      if (contradicted === impossible) return { open, real: diagrams.restrict(anywhere.real, cells) };
      return { open, real: except(diagrams.restrict(contradicted, cells), NEVER, open) };
    },
  };
}

/**
 * @param {DocumentPart} outcome
 * @returns {string} the outcome without the rules and passages behind it: what is compared when an answer is open
 */
function withoutProof({ basis, issued, refused }) {
  return JSON.stringify({ basis, issued, refused }, (key, value) => (key === 'rules' || key === 'passages' ? undefined : value));
}

/**
 * @param {Diagrams} diagrams
 * @param {number} real
 * @returns {any[]} the answers to which something leads that can be true
 */
export const foundAnswers = (diagrams, real) => diagrams.valuesOf(real).filter((value) => value !== NEVER);
