"""Files that hide something, or make much of little: each is refused with its line and the way out, at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from authoring.trees import COMMON, small_tree

from checker.authoring import AuthoringError, load_library
from checker.authoring.errors import MOST_FINDINGS, Report, hint
from checker.authoring.file_names import name_problem, named_files
from checker.authoring.ruby import read_ruby
from checker.authoring.source import Block, read_yaml
from checker.authoring.statements import load_statements
from checker.authoring.text_files import MOST_BYTES, MOST_ODD


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.yaml"


def told(file: Path, text: str | bytes) -> list[str]:
    """Return what is told about a file that says this."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    report = Report(file.parent)
    read_yaml(file, report)
    return [str(finding) for finding in report.findings]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{last}, *{last}]\n" for last, name in zip("abcdef", "bcdefg", strict=True)
)

REFUSED: dict[str, tuple[str | bytes, int, str]] = {
    "an alias": ("a: &x 1\nb: *x\n", 2, "`*x` stands for what is written elsewhere; write it out"),
    "an anchor": ("a: 1\nb: &x {c: 1}\n", 2, "`&x` gives a value a name"),
    "an alias of itself": ("a: &x [*x]\n", 1, "`*x` stands for what is written elsewhere"),
    "a bomb": (BOMB, 7, "stands for what is written elsewhere"),
    "a merge key": ("a: 1\n<<: {b: 1}\n", 2, "`<<` takes keys from elsewhere; write them out"),
    "a tag": ("a: !!python/object/apply:os.system ['true']\n", 1, "is not read; take it out"),
    "a tag of one's own": ("a: 1\nb: !mine text\n", 2, "the tag '!mine' is not read"),
    "binary": ("a: !!binary aGk=\n", 1, "the tag 'tag:yaml.org,2002:binary' is not read"),
    "two documents": ("a: 1\n---\nb: 1\n", 2, "a second document begins here"),
    "a list": ("- a\n", 1, "a mapping was expected"),
    "a text": ("a\n", 1, "a mapping was expected"),
    "nothing": ("", 1, "a mapping was expected"),
    "depth": ("a: " + "[" * 30 + "]" * 30, 1, "more than 24 mappings and lists inside each other"),
    "great depth": ("a: " + "[" * 100_000, 1, "more than 24 mappings and lists inside each other"),
    "depth by indentation": ("".join(f"{' ' * step}a:\n" for step in range(500)), 25, "more than 24 mappings"),
    "a long text": (f"a: {'x' * 40_000}\n", 1, "a text of 40000 characters; allowed: 32768"),
    "a large file": ("a: 1\n" + "#" * MOST_BYTES, 0, f"more than {MOST_BYTES} bytes"),
    "a key twice": ("a: 1\nb: 1\na: 2\n", 3, "duplicate key 'a', first used in line 1; rename or remove one"),
    "a number as key": ("1: a\n", 1, "the key 1 is no text; put it in quotes"),
    "a mapping as key": ("{a: b}: c\n", 1, "the key None is no text"),
    "UTF-16": ("a: 1\n".encode("utf-16"), 1, "not UTF-8 (byte 0)"),
    "bytes": (b"a: 1\nb: \xe3\x81\n", 2, "not UTF-8 (byte 8)"),
    "Shift_JIS": ("a: 1\nb: カード、なし\n".encode("cp932"), 2, "save the file as UTF-8; it seems to be Shift_JIS"),
    "NUL": ("a: 1\nb: x\0y\n", 2, "U+0000 is a control character"),
    "an escaped NUL": ('a: 1\nb: "x\\0y"\n', 2, "U+0000 is a control character"),
    "a bell": ('a: "\\a"\n', 1, "U+0007 is a control character"),
    "a tab": ("a:\tb\n", 1, "U+0009 is a tab; write spaces"),
    "a mark inside": ("a: 1\nb: \ufeffx\n", 2, "U+FEFF is a byte order mark inside the text"),
    "turned writing": ("a: x\u202ey\n", 1, "U+202E is a character without width or one that turns the writing"),
    "turned writing in a comment": ("a: x # \u2066y\n", 1, "U+2066 is a character without width"),
    "turned writing, escaped": ('a: "x\\u202ey"\n', 1, "U+202E is a character without width"),
    "no width": ("a: 保\u200b険\n", 1, "U+200B is a character without width"),
    "the marks of readings": ("a: \ufff9保\ufffaほ\ufffb\n", 1, "U+FFF9 is a character without width"),
    "a place in a page": ("a: \ue000content/\n", 1, "U+E000 is a private character"),
    "an unassigned one": ("a: \U0003fffe\n", 1, "U+3FFFE is no character in Unicode"),
    "a surrogate, escaped": ('a: "\\ud800"\n', 1, "not YAML"),
    "a line separator": ("a: x\u2028y\n", 1, "U+2028 is a line separator"),
    "a wide space that holds a line": ("a: x\u00a0y\n", 1, "U+00A0 is a space at which no line may break"),
    "a filler": ("a: x\u3164y\n", 1, "U+3164 is hangul filler: nothing that the pages' languages are written with"),
    "a selector after nothing": ("a: 保 \ufe0f\n", 1, "U+FE0F is"),
    "another script": ("a: 1\ncertificat\u0435: 1\n", 2, "U+0435 is cyrillic small letter ie"),
    "another script in a value": ("a: n\u03bfne\n", 1, "U+03BF is greek small letter omicron"),
    "not composed": ("a: か\u3099く\n", 1, "U+304B is not in the composed form (NFC); write 'が' as one character"),
    "not composed, escaped": ('a: "か\\u3099"\n', 1, "U+304B is not in the composed form"),
    "an id in wide letters": ("ｃａｒｄ: 1\n", 1, "the key 'ｃａｒｄ' is no id"),
    "an id with marks": ("cafés: 1\n", 1, "the key 'cafés' is no id; allowed: letters a to z"),
    "an id with a space": ("a b: 1\n", 1, "the key 'a b' is no id"),
    "an id with markup": ("'a\"><script>': 1\n", 1, "is no id; allowed: letters a to z, digits"),
    "an id that leads away": ("'../../x': 1\n", 1, "the key '../../x' is no id"),
    "an endless id": (f"{'a' * 600}: 1\n", 1, "a key of 600 characters"),
    "a special value": ("a: =\n", 1, "'=' has a special meaning in YAML; put it in quotes"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_line_and_the_way_out(file: Path, name: str) -> None:
    text, line, message = REFUSED[name]
    found = told(file, text)
    assert [one for one in found if one.startswith(f"some.yaml{f':{line}' if line else ''}: ") and message in one], (
        found
    )


ALLOWED: dict[str, tuple[str, dict[str, Any]]] = {
    "a mark at the head": ("\ufeffa: 1\n", {"a": 1}),
    "Windows' line ends": ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
    "the form of a kanji": ("a: 葛\U000e0100城\n", {"a": "葛\U000e0100城"}),
    "a rarer kanji": ("a: 𠮷野\n", {"a": "𠮷野"}),
    "a Japanese key with markup": ("'資格<b>': 1\n", {"資格<b>": 1}),
    "marks of a text": ('a: "①〒㈱—‘’“”…『』・※→ é №"\n', {"a": "①〒㈱—‘’“”…『』・※→ é №"}),
    "a day that is none": ("a: 2025-02-30\n", {"a": "2025-02-30"}),
    "a long number": (f"a: {'9' * 5_000}\n", {"a": "9" * 5_000}),
    "a number in sixties": ("a: 1:30\n", {"a": 90}),
    "an endless number in sixties": (f"a: 1{':59' * 9_000}\n", {"a": f"1{':59' * 9_000}"}),
    "several lines": ("a: |\n  b\n  c\n", {"a": "b\nc\n"}),
}  # fmt: skip


@pytest.mark.parametrize("name", ALLOWED)
def test_what_people_write_is_read(file: Path, name: str) -> None:
    text, value = ALLOWED[name]
    assert told(file, text) == []
    assert read_yaml(file, Report(file.parent)) == value


def test_all_is_told_at_once(file: Path) -> None:
    found = told(file, "a: x\u202ey\nb: &b 1\nc: *b\na: 2\nd: !!set {}\n'<e>': か\u3099\n")
    assert [int(one.split(":")[1]) for one in sorted(found)] == [1, 2, 3, 4, 5, 6, 6]


def test_of_many_odd_characters_the_first_are_told(file: Path) -> None:
    found = told(file, "".join(f"a{number}: \u200b\n" for number in range(MOST_ODD + 5)))
    assert len(found) == MOST_ODD + 1
    assert found[-1] == f"some.yaml:{MOST_ODD + 1}: there are more characters like those above; mend these first"


def test_a_flood_of_mistakes_ends_the_reading(file: Path) -> None:
    file.write_text("".join("a: 1\n" for _ in range(50_000)), encoding="utf-8")
    with pytest.raises(AuthoringError, match="there are more; mend these first") as caught:
        read_yaml(file, Report(file.parent))
    assert len(caught.value.findings) == MOST_FINDINGS + 1


def test_every_value_of_json_is_the_same_in_yaml(file: Path) -> None:
    value: dict[str, Any] = {"a": [1, -2.5, True, None, "x: y", {"b": []}], "c": {"d": "é\n保険"}}
    assert told(file, json.dumps(value)) == []
    assert read_yaml(file, Report(file.parent)) == value


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    report = Report(tmp_path)
    read_yaml(tmp_path, report)
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    read_yaml(tmp_path / "loop.yaml", report)
    assert [finding.message.split(";")[0] for finding in report.findings] == [
        "this is no file",
        "the file cannot be read: Too many levels of symbolic links",
    ]


NAMES = (
    "Kiyose",
    "kiyose_-city",
    "kiyose city",
    "清瀬",
    "a--b",
    "-a",
    "a-",
    "a" * 61,
    "con",
    "lpt1",
    "other",
    "a.b",
    "ｋ",
)


def test_a_name_that_is_no_insurer_s_is_told(tmp_path: Path) -> None:
    report = Report(tmp_path)
    for name in NAMES:
        (tmp_path / f"{name}.yaml").touch()
    for name in ("good-1.yaml", "bad.yml", "bad.YAML", "notes.txt", ".hidden.yaml"):
        (tmp_path / name).touch()
    assert [path.name for path in named_files(tmp_path, report, "other")] == ["good-1.yaml"]
    assert {finding.file for finding in report.findings} == {f"{name}.yaml" for name in NAMES} | {"bad.yml", "bad.YAML"}


@pytest.mark.parametrize("name", ["../x", "a/b", "a\\b", "", ".", "a\0", "a%2f"])
def test_a_path_is_no_insurer_s_id(name: str) -> None:
    assert "allowed: a to z, digits" in str(name_problem(name))


def test_terms_that_grow_with_each_other_are_refused_where_they_get_too_large(tmp_path: Path) -> None:
    tree = small_tree(tmp_path)
    bomb = ["  bomb0: {all: [left, left]}", *(f"  bomb{n}: {{any: [bomb{n - 1}, bomb{n - 1}]}}" for n in range(1, 60))]
    line = tree.after(COMMON, "  needs-help: {not: {care_needs: []}}", "\n".join(bomb))
    found = tree.findings()
    assert found
    assert {(one.file, one.message.partition("; write")[2]) for one in found} == {
        (COMMON, " what is meant in fewer terms")
    }
    assert line < found[0].line < line + 15


def test_a_word_whose_reading_could_be_split_in_countless_ways_is_told_at_once() -> None:
    block = Block(Path("ruby.yaml"), 1)
    block["漢か" * 15] = "か" * 60
    block["漢" * 50] = "か"
    block["漢"] = "か" * 100
    report = Report(Path())
    read_ruby(block, report)
    told_of = [finding.message for finding in report.findings]
    assert len(told_of) == 3
    assert "can be split over" in told_of[0]
    assert "at most 40 of them" in told_of[1]
    assert "write it in hiragana" in told_of[2]


@pytest.mark.parametrize("folder", ["docs/insurers", "docs/changes", "docs/statements"])
def test_a_file_that_looks_like_an_insurer_s_and_would_not_be_read_is_told(tmp_path: Path, folder: str) -> None:
    tree = small_tree(tmp_path)
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / folder / "Nagoya.yaml").write_text("{}", encoding="utf-8")
    (tmp_path / folder / "nagoya.yml").write_text("{}", encoding="utf-8")
    told_of = {one.file: one.message for one in tree.findings()}
    if folder == "docs/statements":
        with pytest.raises(AuthoringError) as caught:
            load_statements(tmp_path, load_library(tmp_path))
        told_of = {one.file: one.message for one in caught.value.findings}
    assert "'Nagoya' is no insurer's id" in told_of[f"{folder}/Nagoya.yaml"]
    assert "this one ends in .yml and would not be read" in told_of[f"{folder}/nagoya.yml"]


def test_among_very_many_names_none_is_looked_for() -> None:
    assert hint("x", [f"name{number}" for number in range(6_000)]).endswith("name19 and 5980 more")
