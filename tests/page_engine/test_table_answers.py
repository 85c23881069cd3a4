"""The page says from its table what Python says: to a person for each value of each diagram, and to random ones."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from page_engine.shipped_tables import FROM_DAY, common, page_decides, table
from people import people
from rulebooks import INSURERS, book

from checker.engine import decide
from checker.engine.compiling.witness import telling_days
from checker.engine.surveying.witnesses import witnesses

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from pathlib import Path

    from checker.engine import Compiled

Facts = dict[str, Any]

PEOPLE = 2000
PYTHONS_ALONE = ({"birth_date", "age"},)
"""What is said twice, and not alike; the page asks for one of the two."""

RULED_OUT: dict[str, tuple[tuple[str, ...], ...]] = {"impossible": ((),), "scope": (("impossible",),)}
"""What may not hold of a person for these diagrams; for all others first neither, then only what is impossible."""


def _compare(insurer: str, asked: list[Facts], folder: Path) -> None:
    decisions = [decide(book(insurer), facts) for facts in asked]
    for given, python, page in zip(asked, decisions, page_decides(table(insurer), asked, folder), strict=True):
        named = [set(problem["facts"]) for problem in python["problems"]]
        if python["status"] == "contradiction" and any(facts in PYTHONS_ALONE for facts in named):
            continue
        assert common(page) == common(python), json.dumps(given)


def _diagrams(compiled: Compiled) -> dict[str, int]:
    """Return all diagrams of the table by its names for them."""
    tops = {"impossible": compiled.sets["impossible"], "scope": compiled.sets["scope"], "usable": compiled.usable}
    tops |= compiled.full | {f"warnings:{name}": top for name, top in compiled.warnings.items()}
    return tops | {f"held:{name}": top for name, top in compiled.held.items()}


def _shown(value: Hashable) -> str:
    """Return a value in one spelling, whether it comes from a diagram or from the table."""
    text = isinstance(value, str) and value not in ("yes", "no", "unknown")
    return json.dumps(json.loads(str(value)) if text else value, sort_keys=True)


def _of_every_value(insurer: str) -> Iterator[tuple[str, Hashable, Facts]]:
    """Yield a person for each value of each diagram: one whom this insurer answers, if there is one."""
    compiled = book(insurer)
    days = telling_days(compiled.space, FROM_DAY)
    ordinary = {n: [0] for n, variable in enumerate(compiled.space.variables) if variable.fact == "data_protection"}
    for name, top in _diagrams(compiled).items():
        found: dict[Hashable, Facts] = {}
        for mask in RULED_OUT.get(name, (("impossible", "scope"), ("impossible",))):
            none_of = [compiled.sets[row] for row in mask]
            for value, facts in witnesses(compiled, top, days, ordinary, ruled_out=none_of):
                found.setdefault(value, facts)
        for value, facts in found.items():
            yield name, value, facts


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_value_in_the_table_is_somebodys_and_the_page_gives_it(insurer: str, tmp_path: Path) -> None:
    found = list(_of_every_value(insurer))
    shipped = {json.dumps(value, sort_keys=True) for value in table(insurer)["values"]}
    assert {_shown(value) for _, value, _ in found} == shipped
    _compare(insurer, [facts for _, _, facts in found], tmp_path)


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_page_agrees_on_random_people_of_whom_not_all_is_known(insurer: str, tmp_path: Path) -> None:
    seed = 100 + INSURERS.index(insurer)
    asked = people(book(insurer), PEOPLE, seed, from_day=FROM_DAY, sensitive=False)
    assert sum(None in facts.values() for facts in asked) > PEOPLE / 5
    _compare(insurer, asked, tmp_path)


@pytest.mark.parametrize("insurer", INSURERS)
def test_the_page_tells_people_apart_whom_it_decides_together(insurer: str, tmp_path: Path) -> None:
    """Each stands beside three who differ in one thing: many stand in the same cells, and not all get the same."""
    ones = people(book(insurer), 150, 300 + INSURERS.index(insurer), from_day=FROM_DAY, sensitive=False)
    others = people(book(insurer), 450, 400 + INSURERS.index(insurer), from_day=FROM_DAY, sensitive=False)
    random = Random(500)  # noqa: S311 - a repeatable choice, not a secret
    asked: list[Facts] = []
    for place, one in enumerate(ones):
        mixed = [one | dict(random.sample(sorted(other.items()), 1)) for other in others[3 * place : 3 * place + 3]]
        asked += [one, *mixed]
    _compare(insurer, asked, tmp_path)
