/**
 * A sheet for the desk, made of an answer: in the page instead of it, and A4 on paper, with a cut between its halves.
 * Nothing of it is kept; leaving shows the answer as it was.
 */

import { make } from './dom.js';
import { deskHalf } from './sheet_desk.js';
import { lineIn } from './sheet_lines.js';
import { ownHalf } from './sheet_own.js';
import { bringIntoSight } from './sight.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./result_view.js').Shown} Shown */

/**
 * @typedef {object} Beside what a sheet needs besides the answer
 * @property {Words} japanese
 * @property {string} insurer
 * @property {string} version of the rules
 * @property {boolean} [overdue] whether these rules should have been looked at again by now
 * @property {(name: string) => HTMLElement | null} original of a part that stands in the page, in Japanese
 */

/** On the body while a sheet stands for all of the page: a rule that asked the page itself would be tried at each change of it. */
const ALONE_MARK = 'data-sheet-alone';

const SMALLEST = 0.5;
const STEP = 0.03;

/**
 * From now on the answer's button opens the sheet.
 * @param {HTMLElement} root
 * @param {Shown} shown
 * @param {Beside} beside
 * @param {boolean} stood whether it stood there before the language was changed
 */
export function offerSheet(root, shown, beside, stood) {
  const open = () => showSheet(root, makeSheet(shown, beside));
  root.querySelector('[data-sheet]')?.addEventListener('click', () => {
    const sheet = open();
    sheet.querySelector('h1')?.focus({ preventScroll: true });
    bringIntoSight(sheet);
  });
  if (stood) open();
}

/**
 * @param {HTMLElement} root
 * @returns {boolean} whether a sheet stands in place of the answer
 */
export const isSheetShown = (root) => root.querySelector('.sheet:not([hidden])') !== null;

/**
 * The answer again. The sheet is only hidden: a click on a link in it goes on to whoever opens what it names.
 * @param {HTMLElement} root
 */
export function leaveSheet(root) {
  for (const one of root.querySelectorAll('.sheet, [data-result]')) one.toggleAttribute('hidden', one.matches('.sheet'));
  document.body.removeAttribute(ALONE_MARK);
}

/** The rest of the page is out of sight until the sheet is left, or taken away by whatever else changes the page. */
function standAlone() {
  document.body.toggleAttribute(ALONE_MARK, true);
  const watch = new MutationObserver(() => {
    if (isSheetShown(document.body)) return;
    watch.disconnect();
    document.body.removeAttribute(ALONE_MARK);
  });
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden'] });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} sheet
 */
function showSheet(root, sheet) {
  root.querySelector('.sheet')?.remove();
  root.querySelector('[data-result]')?.toggleAttribute('hidden', true);
  root.append(sheet);
  standAlone();
  fitToPaper(sheet);
  const back = () => {
    leaveSheet(root);
    /** @type {HTMLElement | null} */ (root.querySelector('[data-sheet]'))?.focus();
  };
  sheet.querySelector('[data-sheet-back]')?.addEventListener('click', back);
  sheet.querySelector('[data-open-panel]')?.addEventListener('click', () => leaveSheet(root));
  sheet.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') back();
  });
  return sheet;
}

/**
 * @param {Shown} shown
 * @param {Beside} beside
 */
export function makeSheet(shown, beside) {
  const { words } = shown;
  const line = lineIn(beside.japanese, words);
  return make(
    'div',
    { class: 'sheet' },
    deskHalf(line, shown, beside),
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'button', class: 'main', 'data-print': true }, words.of('sheet', 'print')),
      make('button', { type: 'button', 'data-sheet-back': true }, words.of('sheet', 'back')),
      make('button', { type: 'button', 'data-restart': true }, words.ui('next_person')),
    ),
    line('p', { class: 'sheet-cut' }, (told) => told.of('sheet', 'cut')),
    ownHalf(lineIn(beside.japanese, words, words.language.startsWith('ja')), shown, beside),
  );
}

/**
 * Type as large as each half of the paper can hold, tried where nobody sees it.
 * @param {HTMLElement} sheet
 */
export function fitToPaper(sheet) {
  sheet.classList.add('on-paper');
  /** @type {NodeListOf<HTMLElement>} */
  const halves = sheet.querySelectorAll('.sheet-half');
  for (const half of halves) {
    for (let size = 1; size >= SMALLEST; size -= STEP) {
      half.style.setProperty('--fit', size.toFixed(2));
      if (half.scrollHeight <= half.clientHeight && half.scrollWidth <= half.clientWidth) break;
    }
  }
  sheet.classList.remove('on-paper');
}
