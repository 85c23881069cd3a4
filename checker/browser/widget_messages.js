/** What the frame says to the page around it: how high it is, and where the focus went. Never anything else. */

/** @param {{height: number} | {focus: number}} said in CSS pixels */
function tellHost(said) {
  if (window.parent !== window) window.parent.postMessage({ shikakuNavi: 1, ...said }, '*');
}

/** @returns {number} the content's own height, whatever that of the frame; 0 while nobody can see it */
export function ownHeight() {
  return Math.ceil(document.documentElement.getBoundingClientRect().height);
}

export function tellHeight() {
  const height = ownHeight();
  if (height) tellHost({ height });
}

/** @param {number} focus the top of what has got it */
export function tellFocus(focus) {
  tellHeight(); // the host can only scroll to what the frame is high enough for
  tellHost({ focus });
}
