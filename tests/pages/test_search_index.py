"""The index of the search: made of any pages, small, held to the pages by its table, and the same in both languages."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rulebooks import library

from checker.authoring import AuthoringError
from checker.authoring.ruby import plain
from checker.pages.discretion import is_discreet
from checker.pages.here import FOLDERS
from checker.pages.searching import SearchedPage
from checker.pages.searching.files import search_indexes
from checker.pages.searching.folding import hashed, loosely
from checker.pages.searching.gathering import gather
from checker.pages.searching.naming import naming_words
from checker.pages.searching.packing import ROOM, pack
from checker.pages.searching.sections import read_sections
from checker.pages.searching.wording import forms_of, kana_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMS = Path(__file__).with_name("search_forms.mjs")
TELLTALE = ("DV", "暴力", "虐待", "被害", "加害者", "こわい人", "violence", "abuse")
SPELLINGS = (
    "マイナ保険証",
    "ﾏｲﾅﾎｹﾝｼｮｳ",
    "がまごおりし・ガマゴーリ",
    "もうしこみ おおい とおり こうおつ",
    "My Number  Card(写し) 7-Eleven",
    " 清瀬市 国民健康保険 (東京都)　2025 年",
    "Gamagōri Ｃｉｔｙ ß İ",
    "龍ヶ崎 鎌ｹ谷 づづく ゐる ヶ",
    "\u3000\ufeff\t",
)


def page(address: str, body: str) -> SearchedPage:
    return SearchedPage(address, body)


def index_in(site_dir: Path, language: str) -> dict[str, Any]:
    [file] = (site_dir / "assets").glob(f"search.{language}.*.js")
    script = file.read_text(encoding="utf-8")
    before, after = 'document.dispatchEvent(new CustomEvent("search-index",{detail:', "}));\n"
    assert script.startswith(before)
    assert script.endswith(after)
    told: dict[str, Any] = json.loads(script[len(before) : -len(after)])
    return told


@pytest.fixture(scope="module")
def indexes(site_dir: Path) -> dict[str, dict[str, Any]]:
    return {language: index_in(site_dir, language) for language in FOLDERS}


def numbers(steps: list[int]) -> Iterator[int]:
    last = -1
    for step in steps:
        last += step
        yield last


def test_the_browser_folds_every_text_as_python_does(indexes: dict[str, dict[str, Any]]) -> None:
    texts = [*SPELLINGS, *(line for index in indexes.values() for line in index["lines"])]
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    done = subprocess.run(["node", str(FORMS)], input=lines, capture_output=True, encoding="utf-8", check=True)
    told = [tuple(json.loads(line)) for line in done.stdout.splitlines()]
    assert len(texts) > 1000
    assert told == [(loosely(text), hashed(text)) for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("しかくかくにんしょう", "シカクカクニンショ"),
        ("マイナポータル", "まいなぽたる"),
        ("ﾏｲﾅﾝﾊﾞｰｶｰﾄﾞ", "マイナンバーカード"),
        ("もうしこみ", "モーシコミ"),
        ("ＰＩＮ", "pin"),
        ("保険証 の 期限", "保険証の期限"),
    ],
)
def test_spellings_that_sound_alike_are_the_same(one: str, other: str) -> None:
    assert loosely(one) == loosely(other)


def test_words_of_latin_letters_stay_apart() -> None:
    assert loosely("My  Number カード") == "my numberかど"


def test_a_section_begins_where_a_heading_can_be_gone_to() -> None:
    markup = """
    <h1>清瀬市</h1><p>はじめに</p><nav><a href="#a">目次</a></nav><p class="sn-basis">文1</p><p hidden>まだ</p>
    <section id="a"><h2>手続き</h2><h3>窓口</h3>
      <dl><div><dt>場所</dt><dd><ul><li>1階</li><li>2階</li></ul></dd></div></dl>
      <section id="b"><h3>やめる</h3><p>申請<b>書</b>が要ります。</p></section><p>そのほか</p></section>
    <h2 id="c">もとにした文</h2><h3>国の決まり</h3><ol><li id="d"><p>省令</p><p>出されます。</p></li></ol><p>おわり</p>
    """
    found = [(one.trail, one.anchor, one.name, list(one.lines)) for one in read_sections(markup)]
    assert found == [
        ((), "", "", ["はじめに"]),
        (("手続き",), "a", "", ["窓口", "場所 1階 2階", "そのほか"]),
        (("手続き", "やめる"), "b", "", ["申請書が要ります。"]),
        (("もとにした文",), "c", "", ["国の決まり", "おわり"]),
        (("もとにした文", "国の決まり"), "d", "省令", ["出されます。"]),
    ]
    assert {one.title for one in read_sections(markup)} == {"清瀬市"}


def test_equal_sections_of_several_insurers_are_stored_once() -> None:
    bodies = {name: f'<h1>{name}</h1><h2 id="panel-{name}">届け先</h2><p>電話する</p>' for name in ("a", "b", "c")}
    pages = [page(f"insurers/{name}/index.html", body) for name, body in bodies.items()]
    found = gather([*pages, page("index.html", bodies["a"])], bodies)["ja"]
    told = pack(found, {name: (name, [name]) for name in bodies}, {})
    assert told["pages"] == [("insurers/{}/index.html", -1, 0), ("index.html", 2, 0)]
    assert told["sections"] == [[0, "panel-{}", [0], -1, [2], 1], [1, "", [], -1, [], 0]]
    assert told["lines"] == ["届け先", "電話する", "a"]


def test_what_two_pages_say_at_the_same_place_is_found_on_the_one_that_is_not_behind() -> None:
    body = '<h2 id="passage-a-1">文</h2><p>期限</p>'
    pages = [page("sources/a/index.html", body), page("insurers/a/index.html", body)]
    told = pack(gather(pages, ["a"])["ja"], {"a": ("a", ["a"])}, {"sources/": -1})
    assert told["pages"] == [("insurers/{}/index.html", -1, 0)]


def test_lines_that_only_lead_elsewhere_are_not_said() -> None:
    markup = '<p><a href="a">文1</a>、<a href="b">文2</a></p>'
    markup += '<dl><div><dt>資料</dt><dd><a href="c">清瀬市</a></dd></div></dl>'
    more = '<p>電話 <a href="tel:1">1</a></p><p><a href="tel:2">2</a></p><p><a href="d">保険がないとき。</a></p>'
    [section] = read_sections(f"<h1>家</h1>{markup}{more}")
    assert list(section.lines) == ["電話 1", "2", "保険がないとき。"]


def test_an_insurers_page_is_read_in_parts_as_it_is_read_whole(site_dir: Path) -> None:
    markup = (site_dir / "insurers" / "kiyose" / "index.html").read_text(encoding="utf-8")
    content = markup[markup.index('<div id="content"') : markup.index("</article>")]
    whole = [(one.anchor.replace("kiyose", "{}"), one.trail, tuple(one.lines)) for one in read_sections(content)]
    parts = gather([page("insurers/kiyose/index.html", content)], ["kiyose"])["ja"]
    assert [(one.anchor, one.trail, one.lines) for one in parts] == whole
    assert ("panel-{}", ("書類の届け先と、情報の見え方",)) in [(one.anchor, one.trail) for one in parts]


def test_what_one_insurer_alone_says_is_left_out_where_there_is_no_room() -> None:
    own = "あ" * (ROOM // 2 + 1)
    pages = [page(f"insurers/{name}/index.html", f'<h2 id="c">連絡</h2><p>{name}{own}</p><p>平日</p>') for name in "ab"]
    told = pack(gather(pages, ["a", "b"])["ja"], {name: (name, [name]) for name in "ab"}, {})
    assert told["lines"] == ["連絡", "平日"]
    assert told["sections"] == [[0, "c", [0], -1, [2], 1]]


def test_an_insurer_is_named_by_what_says_which_one() -> None:
    names = naming_words(library().insurers.values(), ["国民健康保険の人", "document of a city"])
    assert {"清瀬", "清瀬市", "きよせ", "kiyose", "東京都"} <= set(names["kiyose"])
    everybody = {word for words in names.values() for word in words}
    assert everybody.isdisjoint({"国民健康保険", "国保", "city", "of", "document"})


def write_tables(root: Path, table: str, ruby: str) -> None:
    folder = root / "docs" / "text"
    folder.mkdir(parents=True)
    (folder / "search.yaml").write_text(table, encoding="utf-8")
    (folder / "ruby.yaml").write_text(ruby, encoding="utf-8")


def told_wrong(tmp_path: Path, table: str) -> list[str]:
    write_tables(tmp_path, table, "紛失: ふんしつ\n")
    told = {"index.html": "<h1>家</h1><p>カードをなくした</p>", "en/index.html": "<h1>Home</h1><p>lost it</p>"}
    pages = [page(address, body) for address, body in told.items()]
    with pytest.raises(AuthoringError) as raised:
        search_indexes(pages, library(), tmp_path)
    return [str(finding) for finding in raised.value.findings]


def test_every_line_of_the_table_must_lead_somewhere(tmp_path: Path) -> None:
    table = """before: [en/]
behind: [gone/]
words:
  - ja: なくした
    en: lost
    typed: [紛失, カードをなくした, ふんしつ, フンシツ]
  - ja: 落とした
    typed: [おとした]
  - typed: [そら]
  - ja: なくした
    fr: perdu
    typed: [無くした]
  - about: [gone/]
    typed: [なくなった]
unshown:
  - ja: なくした
    hashes: [暴力]
"""
    assert told_wrong(tmp_path, table) == [
        "docs/text/search.yaml:2: there is no page in 'gone/'; take it out",
        "docs/text/search.yaml:6: 'ふんしつ' says nothing that the others do not; take it out",
        "docs/text/search.yaml:6: 'フンシツ' says nothing that the others do not; take it out",
        "docs/text/search.yaml:7: '落とした' stands on no page in ja; take what its pages say, or leave it out",
        "docs/text/search.yaml:8: this leads nowhere; name what the pages of a language say",
        "docs/text/search.yaml:9: this leads nowhere; name what the pages of a language say",
        "docs/text/search.yaml:11: unknown key 'fr'; allowed: ja, en, about, typed",
        "docs/text/search.yaml:13: there is no page 'en/gone/index.html'; name one as it stands in the first language",
        "docs/text/search.yaml:13: there is no page 'gone/index.html'; name one as it stands in the first language",
        "docs/text/search.yaml:17: '暴力' is no hash: eight hexadecimal digits in quotes",
    ]


def test_answers_are_taken_back_without_mending_the_table(tmp_path: Path) -> None:
    table = """words:
  - ja: 清瀬市だけの言葉
    typed: [きよせことば]
  - ja: なくした
    typed: [わすれた]
unshown: []
"""
    told = (
        "docs/text/search.yaml:2: '清瀬市だけの言葉' stands on no page in ja; take what its pages say, or leave it out"
    )
    assert told in told_wrong(tmp_path, table)
    (tmp_path / "docs/insurers").mkdir()
    (tmp_path / "docs/insurers/kiyose.yaml").touch()
    pages = [page("index.html", "<h1>家</h1><p>カードをなくした</p>")]
    kiyose = library().insurers["kiyose"]
    withdrawn = {**library().insurers, "kiyose": replace(kiyose, status="withdrawn")}
    draft = {name: one for name, one in library().insurers.items() if name != "kiyose"}
    for insurers in (withdrawn, draft):
        typed = search_indexes(pages, replace(library(), insurers=insurers), tmp_path)["ja"]["words"]
        assert [some for some, leads, _ in typed if leads == ["なくした"]] == [["わすれた"]]
        assert "きよせことば" not in str(typed)
    with pytest.raises(AuthoringError, match="清瀬市だけの言葉"):
        search_indexes(pages, library(), tmp_path)


def test_what_is_found_anyhow_needs_no_line(tmp_path: Path) -> None:
    table = "words:\n  - ja: なくした\n    typed: [カードをなくした人]\nunshown: []\n"
    assert told_wrong(tmp_path, table) == [
        "docs/text/search.yaml:3: 'カードをなくした人' finds this without a line of its own; take it out"
    ]


def test_what_is_typed_leads_to_what_pages_say_and_to_pages_about_it_also_in_kana(tmp_path: Path) -> None:
    table = """words:
  - about: [lost/, "#top"]
    ja: なくした
    en: lost
    typed: [紛失届]
unshown: []
idle: [ですか]
"""
    told = {"lost/index.html": "<p>なくした</p>", "en/lost/index.html": "<p>lost</p>"}
    home = dict.fromkeys(("index.html", "en/index.html"), "<p>家</p>")
    write_tables(tmp_path, table, "紛失: ふんしつ\n届: とどけ\n")
    pages = [page(address, body) for address, body in (told | home).items()]
    indexes = search_indexes(pages, library(), tmp_path)
    about = ["lost/index.html", "index.html#top"]
    assert indexes["ja"]["words"] == [
        [["ふんしつとどけ"], ["紛失届", "なくした"], about],
        [["紛失届", "lost"], ["なくした"], about],
        [["なくした"], [], about],
    ]
    assert indexes["en"]["words"][0][2] == ["en/lost/index.html", "en/index.html#top"]
    assert indexes["en"]["idle"] == ["ですか"]


@pytest.mark.parametrize(
    ("typed", "polite"),
    [
        ("読めな", "読めませ"),
        ("動かない", "動きませ"),
        ("機械がな", "機械がありませ"),
        ("使いたくな", "使いたくありませ"),
    ],
)
def test_what_is_denied_is_known_in_its_polite_form_too(typed: str, polite: str) -> None:
    assert forms_of(typed) == [typed, polite]
    assert forms_of("はな") == ["はな"]


def test_a_word_is_read_by_the_longest_that_are_known() -> None:
    table = {"再": "さい", "発行": "はっこう", "再発行": "さいはっこう"}
    assert kana_of("再発行する", table) == "さいはっこうする"
    assert kana_of("再発見", table) is None


def test_what_stands_on_most_pages_is_said_by_none_of_them() -> None:
    pages = [page(f"{number}/index.html", f"<h1>{number}</h1><p>先に読む</p><p>文{number}</p>") for number in range(12)]
    told = pack(gather(pages, [])["ja"], {}, {})
    assert "先に読む" not in told["lines"]
    assert "文7" in told["lines"]
    fewer = pack(gather(pages[:9], [])["ja"], {}, {})
    assert "先に読む" in fewer["lines"]


def test_no_index_shows_a_word_that_no_page_may_show(indexes: dict[str, dict[str, Any]]) -> None:
    for index in indexes.values():
        assert is_discreet(plain(json.dumps(index, ensure_ascii=False)))
        hashes = {one for some, _ in index["unshown"] for one in some}
        assert hashes >= {hashed(word) for word in TELLTALE}
        assert not hashes & {hashed("保険証"), hashed("住所")}


def test_every_result_leads_to_a_place_that_is_there(indexes: dict[str, dict[str, Any]], site_dir: Path) -> None:
    ids: dict[str, set[str]] = {}
    missing = []
    for index in indexes.values():
        for number, anchor, _, _, _, whose in index["sections"]:
            everybody = range(len(index["insurers"]))
            own = everybody if whose == 1 else numbers(whose) if whose else [0]
            for insurer in own:
                name = index["insurers"][insurer][0]
                address, place = index["pages"][number][0].replace("{}", name), anchor.replace("{}", name)
                if address not in ids:
                    ids[address] = set(re.findall(r'\bid="([^"]*)"', (site_dir / address).read_text(encoding="utf-8")))
                if place and place not in ids[address]:
                    missing.append(f"{address}#{place}")
    assert len(ids) > 30
    assert missing == []


def test_every_page_can_be_found_but_the_search_page(indexes: dict[str, dict[str, Any]], site_dir: Path) -> None:
    for language, index in indexes.items():
        names = [one[0] for one in index["insurers"]]
        found = {address.replace("{}", name) for address, *_ in index["pages"] for name in names}
        folder = site_dir / FOLDERS[language]
        others = {name for name in FOLDERS.values() if name and not FOLDERS[language]} | {"check/", "v1/", "search/"}
        made = {path.relative_to(folder).as_posix() for path in folder.rglob("index.html")}
        pages = {FOLDERS[language] + path for path in made if not path.startswith(tuple(others))}
        assert pages - found == set()
