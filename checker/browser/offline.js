/**
 * The checker in a file that stands alone: of all insurers, where it asks for the insurer first, or of one.
 *
 * The parts, the question for the insurer among them, are made ready while they stand in the page, then taken out of
 * it but for the first; one at a time comes back. All of them hear of a change of language, so the one that opens
 * speaks it.
 */
import {} from './undamaged.js';
import { blockOf, readPackedJson } from './carried_blocks.js';
import {} from './checker.js';
import { openChoosing } from './choosing.js';
import { OfflineEngine } from './offline-python.js';
import { showOverdueNotices } from './overdue.js';
import { embedEngine } from './python.js';

const PARTS = /** @type {const} */ (['pyodide', 'asm', 'wasm', 'stdlib', 'app', 'lock']);

function readPacked() {
  const parts = Object.fromEntries(PARTS.map((part) => [part, blockOf(part)]));
  return { packed: /** @type {import('./packed-engine.js').PackedEngine} */ (parts), worker: blockOf('worker') };
}

function embedPython() {
  const engine = new OfflineEngine(readPacked);
  /** @type {Promise<Record<string, string>> | null} */
  let rulebooks = null;
  embedEngine({
    connect: () => engine.connect(),
    async rulebook(address) {
      rulebooks ??= readPackedJson('rulebooks');
      return (await rulebooks)[address] ?? '';
    },
  });
}

/** @param {Element | null} part */
function focusOn(part) {
  /** @type {HTMLElement | null} */ (part?.querySelector('.counter input') ?? part?.querySelector('h1') ?? null)?.focus();
}

/** All parts forget their answers and start anew, as they do in a page that the browser has kept. */
function forgetAll() {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

/** Keep the first part in the page, and change it for another when somebody goes there. */
function openParts() {
  /** @type {Map<string | null, Element>} */
  const parts = new Map([...document.querySelectorAll('[data-part-of]')].map((part) => [part.getAttribute('data-part-of'), part]));
  const [first, ...others] = parts.values();
  const again = document.querySelector('[data-again]');
  for (const part of others) part.remove();

  /** @param {Element | undefined} part */
  function show(part) {
    if (part === undefined) return;
    document.querySelector('[data-part-of]')?.replaceWith(part);
    again?.toggleAttribute('hidden', part === first);
    focusOn(part);
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
      show(part);
    },
    true,
  );
  again?.addEventListener('click', () => {
    forgetAll();
    show(first);
  });
  return {
    /** @param {string} opens */
    show: (opens) => show(parts.get(opens)),
    /** Where nobody can be asked for the insurer, every insurer's part stands there. */
    showAll: () => first?.replaceWith(...others),
  };
}

/** @param {ReturnType<typeof openParts>} parts */
function askForInsurer({ show, showAll }) {
  /** @type {HTMLElement | null} */
  const asking = document.querySelector('[data-choice]');
  if (asking === null) return;
  try {
    const { speak } = openChoosing(asking, show);
    const language = new URLSearchParams(window.location.search).get('lang');
    if (language !== null) void speak(language);
  } catch (fault) {
    showAll();
    throw fault;
  }
}

/** Rules below the questions are open for those without scripts; and what is past its day is told in each language. */
function settle() {
  for (const rules of document.querySelectorAll('[data-rules] details')) rules.removeAttribute('open');
  showOverdueNotices();
  new MutationObserver(showOverdueNotices).observe(document.documentElement, { attributeFilter: ['data-language-now'] });
}

settle();
embedPython();
document.documentElement.removeAttribute('data-loading');
askForInsurer(openParts());
