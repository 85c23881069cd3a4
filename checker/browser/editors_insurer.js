/** The field above the list of insurers: what is typed leaves those that fit, and the one that is chosen. */

import { fill } from './dom.js';
import { fitsKey, keyOfNames, piecesOf } from './find_insurer.js';

/** So long after the last key, what was found is told. */
const FOUND_REST_MS = 700;

/**
 * @param {HTMLFormElement} form
 * @param {Record<'found' | 'none', string>} words
 */
export function watchFinding(form, words) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector('[type="search"]'));
  const told = form.querySelector('[data-found]');
  const inputs = [...form.querySelectorAll('input')].filter(({ name }) => name === 'insurer');
  /** @type {Map<HTMLInputElement, string> | null} made when it is first asked for */
  let keys = null;
  let telling = 0;

  const readKeys = () => new Map(inputs.map((input) => [input, keyOfNames((input.dataset['names'] ?? '').split('|'))]));

  /** @param {boolean} [composing] */
  function look(composing = false) {
    const pieces = piecesOf(field.value, composing);
    let found = 0;
    for (const [input, key] of (keys ??= readKeys())) {
      const fits = fitsKey(key, pieces);
      found += Number(fits);
      const row = input.closest('label');
      if (row) row.hidden = !fits && !input.checked;
    }
    window.clearTimeout(telling);
    if (pieces.length) telling = window.setTimeout(() => fill(told, words[found ? 'found' : 'none'].replace('{n}', String(found))), FOUND_REST_MS);
    else fill(told);
  }

  field.addEventListener('input', (event) => look(event instanceof InputEvent && event.isComposing));
  field.addEventListener('compositionend', () => look());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}
