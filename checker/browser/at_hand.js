/** What somebody can show with what is at hand, apart from what is still to come. Pure. */

import { needsCard, readyWays, sureWays } from './desk.js';

/** @typedef {import('./answer.js').Answer} Answer */
/** @typedef {{states: string[], ways: Way[], basis: Basis | null}} Group states of the reader for which the ways hold; basis null: several, or open */

/** Documents that somebody has or has not; other things come with a card or a phone. */
const PAPERS = new Set(['eligibility_certificate', 'eligibility_notice', 'old_insurance_card']);

/**
 * @param {Answer} answer
 * @returns {Group[]} what can be shown today; states are empty where the ways hold for all, or the state was said
 */
export function showableNow({ main, facts, byReader }) {
  if (!byReader.size) return withWays([{ states: [], ways: showableAtDesk(main, facts), basis: main.care?.basis ?? null }]);
  /** @param {Decision} decision */
  const ready = (decision) => sureWays(decision).filter((way) => isAtHand(way, main, facts));
  if (!main.care && !sureWays(main).length) return [];
  const groups = groupByState(byReader, ready);
  return groups.length ? groups : withWays([{ states: [], ways: ready(main), basis: main.care?.basis ?? null }]);
}

/**
 * @param {Answer} answer
 * @returns {Way[]} what is accepted besides, once all of it is in hand; whatever state the reader is in
 */
export function showableLater(answer) {
  const { main, byReader } = answer;
  if (!main.care && !sureWays(main).length) return [];
  const now = showableNow(answer).flatMap(({ ways }) => ways.map((way) => way.join()));
  const all = (byReader.size ? [...byReader.values()] : [main]).flatMap(sureWays);
  return [...new Map(all.map((way) => [way.join(), way])).values()].filter((way) => !now.includes(way.join()));
}

/** @param {Group[]} groups */
const withWays = (groups) => groups.filter(({ ways }) => ways.length);

/**
 * @param {Decision} main
 * @param {Facts} facts
 * @returns {Way[]} those that what was brought covers
 */
export function showableAtDesk(main, facts) {
  return readyWays(main, facts).filter((way) => !isAway(facts) || !needsCard(way));
}

/**
 * Ways under the states of the reader for which the same ones hold.
 * @param {Map<string, Decision>} byReader
 * @param {(decision: Decision) => Way[]} waysOf
 * @returns {Group[]} those with a way; without states where the same holds for all
 */
export function groupByState(byReader, waysOf) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const [state, decision] of byReader) {
    const ways = waysOf(decision);
    const basis = decision.care?.basis ?? null;
    const group = groups.get(JSON.stringify(ways)) ?? { states: [], ways, basis };
    groups.set(JSON.stringify(ways), { states: [...group.states, state], ways, basis: group.basis === basis ? basis : null });
  }
  const named = groups.size > 1;
  return withWays([...groups.values()]).map((group) => (named ? group : { ...group, states: [] }));
}

/**
 * @param {Facts} facts
 * @returns {boolean} whether the card is out of reach, at home or with somebody else
 */
export function isAway(facts) {
  return facts['my_number_card'] === 'not_at_hand';
}

/**
 * @param {Way} way
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {boolean} whether nothing in it is still to come
 */
export function isAtHand(way, decision, facts) {
  if (isAway(facts) && needsCard(way)) return false;
  const has = facts['has'];
  const coming = comingOf(decision);
  return way.every((item) => {
    if (!PAPERS.has(item)) return true;
    return Array.isArray(has) ? has.includes(item) : !coming.has(item);
  });
}

/**
 * @param {Decision} decision
 * @returns {Set<string>} documents that are still to come, whichever of the open answers is true
 */
export function comingOf(decision) {
  const open = decision.document ? [decision] : decision.possible;
  return new Set(open.flatMap((one) => (one.document?.issued ?? []).map(({ id }) => id)));
}
