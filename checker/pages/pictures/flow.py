"""A picture as one value, in words: drawing and text are both made of it, so neither says what the other does not.

Texts of easy Japanese carry their readings as marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Flow", "Line", "Step", "Way"]

Kind = Literal["strong", "plain", "item", "go"]
"""What leads (strong), what follows (plain), one of several (item), which question is next (go)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text of its own, wrapped wherever it must be."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """The answers that share a way, what stands at its end, and the place of the step that it leads to, if it does."""

    answers: tuple[str, ...]
    lines: tuple[Line, ...]
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A question: how it is called, its words, what is listed below them, and its ways in the order of drawing."""

    name: str
    question: str
    listed: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture of a topic; `notes` stand below it, `listing` joins what is listed below a question."""

    topic: str
    language: str
    title: str
    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    listing: str

    @property
    def texts(self) -> Iterator[str]:
        """All that it says, in order."""
        yield self.title
        for step in self.steps:
            yield from (step.name, step.question, *step.listed)
            for way in step.ways:
                yield from (*way.answers, *(line.text for line in way.lines))
        yield from self.notes
