"""What a page of this kind consists of: ids and structure. Words stand in docs/text under the plan's `kind`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.engine.rules.dates import Shift
from checker.pages.decisions import ORDINARY, Facts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["NOT_REGISTERED", "NO_CARD", "REGISTERED", "Case", "FromToday", "Plan", "Said", "Section", "says"]

REGISTERED = ORDINARY
NOT_REGISTERED: Facts = {"my_number_card": "held", "registration": "not_registered"}
NO_CARD: Facts = {"my_number_card": "none"}


@dataclass(frozen=True)
class FromToday:
    """A day that is meant by how far away it is: `months` ahead, or past if less than 0."""

    months: int

    def on(self, today: date) -> date:
        """Return the day itself."""
        shift = Shift((("months", self.months),))
        return shift.of(today)


@dataclass(frozen=True)
class Case:
    """A typical situation, asked of every insurer. Facts are as the engine takes them, but for days: `FromToday`."""

    facts: Mapping[str, Any]

    def facts_on(self, today: date) -> Facts:
        """Return the facts as they are on a day."""
        return {
            fact: value.on(today).isoformat() if isinstance(value, FromToday) else value
            for fact, value in self.facts.items()
        }


@dataclass(frozen=True)
class Said:
    """A sentence: where its words stand, and the national passages that say so.

    Without passages it may only say that nobody says anything, or whom to ask. `hotline`: the line that stops cards is
    named below it.
    """

    words: str
    passages: tuple[str, ...] = ()
    hotline: bool = False


def says(words: str, *passages: str) -> Said:
    """Return a sentence by its words and the national passages behind it, such as N5."""
    return Said(words, tuple(f"national/{name}" for name in passages))


@dataclass(frozen=True)
class Section:
    """Sentences, and below them a table of cases with what insurers answer; `columns` are names of `parts.PARTS`.

    `heading`: where its words stand; "" where the page's own title says enough. `heard`: the matters, names of
    `heard.MATTERS`, of which it quotes insurers' documents.
    """

    heading: str
    said: tuple[Said, ...] = ()
    cases: tuple[Case, ...] = ()
    columns: tuple[str, ...] = ("document",)
    heard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """One page. `kind` and `name` say where its title and description stand, `page` its address in every language.

    `errand`: why somebody who reads it comes to the checker, one of those in rules.yaml; None for all of them.
    """

    kind: str
    name: str
    page: str
    sections: tuple[Section, ...]
    errand: str | None = None

    @property
    def title(self) -> str:
        """Where the title's words stand."""
        return f"{self.kind}.{self.name}.title"

    @property
    def description(self) -> str:
        """Where the words of what the page is about stand."""
        return f"{self.kind}.{self.name}.description"
