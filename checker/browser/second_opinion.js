/**
 * Python beside the table: it decides the same situations again, and what the two say is compared. Whatever goes
 * wrong here leaves the table's answer standing.
 */

import { differences } from './answer.js';
import { askBeside } from './otherwise.js';
import { startPython, wantsAsking } from './python.js';

/** @typedef {import('./python.js').PythonRuntime} PythonRuntime */
/** @typedef {{kind: 'same', decisions: Decision[]} | {kind: 'different', parts: string[]} | {kind: 'unavailable'}} Opinion */

/**
 * @param {PythonRuntime | null} runtime null: this site has no Python
 */
export function openSecondOpinion(runtime) {
  /** @type {import('./python.js').PythonEngine | null} */
  let engine = null;

  function start() {
    if (runtime === null || engine !== null) return;
    let wasReady = false;
    engine = startPython({
      runtime,
      onReady: () => {
        wasReady = true;
      },
      // What never started here will not start next time; what a device has ended, for want of memory, may.
      onFailed: () => {
        if (wasReady) engine = null;
      },
    });
  }

  /**
   * @param {Facts[]} situations
   * @param {Decision[]} decided by the table
   * @returns {Promise<Opinion>}
   */
  async function ask(situations, decided) {
    if (engine === null) return { kind: 'unavailable' };
    const python = engine;
    try {
      const decisions = await Promise.all(situations.map((facts) => python.decide(facts)));
      const parts = decisions.flatMap((decision, place) => {
        const other = decided[place];
        return other ? differences(decision, other) : ['status'];
      });
      return parts.length ? { kind: 'different', parts: [...new Set(parts)] } : { kind: 'same', decisions };
    } catch {
      return { kind: 'unavailable' };
    }
  }

  return {
    /** Start unless the visitor saves data: then they are asked first. */
    startUnlessSaving: () => (wantsAsking() ? undefined : start()),
    start,
    /** @returns {boolean} whether the visitor has to be asked */
    isOffered: () => runtime !== null && engine === null && wantsAsking(),
    /** @returns {boolean} whether this site has Python and it was started */
    isExpected: () => engine !== null,
    ask,
    /**
     * @param {Facts} facts
     * @param {Decision} own
     * @param {Record<string, Band | null>} bands by page
     */
    askBeside: async (facts, own, bands) => (engine === null ? { nearest: null, ahead: null } : askBeside(engine, facts, own, bands)),
    /** End Python, and all that it has heard. */
    stop() {
      engine?.stop();
      engine = null;
    },
  };
}
