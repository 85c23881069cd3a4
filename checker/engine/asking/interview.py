"""Which page comes next, and what the answers mean as facts: the same as `checker/browser/interview.js`.

Answers are kept per page, as the values that were chosen. A page is a question (by its fact's name), a page of an
errand's own, or the gate, which stands for the questions of its facts where two of them or more matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.engine.asking.opening import Opening, answers_left
from checker.engine.diagrams.matters import left_open
from checker.engine.people.person import read_person
from checker.engine.rules.conditions import leaves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.rules.questions import Choice, Question
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["GATE", "Answers", "Interview", "Orders", "told_before"]

Answers = dict[str, list[str]]
Facts = dict[str, Any]
Orders = dict[str, tuple[str, ...]]
"""The order of pages for each errand; "" stands for those that are not named."""

GATE = "gate"
_NO_ANSWER = ("unknown", "no_answer")


@dataclass(frozen=True, slots=True)
class Interview:
    """The interview of one insurer on one day."""

    book: Compiled
    orders: Orders
    on_date: date

    def next_page(self, answers: Answers) -> str | None:
        """The page to be shown after these; None when nothing that can be asked changes the answer any more."""
        if "errand" not in answers:
            return "errand"
        errand = self.book.rulebook.questions.errand(answers["errand"][0])
        own = next((page for page in errand.first if page not in answers), None)
        if own is not None:
            return own
        with self.book.diagrams.scratch():
            pages = {page for way in self._ways(answers) for page in self._pages(way)}
        return next((page for page in self._in_order(errand.id) if page in pages), None)

    def gate_rows(self, answers: Answers) -> list[str]:
        """The rows of the gate that can still change the answer, as FACT=VALUE."""
        with self.book.diagrams.scratch():
            found = {row for way in self._ways(answers) for row in self._rows(way)}
        return [row for fact, value in self.book.rulebook.questions.gate.rows if (row := f"{fact}={value}") in found]

    def facts(self, answers: Answers) -> Facts:
        """What was said, and nothing else: an unknown is null, what was never asked is left out."""
        said: Facts = {"insurer": self.book.rulebook.insurer, "on_date": self.on_date.isoformat()}
        for page, chosen in answers.items():
            said |= self._said(page, chosen)
        return said

    def open_questions(self, answers: Answers) -> list[Question]:
        """The questions that this visitor may still be asked, in the order in which they are written down."""
        questions, facts = self.book.rulebook.questions, self.facts(answers)
        found: dict[str, Question] = {}
        for question in questions.of(questions.errand(answers["errand"][0])):
            if question.fact not in facts and (question.after is None or _opens(question.after, facts, found)):
                found[question.fact] = question
        return list(found.values())

    def opening(self, answers: Answers) -> Opening:
        """Where the visitor may stand, with every open question unknown."""
        opened = tuple(question.fact for question in self.open_questions(answers))
        person = read_person(self.book.rulebook, {**self.facts(answers), **dict.fromkeys(opened)})
        assert not isinstance(person, list), person  # noqa: S101 - forms give values that facts have
        return Opening(self.book, person, opened)

    def _pages(self, answers: Answers) -> Iterator[str]:
        """The pages whose answers can still change the answer."""
        opening = self.opening(answers)
        places, _ = left_open(self.book.diagrams, answers_left(opening), opening.variables, opening.closed)
        matter = [opening.asked[place] for place in places]
        for fact in matter:
            yield self.page_of(self._first_told(fact, opening.asked), matter, answers)

    def page_of(self, fact: str, matter: Iterable[str], answers: Answers) -> str:
        """The page on which a fact is asked: the gate if another of its facts matters too, and its own otherwise."""
        gate = self.book.rulebook.questions.gate.facts
        together = GATE not in answers and fact in gate and sum(other in gate for other in matter) > 1
        return GATE if together else fact

    def _first_told(self, fact: str, opened: tuple[str, ...]) -> str:
        """The fact that must be told before this one has a meaning, or this one."""
        while (
            before := next((one for one in told_before(self.book.rulebook, fact) if one in opened), None)
        ) is not None:
            fact = before
        return fact

    def _in_order(self, errand: str) -> Iterator[str]:
        """All pages; the gate and its questions stand in one place, and pages without one at the end."""
        questions = self.book.rulebook.questions
        gate = (GATE, *questions.gate.facts)
        for page in (*self.orders.get(errand, self.orders[""]), *(question.fact for question in questions.asked)):
            yield from gate if page in gate else (page,)

    def _rows(self, answers: Answers) -> Iterator[str]:
        d, opening = self.book.diagrams, self.opening(answers)
        _, left = left_open(d, answers_left(opening), opening.variables, opening.closed)
        unticked = dict(self.book.rulebook.questions.gate.unticked)
        for fact, value in self.book.rulebook.questions.gate.rows:
            if fact in opening.asked and any(
                d.restrict(left, {number: ticked}) != d.restrict(left, {number: bare})
                for number, ticked, bare in opening.ticks(fact, value, unticked.get(fact, ""))
            ):
                yield f"{fact}={value}"

    def _ways(self, answers: Answers) -> list[Answers]:
        """The answers; where one of them is unknown on a page that sets facts, as they are with each of its values."""
        for choice in self.book.rulebook.questions.choices:
            if answers.get(choice.id, [""])[0] in _NO_ANSWER:
                told = [value for value, sets in choice.values if not any(fact in answers for fact, _ in sets)]
                return [{**answers, choice.id: [value]} for value in told] or [answers]
        return [answers]

    def _said(self, page: str, chosen: list[str]) -> Facts:
        questions = self.book.rulebook.questions
        if page == "errand":
            return _told(questions.errand(chosen[0]).sets)
        if page == GATE:
            return self._ticked(chosen)
        choice = next((choice for choice in questions.choices if choice.id == page), None)
        return self._value(page, chosen) if choice is None else self._chosen(choice, chosen[0])

    def _chosen(self, choice: Choice, value: str) -> Facts:
        """The facts of a page's answer. If it is unknown, so are those facts for which there is no other page."""
        if value in _NO_ANSWER:
            asked = {question.fact for question in self.book.rulebook.questions.asked}
            return {fact: None for _, sets in choice.values for fact, _ in sets if fact not in asked}
        return _told(dict(choice.values)[value])

    def _ticked(self, chosen: list[str]) -> Facts:
        """Who does not know is asked one question after the other."""
        gate = self.book.rulebook.questions.gate
        if chosen[0] in _NO_ANSWER:
            return {}
        said: Facts = {fact: [] for fact in gate.facts} | dict(gate.unticked)
        for fact, value in gate.rows:
            if f"{fact}={value}" in chosen:
                said[fact] = value if fact in dict(gate.unticked) else [*said[fact], value]
        return said

    def _value(self, fact: str, chosen: list[str]) -> Facts:
        declared = self.book.rulebook.by_fact[fact]
        if any(value in _NO_ANSWER for value in chosen):
            return {fact: None}
        if declared.kind == "list":
            return {fact: [value for value in chosen if value != "none"]}
        return {fact: {"true": True, "false": False}.get(chosen[0], chosen[0])}


def told_before(rulebook: Rulebook, fact: str) -> list[str]:
    """The facts on which it hangs whether a question has a meaning."""
    question = next(question for question in rulebook.questions.asked if question.fact == fact)
    applies = rulebook.by_fact[fact].applies
    named = [leaf.fact for leaf in leaves(applies) if hasattr(leaf, "fact")] if applies else []
    return [*([question.after[0]] if question.after else []), *named]


def _told(sets: Iterable[tuple[str, str | tuple[str, ...]]]) -> Facts:
    return {fact: list(value) if isinstance(value, tuple) else value for fact, value in sets}


def _opens(after: tuple[str, tuple[str, ...]], facts: Facts, opened: dict[str, Question]) -> bool:
    """Whether what a question comes after was said, or is still open itself."""
    fact, values = after
    if fact in opened:
        return True
    said = facts.get(fact)
    return not set(values).isdisjoint(said if isinstance(said, list) else [said])
