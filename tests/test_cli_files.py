"""`python -m checker decide` among files, pipes and clocks."""

from __future__ import annotations

import json
import select
import signal
import subprocess
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from command_line import COMMAND, FAR_FROM_TOKYO, line, run, without
from rulebooks import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TOKYO = ZoneInfo("Asia/Tokyo")


def test_today_in_tokyo_stands_in_for_a_day_that_is_left_out() -> None:
    before = datetime.now(TOKYO).date()
    days = [before - timedelta(days=1), before, before + timedelta(days=1), before + timedelta(days=2)]
    lines = [{**json.loads(without("on_date")), "enrolled_on": day.isoformat()} for day in days]
    done = run("\n".join(map(json.dumps, lines)).encode(), **FAR_FROM_TOKYO)
    decided = [json.loads(text)["status"] == "decided" for text in done.stdout.splitlines()]
    midnight_may_have_passed = {before, datetime.now(TOKYO).date()}
    assert decided in [[day <= today for day in days] for today in midnight_may_have_passed]
    assert done.returncode == 0, "a contradiction is an answer"


def test_each_answer_comes_before_the_next_line_is_given() -> None:
    with subprocess.Popen(COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdin
        assert program.stdout
        for status, given in (("decided", line()), ("contradiction", line(my_number_card="none"))):
            program.stdin.write(given + b"\n")
            program.stdin.flush()
            assert select.select([program.stdout], [], [], 60)[0], "no answer while the input is open"
            assert json.loads(program.stdout.readline())["status"] == status
        program.stdin.close()
        assert program.wait(60) == 0


def test_files_are_read_in_order_and_shown_for_people(tmp_path: Path) -> None:
    for name, insurers in (("one", ["other", "kiyose"]), ("two", ["kiyose"])):
        lines = [line(insurer=insurer, my_number_card="none", registration="not_registered") for insurer in insurers]
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines))
    done = run(b"not read", str(tmp_path / "two"), str(tmp_path / "one"), "--pretty")
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith('{\n  "status": "decided",\n')
    decisions = [json.loads(part + "\n}") for part in text.split("\n}\n")[:-1]]
    passages = [decision["document"]["issued"][0]["passages"][0] for decision in decisions]
    assert [passage.partition("/")[0] for passage in passages] == ["kiyose", "national", "kiyose"]


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named_without_a_traceback(name: str, tmp_path: Path) -> None:
    done = run(b"", str(tmp_path / name))
    said = done.stderr.decode()
    assert done.returncode not in (0, None)
    assert str(tmp_path / name) in said
    assert "Traceback" not in said
    assert len(said.splitlines()) <= 3


def _hear_the_keyboard() -> None:
    """What was started in the background ignores it, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_stop_from_the_keyboard_leaves_no_traceback() -> None:
    with subprocess.Popen(
        COMMAND,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_hear_the_keyboard,  # noqa: PLW1509 - nothing but a signal is set, and no thread runs
    ) as program:
        assert program.stdin
        assert program.stdout
        program.stdin.write(line() + b"\n")
        program.stdin.flush()
        assert b'"decided"' in program.stdout.readline()
        program.send_signal(signal.SIGINT)
        assert program.communicate(timeout=60)[1] == b""
        assert program.returncode == 130
