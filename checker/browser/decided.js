/** All decisions that make up the answer to a visitor, from the table. Pure. */

import { composeAnswer, situationsOf } from './answer.js';
import { branchesOf, tellBranches } from './branches.js';
import { careOf, deskCases } from './desk.js';

/** @typedef {import('./interview.js').Answers} Answers */
/** @typedef {{situations: Facts[], decided: Decision[], answer: import('./answer.js').Answer}} Decided situations: the person's own first */

/** What has to be done of a card, whoever insures its holder. */
const OF_THE_CARD = new Set(['suspend_card']);

/**
 * @param {Table} table
 * @param {ReturnType<typeof import('./interview.js').openInterview>} interview
 * @param {Answers} answers
 * @returns {Decided}
 */
export function decideAnswer(table, interview, answers) {
  const facts = interview.finalFacts(answers);
  const branches = branchesOf(table.questions, answers);
  const applicants = table.facts.find(({ id }) => id === 'applicant')?.values;
  const situations = [...situationsOf(facts, applicants), ...branches.map((branch) => interview.finalFacts(branch.answers))];
  const decided = table.decideAll(situations);
  const { main, ...parts } = composeAnswer(facts, decided, applicants);
  const elsewhere = main.status === 'out_of_scope' ? careOf(table.decide, facts) : null;
  const anyway = (elsewhere?.actions ?? []).filter((action) => OF_THE_CARD.has(action));
  return { situations, decided, answer: { ...parts, anyway, main: tellBranches(main, branches, decided.slice(-branches.length)) } };
}

/**
 * @param {Table} table
 * @param {Answers} answers
 * @param {Facts} facts that they mean
 * @returns {import('./desk.js').DeskCase[]} what stands open to somebody at a desk; empty for all others
 */
export function casesAtDesk(table, answers, facts) {
  return 'brings' in answers && answers['errand']?.[0] === 'at_desk' ? deskCases(table.decide, facts) : [];
}
