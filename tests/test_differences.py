"""The differences between the five documents stay: each insurer answers by its own text, the same person or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rulebooks import book, library
from written_cases import read_cases, wrong

from checker.engine import decide

if TYPE_CHECKING:
    from case_checks import Json

DIFFERENCES = {row["id"]: row for row in read_cases(Path(__file__).parent / "differences.yaml")}
ASKED = [(name, insurer) for name, row in DIFFERENCES.items() for insurer in row["expect"]]


@pytest.mark.parametrize(("name", "insurer"), ASKED)
def test_each_insurer_answers_by_its_own_text(name: str, insurer: str) -> None:
    row = DIFFERENCES[name]
    facts = {"insurer": insurer, **row["facts"]}
    decision = decide(book(insurer), facts)
    found = list(wrong({"facts": facts, "expect": row["expect"][insurer]}, decision))
    assert not found, "\n".join([f"{name}: {row['about']}", *found, str(decision)])


def _numbers(insurer: str) -> dict[str, Json]:
    return {one.name: dict(one.phone) for one in library().insurers[insurer].contacts}


def test_contacts_are_those_of_each_document() -> None:
    """C25: three documents name the national number, each with what it says of it and no other."""
    named = {name: _numbers(name) for name in ("namerikawa", "kiyose", "designated-city", "health-society", "gamagori")}
    told = {name: {number for phones in found.values() for number in phones.values()} for name, found in named.items()}
    national = "0120-95-0178"
    assert {name for name, numbers in told.items() if national in numbers} == {"kiyose", "designated-city", "gamagori"}
    assert told["health-society"] == {"03-6457-9585"}
    own = [numbers - {national} for numbers in told.values()]
    assert sum(map(len, own)) == len(set().union(*own))


def test_where_high_costs_still_have_to_be_paid_is_told_by_two() -> None:
    """C22: one names paying back, one contributions that are behind; the others name no exception."""
    says = {name: [one.says for one in insurer.passages.values()] for name, insurer in library().insurers.items()}
    words = {"払いもどし": "namerikawa", "納め方": "designated-city"}
    for word, insurer in words.items():
        assert [name for name, texts in says.items() if any(word in text for text in texts)] == [insurer]
