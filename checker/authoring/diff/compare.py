"""What a change of the rules changes: in how many situations, and from what to what. Two rulebooks in, counts out.

A situation is a combination of cells: a class of values of each fact that the rules of neither version tell apart. It
counts once, however many people are in it, and only if somebody can be in it. A topic counts the facts that it looks
at, in either version, and only situations that both versions decide; `status` counts all, since there a change of what
is impossible, out of scope or readable at all is looked for. The total counts all facts that any topic looks at, and
the situations that one of the versions decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from checker.authoring.diff.said import DECIDED, proofs, said, status, unsaid
from checker.engine.compiling.witness import telling_days
from checker.engine.diagrams.counting import counts
from checker.engine.diagrams.diagram import TooLargeError
from checker.engine.surveying.common import Common, compile_both
from checker.engine.surveying.everybody import everybody, shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date

    from checker.engine import Rulebook

__all__ = ["SAME", "STATUS", "Change", "Comparison", "Count", "Kind", "compare"]

STATUS = "status"
"""The topic that says whether a situation is decided, out of scope, contradicts itself, or cannot be read."""

SAME = "the same"
"""The value of a diagram of differences where there is none."""

_NOBODY = "nobody is here, or one version does not decide"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Count:
    """In how many of how many situations; ``later``: the same for the days from the one asked about on."""

    changed: int
    situations: int
    later_changed: int
    later_situations: int


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which an answer changes: from what to what, as JSON text, and in how many situations."""

    before: str
    after: str
    changed: int
    later_changed: int


@dataclass(frozen=True, slots=True)
class Change:
    """What changes in one topic.

    ``differing``: its diagram, with a `Kind`'s pair as value wherever it changes; ``there``: the same, kept to
    where somebody is and the topic counts; ``looks_at``: the variables that are counted.
    """

    topic: str
    count: Count
    kinds: tuple[Kind, ...]
    differing: int
    there: int
    looks_at: frozenset[int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rulebooks held against each other.

    ``days`` together show everything; ``looks_at``: the variables that any topic looks at, over which the ``total`` is
    counted; it is None where too much changes to be counted together. ``reasons``: the rules and passages that change
    behind answers that stay as they were.
    """

    common: Common
    first: date
    on: date
    days: tuple[date, ...]
    topics: tuple[str, ...]
    changes: tuple[Change, ...]
    looks_at: frozenset[int]
    total: Count | None
    reasons: tuple[Change, ...] = ()


def compare(old: Rulebook, new: Rulebook, first: date, on: date, *, reasons: bool = False) -> Comparison:
    """Hold two rulebooks of one insurer against each other, for the days from ``first`` and from ``on`` on.

    Raises IncomparableError, and TooLargeError where the two would not fit together.
    """
    common = compile_both(old, new)
    days = tuple(sorted({*telling_days(common.people.space, first), on}))
    comparing = _Comparing(common, first, on, days)
    found = comparing.run()
    return replace(found, reasons=comparing.reasons(found.topics)) if reasons else found


class _Comparing:
    """The diagrams that all topics share."""

    def __init__(self, common: Common, first: date, on: date, days: tuple[date, ...]) -> None:
        self.common, self.first, self.on, self.days = common, first, on, days
        self.d = common.people.diagrams
        self.everybody = everybody(common.people, days)
        self.later = everybody(common.people, [*(day for day in days if day >= on)])
        self.statuses = [
            status(book, unread) for book, unread in zip((common.old, common.new), common.unread, strict=True)
        ]
        self.decided = [self.d.map(one, lambda value: value == DECIDED) for one in self.statuses]

    def run(self) -> Comparison:
        d, before, after = self.d, said(self.common.old), said(self.common.new)
        here = [d.both(one, d.both(*self.decided)) for one in (self.everybody, self.later)]
        found = [self._change(STATUS, (self.statuses[0], self.statuses[1]), [self.everybody, self.later])]
        pairs = {}
        for topic in dict.fromkeys([*before, *after]):
            unknown = d.terminal(unsaid(topic))
            pairs[topic] = (before.get(topic, unknown), after.get(topic, unknown))
            found.append(self._change(topic, pairs[topic], here))
        changes = tuple(change for change in found if change)
        tops = [*self.statuses, *(top for pair in pairs.values() for top in pair)]
        looks_at = frozenset[int]().union(*map(d.support, tops))
        total = self._total(changes, looks_at)
        return Comparison(self.common, self.first, self.on, self.days, (STATUS, *pairs), changes, looks_at, total)

    def _change(self, topic: str, sides: tuple[int, int], here: list[int]) -> Change | None:
        d = self.d
        if sides[0] == sides[1]:
            return None
        looks_at = frozenset(d.support(sides[0])).union(d.support(sides[1]))
        differing = d.apply(lambda one, other: SAME if one == other else (one, other), *sides)
        count, kinds = self._counts(differing, here, looks_at)
        there = d.apply(_where, here[0], differing)
        return Change(topic, count, kinds, differing, there, looks_at) if kinds else None

    def reasons(self, topics: Iterable[str]) -> tuple[Change, ...]:
        """What stands behind the same answer, in topics that both versions have."""
        d, books = self.d, (self.common.old, self.common.new)
        (before, after), (one, other) = map(proofs, books), map(said, books)
        here = [d.both(places, d.both(*self.decided)) for places in (self.everybody, self.later)]
        found = []
        for topic in topics:
            if topic in before and topic in after:
                same = d.apply(lambda a, b: a == b, one[topic], other[topic])
                found.append(
                    self._change(topic, (before[topic], after[topic]), [d.both(same, place) for place in here])
                )
        return tuple(change for change in found if change)

    def _counts(self, differing: int, here: list[int], looks_at: frozenset[int]) -> tuple[Count, tuple[Kind, ...]]:
        """Count over the variables that are looked at, wherever somebody is, whatever the others are."""
        d = self.d
        cells = [range(size) if number in looks_at else range(1) for number, size in enumerate(d.sizes)]
        found = [counts(d, d.apply(_where, shown(d, places, looks_at), differing), cells) for places in here]
        pairs = [cast("Pair", value) for value in found[0] if value not in (SAME, _NOBODY)]
        kinds = [Kind(*pair, found[0][pair], found[1][pair]) for pair in pairs]
        kinds.sort(key=lambda kind: (-kind.later_changed, -kind.changed, kind.before, kind.after))
        changed = (sum(kind.changed for kind in kinds), sum(kind.later_changed for kind in kinds))
        all_of_them = [one.total() - one[_NOBODY] for one in found]
        return Count(changed[0], all_of_them[0], changed[1], all_of_them[1]), tuple(kinds)

    def _total(self, changes: Iterable[Change], looks_at: frozenset[int]) -> Count | None:
        """The situations in which anything changes, among those that one of the versions decides."""
        d, both, some = self.d, self.d.both(*self.decided), ("", "")

        def either(one: Hashable, other: Hashable) -> Hashable:
            return SAME if one == other == SAME else some

        try:
            with d.scratch():
                changed = d.terminal(SAME)
                for change in changes:
                    if change.topic != STATUS:
                        changed = d.apply(either, changed, change.differing)
                changed = d.apply(lambda here, pair: pair if here is True else SAME, both, changed)
                before, after = self.statuses
                changed = d.apply(either, changed, d.apply(lambda a, b: SAME if a == b else some, before, after))
                here = [d.both(places, d.either(*self.decided)) for places in (self.everybody, self.later)]
                return self._counts(changed, here, looks_at)[0]
        except TooLargeError:
            return None


def _where(here: Hashable, value: Hashable) -> Hashable:
    return value if here is True else _NOBODY
