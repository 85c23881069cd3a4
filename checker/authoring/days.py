"""Days as people write them who are used to other forms than ours: 令和8年8月1日, R8.8.1, 2026/8/1."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

__all__ = ["meant_day", "meant_year", "no_day"]

_BEFORE = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925}
"""The year before the first of each era."""

_YEAR = re.compile(rf"({'|'.join(_BEFORE)})? *(\d{{1,4}}|元) *年?(?:度)?", re.IGNORECASE)
_DAY = re.compile(rf"{_YEAR.pattern}[-/.年 ]*(\d{{1,2}}) *[-/.月] *(\d{{1,2}}) *日?", re.IGNORECASE)
_FORM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FIRST_OF_OURS = 1000
_EXAMPLE = "2024-12-02"


def meant_day(text: str) -> date | None:
    """The day that a text means, None where that is unclear or there is no such day."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    year = _counted(found[1], found[2]) if found else None
    try:
        return date(year, int(found[3]), int(found[4])) if found and year else None
    except ValueError:
        return None


def meant_year(text: str) -> int | None:
    """The year that a text means, None where that is unclear."""
    found = _YEAR.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return _counted(found[1], found[2]) if found else None


def no_day(value: object, example: str = _EXAMPLE) -> str:
    """What is wrong with a value that is no day, with the day that it means, or with how one is written."""
    if isinstance(value, str) and _FORM.fullmatch(value):
        return f"is no day of the calendar; write one that is, as {example}"
    meant = meant_day(value) if isinstance(value, str) else None
    return f"is no day; write it as {meant.isoformat() if meant else example}"


def _counted(era: str | None, number: str) -> int | None:
    """The year of our count; a short number without its era could be any."""
    year = 1 if number == "元" else int(number)
    if era:
        return _BEFORE[era.lower()] + year
    return year if year >= _FIRST_OF_OURS else None
