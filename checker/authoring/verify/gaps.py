"""Gaps: people for whom no rule of a topic speaks, not even one that writes the silence down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.authoring.head import OTHER
from checker.authoring.verify.cells import in_conditions
from checker.engine.compiling.outcomes import effective, issuing
from checker.engine.compiling.space import DayVariable
from checker.engine.compiling.witness import ordinary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project
    from checker.authoring.verify.survey import Survey
    from checker.engine.rules.rulebook import Rule

__all__ = ["SPEAKS", "Gap", "gaps", "tell"]

MOST = 5
"""Gaps of one topic that are told before the others are only counted as one."""


def _document(rules: Sequence[Rule]) -> bool:
    return bool(issuing(rules) or effective(rules, "refused"))


def _care(rules: Sequence[Rule]) -> bool:
    return any({"show", "actions"} & rule.then.keys() for rule in rules)


SPEAKS: dict[str, Callable[[Sequence[Rule]], bool]] = {"old_card": bool, "document": _document, "care": _care}
"""The topics in which everybody must be told something, and whether these rules together tell it."""

_SILENCE = "if nobody we read says anything, write that down with `silent: true`"
_AMONG_RULES = (
    "let one of these rules be an exception to the rule that silences it, or its `when` leave these people to another; "
    + _SILENCE
)


@dataclass(frozen=True, slots=True)
class Gap:
    """``facts``: the first person who is told nothing; ``conditions``: all who meet them are told nothing either.

    ``silenced``: rules whose condition that person meets, and that would speak, each with the exceptions that keep it
    from it. ``more``: there are further gaps in this topic, which are not told.
    """

    topic: str
    facts: dict[str, Any]
    conditions: tuple[str, ...]
    silenced: tuple[tuple[str, tuple[str, ...]], ...] = ()
    more: bool = False


def gaps(survey: Survey) -> list[Gap]:
    """Every gap, up to `MOST` in a topic, the one nearest to the ordinary person first."""
    return [gap for topic in SPEAKS for gap in _gaps(survey, topic)]


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of gaps where an insurer's rules begin; of one that is also there for all others, once, in rules.yaml."""
    same: dict[tuple[str, tuple[str, ...]], dict[str, Gap]] = {}
    for name, survey in project.surveys.items():
        for gap in gaps(survey):
            same.setdefault((gap.topic, gap.conditions), {})[name] = gap
    for found in same.values():
        if OTHER in found:
            _tell_one(project, flaws, OTHER, ", ".join(found), found[OTHER])
        else:
            for name, gap in found.items():
                _tell_one(project, flaws, name, name, gap)


def _tell_one(project: Project, flaws: Flaws, insurer: str, names: str, gap: Gap) -> None:
    files = project.library.files
    block = files.rules if insurer == OTHER else files.insurers[insurer]
    more = "; there are more gaps in this topic, which will be told when these are closed" if gap.more else ""
    where = ", ".join(gap.conditions) or "anybody asks"
    flaws.add(
        block.place("rules"),
        "gap",
        f"no rule of {gap.topic!r} speaks at {names} where {where}{_silencing(gap)}{more}",
        _AMONG_RULES if gap.silenced else "write a rule for them; " + _SILENCE,
        (project.surveys[insurer].book.rulebook, gap.facts),
    )


def _silencing(gap: Gap) -> str:
    told = [f"{rule!r} by {' and '.join(map(repr, by))}" for rule, by in gap.silenced]
    return f"; rules that would speak are silenced: {', '.join(told)}" if told else ""


def _gaps(survey: Survey, topic: str) -> Iterator[Gap]:
    diagrams = survey.book.diagrams
    told = survey.where(topic, lambda names: SPEAKS[topic](survey.rules(names)))
    left = diagrams.both(survey.real, diagrams.negate(told))
    for number in range(MOST):
        facts = survey.somebody(left)
        if facts is None:
            return
        wide = _widened(survey, facts, told)
        inside = diagrams.yes
        for variable, cells in reversed(wide.items()):
            inside = diagrams.both(diagrams.test(variable, cells), inside)
        left = diagrams.both(left, diagrams.negate(inside))
        more = number == MOST - 1 and left != diagrams.no
        conditions = tuple(in_conditions(survey.book.space, wide, date.fromisoformat(facts["on_date"])))
        yield Gap(topic, facts, conditions, _silenced(survey, topic, facts), more)


def _silenced(survey: Survey, topic: str, facts: dict[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    book, cells = survey.book, survey.cells(facts)
    meant = [rule.id for rule in book.rulebook.rules if True in book.diagrams.open_values(book.own[rule.id], cells)]
    return tuple(
        (name, tuple(other for other in book.exceptions[name] if other in meant))
        for name in meant
        if book.rules[name].topic == topic and SPEAKS[topic]([book.rules[name]])
    )


def _widened(survey: Survey, facts: dict[str, Any], told: int) -> dict[int, list[int]]:
    """The cells of somebody, widened as far as nobody in them is told anything; those that matter, by variable.

    What is as with the ordinary person is widened first, so that what sets the gap apart stays.
    """
    space, diagrams = survey.book.space, survey.book.diagrams
    cells = survey.cells(facts)
    usual = survey.cells(ordinary(survey.book.rulebook, date.fromisoformat(facts["on_date"])))
    order = sorted(
        range(len(cells)),
        key=lambda number: (cells[number] != usual[number], isinstance(space.variables[number], DayVariable)),
    )
    peopled = _peopled(survey)
    for number in order:
        for cell in peopled[number]:
            if cell not in cells[number]:
                wider = [*cells[:number], sorted([*cells[number], cell]), *cells[number + 1 :]]
                if True not in diagrams.open_values(told, wider):
                    cells = wider
    return {number: own for number, own in enumerate(cells) if own != peopled[number]}


def _peopled(survey: Survey) -> list[list[int]]:
    """For each variable the cells in which somebody real stands."""
    diagrams, everywhere = survey.book.diagrams, [range(size) for size in survey.book.diagrams.sizes]
    return [
        [
            cell
            for cell in cells
            if True in diagrams.open_values(survey.real, [*everywhere[:number], [cell], *everywhere[number + 1 :]])
        ]
        for number, cells in enumerate(everywhere)
    ]
