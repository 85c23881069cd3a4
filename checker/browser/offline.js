/**
 * The checker of all insurers in one file: asks for the insurer, then shows that insurer's part of the page.
 *
 * The parts, the question for the insurer among them, are made ready while they stand in the page, then taken out of
 * it; one at a time comes back. All of them hear of a change of language, so the one that opens speaks it.
 */
import {} from './checker.js';
import { openChoosing } from './choosing.js';
import { OfflineEngine } from './offline-python.js';
import { unpacked } from './packed-engine.js';
import { embedEngine } from './python.js';

/** @param {string} selector */
function textOf(selector) {
  return document.querySelector(selector)?.textContent ?? '';
}

function readPacked() {
  /** @param {string} part */
  const packed = (part) => textOf(`[data-packed="${part}"]`);
  return {
    packed: {
      pyodide: packed('pyodide'),
      asm: packed('asm'),
      wasm: packed('wasm'),
      stdlib: packed('stdlib'),
      app: packed('app'),
      lock: JSON.parse(packed('lock')),
    },
    worker: packed('worker'),
  };
}

function embedPython() {
  const engine = new OfflineEngine(readPacked);
  /** @type {Promise<Record<string, string>> | null} */
  let rulebooks = null;
  embedEngine({
    connect: () => engine.connect(),
    async rulebook(address) {
      rulebooks ??= unpacked(textOf('[data-packed="rulebooks"]'), 'application/json').json();
      return (await rulebooks)[address] ?? '';
    },
  });
}

/** Ask for the insurer, and put that insurer's part into the page. */
function offerInsurers() {
  const asking = /** @type {HTMLElement} */ (document.querySelector('[data-choice]'));
  const choice = /** @type {HTMLElement} */ (asking.closest('[data-part-of]'));
  const again = /** @type {HTMLElement} */ (document.querySelector('[data-again]'));
  const { speak } = openChoosing(asking, (opens) => showPart(parts.get(opens)));
  /** @type {Map<string | null, Element>} */
  const parts = new Map();
  for (const part of document.querySelectorAll('[data-part-of]')) {
    parts.set(part.getAttribute('data-part-of'), part);
    if (part !== choice) part.remove();
  }
  document.documentElement.removeAttribute('data-loading');

  /** @param {Element | undefined} part */
  function showPart(part) {
    if (part === undefined) return;
    choice.replaceWith(part);
    again.hidden = false;
    /** @type {HTMLElement | null} */ (part.querySelector('.counter input') ?? part.querySelector('h1'))?.focus();
  }

  /** All parts forget their answers and start anew, as they do in a page that the browser has kept. */
  function forgetAll() {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }

  // Before the checker's own listener, which would leave this file.
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-opens]') : null;
      const part = parts.get(link?.getAttribute('data-opens') ?? null);
      if (part === undefined) return;
      event.preventDefault();
      forgetAll();
      document.querySelector('[data-part-of]')?.replaceWith(part);
      part.querySelector('h1')?.focus();
    },
    true,
  );
  again.addEventListener('click', () => {
    forgetAll();
    document.querySelector('[data-part-of]')?.replaceWith(choice);
    again.hidden = true;
    choice.querySelector('h1')?.focus();
  });

  const language = new URLSearchParams(window.location.search).get('lang');
  if (language !== null) void speak(language);
}

embedPython();
offerInsurers();
