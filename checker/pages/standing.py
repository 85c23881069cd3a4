"""The standing line: on every page, before anything that could give away where somebody is, it opens the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.html import Html, el

if TYPE_CHECKING:
    from checker.authoring import Words

__all__ = ["standing_line"]


def standing_line(words: Words, insurer: str) -> Html:
    """Return the line; `insurer` is the id of the insurer whose panel stands on the same page."""
    link = el("a", words["warnings.standing_line"], href=f"#panel-{insurer}", data_open_panel=True)
    return el("p", link, class_="sn-standing", data_standing=True, data_told="standing")
