/** What answers mean as facts: an unknown is null, what was never asked is left out. Pure; as `checker/engine/asking/interview.py`. */

/** @typedef {import('./interview.js').Answers} Answers */
/** @typedef {import('./interview.js').Questions} Questions */
/** @typedef {import('./cells.js').DeclaredFact} DeclaredFact */

export const GATE = 'gate';
const NO_ANSWER = new Set(['unknown', 'no_answer']);

/** @param {string[]} chosen @returns {boolean} whether somebody did not know, or would not say */
export const isUnknown = (chosen) => chosen.some((value) => NO_ANSWER.has(value));

/**
 * @param {Questions} questions
 * @param {DeclaredFact[]} declared
 * @param {Answers} answers
 * @returns {Facts}
 */
export function saidBy(questions, declared, answers) {
  /** @type {Facts} */
  const facts = {};
  for (const [page, chosen] of Object.entries(answers)) {
    const choice = questions.choices.find(({ id }) => id === page);
    if (page === 'errand') Object.assign(facts, questions.errands.find(({ id }) => id === chosen[0])?.sets);
    else if (page === GATE) Object.assign(facts, ticked(questions, chosen));
    else if (choice === undefined) facts[page] = factValue(declared.find(({ id }) => id === page), chosen);
    else if (!isUnknown(chosen)) Object.assign(facts, choice.values.find(([value]) => value === chosen[0])?.[1]);
    else for (const fact of unaskedOf(questions, choice.values)) facts[fact] = null;
  }
  return facts;
}

/**
 * Of a page's facts those for which there is no other page: if its answer is not known, neither are they.
 * @param {Questions} questions
 * @param {Questions['choices'][number]['values']} values
 */
function unaskedOf(questions, values) {
  return values.flatMap(([, sets]) => Object.keys(sets)).filter((fact) => !questions.asked.some((one) => one.fact === fact));
}

/**
 * Who does not know is asked one question after the other.
 * @param {Questions} questions
 * @param {string[]} chosen
 * @returns {Facts}
 */
function ticked({ gate }, chosen) {
  if (isUnknown(chosen)) return {};
  const single = new Map(gate.unticked);
  /** @type {Record<string, string | string[]>} */
  const facts = {};
  for (const [fact, value] of gate.rows) {
    const before = facts[fact] ?? single.get(fact) ?? [];
    const is = chosen.includes(`${fact}=${value}`);
    facts[fact] = Array.isArray(before) ? [...before, ...(is ? [value] : [])] : is ? value : before;
  }
  return facts;
}

/**
 * @param {DeclaredFact | undefined} fact
 * @param {string[]} chosen
 * @returns {FactValue}
 */
function factValue(fact, chosen) {
  if (isUnknown(chosen)) return null;
  if (fact?.kind === 'list') return chosen.filter((value) => value !== 'none');
  if (fact?.values?.join() === 'true,false') return chosen[0] === 'true';
  return chosen[0] ?? null;
}
