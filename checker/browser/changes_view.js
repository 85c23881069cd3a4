/**
 * 「こうなると、答えが変わります」: what may come to pass in this person's life, and what would come of it.
 *
 * Told is only what can still happen to somebody and what has words: nobody is told of being born on another day, of
 * another insurer all along, or of what would have to be said for another answer.
 */

import { make, makeSection } from './dom.js';
import { sayOutcome } from './outcome_view.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {{fact: string, value: string}} Turn */

const IN_HAND = ['held', 'not_at_hand'];

/** What can come to pass, the most telling first: its words, and of whom; `value` is left out where any may be added. */
const TURNS = [
  { said: 'reader_works', fact: 'reader', value: 'works' },
  { said: 'registers', fact: 'registration', value: 'registered', from: ['not_registered', 'cancelled'] },
  { said: 'card_back', fact: 'my_number_card', value: 'held', from: ['lost', 'renewing', 'expired'] },
  { said: 'card_lost', fact: 'my_number_card', value: 'lost', from: IN_HAND },
  { said: 'e_certificate_over', fact: 'e_certificate', value: 'expired' },
  { said: 'e_certificate_renewed', fact: 'e_certificate', value: 'valid' },
  { said: 'cancelled', fact: 'registration', value: 'cancelled', from: ['cancellation_pending'] },
  { said: 'cancels', fact: 'event', value: 'cancel_registration' },
  { said: 'care_needs', fact: 'care_needs' },
  { said: 'moves', fact: 'event', value: 'moved_insurer' },
  { said: 'card_renewed', fact: 'my_number_card', value: 'renewing', from: IN_HAND },
  { said: 'certificate_lost', fact: 'event', value: 'lost_certificate' },
  { said: 'notice_lost', fact: 'event', value: 'lost_notice' },
  { said: 'card_given_back', fact: 'my_number_card', value: 'return_pending', from: IN_HAND },
];

const AT_MOST = 5;

/**
 * @param {Words} words
 * @param {Nearest} told
 * @param {Decision} own
 * @returns {HTMLElement | null}
 */
export function changesSection(words, told, own) {
  if (own.status !== 'decided') return null;
  const items = told.nearest
    .map((entry) => ({ entry, place: placeOf(entry), outcome: sayOutcome(words, entry, own) }))
    .filter(({ entry, place, outcome }) => entry.settled && place >= 0 && outcome !== null)
    .sort((one, other) => one.place - other.place)
    .slice(0, AT_MOST)
    .map(({ entry, outcome }) => makeChange(words, entry, outcome));
  const list = items.length ? make('ul', { class: 'changes' }, ...items) : null;
  return makeSection(words.of('changes', 'heading'), [list], { 'data-part': 'changes' });
}

/**
 * @param {Words} words
 * @param {Nearby} entry
 * @param {string | null} outcome
 */
function makeChange(words, entry, outcome) {
  const { fact, value } = /** @type {Turn} */ (turnOf(entry));
  const happens = words.of('changes', TURNS[placeOf(entry)]?.said ?? '', { value: words.value(fact, value) });
  return make('li', { 'data-changes': JSON.stringify(entry.changes) }, make('strong', {}, happens), make('span', {}, outcome));
}

/**
 * @param {Nearby} entry
 * @returns {number} where it stands among what can come to pass; -1: it cannot
 */
function placeOf(entry) {
  const turn = turnOf(entry);
  const before = turn ? entry.from[turn.fact] : null;
  return TURNS.findIndex(
    ({ fact, value, from }) => fact === turn?.fact && (value ?? turn.value) === turn.value && (!from || from.includes(String(before))),
  );
}

/**
 * @param {Nearby} entry
 * @returns {Turn | null} the one thing that happens: a value that a fact gets, or a member that a list gets besides
 */
function turnOf({ changes, from }) {
  const { e_certificate_until: until, ...others } = changes;
  const [[fact, value] = ['', null], ...more] = Object.entries(others);
  if (more.length || (until !== undefined && (until !== null || fact !== 'e_certificate'))) return null;
  if (fact === 'e_certificate') return { fact, value: value === null ? 'valid' : String(value) };
  if (!Array.isArray(value)) return value === null ? null : { fact, value: String(value) };
  const before = [from[fact] ?? []].flat().map(String);
  const added = value.filter((one) => !before.includes(one));
  return added.length === 1 && before.every((one) => value.includes(one)) ? { fact, value: added[0] ?? '' } : null;
}
