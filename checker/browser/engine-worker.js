/**
 * Python's side of the checker on a server: a worker that loads the engine and decides, as serve-engine.js says.
 *
 * Loading begins at once, before the page has said what to decide; {type: 'progress'} is its sign of life. The build
 * puts a line in front that sets `engineRuntime`: names and hashes of the files beside this one.
 */
import { fetchChecked } from './fetch-checked.js';
import { bootPython, requireWebAssembly } from './pyodide-boot.js';
import { serveEngine } from './serve-engine.js';

/**
 * @typedef {object} EngineRuntime
 * @property {Record<'pyodide' | 'asm' | 'wasm' | 'stdlib' | 'app', string>} files
 * @property {Record<'pyodide' | 'asm' | 'wasm' | 'stdlib' | 'app', string>} integrity
 * @property {object} lock
 */

/** @type {EngineRuntime} */
const runtime = /** @type {any} */ (globalThis).engineRuntime;

/** Bytes between two signs of life. */
const PROGRESS_STEP = 262_144;

let loaded = 0;

const serve = serveEngine(loadAndBoot(), (message) => postMessage(message));
addEventListener('message', ({ data }) => serve(data));

/** Pyodide would wait for ever for a file that breaks off or is not what was built: so those end the boot. */
async function loadAndBoot() {
  requireWebAssembly(); // before megabytes are loaded for nothing
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

/**
 * An import takes whatever comes; so the file is fetched first, which rejects where it is not what was built, and then
 * taken from what the browser has kept.
 * @param {'pyodide' | 'asm'} part
 */
async function importPart(part) {
  const address = beside(runtime.files[part]);
  const answer = await fetch(address, { integrity: runtime.integrity[part] });
  if (!answer.ok) throw new Error(`${address.pathname}: status ${answer.status}`);
  await answer.arrayBuffer();
  return import(address.href);
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
