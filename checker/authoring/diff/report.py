"""What a comparison of two sides comes to, insurer by insurer: a value that text, JSON and Markdown are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from checker.authoring.diff.answers import in_words
from checker.authoring.diff.compare import compare
from checker.authoring.diff.examples import examples, ordinary_person, told_everybody
from checker.authoring.diff.notes import notes
from checker.authoring.diff.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from checker.authoring.diff.compare import Change, Comparison, Count, Kind
    from checker.authoring.diff.examples import Facts
    from checker.authoring.diff.revisions import Side

__all__ = ["FIRST", "Asked", "Example", "Group", "InsurerReport", "Report", "TopicReport", "report"]

FIRST = date(2024, 7, 1)
"""The first day that is compared: before it every version is out of scope."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted: the day from which on later days count, and the insurers (none: all).

    ``most``: kinds of change that get an example, for each topic; ``reasons``: whether answers that stay as they were
    are compared by the rules and passages behind them.
    """

    on: date
    insurers: tuple[str, ...] = ()
    most: int = 3
    reasons: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """One person. ``facts``: a line for `decide`; ``words``: what sets them apart from the ordinary person."""

    facts: Facts
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds of change that read alike, since they differ only in what stays as it was."""

    lines: tuple[str, ...]
    kinds: tuple[Kind, ...]
    example: Example | None

    @property
    def changed(self) -> int:
        """In how many situations."""
        return sum(kind.changed for kind in self.kinds)

    @property
    def later_changed(self) -> int:
        """In how many of the later days."""
        return sum(kind.later_changed for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class TopicReport:
    """What changes in one topic: what the ordinary person notices first, then the largest groups.

    ``facts``: those that it looks at; ``more``: groups without an example.
    """

    topic: str
    title: str
    facts: tuple[str, ...]
    count: Count
    groups: tuple[Group, ...]
    more: int


@dataclass(frozen=True, slots=True)
class InsurerReport:
    """One insurer. ``total``: None where nothing was counted.

    ``state``: ``new`` and ``gone`` in the new version, ``withdrawn`` by it, ``published`` again, or "" as before.
    ``notes``: what else is different, and may change answers, but not in a way that can be counted.
    ``reasons``: what changes behind answers that stay as they were, by topic; only if asked for.
    """

    id: str
    name: str
    state: str = ""
    total: Count | None = None
    topics: tuple[TopicReport, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: tuple[TopicReport, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.state or self.topics or self.notes or self.reasons)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is told of two sides."""

    old: Side
    new: Side
    on: date
    insurers: tuple[InsurerReport, ...]

    @property
    def differs(self) -> bool:
        """Whether any insurer differs."""
        return any(insurer.differs for insurer in self.insurers)


def report(old: Side, new: Side, asked: Asked) -> Report:
    """Compare the insurers of both sides. Raises IncomparableError and TooLargeError."""
    ids = dict.fromkeys([*new.library.insurers, *old.library.insurers])
    names = [name for name in ids if not asked.insurers or name in asked.insurers]
    return Report(old, new, asked.on, tuple(_insurer(name, old, new, asked) for name in names))


def _insurer(name: str, old: Side, new: Side, asked: Asked) -> InsurerReport:
    before, after = old.library.insurers.get(name), new.library.insurers.get(name)
    if before is None or after is None:
        (only,) = (insurer for insurer in (before, after) if insurer)
        return InsurerReport(name, only.name, "new" if before is None else "gone")
    state = "" if before.status == after.status else after.status
    if replace(before.rulebook, questions=after.rulebook.questions) == after.rulebook:
        return InsurerReport(name, after.name, state)
    comparison = compare(before.rulebook, after.rulebook, FIRST, asked.on, reasons=asked.reasons)
    wording = Wording((after.words, before.words), (new.library.words, old.library.words))
    topics, reasons = (
        tuple(_topic(comparison, change, wording, asked.most) for change in changes)
        for changes in (comparison.changes, comparison.reasons)
    )
    told = notes(before.rulebook, after.rulebook)
    return InsurerReport(name, after.name, state, comparison.total, topics, told, reasons)


def _topic(comparison: Comparison, change: Change, wording: Wording, most: int) -> TopicReport:
    grouped: dict[tuple[str, ...], list[Kind]] = {}
    for kind in change.kinds:
        grouped.setdefault(in_words(wording, change.topic, kind.before, kind.after), []).append(kind)
    everybody = told_everybody(comparison, change)
    rows = sorted(grouped.items(), key=lambda row: _rank(row[1], everybody))
    people = examples(comparison, change, [kinds for _, kinds in rows[:most]])
    groups = tuple(
        Group(lines, tuple(kinds), _example(comparison, people[n], wording) if n in people else None)
        for n, (lines, kinds) in enumerate(rows)
    )
    title, variables = wording.topic(change.topic), comparison.common.people.space.variables
    facts = tuple(dict.fromkeys(variables[number].fact for number in sorted(change.looks_at)))
    return TopicReport(change.topic, title, facts, change.count, groups, max(0, len(groups) - most))


def _rank(kinds: Sequence[Kind], everybody: Hashable) -> tuple[bool, int, int]:
    """What the ordinary person notices comes first, then what happens in the most situations."""
    ordinary = any((kind.before, kind.after) == everybody for kind in kinds)
    return not ordinary, -sum(kind.later_changed for kind in kinds), -sum(kind.changed for kind in kinds)


def _example(comparison: Comparison, facts: Facts, wording: Wording) -> Example:
    ordinary = ordinary_person(comparison, date.fromisoformat(facts["on_date"]))
    special = [name for name, value in facts.items() if ordinary.get(name) != value]
    special += [name for name in ordinary if name not in facts]
    words = (f"{wording.fact(name)}: {_value(wording, name, facts)}" for name in special)
    return Example(facts, tuple(words))


def _value(wording: Wording, name: str, facts: Facts) -> str:
    return wording.value(name, facts[name]) if name in facts else "not said"
