"""The sections as the smallest value that holds them: every text once, and equal sections of many insurers once.

    lines      every text, each once
    pages      [address, title, 1 if it stands behind others]; the title is a number of `lines`, -1 on pages of insurers
    insurers   [id, name, [what names it]]
    sections   [page, anchor, [trail], name, [lines], insurers]

Texts are told by their numbers in `lines`, pages and insurers by theirs. The lines and the insurers of a section are
told as steps from one number to the next, the first from -1. A section of no insurer has 0 for its insurers, one of all
insurers has 1.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.pages.searching.gathering import Found

__all__ = ["ROOM", "pack", "steps"]

ROOM = 60_000
"""Letters for lines that one insurer alone says, of all insurers together: beyond it, thousands of them would make an
index that is too long to wait for. What is left out stands under headings that are still found, beside shared lines.
"""


def pack(
    found: Sequence[Found], insurers: Mapping[str, tuple[str, Sequence[str]]], behind: Sequence[str]
) -> dict[str, Any]:
    """Return the value; `insurers` has for each id the name and what names it.

    `behind`: folders of pages that stand behind others.
    """
    kept = _kept(found, len(insurers))
    places = {insurer: place for place, insurer in enumerate(insurers)}
    lines, pages = _Numbers(), _Numbers()
    sections: dict[tuple[Any, ...], list[int]] = {}
    for one in found:
        said = [line for line in one.lines if _is_kept(one, line, kept)]
        name = one.name if _is_kept(one, one.name, kept) else ""
        if not said and not name and (one.name or not one.trail):
            continue
        last = int(any(one.page.removeprefix(one.folder).startswith(folder) for folder in behind))
        page = pages.of((one.page, lines.of(one.title) if one.title else -1, last))
        trail = tuple(lines.of(text) for text in one.trail)
        numbers = tuple(lines.of(line) for line in said)
        key = (page, one.anchor, trail, lines.of(name) if name else -1, numbers)
        whose = sections.setdefault(key, [])
        if one.insurer is not None:
            whose.append(places[one.insurer])
    return {
        "lines": lines.listed(),
        "pages": pages.listed(),
        "insurers": [[one, name, list(names)] for one, (name, names) in insurers.items()],
        "sections": [_section(key, sorted(set(whose)), len(insurers)) for key, whose in sections.items()],
    }


def steps(numbers: Iterable[int]) -> list[int]:
    """Return numbers as the steps between them."""
    told, last = [], -1
    for number in numbers:
        told.append(number - last)
        last = number
    return told


class _Numbers:
    """Values in the order in which they were first asked for, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def of(self, value: object) -> int:
        return self._numbers.setdefault(value, len(self._numbers))

    def listed(self) -> list[Any]:
        return list(self._numbers)


def _section(key: tuple[Any, ...], whose: Sequence[int], count: int) -> list[Any]:
    page, anchor, trail, name, numbers = key
    told: int | list[int] = 0 if not whose else 1 if len(whose) == count else steps(whose)
    return [page, anchor, list(trail), name, steps(numbers), told]


def _kept(found: Iterable[Found], count: int) -> dict[tuple[str, str], bool]:
    """Return for each line that one insurer alone says whether there is room for it, by insurer and line."""
    speakers: dict[str, set[str | None]] = {}
    for one in found:
        for line in (one.name, *one.lines):
            speakers.setdefault(line, set()).add(one.insurer)
    used: Counter[str] = Counter()
    kept = {}
    for line, whose in speakers.items():
        [first, *others] = whose
        if others or first is None:
            continue
        used[first] += len(line)
        kept[first, line] = used[first] <= ROOM // count
    return kept


def _is_kept(one: Found, line: str, kept: Mapping[tuple[str, str], bool]) -> bool:
    return bool(line) and (one.insurer is None or kept.get((one.insurer, line), True))
