"""What an insurer's text does not say: read off the engine's answers, topic by topic.

An answer that rests on the national layer, or on nothing, is silence of the insurer; the page says so openly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages import rows
from checker.pages.decisions import READERS
from checker.pages.html import Html, el, join
from checker.pages.naming import row_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.pages.decisions import Desk
    from checker.pages.rows import Row
    from checker.pages.wording import Wording

__all__ = ["silence_list"]

_BASES = ("national", "silent")


def silence_list(desk: Desk, wording: Wording) -> Html:
    """Return the situations in which the insurer says nothing, by topic and by who speaks instead."""
    asked = [*rows.cards(desk), *rows.care_needs(desk), *rows.special(desk)]
    blocks = [
        *_block("document", [(_basis(row, "document"), row_text(row, wording)) for row in asked], wording),
        *_block("care", list(_care(asked, wording)), wording),
        *_block("old_card", [(_old_card(desk), wording.page("old_card_last_day"))], wording),
    ]
    return join(*blocks) if blocks else el("p", wording.page("silence_none"))


def _block(topic: str, found: list[tuple[str, str]], wording: Wording) -> Iterator[Html]:
    for basis in _BASES:
        names = dict.fromkeys(name for told, name in found if told == basis)
        if names:
            yield el("h3", wording.page(f"silence_{topic}_{basis}"))
            yield el("ul", *(el("li", name) for name in names))


def _basis(row: Row, topic: str, reader: str = "works") -> str:
    part = row.answer.by_reader[reader][topic]
    return part["basis"] if part else ""


def _care(asked: list[Row], wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield the basis for each state of the reader, said once where it is the same in all situations."""
    for reader in READERS:
        name = wording.value("reader", reader)
        found = [(_basis(row, "care", reader), row_text(row, wording)) for row in asked]
        if len({basis for basis, _ in found}) == 1:
            yield found[0][0], name
            continue
        for basis, text in found:
            yield basis, f"{name} — {text}"


def _old_card(desk: Desk) -> str:
    return str(desk.decide({"my_number_card": "none"})["old_card"]["basis"])
