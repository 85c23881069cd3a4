"""What is wrong in `questions`, `choices`, `errands` and `gate` is told in its line, with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, Tree, small_tree

from checker.authoring import load_library
from checker.engine import Rulebook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{valid: 94, expired: 6}", "{valid: 94, expired: 7}", "the shares of 'e_certificate' come to 101"),
        ("{valid: 94, expired: 6}", "{valid: 94, expird: 6}", "did you mean 'expired'?"),
        ("{valid: 94, expired: 6}", "{valid: 94, expired: six}", "a number from 0 to 100 is meant"),
        ('{"0": 90, "1": 10}', '{"0": 90, "one": 10}', "no number of whole years"),
        ("{after: {e_certificate: expired}}", "{after: {e_certificate: over}}", "e_certificate has no value 'over'"),
        ("{after: {e_certificate: expired}}", "{after: {applicant: self}}", "names one fact that is told before"),
        ("first: [reader, brings]", "first: [raeder, brings]", "did you mean 'reader'?"),
        ("last: [birth_date]", "last: [birthday]", "asks 'birthday' last, which is no question"),
        ("    my_number_card: {my_number_card: lost}", "    my_number_card: {my_number_card: gone}", "no value 'gone'"),
        ("    my_number_card: {my_number_card: lost}", "    my_number_card: lost", "the facts that it sets are meant"),
        ("sets: {wants: just_in_case}", "sets: {data_protection: unfiled}", "'data_protection' is sensitive"),
        ("sets: {wants: just_in_case}", "sets: {wants: [just_in_case, certificate]}", "'wants' cannot be set to"),
        ("gate: [e_certificate=expired,", "gate: [data_protection=unfiled,", "is no FACT=VALUE"),
        ("gate: [e_certificate=expired,", "gate: [e_certificate=over,", "e_certificate has no value 'over'"),
        ("gate: [e_certificate=expired,", "gate: [my_number_card=lost,", "must have one value"),
        ("gate: [e_certificate=expired,", "gate: [wants=certificate,", "is no FACT=VALUE"),
    ],
)
def test_a_mistake_is_told_with_the_way_out(tree: Tree, old: str, new: str, said: str) -> None:
    tree.change(COMMON, old, new)
    found = tree.only()
    assert found.file == COMMON
    assert said in found.message


def test_what_is_asked_survives_being_written_and_read(tmp_path: Path) -> None:
    library = load_library(small_tree(tmp_path).root)
    for insurer in library.insurers.values():
        again = Rulebook.from_json(insurer.rulebook.to_json())
        assert again.questions == insurer.rulebook.questions
        assert again.questions.gate.facts == ("e_certificate", "care_needs")
