/**
 * What the pages around the checker need of a script beside the quick exit: the standing line opens the panel,
 * and a review that is overdue is told.
 */

import { todayInJapan } from './given.js';
import { watchForPanel } from './open_panel.js';

/** A checker opened from here takes this page's place in the history, so that nothing of it is met on the way back. */
function giveWayToChecker() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || !plain || event.defaultPrevented) return;
    if (!/\/check\/(?:[^/]+\/)?(?:index\.html)?$/u.test(link.pathname)) return;
    event.preventDefault();
    window.location.replace(link.href);
  });
}

/** A page that nobody has built anew since its review was due says so itself. */
function tellOverdue() {
  /** @type {NodeListOf<HTMLElement>} */
  const notices = document.querySelectorAll('[data-review-by][hidden]');
  for (const notice of notices) notice.hidden = (notice.dataset['reviewBy'] ?? '') >= todayInJapan();
}

watchForPanel();
giveWayToChecker();
tellOverdue();
