"""What other insurers' policies have can be written in YAML: a made-up insurer for each feature, with written cases."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_up import FEATURES, FOLDER, made_up_book, made_up_library
from page_engine.shipped_tables import common, page_decides
from people import people
from written_cases import read_cases, wrong

from checker.authoring.verify import verify
from checker.build.table import make_table
from checker.engine import decide
from checker.engine.rules.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet
    from case_checks import Json

CASES = FOLDER / "cases"
DAY = date(2026, 11, 22)


def _all_cases() -> Iterator[ParameterSet]:
    """Yield each case of each feature as a parameter named FEATURE/ID."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in read_cases(path):
            yield pytest.param(case, id=f"{path.stem}/{case['id']}")


@pytest.mark.parametrize("case", list(_all_cases()))
def test_case(case: dict[str, Json]) -> None:
    """The decision says what the made-up text says, and keeps what every decision promises."""
    decision = decide(made_up_book(case["facts"]["insurer"]), case["facts"])
    found = list(wrong(case, decision))
    assert not found, "\n".join([case["locator"], case["why"], *found, str(decision)])


def test_no_made_up_insurer_has_a_flaw() -> None:
    """Somebody without an answer, rules that disagree or do nothing, names in vain: none is there."""
    library = made_up_library()
    root = library.files.rules.file.parent
    flaws = [flaw for flaw in verify(library, root, DAY) if flaw.file.startswith("docs/insurers/")]
    assert [str(flaw) for flaw in flaws] == []


def test_the_page_says_of_the_insurer_with_every_feature_what_python_says(tmp_path: Path) -> None:
    """Its table asks its own questions, knows nothing of what is sensitive, and answers as Python does."""
    book = made_up_book("everything")
    shipped = json.loads(json.dumps(make_table(book, DAY)))
    assert {"mynaportal_usable", "whole_household_registered"} <= {
        page for order in shipped["orders"].values() for page in order
    }
    assert [word for word in ("arrears", "special_care") if word in json.dumps(shipped)] == []
    asked = people(book, 200, 5, from_day=DAY, sensitive=False)
    for facts, page in zip(asked, page_decides(shipped, asked, tmp_path), strict=True):
        assert common(page) == common(decide(book, facts)), facts


def test_what_insurers_declare_comes_through_the_json_that_browsers_read() -> None:
    for one in made_up_library().insurers.values():
        assert Rulebook.from_json(one.rulebook.to_json()) == one.rulebook, one.id


def test_every_feature_has_cases_and_every_case_is_of_its_feature() -> None:
    written = {path.stem: {case["facts"]["insurer"] for case in read_cases(path)} for path in CASES.glob("*.yaml")}
    assert written == {feature: {feature} for feature in FEATURES}
