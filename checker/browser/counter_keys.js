/**
 * Keys of the clerk's screen. They work only while the focus is in its form, and can be turned off there; digits typed
 * into a date stay digits. A key does nothing but what a click or a move of the focus does.
 */

/**
 * @param {HTMLElement} form
 * @param {object} act
 * @param {() => boolean} act.isOn whether single keys are wanted
 * @param {() => void} act.settle shows what earlier keys have brought
 * @param {(group: HTMLElement) => void} act.undo
 * @param {(group: HTMLElement) => void} act.moveFrom goes on to what is asked next
 */
export function watchKeys(form, { isOn, settle, undo, moveFrom }) {
  form.addEventListener('keydown', (event) => {
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    settle(); // it may have moved the focus since the key was pressed
    const on = document.activeElement;
    const here = groupOf(on) ?? nextOpen(form, null);
    const typing = on instanceof HTMLInputElement && on.type === 'date';
    if ((!typing || event.key === 'Enter') && press(event.key)) event.preventDefault();

    /**
     * @param {string} key
     * @returns {boolean} whether the key is one of ours
     */
    function press(key) {
      const letter = /^[a-z]$/iu.test(key) ? form.querySelector(`button[aria-keyshortcuts="${key.toUpperCase()}"]`) : null;
      if (letter instanceof HTMLElement) letter.click();
      else if (/^\d$/u.test(key) && here) (choose(here, key) ? moveFrom : enter)(here);
      else if (key === 'Enter' && here && !(on instanceof HTMLButtonElement)) moveFrom(here);
      else if (key === 'ArrowDown' || key === 'ArrowUp') enter(besideOf(form, here, key === 'ArrowDown' ? 1 : -1));
      else if ((key === 'Delete' || key === 'Backspace') && here) undo(here);
      else return false;
      return true;
    }
  });
}

/**
 * @param {HTMLElement} group
 * @param {string} digit
 * @returns {boolean} whether that answers the question, so that there is nothing more to do in it
 */
function choose(group, digit) {
  const input = /** @type {HTMLInputElement | null} */ (group.querySelector(`[data-digit="${digit}"]`));
  if (!input) return false;
  input.click();
  const more = input.type === 'checkbox' && digit !== '0' && input.value !== 'none';
  return !more && input.value !== 'date';
}

/**
 * To the next question that is not answered, or to the button that prints.
 * @param {HTMLElement} form
 * @param {HTMLElement | null} from
 */
export function moveOn(form, from) {
  enter(nextOpen(form, from) ?? form.querySelector('[data-print]'));
}

/**
 * @param {Element | null} place a question, whose choice or date takes the focus, or what takes it itself
 */
export function enter(place) {
  const input = place?.querySelector('[type="date"]:not([hidden])') ?? place?.querySelector('input:checked') ?? place?.querySelector('input') ?? place;
  if (input instanceof HTMLElement) input.focus();
  place?.scrollIntoView({ block: 'nearest' });
}

/** @param {Element | null} one @returns {HTMLElement | null} */
const groupOf = (one) => one?.closest('fieldset') ?? null;

/** @param {HTMLElement} form @returns {HTMLElement[]} */
const groupsOf = (form) => [...form.querySelectorAll('fieldset')];

/**
 * @param {HTMLElement} form
 * @param {HTMLElement | null} from
 * @returns {HTMLElement | null} the next below it without an answer, else the first of all
 */
function nextOpen(form, from) {
  const open = groupsOf(form).filter((group) => group !== from && !group.querySelector('input:checked'));
  return open.find((group) => from && from.compareDocumentPosition(group) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0] ?? null;
}

/**
 * @param {HTMLElement} form
 * @param {HTMLElement | null} from
 * @param {number} step
 */
function besideOf(form, from, step) {
  const groups = groupsOf(form);
  return groups[from ? groups.indexOf(from) + step : 0] ?? from;
}
