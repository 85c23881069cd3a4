"""Rules that disagree: two of one layer that apply to the same person and say different things.

Every situation is looked at, since every set of rules that can apply is a value of the diagrams. Who writes the rules
settles a conflict by naming one of them as the exception.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.outcomes import effective, issuing

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.rules.rulebook import Rule

__all__ = ["Conflict", "conflicts", "disagreeing"]

_ADDED = {"bring", "warnings"}
"""What rules say that adds up instead of disagreeing."""

_ASKED = {"application", "first_application_then_automatic", "application_or_wait"}
"""Routes on which somebody asks: who may ask is not refused. What comes by itself does, whoever's wish is refused."""


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """Two rules, and what they disagree on: a document or procedure, and the key of what is said of it."""

    rules: tuple[str, str]
    about: str
    key: str

    def __str__(self) -> str:
        """In words, with the way out."""
        first, second = self.rules
        return (
            f"rules {first!r} and {second!r} can apply to the same person and disagree on {self.key} of {self.about}; "
            "name one of them in `exception_to` of the other"
        )


def conflicts(book: Compiled) -> list[Conflict]:
    """Every pair of rules that disagree somewhere, each once; also where nobody can be."""
    found: set[Conflict] = set()
    for topic, diagram in book.sets.items():
        for names in book.diagrams.outcomes(diagram):
            found.update(disagreeing(book, topic, names))
    return sorted(found)


def disagreeing(book: Compiled, topic: str, names: Hashable) -> set[Conflict]:
    """The pairs among rules that apply together; ``topic`` is one of the book's ``sets``, ``names`` a value of it."""
    found: set[Conflict] = set()
    if topic == "document":
        applying = _rules(book, names)
        for document in book.rulebook.documents:
            issued = _about(issuing(applying), "issued", document)
            refused = _about(effective(applying, "refused"), "refused", document)
            found.update(_between(issued, document))
            found.update(_between(refused, document))
            asked = [rule for rule, said in issued if said.get("route") in _ASKED]
            found.update(
                Conflict((one.id, other.id), document, "applications") for one in asked for other, _ in refused
            )
    elif topic.startswith("procedures:"):
        rows = [(rule, rule.then) for rule in effective(_rules(book, names), "procedure")]
        found.update(_between(rows, topic.removeprefix("procedures:")))
    return found


def _rules(book: Compiled, names: object) -> list[Rule]:
    return [book.rules[name] for name in cast("tuple[str, ...]", names) if name in book.rules]


def _about(rules: Iterable[Rule], key: str, document: str) -> list[tuple[Rule, Mapping[str, Any]]]:
    return [(rule, rule.then[key][document]) for rule in rules if document in rule.then[key]]


def _between(rows: Sequence[tuple[Rule, Mapping[str, Any]]], about: str) -> Iterator[Conflict]:
    for (first, said), (second, other) in combinations(rows, 2):
        for key in said.keys() & other.keys() - _ADDED:
            if said[key] != other[key]:
                yield Conflict((first.id, second.id), about, key)
