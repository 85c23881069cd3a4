/** What an answer elsewhere brings, in a line; and whether that is anything else than before. */

import { nameOf } from './document_view.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {Pick<Otherwise, 'status' | 'document' | 'care'>} Outcome */

/**
 * @param {Words} words
 * @param {Outcome} now
 * @param {Outcome} before
 * @returns {string | null} the documents if others come, else what is accepted; null: nothing of it is new, or sure
 */
export function sayOutcome(words, now, before) {
  if (now.status === 'out_of_scope') return before.status === 'out_of_scope' ? null : words.of('acts', 'other_insurer');
  const documents = sayDocuments(words, now, before);
  if (documents !== null && documents !== sayDocuments(words, before, before)) return documents;
  const ways = sayWays(words, now);
  return ways && ways !== sayWays(words, before) ? words.pair(words.ui('show_heading'), ways) : null;
}

/**
 * @param {Words} words
 * @param {Outcome} now
 * @param {Outcome} before what was refused then already is not told again
 * @returns {string | null} null: not known
 */
function sayDocuments(words, { document }, before) {
  if (!document) return null;
  const known = new Set(before.document?.refused.map((one) => one.id));
  const refused = document.refused.filter((one) => !known.has(one.id));
  const said = [
    ...refused.map((one) => words.ui('refused_document', { document: words.of('documents', one.id) })),
    ...document.issued.map((one) => words.pair(nameOf(words, one), words.of('routes', one.route))),
  ];
  return said.length ? said.join(' ') : words.of('changes', 'nothing');
}

/**
 * @param {Words} words
 * @param {Outcome} outcome
 * @returns {string} empty where nothing is known or accepted
 */
function sayWays(words, { care }) {
  const ways = care?.show ?? [];
  return ways.map((way) => way.map((item) => words.of('items', item)).join(` ${words.ui('show_and')} `)).join(` ${words.ui('show_or')} `);
}
