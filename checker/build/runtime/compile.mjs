/**
 * Compiles every archive of some folders in place, with pyodide-build's py-compile, inside Pyodide.
 * Standard input: {core, tools, jobs: [{folder, optimize}]}, all folders of this machine.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// Any fixed moment does: with one, byte code records the hash of its source instead of its date.
const MOMENT = "315532800";

const COMPILE = `
import sys
from pathlib import Path
sys.path.append("/tools")
from pyodide_build._py_compile import _py_compile_archive_dir
_py_compile_archive_dir(Path("/library"), keep=False, verbose=False, compression_level=0)
`;

const { core, tools, jobs } = JSON.parse(readFileSync(0, "utf8"));

try {
  const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`).href);
  for (const { folder, optimize } of jobs) {
    const python = await loadPyodide({
      packageBaseUrl: core,
      env: { SOURCE_DATE_EPOCH: MOMENT, PYTHONOPTIMIZE: String(optimize) },
    });
    python.mountNodeFS("/tools", tools);
    python.mountNodeFS("/library", folder);
    python.runPython(COMPILE);
  }
} catch (error) {
  // The error itself carries the whole runtime; its message is the traceback.
  console.error(error.message);
  process.exitCode = 1;
}
