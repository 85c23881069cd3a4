"""What people get wrong who write Japanese and know no YAML: each slip is told where it stands, with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.authoring.errors import Report
from checker.authoring.source import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = {
    "a wide colon": ("id: a\nscheme：nhi\nkana: b\n", 2, "write `scheme: `, with a space behind it"),
    "a wide colon further in": ("a:\n  b: 1\n  says：x\nc: 1\n", 3, "write `says: `"),
    "a wide space": ("a:\n  b: {c: 1}\n　d:\n    e: 1\n   f: 1\n", 3, "begins with a wide space; write common ones"),
    "a dash without a space": ("a:\n  -name: x\n    phone: y\n", 2, "a space is missing behind the `-`"),
    "a colon without a space": ("a:\n  topic:care\n  b: 1\n", 2, "a space is missing behind `topic:`"),
    "a text with a colon": ("a: 1\nhours: 平日: 8時から\n", 2, "the text behind `hours: ` has a colon in it"),
    "a text with a colon in braces": ("a: {gist: 平日: 8時, b: 1}\n", 1, "stands in quotes; is one missing?"),
    "text behind the quotes": ('a: "平日"8時\n', 1, "put the whole text in one pair of quotes"),
    "quotes over two lines": ('a:\n  says: "x\ny。\n  b: 1\n', 2, "that begins here is never closed"),
    "quotes not closed": ('a:\n  says: "x\n  b: 1\nc: "1"\n', 2, 'one `"` of this line has no other'),
    "a list not closed": ("a:\n  b: [x\nc: 1\n", 2, "a list begins here and is not closed before line 3; put `]`"),
    "a mapping not closed": ("a:\n  b: {x: [y]\nc: 1\n", 2, "is not closed before line 3; put `}` at its end"),
    "a text that begins with a sign": ("a: `x`\n", 1, "the text begins with '`' and is no plain one; put it in quotes"),
    "too far in": ("a:\n  b: 1\n   d: 2\n", 3, "begins in column 4, below line 2, which has a value already"),
    "between two columns": ("a:\n  b:\n    c: 1\n   d: 2\n", 4, "in column 4, the lines above it in 1 or 3 or 5"),
    "something else": ("- a: 1\nb: 2\n", 2, "look at this line and the one above it"),
}


def read(text: str, tmp_path: Path) -> list[tuple[int, str]]:
    file, report = tmp_path / "a.yaml", Report(tmp_path)
    file.write_text(text, encoding="utf-8")
    read_yaml(file, report)
    report.add(file, 1, "what follows from a file that could not be read")
    return [(found.line, found.message) for found in report.findings]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_where_it_stands(slip: str, tmp_path: Path) -> None:
    text, line, told = SLIPS[slip]
    ((found, message),) = [one for one in read(text, tmp_path) if "is no id" not in one[1]]
    assert (found, told in message) == (line, True), message


def test_slips_that_are_some_wherever_they_stand_are_told_all_at_once(tmp_path: Path) -> None:
    assert [line for line, _ in read("a：1\nb: 1\nc：1\n　d：1\n", tmp_path)] == [1, 3, 4, 4]


def test_japanese_texts_with_wide_signs_are_fine(tmp_path: Path) -> None:
    text = "a: 電話：平日（8時から）\nb: 「窓口」で、申し込みます。\nc: |\n  QR：読み取る\n　d\n"
    assert read(text.replace("　d", "  d"), tmp_path) == [(1, "what follows from a file that could not be read")]


def test_a_key_behind_a_wide_space_is_told_with_the_key_that_is_meant(tmp_path: Path) -> None:
    assert "did you mean 'd'?" in read("a:\n  b: 1\n　d:\n    e: 1\n", tmp_path)[0][1]
