/**
 * A host that is printed prints the frame as high as it stood on the screen, so the style has to know how wide it was
 * there. What the frame prints by itself has paper of its own.
 */

/** No line of an answer is longer. */
const WIDEST = 736;

/** A frame that gets the width of the host's paper is printed before that. */
const SETTLED_MS = 1000;

export function watchPrinting() {
  const root = document.documentElement;
  const measure = () => root.style.setProperty('--wide', String(Math.min(window.innerWidth, WIDEST)));
  let timer = 0;

  measure();
  window.addEventListener('resize', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(measure, SETTLED_MS);
  });
  document.addEventListener('click', ({ target }) => root.toggleAttribute('data-printing', target instanceof Element && target.closest('[data-print]') !== null), true);
  window.addEventListener('afterprint', () => root.removeAttribute('data-printing'));
}
