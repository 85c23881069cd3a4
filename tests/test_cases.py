"""Run every written case of `tests/cases/*.yaml` against the engine.

A case is facts, a place in a source and what must come out; it never quotes a rule.
`cases/README.md` tells the form, `case_checks` what each expectation means. This runner knows
nothing of any insurer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rulebooks import DRAFTS, INSURERS, book
from written_cases import EVERYBODY, FOLDER, cases, own_cases, wrong

from checker.engine import decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark import ParameterSet
    from case_checks import Json

LEAST = 40
"""How many cases of its own every insurer has at least."""


def _all_cases() -> Iterator[ParameterSet]:
    """Yield each case of each insurer, of drafts too, as a parameter named INSURER/ID."""
    for insurer in (*INSURERS, *DRAFTS):
        for case in cases(insurer):
            yield pytest.param(case, id=f"{insurer}/{case['id']}")


@pytest.mark.parametrize("case", list(_all_cases()))
def test_case(case: dict[str, Json]) -> None:
    """The decision says what the case expects, or what it accepts, and keeps every promise."""
    decision = decide(book(case["facts"]["insurer"]), case["facts"])
    found = list(wrong(case, decision))
    assert not found, "\n".join([case["locator"], case["why"], *found])


def test_every_insurer_has_cases_of_its_own() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} - {*DRAFTS} == {*INSURERS, EVERYBODY}
    assert {insurer for insurer in INSURERS if len(own_cases(insurer)) < LEAST} == set()
