/**
 * Starts Python from parts that are at hand and opens the engine's door.
 *
 * Pyodide fetches its parts by fixed names from one folder. Ours have hashed names, or no address at all in a file
 * opened from a folder; so while it starts, `fetch` answers for a made-up folder and refuses all else.
 */

/**
 * @typedef {object} PythonParts
 * @property {(options: object) => Promise<any>} loadPyodide
 * @property {(settings: object) => Promise<any>} createPyodideModule
 * @property {Promise<Response>} wasm
 * @property {Promise<Response>} stdlib a zip of byte code
 * @property {Promise<Response>} app a zip of byte code: our engine
 * @property {object} lock Pyodide's list of packages, of which there are none
 */

/**
 * @typedef {object} DoorsBeside what else may be asked about the same facts; JSON text too
 * @property {(facts: string) => string} nearest
 * @property {(facts: string, until: string) => string} calendar
 */

/** @typedef {((facts: string) => string) & DoorsBeside} Door the engine: facts as JSON text to a decision as JSON text */

const NOWHERE = 'https://runtime.invalid/';
const APP = '/lib/app.zip';

/** The smallest WebAssembly module. */
const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** Throws where WebAssembly is missing or forbidden; Pyodide by itself would wait for ever. */
export function requireWebAssembly() {
  new WebAssembly.Module(EMPTY_MODULE);
}

/**
 * @param {PythonParts} parts
 * @returns {Promise<any>} Pyodide, with our engine ready to import
 */
export async function bootPython(parts) {
  requireWebAssembly();
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = /** @type {typeof fetch} */ (answerFor(parts));
  try {
    return await parts.loadPyodide(bootOptions(parts));
  } finally {
    globalThis.fetch = fetchBefore;
  }
}

/** @param {PythonParts} parts */
export function bootOptions(parts) {
  return {
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    lockFileContents: parts.lock,
    createPyodideModule: parts.createPyodideModule,
    env: { PYTHONPATH: APP },
    stdin: () => null,
    fsInit: async (/** @type {any} */ files) => {
      const app = await (await parts.app).arrayBuffer();
      files.writeFile(APP, new Uint8Array(app));
    },
  };
}

/**
 * @param {any} python as booted
 * @param {string} rulebook canonical JSON text of an insurer's rulebook
 * @returns {Door}
 */
export function openDoor(python, rulebook) {
  return python.pyimport('checker.engine.door').open_door(rulebook);
}

/** @param {PythonParts} parts */
function answerFor(parts) {
  /** @type {Record<string, Promise<Response>>} */
  const answers = {
    [`${NOWHERE}pyodide.asm.wasm`]: parts.wasm,
    [`${NOWHERE}python_stdlib.zip`]: parts.stdlib,
  };
  return (/** @type {RequestInfo | URL} */ address) =>
    answers[String(address)] ?? Promise.reject(new TypeError(`Python asked for ${String(address)}`));
}
