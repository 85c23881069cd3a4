"""Every rule that somebody can come to is come to by a written case; the others are told by `verify`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from rulebooks import INSURERS, book
from written_cases import cases

from checker.engine.compiling.reaches import Reaches
from checker.engine.compiling.witness import telling_days
from checker.engine.deciding.situation import situate
from checker.engine.people.person import Person, read_person
from checker.engine.surveying.witnesses import witnesses

if TYPE_CHECKING:
    from checker.engine import Compiled
    from checker.engine.deciding.situation import Situation

FROM_DAY = date(2024, 7, 1)


def _situations(compiled: Compiled) -> list[Situation]:
    """Return where the people of the cases stand of whom everything is known."""
    facts = [case["facts"] for case in cases(compiled.rulebook.insurer)]
    persons = [read_person(compiled.rulebook, one) for one in facts]
    found = [situate(compiled, person) for person in persons if isinstance(person, Person)]
    return [situation for situation in found if situation.only is not None]


def _somebody(compiled: Compiled, reach: int, topic: str) -> dict[str, Any] | None:
    """Return somebody whom a rule reaches; of old cards the insurer tells those too whom it does not answer else."""
    names = ("impossible",) if topic == "old_card" else ("impossible", "scope")
    ruled_out = [compiled.sets[name] for name in names]
    days = telling_days(compiled.space, FROM_DAY)
    found = witnesses(compiled, reach, days, {}, ruled_out=ruled_out)
    return next((facts for value, facts in found if value is True), None)


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_rule_is_reached_by_a_case(insurer: str) -> None:
    compiled = book(insurer)
    reaches, situations = Reaches(compiled), _situations(compiled)
    missed: dict[str, dict[str, Any]] = {}
    for rule in compiled.rulebook.rules:
        reach = reaches.reach(rule)
        if not any(situation.values(reach) == [True] for situation in situations):
            somebody = _somebody(compiled, reach, rule.topic)
            missed |= {rule.id: somebody} if somebody else {}
    assert missed == {}, "write a case for each of them, from the source"
