/** Copying by a button, and saying that it was done; where the browser does not let a page copy, the text is selected. */

import { fill } from './dom.js';

/**
 * @param {HTMLTextAreaElement} area
 * @returns {Promise<boolean>} whether its text has been copied
 */
async function copyText(area) {
  try {
    await navigator.clipboard.writeText(area.value); // only there on https and on this machine itself
    return true;
  } catch {
    area.select();
    return document.execCommand('copy');
  }
}

/**
 * Each button names by `data-copy` the area that it copies, and what is said stands in the status behind it.
 * @param {HTMLElement} root
 * @param {Record<'copied' | 'selected', string>} words
 */
export function watchCopying(root, words) {
  root.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-copy]') : null;
    const area = button && document.getElementById(button.getAttribute('data-copy') ?? '');
    if (!(area instanceof HTMLTextAreaElement)) return;
    const done = await copyText(area);
    for (const status of root.querySelectorAll('[data-copied]')) {
      fill(status, status.id === `${area.id}-copied` ? words[done ? 'copied' : 'selected'] : null);
    }
    if (!done) {
      area.focus();
      area.select();
    }
  });
}
