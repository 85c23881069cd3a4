"""A script with short names and no spaces, for visitors on slow lines; it does what it did.

Made by terser, where Node's packages have been installed; elsewhere the script stays as it is, only longer.
"""

from __future__ import annotations

import json
import subprocess
from hashlib import sha256
from os import getpid
from shutil import which
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["ShrinkError", "shrink"]

_OPTIONS = ("--compress", "--mangle", "--ecma", "2022")


class ShrinkError(Exception):
    """Terser refused the script; the message is its own, with the way out."""


def shrink(script: str, root: Path) -> str:
    """Return the script made smaller by the terser of the project at `root`, kept under `build/shrunk/`."""
    tool = root / "node_modules" / "terser"
    if not (tool / "package.json").is_file() or which("node") is None:
        return script
    version = json.loads((tool / "package.json").read_text(encoding="utf-8"))["version"]
    key = sha256(f"{version} {_OPTIONS} {script}".encode()).hexdigest()
    kept = root / "build" / "shrunk" / f"{key[:32]}.js"
    if kept.is_file():
        return kept.read_text(encoding="utf-8")
    result = _run(tool, script)
    kept.parent.mkdir(parents=True, exist_ok=True)
    draft = kept.with_suffix(f".{getpid()}.draft")
    draft.write_text(result, encoding="utf-8", newline="\n")
    draft.replace(kept)
    return result


def _run(tool: Path, script: str) -> str:
    command = ["node", str(tool / "bin" / "terser"), *_OPTIONS]
    done = subprocess.run(command, input=script, capture_output=True, encoding="utf-8", check=False)
    if done.returncode or not done.stdout.strip():
        way_out = "correct the script; without node_modules/ it is left as it is"
        raise ShrinkError(f"terser does not take the joined script: {done.stderr.strip()}; {way_out}")
    return done.stdout
