"""`python -m checker decide` as a program: what it says of lines that it cannot read, and of those between them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from command_line import FAR_FROM_TOKYO, line, run, without
from rulebooks import INSURERS

if TYPE_CHECKING:
    import subprocess

INVALID: dict[str, tuple[bytes, str, list[str]]] = {
    "unknown fact": (line(registratoin="registered"), "unknown_fact", ["did you mean 'registration'?", "care_needs"]),
    "unknown value": (
        line(reader="maybe"),
        "unknown_value",
        ["reader: 'maybe' is not allowed", "allowed: works, none, fault, card_unreadable, or null"],
    ),
    "value of a list": (
        line(has=["passport"]),
        "unknown_value",
        ["has: ['passport']", "a list of old_insurance_card"],
    ),
    "no such day": (line(birth_date="1990-02-30"), "unknown_value", ["birth_date: '1990-02-30'", "YYYY-MM-DD"]),
    "broken": (b'{"insurer": "kiyose", ', "not_json", ["not a JSON object", "column"]),
    "duplicate key": (
        b'{"insurer": "kiyose", "my_number_card": "held", "my_number_card": "none"}',
        "not_json",
        ["duplicate key 'my_number_card'"],
    ),
    "list": (b"[1, 2]", "not_json", ["not a JSON object but list"]),
    "text": (b'"kiyose"', "not_json", ["not a JSON object but str"]),
    "no insurer": (without("insurer"), "missing_fact", ["insurer is missing; allowed:", *INSURERS]),
    "unknown insurer": (line(insurer="atlantis"), "unknown_value", ["'atlantis' is not known", "`other`", *INSURERS]),
    "insurer of no name": (line(insurer=None), "unknown_value", ["insurer: None is not known", *INSURERS]),
    "lone surrogate": (line(insurer="\ud800"), "unknown_value", ["is not known"]),
    "lone surrogate as a fact": (rb'{"insurer": "kiyose", "\ud800": 1}', "unknown_fact", ["unknown fact"]),
    "not UTF-8": (b'{"insurer": "kiyose", "my_number_card": "\xff\xfe"}', "unknown_value", ["my_number_card"]),
    "huge number": (b'{"insurer": "kiyose", "age": ' + b"9" * 6000 + b"}", "not_json", ["not a JSON object"]),
    "huge age": (line(age=10**30), "unknown_value", ["age: 1000", "whole years from 0 to 130"]),
    "number beyond all": (line(age=1e999), "unknown_value", ["whole years"]),
    "nested deeply": (b"[" * 100_000, "not_json", ["nested too deeply"]),
    "nested value": (line(age=[[[[{}]]]]), "unknown_value", ["whole years"]),
}
GOOD = {
    "with a byte order mark": b"\xef\xbb\xbf" + line(),
    "as it is": line(insurer="other"),
    "Windows line": line(insurer="namerikawa") + b"\r",
    "contradiction": line(my_number_card="none"),
    "another insurer": line(scheme="employees"),
    "open": line(registration=None),
}
STATUS = {"contradiction": "contradiction", "another insurer": "out_of_scope", "open": "needs_facts"}


@pytest.fixture(scope="module")
def answered() -> tuple[dict[str, dict[str, Any]], subprocess.CompletedProcess[bytes]]:
    """Return what one run says to every line here, good ones between bad ones and blank ones."""
    bad = {name: text for name, (text, _, _) in INVALID.items()}
    good = list(GOOD.items())
    lines = dict([good[0], *list(bad.items())[:5], *good[1:3], *list(bad.items())[5:], *good[3:]])
    done = run(b"\n   \n\n".join(lines.values()) + b"\n\n", **FAR_FROM_TOKYO)
    said = [json.loads(text) for text in done.stdout.decode("utf-8").splitlines()]
    assert len(said) == len(lines), "one answer for each line that is not blank, in order"
    return dict(zip(lines, said, strict=True)), done


Answered = tuple[dict[str, dict[str, Any]], "subprocess.CompletedProcess[bytes]"]


@pytest.mark.parametrize("name", INVALID)
def test_a_line_that_cannot_be_read_is_told_why(name: str, answered: Answered) -> None:
    _, code, words = INVALID[name]
    said = answered[0][name]
    assert said["status"] == "invalid"
    (problem,) = said["problems"]
    assert problem["code"] == code
    assert [word for word in words if word not in problem["message"]] == [], problem["message"]


@pytest.mark.parametrize("name", GOOD)
def test_the_lines_between_are_decided_all_the_same(name: str, answered: Answered) -> None:
    assert answered[0][name]["status"] == STATUS.get(name, "decided")


def test_a_contradictory_person_is_told_which_facts_cannot_all_be_true(answered: Answered) -> None:
    (problem,) = answered[0]["contradiction"]["problems"]
    assert problem["facts"] == ["my_number_card", "registration"]
    assert problem["message"] == "a card that was never made cannot be registered"


def test_one_bad_line_makes_the_status_1_and_there_is_never_a_traceback(answered: Answered) -> None:
    assert answered[1].returncode == 1
    assert answered[1].stderr == b""
