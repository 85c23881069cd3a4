/**
 * An answer is more than one decision: what to show is told for every state of the reader, and papers for everybody
 * who might go, unless that was asked. Here it is said which decisions make it up; who decides them is not known.
 */

const READERS = ['works', 'none', 'fault', 'card_unreadable'];
const APPLICANTS = ['self', 'same_household', 'other_household'];

/**
 * @typedef {object} Answer
 * @property {Facts} facts
 * @property {Decision} main
 * @property {Map<string, Decision>} byReader empty where the reader's state is given
 * @property {Map<string, Decision>} byApplicant empty where it is given who goes
 * @property {string[]} [anyway] what is to be done all the same by somebody whom another insurer answers
 */

/**
 * @param {Facts} facts
 * @param {readonly string[]} [applicants] who may apply at this insurer
 * @returns {Facts[]} the situations to be decided, the person's own first
 */
export function situationsOf(facts, applicants = APPLICANTS) {
  return [facts, ...readersOf(facts).map((reader) => ({ ...facts, reader })), ...applicantsOf(facts, applicants).map((applicant) => ({ ...facts, applicant }))];
}

/**
 * @param {Facts} facts
 * @param {Decision[]} decisions of `situationsOf(facts, applicants)`, in its order
 * @param {readonly string[]} [applicants]
 * @returns {Answer}
 */
export function composeAnswer(facts, decisions, applicants = APPLICANTS) {
  const [main, ...others] = decisions;
  if (!main) throw new Error('no decision for the situation itself');
  const readers = readersOf(facts);
  return {
    facts,
    main,
    byReader: pair(readers, others),
    byApplicant: pair(applicantsOf(facts, applicants), others.slice(readers.length)),
  };
}

/** @param {Facts} facts */
function readersOf(facts) {
  return 'reader' in facts ? [] : READERS;
}

/** @param {Facts} facts @param {readonly string[]} applicants */
function applicantsOf(facts, applicants) {
  return facts['applicant'] ? [] : applicants;
}

/**
 * @param {readonly string[]} names
 * @param {Decision[]} decisions
 * @returns {Map<string, Decision>}
 */
function pair(names, decisions) {
  return new Map(names.flatMap((name, place) => (decisions[place] ? [[name, decisions[place]]] : [])));
}

const COMPARED = /** @type {const} */ (['status', 'document', 'care', 'old_card', 'procedures', 'warnings']);

/**
 * @param {Decision} one
 * @param {Decision} other
 * @returns {string[]} the parts in which they differ
 */
export function differences(one, other) {
  return COMPARED.filter((part) => canonical(one[part]) !== canonical(other[part]));
}

/**
 * @param {unknown} value
 * @returns {string} the same text for the same value, whatever order its members were written in
 */
function canonical(value) {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
