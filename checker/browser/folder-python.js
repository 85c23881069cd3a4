/**
 * Python for the site in a folder, where pages can fetch nothing: it comes in one script, which hands over its parts,
 * and only when somebody has answered.
 */

import { runScript } from './languages.js';
import { OfflineEngine } from './offline-python.js';
import { unpacked } from './packed-engine.js';
import { embedEngine } from './python.js';

/** @typedef {import('./packed-engine.js').PackedEngine & {worker: string, rulebooks: string}} Handed */

/** @type {Promise<Handed> | null} */
let handed_ = null;

/** @returns {Promise<Handed>} tried again when it has failed */
function loadParts() {
  const { base, files } = JSON.parse(document.querySelector('script[data-runtime]')?.textContent ?? '{}');
  handed_ ??= /** @type {Promise<Handed>} */ (runScript(base + files.packed));
  handed_.catch(() => {
    handed_ = null;
  });
  return handed_;
}

const folderEngine = new OfflineEngine(async () => {
  const { worker, rulebooks, ...packed } = await loadParts();
  return { packed, worker };
});

embedEngine({
  connect: () => folderEngine.connect(),
  rulebook: async (address) => (await unpacked((await loadParts()).rulebooks, 'application/json').json())[address.replace(/.*\//u, '')] ?? '',
});
