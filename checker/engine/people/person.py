"""What is said of one person: facts read, checked and brought into one form.

`read_person` reports every problem of a line at once. A value of a `Person` is a text (choice), a set of texts (list),
a date, a pair of dates (an age, as the birth dates that it allows) or `UNKNOWN`. "" stands for "not said".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from checker.engine.people.truth import holds
from checker.engine.people.values import UNKNOWN, Unknown, Value
from checker.engine.rules.dates import DATE_FORMAT, Shift, read_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engine.rules.facts import Fact
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Person", "Problem", "contradictions", "read_person"]

OLDEST = 130
"""Years; an age above it is refused as a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the facts. ``message`` is English, for developers."""

    code: str
    facts: tuple[str, ...]
    message: str

    def to_json(self) -> dict[str, Any]:
        """As the decision carries it."""
        return {"code": self.code, "facts": list(self.facts), "message": self.message}


@dataclass(frozen=True, slots=True)
class Person:
    """The values of all facts but the insurer.

    ``standing``: a sensitive fact was given as unknown. ``by_age``: what is not known was asked as an age, so that is
    how it is named.
    """

    on_date: date
    values: Mapping[str, Value]
    standing: bool = False
    by_age: bool = False


def read_person(rulebook: Rulebook, facts: Mapping[str, Any]) -> Person | list[Problem]:
    """The person that the facts describe, or everything that is wrong with them."""
    known = rulebook.by_fact
    problems = [_unknown_fact(name, list(known)) for name in facts if name not in known]
    values: dict[str, Value] = {}
    on_date = read_day(facts.get("on_date"))
    if on_date is None:
        problems.append(_wrong(known["on_date"], facts.get("on_date"), f"a day as {DATE_FORMAT}"))
    for fact in rulebook.facts:
        if fact.kind in ("insurer", "day"):
            continue
        value = _read(fact, facts, on_date or date.min.replace(year=2000))
        if isinstance(value, Problem):
            problems.append(value)
        elif fact.kind != "age":
            values[fact.id] = value
        elif value != "" and values.get("birth_date", "") in ("", UNKNOWN):
            values["birth_date"] = value
    if problems or on_date is None:
        return problems
    problems += _age_against_birth_date(facts, on_date)
    _contain_parts(known, values)
    _without_meaning(rulebook, values)
    standing = _hide_sensitive(rulebook, values)
    by_age = facts.get("age", "") is None and "birth_date" not in facts
    return problems or Person(on_date, values, standing, by_age)


def contradictions(rulebook: Rulebook, person: Person) -> list[Problem]:
    """What cannot all be true of a person; only what surely is so counts."""
    return [
        Problem("contradiction", row.facts, row.message)
        for row in rulebook.impossible
        if holds(row.when, person.values, person.on_date)
    ]


def _read(fact: Fact, facts: Mapping[str, Any], on_date: date) -> Value | Problem:  # noqa: PLR0911 - by kind
    if fact.id not in facts:
        return UNKNOWN if fact.unknown else frozenset() if fact.kind == "list" and not fact.default else fact.default
    raw = facts[fact.id]
    if raw is None or (isinstance(raw, str) and raw in fact.same_as_null):
        return UNKNOWN
    match fact.kind:
        case "list":
            return _read_list(fact, raw)
        case "date":
            return read_day(raw) or _wrong(fact, raw, f"a day as {DATE_FORMAT}, or null")
        case "age":
            return _read_age(fact, raw, on_date)
        case _:
            text = {True: "true", False: "false"}.get(raw) if isinstance(raw, bool) else raw
            if isinstance(text, str) and text in fact.values and isinstance(raw, bool) == (fact.values == _FLAG):
                return text
            return _wrong(fact, raw, _one_of(fact))


_FLAG = ("true", "false")


def _read_list(fact: Fact, raw: object) -> frozenset[str] | Problem:
    members = [raw] if fact.single and isinstance(raw, str) else raw
    if not isinstance(members, list) or not all(isinstance(m, str) and m in fact.values for m in members):
        return _wrong(fact, raw, f"a list of {_one_of(fact)}")
    return frozenset(members)


def _read_age(fact: Fact, raw: object, on_date: date) -> tuple[date, date] | Problem:
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= OLDEST:
        return _wrong(fact, raw, f"whole years from 0 to {OLDEST}, or null")
    years = Shift((("years", raw),))
    latest = years.latest_source(on_date)
    earliest = Shift((("years", raw + 1),)).latest_source(on_date)
    return (Shift((("days", 1),)).of(earliest), latest)


def _age_against_birth_date(facts: Mapping[str, Any], on_date: date) -> list[Problem]:
    birth, age = read_day(facts.get("birth_date")), facts.get("age")
    if birth is None or age is None:
        return []
    if Shift((("years", age),)).of(birth) <= on_date < Shift((("years", age + 1),)).of(birth):
        return []
    message = f"birth_date {birth} and age {age} disagree on {on_date}"
    return [Problem("contradiction", ("birth_date", "age"), message)]


def _contain_parts(known: Mapping[str, Fact], values: dict[str, Value]) -> None:
    """What was brought is also had: a list contains what its part contains."""
    for fact in known.values():
        if not fact.part_of:
            continue
        part, whole = values.get(fact.id), values.get(fact.part_of)
        if isinstance(part, frozenset):
            brought = part & frozenset(known[fact.part_of].values)
            values[fact.part_of] = whole | brought if isinstance(whole, frozenset) else Unknown(brought)


def _without_meaning(rulebook: Rulebook, values: dict[str, Value]) -> None:
    """A fact that has no meaning for this person takes its default, so that it is never asked."""
    for fact in rulebook.facts:
        if fact.applies is not None and values[fact.id] == UNKNOWN and holds(fact.applies, values, None) is False:
            values[fact.id] = fact.default


def _hide_sensitive(rulebook: Rulebook, values: dict[str, Value]) -> bool:
    """A sensitive fact that is not known is that of everybody: it never opens an answer."""
    hidden = [fact for fact in rulebook.facts if fact.sensitive and values[fact.id] == UNKNOWN]
    values.update((fact.id, frozenset() if fact.kind == "list" else fact.default) for fact in hidden)
    return bool(hidden)


def _unknown_fact(name: str, known: list[str]) -> Problem:
    near = get_close_matches(name, known, 1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return Problem("unknown_fact", (name,), f"unknown fact {name!r}{hint} Known facts: {', '.join(known)}")


def _wrong(fact: Fact, raw: object, allowed: str) -> Problem:
    code = "missing_fact" if raw is None else "unknown_value"
    return Problem(code, (fact.id,), f"{fact.id}: {raw!r} is not allowed; allowed: {allowed}")


def _one_of(fact: Fact) -> str:
    values = ", ".join(fact.values + fact.same_as_null)
    return f"{values}, or null"
