/**
 * One question as a form: the heading is its legend, nothing is chosen beforehand, 「わからない」 stands last.
 *
 * Builds and reads forms; what an answer means is not known here. The first page's form stands in the HTML already
 * and is read by the same functions.
 */

import { bandLabel, bandValue } from './bands.js';
import { make } from './dom.js';
import { GATE } from './meaning.js';
import { sayDate } from './words.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {{page: string, words: Words, bands: Band[], rows: string[], chosen: string[], today: string, back: boolean}} Question */
/** @typedef {{value: string, label: string, note?: string}} Option */
/** @typedef {{page: string, chosen: string[], said: string, problem: string | null}} Reading problem: a sentence's id */

const CHECKBOX_PAGES = new Set(['care_needs', 'has', 'brings', GATE]);
const DATE_PAGES = new Set([
  'birth_date',
  'e_certificate_until',
  'enrolled_on',
  'left_on',
  'applied_on',
  'stay_until',
  'notice_until',
  'certificate_until',
]);

/** A choice that cannot stand beside others. */
const ALONE = new Set(['none', 'no_answer', 'unknown']);

/** @param {string} page */
export function asksForDate(page) {
  return DATE_PAGES.has(page);
}

/**
 * @param {Question} question
 * @returns {HTMLFormElement}
 */
export function makeQuestion(question) {
  const { page, words } = question;
  const told = words.page(page);
  const many = CHECKBOX_PAGES.has(page);
  const hint = [told.hint, many ? words.ui('choose_all') : null].filter(Boolean).join('');
  const form = make(
    'form',
    { method: 'dialog', autocomplete: 'off', novalidate: true },
    make(
      'fieldset',
      { 'data-question': page, 'aria-describedby': hint ? 'question-hint' : null },
      make('legend', {}, make('h1', { tabindex: '-1' }, told.question)),
      hint ? make('p', { class: 'hint', id: 'question-hint' }, hint) : null,
      make('p', { class: 'problem', id: 'question-problem', role: 'alert' }),
      make('div', { class: 'options' }, ...optionsOf(question).map((option) => makeOption(question, option, many))),
    ),
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'submit', 'data-next': true, class: 'main' }, words.ui('next')),
      question.back ? make('button', { type: 'button', 'data-back': true }, words.ui('back')) : null,
    ),
  );
  if (DATE_PAGES.has(page)) addDateField(form, question);
  return form;
}

/**
 * @param {Question} question
 * @returns {Option[]}
 */
function optionsOf({ page, words, bands, rows, today }) {
  const told = words.page(page);
  const unknown = { value: 'unknown', label: words.ui('unknown'), note: told.find_out };
  if (DATE_PAGES.has(page)) {
    const named = bands.map((band) => ({ value: bandValue(band), label: bandLabel(words, page, band, today) }));
    return [...named, { value: 'date', label: words.ui('date_option') }, unknown];
  }
  /** @type {Option[]} */
  const options = (page === GATE ? rows : Object.keys(told.values ?? {})).map((value) => ({ value, label: words.value(page, value) }));
  if (CHECKBOX_PAGES.has(page)) options.push({ value: 'none', label: words.ui('none_of_these') });
  if (page === 'care_needs') options.push({ value: 'no_answer', label: words.ui('no_answer') });
  return [...options, unknown];
}

/**
 * @param {Question} question
 * @param {Option} option
 * @param {boolean} many
 */
function makeOption({ page, chosen, bands }, { value, label, note }, many) {
  const typed = DATE_PAGES.has(page) && chosen.some((one) => !ALONE.has(one) && !bands.some((band) => bandValue(band) === one));
  return make(
    'label',
    { class: 'option' },
    make('input', {
      type: many ? 'checkbox' : 'radio',
      name: 'answer',
      value,
      checked: value === 'date' ? typed : chosen.includes(value),
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
 * @param {HTMLFormElement} form
 * @param {Question} question
 */
function addDateField(form, { page, words, chosen, bands, today }) {
  const option = form.querySelector('input[value="date"]')?.closest('label');
  const typed = chosen.find((value) => /^\d{4}-/u.test(value) && !bands.some((band) => bandValue(band) === value));
  const name = words.page(page).name;
  const past = page === 'birth_date' || page === 'applied_on';
  const field = make(
    'label',
    { class: 'date', hidden: typed === undefined },
    make('span', {}, words.ui('date_label', { name })),
    make('input', { type: 'date', value: typed ?? '', min: '1900-01-01', max: past ? today : null }),
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
  const said = [...checked].map((input) => input.labels?.[0]?.querySelector('.label')?.textContent ?? '').join('、');
  if (!chosen.length) return { page, chosen, said, problem: 'nothing_chosen' };
  if (chosen[0] !== 'date') return { page, chosen, said, problem: null };
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector('input[type="date"]'));
  if (!field || field.validity.badInput || !field.validity.valid) return { page, chosen, said, problem: 'date_impossible' };
  if (!field.value) return { page, chosen, said, problem: 'date_missing' };
  return { page, chosen: [field.value], said: sayDate(field.value), problem: null };
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
  const place = form.querySelector('.problem');
  if (place) place.textContent = sentence;
  const fieldset = form.querySelector('fieldset');
  fieldset?.setAttribute('aria-describedby', 'question-problem question-hint');
  const field = /** @type {HTMLInputElement | null} */ (
    form.querySelector('.date:not([hidden]) input') ?? form.querySelector('input[name="answer"]')
  );
  field?.focus();
}

/**
 * Keep "none", "no answer" and "unknown" alone among checkboxes.
 * @param {HTMLFormElement} form
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
