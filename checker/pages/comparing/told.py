"""What the engine says on each topic for one insurer: small values, so that equal answers of many are one.

Knows no words. An answer holds no rules and no passages: two insurers that say the same by different texts are alike.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.authoring.likeness import shape_of
from checker.pages.comparing.topics import TOPICS
from checker.pages.decisions import desk_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.engine import Rulebook
    from checker.pages.comparing.topics import Topic
    from checker.pages.decisions import Decision

__all__ = ["SILENT", "Told", "told_by"]

SILENT = "silent"
"""Who says so, where nobody does."""

_LEFT_OUT = frozenset({"basis", "passages", "rules", "complete_on"})


@dataclass(frozen=True)
class Told:
    """`said` is the answer as JSON, in which equal answers are equal; `basis` who says so, "" where nothing is asked.

    `stated`: who says what somebody has to know to act. A procedure of which no place is told is told by nobody.
    """

    said: str
    basis: str
    stated: str

    @property
    def answer(self) -> Any:  # noqa: ANN401 - a part of a decision, as the engine gives it
        """The part of the decision that the topic looks at; None where there is none."""
        return json.loads(self.said)


def told_by(rulebook: Rulebook, day: date) -> Mapping[str, Told]:
    """Return what a rulebook decides on a day, by topic; of those that are alike one is asked, once in a build."""
    key = shape_of(rulebook), day
    if key not in _told:
        desk = desk_of(rulebook, day)
        _told[key] = {topic.id: _TELLERS[topic.part](topic, desk.decide(topic.facts)) for topic in TOPICS}
    return _told[key]


_told: dict[tuple[str, date], Mapping[str, Told]] = {}


def _document(_: Topic, decision: Decision) -> Told:
    document = decision["document"]
    said = {"status": decision["status"], "document": document, "facts": _problems(decision)}
    return _kept(said, document["basis"] if document else "")


def _care(_: Topic, decision: Decision) -> Told:
    care = decision["care"]
    issued = [one["id"] for one in (decision["document"] or {"issued": []})["issued"]]
    return _kept({"care": care, "issued": issued}, care["basis"] if care else "")


def _old_card(_: Topic, decision: Decision) -> Told:
    card = decision["old_card"]
    return _kept(card, card["basis"])


def _procedure(topic: Topic, decision: Decision) -> Told:
    named = (one for one in decision["procedures"] if one["id"] == topic.procedure)
    entry = next(named, None)
    if entry is None:
        return _kept(None, "")
    return _kept(entry, entry["basis"], entry["basis"] if entry["where"] else SILENT)


_TELLERS = {"document": _document, "care": _care, "old_card": _old_card, "procedures": _procedure}


def _problems(decision: Decision) -> list[str]:
    return sorted({fact for problem in decision["problems"] for fact in problem["facts"]})


def _kept(part: object, basis: str, stated: str | None = None) -> Told:
    said = json.dumps(_bare(part), sort_keys=True)
    return _one(said, basis, basis if stated is None else stated)


@cache
def _one(said: str, basis: str, stated: str) -> Told:
    return Told(said, basis, stated)


def _bare(part: object) -> object:
    """Return a part of a decision without who says so."""
    if isinstance(part, dict):
        return {key: _bare(value) for key, value in part.items() if key not in _LEFT_OUT}
    return [_bare(one) for one in part] if isinstance(part, list) else part
