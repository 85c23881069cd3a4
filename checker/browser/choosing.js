/**
 * The question which insurer, as people answer it: what they type leaves the names that fit, and an answer leads on.
 *
 * It stands on a page of its own, and in the file that holds all insurers. It speaks the languages that they do; what
 * was typed and chosen stays when the language changes.
 */

import { fill } from './dom.js';
import { fitsKey, keyOfNames, piecesOf } from './find_insurer.js';
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
  const keys = readKeys(root);
  let telling = 0;

  /** @template {HTMLElement} Element @param {string} selector */
  const get = (selector) => /** @type {Element} */ (root.querySelector(selector));
  const form = () => /** @type {HTMLFormElement} */ (get('form'));
  const field = () => /** @type {HTMLInputElement} */ (get('[type="search"]'));
  const chosen = () => /** @type {HTMLInputElement | null} */ (root.querySelector('input[name="answer"]:checked'));

  /**
   * Show the insurers that fit, and the one that is chosen.
   * @param {boolean} [composing]
   * @returns {HTMLInputElement[]} the choices that fit
   */
  function look(composing = false) {
    const pieces = piecesOf(field().value, composing);
    const found = [];
    for (const input of choicesIn(root)) {
      const fits = fitsKey(keys().get(input.value) ?? '', pieces);
      if (fits) found.push(input);
      rowOf(input).hidden = !fits && !input.checked;
    }
    /** @type {NodeListOf<HTMLElement>} */
    const groups = root.querySelectorAll('[data-group]');
    for (const group of groups) group.hidden = group.querySelector('.option:not([hidden])') === null;
    tell(pieces.length ? found.length : null);
    return found;
  }

  /** @param {number | null} count null: nothing is looked for */
  function tell(count) {
    window.clearTimeout(telling);
    const told = get('[data-found]');
    const { words } = speech;
    if (count === null) fill(told);
    else telling = window.setTimeout(() => fill(told, words.of('choose', count ? 'found' : 'none', { n: String(count) })), REST_MS);
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
    for (const input of answersIn(root)) input.checked = input.value === value;
    if (failed) showProblemOf(form());
    if (held) (held.type === 'search' ? field() : answersIn(root).find((input) => input.value === held.value))?.focus();
    look();
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
 * @param {HTMLElement} root
 * @returns {() => Map<string, string>} what each insurer is found by; made when it is first asked for
 */
function readKeys(root) {
  const names = choicesIn(root).map((input) => /** @type {[string, string[]]} */ ([input.value, (input.dataset['names'] ?? '').split('|')]));
  /** @type {Map<string, string> | null} */
  let keys = null;
  return () => (keys ??= new Map(names.map(([value, all]) => [value, keyOfNames(all)])));
}

/** @param {HTMLElement} root @returns {HTMLInputElement[]} */
function answersIn(root) {
  return [...root.querySelectorAll('input')].filter((input) => input.name === 'answer');
}

/** @param {HTMLElement} root the insurers, without the ways for everybody else */
function choicesIn(root) {
  return answersIn(root).filter((input) => input.closest('[data-group]'));
}

/** @param {HTMLInputElement} input */
function rowOf(input) {
  return /** @type {HTMLElement} */ (input.closest('.option'));
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
