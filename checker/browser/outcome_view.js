/** What an answer elsewhere brings, in a line; and whether that is anything else than before. */

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
  if (now.document && sayDocuments(words, now) !== sayDocuments(words, before)) return sayDocuments(words, now);
  const ways = sayWays(words, now);
  return ways && ways !== sayWays(words, before) ? words.pair(words.ui('show_heading'), ways) : null;
}

/**
 * @param {Words} words
 * @param {Outcome} outcome
 * @returns {string | null} null: not known
 */
function sayDocuments(words, { document }) {
  if (!document) return null;
  const refused = document.refused.map((one) => words.ui('refused_document', { document: words.of('documents', one.id) }));
  const issued = document.issued.map((one) => words.pair(words.of('documents', one.id), words.of('routes', one.route)));
  return refused.length || issued.length ? [...refused, ...issued].join(' ') : words.of('changes', 'nothing');
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
