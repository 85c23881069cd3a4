/**
 * Why: the passages behind an answer, each with its source, the source's year, and who says so.
 */

import { make, makeList, makeSection } from './dom.js';

/** @typedef {import('./words.js').Words} Words */

/**
 * @param {Words} words
 * @param {Decision} decision
 * @param {Facts} facts what the person said
 */
export function reasonsSection(words, decision, facts) {
  const passages = [...new Set([...passagesOf(decision), ...decision.why.flatMap((reason) => reason.passages)])];
  const basis = decision.document?.basis;
  const told = passages.map((id) => makePassage(words, id));
  if (!basis && !told.length) return null;
  return makeSection(
    words.ui('why_heading'),
    [
      basis ? make('p', { class: 'basis' }, words.of('bases', basis)) : null,
      told.length ? make('ul', { class: 'passages' }, ...told) : make('p', {}, words.ui('why_none')),
      makeBecause(words, decision.why, facts),
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
 * Those of the person's answers on which the rules turned, once each.
 * @param {Words} words
 * @param {Reason[]} why
 * @param {Facts} facts
 */
function makeBecause(words, why, facts) {
  const turned = [...new Set(why.flatMap((reason) => Object.keys(reason.because)))];
  const said = turned.flatMap((fact) => {
    const value = facts[fact] ?? null;
    const values = Array.isArray(value) ? value : [String(value)];
    if (value === null || !values.length || fact === 'on_date' || fact === 'insurer') return [];
    return [words.pair(words.page(fact).name, words.list(values.map((one) => sayFact(words, fact, one))))];
  });
  return said.length ? make('div', {}, make('h3', {}, words.ui('why_because')), makeList(said)) : null;
}

/**
 * @param {Words} words
 * @param {string} fact
 * @param {string} value
 */
function sayFact(words, fact, value) {
  return /^\d{4}-\d\d-\d\d$/u.test(value) ? words.date(value) : words.value(fact, value);
}
