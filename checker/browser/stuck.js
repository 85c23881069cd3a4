/** The page's words for a script that does not come: taken away by the script, once it is there and has started. */
export function takeAwayStuckNotice() {
  for (const notice of document.querySelectorAll('[data-stuck]')) notice.remove();
}
