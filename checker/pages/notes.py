"""What many cells of the tables say alike, told once below them: each cell leads to its note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.pages.html import Html, el, join

if TYPE_CHECKING:
    from checker.authoring import Words

__all__ = ["Notes"]


@dataclass
class Notes:
    """Notes by what they say, in the order in which cells first had them."""

    words: Words
    _told: dict[Html, int] = field(default_factory=dict)

    def link(self, key: str, content: Html) -> Html:
        """Return the line that stands in a cell in place of `content`; `key` says what the note is about."""
        number = str(self._told.setdefault(content, len(self._told) + 1))
        text = self.words[f"pages.{key}"].format(number=number)
        return el("p", el("a", text, href=f"#note-{number}"), class_="sn-todo")

    def listed(self) -> Html | None:
        """Return the notes, each under the address to which its links lead; None where no cell has any."""
        if not self._told:
            return None
        entries = (el("li", content, id=f"note-{number}") for content, number in self._told.items())
        return join(el("h3", self.words["pages.notes"]), el("ol", *entries, class_="sn-notes"))
