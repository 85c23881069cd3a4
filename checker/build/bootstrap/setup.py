"""The command: which parts to see to, one at a time on a machine, and how a failure ends."""

from __future__ import annotations

import fcntl
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.bootstrap.browser import make_browser
from checker.build.bootstrap.engines import make_engines
from checker.build.bootstrap.headless import make_headless
from checker.build.bootstrap.steps import SetupError
from checker.build.bootstrap.tools import make_tools

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[3]
_PARTS = {"tools": make_tools, "browser": make_browser, "headless": make_headless, "engines": make_engines}


def main(names: Sequence[str]) -> int:
    """See to the named parts, or to all; return the exit status."""
    if unknown := [name for name in names if name not in _PARTS]:
        print(f"unknown part {unknown[0]!r}; there are: {', '.join(_PARTS)}", file=sys.stderr)
        return 2
    began = time.monotonic()
    try:
        with _alone(ROOT / "build"):
            for name in names or _PARTS:
                _PARTS[name](ROOT)
    except SetupError as error:
        print(f"\nNot set up. {error}", file=sys.stderr)
        return 1
    print(f"  {' and '.join(names or _PARTS)} ready ({time.monotonic() - began:.1f} s)", flush=True)
    return 0


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold off a second `make` in the same clone, which would write into the same folders."""
    folder.mkdir(exist_ok=True)
    with (folder / ".setup-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
