/** Which questions can still change the answer, as `checker/engine/diagrams/matters.py`. */

import { NEVER } from './open_answers.js';

/** @typedef {import('./diagram.js').Diagrams} Diagrams */
/** @typedef {{kept: number[], left: number}} Left the questions that matter, and the diagram that looks at nothing else */

const CLASH = Symbol('situations that can no longer be told from each other give different answers');

/**
 * @param {Diagrams} diagrams
 * @param {number} answers with `NEVER` where nobody can be
 * @param {number[][]} questions the variables of each, in the order in which they are kept
 * @param {number[]} closed variables that nobody can tell any more
 * @returns {Left}
 */
export function leftOpen(diagrams, answers, questions, closed) {
  if (diagrams.valuesOf(answers).filter((value) => value !== NEVER).length <= 1) return { kept: [], left: answers };
  const never = diagrams.constant(NEVER);
  /** @param {number} one @param {number} other */
  const shortcut = (one, other) => (one === other || one === never ? other : other === never ? one : undefined);
  let views = [answers];
  const lookedAt = new Set(diagrams.support(answers));
  if (closed.some((variable) => lookedAt.has(variable))) {
    const sets = diagrams.map(answers, (value) => (value === NEVER ? NEVER : [JSON.stringify(value)]));
    views.push(closed.reduce((view, variable) => diagrams.without(view, variable, either, shortcut), sets));
  }
  const kept = [];
  for (let place = questions.length - 1; place >= 0; place -= 1) {
    const variables = (questions[place] ?? []).filter((variable) => lookedAt.has(variable));
    const fewer = views.map((view) => agreeing(diagrams, view, variables, shortcut));
    if (fewer.includes(null)) kept.unshift(place);
    else views = fewer.map(Number);
  }
  return { kept, left: views[0] ?? answers };
}

/**
 * @param {Diagrams} diagrams
 * @param {number} view
 * @param {number[]} question
 * @param {(one: number, other: number) => number | undefined} shortcut
 * @returns {number | null} the diagram that no longer looks at a question, or nothing where that mixes answers
 */
function agreeing(diagrams, view, question, shortcut) {
  try {
    return question.reduce((rest, variable) => diagrams.without(rest, variable, clash, shortcut), view);
  } catch (problem) {
    if (problem === CLASH) return null;
    throw problem;
  }
}

/** @returns {never} two answers are joined: others are told by the shortcut */
function clash() {
  throw CLASH;
}

/** @param {string[]} one @param {string[]} other */
const either = (one, other) => [...new Set([...one, ...other])].sort();
