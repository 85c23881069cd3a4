"""A real Chromium and Japanese fonts: found, else installed if allowed, else asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.build.bootstrap.apt import by_hand, install_packages
from checker.build.bootstrap.needs import version_of
from checker.build.bootstrap.steps import SetupError, run_step

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_CHROMIUM = 120
"""The oldest Chromium that the tests are meant for; pages themselves ask for less."""

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_PLAYWRIGHT = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_PACKAGES = ("chromium", "fonts-noto-cjk")


def find_chromium() -> Path | None:
    """Return a Chromium that starts and is new enough: `CHROMIUM`, the PATH's, or Playwright's."""
    return next((path for path in _candidates() if is_usable(path)), None)


def require_chromium() -> Path:
    """Return a Chromium, or raise `SetupError` with what was found and the command to type."""
    path = find_chromium()
    if path is None:
        raise SetupError(chromium_problem())
    return path


def chromium_problem() -> str:
    """Return the words for a machine without a usable Chromium."""
    found = [f"{path}: version {version_of(str(path)) or 'unknown'}" for path in _candidates()]
    seen = "; ".join(found) or f"no {', '.join(_NAMES)} on the PATH, none from Playwright"
    return (
        f"Chromium {LEAST_CHROMIUM} or newer is missing ({seen}).\n"
        f"  Way out: {_by_hand()}\n"
        "  or set CHROMIUM to the program's path; then run the same command again."
    )


def make_browser(root: Path) -> None:
    """See to Chromium and Japanese fonts, or raise `SetupError` with the one command to type."""
    logs = root / "build" / "logs"
    wanted = []
    if find_chromium() is None:
        wanted.append("chromium")
    if not has_japanese_fonts():
        wanted.append("fonts-noto-cjk")
    if wanted:
        install_packages(wanted, logs)
    if find_chromium() is None:
        _download_chromium(root, logs)
    require_chromium()
    if not has_japanese_fonts():
        raise SetupError(
            "Japanese fonts are missing (`fc-list :lang=ja` lists none): pages would be measured"
            f" with boxes for letters.\n  Way out: {_by_hand()}\n  then run the same command again."
        )


def has_japanese_fonts() -> bool:
    """Whether text can be shown as Japanese readers see it; macOS always brings such fonts."""
    if sys.platform == "darwin":
        return True
    if shutil.which("fc-list") is None:
        return False
    listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def _candidates() -> list[Path]:
    if chosen := os.environ.get("CHROMIUM"):
        return [Path(chosen)]
    paths = [Path(path) for name in _NAMES if (path := shutil.which(name))]
    paths += [Path(path) for path in _MAC if Path(path).is_file()]
    return [*paths, *playwright_browsers(_PLAYWRIGHT)]


def playwright_browsers(patterns: Sequence[str]) -> list[Path]:
    """Return the programs that Playwright has downloaded, of those that match, the newest first."""
    homes = (
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH", ""),
        "~/.cache/ms-playwright",
        "~/Library/Caches/ms-playwright",
    )
    paths: list[Path] = []
    for home in filter(None, homes):
        for pattern in patterns:
            paths += sorted(Path(home).expanduser().glob(pattern), reverse=True)
    return paths


def is_usable(path: Path) -> bool:
    """Whether it starts, tells its version, and is new enough."""
    # Ubuntu's `chromium-browser` may be a script that only tells to install a snap: ask it.
    version = version_of(str(path))
    return version is not None and int(version.split(".")[0]) >= LEAST_CHROMIUM


def _download_chromium(root: Path, logs: Path) -> None:
    python = str(root / ".venv" / "bin" / "python")
    command = [python, "-m", "playwright", "install", "chromium"]
    try:
        run_step("Playwright's Chromium", command, logs / "playwright.log")
    except SetupError as error:
        print(f"  {error}", flush=True)


def _by_hand() -> str:
    return by_hand(_PACKAGES, "install Chromium or Chrome, and Noto Sans CJK JP, with your system's packages")
