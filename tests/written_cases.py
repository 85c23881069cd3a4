"""The written cases, read: `cases/README.md` tells their form, `case_checks` what each expectation means."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from case_checks import CHECKS, Json
from case_promises import broken
from case_seen import seen
from rulebooks import DRAFTS, INSURERS

from checker.authoring.source import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["EVERYBODY", "FOLDER", "cases", "own_cases", "read_cases", "wrong"]

FOLDER = Path(__file__).parent / "cases"

EVERYBODY = "everybody"
"""The file of cases that are run at every insurer, or at those that they name."""


def cases(insurer: str) -> list[dict[str, Json]]:
    """Return the cases of one insurer: its own, and those that are run at every insurer."""
    all_of_them = (*INSURERS, *DRAFTS)
    common = [
        case
        for case in own_cases(EVERYBODY)
        if insurer in case.get("insurers", all_of_them) and insurer not in case.get("unless", ())
    ]
    own = own_cases(insurer) if (FOLDER / f"{insurer}.yaml").is_file() else []
    return [*own, *({**case, "facts": {"insurer": insurer, **case["facts"]}} for case in common)]


@cache
def own_cases(name: str) -> list[dict[str, Json]]:
    """Return the cases of one file, in its order; an id used twice, or another insurer's facts, are errors."""
    read = read_cases(FOLDER / f"{name}.yaml")
    seen: set[str] = set()
    for case in read:
        if case["id"] in seen:
            raise ValueError(f"{name}.yaml: two cases are called {case['id']}")
        if case["facts"].get("insurer", EVERYBODY) != name:
            raise ValueError(f"{name}.yaml: case {case['id']} is of {case['facts'].get('insurer', 'no insurer')}")
        seen.add(case["id"])
    return read


def read_cases(path: Path) -> list[dict[str, Json]]:
    """Return the list that a file holds, dates as text."""
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader, made in C
    return list(_plain(read))


def wrong(case: dict[str, Json], decision: dict[str, Json]) -> Iterator[str]:
    """Yield each expectation of a case that a decision does not meet, and each promise that it breaks."""
    accept = case.get("accept", {})
    for key, want in {"status": "decided", **case["expect"]}.items():
        if not any(CHECKS[key](decision, option) for option in [want, *accept.get(key, [])]):
            yield f"{key}: expected {json.dumps(want, ensure_ascii=False)}, found {seen(key, decision)}"
    yield from broken(case["facts"], decision)


def _plain(value: Json) -> Json:
    """Return a value of YAML as JSON would hold it: dates as text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
