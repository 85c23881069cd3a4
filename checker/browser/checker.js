/**
 * The checker of every insurer's part in a page, started; and the panel, opened by the standing line.
 */

import { startChecker } from './session.js';
import { takeAwayStuckNotice } from './stuck.js';

/**
 * A fault of ours: never a blank page, always whom to ask.
 * @param {HTMLElement} part
 */
function showError(part) {
  const root = /** @type {HTMLElement} */ (part.querySelector('[data-checker]'));
  const told = part.querySelector('template[data-error]');
  root.dataset['state'] = 'error';
  const standing = root.querySelector('[data-standing]') ?? '';
  if (told instanceof HTMLTemplateElement) root.replaceChildren(told.content.cloneNode(true), standing);
  root.querySelector('h1')?.focus();
}

/** The link of the standing line opens the panel in the page, without a step in the history. */
function watchForPanel() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-open-panel]') : null;
    const panel = link?.closest('[data-checker-page]')?.querySelector('[data-panel]');
    if (!(panel instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    panel.open = true;
    panel.scrollIntoView({ block: 'start' });
    panel.querySelector('summary')?.focus({ preventScroll: true });
  });
}

/** A link to another insurer's checker gives it this page's place in the history. */
function watchForOthers() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-opens]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    window.location.replace(link.href);
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
  const parts = document.querySelectorAll('[data-checker-page]');
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
