"""What must never be said, on every page as it is built: tables, procedures, passages, and the panel."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from browser.sayings import Sayings
from pages.standing_texts import read_texts
from pages.test_site import MARKS
from rulebooks import INSURERS, library

from checker.authoring.ruby import plain
from checker.authoring.words import Words
from checker.pages.discretion import is_discreet
from checker.pages.here import here_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pages.standing_texts import Text

    from checker.authoring import Library

LABELS = ("facts", "questions", "pages", "checks", "insurer_pages")
"""Kinds of words that name things or ask, and promise nothing."""

BESIDE_THE_CARD = ("eligibility_notice", "mynaportal_screen", "downloaded_information", "eligibility_declaration")
NEVER_IN_PANEL = ("register_card", "check_registration", "check_insurance_data", "cancel_registration")
LIFTING = re.compile("(?:支援措置|届け出|閲覧制限|届出)(?:を|の)?.{0,8}(?:やめ|解除|取り下げ|取り消|外[しす])")
HEAD_OF_HOUSEHOLD = "世帯主"
STANDING = "data-standing"
PROMISE_NOTHING = re.compile(r"<(th|textarea)\b.*?</\1>", re.DOTALL)
"""Whom a row of a table is about, and code to be copied."""


def _faults(insurer: str, page: str) -> Iterator[str]:
    """Yield what a page of an insurer says and must not."""
    sayings, texts = Sayings(library().insurers[insurer], library()), read_texts(page)
    open_, panel = [one for one in texts if not one.panel], [one for one in texts if one.panel]
    yield from _faults_of_open(sayings, open_)
    yield from _faults_of_ways(sayings, texts)
    yield from _faults_of_panel(sayings, panel)
    yield from _faults_of_papers(sayings, open_)
    yield from _faults_of_passages(insurer, page)
    first = [page.find(mark) for mark in ("<table", "sn-ways", "sn-procedures") if mark in page]
    if STANDING not in page or (first and page.index(STANDING) > min(first)):
        yield "the standing line is missing, or comes too late"


def _faults_of_open(sayings: Sayings, texts: list[Text]) -> Iterator[str]:
    labels = {*_labels(sayings), *(insurer.source.note for insurer in sayings.library.insurers.values())}
    for text in texts:
        label = text.said in labels or text.said.split(":")[-1] in labels
        yield from sayings.faults_of_texts([text.said], old_card=label and not text.way)


def _labels(sayings: Sayings) -> Iterator[str]:
    tree = {kind: sayings.library.words.tree[kind] for kind in LABELS}
    left = list(tree.values())
    while left:
        for value in left.pop().values():
            if isinstance(value, str):
                yield value
            else:
                left.append(value)


def _faults_of_ways(sayings: Sayings, texts: list[Text]) -> Iterator[str]:
    card = sayings.common("items.my_number_card")
    ways: dict[int, str] = {}
    for text in texts:
        if text.way:
            ways[text.way] = ways.get(text.way, "") + text.said
    for way in ways.values():
        if any(sayings.common(f"items.{item}") in way for item in BESIDE_THE_CARD) and card not in way:
            yield f"shows {way!r} without the card"
        if sayings.common("items.old_insurance_card") in way:
            yield "shows an old card"


def _faults_of_panel(sayings: Sayings, texts: list[Text]) -> Iterator[str]:
    settle = {sayings.common("procedures.settle_delivery"), sayings.common("warnings.settle_delivery_first")}
    settled = False
    for text in texts:
        settled = settled or text.said in settle
        if sayings.ids("procedures", text.said) & {*NEVER_IN_PANEL}:
            yield f"the panel sends to {text.said!r}"
        if LIFTING.search(text.said):
            yield f"the panel lifts a protection: {text.said!r}"
        if HEAD_OF_HOUSEHOLD in text.said and not settled:
            yield "the panel names the head of the household before the delivery is settled"
        if text.way and text.said not in (
            sayings.common("items.eligibility_certificate"),
            sayings.common("ui.show_or"),
        ):
            yield f"the panel shows {text.said!r}"
    first = [text.said for text in texts if text.term == sayings.common("panel.first")]
    if first and first[0] != sayings.common("procedures.settle_delivery"):
        yield f"the panel begins with {first[0]!r}"


def _faults_of_papers(sayings: Sayings, texts: list[Text]) -> Iterator[str]:
    rules = sayings.insurer.rulebook.rules
    stated = {one for rule in rules for key in ("where", "bring") for one in rule.then.get(key) or ()}
    for text in texts:
        if text.term and text.said in sayings.named_by_others:
            yield f"names {text.said!r}, which only another insurer's text names"
        named = sayings.ids("papers", text.said) | sayings.ids("places", text.said)
        if text.term and named and not named & stated:
            yield f"names {text.said!r}, which no rule states"


def _faults_of_passages(insurer: str, page: str) -> Iterator[str]:
    for name in re.findall(r'id="passage-([^"]+)"', page):
        if not name.startswith((f"{insurer}-", "national-")):
            yield f"lists {name}"


def _pages_of(site: Path, insurer: str) -> dict[str, str]:
    found = (site / part / insurer / "index.html" for part in ("check", "insurers"))
    return {str(file.relative_to(site)): file.read_text(encoding="utf-8") for file in found}


@pytest.mark.parametrize("insurer", INSURERS)
def test_no_page_of_an_insurer_says_it(site_dir: Path, insurer: str) -> None:
    for name, page in _pages_of(site_dir, insurer).items():
        assert sorted(set(_faults(insurer, page))) == [], name
        assert any(text.way for text in read_texts(page)), name


def test_no_other_page_says_it(site_dir: Path) -> None:
    own = {name for insurer in INSURERS for name in _pages_of(site_dir, insurer)}
    others = [file for file in site_dir.rglob("*.html") if str(file.relative_to(site_dir)) not in own]
    assert len(others) > 3
    told = {language: _told_in(language) for language in library().languages}
    quoted = {language: _quoted(sayings.library) for language, sayings in told.items()}
    for file in others:
        language = here_at(file.relative_to(site_dir).as_posix()).language
        sayings = told[language]
        texts = read_texts(MARKS.sub("", PROMISE_NOTHING.sub("", file.read_text(encoding="utf-8"))))
        texts = [one for one in texts if one.said not in quoted[language]]
        faults = set(_faults_of_open(sayings, [one for one in texts if not one.panel]))
        faults |= set(_faults_of_panel(sayings, [one for one in texts if one.panel]))
        assert {fault for fault in faults if "of another insurer" not in fault} == set(), file


def _quoted(told: Library) -> set[str]:
    """Return what documents say, in our words, whole and by sentences: pages show it as theirs."""
    passages = {plain(one.says) for insurer in told.insurers.values() for one in insurer.passages.values()}
    said = {text for text in passages if is_discreet(text)}
    return said | {sentence for text in said for sentence in re.findall("[^。]+。", text)}


def _told_in(language: str) -> Sayings:
    """Return the words of one language, without the readings that pages show above them."""
    told = library().told_in(language)
    words = Words(language, _without_readings(told.words.tree))
    return Sayings(told.insurers["other"], replace(told, words=words))


def _without_readings(tree: Mapping[str, Any]) -> dict[str, Any]:
    return {key: plain(said) if isinstance(said, str) else _without_readings(said) for key, said in tree.items()}


TABLE = '<div class="sn-tables">'
PANEL = "</details>"
SPOILED = [
    (TABLE, "<p>前の保険証を見せてください。</p>", "an old card that has ended"),
    (TABLE, '<ul class="sn-ways"><li>前の保険証</li></ul>', "shows an old card"),
    (TABLE, '<ul class="sn-ways"><li>資格情報のお知らせ</li></ul>', "without the card"),
    (TABLE, "<p>お知らせだけで受診できます。</p>", "the notice alone"),
    (TABLE, "<p>機械で読めないときは、全額を払います。</p>", "paying in full"),
    (TABLE, "<p>発行には手数料が要ります。</p>", "says"),
    (TABLE, "<p>支援措置を受けている人へ</p>", "says"),
    (TABLE, "<p>042-497-2047</p>", "of another insurer"),
    (TABLE, "<dl><dt>x</dt><dd>写真のついた本人確認書類</dd></dl>", "which no rule states"),
    (TABLE, "<dl><dt>x</dt><dd>各区役所の支援端末</dd></dl>", "only another insurer's text names"),
    (TABLE, '<li id="passage-kiyose-cancel">', "lists kiyose-cancel"),
    (PANEL, '<ul class="sn-ways"><li>マイナンバーカード</li></ul>', "the panel shows"),
    (PANEL, "<p>カードを保険証として使う登録をする</p>", "the panel sends to"),
    (PANEL, "<p>支援措置をやめると、カードを使えます。</p>", "lifts a protection"),
    ("data-panel>", "<p>世帯主あて</p>", "before the delivery is settled"),
    ("data-panel>", "<dl><dt>先にすること</dt><dd><ul><li>保険者に聞く</li></ul></dd></dl>", "the panel begins with"),
]


def test_a_wrong_text_is_seen(site_dir: Path) -> None:
    page = _pages_of(site_dir, "gamagori")["insurers/gamagori/index.html"]
    assert list(_faults("gamagori", page)) == []
    for place, wrong, seen in SPOILED:
        assert place in page, place
        at = page.rindex(place) if place == PANEL else page.index(place) + (len(place) if place.endswith(">") else 0)
        faults = list(_faults("gamagori", page[:at] + wrong + page[at:]))
        assert any(seen in fault for fault in faults), (wrong, faults)
    assert any("standing line" in fault for fault in _faults("gamagori", page.replace(STANDING, "")))
