"""Packages of the system, installed where that is allowed without a question: apt, as root or by a silent sudo."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from checker.build.bootstrap.steps import SetupError, run_step

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["by_hand", "install_packages"]


def install_packages(names: Sequence[str], logs: Path) -> None:
    """Install packages, or say why not; whether they are there afterwards is for the caller to see."""
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


def by_hand(names: Sequence[str], otherwise: str) -> str:
    """Return the one command to type; `otherwise` is for systems without apt."""
    if shutil.which("apt-get") is None:
        return otherwise
    command = f"apt-get update && apt-get install -y {' '.join(names)}"
    return command if os.geteuid() == 0 else f"sudo sh -c '{command}'"


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


def _apt_env() -> dict[str, str]:
    return {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
