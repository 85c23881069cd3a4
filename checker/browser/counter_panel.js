/**
 * The panel beside the clerk's answer: it opens without a sound or a step of the page, and prints on a sheet of its own.
 */

import { make } from './dom.js';

/**
 * @param {HTMLElement} part
 */
export function watchPanel(part) {
  const find = () => /** @type {HTMLDetailsElement | null} */ (part.querySelector('[data-panel]'));
  /** @type {Element | null} */
  let from = null;

  function close() {
    const panel = find();
    if (!panel) return;
    if (panel.contains(document.activeElement) && from instanceof HTMLElement) from.focus();
    panel.open = false;
  }

  /** @param {string} [app] a title that says nothing of the sheet */
  function print(app = '') {
    const [page, { title }] = [document.documentElement, document];
    document.title = app;
    page.toggleAttribute('data-only-panel', true);
    window.addEventListener('afterprint', () => {
      page.removeAttribute('data-only-panel');
      document.title = title;
    }, { once: true });
    window.print();
  }

  return {
    close,
    /** @returns {string} what the panel is called */
    name: () => find()?.querySelector('summary')?.textContent ?? '',
    /**
     * @param {HTMLFormElement} form the clerk's screen
     * @param {import('./words.js').Words} words
     */
    attach(form, words) {
      const panel = find();
      panel?.querySelector('[data-print-panel]')?.remove();
      const button = make('button', { type: 'button', 'data-print-panel': true }, words.of('counter', 'print_panel'));
      panel?.querySelector('summary')?.after(button);
      button.addEventListener('click', () => print(words.ui('app')));
      form.addEventListener('click', (event) => {
        const pressed = event.target instanceof Element ? event.target.closest('[data-beside], [data-open-panel]') : null;
        if (!pressed || !panel) return;
        event.preventDefault();
        event.stopPropagation(); // the panel stands beside, nothing scrolls to it
        if (panel.open) return close();
        from = document.activeElement;
        panel.open = true;
        button.focus({ preventScroll: true });
      });
      for (const place of [form, panel]) place?.addEventListener('keydown', (event) => /** @type {KeyboardEvent} */ (event).key === 'Escape' && close());
    },
  };
}
