"""The rulebook of one insurer: one immutable value, and its canonical JSON.

It holds the facts, the rules that are in force for this insurer (its own and the national ones), the documents, the
impossibilities and the scope. It holds ids only: words for people and the sources themselves are elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from checker.engine.rules.conditions import Condition, condition_from_json, condition_to_json
from checker.engine.rules.facts import Fact
from checker.engine.rules.frozen import freeze
from checker.engine.rules.questions import Questions

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BESIDE", "FORMAT", "TOPICS", "Impossibility", "Rule", "Rulebook", "Scope"]

FORMAT = 2
TOPICS = ("old_card", "document", "care", "procedures", "warnings")

BESIDE = "@national"
"""Ends the id of a national rule that stands beside an insurer's change; exceptions to the one reach both."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition over facts, and what then holds.

    ``layer``: ``insurer`` or ``national``, whoever says it; ``silent``: nobody does, and that is written down.
    ``exception_to``: rules that this one overrides where its condition holds; ``every``: topics of which it overrides
    all rules that do not name it in turn.
    """

    id: str
    topic: str
    layer: str
    when: Condition
    then: Mapping[str, Any] = field(hash=False)
    exception_to: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    passages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Whoever made the rule cannot change it afterwards."""
        object.__setattr__(self, "then", freeze(self.then))

    def to_json(self) -> dict[str, Any]:
        """Only what differs from the ordinary."""
        row: dict[str, Any] = {
            "id": self.id,
            "topic": self.topic,
            "layer": self.layer,
            "when": condition_to_json(self.when),
            "then": self.then,
        }
        for name in ("exception_to", "every", "passages"):
            if getattr(self, name):
                row[name] = list(getattr(self, name))
        for name in ("valid_from", "valid_until"):
            day: date | None = getattr(self, name)
            if day:
                row[name] = day.isoformat()
        return row

    @staticmethod
    def from_json(row: dict[str, Any]) -> Rule:
        """The rule that `to_json` wrote."""
        known = dict(row)
        known["when"] = condition_from_json(known["when"])
        for name in ("exception_to", "every", "passages"):
            known[name] = tuple(known.get(name, ()))
        for name in ("valid_from", "valid_until"):
            if name in known:
                known[name] = date.fromisoformat(known[name])
        return Rule(**known)


@dataclass(frozen=True, slots=True)
class Impossibility:
    """Facts that cannot all be true. ``facts`` are named to the person; ``message`` is for developers."""

    id: str
    when: Condition
    facts: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Situations that are not this insurer's matter, or that no rule speaks of.

    ``facts`` are named to the person; ``procedure`` says whom to ask instead. ``passages``: the places in the insurer's
    own document that say so; without any the national layer does.
    """

    id: str
    when: Condition
    facts: tuple[str, ...]
    message: str
    procedure: str = ""
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that decides for one insurer. ``scheme``: ``nhi``, ``employees``, ``late_elderly``, or "" when not stated.

    ``held``: for each document the condition under which it counts as in hand. ``covers``: what a visitor must have
    with them for an item of a way; an item that is not named there is covered by itself, and an empty list means that
    nothing has to be brought. ``fallback``: the actions that stand where no way is left at all (``show``) or today
    (``now``). ``questions``: what visitors may be asked.
    """

    insurer: str
    scheme: str
    facts: tuple[Fact, ...]
    rules: tuple[Rule, ...]
    held: Mapping[str, Condition] = field(hash=False)
    covers: Mapping[str, tuple[str, ...]] = field(hash=False)
    fallback: Mapping[str, str] = field(hash=False)
    questions: Questions = field(default_factory=Questions)
    impossible: tuple[Impossibility, ...] = ()
    scope: tuple[Scope, ...] = ()
    _version: str = field(default="", init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Whoever made the rulebook cannot change it afterwards."""
        for name in ("held", "covers", "fallback"):
            object.__setattr__(self, name, freeze(getattr(self, name)))

    @property
    def by_fact(self) -> dict[str, Fact]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that can come out: those that count as in hand, and then all others that rules name."""
        named = (name for rule in self.rules for key in ("issued", "refused") for name in rule.then.get(key, ()))
        return tuple(dict.fromkeys((*self.held, *named)))

    @property
    def version(self) -> str:
        """A hash of the content: 64 hexadecimal digits."""
        if not self._version:
            self.to_json()
        return self._version

    def to_json(self) -> str:
        """The canonical JSON: the same rulebook always gives the same text."""
        data = {
            "format": FORMAT,
            "insurer": self.insurer,
            "scheme": self.scheme,
            "facts": [fact.to_json() for fact in self.facts],
            "rules": [rule.to_json() for rule in self.rules],
            "held": {name: condition_to_json(when) for name, when in self.held.items()},
            "covers": {name: list(items) for name, items in self.covers.items()},
            "fallback": self.fallback,
            "questions": self.questions.to_json(),
            "impossible": [_named_to_json(row) for row in self.impossible],
            "scope": [_named_to_json(row) for row in self.scope],
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=dict)
        if not self._version:
            object.__setattr__(self, "_version", hashlib.sha256(text.encode()).hexdigest())
        return text

    @staticmethod
    def from_json(text: str) -> Rulebook:
        """The rulebook that `to_json` wrote. Raises ValueError for any other text, with the way out."""
        try:
            return _read(json.loads(text))
        except (KeyError, TypeError, AttributeError, IndexError, json.JSONDecodeError) as error:
            message = f"this is no rulebook as this engine writes them ({type(error).__name__}: {error}); {_WAY_OUT}"
            raise ValueError(message) from error


_WAY_OUT = "build the site again, so that both come from one version"


def _read(data: dict[str, Any]) -> Rulebook:
    if data.get("format") != FORMAT:
        message = f"this rulebook has format {data.get('format')!r}, this engine reads format {FORMAT}; {_WAY_OUT}"
        raise ValueError(message)
    return Rulebook(
        insurer=data["insurer"],
        scheme=data["scheme"],
        facts=tuple(map(Fact.from_json, data["facts"])),
        rules=tuple(map(Rule.from_json, data["rules"])),
        held={name: condition_from_json(when) for name, when in data["held"].items()},
        covers={name: tuple(items) for name, items in data["covers"].items()},
        fallback=data["fallback"],
        questions=Questions.from_json(data["questions"]),
        impossible=tuple(Impossibility(**_named_from_json(row)) for row in data["impossible"]),
        scope=tuple(Scope(**_named_from_json(row)) for row in data["scope"]),
    )


def _named_to_json(row: Impossibility | Scope) -> dict[str, Any]:
    data = {"id": row.id, "when": condition_to_json(row.when), "facts": list(row.facts), "message": row.message}
    if isinstance(row, Impossibility):
        return data
    return data | {"procedure": row.procedure} | ({"passages": list(row.passages)} if row.passages else {})


def _named_from_json(row: dict[str, Any]) -> dict[str, Any]:
    lists: dict[str, Any] = {key: tuple(row[key]) for key in ("facts", "passages") if key in row}
    return {**row, "when": condition_from_json(row["when"]), **lists}
