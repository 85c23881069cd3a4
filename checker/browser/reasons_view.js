/**
 * Why: the passages behind an answer, each with its source, the source's year, who says so, and the rules that rest on
 * it; then the answers on which they turned, and those that kept other rules from holding.
 */

import { make, makeList, makeSection } from './dom.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {(fact: string) => string | null} Said what was answered on a fact's own page, in words */

const MOST_TRIED = 3;

/** Facts that nobody is asked. */
const GIVEN = new Set(['on_date', 'insurer']);

/**
 * @param {Words} words
 * @param {Decision} decision
 * @param {Facts} facts what the person said
 * @param {Said} said
 */
export function reasonsSection(words, decision, facts, said) {
  const resting = rulesByPassage(decision);
  const basis = decision.document?.basis;
  const told = [...resting].map(([id, rules]) => makePassage(words, id, [...rules]));
  if (!basis && !told.length) return null;
  const turned = factsOf(decision.why, facts);
  return makeSection(
    words.ui('why_heading'),
    [
      basis ? make('p', { class: 'basis' }, words.of('bases', basis)) : null,
      told.length ? make('ul', { class: 'passages' }, ...told) : make('p', {}, words.ui('why_none')),
      makeUnsaid(words, decision.why),
      makeFacts(words, 'why_because', turned, facts, said),
      makeFacts(words, 'why_tried', keptBy(decision.why, facts, turned), facts, said),
    ],
    { 'data-part': 'why' },
  );
}

/**
 * @param {Decision} decision
 * @returns {Map<string, Set<string>>} passages in the order in which they are told
 */
function rulesByPassage({ document, procedures, why }) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  /** @param {string[] | null} [passages] @param {string[]} [rules] */
  const rest = (passages = null, rules = []) => {
    for (const id of passages ?? []) found.set(id, new Set([...(found.get(id) ?? []), ...rules]));
  };
  for (const one of document?.issued ?? []) rest(one.passages);
  for (const one of document?.refused ?? []) rest(one.passages);
  for (const one of procedures ?? []) rest(one.passages ?? []); // null where what is open has several
  for (const one of why) rest(one.passages, [one.rule]);
  return found;
}

/**
 * @param {Words} words
 * @param {string} id
 * @param {string[]} rules
 */
function makePassage(words, id, rules) {
  const passage = words.passage(id);
  const basis = id.startsWith('national/') ? 'national' : 'insurer';
  const named = rules.length ? makeRules(rules) : null;
  if (!passage) return make('li', { 'data-passage': id }, id, named);
  return make(
    'li',
    { 'data-passage': id },
    make('span', {}, passage.says),
    make('small', {}, words.ui('passage_where', { title: passage.title, year: passage.year, basis: words.of('bases_short', basis) })),
    named,
  );
}

/** @param {string[]} rules for clerks, and for whoever answers for them */
function makeRules(rules) {
  return make('small', { class: 'rules', translate: 'no', lang: 'en' }, rules.join(' '));
}

/**
 * Rules that rest on no passage.
 * @param {Words} words
 * @param {Reason[]} why
 */
function makeUnsaid(words, why) {
  const rules = why.filter(({ passages }) => !passages.length).map(({ rule }) => rule);
  return rules.length ? make('p', { class: 'rules' }, words.of('bases', 'silent'), ' ', makeRules(rules)) : null;
}

/**
 * @param {{because: Facts}[]} reasons
 * @param {Facts} facts
 * @returns {string[]} those of the person's answers on which they rest, once each
 */
function factsOf(reasons, facts) {
  const named = reasons.flatMap(({ because }) => Object.keys(because));
  return [...new Set(named)].filter((fact) => !GIVEN.has(fact) && (facts[fact] ?? null) !== null);
}

/**
 * Answers that by themselves kept another rule from holding, so that one may wonder about it.
 * @param {Reason[]} why
 * @param {Facts} facts
 * @param {string[]} turned those that are told already
 */
function keptBy(why, facts, turned) {
  const tried = why.filter(({ topic }) => topic === 'document').flatMap((reason) => reason.tried ?? []);
  const alone = tried.filter(({ because }) => factsOf([{ because }], facts).length === 1);
  return factsOf(alone, facts).filter((fact) => !turned.includes(fact)).slice(0, MOST_TRIED);
}

/**
 * @param {Words} words
 * @param {string} heading
 * @param {string[]} named
 * @param {Facts} facts
 * @param {Said} said
 */
function makeFacts(words, heading, named, facts, said) {
  const lines = named.flatMap((fact) => {
    const { name } = words.page(fact);
    return name === fact ? [] : [words.pair(name, said(fact) ?? sayValues(words, fact, facts[fact]))];
  });
  return lines.length ? make('div', { 'data-why': heading }, make('h3', {}, words.ui(heading)), makeList(lines)) : null;
}

/**
 * @param {Words} words
 * @param {string} fact
 * @param {FactValue | undefined} value
 */
function sayValues(words, fact, value) {
  if (Array.isArray(value) && !value.length) return words.ui('none_of_these');
  return words.list([value].flat().map(String).map((one) => (/^\d{4}-\d\d-\d\d$/u.test(one) ? words.date(one) : words.value(fact, one))));
}
