"""A page's markup as the sections to which a search can lead: headings, the anchor, and lines of text.

Readings stay in the lines, between the marks that Unicode has for them. A section begins at each heading that can be
gone to, and at each entry of a list that has an id. A heading without an anchor of its own belongs to the section
around it. Knows no page by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from checker.pages.markup import attributes_of, name_of, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Section", "read_sections"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"p", "li", "dt", "dd", "td", "th", "caption"})
"""Elements whose text is a line, with all that stands inside them."""

_UNSAID = frozenset({"nav", "script", "style", "template", "noscript", "form", "thead", "rt", "rp"})
_UNSAID_CLASSES = frozenset({"sn-basis", "sn-standing", "sn-number", "sn-days", "sn-picks", "sn-proof", "sn-flow"})
"""What tells where something is from, stands on every page, or draws what tables tell."""

_UNSAID_IDS = frozenset({"sources"})
"""The list, on pages of many kinds, of where all that they say is from."""

_BREAKS = frozenset({"br", "li", "p", "dd", "span", "small"})
_BETWEEN_LINKS = re.compile(r"[\s、,・/—|]*")
_SENTENCE = re.compile(r"。|\.(?:\s|$)")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source"})


@dataclass
class Section:
    """`title`: the page's own heading; `trail`: the headings below it that lead here, the section's own last.

    `name`: what an entry of a list begins with, else "". `lines`: what it says, each once.
    """

    title: str
    trail: tuple[str, ...]
    anchor: str
    name: str = ""
    lines: dict[str, None] = field(default_factory=dict)


def read_sections(markup: str) -> list[Section]:
    """Return the sections of a page in their order; those that say nothing are left out."""
    reader = _Reader()
    reader.read(markup)
    return [one for one in reader.sections if one.lines or one.trail or (one.title and not one.anchor)]


@dataclass
class _Open:
    """An element that has begun: its id, until a section takes it for its anchor, and the section to go back to."""

    tag: str
    id: str
    unsaid: bool
    before: Section | None = None


class _Reader:
    def __init__(self) -> None:
        self._now = Section("", (), "")
        self.sections = [self._now]
        self._open: list[_Open] = []
        self._trail: list[tuple[int, str]] = []
        self._text: list[str] = []
        self._speaks = False
        """Whether the line says more than where links lead."""
        self._line: int | None = None
        """How many elements were open when the line began that is being read."""
        self._unnamed = False
        """Whether the next line is the name of the entry that has just begun."""

    def read(self, markup: str) -> None:
        """Read markup from its begin to its end."""
        for text, tag in pieces(markup):
            if text:
                self._read_text(text)
            name = name_of(tag)
            if tag.startswith("</"):
                self._read_end(name)
            elif name:
                self._read_start(name, attributes_of(tag))

    def _read_start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _BREAKS:
            self._text.append(" ")
        if tag in _VOID:
            return
        unsaid = self._is_unsaid() or tag in _UNSAID or "hidden" in given
        unsaid = unsaid or not _UNSAID_CLASSES.isdisjoint(given.get("class", "").split())
        unsaid = unsaid or given.get("id") in _UNSAID_IDS
        element = _Open("tel" if given.get("href", "").startswith("tel:") else tag, given.get("id", ""), unsaid)
        if tag == "li" and element.id and self._line is None and not unsaid:
            self._begin(element, element)
            self._unnamed = True
        elif self._line is None and not unsaid and (tag in _LINES or tag in _HEADINGS or self._is_row(tag)):
            self._line, self._text, self._speaks = len(self._open), [], False
        self._open.append(element)

    def _read_end(self, tag: str) -> None:
        if tag in _VOID or not self._open:
            return
        element = self._open.pop()
        if tag in _BREAKS:
            self._text.append(" ")
        if self._line == len(self._open):
            text, self._text, self._line = " ".join("".join(self._text).split()), [], None
            if tag in _HEADINGS:
                self._head(int(tag[1]), text, element)
            elif text and self._speaks:
                self._say(text)
        if element.before is not None:
            self._now = element.before

    def _read_text(self, text: str) -> None:
        if not self._is_unsaid():
            data = unescape(text)
            self._text.append(data)
            silent = _BETWEEN_LINKS.fullmatch(data) or (self._is_label() and not _SENTENCE.search(data))
            self._speaks = self._speaks or not silent

    def _is_unsaid(self) -> bool:
        return bool(self._open) and self._open[-1].unsaid

    def _is_label(self) -> bool:
        """Whether this is what a link, or the term before links, is called."""
        return any(one.tag in {"a", "dt"} for one in self._open)

    def _is_row(self, tag: str) -> bool:
        """A term and what is said of it are one line, so that both are found together."""
        return tag == "div" and bool(self._open) and self._open[-1].tag == "dl"

    def _say(self, text: str) -> None:
        if self._unnamed:
            self._now.name, self._unnamed = text, False
        else:
            self._now.lines[text] = None

    def _head(self, level: int, text: str, element: _Open) -> None:
        if level == 1:
            self._now.title = text
            return
        self._trail = [*(one for one in self._trail if one[0] < level), (level, text)]
        around = next((one for one in reversed(self._open) if one.id and one.tag == "section"), None)
        if element.id:
            self._begin(element, None)
        elif around:
            self._begin(around, around)
        else:
            self._say(text)

    def _begin(self, named: _Open, until: _Open | None) -> None:
        """Begin a section that is gone to by what `named` is called; at the end of `until` the one before goes on."""
        before = self._now
        self._now = Section(self.sections[0].title, tuple(text for _, text in self._trail), named.id)
        self.sections.append(self._now)
        named.id = ""
        if until:
            until.before = before
