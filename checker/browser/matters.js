/** Which questions can still change the answer, as `checker/engine/matters.py`. */

import { NEVER } from './partial.js';

/** @typedef {ReturnType<typeof import('./diagram.js').openDiagrams>} Diagrams */
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
  let views = [answers];
  const lookedAt = new Set(diagrams.support(answers));
  if (closed.some((variable) => lookedAt.has(variable))) {
    const sets = diagrams.map(answers, (value) => (value === NEVER ? NEVER : [JSON.stringify(value)]));
    views.push(closed.reduce((view, variable) => diagrams.without(view, variable, either), sets));
  }
  const kept = [];
  for (let place = questions.length - 1; place >= 0; place -= 1) {
    const variables = (questions[place] ?? []).filter((variable) => lookedAt.has(variable));
    const fewer = views.map((view) => agreeing(diagrams, view, variables));
    if (fewer.includes(null)) kept.unshift(place);
    else views = fewer.map(Number);
  }
  return { kept, left: views[0] ?? answers };
}

/**
 * @param {Diagrams} diagrams
 * @param {number} view
 * @param {number[]} question
 * @returns {number | null} the diagram that no longer looks at a question, or nothing where that mixes answers
 */
function agreeing(diagrams, view, question) {
  try {
    return question.reduce((rest, variable) => diagrams.without(rest, variable, agreed), view);
  } catch (clash) {
    if (clash === CLASH) return null;
    throw clash;
  }
}

/** @param {any} one @param {any} other */
function agreed(one, other) {
  if (one === NEVER || JSON.stringify(one) === JSON.stringify(other)) return other;
  if (other === NEVER) return one;
  throw CLASH;
}

/** @param {any} one @param {any} other */
function either(one, other) {
  if (one === NEVER || other === NEVER) return one === NEVER ? other : one;
  return [...new Set([...one, ...other])].sort();
}
