"""Python for the browser, as files for any static host.

Pyodide's core, a byte-compiled library, and our engine.
"""

import argparse
import sys
from pathlib import Path

from checker.build.runtime.build import Manifest, build_runtime
from checker.build.runtime.compile import CompileError
from checker.build.runtime.inputs import MissingInputError
from checker.build.runtime.kept import KeptError

__all__ = ["CompileError", "KeptError", "Manifest", "MissingInputError", "build_runtime", "main"]


def main(argv: list[str]) -> int:
    """`build runtime`: bring build/runtime/ up to date; return the exit status."""
    parser = argparse.ArgumentParser(prog="checker build runtime", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/runtime"))
    parser.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args(argv)
    try:
        manifest = build_runtime(options.out, options.root.resolve())
    except (CompileError, KeptError, MissingInputError) as error:
        print(error, file=sys.stderr)
        return 1
    total = sum((options.out / name).stat().st_size for name in manifest.files.values())
    print(f"  runtime: {len(manifest.files)} files, {total:,} bytes in {options.out}")
    return 0
