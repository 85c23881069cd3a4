/**
 * Leaving at once, for somebody who must not be seen here: by the link marked `data-leave`, or Shift three times.
 *
 * The page is emptied before anything else, whoever holds answers in memory is told to drop them (`wipe`), and this
 * place in the history is given to a neutral page. Nothing here can erase the history before it.
 */

const SHIFT_WINDOW_MS = 5000;
const SHIFT_PRESSES = 3;
const STILL_HERE_MS = 800;

/** Empty the page and go. */
function leaveAtOnce() {
  const address = neutralAddress();
  const contact = document.querySelector('[data-contact]')?.cloneNode(true) ?? null;
  document.title = ' ';
  document.body.replaceChildren();
  document.documentElement.scrollTop = 0;
  document.dispatchEvent(new CustomEvent('wipe'));
  try {
    (window.top ?? window).location.replace(address);
  } catch {
    // A frame that may not move its host stays, empty.
  }
  if (window.top !== window) window.setTimeout(() => contact && document.body.append(contact), STILL_HERE_MS);
}

/** @returns {string} where to go; without a network, the empty page */
function neutralAddress() {
  const named = document.querySelector('[data-leave]')?.getAttribute('data-leave');
  const offline = window.location.protocol === 'file:' || !window.navigator.onLine;
  return offline || !named ? 'about:blank' : named;
}

/** Listen for the link and for Shift, once per page. */
function watchForLeaving() {
  /** @type {number[]} */
  let presses = [];
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-leave]')) return;
    event.preventDefault();
    leaveAtOnce();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat) return;
      const now = Date.now();
      presses = event.key === 'Shift' ? [...presses.filter((then) => now - then < SHIFT_WINDOW_MS), now] : [];
      if (presses.length >= SHIFT_PRESSES) leaveAtOnce();
    },
    true,
  );
}

watchForLeaving();
