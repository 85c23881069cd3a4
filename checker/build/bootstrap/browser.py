"""A real Chromium and Japanese fonts: found, else installed if allowed, else asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from checker.build.bootstrap.needs import version_of
from checker.build.bootstrap.steps import SetupError, run_step

LEAST_CHROMIUM = 120
"""The oldest Chromium that the tests are meant for; pages themselves ask for less."""

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_PLAYWRIGHT = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_BY_HAND = "apt-get update && apt-get install -y chromium fonts-noto-cjk"


def find_chromium() -> Path | None:
    """Return a Chromium that starts and is new enough: `CHROMIUM`, the PATH's, or Playwright's."""
    return next((path for path in _candidates() if _is_usable(path)), None)


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
        _install_packages(wanted, logs)
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
    homes = (
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH", ""),
        "~/.cache/ms-playwright",
        "~/Library/Caches/ms-playwright",
    )
    for home in filter(None, homes):
        for pattern in _PLAYWRIGHT:
            paths += sorted(Path(home).expanduser().glob(pattern), reverse=True)
    return paths


def _is_usable(path: Path) -> bool:
    # Ubuntu's `chromium-browser` may be a script that only tells to install a snap: ask it.
    version = version_of(str(path))
    return version is not None and int(version.split(".")[0]) >= LEAST_CHROMIUM


def _install_packages(names: list[str], logs: Path) -> None:
    prefix = _installer()
    if prefix is None:
        return
    install = [*prefix, "apt-get", "install", "-y", "--no-install-recommends", *names]
    title = f"system packages {', '.join(names)}"
    try:
        run_step(title, install, logs / "apt-get.log", env=_apt_env())
    except SetupError:
        # A list of packages that is old or was never fetched: fetch it and try once more.
        try:
            update = [*prefix, "apt-get", "update"]
            run_step("list of system packages", update, logs / "apt-get-update.log", env=_apt_env())
            run_step(title, install, logs / "apt-get.log", env=_apt_env())
        except SetupError as error:
            print(f"  {error}", flush=True)


def _installer() -> list[str] | None:
    """Return what to put before `apt-get` where installing is allowed without a question."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _download_chromium(root: Path, logs: Path) -> None:
    python = str(root / ".venv" / "bin" / "python")
    command = [python, "-m", "playwright", "install", "chromium"]
    try:
        run_step("Playwright's Chromium", command, logs / "playwright.log")
    except SetupError as error:
        print(f"  {error}", flush=True)


def _apt_env() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def _by_hand() -> str:
    if shutil.which("apt-get") is None:
        return "install Chromium or Chrome, and Noto Sans CJK JP, with your system's packages"
    return _BY_HAND if os.geteuid() == 0 else f"sudo sh -c '{_BY_HAND}'"
