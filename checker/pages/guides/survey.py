"""Every insurer is asked about every case, once for all languages; equal answers are one.

Insurers whose rules are alike are asked once. Knows ids, no words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from checker.authoring.likeness import shape_of
from checker.pages.decisions import open_desk
from checker.pages.guides.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from checker.authoring import Insurer, Library
    from checker.pages.decisions import Decision, Desk, Facts
    from checker.pages.guides.plan import Case, Plan

__all__ = ["Group", "Survey", "Teller", "survey"]


class Teller(NamedTuple):
    """An insurer that answers so, who says it, and by which passages."""

    insurer: str
    basis: str
    passages: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """One answer, as a decision that has it, and all insurers that give it."""

    decision: Decision
    tellers: list[Teller] = field(default_factory=list)


class _Answer(NamedTuple):
    seen: str
    decision: Decision
    basis: str
    passages: tuple[str, ...]

    @property
    def told(self) -> tuple[object, ...]:
        """What a page shows of it."""
        return self.seen, self.basis, self.passages


_Key = tuple[str, str]
"""The facts of a case as JSON, and the part of the answer that is looked at."""


@dataclass(frozen=True)
class Survey:
    """The answers; `today` is the day for which they were given, `size` how many insurers gave them.

    `later`: days to come on which somebody answers otherwise than the day before, each with those answers alone. Cases
    are known by their facts on `_asked`, the first day.
    """

    today: date
    size: int
    _groups: dict[_Key, dict[str, Group]]
    _asked: date
    later: tuple[Survey, ...] = ()

    def rows(self, cases: Sequence[Case], parts: Sequence[str]) -> list[list[Case]]:
        """Return the cases in order, neighbours together where all insurers answer alike by the same passages."""
        rows: list[list[Case]] = []
        for case in cases:
            if rows and all(self._told(case, part) == self._told(rows[-1][0], part) for part in parts):
                rows[-1].append(case)
            else:
                rows.append([case])
        return rows

    def told(self, cases: Sequence[Case], parts: Sequence[str]) -> list[Case]:
        """Return the cases of which something is told; on a later day that is not so of all."""
        return [case for case in cases if any(self._told(case, part) for part in parts)]

    def _told(self, case: Case, part: str) -> dict[str, list[Teller]]:
        return {seen: group.tellers for seen, group in self._groups.get(_key(case, part, self._asked), {}).items()}

    def groups(self, case: Case, part: str) -> Sequence[Group]:
        """Return the different answers to a case, the one of most insurers first."""
        found = self._groups.get(_key(case, part, self._asked), {}).values()
        return sorted(found, key=lambda group: -len(group.tellers))


def survey(library: Library, today: date, plans: Iterable[Plan]) -> Survey:
    """Ask all insurers whose answers are published all that the plans show, for today and for the days to come."""
    asked = {
        _key(case, part, today): case
        for plan in plans
        for section in plan.sections
        for case in section.cases
        for part in section.columns
    }
    published = [one for one in library.insurers.values() if one.status == "published"]
    order = {one.id: place for place, one in enumerate(published)}
    told: dict[date, dict[_Key, dict[str, Group]]] = {today: {}}
    for alike in _alike(published):
        answers = list(_ask(alike[0], today, asked))
        for insurer in alike:
            once: dict[Teller, Teller] = {}
            for day, key, (told_alike, decision, basis, passages) in answers:
                seen = told_alike + _own_words(insurer, key[1], decision)
                own = tuple(_renamed(one, alike[0].id, insurer.id) for one in passages)
                teller = Teller(insurer.id, basis, own)
                groups = told.setdefault(day, {}).setdefault(key, {})
                _note(groups, seen, decision, once.setdefault(teller, teller), order)
    days = {day: {key: _in_order(groups, order) for key, groups in told[day].items()} for day in sorted(told)}
    later = tuple(Survey(day, 0, groups, today) for day, groups in days.items() if day > today)
    return Survey(today, len(published), days[today], today, later)


def _alike(insurers: Iterable[Insurer]) -> Collection[list[Insurer]]:
    """Return the insurers by kind: the answers of a kind are held while its insurers are gone through, no longer."""
    found: dict[str, list[Insurer]] = {}
    for one in insurers:
        found.setdefault(shape_of(one.rulebook), []).append(one)
    return found.values()


def _note(groups: dict[str, Group], seen: str, decision: Decision, teller: Teller, order: Mapping[str, int]) -> None:
    """Take note of who gives an answer; the decision that stands for it is that of the first of them, in order."""
    known = groups.get(seen)
    if known is None or order[teller.insurer] < order[known.tellers[0].insurer]:
        groups[seen] = Group(decision, [teller, *(known.tellers if known else ())])
    else:
        known.tellers.append(teller)


def _in_order(groups: Mapping[str, Group], order: Mapping[str, int]) -> dict[str, Group]:
    for group in groups.values():
        group.tellers.sort(key=lambda teller: order[teller.insurer])
    return dict(sorted(groups.items(), key=lambda named: order[named[1].tellers[0].insurer]))


def _ask(insurer: Insurer, today: date, asked: Mapping[_Key, Case]) -> Iterator[tuple[date, _Key, _Answer]]:
    """Yield every answer as it is today, and of each day to come those that are others than the day before."""
    now = open_desk(insurer, today)
    for key, case in asked.items():
        yield today, key, _answer(now, key[1], case.facts_on(today))
    for day in now.days_to_come():
        before, desk = open_desk(insurer, day - timedelta(days=1)), open_desk(insurer, day)
        for key, case in asked.items():
            facts = case.facts_on(day)
            answer = _answer(desk, key[1], facts)
            if answer.told != _answer(before, key[1], facts).told:
                yield day, key, answer


def _answer(desk: Desk, name: str, facts: Facts) -> _Answer:
    part, decision = PARTS[name], desk.decide(facts)
    seen = json.dumps(part.seen(decision), sort_keys=True)
    return _Answer(seen, decision, part.told_by(decision), tuple(part.passages(desk, decision)))


def _own_words(insurer: Insurer, name: str, decision: Decision) -> str:
    """Return the insurer's own words for what a part names: answers with the same ids may not mean the same."""
    named = sorted({one for one in PARTS[name].names(decision) if one in insurer.words})
    return json.dumps([insurer.words[one] for one in named]) if named else ""


def _key(case: Case, part: str, day: date) -> _Key:
    return json.dumps(case.facts_on(day), sort_keys=True), part


def _renamed(passage: str, first: str, insurer: str) -> str:
    own = f"{first}/"
    return f"{insurer}/{passage.removeprefix(own)}" if passage.startswith(own) else passage
