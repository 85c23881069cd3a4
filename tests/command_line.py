"""`python -m checker decide`, run as a program of its own, and lines for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from rulebooks import ROOT

__all__ = ["COMMAND", "FAR_FROM_TOKYO", "PERSON", "line", "run", "without"]

COMMAND = [sys.executable, "-m", "checker", "decide"]
FAR_FROM_TOKYO = {"TZ": "Etc/GMT+12", "PYTHONIOENCODING": "ascii"}
"""A place where it is yesterday for most of the day, and whose terminal knows no Japanese."""

PERSON = {"insurer": "kiyose", "on_date": "2026-11-21", "my_number_card": "held", "registration": "registered"}


def line(**facts: object) -> bytes:
    """Return a line that says these facts of an ordinary person."""
    return json.dumps(PERSON | facts).encode()


def without(name: str) -> bytes:
    """Return the line of an ordinary person with one fact left out."""
    return json.dumps({key: value for key, value in PERSON.items() if key != name}).encode()


def run(given: bytes, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Return what came of one run."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        input=given,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )
