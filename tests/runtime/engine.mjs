/**
 * Runs the shipped engine on Node as the worker does in a browser.
 *
 * Standard input: {runtime (a folder), boot (the boot module), books: {insurer: rulebook}, asked: [[insurer, line, and
 * what else is asked about it than the decision: `nearest`, or `calendar` and its last day]], code}. Standard output: {answers, result, modules}: what the doors said, what the code gave, what was imported.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

process.on('uncaughtException', (error) => {
  // The error itself carries the whole runtime.
  console.error(error.message);
  process.exitCode = 1;
});

const order = JSON.parse(readFileSync(0, 'utf8'));
const { files, lock } = JSON.parse(readFileSync(`${order.runtime}/runtime.json`, 'utf8'));
const { bootOptions, openDoor } = await import(pathToFileURL(order.boot).href);

/** @param {string} role */
const place = (role) => `${order.runtime}/${files[role]}`;
/** @param {string} role */
const script = (role) => import(pathToFileURL(place(role)).href);

// On Node, Pyodide reads its parts from a folder, by their own names.
const folder = mkdtempSync(join(tmpdir(), 'pyodide-'));
symlinkSync(place('wasm'), join(folder, 'pyodide.asm.wasm'));
symlinkSync(place('stdlib'), join(folder, 'python_stdlib.zip'));
const { loadPyodide } = await script('pyodide');
const python = await loadPyodide({
  ...bootOptions({
    createPyodideModule: (await script('asm')).default,
    app: Promise.resolve(new Response(readFileSync(place('app')))),
    lock,
  }),
  indexURL: folder,
});
rmSync(folder, { recursive: true });

/** @param {() => unknown} act */
function attempt(act) {
  try {
    return act();
  } catch (error) {
    return error.message;
  }
}

const doors = new Map();
for (const [insurer, rulebook] of Object.entries(order.books)) doors.set(insurer, openDoor(python, rulebook));
const answers = order.asked.map(([insurer, line, beside, ...more]) =>
  attempt(() => (beside === undefined ? doors.get(insurer)(line) : doors.get(insurer)[beside](line, ...more))),
);
const result = order.code ? attempt(() => String(python.runPython(order.code))) : null;
const modules = python.runPython("import sys; ' '.join(sys.modules)").split(' ');
process.stdout.write(JSON.stringify({ answers, result, modules }));
