"""Why an answer is what it is: the rules that apply, the facts they rest on, and the exceptions that do not apply."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from checker.engine.compiling.proofs import Proofs
from checker.engine.people.values import Unknown

if TYPE_CHECKING:
    from checker.engine.deciding.situation import Situation
    from checker.engine.rules.facts import Fact
    from checker.engine.rules.rulebook import Rule

__all__ = ["EXPLAINED", "applying", "said", "why"]

EXPLAINED = ("document", "old_card", "care")
"""The topics that are explained."""


def why(situation: Situation) -> list[dict[str, Any]]:
    """The rules that apply in every situation that is still open, each with all that it rests on.

    ``because``: the fewest facts of the person with which the rule's condition holds on this day, whatever else were
    true; a condition that looks at another topic leads to the facts behind that. A rule that holds for everybody on
    this day has none. ``tried``: each exception to it, with the fewest facts that keep that one's condition from
    holding; none if it speaks of other days. ``not``: their ids. A value is null where nothing is said.
    """
    book, prover = situation.book, _Prover(situation)
    return [
        {
            "topic": topic,
            "rule": rule.id,
            "because": prover.proof(rule.id, holds=True),
            "not": list(book.exceptions[rule.id]),
            "tried": [{"rule": name, "because": prover.proof(name, holds=False)} for name in book.exceptions[rule.id]],
            "passages": list(rule.passages),
        }
        for topic in EXPLAINED
        for rule in applying(situation, topic)
    ]


def applying(situation: Situation, topic: str) -> list[Rule]:
    """The rules of a topic that apply in every situation that is still open, in the order of the rulebook."""
    rules = situation.book.rules
    first, *others = cast("list[tuple[str, ...]]", situation.values(situation.book.sets[topic]))
    return [rules[name] for name in first if name in rules and all(name in names for names in others)]


class _Prover:
    """Proofs for one person; those of the rulebook's own diagrams are kept for the next."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        book = situation.book
        if book.proofs is None:
            book.proofs = Proofs(book.space, book.diagrams)
        self.proofs = book.proofs
        self.own = situation.cells if situation.only else tuple(map(tuple, book.space.place(situation.person)))
        self.facts = book.rulebook.by_fact
        self.said: dict[str, Any] = {}

    def proof(self, rule: str, *, holds: bool) -> dict[str, Any]:
        """The fewest facts, as they are, with which the condition of a rule holds or does not."""
        d, person = self.situation.book.diagrams, self.situation.person
        top = self.situation.book.own[rule]
        facts = self.proofs.kept(top, d.yes if holds else d.no, self.own, person.on_date)
        if facts is None:
            facts = self._with_contradictions(top, holds=holds)
        return {fact: self._said(fact) for fact in facts}

    def _with_contradictions(self, top: int, *, holds: bool) -> tuple[str, ...]:
        """The same, where only what contradicts itself could make it otherwise: so nobody is there."""
        d = self.situation.book.diagrams
        masked = d.apply(lambda names, held: held if names == () else holds, self.situation.impossible(), top)
        value = d.yes if holds else d.no
        facts = self.proofs.smallest(masked, value, self.own, self.situation.person.on_date)
        assert facts is not None  # noqa: S101 - the situation leaves away no cell for another reason
        return facts

    def _said(self, fact: str) -> Any:  # noqa: ANN401 - whatever JSON has
        if fact not in self.said:
            self.said[fact] = said(self.facts[fact], self.situation.person.values[fact])
        return self.said[fact]


def said(fact: Fact, value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """A value as a caller writes it; None where nothing is said, or nothing is known.

    Of a list of which not all is known, what it surely contains; of an age, the first and last possible birth date.
    """
    match value:
        case str() if value == "" or fact.kind == "list":
            return None
        case Unknown(includes):
            return sorted(includes) or None
        case frozenset():
            return [member for member in fact.values if member in value]
        case tuple():
            return [day.isoformat() for day in value]
        case date():
            return value.isoformat()
    return value == "true" if fact.values == ("true", "false") else value
