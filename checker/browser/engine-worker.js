/**
 * Python's side of the checker on a server: a worker that loads the engine and decides.
 *
 * In: {type: 'start', rulebook} once, then {type: 'decide', id, facts}. Out: {type: 'progress'} as a sign of life,
 * {type: 'ready'}, {type: 'decision', id, decision}, or {type: 'failed', reason}, after which nothing works.
 * Rulebook, facts and decision are JSON text. Loading begins before 'start'. The build puts a line in front that
 * sets `engineRuntime`: names and hashes of the files beside this one.
 */
import { fetchChecked } from './fetch-checked.js';
import { bootPython, openDoor } from './pyodide-boot.js';

/**
 * @typedef {object} EngineRuntime
 * @property {Record<'pyodide' | 'asm' | 'wasm' | 'stdlib' | 'app', string>} files
 * @property {Record<'wasm' | 'stdlib' | 'app', string>} integrity
 * @property {object} lock
 */

/** @type {EngineRuntime} */
const runtime = /** @type {any} */ (globalThis).engineRuntime;

/** Bytes between two signs of life. */
const PROGRESS_STEP = 262_144;

let loaded = 0;
/** @type {import('./pyodide-boot.js').Door | undefined} */
let engineDoor;

const booting = loadAndBoot();
booting.catch(reportFailure);
addEventListener('message', receive);

/** Pyodide would wait for ever for a file that breaks off or is not what was built: so those end the boot. */
async function loadAndBoot() {
  const wasm = fetchPart('wasm', 'application/wasm');
  const stdlib = fetchPart('stdlib', 'application/zip');
  const app = fetchPart('app', 'application/zip');
  const complete = Promise.all([wasm.checked, stdlib.checked, app.checked]);
  const scripts = Promise.all([importPart('pyodide'), importPart('asm')]);
  const booted = scripts.then(([loader, core]) =>
    bootPython({
      loadPyodide: loader.loadPyodide,
      createPyodideModule: core.default,
      wasm: wasm.response,
      stdlib: stdlib.response,
      app: app.response,
      lock: runtime.lock,
    }),
  );
  return Promise.race([booted, complete.then(() => booted)]);
}

/**
 * @param {'wasm' | 'stdlib' | 'app'} part
 * @param {string} type
 */
function fetchPart(part, type) {
  return fetchChecked(beside(runtime.files[part]), runtime.integrity[part], type, countBytes);
}

/** @param {'pyodide' | 'asm'} part */
function importPart(part) {
  return import(beside(runtime.files[part]).href);
}

/** @param {string} name */
function beside(name) {
  return new URL(name, location.href);
}

/** @param {number} bytes */
function countBytes(bytes) {
  const before = Math.floor(loaded / PROGRESS_STEP);
  loaded += bytes;
  if (Math.floor(loaded / PROGRESS_STEP) !== before) postMessage({ type: 'progress', loaded });
}

/** @param {unknown} error */
function reportFailure(error) {
  postMessage({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
}

/** @param {MessageEvent<{type: string, rulebook: string, id: number, facts: string}>} event */
async function receive({ data }) {
  try {
    if (data.type === 'start') {
      engineDoor = openDoor(await booting, data.rulebook);
      postMessage({ type: 'ready' });
    } else if (data.type === 'decide' && engineDoor !== undefined) {
      postMessage({ type: 'decision', id: data.id, decision: engineDoor(data.facts) });
    }
  } catch (error) {
    reportFailure(error);
  }
}
