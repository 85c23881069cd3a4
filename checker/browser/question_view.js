/**
 * One question as a form: the heading is its legend, nothing is chosen beforehand, 「わからない」 stands last.
 *
 * Builds and reads forms; what an answer means is not known here. The first page's form stands in the HTML already
 * and is read by the same functions.
 */

import { bandLabel, bandValue } from './bands.js';
import { fill, make } from './dom.js';
import { GATE } from './meaning.js';
import { sayValueOf } from './sayings.js';
import { DAY } from './visit.js';

/** @typedef {import('./words.js').Words} Words */
/**
 * @typedef {object} Question
 * @property {string} page
 * @property {Words} words
 * @property {Band[]} bands
 * @property {string[]} rows
 * @property {string[]} chosen
 * @property {string} day that is asked about
 * @property {string} today
 * @property {boolean} back whether a page comes before
 * @property {boolean} forOther
 */
/** @typedef {Pick<Question, 'page' | 'words' | 'bands' | 'rows' | 'day' | 'today'>} Asked */
/** @typedef {{value: string, label: string, note?: string}} Option */
/**
 * @typedef {object} Reading
 * @property {string} page
 * @property {string[]} chosen
 * @property {boolean | null} forOther whether the answers are another person's; null where that is not said
 * @property {string | null} problem a sentence's id
 */

export const CHECKBOX_PAGES = new Set(['care_needs', 'has', 'brings', GATE]);
const DATE_PAGES = new Set([
  'birth_date',
  'e_certificate_until',
  'enrolled_on',
  'left_on',
  'applied_on',
  'stay_until',
  'notice_until',
  'certificate_until',
  DAY,
]);

/** A choice that cannot stand beside others. */
const ALONE = new Set(['none', 'no_answer', 'unknown']);

/** @param {string} page */
export function asksForDate(page) {
  return DATE_PAGES.has(page) && page !== DAY;
}

/**
 * @param {Band[]} bands
 * @param {string[]} chosen
 * @returns {Band | null} the band that was chosen
 */
export function bandOf(bands, chosen) {
  return bands.find((band) => bandValue(band) === chosen[0]) ?? null;
}

/**
 * @param {Question} question
 * @returns {HTMLFormElement}
 */
export function makeQuestion(question) {
  const { page, words } = question;
  const told = words.page(page);
  const many = CHECKBOX_PAGES.has(page);
  const hints = [told.hint, many ? words.ui('choose_all') : null].filter(Boolean);
  const form = make(
    'form',
    { method: 'dialog', autocomplete: 'off', novalidate: true },
    make(
      'fieldset',
      { 'data-question': page, 'aria-describedby': hints.length ? 'question-hint' : null },
      make('legend', {}, make('h1', { tabindex: '-1' }, told.question)),
      hints.length ? make('div', { class: 'hint', id: 'question-hint' }, ...hints.map((hint) => make('p', {}, hint))) : null,
      make('p', { class: 'problem', id: 'question-problem', role: 'alert' }),
      make('div', { class: 'options' }, ...optionsOf(question).map((option) => makeOption(question, option, many))),
    ),
    page === 'errand' ? makeForOther(question) : null,
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'submit', 'data-next': true, class: 'main' }, words.ui('next')),
      question.back ? make('button', { type: 'button', 'data-back': true }, words.ui('back')) : null,
      question.back ? make('button', { type: 'button', 'data-restart': true, class: 'link' }, words.ui('restart')) : null,
    ),
  );
  if (DATE_PAGES.has(page)) addDateField(form, question);
  return form;
}

/**
 * @param {Asked} question
 * @returns {Option[]}
 */
export function optionsOf({ page, words, bands, rows, day, today }) {
  const told = words.page(page);
  if (page === DAY) return [{ value: today, label: words.ui('today_option', { date: words.date(today) }) }, { value: 'date', label: words.ui('date_option') }];
  const unknown = { value: 'unknown', label: words.ui('unknown'), note: told.find_out };
  if (DATE_PAGES.has(page)) {
    const named = bands.map((band) => ({ value: bandValue(band), label: bandLabel(words, page, band, day) }));
    return [...named, { value: 'date', label: words.ui('date_option') }, unknown];
  }
  /** @type {Option[]} */
  const options = (page === GATE ? rows : Object.keys(told.values ?? {})).map((value) => ({ value, label: words.value(page, value) }));
  const alone = [...(CHECKBOX_PAGES.has(page) ? ['none'] : []), ...(page === 'care_needs' ? ['no_answer'] : [])];
  options.push(...alone.map((value) => ({ value, label: sayValueOf(words, page, value) })));
  return [...options, unknown];
}

/**
 * @param {Question} question
 * @param {Option} option
 * @param {boolean} many
 */
function makeOption(question, { value, label, note }, many) {
  const { chosen } = question;
  return make(
    'label',
    { class: 'option' },
    make('input', {
      type: many ? 'checkbox' : 'radio',
      name: 'answer',
      value,
      checked: value === 'date' ? typedDate(question) !== null : chosen.includes(value),
      'aria-labelledby': note ? `label-${value}` : null,
      'aria-describedby': note ? `note-${value}` : null,
    }),
    make(
      'span',
      {},
      make('span', { class: 'label', id: note ? `label-${value}` : null }, label),
      note ? make('small', { id: `note-${value}` }, note) : null,
    ),
  );
}

/**
 * @param {Question} question
 * @returns {string | null} the date that was typed, where none of the options was chosen
 */
function typedDate({ page, chosen, bands, day, today }) {
  if (page === DAY) return day === today ? null : day;
  if (!DATE_PAGES.has(page) || bandOf(bands, chosen)) return null;
  return chosen.find((value) => /^\d{4}-/u.test(value)) ?? null;
}

/** @param {Question} question */
function makeForOther({ words, forOther }) {
  const box = make('input', { type: 'checkbox', name: 'for_other', checked: forOther });
  return make('label', { class: 'for-other' }, box, make('span', { class: 'label' }, words.ui('for_other')));
}

/**
 * @param {HTMLFormElement} form
 * @param {Question} question
 */
function addDateField(form, question) {
  const { page, words, today } = question;
  const option = form.querySelector('input[value="date"]')?.closest('label');
  const typed = typedDate(question);
  const name = words.page(page).name;
  const past = page === 'birth_date' || page === 'applied_on';
  const field = make(
    'label',
    { class: 'date', hidden: typed === null },
    make('span', {}, words.ui('date_label', { name })),
    make('input', { type: 'date', value: typed ?? '', min: page === DAY ? today : '1900-01-01', max: past ? today : null }),
  );
  option?.after(field);
  form.addEventListener('change', () => {
    field.hidden = !form.querySelector('input[value="date"]:checked');
  });
}

/**
 * @param {HTMLFormElement} form
 * @returns {Reading}
 */
export function readQuestion(form) {
  const page = form.querySelector('fieldset')?.dataset['question'] ?? '';
  /** @type {NodeListOf<HTMLInputElement>} */
  const checked = form.querySelectorAll('input[name="answer"]:checked');
  const chosen = [...checked].map((input) => input.value);
  const forOther = /** @type {HTMLInputElement | null} */ (form.querySelector('input[name="for_other"]'))?.checked ?? null;
  if (!chosen.length) return { page, chosen, forOther, problem: 'nothing_chosen' };
  if (chosen[0] !== 'date') return { page, chosen, forOther, problem: null };
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="date"]'));
  if (!field || field.validity.badInput || !field.validity.valid) return { page, chosen, forOther, problem: 'date_impossible' };
  if (!field.value) return { page, chosen, forOther, problem: 'date_missing' };
  return { page, chosen: [field.value], forOther, problem: null };
}

/** @param {HTMLFormElement} form @returns {string[]} what can be chosen from, but for "none" and "unknown" */
export function rowsOf(form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = form.querySelectorAll('input[name="answer"]');
  return [...inputs].map((input) => input.value).filter((value) => !ALONE.has(value));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} sentence
 */
export function showProblem(form, sentence) {
  fill(form.querySelector('.problem'), sentence);
  const hint = form.querySelector('#question-hint') ? ' question-hint' : '';
  form.querySelector('fieldset')?.setAttribute('aria-describedby', `question-problem${hint}`);
  const typed = form.querySelector('.date:not([hidden]) input');
  typed?.setAttribute('aria-invalid', 'true');
  typed?.setAttribute('aria-describedby', 'question-problem');
  const field = /** @type {HTMLInputElement | null} */ (typed ?? form.querySelector('input[name="answer"]'));
  field?.focus();
}

/**
 * Keep "none", "no answer" and "unknown" alone among checkboxes.
 * @param {HTMLElement} form
 */
export function keepAlone(form) {
  form.addEventListener('change', (event) => {
    const changed = event.target;
    if (!(changed instanceof HTMLInputElement) || changed.type !== 'checkbox' || !changed.checked) return;
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = form.querySelectorAll('input[type="checkbox"]');
    for (const box of boxes) {
      if (box !== changed && (ALONE.has(changed.value) || ALONE.has(box.value))) box.checked = false;
    }
  });
}
