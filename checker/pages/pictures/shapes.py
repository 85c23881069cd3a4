"""The parts of a drawing, and how texts are set into it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from checker.authoring.ruby import plain
from checker.pages.pictures.measure import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COLUMN", "EDGE", "Arrow", "Box", "Drawing", "Frame", "Look", "Part", "Text"]

COLUMN = 340
"""The width of a column: what a screen of 360 pixels leaves."""

EDGE = 1
"""What a frame's line needs beside it."""

Look = Literal["title", "name", "question", "listed", "answer", "each", "strong", "plain", "item", "go", "on", "note"]
Frame = Literal["panel", "head", "end", "go", "on", "rule"]
Part = tuple[Look, str]

_SIZES: dict[Look, int] = {
    "title": 18,
    "name": 15,
    "question": 15,
    "listed": 13,
    "answer": 15,
    "each": 15,
    "strong": 15,
    "plain": 14,
    "item": 14,
    "go": 15,
    "on": 15,
    "note": 13,
}
_BOLD = frozenset({"title", "name", "question", "strong", "go", "on"})
_ONE_OF_SEVERAL = frozenset({"each", "item"})
_LEADING = 1.34
_APART = 5
"""What parts one document from the next."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text, no wider than `most`.

    `x` is where it begins, or its middle where it is centred; `y` is its base line.
    """

    x: float
    y: float
    size: int
    text: str
    look: Look
    most: float
    centred: bool = False

    @property
    def bold(self) -> bool:
        """Whether its letters are bold."""
        return self.look in _BOLD


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around texts, by its upper left corner; a rule has no height."""

    x: float
    y: float
    width: float
    height: float
    frame: Frame


@dataclass(frozen=True, slots=True)
class Arrow:
    """From an answer to its end, or from a panel to the next."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass
class Drawing:
    """A picture in parts, in the order of drawing; it grows while it is laid out.

    `leads_down`: where an arrow begins that leads straight down from it.
    """

    width: float = COLUMN
    height: float = 0
    boxes: list[Box] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    leads_down: float | None = None

    def write(self, parts: Iterable[Part], x: float, y: float, most: float, *, centred: bool = False) -> float:
        """Write texts below each other from `y` on, in lines no wider than `most`, and return where they end."""
        for place, (look, text) in enumerate(parts):
            size = _SIZES[look]
            leading = round(size * _LEADING)
            indent = size if look in _ONE_OF_SEVERAL else 0
            y += _APART if place and look == "strong" else 0
            if indent:
                self.texts.append(Text(x, y + size, size, "・", look, indent))
            for line in lines_of(plain(text), (most - indent) / size, bold=look in _BOLD):
                self.texts.append(Text(x + indent, y + size, size, line, look, most - indent, centred))
                y += leading
        return y

    def place(self, part: Drawing, x: float, y: float) -> None:
        """Put a drawing into this one, its upper left corner at `x`, `y`."""
        self.boxes += [replace(box, x=box.x + x, y=box.y + y) for box in part.boxes]
        self.texts += [replace(text, x=text.x + x, y=text.y + y) for text in part.texts]
        self.arrows += [Arrow(one.x1 + x, one.y1 + y, one.x2 + x, one.y2 + y) for one in part.arrows]
