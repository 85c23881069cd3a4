"""Conditions as they are written in YAML, turned into the engine's.

A condition is the name of a term, or a mapping whose entries must all hold:

- ``all: […]``, ``any: […]``, ``not: …``
- ``FACT: value``, ``FACT: [values]``, ``FACT: {not: values}`` for a choice
- ``FACT: member``, ``FACT: {any: […]}``, ``FACT: {none: […]}``, ``FACT: []`` (empty) for a list
- ``FACT: {from: DAY, until: DAY}`` (both days included), ``FACT: stated`` for a date, and
  ``FACT: {reached: {years: 75, days: -1}}``: the day asked about has come to what is counted from the date
- ``issued: DOCUMENT`` or ``issued: {DOCUMENT: [routes]}``, ``refused: DOCUMENT``, ``held: DOCUMENT``,
  ``old_card: usable``
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from checker.authoring.days import no_day
from checker.authoring.errors import hint
from checker.authoring.shapes import found, is_day
from checker.authoring.shifts import read_shift
from checker.authoring.source import Block, Items, Place
from checker.engine.rules.conditions import (
    All,
    AnyOf,
    Before,
    Condition,
    From,
    Held,
    Includes,
    Is,
    Issued,
    Not,
    OldCardUsable,
    Reached,
    Refused,
    Stated,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.authoring.errors import Report
    from checker.engine.rules.facts import Fact

__all__ = ["WORDS", "Reader"]

_DAY = timedelta(days=1)
WORDS = ("all", "any", "not", "issued", "refused", "held", "old_card")
_OWN = "another is declared under `facts`"
_LARGEST = 2_000
"""Parts of one condition, those of its terms counted each time: terms of terms of terms grow fast."""


class Reader:
    """Reads conditions that may name these facts, terms, documents and routes; reports what it cannot read."""

    def __init__(self, facts: Mapping[str, Fact], vocabulary: Mapping[str, Sequence[str]], report: Report) -> None:
        """``vocabulary``: the ids of ``documents`` and ``routes``."""
        self.facts = facts
        self.vocabulary = vocabulary
        self.report = report
        self.terms: dict[str, Condition] = {}
        self._sizes: dict[int, int] = {}
        self._size = 0

    def read(self, raw: object, place: Place) -> Condition:
        """The condition; an empty one where it cannot be read, or would be too large."""
        self._size = 0
        condition = self._read(raw, place)
        if self._size > _LARGEST:
            self._wrong(
                place, f"a condition of {self._size} parts; allowed: {_LARGEST}; write what is meant in fewer terms"
            )
            return All()
        self._sizes[id(condition)] = self._size
        return condition

    def _read(self, raw: object, place: Place) -> Condition:
        self._size += 1
        if isinstance(raw, str):
            if raw in self.terms:
                self._size += self._sizes.get(id(self.terms[raw]), 0)
                return self.terms[raw]
            self._wrong(place, f"no term is called {raw!r}; {hint(raw, self.terms)}; another stands under `terms`")
            return All()
        if not isinstance(raw, Block) or not raw:
            self._wrong(place, f"{found(raw)}: this is no condition; write the name of a term, or a mapping")
            return All()
        parts = [self._entry(key, raw[key], raw.place(key)) for key in raw]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _entry(self, key: str, raw: Any, place: Place) -> Condition:  # noqa: ANN401, C901, PLR0911 - whatever YAML has, form by form
        match key:
            case "all" | "any":
                if not isinstance(raw, Items) or not raw:
                    self._wrong(place, f"`{key}` takes a list of conditions, and finds {found(raw)}")
                    return All()
                parts = tuple(map(self._read, raw, raw.places))
                return All(parts) if key == "all" else AnyOf(parts)
            case "not":
                return Not(self._read(raw, _place(raw, place)))
            case "issued":
                return self._issued(raw, place)
            case "refused":
                return Refused(self._known("documents", raw, place))
            case "held":
                return Held(self._known("documents", raw, place))
            case "old_card":
                if raw != "usable":
                    self._wrong(place, f"`old_card` is {found(raw)}; allowed: usable")
                return OldCardUsable()
        fact = self.facts.get(key)
        if fact is None or fact.kind in ("insurer", "age"):
            self._wrong(place, f"no fact or word is called {key!r}; {hint(key, [*self.facts, *WORDS])}; {_OWN}")
            return All()
        if fact.kind == "list":
            return self._list(fact, raw, place)
        return self._date(fact, raw, place) if fact.kind in ("date", "day") else self._choice(fact, raw, place)

    def _issued(self, raw: object, place: Place) -> Condition:
        if not isinstance(raw, Block):
            return Issued(self._known("documents", raw, place))
        if len(raw) != 1:
            self._wrong(place, f"`issued` is {found(raw)}; write one document, or `{{DOCUMENT: [routes]}}`")
            return All()
        ((document, routes),) = raw.items()
        routes = routes if isinstance(routes, list) else [routes]
        names = frozenset(self._known("routes", route, place) for route in routes)
        return Issued(self._known("documents", document, place), names)

    def _choice(self, fact: Fact, raw: object, place: Place) -> Condition:
        if isinstance(raw, Block) and list(raw) == ["not"]:
            return Not(self._choice(fact, raw["not"], place))
        values = raw if isinstance(raw, list) else [raw]
        values = [{True: "true", False: "false"}.get(v, v) if isinstance(v, bool) else v for v in values]
        return Is(fact.id, self._values(fact, values, place))

    def _list(self, fact: Fact, raw: object, place: Place) -> Condition:
        if isinstance(raw, Block) and len(raw) == 1:
            word, members = next(iter(raw.items()))
            if word in ("any", "none") and isinstance(members, list):
                found = Includes(fact.id, self._values(fact, members, place))
                return Not(found) if word == "none" else found
        if isinstance(raw, list) and not raw:
            return Not(Includes(fact.id, frozenset(fact.values)))
        if isinstance(raw, str):
            return Includes(fact.id, self._values(fact, [raw], place))
        self._wrong(place, f"{fact.id} is a list; write a member, `{{any: […]}}`, `{{none: […]}}`, or `[]` for empty")
        return All()

    def _date(self, fact: Fact, raw: object, place: Place) -> Condition:
        if raw == "stated":
            return Stated(fact.id)
        parts: list[Condition] = []
        for word, value in raw.items() if isinstance(raw, Block) else ():
            if word in ("from", "until") and is_day(value) and value < date.max:
                parts.append(From(fact.id, value) if word == "from" else Not(From(fact.id, value + _DAY)))
                if word == "until" and fact.kind == "date":
                    parts.append(Stated(fact.id))
            elif word == "before" and value in self._dates():
                parts.append(Before(fact.id, value))
            elif word == "reached" and fact.kind == "date":
                parts.append(Reached(fact.id, read_shift(value, place, self.report)))
            else:
                wrong = f"`{word}`: {found(value)} {no_day(value)}"
                if word in ("from", "until") and isinstance(value, str):
                    self._wrong(place, f"{fact.id}: {wrong}")
                    continue
                allowed = f"from, until (a day), reached (steps), before (one of {', '.join(self._dates())})"
                self._wrong(place, f"{fact.id}: `{word}` with {found(value)} is not known; allowed: {allowed}")
        if not isinstance(raw, Block) or not raw:
            self._wrong(place, f"{fact.id} is a date; write `stated`, or from, until, reached")
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _dates(self) -> list[str]:
        return [fact.id for fact in self.facts.values() if fact.kind == "date"]

    def _values(self, fact: Fact, values: Sequence[Any], place: Place) -> frozenset[str]:
        if not values:
            self._wrong(place, f"{fact.id}: no value is named; {hint('', fact.values)}")
        for value in values:
            if value not in fact.values:
                self._wrong(place, f"{fact.id} has no value {value!r}; {hint(value, fact.values)}; {_OWN}")
        return frozenset(value for value in values if value in fact.values)

    def _known(self, kind: str, name: object, place: Place) -> str:
        if name not in self.vocabulary[kind]:
            self._wrong(place, f"{name!r} is none of the {kind}; {hint(name, self.vocabulary[kind])}")
        return str(name)

    def _wrong(self, place: Place, message: str) -> None:
        self.report.at(place, message)


def _place(raw: object, otherwise: Place) -> Place:
    return Place(raw.file, raw.line) if isinstance(raw, Block) else otherwise
