/**
 * The general page's one question: leads on to the checker of the chosen insurer, in the language that was chosen.
 *
 * The next page takes this one's place in the history, so that the whole checker stays one entry of it.
 */

import { openChoosing } from './choosing.js';
import { watchForPanel } from './open_panel.js';
import { takeAwayStuckNotice } from './stuck.js';

/**
 * What a link gave this page goes on to the next: the errand and the clerk's screen; nothing else does.
 * @param {string[]} errands
 * @param {string} opens
 * @param {string | null} language
 */
function addressOf(errands, opens, language) {
  const errand = new URLSearchParams(window.location.search).get('errand') ?? '';
  const asked = [...(language === null ? [] : [`lang=${language}`]), ...(errands.includes(errand) ? [`errand=${errand}`] : [])];
  const hash = window.location.hash === '#counter' ? '#counter' : '';
  return `${opens}/index.html${asked.length ? `?${asked.join('&')}` : ''}${hash}`;
}

/** @param {HTMLElement} part */
function askForInsurer(part) {
  const errands = (part.dataset['errands'] ?? '').split(' ');
  const { speak } = openChoosing(part, (opens, language) => window.location.replace(addressOf(errands, opens, language)));
  const language = new URLSearchParams(window.location.search).get('lang');
  if (language !== null) void speak(language);
}

watchForPanel();
askForInsurer(/** @type {HTMLElement} */ (document.querySelector('[data-choice]')));
takeAwayStuckNotice();
