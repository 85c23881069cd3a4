"""`make fuzz`: each target can be fed, and what fails is told with the way to see it again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from fuzzing import __main__ as fuzzing

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    import pytest


def test_a_few_cases_of_each_target(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzing.main(["--cases", "3", "--seed", "test"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in told] == [f"{name}: 3 cases" for name in fuzzing.TARGETS]


def test_a_case_that_fails_is_told_with_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @contextmanager
    def broken() -> Iterator[Callable[[random.Random], None]]:
        def case(chance: random.Random) -> None:
            assert chance.random() < 0, "never"

        yield case

    monkeypatch.setitem(fuzzing.TARGETS, "broken", broken)
    assert fuzzing.main(["broken", "--cases", "2", "--seed", "test"]) == 1
    told = capsys.readouterr().out
    assert "again: python -m fuzzing broken --seed test --start 1 --cases 1" in told
    assert "AssertionError: never" in told
    assert "broken: 2 cases, 2 failed" in told


def test_a_target_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzzing.main(["file"]) == 2
    assert "no target is called file; allowed: files, lines" in capsys.readouterr().err
