/**
 * 「わからない」 on a page that sets facts without being one: each of its answers is followed, and they are shown side
 * by side under the page's own words. Pure.
 */

/** @typedef {import('./interview.js').Answers} Answers */
/** @typedef {{page: string, value: string, answers: Answers}} Branch */

/** @type {Record<string, string[]>} */
const FOLLOWED = {
  lost_item: ['my_number_card', 'eligibility_certificate', 'eligibility_notice', 'old_insurance_card'],
  event: ['data_changed', 'moved_insurer', 'joined_insurer'],
};

/**
 * @param {Answers} answers
 * @returns {Branch[]} empty where nothing has to be followed
 */
export function branchesOf(answers) {
  const page = Object.keys(FOLLOWED).find((name) => answers[name]?.[0] === 'unknown');
  if (page === undefined) return [];
  return (FOLLOWED[page] ?? [])
    .filter((value) => value !== 'my_number_card' || !('my_number_card' in answers))
    .map((value) => ({ page, value, answers: { ...answers, [page]: [value] } }));
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
