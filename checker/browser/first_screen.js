/**
 * A long answer is shown in two steps: what the first screen can hold, in the frame after the press, and what lies below
 * it in the next. All of it stands in the page from the start, in the room that it will take, so nothing moves.
 */

import { make } from './dom.js';

/**
 * Lay out once, where nobody sees it, what is to be shown: its words are then known to the browser, and showing it takes
 * half the time. What lies below the first screen need not be laid out again before that has been drawn.
 * @param {HTMLElement} root where the elements will stand
 * @param {HTMLElement[]} elements
 * @returns {HTMLElement[]} what is left out of the first frame, until `showRest`
 */
export function layOutOnce(root, elements) {
  const box = make('div', {}, ...elements);
  box.style.position = 'absolute';
  box.style.inlineSize = `${root.clientWidth}px`;
  root.append(box);
  const end = box.getBoundingClientRect().top + window.innerHeight;
  const sections = [...box.querySelectorAll('section')].filter((one) => one.parentElement?.matches('[data-result]'));
  const below = sections.map((one) => ({ one, place: one.getBoundingClientRect() })).filter(({ place }) => place.top > end);
  box.remove();
  for (const { one, place } of below) {
    one.style.contentVisibility = 'hidden';
    one.style.containIntrinsicBlockSize = `${place.height}px`;
  }
  return below.map(({ one }) => one);
}

/**
 * Show what was left out, once the first screen has been drawn; on paper at once.
 * @param {HTMLElement[]} below
 */
export function showRest(below) {
  if (!below.length) return;
  const show = () => {
    window.removeEventListener('beforeprint', show);
    // Chromium writes this attribute when it is first read; taken away before that, an empty one stays behind.
    for (const one of below) if (one.hasAttribute('style')) one.removeAttribute('style');
  };
  window.addEventListener('beforeprint', show);
  requestAnimationFrame(() => setTimeout(show));
}
