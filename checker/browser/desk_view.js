/**
 * For somebody standing at a desk: what may be shown now, while answers are still open, above the next question.
 */

import { makeActions, makeWays } from './care_view.js';
import { make } from './dom.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./desk.js').DeskCase} DeskCase */

/**
 * @param {Words} words
 * @param {DeskCase[]} cases
 * @param {boolean} more whether a question follows
 * @returns {HTMLElement | null}
 */
export function makeDeskAside(words, cases, more) {
  if (!cases.length) return null;
  const groups = alike(cases);
  return make(
    'aside',
    { class: 'desk', 'data-part': 'desk', 'aria-label': words.ui('desk_now') },
    make('h2', { tabindex: '-1' }, words.ui('desk_now')),
    make('div', { class: 'cards' }, ...groups.map((group) => makeDeskGroup(words, group, groups.length > 1))),
    more ? make('p', {}, words.ui('desk_now_more')) : null,
  );
}

/**
 * @param {DeskCase[]} cases
 * @returns {DeskCase[][]} those with the same to show together
 */
function alike(cases) {
  /** @type {Map<string, DeskCase[]>} */
  const groups = new Map();
  for (const one of cases) {
    const key = JSON.stringify([one.care.now ?? one.care.show, one.care.actions]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * @param {Words} words
 * @param {DeskCase[]} group
 * @param {boolean} named whether it stands beside others
 */
function makeDeskGroup(words, group, named) {
  const care = group[0]?.care;
  if (!care) return null;
  const ways = care.now ?? care.show;
  const names = group.map(({ card, registration }) => words.ui(card === 'held' ? `desk_${registration}` : `desk_${card}`));
  return make(
    'div',
    { class: named ? 'card' : null },
    named ? make('h3', {}, words.list(names)) : null,
    ways.length ? makeWays(words, ways) : make('p', {}, words.ui('show_nothing_today')),
    makeActions(words, care.actions),
  );
}
