"""What is asked: exactly what can still change the answer, and nothing once one answer is left."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from engine.answers import answer_of
from engine.asking_books import asking_books
from engine.reference_interview import answers_of, matter, possible, situations
from engine.small_books import DAYS, FACTS, IMPOSSIBLE
from engine.visitors import walk
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine import Rule, Rulebook, compile_rulebook, decide
from checker.engine.asking.interview import GATE, Interview
from checker.engine.asking.opening import answers_left
from checker.engine.diagrams.matters import left_open
from checker.engine.rules.conditions import All, Includes, Is, Not
from checker.engine.rules.questions import Errand, Gate, Question, Questions

if TYPE_CHECKING:
    from engine.reference_interview import Row

    from checker.engine.asking.interview import Answers

FEW = settings(max_examples=30)
"""A rulebook with questions is a large example, and each is walked by a visitor page by page."""


def _interview(rulebook: Rulebook) -> Interview:
    return Interview(compile_rulebook(rulebook), {"": ()}, DAYS[1])


def _rows(interview: Interview, answers: Answers) -> tuple[list[Row], list[Question], list[str]]:
    """Return the situations in which a visitor may be, what is open, and what nobody can tell."""
    opened, facts = interview.open_questions(answers), interview.facts(answers)
    looked_at = {variable.fact for variable in interview.book.space.variables}
    unknown = [fact.id for fact in interview.book.rulebook.facts if fact.unknown and fact.id not in facts]
    closed = [name for name in (*facts, *unknown) if facts.get(name) is None and name in looked_at]
    closed = [name for name in closed if name not in [question.fact for question in opened]]
    known = {name: value for name, value in facts.items() if value is not None}
    return situations(interview.book, known, opened, closed), opened, closed


def _matter(interview: Interview, answers: Answers) -> list[str]:
    opening = interview.opening(answers)
    places, _ = left_open(interview.book.diagrams, answers_left(opening), opening.variables, opening.closed)
    return [opening.asked[place] for place in places]


def _followed(answers: Answers) -> bool:
    """Return whether several ways are followed side by side, since a page that sets facts was not known."""
    return answers.get("lost") == ["unknown"]


@FEW
@given(asking_books(), st.integers(0, 2**32))
def test_what_matters_is_exact_at_every_step(rulebook: Rulebook, seed: int) -> None:
    interview = _interview(rulebook)
    for answers, page in walk(interview, Random(seed)):  # noqa: S311 - a repeatable choice, not a secret
        if "errand" in answers and not _followed(answers):
            rows, opened, closed = _rows(interview, answers)
            expected = matter(rows, opened, closed)
            assert _matter(interview, answers) == expected, answers
            assert (page is None) == (not expected and page not in rulebook.questions.errands[0].first)


@FEW
@given(asking_books(), st.integers(0, 2**32))
def test_it_stops_where_no_answer_can_change_what_is_possible(rulebook: Rulebook, seed: int) -> None:
    interview = _interview(rulebook)
    *_, (answers, page) = walk(interview, Random(seed))  # noqa: S311 - a repeatable choice, not a secret
    assert page is None
    if not _followed(answers):
        rows, _, closed = _rows(interview, answers)
        told = {answers for _, answers in possible(rows, closed) if answers}
        assert len(told) <= 1
        if not closed and told:
            assert told == {frozenset((str(answer_of(decide(interview.book, interview.facts(answers)))),))}


@FEW
@given(asking_books(), st.integers(0, 2**32))
def test_nothing_is_asked_once_one_answer_is_left(rulebook: Rulebook, seed: int) -> None:
    interview = _interview(rulebook)
    for answers, page in walk(interview, Random(seed)):  # noqa: S311 - a repeatable choice, not a secret
        if page in {"gate", *(question.fact for question in rulebook.questions.asked)} and not _followed(answers):
            rows, _, _ = _rows(interview, answers)
            assert len(answers_of(rows)) > 1 or page in rulebook.questions.errands[0].first


@FEW
@given(asking_books(), st.integers(0, 2**32))
def test_the_rows_of_the_gate_are_those_whose_tick_can_change_the_answer(rulebook: Rulebook, seed: int) -> None:
    interview = _interview(rulebook)
    for answers, page in walk(interview, Random(seed)):  # noqa: S311 - a repeatable choice, not a secret
        if page == GATE and not _followed(answers):
            shown = interview.gate_rows(answers)
            assert {row.partition("=")[0] for row in shown} == {"reader", "needs"} & set(_matter(interview, answers))
            assert len({row.partition("=")[0] for row in shown}) > 1


TIED = Questions((Question("card"), Question("needs")), (Errand("come"),))
HELD = Is("card", frozenset({"held"}))


def _tied() -> Interview:
    """Return the interview of those who hold a card if, and only if, they need help: what they get hangs on either."""
    helped = Includes("needs", frozenset({"help"}))
    rules = (
        Rule("held", "document", "insurer", All((HELD, helped)), {"issued": {"certificate": {"route": "automatic"}}}),
        Rule("else", "document", "insurer", Not(HELD), {"issued": {"certificate": {"route": "application"}}}),
    )
    held = {"certificate": Includes("has", frozenset({"certificate"}))}
    fallback = {"show": "call", "now": "ask"}
    rulebook = Rulebook("made-up", "", FACTS, rules, held, {}, fallback, TIED, IMPOSSIBLE[2:])
    return _interview(rulebook)


def test_questions_that_impossibilities_tie_are_not_both_asked_and_not_both_left_out() -> None:
    interview = _tied()
    answers = {"errand": ["come"]}
    assert _matter(interview, answers) == ["card"]
    assert interview.next_page(answers) == "card"
    assert interview.next_page({**answers, "card": ["held"]}) is None
    assert interview.next_page({**answers, "card": ["unknown"]}) == "needs", "who needs help holds a card"
    assert interview.next_page({**answers, "card": ["unknown"], "needs": ["help"]}) is None


def test_a_row_of_the_gate_whose_tick_changes_nothing_is_not_shown() -> None:
    """Help and the reader decide; what a guardian decides is a warning, which is no question's matter."""
    helped, guarded = Includes("needs", frozenset({"help"})), Includes("needs", frozenset({"guardian"}))
    fault = Is("reader", frozenset({"fault"}))
    rules = (
        Rule("helped", "document", "insurer", helped, {"issued": {"certificate": {"route": "automatic"}}}),
        Rule("fault", "care", "insurer", fault, {"show": [["card", "paper"]]}),
        Rule("guarded", "warnings", "insurer", guarded, {"warnings": ["beware"]}),
    )
    rows = (("reader", "fault"), ("needs", "help"), ("needs", "guardian"))
    questions = Questions(
        (Question("reader"), Question("needs")), (Errand("come"),), (), Gate(rows, (("reader", "works"),))
    )
    held = {"certificate": Includes("has", frozenset({"certificate"}))}
    fallback = {"show": "call", "now": "ask"}
    interview = _interview(Rulebook("made-up", "", FACTS, rules, held, {}, fallback, questions))
    answers = {"errand": ["come"]}
    assert interview.next_page(answers) == GATE
    assert interview.gate_rows(answers) == ["reader=fault", "needs=help"]
