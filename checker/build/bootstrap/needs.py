"""The programs that a machine must already have: found, too old, or missing, and the way out."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

_SECONDS = 20


@dataclass(frozen=True)
class Program:
    """A program that must be on the PATH, at least so new."""

    name: str
    command: str
    least: int
    way_out: str

    def problem(self) -> str | None:
        """Return what is wrong with the one on the PATH, or None."""
        path = shutil.which(self.command)
        wanted = f"{self.least} or newer is needed"
        if path is None:
            return f"{self.name} is missing (no `{self.command}` on the PATH): {wanted}.\n  Way out: {self.way_out}"
        found = version_of(path)
        if found is None:
            return f"{self.name} does not tell its version ({path} --version): {wanted}.\n  Way out: {self.way_out}"
        if int(found.split(".")[0]) < self.least:
            return f"{self.name} {found} is too old ({path}): {wanted}.\n  Way out: {self.way_out}"
        return None


_NODE_WAY_OUT = (
    "install Node 20 or newer with npm, from your system's packages if they are new enough\n"
    "  (`apt-get install nodejs npm`), else from nodejs.org; then run the same command again."
)
NODE = Program("Node", "node", 20, _NODE_WAY_OUT)
NPM = Program("npm", "npm", 9, _NODE_WAY_OUT)


def version_of(path: str) -> str | None:
    """Return the first dotted number that `path --version` prints, or None if it prints none."""
    try:
        answer = subprocess.run(
            [path, "--version"],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"\d+(?:\.\d+)+", answer.stdout) if answer.returncode == 0 else None
    return found.group() if found else None


def venv_problem() -> str | None:
    """Return why this Python cannot make a virtual environment, or None.

    Debian takes `ensurepip` out of Python and puts it into a package of its own.
    """
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return None
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return (
        f"Python {version} ({sys.executable}) lacks its modules venv and ensurepip, so that it"
        " cannot make .venv.\n"
        f"  Way out: apt-get install python{version}-venv (with sudo, if you are not root); then"
        " run the same command again."
    )
