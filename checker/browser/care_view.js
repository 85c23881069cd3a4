/**
 * What to show at a facility: today, with what is at hand, apart from what is accepted once a document has arrived.
 */

import { comingOf, groupByState, isAtHand, isAway, showableAtDesk, showableNow } from './at_hand.js';
import { needsCard, sureWays } from './desk.js';
import { make, makeList, makeSection } from './dom.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./answer.js').Answer} Answer */

/** What to do as long as an answer is open and nothing is in hand. */
const UNTIL_KNOWN = ['ask_facility_first', 'call_insurer'];

/**
 * @param {Words} words
 * @param {Answer} answer
 * @returns {(HTMLElement | null)[]}
 */
export function careSections(words, answer) {
  return answer.byReader.size ? careAnywhere(words, answer) : careAtDesk(words, answer);
}

/**
 * At a desk: what was brought decides.
 * @param {Words} words
 * @param {Answer} answer
 */
function careAtDesk(words, { main, facts }) {
  const now = showableAtDesk(main, facts);
  const today = [
    now.length ? makeWays(words, now) : make('p', {}, words.ui('show_nothing_today')),
    makeActions(words, main.care?.actions ?? (now.length ? [] : ['ask_facility_first'])),
  ];
  const others = (main.care?.show ?? []).filter((way) => !now.some((one) => one.join() === way.join()));
  const coming = comingOf(main);
  const heading = others.every((way) => way.some((item) => coming.has(item))) ? 'show_after_heading' : 'show_heading';
  return [
    makeSection(words.ui('show_today_heading'), today, { 'data-part': 'today' }),
    ...makeLater(words, others, facts, heading),
  ];
}

/**
 * What can be shown at another time; what needs a card that is not at hand stands by itself.
 * @param {Words} words
 * @param {Way[]} ways
 * @param {Facts} facts
 * @param {string} heading
 */
function makeLater(words, ways, facts, heading) {
  const [soon, back] = isAway(facts) ? [ways.filter((way) => !needsCard(way)), ways.filter(needsCard)] : [ways, []];
  return [
    makeSection(words.ui(heading), [soon.length ? makeWays(words, soon) : null], { 'data-part': 'show' }),
    makeSection(words.ui('show_back_heading'), [back.length ? makeWays(words, back) : null], { 'data-part': 'show-back' }),
  ];
}

/**
 * At any facility: by the state of its reader, first what can be shown before anything has arrived.
 * @param {Words} words
 * @param {Answer} answer
 */
function careAnywhere(words, answer) {
  const { main, facts, byReader } = answer;
  const depends = turnsOnWhatIsOpen(main) ? make('p', {}, words.ui('show_depends')) : null;
  if (!main.care && !sureWays(main).length) {
    const ask = makeActions(words, UNTIL_KNOWN);
    return [makeSection(words.ui('show_today_heading'), [depends, ask], { 'data-part': 'today' })];
  }
  /** @param {Decision} decision */
  const ready = (decision) => sureWays(decision).filter((way) => isAtHand(way, main, facts));
  const all = sureWays;
  /** @param {Decision} decision */
  const more = (decision) => all(decision).filter((way) => !ready(decision).includes(way));
  const today = showableNow(answer).map((group) => makeStates(words, group));
  const later = byState(words, byReader, (decision) => more(decision).filter((way) => !isAway(facts) || !needsCard(way)));
  const back = isAway(facts) ? byState(words, byReader, (decision) => all(decision).filter(needsCard)) : [];
  const heading = ready(main).length ? 'show_more_heading' : 'show_after_heading';
  const none = all(main).length ? null : make('p', {}, words.ui('show_nothing'));
  const waiting = words.ui(isAway(facts) ? 'show_card_away' : 'show_before_arrival');
  const empty = all(main).length && !ready(main).length ? (depends ?? make('p', {}, waiting)) : null;
  const actions = makeActions(words, main.care?.actions ?? (ready(main).length ? [] : UNTIL_KNOWN));
  return [
    makeSection(words.ui('show_today_heading'), [none, empty, ...today, actions], { 'data-part': 'today' }),
    makeSection(words.ui(heading), later, { 'data-part': 'show' }),
    makeSection(words.ui('show_back_heading'), back, { 'data-part': 'show-back' }),
  ];
}

/**
 * @param {Decision} decision
 * @returns {boolean} whether some open answer accepts more than all of them do
 */
function turnsOnWhatIsOpen(decision) {
  const sure = sureWays(decision).map((way) => way.join());
  return !decision.care && decision.possible.some((one) => one.care?.show.some((way) => !sure.includes(way.join())));
}

/**
 * @param {Words} words
 * @param {Map<string, Decision>} byReader
 * @param {(decision: Decision) => Way[]} waysOf
 * @returns {HTMLElement[]}
 */
function byState(words, byReader, waysOf) {
  return groupByState(byReader, waysOf).map((group) => makeStates(words, group));
}

/**
 * @param {Words} words
 * @param {import('./at_hand.js').Group} group
 */
function makeStates(words, { states, ways }) {
  const heading = states.length ? make('h3', {}, words.list(states.map((state) => words.ui(`reader_${state}`)))) : null;
  return make('div', {}, heading, makeWays(words, ways));
}

/**
 * @param {Words} words
 * @param {Way[]} ways
 * @returns {HTMLUListElement}
 */
export function makeWays(words, ways) {
  const items = ways.map((way, place) =>
    make(
      'li',
      {},
      place > 0 ? make('span', { class: 'or' }, words.ui('show_or')) : null,
      make('span', { class: 'way' }, way.map((item) => words.of('items', item)).join(` ${words.ui('show_and')} `)),
    ),
  );
  return make('ul', { class: 'ways' }, ...items);
}

/**
 * @param {Words} words
 * @param {string[]} actions
 */
export function makeActions(words, actions) {
  return actions.length ? makeList(actions.map((action) => words.of('actions', action)), { class: 'actions' }) : null;
}
