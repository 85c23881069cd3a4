"""The texts of a built page, each with where it stands: in the panel, in a list of ways, under which term."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Text", "read_texts"]

_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNREAD = frozenset({"script", "style"})


@dataclass(frozen=True)
class Text:
    """One text. ``way``: the number of the way that it belongs to, 0 for none; ``term``: what it is said of."""

    said: str
    panel: bool
    way: int
    term: str


@dataclass
class _Reader(HTMLParser):
    texts: list[Text] = field(default_factory=list)
    open_: list[tuple[str, str]] = field(default_factory=list)
    ways: int = 0
    term: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        mark = "panel" if "data-panel" in told else "ways" if "sn-ways" in (told.get("class") or "") else ""
        if tag == "li" and self.open_ and self.open_[-1][1] == "ways":
            self.ways += 1
            mark = "way"
        if tag not in _VOID:
            self.open_.append((tag, mark))

    def handle_endtag(self, tag: str) -> None:
        while self.open_ and tag in [one for one, _ in self.open_]:
            if self.open_.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        tags, marks = [tag for tag, _ in self.open_], [mark for _, mark in self.open_]
        if not data.strip() or _UNREAD.intersection(tags):
            return
        if "dt" in tags:
            self.term = data.strip()
        term = self.term if "dd" in tags else ""
        self.texts.append(Text(data.strip(), "panel" in marks, self.ways if "way" in marks else 0, term))


def read_texts(page: str) -> list[Text]:
    """Return the texts of a page in order, those for people without a script too."""
    reader = _Reader()
    reader.feed(page)
    return reader.texts
