/**
 * Boots Python from parts packed into a page: base64 of gzip, with no address to fetch from.
 */
import { bootPython } from './pyodide-boot.js';

/**
 * @typedef {object} PackedEngine
 * @property {string} pyodide
 * @property {string} asm
 * @property {string} wasm
 * @property {string} stdlib
 * @property {string} app
 * @property {object} lock
 */

/**
 * @param {PackedEngine} packed
 * @returns {Promise<any>} as bootPython gives it
 */
export async function bootPacked(packed) {
  const [loader, core] = await Promise.all([importPacked(packed.pyodide), importPacked(packed.asm)]);
  return bootPython({
    loadPyodide: loader.loadPyodide,
    createPyodideModule: core.default,
    wasm: Promise.resolve(unpacked(packed.wasm, 'application/wasm')),
    stdlib: Promise.resolve(unpacked(packed.stdlib, 'application/zip')),
    app: Promise.resolve(unpacked(packed.app, 'application/zip')),
    lock: packed.lock,
  });
}

/**
 * @param {string} text
 * @param {string} type
 */
export function unpacked(text, type) {
  const packed = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (new Response(decodeBase64(text.trim())).body);
  const whole = packed.pipeThrough(new DecompressionStream('gzip'));
  return new Response(whole, { headers: { 'Content-Type': type } });
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
