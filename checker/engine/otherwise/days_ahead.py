"""The same person on later days: when the answer changes, and why.

Facts stay as they are said, and a birth date goes on from an age. Only on certain days somebody comes into another
cell: those that rules name, those on which a shift of a date is reached, and, where a date is not quite known, those on
which other cells become possible. So only these days are decided.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.space import DateVariable, DayVariable
from checker.engine.deciding.decision import answered, read
from checker.engine.deciding.partial import OUT
from checker.engine.deciding.reasons import EXPLAINED, applying
from checker.engine.deciding.situation import Situation, situate, situate_in
from checker.engine.otherwise.turning_days import turning_days
from checker.engine.people.person import Person, Problem, contradictions
from checker.engine.people.values import UNKNOWN
from checker.engine.rules.dates import Shift

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.engine.compiling.compiled import Compiled
    from checker.engine.people.values import Value

__all__ = ["AHEAD", "FARTHEST", "calendar"]

AHEAD = Shift((("years", 10),))
"""How far the calendar goes unless somebody says so."""

FARTHEST = Shift((("years", 60),))
"""How far it goes at most."""

PARTS = ("status", "document", "old_card", "care")
"""What is compared from day to day; of ``document`` without the proof, of ``care`` what to show."""


def calendar(book: Compiled, facts: Mapping[str, Any], until: date | None = None) -> dict[str, Any]:
    """The days after ``on_date`` and up to ``until`` on which the answer changes.

    Each has the day ``from`` which it holds, what has ``changed``, ``because`` of what, the rules that ``began`` and
    ``stopped`` applying, the facts that are ``dropped`` since they cannot be true any more, and the answer. A cause is
    a ``fact`` with the ``shift`` of it that is reached (of an age: ``between`` which days it is, for that is not
    known), or ``on_date`` with the ``day`` that a rule names, or a ``fact`` alone that is not known. ``status`` and
    ``problems`` are those of the person's own decision.
    """
    person = read(book, facts)
    if isinstance(person, Person):
        until = AHEAD.of(person.on_date) if until is None else until
        if until > FARTHEST.of(person.on_date):
            message = f"until: {until} is too far ahead; allowed: days up to {FARTHEST.of(person.on_date)}"
            return _told("invalid", [Problem("unknown_value", ("until",), message).to_json()])
        with book.diagrams.scratch():
            state, entries = _on(book, person), []
            status = state.decision["status"]
            for day in turning_days(book, person, until):
                before, state = state, _on(book, replace(person, on_date=day))
                if _parts(before.decision) != _parts(state.decision):
                    entries.append(_entry(before, state))
            return {**_told(status, []), "until": until.isoformat(), "calendar": entries}
    return _told(person["status"], person["problems"])


def _told(status: str, problems: list[dict[str, Any]]) -> dict[str, Any]:
    return {"status": status, "problems": problems, "until": None, "calendar": []}


@dataclass(frozen=True, slots=True)
class _State:
    """A person on one day. ``dropped``: facts that cannot be true on it; no ``situation``: even without these."""

    book: Compiled
    person: Person
    dropped: tuple[str, ...]
    situation: Situation | None
    decision: dict[str, Any]


def _on(book: Compiled, person: Person) -> _State:
    """The person on his day, without what that day contradicts."""
    dropped: list[str] = []
    problems = contradictions(book.rulebook, person)
    while problems:
        fact = next((f for f in problems[0].facts if _can_be_dropped(book, person, f)), None)
        if fact is None:
            decision = dict.fromkeys(PARTS) | {"status": "contradiction"}
            return _State(book, person, tuple(dropped), None, decision)
        dropped.append(fact)
        person = replace(person, values={**person.values, fact: _left_out(book, fact)})
        problems = contradictions(book.rulebook, person)
    situation = situate(book, person)
    return _State(book, person, tuple(dropped), situation, answered(situation))


def _left_out(book: Compiled, fact: str) -> Value:
    declared = book.rulebook.by_fact[fact]
    if declared.unknown:
        return UNKNOWN
    return frozenset() if declared.kind == "list" and not declared.default else declared.default


def _can_be_dropped(book: Compiled, person: Person, fact: str) -> bool:
    """Whether it is something said of today; what is dated holds for all days, and a sensitive fact is never taken."""
    declared = book.rulebook.by_fact[fact]
    said = declared.kind in ("choice", "list") and not declared.sensitive
    return said and person.values[fact] != _left_out(book, fact)


def _parts(decision: Mapping[str, Any]) -> dict[str, Any]:
    """What is compared from day to day."""
    return {name: _bare(decision[name]) for name in PARTS}


def _bare(part: Any) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(part, dict):
        return part
    if "show" in part:
        return part["show"]
    return {key: [_without_proof(i) for i in v] if isinstance(v, list) else v for key, v in part.items()}


def _without_proof(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in ("rules", "passages")}


def _entry(before: _State, now: _State) -> dict[str, Any]:
    was, is_now = _rules(before), _rules(now)
    parts, others = _parts(before.decision), _parts(now.decision)
    care = now.decision["care"]
    return {
        "from": now.person.on_date.isoformat(),
        "changed": [name for name in PARTS if parts[name] != others[name]],
        "because": [cause for variable in _causes(before, now) for cause in _cause(variable, now.person)],
        "began": [rule for rule in is_now if rule not in was],
        "stopped": [rule for rule in was if rule not in is_now],
        "dropped": list(now.dropped),
        "status": now.decision["status"],
        "document": now.decision["document"],
        "old_card": now.decision["old_card"],
        "care": care and {"show": care["show"]},
    }


def _rules(state: _State) -> list[str]:
    """The rules that apply, of topics that are answered."""
    if state.situation is None:
        return []
    topics = ("old_card",) if state.decision["status"] == OUT else EXPLAINED
    return [rule.id for topic in topics for rule in applying(state.situation, topic)]


def _causes(before: _State, now: _State) -> list[DayVariable | DateVariable]:
    """The days and dates whose new cells make the difference; where none does alone, all that have new cells."""
    book, person = before.book, now.person
    cells, former = book.space.place(person), book.space.place(before.person)
    moved = {
        number: variable
        for number, variable in enumerate(book.space.variables)
        if isinstance(variable, DayVariable | DateVariable) and cells[number] != former[number]
    }
    needed = dict(moved)
    if now.situation is not None:
        for number in moved:
            back = (moved.keys() - needed.keys()) | {number}
            tried = [former[n] if n in back else own for n, own in enumerate(cells)]
            if _parts(answered(situate_in(book, person, tried))) == _parts(now.decision):
                del needed[number]
    return list((needed or moved).values())


def _cause(variable: DayVariable | DateVariable, now: Person) -> Iterator[dict[str, Any]]:
    """Why a variable has new cells on a day."""
    if isinstance(variable, DayVariable):
        yield {"fact": variable.fact, "day": now.on_date.isoformat()}
        return
    value = now.values[variable.fact]
    ends = value if isinstance(value, tuple) else (value,) if isinstance(value, date) else ()
    reached = [shift for shift in variable.shifts if now.on_date in map(shift.of, ends)]
    for shift in reached:
        between = {"between": [shift.of(end).isoformat() for end in ends]} if isinstance(value, tuple) else {}
        yield {"fact": variable.fact, "shift": [list(step) for step in shift.steps], **between}
    if not reached:
        yield {"fact": variable.fact}
