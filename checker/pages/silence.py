"""What an insurer's text does not say: read off the engine's answers, topic by topic.

An answer that rests on the national layer, or on nothing, is silence of the insurer; the page says so openly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages import rows
from checker.pages.alike import written_once
from checker.pages.decisions import READERS, open_desk
from checker.pages.html import Html, el, join
from checker.pages.naming import row_text
from checker.pages.procedures import unstated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Desk
    from checker.pages.rows import Row
    from checker.pages.wording import Wording

__all__ = ["silence_list"]

_BASES = ("national", "silent")


def silence_list(cells: Cells, day: date) -> Html:
    """Return the situations in which the insurer says nothing, by topic and by who speaks instead."""
    wording = cells.wording
    return written_once("silence", cells, day, lambda: _silences(open_desk(wording.insurer, day), cells))


def _silences(desk: Desk, cells: Cells) -> Html:
    wording = cells.wording
    asked = [*rows.cards(desk), *rows.care_needs(desk), *rows.special(desk)]
    blocks = []
    for basis in _BASES:
        blocks += [
            *_block("document", basis, _names(asked, "document", basis, wording), wording),
            *_block("care", basis, _at_readers(asked, basis, wording), wording),
        ]
        if desk.decide({"my_number_card": "none"})["old_card"]["basis"] == basis:
            blocks += _block("old_card", basis, [wording.page("old_card_last_day")], wording)
    blocks += _block("procedures", "silent", _unstated(desk, cells), wording)
    return join(*blocks) if blocks else el("p", wording.page("silence_none"))


def _block(topic: str, basis: str, entries: Sequence[str], wording: Wording) -> list[Html]:
    if not entries:
        return []
    return [el("h3", wording.page(f"silence_{topic}_{basis}")), el("ul", *(el("li", one) for one in entries))]


def _unstated(desk: Desk, cells: Cells) -> list[str]:
    """Return each procedure with what is not said of it."""
    wording = cells.wording
    return [
        wording.page("occasion", fact=wording.name("procedures", name), value=_listed(keys, wording))
        for name, keys in unstated(desk, cells).items()
    ]


def _listed(keys: Iterable[str], wording: Wording) -> str:
    return wording.page("list_comma").join(wording.ui(key) for key in keys)


def _names(asked: Iterable[Row], topic: str, basis: str, wording: Wording, reader: str = "works") -> list[str]:
    parts = ((row, row.answer.by_reader[reader][topic]) for row in asked)
    return [row_text(row, wording) for row, part in parts if part and part["basis"] == basis]


def _at_readers(asked: Sequence[Row], basis: str, wording: Wording) -> list[str]:
    """Return the situations for each state of the reader; states with the same situations stand together."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for reader in READERS:
        names = tuple(_names(asked, "care", basis, wording, reader))
        groups.setdefault(names, []).append(wording.value("reader", reader))
    comma = wording.page("list_comma")
    return [
        join(comma.join(readers), el("ul", *(el("li", name) for name in names)))
        for names, readers in groups.items()
        if names
    ]
