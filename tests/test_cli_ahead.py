"""`python -m checker nearest` and `calendar`: they read like `decide`, and answer what the engine answers."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from rulebooks import book

from checker.cli import main
from checker.engine.otherwise.days_ahead import calendar
from checker.engine.otherwise.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

PERSON: dict[str, Any] = {
    "insurer": "kiyose",
    "on_date": "2026-11-22",
    "my_number_card": "held",
    "registration": "registered",
    "age": 74,
}


def _run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit status and the answers to a person and to a line that cannot be read."""
    path = folder / "people.jsonl"
    path.write_text(f"{json.dumps(PERSON)}\nnobody\n", encoding="utf-8")
    status = main([*arguments, str(path)])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_nearest_answers_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, (told, broken) = _run(tmp_path, capsys, "nearest")
    assert (status, broken["status"]) == (1, "invalid")
    assert told == json.loads(json.dumps(nearest(book("kiyose"), PERSON)))


def test_the_calendar_goes_to_the_day_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, (told, broken) = _run(tmp_path, capsys, "calendar", "--until", "2027-06-30")
    assert (status, broken["status"]) == (1, "invalid")
    assert told == json.loads(json.dumps(calendar(book("kiyose"), PERSON, date(2027, 6, 30))))
    assert told["calendar"]


def test_a_last_day_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        _run(tmp_path, capsys, "calendar", "--until", "2027-06-31")
    assert "'2027-06-31' is not a day; write it as YYYY-MM-DD" in capsys.readouterr().err
