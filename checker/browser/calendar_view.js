/** 「これからの予定」: the days ahead on which the answer changes, with what changes to what, and up to when was looked. */

import { make, makeSection } from './dom.js';
import { sayOutcome } from './outcome_view.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./ahead.js').Ahead} Ahead */
/** @typedef {import('./ahead.js').AheadDay} AheadDay */

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
  const outcome = sayOutcome(words, answer, before);
  if (outcome === null) return [];
  const why = words.of('calendar', cause);
  return [
    make(
      'li',
      { 'data-day': from, 'data-cause': cause },
      make('strong', {}, words.date(from)),
      why === cause ? null : make('span', {}, why),
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
  return make('p', { 'data-vague': fact }, words.of('calendar', 'vague', { name }));
}
