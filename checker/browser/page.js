/**
 * What the pages around the checker need of a script beside the quick exit: the standing line opens the panel.
 */

/** Open the panel in the page, without a step in the history. */
function openPanelOfPage() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-open-panel]') : null;
    const found = link ? document.querySelector('[data-panel]') : null;
    if (!(found instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    found.open = true;
    found.scrollIntoView({ block: 'start' });
    found.querySelector('summary')?.focus({ preventScroll: true });
  });
}

openPanelOfPage();
