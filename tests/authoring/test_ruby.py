"""Readings above kanji: the longest word wins, nothing is guessed, and the table fits the texts line by line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rulebooks import ROOT

from checker.authoring.errors import Report
from checker.authoring.ruby import BASE, END, READING, Ruby, plain, read_ruby
from checker.authoring.source import Block, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TABLE = """\
届け出: とどけで
届: とど
保険: ほけん
保険証: ほけんしょう
申し込: もうしこ
出し: だし
出る: でる
月: つき
日: ひ
1日: ついたち
N月: がつ
Nか月: かげつ
N回: かい
N歳: さい
N歳以上: さいいじょう
N日: null
1人: ひとり
N人: にん
通知カード: つうちかーど
やり方: やりかた
"""


def table(text: str, folder: Path) -> tuple[Ruby, tuple[str, ...]]:
    """Return the table and what is wrong with it."""
    (folder / "ruby.yaml").write_text(text, encoding="utf-8")
    report = Report(folder)
    ruby = read_ruby(read_yaml(folder / "ruby.yaml", report), report)
    return ruby, tuple(map(str, report.findings))


@pytest.fixture(scope="module")
def ruby(tmp_path_factory: pytest.TempPathFactory) -> Ruby:
    found, problems = table(TABLE, tmp_path_factory.mktemp("table"))
    assert problems == ()
    return found


def inline(marked: str) -> str:
    """Return the text with each reading in brackets behind its kanji, for people."""
    return marked.replace(BASE, "").replace(READING, "[").replace(END, "]")


def test_how_a_reading_is_marked(ruby: Ruby) -> None:
    assert ruby.with_ruby("保険です") == "\ufff9保険\ufffaほけん\ufffbです"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("前の保険証券", "前の保険証券"),
        ("保険証の", "保険証[ほけんしょう]の"),
        ("保険の", "保険[ほけん]の"),
        ("届け出を 出し", "届[とど]け出[で]を 出[だ]し"),
        ("出る ものを 出します", "出[で]る ものを 出[だ]します"),
        ("申し込み、申し込む", "申[もう]し込[こ]み、申[もう]し込[こ]む"),
        ("通知カード", "通知[つうち]カード"),
        ("やり方", "やり方[かた]"),
        ("この 方", "この 方"),
    ],
)
def test_the_longest_word_that_fits_and_kanji_alone(ruby: Ruby, text: str, read: str) -> None:
    assert inline(ruby.with_ruby(text)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024年12月2日", "2024年12月[がつ]2日"),
        ("次の 月は 12月", "次の 月[つき]は 12月[がつ]"),
        ("1か月から 2か月", "1か月[げつ]から 2か月[げつ]"),
        ("3回、10回", "3回[かい]、10回[かい]"),
        ("70歳から 75歳以上", "70歳[さい]から 75歳以上[さいいじょう]"),
        ("1日と 21日と その 日", "1日[ついたち]と 21日と その 日[ひ]"),
        ("1人、11人、21人、3人", "1人[ひとり]、11人[にん]、21人[にん]、3人[にん]"),
        ("70歳", "70歳[さい]"),
    ],
)
def test_after_a_number_only_counters_are_read(ruby: Ruby, text: str, read: str) -> None:
    assert inline(ruby.with_ruby(text)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("{age}歳以上", "{age}歳以上[さいいじょう]"),
        ("{month}月{day}日", "{month}月[がつ]{day}日"),
        ("{保険}と 保険", "{保険}と 保険[ほけん]"),
        ("{month}保険", "{month}保険"),
    ],
)
def test_places_stay_as_they_are_and_count_as_numbers(ruby: Ruby, text: str, read: str) -> None:
    assert inline(ruby.with_ruby(text)) == read


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("保険証を 出します", []),
        ("新保険証と 保険証券、保険", ["新保険証", "保険証券"]),
        ("21日は 水曜日", ["水曜日"]),
        ("2個", ["個"]),
        ("{document}届", ["届"]),
    ],
)
def test_a_run_is_read_as_a_whole_or_missing(ruby: Ruby, text: str, runs: list[str]) -> None:
    assert ruby.missing(text) == runs


def marked(texts: str, ruby: Ruby, folder: Path) -> tuple[Block, list[str]]:
    (folder / "ja-easy.yaml").write_text(texts, encoding="utf-8")
    report = Report(folder)
    [tree] = ruby.mark([read_yaml(folder / "ja-easy.yaml", report)], report)
    return tree, sorted(map(str, report.findings))


def test_what_is_missing_is_named_with_its_line_and_so_is_what_nobody_uses(tmp_path: Path) -> None:
    ruby, _ = table("保険: ほけん\n届く: とどく\n出る: でる\nN日: null\n", tmp_path)
    texts = 'ui:\n  one: 保険が 届く\n  more:\n    two: 保険証を 出す 人\n  three: "{day}日"\n'
    tree, problems = marked(texts, ruby, tmp_path)
    assert problems == [
        "ja-easy.yaml:4: two: no reading for '人' in '保険証を 出す 人'; add a line `人: READING` to ruby.yaml",
        "ja-easy.yaml:4: two: no reading for '保険証' in '保険証を 出す 人'; add a line `保険証: READING` to ruby.yaml",
        "ja-easy.yaml:4: two: no reading for '出' in '保険証を 出す 人'; add a line `出: READING` to ruby.yaml",
        "ruby.yaml:3: no text has '出る' where nothing longer fits; remove the line",
    ]
    assert inline(tree["ui"]["one"]) == "保険[ほけん]が 届[とど]く"
    assert (tree["ui"].at("three"), tree["ui"]["more"].at("two")) == (5, 4)


def test_what_is_no_text_is_left_for_those_who_check_texts(tmp_path: Path) -> None:
    ruby, _ = table("保険: ほけん\n", tmp_path)
    tree, problems = marked("one: 保険\ntwo: 3\nthree: [保険証]\n", ruby, tmp_path)
    assert (tree["two"], tree["three"], problems) == (3, ["保険証"], [])


def test_all_that_is_wrong_with_the_table_is_told_at_once(tmp_path: Path) -> None:
    lines = {
        "保険: ホケン": "the reading of '保険' is 'ホケン'; write it in hiragana",
        "月: 2": "the reading of '月' is the number 2; write it in hiragana",
        "日: null": "the reading of '日' is empty; write it in hiragana",
        "カード: かーど": "'カード' is no word with kanji; allowed: kanji and kana",
        "N: えぬ": "'N' is no word with kanji",
        "その 人: そのひと": "'その 人' is no word with kanji",
        "届く: とどける": "the reading 'とどける' does not have the kana of '届く'; write both out",
        "聞き手: きききて": "'きききて' can be split over '聞き手' in more than one way; write a shorter word",
        "書く: [かく]": "the reading of '書く' is a list; write it in hiragana",
        "人: ひと": None,
        '"人": にん': "duplicate key '人', first used in line 10",
    }
    ruby, problems = table("\n".join(lines), tmp_path)
    expected = [(place, told) for place, told in enumerate(lines.values(), 1) if told]
    assert len(problems) == len(expected)
    for line, told in expected:
        assert any(one.startswith(f"ruby.yaml:{line}: {told}") for one in problems), told
    assert ruby.with_ruby("保険") == "保険"


PIECES = [line.partition(":")[0].removeprefix("N") for line in TABLE.splitlines()]


@given(st.lists(st.sampled_from([*PIECES, "1", "20", "{day}", "{from}", "新", "の", " ", "カ", "}", "{"])).map("".join))
def test_without_its_marks_the_text_is_as_it_was(ruby: Ruby, text: str) -> None:
    told = ruby.with_ruby(text)
    assert plain(told) == text
    assert told.count(BASE) == told.count(READING) == told.count(END)


@cache
def real() -> tuple[Ruby, list[Block], Report]:
    """Return the project's table, its texts with the readings marked, and what is wrong with both."""
    report = Report(ROOT)
    found = read_ruby(read_yaml(ROOT / "docs" / "text" / "ruby.yaml", report), report)
    texts = read_yaml(ROOT / "docs" / "text" / "ja-easy.yaml", report)
    files = [*sorted((ROOT / "docs" / "insurers").glob("*.yaml")), ROOT / "docs" / "national.yaml"]
    told = [read_yaml(file, report)["other_languages"] for file in files]
    own = [languages["ja-easy"] for languages in told if "ja-easy" in languages]
    return found, found.mark([texts, *own], report), report


def texts_of(block: Block) -> Iterator[str]:
    for value in block.values():
        yield from texts_of(value) if isinstance(value, Block) else [str(value)]


def test_every_text_is_covered_and_every_line_is_used() -> None:
    _, trees, report = real()
    assert [str(found) for found in report.findings] == []
    assert sum(BASE in text for tree in trees for text in texts_of(tree)) > 600


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("期限が 来たら 届く。期限が 来ると", "期限[きげん]が 来[き]たら 届[とど]く。期限[きげん]が 来[く]ると"),
        ("日付を 入れる。保険に 入って いる", "日付[ひづけ]を 入[い]れる。保険[ほけん]に 入[はい]って いる"),
        ("何が 届くか。何歳ですか", "何[なに]が 届[とど]くか。何歳[なんさい]ですか"),
        ("書類が 届け先に。届け出", "書類[しょるい]が 届[とど]け先[さき]に。届[とど]け出[で]"),
        ("記録は 消えません。消して", "記録[きろく]は 消[き]えません。消[け]して"),
        ("12月の 次の 月", "12月[がつ]の 次[つぎ]の 月[つき]"),
        ("生まれた 日は {day}日", "生[う]まれた 日[ひ]は {day}日"),
        ("答えが 出ました。出せます", "答[こた]えが 出[で]ました。出[だ]せます"),
    ],
)
def test_what_is_read_by_what_stands_beside_it(text: str, read: str) -> None:
    ruby, _, _ = real()
    assert inline(ruby.with_ruby(text)) == read


def test_kanji_of_several_readings_never_stand_alone_in_the_table() -> None:
    ruby, _, _ = real()
    assert [kanji for kanji in "上下中何入出行来生開止消話方後分合変少" if kanji in ruby.table] == []
