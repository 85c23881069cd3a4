"""Each kind of answer in words: only what is said differently."""

from __future__ import annotations

import json
from typing import Any

import pytest

from checker.authoring.diff.answers import in_words
from checker.authoring.diff.compare import Count
from checker.authoring.diff.figures import of_all
from checker.authoring.diff.wording import Wording, one_line
from checker.authoring.words import Words

WORDS = Words(
    "ja",
    {
        "documents": {"paper": "紙"},
        "routes": {"automatic": "届きます。"},
        "procedures": {"apply": "申し込む"},
        "places": {"hall": "役場"},
        "items": {"card": "カード"},
        "facts": {"born": {"name": "生まれた日"}, "flag": {"values": {"true": "はい"}}},
    },
)
WORDING = Wording(({"desk": "3番\nの窓口"},), (WORDS,))
ITEM = {"id": "paper", "route": "automatic", "basis": "insurer", "until": None, "delivery": None}
PROCEDURE = {"id": "apply", "where": ["hall"], "bring": None, "complete_on": None}
CONTRADICTING = "the facts contradict each other because of 生まれた日 (born) + card"
UNREAD = "this version does not know what is said"
BORN = ["born", [["years", 75], ["month_end", 1], ["days", -1]]]


def _document(**item: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"basis": "insurer", "issued": [ITEM | item] if item else [], "refused": []}


@pytest.mark.parametrize(
    ("topic", "before", "after", "lines"),
    [
        ("warnings:x", False, True, ["not given -> given"]),
        ("held:paper", True, False, ["counts as in hand -> does not count as in hand"]),
        ("document", _document(), {**_document(), "basis": "silent"}, ["basis: insurer -> silent"]),
        ("document", _document(when=None), _document(when="soon"), ["紙 (paper), when: not stated -> soon"]),
        (
            "document",
            _document(delivery={"by": "post", "to": None}),
            _document(delivery={"by": "hand", "to": "home"}),
            ["紙 (paper), delivery: by post to not stated -> by hand to home"],
        ),
        (
            "document",
            _document(until="2026-07-31"),
            {**_document(), "refused": [{"id": "paper", "instead": "apply"}]},
            [
                "紙 (paper): issued, route 届きます (automatic), basis insurer, until 2026-07-31 -> not issued",
                "紙 (paper): not refused -> refused, instead 申し込む (apply)",
            ],
        ),
        ("procedures:apply", PROCEDURE, None, ["comes up, where 役場 (hall) -> does not come up"]),
        (
            "procedures:apply",
            PROCEDURE,
            PROCEDURE | {"where": ["hall", "desk"], "bring": [], "complete_on": BORN},
            [
                "where: now also 3番 の窓口 (desk)",
                "bring: not stated -> nothing",
                "complete on: not stated -> 生まれた日 (born) +75 years +1 month end -1 days",
            ],
        ),
        ("procedures:apply", PROCEDURE, PROCEDURE | {"where": []}, ["where: no longer 役場 (hall); nothing is left"]),
        (
            "care",
            {"show": [["card"], ["paper"]], "actions": []},
            {"show": [["card", "paper"], ["card"]], "actions": ["call"]},
            ["show: no longer paper; now also カード (card) with paper", "actions: now call"],
        ),
        (
            "old_card",
            {"usable": None, "last_day": []},
            {"usable": False, "last_day": ["2025-12-01", BORN]},
            [
                "usable: not known -> no",
                "last day: not known -> 2025-12-01 or, if earlier, 生まれた日 (born) +75 years +1 month end -1 days",
            ],
        ),
        (
            "status",
            {"status": "contradiction", "facts": [["born", "card"]]},
            {"status": "out_of_scope", "facts": [["born"], ["card"]], "procedures": ["", "apply"]},
            [
                f"{CONTRADICTING} -> out of scope because of 生まれた日 (born), or card; then 申し込む (apply)"
            ],
        ),
        ("status", {"status": "invalid"}, {"status": "decided"}, [f"{UNREAD} -> decided"]),
        (
            "document",
            {"rules": ["a"], "passages": ["p"]},
            {"rules": ["b"], "passages": ["p", "q"]},
            ["rules: no longer a; now b", "passages: now also q"],
        ),
    ],
)  # fmt: skip
def test_an_answer_is_told_as_far_as_it_differs(topic: str, before: Any, after: Any, lines: list[str]) -> None:  # noqa: ANN401 - JSON
    assert list(in_words(WORDING, topic, json.dumps(before), json.dumps(after))) == lines


@pytest.mark.parametrize(
    ("value", "said"), [(True, "はい (true)"), (["a", "b"], "a, b"), ([], "none of them"), ("2026-01-01", "2026-01-01")]
)
def test_a_value_is_told_with_its_id(value: Any, said: str) -> None:  # noqa: ANN401 - JSON
    assert WORDING.value("flag", value) == said


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (Count(0, 5, 0, 2), "nothing changes in 5 situations"),
        (Count(0, 1, 0, 1), "nothing changes in 1 situation"),
        (Count(1_000, 3_000, 0, 2), "1,000 of 3,000 situations change, 33 % (later: 0 of 2)"),
        (Count(999, 1_000, 2, 2), "999 of 1,000 situations change, more than 99 % (later: 2 of 2, 100 %)"),
        (
            Count(1, 10**9, 1, 10**4),
            "1 of 1,000,000,000 situations change, less than 0.0001 % (later: 1 of 10,000, 0.01 %)",
        ),
    ],
)
def test_counts_are_told_with_their_share(count: Count, told: str) -> None:
    assert of_all(count) == told


def test_words_cannot_move_the_cursor_of_a_terminal() -> None:
    assert one_line("a\x1b[2Jb\nc\u202ed。") == "a [2Jb c d"
