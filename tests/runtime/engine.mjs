/**
 * Runs the shipped engine on Node as the worker does in a browser.
 * Standard input: {runtime (a folder), boot (the boot module), rulebook, code, lines}; standard output: JSON
 * {answers, printed, modules}: what the door gave for each line, what `code` gave, and what has been imported.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => {
  // The error itself carries the whole runtime.
  console.error(error.message);
  process.exitCode = 1;
});

const order = JSON.parse(readFileSync(0, "utf8"));
const { files } = JSON.parse(readFileSync(`${order.runtime}/runtime.json`, "utf8"));

const { bootOptions, openDoor } = await import(pathToFileURL(order.boot).href);
const worker = readFileSync(`${order.runtime}/${files.worker}`, "utf8");
const { lock } = JSON.parse(worker.slice(worker.indexOf("{"), worker.indexOf(";\n")));

/** @param {string} role */
const place = (role) => `${order.runtime}/${files[role]}`;
/** @param {string} role */
const script = (role) => import(pathToFileURL(place(role)).href);

// On Node, Pyodide reads its parts from a folder, by their own names.
const folder = mkdtempSync(join(tmpdir(), "pyodide-"));
symlinkSync(place("wasm"), join(folder, "pyodide.asm.wasm"));
symlinkSync(place("stdlib"), join(folder, "python_stdlib.zip"));
const { loadPyodide } = await script("pyodide");
const python = await loadPyodide({
  ...bootOptions({
    createPyodideModule: (await script("asm")).default,
    app: Promise.resolve(new Response(readFileSync(place("app")))),
    lock,
  }),
  indexURL: folder,
});
rmSync(folder, { recursive: true });

const result = { answers: [], printed: null, modules: [] };
if (order.rulebook !== undefined) {
  const door = openDoor(python, order.rulebook);
  for (const line of order.lines ?? []) {
    try {
      result.answers.push(door(line));
    } catch (error) {
      result.answers.push(error.message);
    }
  }
}
if (order.code !== undefined) result.printed = String(python.runPython(order.code));
result.modules = python.runPython("import sys; ' '.join(sorted(sys.modules))").split(" ");
process.stdout.write(JSON.stringify(result));
