"""Where the project is, what day it is in Japan, and a standard output that can say Japanese everywhere."""

from __future__ import annotations

import sys
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from zoneinfo import ZoneInfo

__all__ = ["ROOT", "say_anything", "today"]

ROOT = Path(__file__).resolve().parents[2]
"""The folder with rules.yaml and docs/."""


def today() -> date:
    """The day in Asia/Tokyo."""
    return datetime.now(ZoneInfo("Asia/Tokyo")).date()


def say_anything() -> None:
    """Write UTF-8, whatever the terminal was set up for; a lone surrogate is escaped."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
