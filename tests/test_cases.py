"""Run every written case of `tests/cases/*.yaml` against the engine.

A case is facts, a place in a source and what must come out; it never quotes a rule.
`cases/README.md` tells the form, `case_checks` what each expectation means. This runner knows
nothing of any insurer.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from case_checks import CHECKS, Json
from case_promises import broken

from checker.authoring import load_library
from checker.engine import compile_rulebook, decide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark import ParameterSet

    from checker.authoring import Library
    from checker.engine import Compiled

HERE = Path(__file__).parent


def _plain(value: Json) -> Json:
    """Return a value of YAML as JSON would hold it: dates as text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _cases() -> Iterator[ParameterSet]:
    """Yield each case as a parameter named FILE/ID; a name used twice is an error."""
    seen: set[str] = set()
    for path in sorted((HERE / "cases").glob("*.yaml")):
        for case in _plain(yaml.safe_load(path.read_text(encoding="utf-8"))):
            name = f"{path.stem}/{case['id']}"
            if name in seen:
                raise ValueError(f"{path.name}: two cases are called {case['id']}")
            seen.add(name)
            yield pytest.param(case, id=name)


@cache
def _library() -> Library:
    return load_library(HERE.parent)


@cache
def _book(insurer: str) -> Compiled:
    return compile_rulebook(_library().insurers[insurer].rulebook)


@pytest.mark.parametrize("case", list(_cases()))
def test_case(case: dict[str, Json]) -> None:
    """The decision says what the case expects, or what it accepts, and keeps every promise."""
    decision = decide(_book(case["facts"]["insurer"]), case["facts"])
    expect, accept = {"status": "decided", **case["expect"]}, case.get("accept", {})
    wrong = [
        f"{key}: expected {want!r}"
        for key, want in expect.items()
        if not any(CHECKS[key](decision, option) for option in [want, *accept.get(key, [])])
    ]
    wrong += broken(case["facts"], decision)
    assert not wrong, "\n".join([case["locator"], case["why"], *wrong, str(decision)])
