/**
 * Boots Python from parts packed into a page: base64 of gzip, with no address to fetch from.
 */
import { bootPython, requireWebAssembly } from './pyodide-boot.js';

/**
 * @typedef {object} PackedEngine each part a text; gzip knows by its own sum whether a part is what was packed
 * @property {string} pyodide
 * @property {string} asm
 * @property {string} wasm
 * @property {string} stdlib
 * @property {string} app
 * @property {string} lock JSON
 */

/**
 * Every part is unpacked whole, and so found to be right, before anything runs.
 * @param {PackedEngine} packed
 * @returns {Promise<any>} as bootPython gives it
 */
export async function bootPacked(packed) {
  requireWebAssembly(); // before megabytes are unpacked for nothing
  const [wasm, stdlib, app, lock] = await Promise.all([
    whole(packed.wasm, 'application/wasm'),
    whole(packed.stdlib, 'application/zip'),
    whole(packed.app, 'application/zip'),
    unpacked(packed.lock, 'application/json').json(),
  ]);
  const [loader, core] = await Promise.all([importPacked(packed.pyodide), importPacked(packed.asm)]);
  return bootPython({
    loadPyodide: loader.loadPyodide,
    createPyodideModule: core.default,
    wasm: Promise.resolve(wasm),
    stdlib: Promise.resolve(stdlib),
    app: Promise.resolve(app),
    lock,
  });
}

/**
 * @param {string} text
 * @param {string} type
 */
export function unpacked(text, type) {
  const packed = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (new Response(decodeBase64(text.trim())).body);
  const stream = packed.pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'Content-Type': type } });
}

/**
 * @param {string} text
 * @param {string} type
 */
async function whole(text, type) {
  return new Response(await unpacked(text, type).arrayBuffer(), { headers: { 'Content-Type': type } });
}

/** @param {string} text */
async function importPacked(text) {
  const script = await unpacked(text, 'text/javascript').blob();
  const address = URL.createObjectURL(script);
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function decodeBase64(text) {
  const decode = /** @type {any} */ (Uint8Array).fromBase64;
  if (typeof decode === 'function') return decode(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return bytes;
}
