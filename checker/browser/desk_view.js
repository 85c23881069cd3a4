/**
 * For somebody standing at a desk: what may be shown now, while answers are still open, above the next question.
 */

import { makeActions, makeWays } from './care_view.js';
import { make } from './dom.js';

/** @typedef {import('./words.js').Words} Words */

/**
 * @param {Words} words
 * @param {Decision} decision as far as it is known
 * @param {string[]} brings
 * @returns {HTMLElement | null}
 */
export function makeDeskAside(words, decision, brings) {
  const open = decision.care ? [decision.care] : decision.possible.flatMap((one) => (one.care ? [one.care] : []));
  const ways = unlike(open.flatMap((care) => care.show));
  const ready = ways.filter((way) => way.every((item) => isBrought(item, brings)));
  const others = ways.filter((way) => !ready.includes(way));
  if (!ways.length && !decision.care?.actions.length) return null;
  return make(
    'aside',
    { class: 'desk', 'data-part': 'desk', 'aria-label': words.ui('desk_now') },
    make('h2', {}, words.ui('desk_now')),
    decision.care ? null : make('p', {}, words.ui('show_open')),
    ready.length ? makeWays(words, ready) : makeActions(words, ['ask_facility_first']),
    others.length ? make('h3', {}, words.ui('desk_others')) : null,
    others.length ? makeWays(words, others) : null,
    make('p', {}, words.ui('desk_now_more')),
  );
}

/**
 * @param {Way[]} ways
 * @returns {Way[]} each once
 */
function unlike(ways) {
  return [...new Map(ways.map((way) => [way.join('+'), way])).values()];
}

/**
 * @param {string} item
 * @param {string[]} brings
 */
function isBrought(item, brings) {
  if (item === 'mynaportal_screen') return brings.includes('smartphone');
  return item === 'eligibility_declaration' || brings.includes(item);
}
