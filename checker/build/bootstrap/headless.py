"""Chromium without windows: the same engine, which opens a page in a third of the time. Tests take it where it is.

Nothing depends on it: without it, tests run in the whole Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from checker.build.bootstrap.apt import install_packages
from checker.build.bootstrap.browser import is_usable, playwright_browsers, require_chromium

__all__ = ["make_headless", "require_headless"]

_PACKAGE = "chromium-headless-shell"
_PLAYWRIGHT = ("chromium_headless_shell-*/chrome-*/headless_shell", "chromium_headless_shell-*/*/chrome-headless-shell")


def require_headless() -> Path:
    """Return a Chromium without windows, else a whole one; raise `SetupError` where there is neither.

    Whoever names a browser by `CHROMIUM` gets that one.
    """
    return _found() or require_chromium()


def make_headless(root: Path) -> None:
    """Install it where the system has such a package and that is allowed; never an error."""
    if _found() is None and "CHROMIUM" not in os.environ and _is_offered():
        install_packages([_PACKAGE], root / "build" / "logs")


def _found() -> Path | None:
    if "CHROMIUM" in os.environ:
        return None
    installed = shutil.which(_PACKAGE)
    candidates = [*([Path(installed)] if installed else []), *playwright_browsers(_PLAYWRIGHT)]
    return next((path for path in candidates if is_usable(path)), None)


def _is_offered() -> bool:
    if shutil.which("apt-cache") is None:
        return False
    asked = subprocess.run(["apt-cache", "show", _PACKAGE], capture_output=True, check=False)
    return asked.returncode == 0
