"""The engine's rows on made-up figures, and the random rulebooks behind them; no time is looked at."""

from __future__ import annotations

import json

import pytest
from rulebooks import library

from checker.build.bench import engine_clock
from checker.build.bench.engine_rows import Budget, exponent, growth_rows, insurer_rows
from checker.build.bench.made_up import known_people, nobody_known
from checker.build.bench.random_rulebooks import random_rulebook
from checker.build.bench.row import Row
from checker.engine import compile_rulebook

BUDGETS = [
    Budget("compile", 1, {"CPython": 50, "Pyodide": 120}),
    Budget("decide", 5, {"CPython": 0.1}),
    Budget("verify", 5, {"CPython": 20}),
]
FIGURES = {"kiyose": {"compile": 20.0, "decide": 1.0}, "other": {"compile": 10.0, "decide": 1.5}}


def test_the_insurer_that_takes_most_is_held_against_the_budget() -> None:
    compiled, decided = insurer_rows("CPython", FIGURES, BUDGETS, {})
    assert compiled == Row("compile, CPython", 20.0, "ms", 50, "kiyose, other 10")
    assert decided == Row("decide, a topic, CPython", 0.3, "ms", 0.1, "other, kiyose 0.2")


def test_another_python_is_told_beside_the_first() -> None:
    slower = {name: {what: 3 * value for what, value in one.items()} for name, one in FIGURES.items()}
    compiled, decided = insurer_rows("Pyodide", slower, BUDGETS, FIGURES)
    assert compiled.peer == "kiyose (3.0 times CPython's), other 30"
    assert (decided.budget, decided.peer) == (None, "other (3.0 times CPython's), kiyose 0.6")


@pytest.mark.parametrize("power", [0, 1, 2.5])
def test_a_power_is_found_again(power: float) -> None:
    assert exponent({rules: 3 * rules**power for rules in (20, 40, 60)}) == pytest.approx(power)


def test_growth_is_told_by_the_median_of_the_rulebooks() -> None:
    measured = {20: [{"compile": value} for value in (2.0, 90.0, 1.0)], 40: [{"compile": 8.0}], 60: [{"compile": 18.0}]}
    (row,) = growth_rows("CPython", measured, {"compile": "ms"})
    assert row == Row("compile, 60 random rules, CPython", 18.0, "ms", None, "20 rules 2, 40 rules 8: about rules^2.0")


def test_a_random_rulebook_is_the_same_each_time_and_another_for_each_seed() -> None:
    real = library().insurers["kiyose"].rulebook
    one, again, other = (random_rulebook(real, 20, seed=seed) for seed in (1, 1, 2))
    assert (one.version, len(one.rules)) == (again.version, 20)
    assert one.version != other.version


def test_everything_is_measured_of_a_rulebook() -> None:
    rulebook = random_rulebook(library().insurers["other"].rulebook, 12)
    book = compile_rulebook(rulebook)
    asked = {"rulebook": rulebook.to_json(), "people": known_people(book, 3), "open": nobody_known(book)}
    found = json.loads(engine_clock.clock(json.dumps({"rounds": 1, "rulebooks": {"made-up": asked}})))["made-up"]
    assert set(found) == {
        *("compile", "decide", "relevance", "open", "first question", "mean question", "nearest"),
        *(f"compile {topic}" for topic in engine_clock.TOPICS),
        *("compile KB", "open KB", "nodes"),
    }
    assert found["nodes"] > 0
    assert found["compile KB"] > 0
