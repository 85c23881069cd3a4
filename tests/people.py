"""Made-up people: random facts that lie near every threshold of a rulebook, the same for every run."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.space import DateVariable, DayVariable

if TYPE_CHECKING:
    from checker.engine import Compiled

Facts = dict[str, Any]

DAY = timedelta(days=1)


def people(book: Compiled, count: int, seed: int, *, from_day: date, sensitive: bool = True) -> list[Facts]:
    """Random people at one insurer; no fact is ever unknown to more than a third of them."""
    random = Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    return [_person(book, random, from_day, sensitive=sensitive) for _ in range(count)]


def _person(book: Compiled, random: Random, from_day: date, *, sensitive: bool) -> Facts:
    on_date = _on_date(book, random, from_day)
    facts: Facts = {"insurer": book.rulebook.insurer, "on_date": on_date.isoformat()}
    unknown = random.random() < 1 / 3
    for fact in book.rulebook.facts:
        if fact.kind in ("insurer", "day") or (fact.sensitive and not sensitive):
            continue
        asked = fact.unknown or random.random() < 0.35
        if not asked:
            continue
        if unknown and random.random() < 0.4:
            facts[fact.id] = None
        elif fact.kind == "list":
            facts[fact.id] = [member for member in fact.values if random.random() < 0.25]
        elif fact.kind == "age":
            if "birth_date" not in facts:
                facts["age"] = random.choice([17, 18, 40, 64, 69, 70, 74, 75, 80])
        elif fact.kind == "date":
            facts[fact.id] = _near(book, fact.id, on_date, random).isoformat()
        else:
            value = random.choice(fact.values)
            facts[fact.id] = {"true": True, "false": False}.get(value, value)
    return facts


def _on_date(book: Compiled, random: Random, from_day: date) -> date:
    named = next((v.days for v in book.space.variables if isinstance(v, DayVariable)), ())
    marks = [from_day, *(day for day in named if day >= from_day)]
    day = random.choice(marks) + timedelta(days=random.choice([-1, 0, 0, 1, 40, 400]))
    return max(day, from_day)


def _near(book: Compiled, fact: str, on_date: date, random: Random) -> date:
    """A date at, or one day beside, a threshold of the fact."""
    variable = next((v for v in book.space.variables if v.fact == fact), None)
    bounds = variable.bounds(on_date) if isinstance(variable, DateVariable) else []
    base = random.choice(bounds or [on_date])
    return base + DAY * random.choice([-31, -1, 0, 1, 31])
