/**
 * The checker of every insurer's part in a page, started; and the panel, opened by the standing line.
 */

import { watchForPanel } from './open_panel.js';
import { startChecker } from './session.js';
import { leaveSheet } from './sheet_view.js';
import { takeAwayStuckNotice } from './stuck.js';

/**
 * A fault of ours: never a blank page, always whom to ask.
 * @param {HTMLElement} part
 */
function showError(part) {
  const root = /** @type {HTMLElement} */ (part.querySelector('[data-checker]'));
  const told = part.querySelector('template[data-error]');
  leaveSheet(root);
  root.dataset['state'] = 'error';
  const standing = root.querySelector('[data-standing]') ?? '';
  if (told instanceof HTMLTemplateElement) root.replaceChildren(told.content.cloneNode(true), standing);
  root.querySelector('h1')?.focus();
}

/** A link to another insurer's checker gives it this page's place in the history, and its language. */
function watchForOthers() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-opens]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    const { languageNow } = document.documentElement.dataset;
    window.location.replace(languageNow ? `${link.href}?lang=${languageNow}` : link.href);
  });
}

/** @param {MouseEvent} event */
function isPlainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

function startAll() {
  watchForPanel();
  watchForOthers();
  /** @type {NodeListOf<HTMLElement>} */
  const parts = document.querySelectorAll('[data-checker-page]:not([data-choice])');
  for (const part of parts) {
    if (!part.querySelector('[data-checker]')) continue;
    try {
      startChecker(part, () => showError(part));
    } catch (fault) {
      showError(part);
      window.setTimeout(() => {
        throw fault; // for the console; the other parts start all the same
      });
    }
  }
}

startAll();
takeAwayStuckNotice();
