/** Nothing that somebody is reading moves: what stands in the middle of the screen stays there, whatever comes above it. */

/**
 * @param {() => void} act changes the page
 */
export function keepStill(act) {
  const read = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
  const before = read?.getBoundingClientRect().top ?? 0;
  act();
  if (read?.isConnected) window.scrollBy({ top: read.getBoundingClientRect().top - before, behavior: 'instant' });
}
