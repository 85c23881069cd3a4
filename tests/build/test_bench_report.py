"""The benchmark's report on made-up rows; nothing is measured here."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import pytest

from checker.build.bench.report import exit_status, failure, table, verdict, write_report
from checker.build.bench.row import Row

if TYPE_CHECKING:
    from pathlib import Path

KEPT = Row("first question", 0.51234, "s", 1.0, "an empty page 0.1 s")
EXACT = Row("table of kiyose", 8.0, "KB", 8.0)
MISSED = Row("main thread's longest block", 1234.5, "ms", 100)
UNBOUND = Row("lines a second", 2345.678, "lines")
NOT_MEASURED = Row("offline file", math.nan, "MB", 8.0)


@pytest.mark.parametrize(
    ("row", "expected"),
    [(KEPT, "ok"), (EXACT, "ok"), (MISSED, "MISSED"), (UNBOUND, "-"), (NOT_MEASURED, "MISSED")],
)
def test_a_budget_is_the_most_that_is_allowed(row: Row, expected: str) -> None:
    assert verdict(row) == expected


def test_a_value_that_was_not_measured_is_missed_even_without_a_budget() -> None:
    assert verdict(Row("offline file", math.nan, "MB")) == "MISSED"


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([KEPT, EXACT, UNBOUND], 0),
        ([KEPT, MISSED], 1),
        ([KEPT, NOT_MEASURED], 1),
        ([failure("python", ValueError("no Chromium"))], 1),
        ([], 1),
    ],
)
def test_the_exit_status_tells_of_a_missed_budget(rows: list[Row], status: int) -> None:
    assert exit_status(rows) == status


def test_columns_are_aligned_and_numbers_stand_right() -> None:
    head, rule, *lines = table([KEPT, MISSED, UNBOUND]).splitlines()
    starts = [head.index(word) for word in ("what", "unit", "verdict", "beside it")]
    assert all(rule[start] == "-" and rule[max(0, start - 1)] in "- " for start in starts)
    for row, line in zip([KEPT, MISSED, UNBOUND], lines, strict=True):
        assert line[starts[0] :].startswith(row.name)
        assert line[starts[1] :].startswith(row.unit)
        assert line[starts[2] :].startswith(verdict(row))
        assert line[starts[3] :] == row.peer
    ends = {line[: starts[1]].rstrip() for line in lines}
    assert len({len(end) for end in ends}) == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.51234, "0.512"), (0.0987, "0.0987"), (1234.5, "1,234"), (17.25, "17.2"), (0.0, "0"), (412, "412")],
)
def test_a_number_has_three_telling_digits(value: float, shown: str) -> None:
    assert shown in table([Row("x", value, "ms")]).splitlines()[2].split()


def test_a_failed_group_says_why_in_one_line() -> None:
    row = failure("offline", RuntimeError("the file is missing\nand more"))
    assert row.name == "offline: could not be measured"
    assert row.peer == "RuntimeError: the file is missing"
    assert "none" in table([row])


def test_the_files_say_the_same_as_the_table(tmp_path: Path) -> None:
    rows = [KEPT, MISSED, NOT_MEASURED, UNBOUND]
    write_report(rows, {"measured on": "2 cores"}, tmp_path / "build")
    told = json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8"))
    assert told["about"] == {"measured on": "2 cores"}
    assert [row["verdict"] for row in told["rows"]] == ["ok", "MISSED", "MISSED", "-"]
    assert told["rows"][0] == {**KEPT._asdict(), "verdict": "ok"}
    assert told["rows"][2]["value"] is None
    lines = (tmp_path / "build" / "bench.md").read_text(encoding="utf-8").splitlines()
    assert "- measured on: 2 cores" in lines
    assert "| first question | 0.512 | s | <= 1 | ok | an empty page 0.1 s |" in lines


def test_a_bar_in_a_name_does_not_break_the_markdown(tmp_path: Path) -> None:
    write_report([Row("a|b", 1, "ms")], {}, tmp_path)
    assert "| a\\|b |" in (tmp_path / "bench.md").read_text(encoding="utf-8")
