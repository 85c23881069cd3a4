"""What people type finds the insurer that they mean, however it is spelled, and no other."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from rulebooks import library

from checker.pages.insurer_lists import names_of

SCRIPT = Path(__file__).with_name("choose_finding.mjs")
NAMES = {insurer.id: names_of(insurer) for insurer in library().insurers.values()}


def are_found(asked: list[tuple[list[str], str, bool]]) -> list[bool]:
    """Return for each whether an insurer of these names is found by what was typed; the last: still composing."""
    lines = "".join(f"{json.dumps(one)}\n" for one in asked)
    done = subprocess.run(["node", str(SCRIPT)], input=lines, capture_output=True, encoding="utf-8", check=True)
    return [line == "true" for line in done.stdout.splitlines()]


def found(typed: str, *, composing: bool = False) -> set[str]:
    """Return the insurers of the library that are found."""
    hits = are_found([(names, typed, composing) for names in NAMES.values()])
    return {name for name, hit in zip(NAMES, hits, strict=True) if hit}


def is_found(names: list[str], typed: str) -> bool:
    [hit] = are_found([(names, typed, False)])
    return hit


@pytest.mark.parametrize(
    "typed",
    [
        "蒲郡市 国民健康保険(愛知県)",
        "蒲郡",
        "蒲郡市国民健康保険",
        "国民健康保険(愛知県)",
        "愛知県 国保",
        "愛知　蒲郡",
        "あいち",
        "がまごおり",
        "ガマゴオリ",
        "ｶﾞﾏｺﾞｵﾘ",
        "か\u3099まこ\u3099",
        "がまごうり",
        "がまごーり",
        "ごおり",
        "Gamagori",
        "GAMAGORI CITY",
        "ｇａｍａｇｏｒｉ",
        "Gamagōri",
        "aichi",
    ],
)
def test_every_spelling_finds_gamagori_alone(typed: str) -> None:
    assert found(typed) == {"gamagori"}


def test_a_prefecture_a_scheme_and_a_part_find_all_that_have_it() -> None:
    assert found("とうきょう") == {"kiyose"}
    assert found("富山") == found("とやま") == {"namerikawa"}
    assert found("こくほ") >= {"kiyose", "gamagori", "designated-city"}
    assert found("こくほ") <= {name for name, one in library().insurers.items() if one.rulebook.scheme == "nhi"}
    assert found("けんぽ") == {"health-society"}
    assert found("し") > {"kiyose", "gamagori", "namerikawa"}


def test_what_nobody_is_called_finds_nobody() -> None:
    assert found("ほげほげ") == found("清瀬 愛知") == found("1") - {"designated-city"} == set()


@pytest.mark.parametrize("typed", ["", " ", "　", "()", "・"])
def test_nothing_said_leaves_all(typed: str) -> None:
    assert found(typed) == set(NAMES)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("ぬまづし", "ぬまず"),
        ("おおさかふ", "おーさか"),
        ("とうおんし", "おんし"),
        ("りゅうがさきし", "リユウガサキ"),
        ("龍ヶ崎市", "龍ケ崎"),
        ("鎌ｹ谷市", "鎌ヶ谷"),
        ("かごしまけん", "カゴシマ"),
    ],
)
def test_kana_that_sound_alike_find_each_other(name: str, typed: str) -> None:
    assert is_found([name], typed)


def test_a_number_finds_its_insurer_by_any_part_and_in_any_width() -> None:
    made_up = ["架空市", "00123450"]
    assert all(is_found(made_up, typed) for typed in ("00123450", "0012", "００１２", "23450"))
    assert not is_found(made_up, "00123451")


def test_names_do_not_run_into_each_other() -> None:
    assert not is_found(["清瀬市", "東京都"], "市東")


def test_letters_that_are_still_becoming_kana_say_nothing_yet() -> None:
    assert found("きよｓ", composing=True) == {"kiyose"}
    assert found("k", composing=True) == set(NAMES)
    assert found("きよs") == set()


def test_any_part_of_any_name_finds_it() -> None:
    parts = [
        (names, name[start:end], False)
        for names in NAMES.values()
        for name in names
        for start in range(len(name))
        for end in {start + 1, start + 2, start + 5, len(name)}
    ]
    missed = [part for (_, part, _), hit in zip(parts, are_found(parts), strict=True) if not hit]
    assert len(parts) > 1000
    assert missed == []
