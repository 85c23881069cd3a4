/**
 * Why: the passages behind an answer, each with its source, the source's year, and who says so.
 */

import { make, makeList, makeSection } from './dom.js';

/** @typedef {import('./words.js').Words} Words */

/**
 * @param {Words} words
 * @param {Decision} decision
 */
export function reasonsSection(words, decision) {
  const passages = [...new Set([...passagesOf(decision), ...decision.why.flatMap(({ rule }) => words.passagesOf(rule))])];
  const basis = decision.document?.basis;
  const told = passages.map((id) => makePassage(words, id));
  return makeSection(
    words.ui('why_heading'),
    [
      basis ? make('p', { class: 'basis' }, words.of('bases', basis)) : null,
      told.length ? make('ul', { class: 'passages' }, ...told) : make('p', {}, words.ui('why_none')),
      makeBecause(words, decision.why),
    ],
    { 'data-part': 'why' },
  );
}

/** @param {Decision} decision */
function passagesOf({ document, procedures }) {
  return [
    ...(document?.issued ?? []).flatMap((one) => one.passages),
    ...(document?.refused ?? []).flatMap((one) => one.passages),
    ...(procedures ?? []).flatMap((one) => one.passages ?? []),
  ];
}

/**
 * @param {Words} words
 * @param {string} id
 */
function makePassage(words, id) {
  const passage = words.passage(id);
  if (!passage) return make('li', {}, id);
  const basis = id.startsWith('national/') ? 'national' : 'insurer';
  return make(
    'li',
    {},
    make('span', {}, passage.says),
    make('small', {}, words.ui('passage_where', { title: passage.title, year: passage.year, basis: words.of('bases_short', basis) })),
  );
}

/**
 * The answers that the rules turned on, once each.
 * @param {Words} words
 * @param {Reason[]} why
 */
function makeBecause(words, why) {
  const facts = Object.assign({}, ...why.map((reason) => reason.because));
  const said = Object.entries(facts).flatMap(([fact, value]) => {
    if (fact === 'on_date' || fact === 'insurer' || fact === 'data_protection') return [];
    const values = Array.isArray(value) ? value : [String(value)];
    if (!values.length) return [];
    return [`${words.page(fact).name}:${values.map((one) => words.value(fact, one)).join('、')}`];
  });
  return said.length ? make('div', {}, make('h3', {}, words.ui('why_because')), makeList(said)) : null;
}
