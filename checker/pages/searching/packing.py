"""The sections as the smallest value that holds them: every text once, and equal sections of many insurers once.

    lines      every text, each once
    pages      [address, title, 1 if it stands behind others]; the title is a number of `lines`, -1 on pages of insurers
    insurers   [id, name, what names it beside the name, joined by spaces of their own (U+2003)]
    sections   [page, anchor, [trail], name, [lines], insurers]

Texts are told by their numbers in `lines`, pages and insurers by theirs. The lines and the insurers of a section are
told as steps from one number to the next, the first from -1. A section of no insurer has 0 for its insurers, one of all
insurers has 1.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

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


def pack(
    found: Gathered,
    insurers: Mapping[str, tuple[str, Sequence[str]]],
    behind: Sequence[str],
) -> dict[str, Any]:
    """Return the value; `found` has for each section whose it is, nobody's being None.

    `insurers` has for each id the name and what names it. `behind`: folders of pages that stand behind others.
    """
    kept = _kept(found, len(insurers))
    places = {insurer: place for place, insurer in enumerate(insurers)}
    lines, pages = _Numbers(), _Numbers()
    sections: dict[tuple[Any, ...], set[int]] = {}
    for one, speakers in _once(found, behind):
        said = [line for line in one.lines if kept.get(line, True)]
        name = one.name if kept.get(one.name, True) else ""
        if not said and not name and (one.name or not (one.trail or one.title)):
            continue
        page = pages.of((one.page, lines.of(one.title) if one.title else -1, int(_is_behind(one, behind))))
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


def _once(found: Gathered, behind: Sequence[str]) -> list[tuple[Found, Collection[str | None]]]:
    """Return the sections without those that another page, one not behind, says at the same anchor."""
    first: dict[tuple[Any, ...], Found] = {}
    for one in sorted(found, key=lambda one: _is_behind(one, behind)):
        first.setdefault(_content(one), one)
    return [(one, speakers) for one, speakers in found.items() if first[_content(one)] is one]


def _content(one: Found) -> tuple[Any, ...]:
    return (one.anchor or (one.page, one.trail), one.name, one.lines)


def _is_behind(one: Found, behind: Sequence[str]) -> bool:
    return one.page.removeprefix(one.folder).startswith(tuple(behind))


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
            used[speaker] += len(line)
            kept[line] = used[speaker] <= ROOM // count
    return kept
