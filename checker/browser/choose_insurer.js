/**
 * The general page's one question: leads on to the checker of the chosen insurer.
 *
 * The next page takes this one's place in the history, so that the whole checker stays one entry of it.
 */

import { takeAwayStuckNotice } from './stuck.js';

/** @param {HTMLFormElement} form */
export function watchForChoice(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = form.querySelector('input[name="answer"]:checked');
    const page = chosen?.getAttribute('data-page');
    if (page) window.location.replace(page);
    else showNothingChosen(form);
  });
}

/** @param {HTMLFormElement} form */
function showNothingChosen(form) {
  form.querySelector('[role="alert"]')?.removeAttribute('hidden');
  form.querySelector('fieldset')?.setAttribute('aria-describedby', 'question-problem question-hint');
  const first = form.querySelector('input');
  first?.focus();
}

const choice = document.querySelector('[data-question="insurer"]')?.closest('form');
if (choice) {
  choice.reset();
  window.addEventListener('pageshow', () => choice.reset());
  watchForChoice(choice);
}
takeAwayStuckNotice();
