"""The engine, asked for one insurer on one day: what tables say is what it decides, and nothing else.

Insurers whose rules are alike but for their names share one compiled rulebook. Knows no words and no HTML.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from checker.authoring.likeness import model_of, shape_of
from checker.engine import compile_rulebook, decide
from checker.engine.compiling.space import DateVariable, DayVariable
from checker.pages.alike import renamed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.authoring import Insurer
    from checker.engine import Compiled, Rulebook

__all__ = ["ORDINARY", "READERS", "Answer", "Decision", "Desk", "Facts", "alike", "desk_of", "open_desk"]

Facts = dict[str, Any]
Decision = dict[str, Any]

READERS = ("works", "none", "fault", "card_unreadable")
ORDINARY: Facts = {"my_number_card": "held", "registration": "registered"}


@dataclass(frozen=True)
class Answer:
    """What comes out for one person: a decision for each state of the reader at a facility.

    `proof` has the passages behind what is to be shown in each of these states.
    """

    facts: Facts
    by_reader: Mapping[str, Decision]
    proof: Mapping[str, list[str]]

    @property
    def ordinary(self) -> Decision:
        """The decision where the reader works; whatever is not about showing is read from it."""
        return self.by_reader["works"]

    @property
    def seen(self) -> str:
        """All of it that a table shows: answers that are equal here may share a row."""
        parts = [[one["status"], one["document"], one["care"]] for one in self.by_reader.values()]
        return json.dumps([parts, self.proof], sort_keys=True)


def alike(*answers: Answer, readers: Sequence[str] = READERS) -> list[list[str]]:
    """Return the states of the reader in groups, in each of which every answer has the same to show and to do."""
    groups: dict[str, list[str]] = {}
    for reader in readers:
        cares = [answer.by_reader[reader]["care"] for answer in answers]
        seen = json.dumps([care and [care["show"], care["actions"]] for care in cares])
        groups.setdefault(seen, []).append(reader)
    return list(groups.values())


@dataclass(frozen=True)
class Desk:
    """One insurer's rulebook on one day; pages ask much the same, so every decision is kept.

    Insurers whose rules are alike have the decisions of one of them between them, `asked`.
    """

    rulebook: Rulebook
    day: date
    asked: Compiled
    _kept: dict[str, Decision] = field(default_factory=dict, repr=False)

    @property
    def book(self) -> Compiled:
        """The insurer's own rulebook, compiled."""
        return self.asked if self._is_asked else _compiled(_Known.of(self.rulebook, alone=True))

    @property
    def _is_asked(self) -> bool:
        return self.asked.rulebook.insurer == self.rulebook.insurer

    def decide(self, facts: Facts) -> Decision:
        """Return the engine's decision for these facts on the desk's day; it is shared, so leave it as it is."""
        first = self.asked.rulebook.insurer
        asked = {"insurer": first, "on_date": self.day.isoformat(), **facts}
        key = json.dumps(asked, sort_keys=True)
        if key not in self._kept:
            self._kept[key] = decide(self.asked, asked)
        known = self._kept[key]
        return known if self._is_asked else json.loads(renamed(json.dumps(known), first, self.rulebook.insurer))

    def passages(self, decision: Decision, topic: str) -> list[str]:
        """Return the passages behind the rules that decided a topic, each once."""
        rules, first, own = self.asked.rules, f"{self.asked.rulebook.insurer}/", f"{self.rulebook.insurer}/"
        reasons = (why["rule"] for why in decision["why"] if why["topic"] == topic)
        names = dict.fromkeys(name for rule in reasons for name in rules[rule].passages)
        return [own + name.removeprefix(first) if name.startswith(first) else name for name in names]

    def days_to_come(self) -> list[date]:
        """Return the later days on which some rule begins, ends or counts from."""
        days = (v.days for v in self.asked.space.variables if isinstance(v, DayVariable))
        return [day for cut in days for day in cut if day > self.day]

    def days_of(self, fact: str) -> list[date]:
        """Return the days that rules name of a date, in order: from each of them on, other rules may hold."""
        dates = (v for v in self.asked.space.variables if isinstance(v, DateVariable) and v.fact == fact)
        return [day for variable in dates for day in variable.days]

    def answer(self, facts: Facts) -> Answer:
        """Return the decisions for these facts at every state of the reader."""
        by_reader = {reader: self.decide({**facts, "reader": reader}) for reader in READERS}
        proof = {reader: self.passages(one, "care") for reader, one in by_reader.items()}
        return Answer(facts, by_reader, proof)


def open_desk(insurer: Insurer, day: date) -> Desk:
    """Return the desk of an insurer on a day, the same one for all pages of a build."""
    return desk_of(insurer.rulebook, day)


def desk_of(rulebook: Rulebook, day: date) -> Desk:
    """Return the desk of a rulebook on a day, with the decisions that all share whose rules are alike."""
    desk = _desk(_Known.of(model_of(rulebook)), day)
    return desk if desk.rulebook is rulebook else replace(desk, rulebook=rulebook)


@dataclass(frozen=True)
class _Known:
    """A rulebook that is told apart by a key: to compare all rules would take as long as to use them."""

    key: str
    rulebook: Rulebook = field(compare=False)

    @staticmethod
    def of(rulebook: Rulebook, *, alone: bool = False) -> _Known:
        """The rulebook by its shape, or where it stands `alone`, by its insurer too."""
        return _Known(shape_of(rulebook) + (rulebook.insurer if alone else ""), rulebook)


@lru_cache(maxsize=16)
def _desk(known: _Known, day: date) -> Desk:
    return Desk(known.rulebook, day, _compiled(known))


@lru_cache(maxsize=8)
def _compiled(known: _Known) -> Compiled:
    return compile_rulebook(known.rulebook)
