/**
 * The panel beside the clerk's answer: it opens without a sound or a step of the page, and prints on a sheet of its own,
 * under a title that says nothing of it.
 */

import { make } from './dom.js';

/**
 * @param {HTMLElement} part an insurer's part of the page
 */
export function watchPanel(part) {
  const find = () => /** @type {HTMLDetailsElement | null} */ (part.querySelector('[data-panel]'));
  /** @type {Element | null} */
  let from = null;

  function close() {
    const panel = find();
    if (panel?.contains(document.activeElement) && from instanceof HTMLElement) from.focus();
    if (panel) panel.open = false;
    from = null;
  }

  function toggle() {
    const panel = find();
    if (!panel || panel.open) return close();
    from = document.activeElement;
    panel.open = true;
    panel.querySelector('button')?.focus({ preventScroll: true });
    panel.scrollIntoView({ block: 'nearest' });
  }

  part.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('[data-beside], [data-open-panel]') : null;
    if (!pressed || !part.hasAttribute('data-at-counter')) return;
    event.preventDefault();
    event.stopPropagation(); // nothing scrolls to it: it stands beside
    toggle();
  });
  part.addEventListener('keydown', ({ key }) => key === 'Escape' && part.hasAttribute('data-at-counter') && close());
  part.addEventListener('toggle', () => part.querySelector('[data-beside]')?.setAttribute('aria-expanded', String(find()?.open)), true);

  return {
    close,
    /** @returns {boolean} whether it is being printed, and nothing else */
    isAlone: () => document.documentElement.hasAttribute('data-only-panel'),
    /** @returns {string} what the panel is called */
    name: () => find()?.querySelector('summary')?.textContent ?? '',
    /** @param {import('./words.js').Words | null} words of the button that prints it; null: it has none */
    offerPrint(words) {
      find()?.querySelector('button')?.remove();
      if (!words) return;
      const button = make('button', { type: 'button', 'data-print-panel': true }, words.of('counter', 'print_panel'));
      button.addEventListener('click', () => printOnlyPanel(words.ui('app'), () => button.focus()));
      find()?.querySelector('summary')?.after(button);
    },
  };
}

/**
 * @param {string} neutral title of the sheet
 * @param {() => void} comeBack
 */
function printOnlyPanel(neutral, comeBack) {
  const { documentElement: page, title } = document;
  const restore = () => {
    page.removeAttribute('data-only-panel');
    document.title = title;
    comeBack();
  };
  page.toggleAttribute('data-only-panel', true);
  document.title = neutral;
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
