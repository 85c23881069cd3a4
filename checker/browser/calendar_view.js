/** 「これからの予定」: the days ahead on which the answer changes, with what changes to what, and up to when was looked. */

import { make, makeSection } from './dom.js';
import { sayOutcome } from './outcome_view.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./ahead.js').Ahead} Ahead */
/** @typedef {import('./ahead.js').AheadDay} AheadDay */

/** Why a day changes the answer, by what `ahead.js` calls it. @type {Record<string, string>} */
const CAUSES = {
  'birth_date+years18': 'turns_18',
  'birth_date+years70': 'turns_70',
  'birth_date+years75': 'turns_75',
  'e_certificate_until+days1': 'e_certificate_ends',
  'e_certificate_until+months3': 'grace_over',
  'left_on+': 'left',
  'on_date+': 'rules_change',
};

/**
 * @param {Words} words
 * @param {Ahead} ahead
 * @param {Decision} own
 * @returns {HTMLElement | null}
 */
export function calendarSection(words, { days, until, vague }, own) {
  const items = days.flatMap((day, place) => makeDay(words, day, days[place - 1]?.answer ?? own));
  const named = vague.filter((fact) => words.page(fact).name !== fact);
  if (!items.length && !named.length) return null;
  return makeSection(
    words.of('calendar', 'heading'),
    [
      items.length ? make('ul', { class: 'changes', 'data-until': until }, ...items) : null,
      items.length ? make('p', { class: 'horizon' }, words.of('calendar', 'until', { date: words.date(until) })) : null,
      ...named.map((fact) => makeVague(words, fact)),
    ],
    { 'data-part': 'calendar' },
  );
}

/**
 * @param {Words} words
 * @param {AheadDay} day
 * @param {import('./outcome_view.js').Outcome} before
 */
function makeDay(words, { from, cause, answer }, before) {
  const said = sayOutcome(words, answer, before);
  if (said === null) return [];
  const outcome = answer.status === 'out_of_scope' && cause.startsWith('birth_date') ? words.ui('out_of_scope_age') : said;
  const why = CAUSES[cause];
  return [
    make(
      'li',
      { 'data-day': from, 'data-cause': cause },
      make('strong', {}, words.date(from)),
      why === undefined ? null : make('span', {}, words.of('calendar', why)),
      make('span', {}, outcome),
    ),
  ];
}

/**
 * @param {Words} words
 * @param {string} fact
 */
function makeVague(words, fact) {
  const { name } = words.page(fact);
  const label = words.ui('change_name', { name });
  const change = make('button', { type: 'button', class: 'link', 'data-change': fact, 'aria-label': label }, words.ui('change'));
  return make('p', { 'data-vague': fact }, words.of('calendar', 'vague', { name }), change);
}
