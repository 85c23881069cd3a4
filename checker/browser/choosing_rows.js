/** The choices of the question which insurer, as they stand in the page: those that do not fit are hidden. */

import { fitsKey, keyOfNames } from './find_insurer.js';

/**
 * @typedef {object} Rows
 * @property {(pieces: import('./find_insurer.js').Piece[], value: string | undefined, language: string) =>
 *   {shown: HTMLInputElement[], count: number | null}} show
 *   shows what fits, and the choice of this value; returns the choices that fit and show, and how many fit
 */

/**
 * @param {HTMLElement} root
 * @returns {Rows}
 */
export function rowsInPage(root) {
  const names = choicesIn(root).map((input) => /** @type {[string, string[]]} */ ([input.value, (input.dataset['names'] ?? '').split('|')]));
  /** @type {Map<string, string> | null} what each insurer is found by; made when it is first asked for */
  let keys = null;
  return {
    show(pieces, value) {
      keys ??= new Map(names.map(([id, all]) => [id, keyOfNames(all)]));
      const shown = [];
      for (const input of choicesIn(root)) {
        const fits = fitsKey(keys.get(input.value) ?? '', pieces);
        if (fits) shown.push(input);
        rowOf(input).hidden = !fits && input.value !== value;
      }
      return { shown, count: shown.length };
    },
  };
}

/** @param {HTMLElement} root @returns {HTMLInputElement[]} */
export function answersIn(root) {
  return [...root.querySelectorAll('input')].filter((input) => input.name === 'answer');
}

/** @param {HTMLInputElement} input */
export function rowOf(input) {
  return /** @type {HTMLElement} */ (input.closest('.option'));
}

/** @param {HTMLElement} root the insurers, without the ways for everybody else */
function choicesIn(root) {
  return answersIn(root).filter((input) => input.closest('[data-group]'));
}
