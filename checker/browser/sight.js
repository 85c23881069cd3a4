/**
 * Scroll an element to the top of the window. A page in a frame does it in its own way (`sight`), since a browser would
 * scroll the page around it too.
 * @param {Element} element
 */
export function bringIntoSight(element) {
  if (element.dispatchEvent(new Event('sight', { bubbles: true, cancelable: true }))) element.scrollIntoView({ block: 'start' });
}
