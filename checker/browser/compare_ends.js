/** The two ends of a move among many insurers: a field in which to type a name, and a list of those that fit. */

import { addressOf, fetchPairs, finderOf, tableOfChosen } from './compare_pairs.js';
import { fill, make } from './dom.js';

/** @typedef {import('./compare_pairs.js').Pairs} Pairs */

/**
 * @param {HTMLElement} choices
 * @param {HTMLElement} compared holds the tables
 * @param {() => void} show tells that other columns stand there
 */
export function watchEnds(choices, compared, show) {
  const tables = [...compared.querySelectorAll('table')];
  const ends = [...choices.querySelectorAll('[data-end]')];
  /** @type {Promise<Pairs> | null} */
  let coming = null;
  const pairs = () => (coming ??= fetchPairs(choices.dataset['pairs'] ?? ''));

  const layOut = async () => {
    const [from = '', to = ''] = ends.map((end) => end.querySelector('select')?.value ?? '');
    const chosen = [...new Set([from, to])].filter((id) => id !== '');
    const told = await pairs();
    compared.replaceChildren(...(chosen.length ? tables.map((table) => tableOfChosen(told, chosen, table)) : tables));
    leadOn(choices, told, to);
    show();
  };

  for (const end of ends) {
    const [field, select] = [end.querySelector('input'), end.querySelector('select')];
    if (!field || !select) continue;
    /** @type {Promise<ReturnType<typeof finderOf>> | null} */
    let finder = null;
    const find = () => (finder ??= pairs().then(finderOf));
    select.addEventListener('change', () => void layOut());
    field.addEventListener('focus', () => void find().catch(() => tellFailure(choices)), { once: true });
    field.addEventListener('input', () => void find().then((look) => offer(end, select, look(field.value), field.value)));
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  }
}

/**
 * The list holds what was chosen in it, and what is found now.
 * @param {Element} end
 * @param {HTMLSelectElement} select
 * @param {import('./compare_pairs.js').Listed[]} found
 * @param {string} typed
 */
function offer(end, select, found, typed) {
  const kept = [...select.options].filter(({ value, selected }, at) => at === 0 || selected || value === 'other');
  const added = found.filter(([id]) => !kept.some(({ value }) => value === id));
  select.replaceChildren(...kept, ...added.map(([id, name]) => make('option', { value: id }, name)));
  const status = end.querySelector('[data-says]');
  if (!(status instanceof HTMLElement)) return;
  const { says = '', none = '' } = status.dataset;
  fill(status, typed.trim() === '' ? null : found.length ? says.replace('{n}', String(found.length)) : none);
}

/** @param {HTMLElement} choices */
function tellFailure(choices) {
  for (const line of choices.querySelectorAll('[data-failed]')) line.toggleAttribute('hidden', false);
}

/**
 * The way on for who moves: to the questions of the insurance after it.
 * @param {HTMLElement} choices
 * @param {Pairs} pairs
 * @param {string} to
 */
function leadOn(choices, { insurers }, to) {
  const listed = insurers.find(([id]) => id === to);
  const line = choices.querySelector('[data-towards]');
  if (!(line instanceof HTMLElement)) return;
  const { way = '', says = '' } = line.dataset;
  line.dataset['towards'] = to;
  fill(line, listed ? make('a', { href: addressOf(way, to) }, says.replace('{insurer}', listed[1])) : null);
}
