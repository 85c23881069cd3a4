"""A file as text: no larger than a person writes, in UTF-8, with common characters only; each mistake with its line."""

from __future__ import annotations

import re
import stat
from itertools import islice
from typing import TYPE_CHECKING

from checker.authoring.characters import odd_places, without_odd

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.errors import Report

__all__ = ["MOST_BYTES", "MOST_ODD", "read_text_file", "tell_odd"]

MOST_BYTES = 2**19
"""Four times the largest file of this project."""

_KANA = re.compile(r"[\u3041-\u30fe]{2}")

MOST_ODD = 20
"""Characters of one file that are told of one by one."""


def read_text_file(path: Path, report: Report) -> str | None:
    """The text with one kind of line ends, spaces in place of what is told as odd; None if there is no reading it."""
    data = _read_bytes(path, report)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        report.add(path, line, f"not UTF-8 (byte {error.start}); save the file as UTF-8{_seems(data)}")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tell_odd(text, path, 1, report)
    return without_odd(text)


def tell_odd(text: str, path: Path, line: int, report: Report) -> None:
    """Tell of the odd characters of a text that begins in a line."""
    at = 0
    for number, (place, problem) in enumerate(islice(odd_places(text), MOST_ODD + 1)):
        line, at = line + text.count("\n", at, max(at, place)), max(at, place)
        if number == MOST_ODD:
            problem = "there are more characters like those above; mend these first"  # noqa: PLW2901 - the last one says so
        report.add(path, line, problem)


def _seems(data: bytes) -> str:
    """What a Windows editor may have saved a Japanese text as; "" where that is not so."""
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        return ""
    return "; it seems to be Shift_JIS, which editors call ANSI" if _KANA.search(text) else ""


def _read_bytes(path: Path, report: Report) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            report.add(path, 0, "this is no file; put a file there, or take it away")
            return None
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        report.add(path, 0, "the file is missing; put it there, or take its name out where it is listed")
        return None
    except OSError as error:
        report.add(path, 0, f"the file cannot be read: {error.strerror}; see to its permissions")
        return None
    if len(data) > MOST_BYTES:
        report.add(path, 0, f"more than {MOST_BYTES} bytes; allowed: {MOST_BYTES}; take out what does not belong here")
        return None
    return data
