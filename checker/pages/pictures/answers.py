"""How a chart's questions and answers are called: in the words of the checker, or in shorter ones."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker.engine.compiling.space import ChoiceVariable, DateVariable, MemberVariable
from checker.pages.pictures.topics import CERTIFICATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.engine.compiling.space import Space
    from checker.pages.pictures.chart import Question
    from checker.pages.wording import Wording

__all__ = ["Answers"]

_DAY = timedelta(days=1)
_Band = tuple["date | None", "date | None"]
"""The first day, and the day after the last; None where there is no bound."""


class Answers:
    """The words for one rulebook's cells, as seen from a day."""

    def __init__(self, space: Space, day: date, wording: Wording) -> None:
        self._variables = space.variables
        self._day = day
        self._wording = wording

    def question(self, question: Question) -> str:
        """Return the words of a question."""
        kind = "facts.has.question" if self._of_other_papers(question) else f"pictures.questions.{question.fact}"
        return self._wording.words[kind]

    def listed(self, question: Question) -> tuple[str, ...]:
        """Return what a question is about, where it asks for members of a list that its words do not name."""
        if question.fact == "has" and not self._of_other_papers(question):
            return ()
        return tuple(self._wording.value(question.fact, name) for name in self._members(question))

    def _members(self, question: Question) -> list[str]:
        own = (self._variables[number] for number in question.variables)
        return [name for one in own if isinstance(one, MemberVariable) for name in one.members]

    def _of_other_papers(self, question: Question) -> bool:
        """Whether it asks what somebody holds, and not for a certificate alone, which its own words name."""
        return question.fact == "has" and self._members(question) != [CERTIFICATE]

    def of(self, question: Question, cells: Sequence[int]) -> tuple[str, ...]:
        """Return how the answers of a branch are called."""
        return self.in_words(question.variables[0], cells, several=bool(self.listed(question)))

    def in_words(self, number: int, cells: Sequence[int], *, several: bool = False) -> tuple[str, ...]:
        """Return how cells of a variable are called; `several`: it stands for all that are listed."""
        wording, variable = self._wording, self._variables[number]
        match variable:
            case MemberVariable():
                if several:
                    return (wording.words["pictures.any_of_these"] if cells[0] else wording.ui("none_of_these"),)
                return (wording.words["pictures.yes" if cells[0] else "pictures.no"],)
            case ChoiceVariable():
                values = [value for cell in cells for value in variable.groups[cell]]
                named = [value for value in values if value]
                return tuple(self._value(variable.fact, value) for value in named) or (
                    wording.words["pictures.not_said"],
                )
            case DateVariable():
                return tuple(self._band(variable, band) for band in self._bands(variable, cells))
        message = f"{variable.fact} is never asked"
        raise TypeError(message)

    def _value(self, fact: str, value: str) -> str:
        short = self._wording.words.tree["pictures"]["answers"].get(fact, {}).get(value)
        return str(short or self._wording.value(fact, value))

    def _bands(self, variable: DateVariable, cells: Sequence[int]) -> Iterator[_Band]:
        """Yield the stretches of days that make up the cells."""
        bounds = variable.bounds(self._day)
        start: date | None = None
        inside = False
        for first, end in zip([None, *bounds], [*bounds, None], strict=True):
            one = first or bounds[0] - _DAY
            if variable.cell_of_date(one, self._day) in cells:
                if not inside:
                    start, inside = first, True
            elif inside:
                yield start, first
                inside = False
            if end is None and inside:
                yield start, None

    def _band(self, variable: DateVariable, band: _Band) -> str:
        return self._ages(variable, band) if variable.fact == "birth_date" else self._days(band)

    def _ages(self, variable: DateVariable, band: _Band) -> str:
        """Return a stretch of birthdays as ages, where it begins and ends on birthdays of a full age."""
        ages: dict[date | None, int] = {}
        for shift in variable.shifts:
            (unit, years), *more = shift.steps
            if unit == "years" and not more:
                ages[shift.latest_source(self._day) + _DAY] = years
        start, end = band
        ui = self._wording.ui
        if {start, end} - {None} - ages.keys():
            return ui("born", days=self._days(band))
        if start and end:
            return ui("age_between", **{"from": str(ages[end]), "until": str(ages[start] - 1)})
        return ui("age_until", age=str(ages[start] - 1)) if start else ui("age_from", age=str(ages[end]))

    def _days(self, band: _Band) -> str:
        """Return a stretch of days of what has been already: until today is for as long as there are days."""
        start, end = band
        if end and end > self._day:
            end = None
        first, last = (day and self._wording.day(day) for day in (start, end and end - _DAY))
        ui = self._wording.ui
        if first and last:
            return ui("band_between", **{"from": first, "until": last})
        return ui("band_from", **{"from": first}) if first else ui("band_until", until=str(last))
