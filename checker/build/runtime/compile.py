"""Byte code for the browser's Python, by pyodide-build's `py-compile` inside Pyodide on Node.

Byte code must be of the Python that runs it, which is not the one that builds: compiled this way,
any host Python will do. Node's side is `compile.mjs`.
"""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.build.runtime.archive import read_zip, stored_zip
from checker.build.runtime.inputs import Inputs

__all__ = ["CompileError", "compile_sources"]

_DRIVER = Path(__file__).with_name("compile.mjs")
_KEEPS_DOCSTRINGS = "_pyodide/"  # it copies them to what it makes, and does not start without


class CompileError(Exception):
    """The compiler refused a source, or did not run; the message is its own."""


def compile_sources(inputs: Inputs, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members of a library with each `.py` replaced by the `.pyc` next to it.

    Assertions and docstrings are left out (-OO); Pyodide's own startup package keeps the latter
    (-O). Takes seconds: Pyodide starts once for each of the two.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        jobs: list[dict[str, object]] = []
        for level in (1, 2):
            members = {
                path: data for path, data in sources.items() if path.startswith(_KEEPS_DOCSTRINGS) == (level == 1)
            }
            if members:
                place = folder / f"O{level}"
                place.mkdir()
                (place / "library.zip").write_bytes(stored_zip(members))
                jobs.append({"folder": str(place), "optimize": level})
        _run(inputs, jobs)
        compiled: dict[str, bytes] = {}
        for archive in sorted(folder.glob("O*/library.zip")):
            compiled |= read_zip(archive.read_bytes())
    return compiled


def _run(inputs: Inputs, jobs: list[dict[str, object]]) -> None:
    order = {"core": str(inputs.core), "tools": str(inputs.tools.resolve()), "jobs": jobs}
    result = subprocess.run(
        ["node", str(_DRIVER)],
        input=json.dumps(order),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        raise CompileError(f"compiling inside Pyodide failed:\n{result.stderr.strip()}")
