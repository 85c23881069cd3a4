/**
 * What has got the focus comes in sight: in the frame, where the frame scrolls, and by the host, which alone can scroll
 * itself. Of what can be chosen the host hears nothing, since where it stands says which it is: whoever reaches that by
 * hand is taken there by the browser.
 */

import { tellFocus } from './widget_messages.js';

const CHOICES = 'input, select, textarea';

/** @param {Element} element @returns {number} where it begins, with room for the bar that stands above what is read */
function topOf(element) {
  const bar = document.querySelector('.bar')?.getBoundingClientRect().height ?? 0;
  return Math.max(0, Math.round(element.getBoundingClientRect().top + window.scrollY - bar));
}

export function watchSight() {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && !target.matches(CHOICES)) tellFocus(topOf(target));
  });
  document.addEventListener('sight', (event) => {
    if (!(event.target instanceof Element)) return;
    event.preventDefault();
    window.scrollTo({ top: topOf(event.target), behavior: 'instant' });
  });
}
