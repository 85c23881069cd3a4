/** The choices of the question which insurer where there are very many: rows of those that fit, made as somebody types. */

import { make } from './dom.js';
import { fetchNames, MOST_SHOWN } from './insurer_names.js';

/**
 * @param {HTMLElement} root
 * @param {string} address of the script that has the names
 * @param {() => void} onNames called when they have come
 * @returns {import('./choosing_rows.js').Rows}
 */
export function rowsToFetch(root, address, onNames) {
  /** @type {import('./insurer_names.js').NameFinder | null} */
  let finder = null;
  let failed = false;
  fetchNames(address).then(
    (names) => {
      finder = names;
      onNames();
    },
    () => {
      failed = true;
      onNames();
    },
  );

  return {
    show(pieces, value, language) {
      root.querySelector('[data-failed]')?.toggleAttribute('hidden', !failed);
      const found = finder?.find(pieces) ?? [];
      const fitting = found.slice(0, MOST_SHOWN);
      const kept = value === undefined ? undefined : finder?.of(value);
      const listed = kept && !fitting.includes(kept) ? [kept, ...fitting] : fitting;
      const rows = new Map(listed.map((one) => [one, choiceRow(one, language)]));
      for (const [one, { input }] of rows) input.checked = one.id === value;
      const groups = root.querySelectorAll('[data-group] .options');
      for (const [at, group] of groups.entries()) {
        group.replaceChildren(...[...rows].flatMap(([one, { row }]) => (one.named === (at === 0) ? [row] : [])));
      }
      return { shown: fitting.flatMap((one) => rows.get(one)?.input ?? []), count: finder && found.length };
    },
  };
}

/**
 * The same row as `pages/choosing.py` writes.
 * @param {import('./insurer_names.js').NamedInsurer} insurer
 * @param {string} language
 */
function choiceRow(insurer, language) {
  const { id } = insurer;
  const note = insurer.note(language);
  const [named, noted] = note === null ? [null, null] : [`choose-${id}`, `choose-note-${id}`];
  const attributes = { type: 'radio', name: 'answer', value: id, 'data-opens': id, 'aria-labelledby': named, 'aria-describedby': noted };
  const input = make('input', attributes);
  const label = make('span', { class: 'label', id: named }, insurer.label(language));
  const told = make('span', {}, label, note === null ? null : make('small', { id: noted }, note));
  return { input, row: make('label', { class: 'option' }, input, told) };
}
