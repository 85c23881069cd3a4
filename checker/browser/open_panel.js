import { bringIntoSight } from './sight.js';

/** The link of the standing line opens the panel in the page, without a step in the history. */
export function watchForPanel() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-open-panel]') : null;
    const panel = (link?.closest('[data-checker-page]') ?? document).querySelector('[data-panel]');
    if (!link || !(panel instanceof HTMLDetailsElement)) return;
    event.preventDefault();
    panel.open = true;
    bringIntoSight(panel);
    panel.querySelector('summary')?.focus({ preventScroll: true });
  });
}
