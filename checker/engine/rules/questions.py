"""What visitors may be asked: questions, errands, pages that set facts, and the gate. Data only; it decides nothing.

Shares are assumptions about who comes, used only to put questions into an order. They are no statistics, and no answer
rests on them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.engine.rules.conditions import Condition, Includes, Is

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engine.rules.facts import Fact

__all__ = ["Choice", "Errand", "Gate", "Question", "Questions", "Sets"]

Sets = tuple[tuple[str, str | tuple[str, ...]], ...]
"""Facts that are set, each with its value: a choice, or the members of a list."""


@dataclass(frozen=True, slots=True)
class Question:
    """One fact that visitors may be asked.

    ``shares``: how many of a hundred people give each answer; of a list, each member for itself; of a date, by the
    years that it lies back at least. Without shares all answers count alike. ``after``: a fact and those of its values
    without which the question is not asked, and the fact left out.
    """

    fact: str
    shares: tuple[tuple[str, float], ...] = ()
    after: tuple[str, tuple[str, ...]] | None = None

    def opened_by(self, facts: Mapping[str, Fact]) -> Condition | None:
        """The condition that ``after`` comes to."""
        if self.after is None:
            return None
        fact, values = self.after
        leaf = Includes if facts[fact].kind == "list" else Is
        return leaf(fact, frozenset(values))

    def to_json(self) -> dict[str, Any]:
        """Only what is there."""
        row: dict[str, Any] = {"fact": self.fact}
        if self.shares:
            row["shares"] = [list(share) for share in self.shares]
        if self.after:
            row["after"] = [self.after[0], list(self.after[1])]
        return row

    @staticmethod
    def from_json(row: dict[str, Any]) -> Question:
        """The question that `to_json` wrote."""
        after = row.get("after")
        shares = tuple((value, share) for value, share in row.get("shares", ()))
        return Question(row["fact"], shares, (after[0], tuple(after[1])) if after else None)


@dataclass(frozen=True, slots=True)
class Errand:
    """Why somebody comes.

    ``sets``: the facts that follow from it; ``first``: its own pages, asked before all else; ``last``: questions that
    wait until all others are answered.
    """

    id: str
    sets: Sets = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Only what is there."""
        row: dict[str, Any] = {"id": self.id}
        if self.sets:
            row["sets"] = _sets_to_json(self.sets)
        for name in ("first", "last"):
            if getattr(self, name):
                row[name] = list(getattr(self, name))
        return row

    @staticmethod
    def from_json(row: dict[str, Any]) -> Errand:
        """The errand that `to_json` wrote."""
        first, last = (tuple(row.get(name, ())) for name in ("first", "last"))
        return Errand(row["id"], _sets_from_json(row.get("sets", {})), first, last)


@dataclass(frozen=True, slots=True)
class Choice:
    """A page whose answers set facts without being the values of one: "which of these did you lose?"."""

    id: str
    values: tuple[tuple[str, Sets], ...]

    def to_json(self) -> dict[str, Any]:
        """The answers in their order."""
        return {"id": self.id, "values": [[value, _sets_to_json(sets)] for value, sets in self.values]}

    @staticmethod
    def from_json(row: dict[str, Any]) -> Choice:
        """The page that `to_json` wrote."""
        return Choice(row["id"], tuple((value, _sets_from_json(sets)) for value, sets in row["values"]))


@dataclass(frozen=True, slots=True)
class Gate:
    """One page that asks for several rare things at once. ``rows``: facts, each with the value that a tick gives it.

    ``unticked``: for each of its choices the value that no tick gives it. A list without a tick is empty.
    """

    rows: tuple[tuple[str, str], ...] = ()
    unticked: tuple[tuple[str, str], ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it settles, in the order of its rows."""
        return tuple(dict.fromkeys(fact for fact, _ in self.rows))

    def to_json(self) -> dict[str, Any]:
        """Rows and values as pairs."""
        return {"rows": [list(row) for row in self.rows], "unticked": [list(row) for row in self.unticked]}

    @staticmethod
    def from_json(row: dict[str, Any]) -> Gate:
        """The gate that `to_json` wrote."""
        return Gate(_pairs(row["rows"]), _pairs(row["unticked"]))


@dataclass(frozen=True, slots=True)
class Questions:
    """All that visitors may be asked; ``asked`` stands in the order in which it is written down."""

    asked: tuple[Question, ...] = ()
    errands: tuple[Errand, ...] = ()
    choices: tuple[Choice, ...] = ()
    gate: Gate = field(default_factory=Gate)

    def errand(self, name: str) -> Errand:
        """The errand of that name; who has none of them, or does not know, sets nothing."""
        return next((errand for errand in self.errands if errand.id == name), Errand(name))

    def of(self, errand: Errand) -> tuple[Question, ...]:
        """The questions that an errand may ask: its own, and those that are no other errand's own."""
        others = {page for other in self.errands for page in other.first} - set(errand.first)
        return tuple(question for question in self.asked if question.fact not in others)

    def to_json(self) -> dict[str, Any]:
        """Lists, since their order tells."""
        return {
            "asked": [question.to_json() for question in self.asked],
            "errands": [errand.to_json() for errand in self.errands],
            "choices": [choice.to_json() for choice in self.choices],
            "gate": self.gate.to_json(),
        }

    @staticmethod
    def from_json(row: dict[str, Any]) -> Questions:
        """The questions that `to_json` wrote."""
        return Questions(
            tuple(map(Question.from_json, row["asked"])),
            tuple(map(Errand.from_json, row["errands"])),
            tuple(map(Choice.from_json, row["choices"])),
            Gate.from_json(row["gate"]),
        )


def _pairs(rows: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((fact, value) for fact, value in rows)


def _sets_to_json(sets: Sets) -> dict[str, Any]:
    return {fact: list(value) if isinstance(value, tuple) else value for fact, value in sets}


def _sets_from_json(row: dict[str, Any]) -> Sets:
    return tuple((fact, tuple(value) if isinstance(value, list) else value) for fact, value in row.items())
