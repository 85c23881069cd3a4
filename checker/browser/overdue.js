/**
 * The day by which somebody was to look at an insurer's rules again, once it is past. A page that was built before that
 * day says so itself, since nobody may have built it anew.
 */

import { make } from './dom.js';
import { todayInJapan } from './given.js';

/**
 * Say it above the question or the answer, in the words of now.
 * @param {HTMLElement} part
 * @param {import('./words.js').Words} words
 */
export function showOverdue(part, words) {
  const by = part.dataset['reviewBy'];
  if (!by || by >= todayInJapan()) return;
  part.querySelector('[data-overdue]')?.remove();
  const notice = make('p', { class: 'notice', 'data-overdue': true }, words.ui('review_needed'));
  part.querySelector('[data-checker]')?.before(notice);
}

/** The same for notices that stand hidden in a page. */
export function showOverdueNotices() {
  /** @type {NodeListOf<HTMLElement>} */
  const notices = document.querySelectorAll('[data-review-by][hidden]');
  for (const notice of notices) notice.hidden = (notice.dataset['reviewBy'] ?? '') >= todayInJapan();
}
