"""Made-up people of whom everything is known, near every threshold, the same for every run."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from people import people

from checker.engine.compiling.space import DateVariable, DayVariable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.engine import Compiled

__all__ = ["DAY", "FROM_DAY", "Facts", "known_people", "named_days"]

Facts = dict[str, Any]

FROM_DAY = date(2024, 7, 1)
DAY = timedelta(days=1)


def named_days(compiled: Compiled) -> list[date]:
    """Return the days that the rules name, for any fact."""
    named = {day for v in compiled.space.variables if isinstance(v, DateVariable | DayVariable) for day in v.days}
    return sorted(named)


def known_people(compiled: Compiled, seed: int) -> Iterator[Facts]:
    """Yield known people without end, many with dates one day around a day that the rules name."""
    random = Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    days = named_days(compiled)
    declared = compiled.rulebook.by_fact
    while True:
        for facts in people(compiled, 100, random.randrange(10**6), from_day=FROM_DAY):
            known = {name: value for name, value in facts.items() if value is not None and name != "age"}
            for fact in declared.values():
                if fact.unknown and fact.id not in known:
                    known[fact.id] = random.choice(fact.values)
                if fact.kind in ("date", "day") and fact.id in known and random.random() < 0.4:
                    near = random.choice([day for day in days if fact.kind == "date" or day >= FROM_DAY])
                    known[fact.id] = (near + DAY * random.choice([-1, 0, 1])).isoformat()
            if known["my_number_card"] == "none":
                known["registration"] = "not_registered"
            yield known
