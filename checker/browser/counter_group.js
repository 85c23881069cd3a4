/**
 * One question on the clerk's screen: a row of choices with the key of each. Makes and reads elements; what an answer
 * means is not known here.
 */

import { make } from './dom.js';
import { asksForDate, bandOf, CHECKBOX_PAGES, keepAlone, optionsOf } from './question_view.js';

/** @typedef {import('./question_view.js').Asked & {chosen: string[]}} Group */

const DIGITS = 9;

/**
 * @param {Group} group
 * @returns {HTMLFieldSetElement}
 */
export function makeGroup(group) {
  const { page, words, chosen } = group;
  const { name, question } = words.page(page);
  const typed = typedIn(group);
  const undo = makeUndo(words, page, name);
  const fieldset = make(
    'fieldset',
    { 'data-question': page },
    make('legend', {}, question),
    make('div', { class: 'picks' }, ...picksOf(group).map(([digit, option]) => makePick(page, digit, option, option.value === 'date' ? typed !== '' : chosen.includes(option.value))), undo),
  );
  if (asksForDate(page)) {
    const label = words.ui('date_label', { name });
    const latest = page === 'birth_date' || page === 'applied_on' ? group.today : null;
    undo.before(make('input', { type: 'date', value: typed, min: '1900-01-01', max: latest, 'aria-label': label, hidden: !typed }));
  }
  keepAlone(fieldset);
  return fieldset;
}

/**
 * @param {import('./words.js').Words} words
 * @param {string} page
 * @param {string} name
 */
export function makeUndo(words, page, name) {
  const named = words.of('counter', 'undo_name', { name });
  return make('button', { type: 'button', class: 'link', 'data-undo': page, 'aria-label': named }, words.of('counter', 'undo'));
}

/**
 * @param {Group} group
 * @returns {[digit: string | null, option: import('./question_view.js').Option][]} "none" first, "unknown" last, where
 * they have the same key in all groups
 */
function picksOf(group) {
  const options = optionsOf(group);
  const last = options.length - 1;
  /** @param {import('./question_view.js').Option} option */
  const isNone = ({ value }) => value === 'none' && CHECKBOX_PAGES.has(group.page);
  const sorted = [...options.filter(isNone), ...options.filter((one) => !isNone(one))];
  return sorted.map((option, place) => [place === last ? '0' : place < DIGITS ? String(place + 1) : null, option]);
}

/**
 * @param {string} page
 * @param {string | null} digit
 * @param {import('./question_view.js').Option} option
 * @param {boolean} checked
 */
function makePick(page, digit, { value, label, note }, checked) {
  const type = CHECKBOX_PAGES.has(page) ? 'checkbox' : 'radio';
  return make(
    'label',
    { class: 'pick', title: note ?? null },
    make('input', { type, name: page, value, checked, 'aria-keyshortcuts': digit, 'data-digit': digit }),
    digit === null ? null : make('kbd', { 'aria-hidden': 'true' }, digit),
    make('span', {}, label),
  );
}

/** @param {Group} group @returns {string} the date that was typed, where none of the days offered was chosen */
function typedIn({ page, bands, chosen }) {
  if (!asksForDate(page) || bandOf(bands, chosen)) return '';
  return chosen.find((value) => /^\d{4}-/u.test(value)) ?? '';
}

/**
 * @param {HTMLElement} group
 * @returns {string[] | null} what is chosen in it; null while a date is still to be typed
 */
export function readGroup(group) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const checked = group.querySelectorAll('[name]:checked');
  const chosen = [...checked].map(({ value }) => value);
  const field = /** @type {HTMLInputElement | null} */ (group.querySelector('[type="date"]'));
  if (field) field.hidden = chosen[0] !== 'date';
  if (!field || field.hidden) return chosen;
  return field.value && field.validity.valid ? [field.value] : null;
}
