/** The clerk's screen: questions on the left, the answer as it stands on the right. Makes elements and knows no person. */

import { actOf } from './act.js';
import { makeUndo } from './counter_group.js';
import { fill, make } from './dom.js';
import { procedureSection } from './procedure_view.js';
import { reasonsSection } from './reasons_view.js';
import { mainSections, sayAct, warningsSection } from './result_view.js';

/** @typedef {import('./words.js').Words} Words */

/** @type {[key: string, sentence: string][]} */
const KEYS = [
  ['1–9', 'key_choose'],
  ['0', 'key_unknown'],
  ['↑ ↓ Enter', 'key_move'],
  ['Delete', 'key_undo'],
];

/**
 * @param {Words} words
 * @param {{panel: string, day: string, today: string, keys: boolean}} state panel: how the panel is called
 * @returns {HTMLFormElement}
 */
export function makeCounter(words, { panel, day, today, keys }) {
  /** @param {string} id */
  const say = (id) => words.of('counter', id);
  /** @param {string} key @param {string} text @param {Record<string, string | boolean>} attributes */
  const makeButton = (key, text, attributes) =>
    make('button', { type: 'button', 'aria-keyshortcuts': key, ...attributes }, text, ' ', makeKey(key));
  return make(
    'form',
    { class: 'counter', method: 'dialog', autocomplete: 'off', novalidate: true, tabindex: '-1' },
    make(
      'section',
      { class: 'counter-ask', 'aria-label': say('questions') },
      make('div', { class: 'groups' }),
      make('ul', { class: 'idle' }),
      make('dl', { class: 'keys' }, ...KEYS.map(([key, id]) => make('div', {}, make('dt', {}, makeKey(key)), make('dd', {}, say(id))))),
      make(
        'p',
        { class: 'counter-more' },
        make('label', {}, make('input', { type: 'checkbox', checked: keys, 'data-keys': true }), ' ', say('keys')),
        make('label', {}, words.page('on_date').name, ' ', make('input', { type: 'date', value: day, min: today, 'data-day': true })),
        make('button', { type: 'button', class: 'link', 'data-leave-counter': true }, say('leave')),
      ),
    ),
    make(
      'section',
      { class: 'counter-answer', 'aria-label': say('answer') },
      make(
        'div',
        { class: 'buttons' },
        makeButton('P', say('print'), { class: 'main', 'data-print': true }),
        makeButton('N', say('next_person'), { 'data-restart': true }),
        makeButton('T', panel, { 'data-beside': true, 'aria-expanded': 'false' }),
      ),
      make(
        'div',
        { 'data-result': true },
        make('div', { 'data-fault': true, role: 'alert' }),
        make('div', { role: 'status' }),
        make('div', { class: 'answer-parts' }),
      ),
    ),
  );
}

/** @param {string} key */
const makeKey = (key) => make('kbd', { 'aria-hidden': 'true' }, key);

/**
 * Answers that change nothing now stay in sight, and can be taken back.
 * @param {Element} form
 * @param {Words} words
 * @param {string[]} pages
 * @param {(page: string) => string} say
 */
export function fillIdle(form, words, pages, say) {
  const rows = pages.map((page) => {
    const { name } = words.page(page);
    return make('li', {}, words.pair(name, say(page)), ' ', makeUndo(words, page, name));
  });
  fill(form.querySelector('.idle'), ...(rows.length ? [make('li', {}, words.of('counter', 'idle')), ...rows] : []));
}

/**
 * @param {string} heading
 * @param {HTMLElement | null} told
 * @param {string | null} [part]
 */
function makeMore(heading, told, part = null) {
  return told && make('details', { class: 'more', 'data-part': part }, make('summary', {}, heading), told);
}

/**
 * @param {Element} place on the right
 * @param {import('./result_view.js').Shown} shown
 */
export function fillAnswer(place, shown) {
  const result = /** @type {Element} */ (place.querySelector('[data-result]'));
  const { words, answer, answers, say, desk, copy } = shown;
  const decision = answer.main;
  const act = make('h1', { class: 'act' }, sayAct(words, actOf(decision, answer.facts, answers['errand']?.[0] ?? '', desk), decision));
  const status = result.querySelector('[role="status"]');
  place.scrollTop = 0;
  result.removeAttribute('aria-busy');
  if (status?.textContent !== act.textContent) status?.replaceChildren(act); // the same line is not read out again
  const why = reasonsSection(words, decision, answer.facts, (fact) => (fact in answers ? say(fact) : null));
  fill(
    result.querySelector('.answer-parts'),
    copy('standing'),
    ...mainSections(shown),
    procedureSection(words, answer),
    warningsSection(words, decision),
    makeMore(words.ui('contact_heading'), copy('contact'), 'contact'),
    decision.status === 'contradiction' ? null : makeMore(words.ui('why_heading'), why),
    make('p', { class: 'opinion', 'data-opinion': true }),
  );
  result.querySelector('[data-fault]')?.replaceChildren();
  const issued = decision.document?.issued.map((one) => one.id) ?? [];
  const told = { status: decision.status, document: issued.join(' ') || 'none', basis: decision.document?.basis ?? 'none' };
  for (const [name, value] of Object.entries(told)) result.setAttribute(`data-${name}`, value);
}
