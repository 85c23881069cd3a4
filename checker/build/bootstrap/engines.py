"""Browsers beside Chromium, for a walk in each: those of phones by Apple (WebKit) and Firefox.

Half a minute of installing, where that is allowed without a question. They are no condition of anything: without one
its tests are skipped, with the reason and the command to type.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from checker.build.bootstrap.apt import by_hand, install_packages

__all__ = ["ENGINES", "FIREFOX", "WEBKIT", "Engine", "make_engines"]


@dataclass(frozen=True)
class Engine:
    """A browser engine: the programs that drive it, each under any of some names, and the packages that hold them."""

    name: str
    programs: tuple[tuple[str, ...], ...]
    packages: tuple[str, ...]

    def found(self) -> list[Path | None]:
        """Return where each program is."""
        return [next((Path(path) for name in names if (path := shutil.which(name))), None) for names in self.programs]

    def problem(self) -> str | None:
        """Return what is missing and the way out, or None."""
        pairs = zip(self.programs, self.found(), strict=True)
        missing = [" or ".join(names) for names, path in pairs if path is None]
        if not missing:
            return None
        otherwise = f"install {self.name} with your system's packages, so that {' and '.join(missing)} can be found"
        return f"{self.name} is not here (no {', no '.join(missing)}). Way out: {by_hand(self.packages, otherwise)}"


WEBKIT = Engine("WebKitGTK", (("WebKitWebDriver",), ("Xvfb",)), ("webkit2gtk-driver", "xvfb"))
FIREFOX = Engine("Firefox", (("firefox-esr", "firefox"),), ("firefox-esr",))
ENGINES = (WEBKIT, FIREFOX)


def make_engines(root: Path) -> None:
    """Install what is missing where that is allowed, and say what is missing still; never an error."""
    wanted = [package for engine in ENGINES if engine.problem() for package in engine.packages]
    if wanted:
        install_packages(wanted, root / "build" / "logs")
    for engine in ENGINES:
        if problem := engine.problem():
            print(f"  {problem}\n  Its tests will be skipped.", flush=True)
