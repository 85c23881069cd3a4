/**
 * The search page: what is typed is looked for in place, and goes nowhere, into no address and into no history.
 */

import { fill, make } from './dom.js';
import { writeIn } from './inscribe.js';
import { fetchIndex } from './search_fetch.js';
import { openIndex } from './search_index.js';
import { search } from './search_ranking.js';
import { foundItems, narrowedTo } from './search_view.js';

/** So long after the last key, how much was found is told. */
const REST_MS = 700;
const AT_ONCE = 10;

/** @param {HTMLElement} part */
function openSearch(part) {
  /** @type {import('./search_view.js').SearchPlace & {language: string, index: string, terms: string[]}} */
  const place = JSON.parse(part.querySelector('[data-search-words]')?.textContent ?? '{}');
  /** @template {HTMLElement} Element @param {string} selector */
  const get = (selector) => /** @type {Element} */ (part.querySelector(selector));
  const [field, whose, only, told, list, more, heading, nothing] = [
    /** @type {HTMLInputElement} */ (get('input')),
    /** @type {HTMLSelectElement} */ (get('select')),
    get('[data-only]'),
    get('[role="status"]'),
    get('[data-results]'),
    get('[data-more]'),
    get('[data-results-heading]'),
    get('[data-nothing]'),
  ];
  /** @type {Promise<import('./search_index.js').Index> | null} */
  let index = null;
  /** @type {HTMLLIElement[]} */
  let waiting = [];
  let telling = 0;

  writeIn(place.language, place.terms);

  /** @param {boolean} [composing] */
  async function look(composing = false) {
    const typed = field.value;
    if (!typed.trim()) return show([], null);
    try {
      index ??= ready();
      const opened = await index;
      if (typed !== field.value) return;
      const answer = search(opened, typed, composing, whose.value ? Number(whose.value) : null);
      const items = foundItems(opened, answer, place);
      show(items, items.length ? (place.words['found'] ?? '').replace('{n}', String(items.length)) : (place.words['none'] ?? ''));
      fill(only, items.length ? narrowedTo(opened, answer, place) : null);
    } catch {
      index = null;
      show([], place.words['failed'] ?? '');
    }
  }

  /**
   * @param {HTMLLIElement[]} items
   * @param {string | null} said null: nothing is looked for
   */
  function show(items, said) {
    fill(only);
    fill(list, ...items.slice(0, AT_ONCE));
    waiting = items.slice(AT_ONCE);
    more.hidden = !waiting.length;
    heading.hidden = !items.length;
    nothing.hidden = said === null || items.length > 0;
    window.clearTimeout(telling);
    if (said === null) fill(told);
    else telling = window.setTimeout(() => fill(told, said), REST_MS);
  }

  /** The index, and with it all whose results may be chosen. */
  async function ready() {
    const opened = await fetchIndex(place.index).then(openIndex);
    if (whose.options.length === 1) whose.append(...opened.insurers.map(({ name }, one) => make('option', { value: String(one) }, name)));
    return opened;
  }

  function showMore() {
    const [first] = waiting;
    list.append(...waiting.splice(0, AT_ONCE));
    more.hidden = !waiting.length;
    first?.querySelector('a')?.focus();
  }

  /** Nothing that was typed stays, whoever comes next. */
  function wipe() {
    field.value = '';
    whose.value = '';
    show([], null);
  }

  part.hidden = false;
  field.addEventListener('input', (event) => void look(event instanceof InputEvent && event.isComposing));
  field.addEventListener('compositionend', () => void look());
  whose.addEventListener('change', () => void look());
  part.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  more.addEventListener('click', showMore);
  document.addEventListener('wipe', wipe);
  window.addEventListener('pageshow', (event) => event.persisted && wipe());
  window.addEventListener('pagehide', wipe);
  wipe();
  index = ready();
  // Looked through once before anybody types: the first word then finds as fast as the next.
  index.then((opened) => search(opened, place.words['heading'] ?? '')).catch(() => (index = null));
}

openSearch(/** @type {HTMLElement} */ (document.querySelector('[data-search]')));
