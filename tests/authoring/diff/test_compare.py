"""What changes between two rulebooks, against asking everybody what each of them says."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from engine.everyone import Version, everyone, plain
from engine.two_books import two_books
from hypothesis import HealthCheck, Phase, given, settings

from checker.authoring.diff.compare import STATUS, compare
from checker.authoring.diff.examples import examples
from checker.engine.people.person import Person, read_person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.authoring.diff.compare import Comparison
    from checker.engine import Rulebook

FIRST, ON = date(2026, 2, 20), date(2026, 6, 1)
MOST = 1_500
MANY = settings(max_examples=40, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
"""Two rulebooks are a large example: searching for the smallest that fail would take minutes, and no clock decides."""

Books = tuple["Rulebook", "Rulebook"]
Said = tuple[tuple[int, ...], dict[str, Any], dict[str, Any], bool]


def _asked(comparison: Comparison, books: Books) -> list[Said] | None:
    """Return for everybody the cells, what both versions say, and whether it is one of the later days."""
    people = comparison.common.people
    found = everyone(people, comparison.days, MOST)
    if found is None:
        return None
    old, new = map(Version, books)
    rows = []
    for facts in found:
        person = read_person(people.rulebook, facts)
        assert isinstance(person, Person)
        cells = tuple(cell for (cell,) in people.space.place(person))
        rows.append((cells, old.says(facts), new.says(facts), facts["on_date"] >= ON.isoformat()))
    return rows


def _counted(rows: Iterable[Said], topic: str, looks_at: Iterable[int]) -> Counter[tuple[str, str]]:
    """Return how many situations there are for each pair of what is said, of all those that both versions decide."""
    numbers = sorted(looks_at)
    found: dict[tuple[int, ...], tuple[str, str]] = {}
    for cells, before, after, _ in rows:
        if topic != STATUS and not _decided(before, after, all):
            continue
        absent = False if topic.startswith(("warnings:", "held:")) else None
        pair = (_text(before.get(topic, absent)), _text(after.get(topic, absent)))
        assert found.setdefault(tuple(cells[number] for number in numbers), pair) == pair
    return Counter(found.values())


def _text(answer: Any) -> str:  # noqa: ANN401 - JSON
    return json.dumps(answer, sort_keys=True)


def _decided(before: dict[str, Any], after: dict[str, Any], how: Any) -> bool:  # noqa: ANN401 - all or any
    return bool(how(side[STATUS] == {"status": "decided"} for side in (before, after)))


@MANY
@given(two_books())
def test_counts_are_those_of_asking_everybody(books: Books) -> None:
    comparison = compare(*books, FIRST, ON)
    rows = _asked(comparison, books)
    if rows is None:
        return
    later = [row for row in rows if row[3]]
    changes = {change.topic: change for change in comparison.changes}
    for topic in comparison.topics:
        change = changes.get(topic)
        if change is None:
            assert all(one == other for one, other in _counted(rows, topic, range(len(rows[0][0]))))
            continue
        for asked, key in ((rows, "changed"), (later, "later_changed")):
            found = _counted(asked, topic, change.looks_at)
            told = {
                tuple(_text(plain(json.loads(side))) for side in (kind.before, kind.after)): getattr(kind, key)
                for kind in change.kinds
            }
            assert {pair: count for pair, count in found.items() if pair[0] != pair[1]} == {
                pair: count for pair, count in told.items() if count
            }
            whole = change.count.situations if key == "changed" else change.count.later_situations
            assert whole == found.total()
    assert comparison.total is not None
    for asked, numbers in (
        (rows, (comparison.total.changed, comparison.total.situations)),
        (later, (comparison.total.later_changed, comparison.total.later_situations)),
    ):
        assert numbers == _total(asked, comparison.looks_at)


def _total(rows: Iterable[Said], looks_at: Iterable[int]) -> tuple[int, int]:
    numbers = sorted(looks_at)
    found = {
        tuple(cells[number] for number in numbers): before != after
        for cells, before, after, _ in rows
        if _decided(before, after, any)
    }
    return sum(found.values()), len(found)


@settings(MANY, max_examples=10)
@given(two_books())
def test_nothing_changes_between_a_rulebook_and_itself(books: Books) -> None:
    comparison = compare(books[0], books[0], FIRST, ON)
    assert comparison.changes == ()
    assert comparison.total is not None
    assert comparison.total.changed == comparison.total.later_changed == 0


@MANY
@given(two_books())
def test_the_way_back_mirrors_the_way_there(books: Books) -> None:
    there, back = compare(*books, FIRST, ON), compare(books[1], books[0], FIRST, ON)
    assert there.total == back.total
    mirrored = {change.topic: change for change in back.changes}
    assert {change.topic for change in there.changes} == set(mirrored)
    for change in there.changes:
        other = mirrored[change.topic]
        assert change.count == other.count
        turned = {(kind.after, kind.before, kind.changed, kind.later_changed) for kind in other.kinds}
        assert {(kind.before, kind.after, kind.changed, kind.later_changed) for kind in change.kinds} == turned


@MANY
@given(two_books())
def test_an_example_is_told_something_else_by_each_version(books: Books) -> None:
    comparison = compare(*books, FIRST, ON)
    old, new = map(Version, books)
    for change in comparison.changes:
        found = examples(comparison, change, [[kind] for kind in change.kinds])
        assert len(found) == len(change.kinds)
        for number, facts in found.items():
            kind = change.kinds[number]
            absent = False if change.topic.startswith(("warnings:", "held:")) else None
            before, after = old.says(facts).get(change.topic, absent), new.says(facts).get(change.topic, absent)
            assert (before, after) == (plain(json.loads(kind.before)), plain(json.loads(kind.after)))
            assert (facts["on_date"] >= ON.isoformat()) == bool(kind.later_changed)
