"""What other insurers' policies have can be written in YAML: a made-up insurer for each feature, with written cases."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from made_up import FEATURES, FOLDER, made_up_book, made_up_library
from written_cases import read_cases, wrong

from checker.authoring.verify import verify
from checker.engine import decide

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_every_feature_has_cases_and_every_case_is_of_its_feature() -> None:
    written = {path.stem: {case["facts"]["insurer"] for case in read_cases(path)} for path in CASES.glob("*.yaml")}
    assert written == {feature: {feature} for feature in FEATURES}
