"""From a chart to a flow: the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.pictures.answers import Answers
from checker.pages.pictures.flow import Flow, Line, Step, Way
from checker.pages.pictures.outcomes import Outcomes, bases_of, documents_of
from checker.pages.pictures.topics import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checker.engine.compiling.space import Space
    from checker.pages.pictures.chart import Branch, Chart, Question
    from checker.pages.pictures.topics import Seen
    from checker.pages.wording import Wording

__all__ = ["told"]

_NAMED_AS = {"birth_date": "age"}
"""Facts that are told by the name of another."""


def told(topic: str, chart: Chart, space: Space, day: date, wording: Wording) -> Flow:
    """Return the flow that says what a chart has."""
    words, answers = wording.words, Answers(space, day, wording)
    bases = set[str]().union(*map(bases_of, _ends(chart)))
    outcomes = Outcomes(wording, marked=len(bases) > 1)

    def way(question: Question, branch: Branch) -> Way:
        called = answers.of(question, branch.cells)
        if isinstance(branch.to, int):
            return Way(called, (Line("go", words["pictures.go"].format(number=branch.to + 1)),), branch.to)
        return Way(called, outcomes.of(branch.to))

    steps = tuple(
        Step(
            words["pictures.step"].format(number=place + 1),
            answers.question(question),
            answers.listed(question),
            tuple(way(question, branch) for branch in question.branches),
        )
        for place, question in enumerate(chart.questions)
    )
    title = words.tree["pictures"]["titles"][topic]
    if chart.only:
        number, cells = chart.only
        fact = _NAMED_AS.get(space.variables[number].fact, space.variables[number].fact)
        who = wording.page("list_or").join(answers.in_words(number, cells))
        title = words["pictures.for_some"].format(title=title, fact=words[f"facts.{fact}.name"], who=who)
    today = words["pictures.as_of"].format(day=wording.day(day))
    notes = (today, *_notes(chart, bases, wording), words["pictures.standing"])
    return Flow(topic, words.language, title, steps, notes, wording.page("list_or"))


def _ends(chart: Chart) -> Iterator[Seen]:
    for question in chart.questions:
        for branch in question.branches:
            if not isinstance(branch.to, int):
                yield branch.to


def _notes(chart: Chart, bases: set[str], wording: Wording) -> Iterator[str]:
    """Yield who says so, and what short words stand for."""
    if bases:
        told_by = next(iter(bases)) if len(bases) == 1 else "mixed"
        yield wording.words[f"pictures.bases.{told_by}"]
    words = wording.words
    named = dict.fromkeys(id_ for end in _ends(chart) for id_ in documents_of(end))
    if any(words[f"pictures.names.{id_}"] != wording.name("documents", id_) for id_ in named):
        names = wording.page("list_or").join(wording.name("documents", id_) for id_ in named)
        yield words["pictures.named"].format(names=names)
    if any(isinstance(end, Shown) and "ask_facility_first" in end.actions for end in _ends(chart)):
        yield wording.words["pictures.ask_facility_first_note"]
