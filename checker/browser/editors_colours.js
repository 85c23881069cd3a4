/** The three colours: whether they can be read on each other, told with the ratios; those that cannot are not taken. */

import { colourOf, contrastOf, READABLE } from './colours.js';
import { fill } from './dom.js';

/** @typedef {Record<'accent' | 'paper' | 'text', string>} Colours six hexadecimal digits each */
/** @typedef {Record<'readable' | 'unreadable' | 'ratio' | 'accent' | 'text' | 'list_comma', string>} ColourWords */

/** @param {string} text @param {Record<string, string>} places */
const filledIn = (text, places) => text.replace(/\{(\w+)\}/gu, (whole, name) => places[name] ?? whole);

/** Cut, never rounded up: what is told as enough is enough. @param {number} ratio */
const toldRatio = (ratio) => (Math.floor(ratio * 10) / 10).toFixed(1);

/**
 * @param {HTMLFormElement} form
 * @param {ColourWords} words
 * @returns {() => Colours | null} the colours that were last readable; null: the widget's own
 */
export function watchColours(form, words) {
  const inputs = [...form.querySelectorAll('input')].filter(({ type }) => type === 'color');
  const told = form.querySelector('[data-contrast]');
  /** @type {Colours | null} */
  let taken = null;

  const chosen = () => /** @type {Colours} */ (Object.fromEntries(inputs.map(({ name, value }) => [name, value.slice(1)])));

  function look() {
    const colours = chosen();
    const paper = colourOf(colours.paper);
    const ratios = { text: contrastOf(colourOf(colours.text), paper), accent: contrastOf(colourOf(colours.accent), paper) };
    const places = { text: toldRatio(ratios.text), accent: toldRatio(ratios.accent), least: String(READABLE) };
    const weak = /** @type {('text' | 'accent')[]} */ (['text', 'accent']).filter((part) => ratios[part] < READABLE);
    const which = weak.map((part) => filledIn(words.ratio, { part: words[part], ratio: places[part] })).join(words.list_comma);
    for (const input of inputs) {
      const bad = weak.length > 0 && (input.name === 'paper' || weak.some((part) => part === input.name));
      input.setAttribute('aria-invalid', String(bad));
    }
    told?.toggleAttribute('data-refused', weak.length > 0);
    fill(told, weak.length ? filledIn(words.unreadable, { ...places, which }) : filledIn(words.readable, places));
    if (!weak.length) taken = inputs.some((input) => input.value !== input.defaultValue) ? colours : null;
  }

  form.addEventListener('input', ({ target }) => target instanceof HTMLInputElement && target.type === 'color' && look());
  form.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-own-colours]')) return;
    for (const input of inputs) input.value = input.defaultValue;
    look();
    form.dispatchEvent(new Event('change'));
  });
  look();
  return () => taken;
}
