/**
 * The question which insurer, as people answer it: what they type leaves the names that fit, and an answer leads on.
 *
 * It stands on a page of its own, and in the file that holds all insurers. It speaks the languages that they do; what
 * was typed and chosen stays when the language changes.
 */

import { fill } from './dom.js';
import { rowsToFetch } from './choosing_fetched.js';
import { answersIn, rowOf, rowsInPage } from './choosing_rows.js';
import { piecesOf } from './find_insurer.js';
import { openSpeech } from './speech.js';

/** So long after the last key, what was found is told. */
const REST_MS = 700;

/**
 * @param {HTMLElement} part
 * @param {(opens: string, language: string | null) => void} onChosen called with the insurer whose checker is to open,
 *   and the language that was chosen; null: the page's own
 */
export function openChoosing(part, onChosen) {
  const root = /** @type {HTMLElement} */ (part.querySelector('[data-checker]'));
  const speech = openSpeech(part, showInLanguage);
  const first = speech.words.language;
  const names = part.dataset['insurers'];
  const rows = names === undefined ? rowsInPage(root) : rowsToFetch(root, names, () => look());
  let telling = 0;

  /** @template {HTMLElement} Element @param {string} selector */
  const get = (selector) => /** @type {Element} */ (root.querySelector(selector));
  const form = () => /** @type {HTMLFormElement} */ (get('form'));
  const field = () => /** @type {HTMLInputElement} */ (get('[type="search"]'));
  const chosen = () => /** @type {HTMLInputElement | null} */ (root.querySelector('input[name="answer"]:checked'));

  /**
   * Show the insurers that fit, and the one that is chosen.
   * @param {boolean} [composing]
   * @param {string} [value] what was chosen in another language
   * @returns {HTMLInputElement[]} the choices that fit
   */
  function look(composing = false, value = chosen()?.value) {
    const pieces = piecesOf(field().value, composing);
    const { shown, count } = rows.show(pieces, value, speech.words.language);
    /** @type {NodeListOf<HTMLElement>} */
    const groups = root.querySelectorAll('[data-group]');
    for (const group of groups) group.hidden = group.querySelector('.option:not([hidden])') === null;
    tell(pieces.length ? count : null, shown.length);
    return shown;
  }

  /**
   * @param {number | null} count null: nothing is looked for, or nobody can tell yet
   * @param {number} shown
   */
  function tell(count, shown) {
    window.clearTimeout(telling);
    const told = get('[data-found]');
    const { words } = speech;
    if (count === null) {
      fill(told);
      return;
    }
    const found = words.of('choose', count ? 'found' : 'none', { n: String(count) });
    const more = shown < count ? ` ${words.of('choose', 'more', { n: String(shown) })}` : '';
    telling = window.setTimeout(() => fill(told, found + more), REST_MS);
  }

  /** The same in another language: what was typed and chosen stays, and where the keys go. */
  function showInLanguage() {
    const copy = speech.copy('choice');
    if (!copy) return;
    const [typed, value] = [field().value, chosen()?.value];
    const [at, failed] = [document.activeElement, !get('[role="alert"]').hidden];
    const held = at instanceof HTMLInputElement && root.contains(at) ? at : null;
    form().replaceWith(copy);
    form().reset();
    field().value = typed;
    look(false, value);
    for (const input of answersIn(root)) input.checked = input.value === value;
    if (failed) showProblemOf(form());
    look();
    if (held) (held.type === 'search' ? field() : answersIn(root).find((input) => input.value === held.value))?.focus();
  }

  /** From the field into the list. @param {KeyboardEvent} event */
  function enterList(event) {
    if (event.isComposing || event.target !== field()) return;
    const down = event.key === 'ArrowDown';
    if (!down && (event.key !== 'Enter' || !field().value)) return;
    const found = look();
    const [input] = found;
    if (!input || (!down && input.checked && found.length === 1)) return;
    event.preventDefault();
    if (down || found.length === 1) input.checked = true;
    input.focus();
  }

  function reset() {
    form().reset();
    get('[role="alert"]').hidden = true;
    look();
  }

  root.addEventListener('input', (event) => {
    if (event.target === field()) look(event instanceof InputEvent && event.isComposing);
  });
  root.addEventListener('compositionend', () => look());
  root.addEventListener('keydown', enterList);
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    const opens = chosen()?.getAttribute('data-opens');
    if (!opens) return showProblemOf(form(), true);
    const { language } = speech.words;
    onChosen(opens, language === first ? null : language);
  });
  window.addEventListener('pageshow', (event) => event.persisted && reset());
  reset();
  return { speak: speech.speak };
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} [focus]
 */
function showProblemOf(form, focus = false) {
  /** @type {HTMLElement | null} */ (form.querySelector('[role="alert"]'))?.removeAttribute('hidden');
  form.querySelector('fieldset')?.setAttribute('aria-describedby', 'question-problem question-hint');
  if (focus) answersIn(form).find((input) => !rowOf(input).hidden && !input.closest('[hidden]'))?.focus();
}
