/**
 * Python's side of the checker in a file opened from a folder: a classic worker made from a blob, since browsers
 * refuse module workers there. First comes {type: 'boot', packed}; then as serve-engine.js says.
 */
import { bootPacked } from './packed-engine.js';
import { serveEngine } from './serve-engine.js';

// Pyodide tells a classic worker by what `importScripts` does, and refuses it; nothing else in it minds.
Object.assign(globalThis, {
  importScripts: () => {
    throw new Error('nothing to import here');
  },
});

/** @type {((request: any) => void) | undefined} */
let serve;

addEventListener('message', ({ data }) => {
  if (data.type === 'boot') serve = serveEngine(bootPacked(data.packed), (message) => postMessage(message));
  else serve?.(data);
});
