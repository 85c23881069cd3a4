/**
 * Answers that are not one answer: those still possible, side by side, and answers that cannot both be true.
 */

import { bandLabel } from './bands.js';
import { makeWays } from './care_view.js';
import { needsCard } from './desk.js';
import { nameOf, sayDelivery, sayWhen } from './document_view.js';
import { make, makeList, makeSection, makeTerms } from './dom.js';

/** @typedef {import('./words.js').Words} Words */

/** Facts that put a person out of scope, and the sentence for each. */
const SCOPES = [
  ['on_date', 'day'],
  ['scheme', 'scheme'],
  ['birth_date', 'age'],
  ['age', 'age'],
];

/** As many open answers stand there at once; the others wait behind a line that opens them. */
const AT_ONCE = 3;

/**
 * @param {Words} words
 * @param {Decision} decision
 * @param {Facts} facts
 * @param {string} today
 * @returns {(HTMLElement | null)[]}
 */
export function openSections(words, decision, facts, today) {
  const cards = decision.possible.map((one) => makePossible(words, one, facts, today));
  const [first, others] = [cards.slice(0, AT_ONCE), cards.slice(AT_ONCE)];
  const more = words.ui('open_more', { n: String(others.length) });
  const parts = [
    first.length ? make('div', { class: 'cards' }, ...first) : null,
    others.length ? make('details', { class: 'more' }, make('summary', {}, more), make('div', { class: 'cards' }, ...others)) : null,
  ];
  return [
    makeSection(words.ui('open_heading'), parts, { 'data-part': 'possible' }),
    makeSection(words.ui('open_needs'), decision.needs.map((fact) => makeNeed(words, fact)), { 'data-part': 'needs' }),
  ];
}

/**
 * @param {Words} words
 * @param {Possible} possible
 * @param {Facts} facts
 * @param {string} today
 */
function makePossible(words, possible, facts, today) {
  const [card, ...cards] = [facts['my_number_card'] ?? possible.facts['my_number_card'] ?? []].flat();
  const ways = possible.care?.show ?? [];
  const back = card === 'not_at_hand' && !cards.length ? ways.filter(needsCard) : [];
  const usable = ways.filter((way) => !back.includes(way));
  const conditions = Object.entries(possible.facts).flatMap(([fact, values]) => sayCondition(words, fact, values, today));
  const issued = possible.document?.issued ?? null;
  const documents = issued?.length
    ? make('ul', {}, ...issued.map((one) => makeDocument(words, one)))
    : words.ui('documents_none');
  return make(
    'div',
    { class: 'card' },
    make('h3', {}, conditions.length ? words.ui('open_if') : words.ui('open_always')),
    conditions.length ? makeList(conditions) : null,
    possible.status === 'out_of_scope'
      ? make('p', {}, words.ui('out_of_scope_general'))
      : makeTerms([
          [words.ui('documents_heading'), issued === null ? null : documents],
          [words.ui('show_heading'), usable.length ? makeWays(words, usable) : null],
          [words.ui('show_back_heading'), back.length ? makeWays(words, back) : null],
        ]),
  );
}

/**
 * @param {Words} words
 * @param {Possible['document'] extends {issued: (infer One)[]} | null ? One : never} issued
 */
function makeDocument(words, { id, variant, route, when = null, later = null, delivery = null }) {
  const name = nameOf(words, { id, variant });
  const waiting = sayWhen(words, later);
  const onWaiting = waiting === null ? null : words.pair(words.ui('later'), waiting);
  const more = [sayWhen(words, when), onWaiting, sayDelivery(words, delivery)].filter((said) => said !== null);
  return make(
    'li',
    {},
    route === undefined ? name : words.pair(name, words.of('routes', route)),
    more.length ? make('small', {}, words.list(more)) : null,
  );
}

/**
 * @param {Words} words
 * @param {string} fact
 * @param {OpenValue[]} values
 * @param {string} today
 */
function sayCondition(words, fact, values, today) {
  const said = values.map((value) => sayValue(words, fact, value, today)).filter(Boolean);
  const joint = values.some(isOfList) ? 'open_and' : 'open_or';
  return said.length ? [words.pair(words.page(fact).name, said.join(words.ui(joint)))] : [];
}

/**
 * @param {Words} words
 * @param {string} fact
 * @param {OpenValue} value
 * @param {string} today
 * @returns {string}
 */
function sayValue(words, fact, value, today) {
  if (value === null) return fact === 'wants' ? words.ui('open_not_said') : '';
  if (typeof value === 'string') return words.value(fact, value);
  if ('any' in value) return words.ui(value.any.length > 1 ? 'open_any' : 'open_one', { list: sayList(words, fact, value.any) });
  if ('none' in value) return words.ui(value.none.length > 1 ? 'open_none' : 'open_not_one', { list: sayList(words, fact, value.none) });
  return bandLabel(words, fact, value, today);
}

/**
 * @param {OpenValue} value
 * @returns {boolean} whether it tells of a list: then all that is told holds together, else one of it
 */
function isOfList(value) {
  return typeof value === 'object' && value !== null && ('any' in value || 'none' in value);
}

/**
 * @param {Words} words
 * @param {string} fact
 * @param {string[]} values
 */
function sayList(words, fact, values) {
  return words.list(values.map((value) => words.value(fact, value)));
}

/**
 * @param {Words} words
 * @param {string} fact
 */
function makeNeed(words, fact) {
  const told = words.page(fact);
  return make('div', {}, make('h3', {}, told.name), told.find_out ? make('p', {}, told.find_out) : null);
}

/**
 * @param {Words} words
 * @param {Decision} decision
 * @param {(fact: string) => HTMLElement | null} makeChange the answer to a fact with its 変更, if it was given
 */
export function contradictionSection(words, decision, makeChange) {
  const facts = [...new Set(decision.problems.flatMap((problem) => problem.facts))];
  const key = facts.join('+');
  const said = words.of('contradictions', key);
  return makeSection(
    words.ui('contradiction_heading'),
    [make('p', {}, said === key ? words.of('contradictions', 'general') : said), ...facts.map(makeChange)],
    { 'data-part': 'contradiction' },
  );
}

/**
 * @param {Words} words
 * @param {Decision} decision
 */
export function outOfScopeLine(words, decision) {
  return make('p', {}, outOfScopeText(words, decision));
}

/**
 * Why this insurer does not answer: what its own document says of it, or else what holds for all.
 * @param {Words} words
 * @param {Decision} decision
 */
export function outOfScopeText(words, { problems }) {
  const own = problems.map(({ code }) => words.of('scope', code)).filter((said, place) => said !== problems[place]?.code);
  if (own.length) return own.join(' ');
  const facts = new Set(problems.flatMap((problem) => problem.facts));
  const [, kind = 'general'] = SCOPES.find(([fact]) => facts.has(fact)) ?? [];
  return words.ui(`out_of_scope_${kind}`);
}
