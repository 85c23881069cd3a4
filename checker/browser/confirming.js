/**
 * Python's word on the answer that is shown: the same, and more of it; another, which is a fault; or none, and the
 * table's answer stands.
 */

import { fill, make } from './dom.js';
import { reasonsSection } from './reasons_view.js';
import { keepStill } from './still.js';
import { leaveSheet } from './sheet_view.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./second_opinion.js').Opinion} Told */

/**
 * @typedef {object} Shown
 * @property {HTMLElement & {decision?: Decision | null}} root
 * @property {Words} words
 * @property {Facts[]} situations those that make up the answer, the person's own first
 * @property {Decision[]} decided by the table
 * @property {(fact: string) => string | null} said what was answered on a fact's own page, in words
 * @property {() => HTMLElement | null} contact a copy of whom to ask
 */

/**
 * @param {Shown} shown
 * @param {Told} told
 */
export function showOpinion(shown, told) {
  const { root, words, situations } = shown;
  const line = root.querySelector('[data-opinion]');
  if (told.kind === 'different') showFault(shown, told.parts);
  else if (told.kind === 'unavailable') fill(line, words.ui('python_unavailable'));
  else takeOver(shown, told.decisions[0], situations[0]);
}

/**
 * @param {Shown} shown
 * @param {Decision} [decision] Python's, the same as the table's and with its reasons
 * @param {Facts} [facts]
 */
function takeOver({ root, words, said }, decision, facts) {
  if (!decision || !facts) return;
  root.decision = decision;
  root.dataset['engine'] = 'python';
  const reasons = reasonsSection(words, decision, facts, said);
  keepStill(() => {
    if (reasons) root.querySelector('[data-part="why"]')?.replaceWith(reasons);
    fill(root.querySelector('[data-opinion]'), words.ui('python_checked'));
  });
}

/**
 * @param {Shown} shown
 * @param {string[]} parts
 */
function showFault({ root, words, contact }, parts) {
  leaveSheet(root);
  root.dataset['state'] = 'error';
  root.dataset['engine'] = 'python';
  const place = root.querySelector('[data-fault]');
  place?.setAttribute('data-fault', parts.join(' '));
  place?.append(make('h2', {}, words.ui('fault_heading')), make('p', {}, words.ui('fault_text')), contact() ?? '');
}

/**
 * @param {Shown} shown
 * @param {() => void} onWanted
 */
export function offerOpinion({ root, words }, onWanted) {
  const yes = make('button', { type: 'button' }, words.ui('python_yes'));
  yes.addEventListener('click', () => {
    yes.remove();
    onWanted();
  });
  fill(root.querySelector('[data-opinion]'), words.ui('python_offer'), yes);
}
