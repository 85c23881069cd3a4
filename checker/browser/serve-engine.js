/**
 * What an engine does with the page's messages, wherever it runs.
 *
 * In: {type: 'start', rulebook}, then {type: 'decide', id, facts}. Out: {type: 'ready'}, {type: 'decision', id,
 * decision}, or {type: 'failed', reason}, after which nothing is promised. Rulebook, facts and decision are JSON text.
 * Another 'start' changes to another rulebook.
 *
 * Besides, {type: 'nearest', id, facts} and {type: 'calendar', id, facts, until} are answered with {type: 'told', id,
 * told}: JSON text, or null where that went wrong, which changes nothing of all else.
 */
import { openDoor } from './pyodide-boot.js';

/** @typedef {{type: string, rulebook: string, id: number, facts: string, until: string}} EngineRequest */

/**
 * @param {Promise<any>} booting Pyodide, coming up
 * @param {(message: object) => void} send
 * @returns {(request: EngineRequest) => Promise<void>}
 */
export function serveEngine(booting, send) {
  /** @type {import('./pyodide-boot.js').Door | undefined} */
  let door;

  /** @param {unknown} error */
  function fail(error) {
    send({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }

  booting.catch(fail);
  return async (request) => {
    const python = await booting.catch(() => null);
    if (python === null) return;
    try {
      if (request.type === 'start') {
        door = openDoor(python, request.rulebook);
        send({ type: 'ready' });
      } else if (request.type === 'decide' && door !== undefined) {
        send({ type: 'decision', id: request.id, decision: door(request.facts) });
      } else if (door !== undefined) {
        send({ type: 'told', id: request.id, told: tellBeside(door, request) });
      }
    } catch (error) {
      fail(error);
    }
  };
}

/**
 * @param {import('./pyodide-boot.js').Door} door
 * @param {EngineRequest} request
 * @returns {string | null}
 */
function tellBeside(door, { type, facts, until }) {
  try {
    return type === 'nearest' ? door.nearest(facts) : door.calendar(facts, until);
  } catch {
    return null;
  }
}
