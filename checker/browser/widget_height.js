/** The host is told of every change of height, also of those that came while nobody could see the frame. */

import { ownHeight, tellHeight } from './widget_messages.js';

/** A host that follows has done so by then. */
const FOLLOWED_MS = 500;

export function watchHeight() {
  const root = document.documentElement;

  function changed() {
    tellHeight();
    window.setTimeout(seeWhetherItFits, FOLLOWED_MS);
  }

  /** Where all of it can be seen there is no scroll bar, not even for the moment in which it grows. */
  function seeWhetherItFits() {
    root.toggleAttribute('data-fits', window.innerHeight >= ownHeight());
  }

  new ResizeObserver(changed).observe(root);
  document.addEventListener('visibilitychange', changed);
  window.addEventListener('pageshow', changed);
  window.addEventListener('resize', seeWhetherItFits);
}
