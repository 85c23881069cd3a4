"""What a release hands out, in one folder: the wheel, the files that open without a server, notes and sums."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.offline.notices import NoticesError
from checker.build.offline.sums import sums_text
from checker.build.offline.written import build_offline
from checker.build.release.notes import ReleaseError, notes_of
from checker.build.release.wheel import build_wheel
from checker.build.runtime import CompileError, KeptError, MissingInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_SUMS = "SHA256SUMS"


def main(argv: Sequence[str]) -> int:
    """`build release`: write dist/release/; return the exit status."""
    parser = argparse.ArgumentParser(prog="checker build release", description=main.__doc__)
    parser.add_argument("version", help="the tag, such as v1.2.3; it must agree with pyproject.toml and CHANGELOG.md")
    parser.add_argument("--out", type=Path, default=Path("dist/release"))
    parser.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args(argv)
    root = options.root.resolve()
    try:
        notes = notes_of(root, options.version)
        shutil.rmtree(options.out, ignore_errors=True)
        files = [*build_offline(options.out, root), build_wheel(options.out, root)]
    except (ReleaseError, CompileError, KeptError, MissingInputError, NoticesError) as error:
        print(error, file=sys.stderr)
        return 1
    files.append(options.out / "NOTES.md")
    files[-1].write_text(notes, encoding="utf-8")
    summed = sorted({file for file in files if file.name != _SUMS})
    (options.out / _SUMS).write_text(sums_text(summed), encoding="utf-8")
    for file in summed:
        print(f"  release: {file.stat().st_size:>10,} bytes in {file}")
    return 0
