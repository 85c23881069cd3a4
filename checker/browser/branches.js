/**
 * 「わからない」 on a page that sets facts without being one: each of its answers is followed, and they are shown side
 * by side under the page's own words. Pure.
 */

import { isUnknown } from './meaning.js';

/** @typedef {import('./interview.js').Answers} Answers */
/** @typedef {import('./interview.js').Questions} Questions */
/** @typedef {{page: string, value: string, answers: Answers}} Branch */

/**
 * @param {Questions} questions
 * @param {Answers} answers
 * @returns {Branch[]} empty where nothing has to be followed
 */
export function branchesOf(questions, answers) {
  const choice = questions.choices.find(({ id }) => id in answers && isUnknown(answers[id] ?? []));
  if (choice === undefined) return [];
  return choice.values
    .filter(([, sets]) => !Object.keys(sets).some((fact) => fact in answers))
    .map(([value]) => ({ page: choice.id, value, answers: { ...answers, [choice.id]: [value] } }));
}

/**
 * @param {Decision} decision with the page's facts unknown
 * @param {Branch[]} branches
 * @param {Decision[]} decided one for each branch
 * @returns {Decision} the same, its open answers told by the page's own answers
 */
export function tellBranches(decision, branches, decided) {
  if (decision.status !== 'needs_facts' || !branches.length) return decision;
  const page = branches[0]?.page ?? '';
  const possible = branches.flatMap(({ value }, place) => {
    const one = decided[place];
    return one ? openOf(one).map((open) => ({ ...open, facts: { [page]: [value], ...open.facts } })) : [];
  });
  const needs = [...new Set([page, ...decided.flatMap((one) => one.needs)])];
  return { ...decision, possible, needs };
}

/**
 * @param {Decision} decision
 * @returns {Possible[]}
 */
function openOf(decision) {
  if (decision.status === 'needs_facts') return decision.possible;
  const status = decision.status === 'out_of_scope' ? 'out_of_scope' : 'decided';
  return [{ status, document: decision.document, care: decision.care, facts: {} }];
}
