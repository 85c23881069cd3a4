/**
 * What the pages around the checker need of a script beside the quick exit: the standing line opens the panel,
 * so does a link to it, and a review that is overdue is told.
 */

import { watchForPanel } from './open_panel.js';
import { showOverdueNotices } from './overdue.js';

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

/** A link from another page that leads to the panel finds it open. */
function openPanelAimedAt() {
  const panel = document.querySelector('[data-panel]');
  if (panel instanceof HTMLDetailsElement && window.location.hash.startsWith('#panel-')) panel.open = true;
}

watchForPanel();
openPanelAimedAt();
giveWayToChecker();
showOverdueNotices();
