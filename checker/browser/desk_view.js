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
 * @returns {HTMLElement | null}
 */
export function makeDeskAside(words, cases) {
  if (!cases.length) return null;
  return make(
    'aside',
    { class: 'desk', 'data-part': 'desk', 'aria-label': words.ui('desk_now') },
    make('h2', { tabindex: '-1' }, words.ui('desk_now')),
    make('div', { class: 'cards' }, ...cases.map((one) => makeCase(words, one, cases.length > 1))),
    make('p', {}, words.ui('desk_now_more')),
  );
}

/**
 * @param {Words} words
 * @param {DeskCase} one
 * @param {boolean} named whether it stands beside others
 */
function makeCase(words, { card, registration, care }, named) {
  const ways = care.now ?? care.show;
  return make(
    'div',
    { class: named ? 'card' : null },
    named ? make('h3', {}, words.ui(card === 'held' ? `desk_${registration}` : `desk_${card}`)) : null,
    ways.length ? makeWays(words, ways) : make('p', {}, words.ui('show_nothing_today')),
    makeActions(words, care.actions),
  );
}
