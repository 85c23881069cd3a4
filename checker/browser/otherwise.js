/**
 * What Python adds to an answer once it has confirmed it: what would change it, and the days ahead. What cannot be told
 * is left out, and nothing that somebody is reading moves.
 */

import { lookAhead } from './ahead.js';
import { calendarSection } from './calendar_view.js';
import { changesSection } from './changes_view.js';
import { keepStill } from './still.js';

/** @typedef {import('./confirming.js').Shown} Shown */
/** @typedef {{nearest: Nearest | null, ahead: import('./ahead.js').Ahead | null}} Beside */

/**
 * @param {import('./python.js').PythonEngine} python
 * @param {Facts} facts
 * @param {Decision} own
 * @param {Record<string, Band | null>} bands by page
 * @returns {Promise<Beside>}
 */
export async function askBeside(python, facts, own, bands) {
  /** @type {Record<string, Band>} */
  const chosen = {};
  for (const [fact, band] of Object.entries(bands)) {
    if (band && band.from !== band.until && typeof facts[fact] === 'string') chosen[fact] = band;
  }
  const [nearest, ahead] = await Promise.allSettled([python.nearest(facts), lookAhead(python, facts, own, chosen)]);
  return { nearest: nearest.status === 'fulfilled' ? nearest.value : null, ahead: ahead.status === 'fulfilled' ? ahead.value : null };
}

/**
 * @param {Shown} shown
 * @param {Decision} own
 * @param {Beside} told
 */
export function showBeside({ root, words }, own, { nearest, ahead }) {
  const sections = [nearest && changesSection(words, nearest, own), ahead && calendarSection(words, ahead, own)];
  const result = root.querySelector('[data-result]');
  const place = root.querySelector('[data-part="why"]') ?? root.querySelector('[data-opinion]');
  keepStill(() => place?.before(...sections.filter((one) => one !== null)));
  result?.setAttribute('data-beside', 'told');
}
