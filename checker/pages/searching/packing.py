"""The sections as the smallest value that holds them: every text once, and equal sections of many insurers once.

    lines      every text, each once, with its readings
    pages      [address, title, standing]; the title is a number of `lines`, -1 on pages of insurers; the standing is 1
               for pages that stand before others, -1 for those that stand behind them, else 0
    insurers   [id, name, what names it beside the name, joined by spaces of their own (U+2003)]
    sections   [page, anchor, [trail], name, [lines], insurers]

Texts are told by their numbers in `lines`, pages and insurers by theirs. The lines and the insurers of a section are
told as steps from one number to the next, the first from -1. A section of no insurer has 0 for its insurers, one of all
insurers has 1.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from checker.authoring.ruby import plain
from checker.pages.searching.folding import loosely

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from checker.pages.searching.gathering import Found, Gathered

__all__ = ["ROOM", "SEPARATOR", "pack", "steps"]

SEPARATOR = "\u2003"
ROOM = 60_000
"""Letters for lines that one insurer alone says, of all insurers together: beyond it, thousands of them would make an
index that is too long to wait for. What is left out stands under headings that are still found, beside shared lines.
"""

_MANY_PAGES = 10


def pack(
    found: Gathered,
    insurers: Mapping[str, tuple[str, Sequence[str]]],
    standings: Mapping[str, int],
) -> dict[str, Any]:
    """Return the value; `found` has for each section whose it is, nobody's being None.

    `insurers` has for each id the name and what names it. `standings`: of folders of pages, beside 0.
    """
    kept = _kept(found, len(insurers)) | dict.fromkeys(_refrains(found), False)
    places = {insurer: place for place, insurer in enumerate(insurers)}
    lines, pages = _Numbers(), _Numbers()
    sections: dict[tuple[Any, ...], set[int]] = {}
    for one, speakers in _once(found, standings):
        said = [line for line in one.lines if kept.get(line, True)]
        name = one.name if kept.get(one.name, True) else ""
        if not said and not name and (one.name or not (one.trail or one.title)):
            continue
        page = pages.of((one.page, lines.of(one.title) if one.title else -1, _standing(one, standings)))
        trail = tuple(lines.of(text) for text in one.trail)
        numbers = tuple(lines.of(line) for line in said)
        key = (page, one.anchor, trail, lines.of(name) if name else -1, numbers)
        sections.setdefault(key, set()).update(places[whose] for whose in speakers if whose is not None)
    return {
        "lines": lines.listed(),
        "pages": pages.listed(),
        "insurers": [[one, name, _shortly(name, words)] for one, (name, words) in insurers.items()],
        "sections": [_section(key, sorted(whose), len(insurers)) for key, whose in sections.items()],
    }


def steps(numbers: Iterable[int]) -> list[int]:
    """Return numbers as the steps between them."""
    told, last = [], -1
    for number in numbers:
        told.append(number - last)
        last = number
    return told


def _once(found: Gathered, standings: Mapping[str, int]) -> list[tuple[Found, Collection[str | None]]]:
    """Return the sections without those that another page, one that stands before it, says at the same anchor."""
    first: dict[tuple[Any, ...], Found] = {}
    for one in sorted(found, key=lambda one: -_standing(one, standings)):
        first.setdefault(_content(one), one)
    return [(one, speakers) for one, speakers in found.items() if first[_content(one)] is one]


def _content(one: Found) -> tuple[Any, ...]:
    return (one.anchor or (one.page, one.trail), one.name, one.lines)


def _standing(one: Found, standings: Mapping[str, int]) -> int:
    page = one.page.removeprefix(one.folder)
    return next((standing for folder, standing in standings.items() if page.startswith(folder)), 0)


def _shortly(name: str, words: Sequence[str]) -> str:
    """Return the words joined, but for the name itself; `清瀬|市` is the word with and without what follows the bar."""
    told: list[str] = []
    last = ""
    for word in sorted(set(words) - {loosely(name)}):
        if last and word.startswith(last):
            told[-1] = f"{last}|{word.removeprefix(last)}"
            last = ""
        else:
            told.append(word)
            last = word
    return SEPARATOR.join(told)


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


def _refrains(found: Gathered) -> set[str]:
    """Return the lines that stand on so many pages that they say nothing of any."""
    pages = {one.page for one in found}
    counted = Counter(line for _, line in {(one.page, line) for one in found for line in one.lines})
    return {line for line, count in counted.items() if len(pages) >= _MANY_PAGES and count > len(pages) / 2}


def _kept(found: Gathered, count: int) -> dict[str, bool]:
    """Return for each line that one insurer alone says whether there is room for it."""
    alone: dict[str, str | None] = {}
    for one, speakers in found.items():
        [speaker] = speakers if len(speakers) == 1 else [None]
        for line in (one.name, *one.lines):
            alone[line] = speaker if alone.get(line, speaker) == speaker else None
    used: Counter[str] = Counter()
    kept = {}
    for line, speaker in alone.items():
        if line and speaker is not None:
            used[speaker] += len(plain(line))
            kept[line] = used[speaker] <= ROOM // count
    return kept
