"""What other programs may rely on: the examples run, and what goes wrong is said."""

from __future__ import annotations

import doctest
from datetime import date
from pathlib import Path

import pytest
from rulebooks import book, library

from checker import api
from checker.api import decide, interview, load_rulebook

ROOT = Path(__file__).resolve().parents[1]


def test_the_examples_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testmod(api)
    assert done.attempted > 8
    assert done.failed == 0


def test_a_rulebook_as_the_site_offers_it_decides_the_same(tmp_path: Path) -> None:
    file = tmp_path / "rulebook.json"
    file.write_text(library().insurers["kiyose"].rulebook.to_json(), encoding="utf-8")
    facts = {"on_date": "2026-11-21", "my_number_card": "none"}
    rules = load_rulebook(file)
    assert rules.rulebook.version == book("kiyose").rulebook.version
    assert decide(rules, facts) == decide(book("kiyose"), {**facts, "insurer": "kiyose"})
    assert decide(rules, facts)["status"] == "decided"


def test_what_is_wrong_with_facts_is_told_in_the_decision() -> None:
    told = decide(book("kiyose"), {"on_date": "soon", "my_number_card": "gold"})
    assert told["status"] == "invalid"
    assert len(told["problems"]) == 2


def test_an_interview_asks_in_the_best_order() -> None:
    asked = interview(book("kiyose"), date(2026, 11, 21))
    assert asked.orders[""]
    assert asked.next_page({}) == "errand"


def test_what_is_not_there_is_said_with_what_is(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no insurer 'atlantis'; there are: designated-city, gamagori"):
        load_rulebook(ROOT, "atlantis")
    file = tmp_path / "rulebook.json"
    file.write_text(library().insurers["kiyose"].rulebook.to_json(), encoding="utf-8")
    with pytest.raises(ValueError, match=r"this is the rulebook of 'kiyose', not of 'gamagori'"):
        load_rulebook(file, "gamagori")
    file.write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="format None"):
        load_rulebook(file)
