/** The language in which an insurer's part of the page speaks now, and whether it speaks of the reader or of another person. */

import { make } from './dom.js';
import { readData } from './given.js';
import { writeIn } from './inscribe.js';
import { fetchLanguage } from './languages.js';
import { openTold } from './told.js';
import { openWords } from './words.js';

/**
 * @param {HTMLElement} part
 * @param {() => void} onSpoken called when the language has changed, and the page has to be shown again
 */
export function openSpeech(part, onSpoken) {
  const own = readData(part, 'data-words');
  const first = own.common ? own : { ...own, common: readData(document.documentElement, 'data-common') };
  /** @type {import('./languages.js').Listing} */
  const listing = readData(part, 'data-languages') ?? [];
  const told = openTold(part);
  let data = first;
  let forOther = false;
  const japanese = openWords(first);
  let words = japanese;
  let wanted = first.language;
  writeIn(first.language, first.terms);

  /** @param {string} language */
  async function speak(language) {
    wanted = language;
    part.querySelector('[data-language-problem]')?.remove();
    const known = language === first.language || listing.some((one) => one.language === language);
    if (!known || language === data.language) return;
    const name = part.dataset['checkerPage'] ?? '';
    const pack = language === first.language ? null : await fetchLanguage(listing, name, language).catch(() => undefined);
    if (wanted !== language) return;
    if (pack === undefined) part.prepend(make('p', { class: 'problem', role: 'alert', 'data-language-problem': true }, words.ui('language_failed')));
    else become(pack ?? first, pack?.parts ?? null);
  }

  /**
   * @param {import('./words.js').WordsData} next
   * @param {Record<string, import('./dom.js').Tree> | null} parts
   */
  function become(next, parts) {
    data = next;
    words = openWords(data, forOther);
    writeIn(data.language, first.terms);
    document.documentElement.lang = data.language.split('-')[0] ?? '';
    document.documentElement.dataset['languageNow'] = data.language;
    const held = document.activeElement?.getAttribute('data-language');
    told.swap(parts);
    onSpoken();
    if (held) /** @type {HTMLElement | null} */ (document.querySelector(`[data-language="${held}"]`))?.focus({ preventScroll: true });
  }

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-language]') : null;
    if (button) void speak(button.getAttribute('data-language') ?? '');
  });
  document.addEventListener('speak', (event) => void speak(/** @type {CustomEvent<string>} */ (event).detail));

  return {
    get words() {
      return words;
    },
    get forOther() {
      return forOther;
    },
    japanese,
    copy: told.copy,
    original: told.original,
    speak,
    /** @param {boolean} other */
    answerForOther(other) {
      forOther = other;
      words = openWords(data, forOther);
    },
    /**
     * The next person finds the page as it arrived, all its parts.
     * @param {string | null} asked the language that the link to it named
     */
    reset(asked) {
      this.answerForOther(false);
      const known = listing.some(({ language }) => language === asked);
      document.dispatchEvent(new CustomEvent('speak', { detail: known ? asked : first.language }));
    },
  };
}
