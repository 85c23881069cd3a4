"""Where the project is, what day it is in Japan, and a standard output that can say Japanese everywhere."""

from __future__ import annotations

import sys
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from zoneinfo import ZoneInfo

__all__ = ["PACKAGED", "ROOT", "say_anything", "today"]

_PACKAGE = Path(__file__).resolve().parents[1]

PACKAGED = _PACKAGE / "_project"
"""The project's files as they came with an installed package, where nobody writes."""


def _project() -> Path:
    """Return the folder one stands in if it is a project, else the one this code is part of, else what came with it."""
    places = (Path.cwd(), _PACKAGE.parent, PACKAGED)
    return next((place for place in places if (place / "rules.yaml").is_file()), _PACKAGE.parent)


ROOT = _project()
"""The folder with rules.yaml and docs/."""


def today() -> date:
    """The day in Asia/Tokyo."""
    return datetime.now(ZoneInfo("Asia/Tokyo")).date()


def say_anything() -> None:
    """Write UTF-8, whatever the terminal was set up for; a lone surrogate is escaped."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
