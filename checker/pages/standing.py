"""The standing line: on every page, before anything that could give away where somebody is, it opens the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el
from checker.pages.unasked import unasked_line

if TYPE_CHECKING:
    from checker.authoring import Insurer, Words

__all__ = ["standing_line", "standing_of"]


def standing_line(words: Words, insurer: str) -> Html:
    """Return the line; `insurer` is the id of the insurer whose panel stands on the same page."""
    return _line(words, insurer, None)


def standing_of(insurer: Insurer, words: Words) -> Html:
    """Return the line of a page of one insurer: with what else its answers turn on, and nobody is asked."""
    return _line(words, insurer.id, unasked_line(insurer, words))


def _line(words: Words, insurer: str, more: Html | None) -> Html:
    link = el("a", words["warnings.standing_line"], href=f"#panel-{insurer}", data_open_panel=True)
    return el("p", link, more, class_="sn-standing", data_standing=True, data_told="standing")
