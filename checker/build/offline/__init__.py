"""Files that open without a server: the checker with Python and the rules' pages, of all insurers and of each one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.offline.notices import NoticesError
from checker.build.offline.written import FILE_OF_ALL, SITE_ZIP, build_offline
from checker.build.runtime import CompileError, KeptError, MissingInputError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FILE_OF_ALL", "SITE_ZIP", "build_offline", "main"]


def main(argv: Sequence[str]) -> int:
    """`build offline`: write dist/offline/; return the exit status."""
    parser = argparse.ArgumentParser(prog="checker build offline", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist/offline"))
    parser.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args(argv)
    try:
        files = build_offline(options.out, options.root.resolve())
    except (CompileError, KeptError, MissingInputError, NoticesError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(f"  offline: {file.stat().st_size:>10,} bytes in {file}")
    return 0
