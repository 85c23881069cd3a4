/** The field above the list of insurers: what is typed leaves those that fit, and the one that is chosen. */

import { fill, make } from './dom.js';
import { fitsKey, keyOfNames, piecesOf } from './find_insurer.js';
import { withoutReadings } from './inscribe.js';
import { fetchNames, MOST_SHOWN } from './insurer_names.js';

/** @typedef {Record<'found' | 'more' | 'none' | 'failed', string>} FindingWords */
/** @typedef {import('./find_insurer.js').Piece} Piece */

/** So long after the last key, what was found is told. */
const FOUND_REST_MS = 700;

/**
 * @param {HTMLFormElement} form
 * @param {FindingWords} words
 * @param {string | undefined} address of the script that has the names, where they are too many for the page
 * @returns {(id: string, language: string) => string | undefined} what an insurer that was found so is called
 */
export function watchFinding(form, words, address) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector('[type="search"]'));
  const told = form.querySelector('[data-found]');
  const inPage = inputsIn(form);
  /** @type {Map<HTMLInputElement, string> | null} made when it is first asked for */
  let keys = null;
  /** @type {import('./insurer_names.js').NameFinder | null} */
  let finder = null;
  let telling = 0;

  const readKeys = () => new Map(inPage.map((input) => [input, keyOfNames((input.dataset['names'] ?? '').split('|'))]));

  /** @param {Piece[]} pieces @returns {number} how many of those in the page fit, which show */
  function leave(pieces) {
    let found = 0;
    for (const [input, key] of (keys ??= readKeys())) {
      const fits = fitsKey(key, pieces);
      found += Number(fits);
      const row = input.closest('label');
      if (row) row.hidden = !fits && !input.checked;
    }
    return found;
  }

  /** @param {Piece[]} pieces @returns {[found: number, more: number]} how many others fit, and of how many no row is made */
  function bring(pieces) {
    if (!finder) return [0, 0];
    const chosen = inputsIn(form).find(({ checked }) => checked)?.value ?? '';
    const others = finder.find(pieces).filter(({ id }) => !inPage.some(({ value }) => value === id));
    const shown = others.slice(0, MOST_SHOWN);
    const kept = inPage.some(({ value }) => value === chosen) ? undefined : finder.of(chosen);
    const rows = kept && !shown.includes(kept) ? [kept, ...shown] : shown;
    for (const group of form.querySelectorAll('[data-rows]')) {
      const own = rows.filter(({ named }) => named === (group.getAttribute('data-rows') === 'named'));
      group.replaceChildren(...own.map((one) => foundRow(one, one.id === chosen)));
      if (group.parentElement?.classList.contains('sn-rows') === false) group.parentElement.hidden = !own.length;
    }
    return [others.length, others.length - shown.length];
  }

  /** @param {boolean} [composing] */
  function look(composing = false) {
    const pieces = piecesOf(field.value, composing);
    const inside = leave(pieces);
    const [brought, more] = bring(pieces);
    const found = inside + brought;
    window.clearTimeout(telling);
    if (!pieces.length) {
      fill(told);
      return;
    }
    const says = words[found ? 'found' : 'none'].replace('{n}', String(found));
    telling = window.setTimeout(() => fill(told, more ? `${says} ${words.more.replace('{n}', String(found - more))}` : says), FOUND_REST_MS);
  }

  field.addEventListener('input', (event) => look(event instanceof InputEvent && event.isComposing));
  field.addEventListener('compositionend', () => look());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  if (address !== undefined) {
    fetchNames(address).then(
      (names) => {
        finder = names;
        look();
      },
      () => fill(told, words.failed),
    );
  }
  return (id, language) => {
    const label = finder?.of(id)?.label(language);
    return label === undefined ? undefined : withoutReadings(label);
  };
}

/** @param {HTMLFormElement} form */
function inputsIn(form) {
  return [...form.querySelectorAll('input')].filter(({ name }) => name === 'insurer');
}

/**
 * The same row as `pages/editors_form.py` writes.
 * @param {import('./insurer_names.js').NamedInsurer} insurer
 * @param {boolean} checked
 */
function foundRow(insurer, checked) {
  const input = make('input', { type: 'radio', name: 'insurer', value: insurer.id });
  input.checked = checked;
  const label = insurer.label(document.documentElement.dataset['languageNow'] ?? 'ja');
  return make('label', { class: 'sn-row' }, input, make('span', {}, label));
}
