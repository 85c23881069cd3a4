"""The sheet for the reception desk: what stands on it, how it opens and goes, and that it is one page of paper."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from browser.accessibility import accessibility_faults
from browser.sayings import HIDDEN
from browser.visitor import ORDINARY, Visitor
from browser.watch import wait_until
from playwright.sync_api import PdfMargins
from rulebooks import INSURERS, library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from browser.conftest import OpenPage
    from playwright.sync_api import Page, Route

LANGUAGES = ("ja", "ja-easy", "en")
LARGE_TYPE, TYPE = 22, 12
"""Points, of what to show and of what the person keeps, where they are few."""
SMALLEST_WAYS, SMALLEST_TYPE = 11, 7
"""The same where they are many."""

ANY_READER: Mapping[str, str] = {"errand": "which_document", **ORDINARY}
NOTHING_KNOWN: Mapping[str, str] = {"errand": "lost"}
CANCELS: Mapping[str, str] = {"errand": "cancel", **ORDINARY}
NEEDS_HELP: Mapping[str, str | tuple[str, ...]] = {
    **ANY_READER,
    "gate": "care_needs=companion",
    "has": "eligibility_notice",
}
AT_DESK: Mapping[str, str | tuple[str, ...]] = {
    "errand": "at_desk",
    **ORDINARY,
    "reader": "fault",
    "brings": ("my_number_card", "smartphone"),
    "has": "eligibility_notice",
}
PEOPLE = (ANY_READER, NOTHING_KNOWN, CANCELS, NEEDS_HELP, AT_DESK)

_LOOK = """(half) => {
  const root = document.querySelector(`.sheet:not([hidden]) ${half}`);
  for (const reading of root.querySelectorAll('rt, rp')) reading.remove();
  return root.innerText;
}"""


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    found = Visitor(page, http_site)
    found.without_python()
    return found


@pytest.fixture(params=(360, 1280))
def at_width(request: pytest.FixtureRequest, open_page: OpenPage, http_site: str) -> Visitor:
    found = Visitor(open_page(viewport={"width": request.param, "height": 740}), http_site)
    found.without_python()
    return found


def take(visitor: Visitor, insurer: str, answers: Mapping[str, Any], language: str = "ja") -> Page:
    """Walk to an answer and open its sheet."""
    visitor.open(insurer)
    visitor.walk(answers)
    speak(visitor.page, language)
    visitor.page.click("[data-sheet]")
    return visitor.page


def speak(page: Page, language: str) -> None:
    """Change the language of the page; nothing happens where it speaks it already."""
    page.evaluate("(language) => document.querySelector(`[data-language='${language}']`).click()", language)
    wait_until(page, f"document.querySelector('[data-language={language}]').ariaCurrent === 'true'")


def text(page: Page, half: str) -> str:
    """The text of one half, without readings."""
    told: str = page.evaluate(_LOOK, f'[data-half="{half}"]')
    return told


def ways(page: Page) -> list[list[str]]:
    """What the card says to show together."""
    told: list[str] = page.evaluate("[...document.querySelectorAll('.sheet [data-way]')].map((one) => one.dataset.way)")
    return [one.split() for one in told]


def printed(page: Page) -> int:
    """How many pages of A4 come out of a printer that leaves 10 mm at each side."""
    margin = PdfMargins(top="10mm", right="10mm", bottom="10mm", left="10mm")
    return _pages_of(page.pdf(format="A4", margin=margin))


def _pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def today() -> str:
    return datetime.now(UTC).astimezone(timezone(timedelta(hours=9))).strftime("%Y年%-m月%-d日")


def test_at_a_desk_the_card_has_the_ways_that_what_was_brought_covers(visitor: Visitor) -> None:
    page = take(visitor, "gamagori", {**AT_DESK, "enrolled_on": "youngest"})
    assert visitor.decision["status"] == "decided"
    assert ways(page) == visitor.decision["care"]["now"]
    assert [["my_number_card", "eligibility_notice"]] != ways(page) != []
    assert library().words["items.my_number_card"] in text(page, "desk")
    assert library().words["items.mynaportal_screen"] in text(page, "desk")


@pytest.mark.parametrize("insurer", INSURERS)
def test_elsewhere_it_has_what_the_answer_says_of_today(visitor: Visitor, insurer: str) -> None:
    visitor.open(insurer)
    visitor.walk({**ANY_READER, "has": "eligibility_notice"})
    said = visitor.page.locator('[data-part="today"] .way').all_inner_texts()
    visitor.page.click("[data-sheet]")
    names = [[library().words[f"items.{item}"] for item in way] for way in ways(visitor.page)]
    assert [" と ".join(way) for way in names] == said
    assert len(said) > 1
    for name in {name for way in names for name in way}:
        assert name in text(visitor.page, "desk")


@pytest.mark.parametrize("insurer", INSURERS)
def test_it_says_who_says_so_and_of_which_day(visitor: Visitor, insurer: str) -> None:
    told = library().insurers[insurer]
    card = text(take(visitor, insurer, ANY_READER), "desk")
    decision = visitor.decision
    named = f"{told.source.title}({told.source.year}・保険者の文書)"
    assert decision["care"]["basis"] == ("national" if insurer == "other" else "insurer")
    assert (named in card) == (decision["care"]["basis"] == "insurer")
    assert "根拠にした資料" in card
    assert f"{today()}の答え" in card
    assert told.name in card
    assert told.rulebook.version[:7] in card
    assert library().words["sheet.not_official"] in card
    own = [one for one in told.contacts if one.phone and one.name.startswith(told.body)]
    assert all(one.phone[0][1] in card for one in own[:1])
    numbers = [number for one in own for _, number in one.phone]
    kept = text(visitor.page, "own")
    assert all(number in kept for number in numbers)
    assert (library().words["ui.contact_none"] in kept) == (not numbers)


def test_the_card_of_another_day_says_so(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk({**ANY_READER, "birth_date": "unknown"})
    visitor.page.click('[data-change="on_date"]')
    visitor.choose("date")
    visitor.page.fill('[type="date"]', "2027-06-01")
    visitor.page.click("[data-next]")
    visitor.page.click("[data-sheet]")
    assert f"2027年6月1日についての答え({today()}に調べました)" in text(visitor.page, "desk")


def test_the_card_of_rules_that_were_not_looked_at_again_in_time_says_so(visitor: Visitor) -> None:
    said = library().words["ui.review_needed"]
    assert said not in text(take(visitor, "kiyose", ANY_READER), "desk")
    visitor.page.clock.set_fixed_time("2027-10-01T03:00:00Z")
    assert said in text(take(visitor, "kiyose", {**ANY_READER, "birth_date": "unknown"}), "desk")


def test_below_the_cut_stand_the_act_the_document_and_where_to_go_with_what(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", {"errand": "lost", "lost_item": "my_number_card", **ORDINARY, "applicant": "self"})
    kept, words = text(page, "own"), library().words
    assert visitor.page.inner_text(".act") in kept
    (document,) = visitor.decision["document"]["issued"]
    assert words[f"documents.{document['id']}"] in kept
    assert words[f"routes.{document['route']}"] in kept
    own = library().insurers["kiyose"].words
    for procedure in visitor.decision["procedures"]:
        assert words[f"procedures.{procedure['id']}"] in kept
        for kind, ids in (("places", procedure["where"]), ("papers", procedure["bring"])):
            assert all((own.get(one) or words[f"{kind}.{one}"]) in kept for one in ids or ())
    assert words["warnings.standing_line"] in kept
    assert words["ui.operator_unset"] in kept


def test_strangers_read_nothing_of_what_was_answered(visitor: Visitor) -> None:
    """Whatever was said, the card of all those who can show nothing yet is one and the same."""
    cards = set()
    for card, more in (("none", {}), ("lost", {}), ("returned", {}), ("renewing", {"gate": "care_needs=guardian"})):
        person = {**ANY_READER, **more, "my_number_card": card}
        cards.add(text(take(visitor, "namerikawa", person), "desk"))
        assert visitor.decision["care"] is None or visitor.decision["care"]["show"] != []
        assert ways(visitor.page) == []
    (card_of_all,) = cards
    assert library().words["sheet.say"] in card_of_all


def test_no_birth_date_stands_on_it(visitor: Visitor) -> None:
    visitor.open("kiyose")
    visitor.walk(ANY_READER, until="birth_date")
    visitor.choose("date")
    visitor.page.fill('[type="date"]', "1952-03-04")
    visitor.page.click("[data-next]")
    visitor.walk(ANY_READER)
    assert "1952" in visitor.page.inner_text('[data-part="answers"]')
    visitor.page.click("[data-sheet]")
    both = text(visitor.page, "desk") + text(visitor.page, "own")
    assert "1952" not in both
    assert "昭和" not in both


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_sheet_is_one_page_of_paper_and_all_of_it_is_on_it(visitor: Visitor, insurer: str) -> None:
    for place, person in enumerate(PEOPLE):
        page = take(visitor, insurer, person)
        for language in LANGUAGES:
            speak(page, language)
            told = f"{insurer} {dict(person)} {language}"
            sizes = [float(one) for one in page.evaluate(_FIT)]
            assert _cut_off(page) == [], told
            assert sizes[0] * LARGE_TYPE >= SMALLEST_WAYS, told
            assert sizes[1] * TYPE >= SMALLEST_TYPE, told
            if language == LANGUAGES[place % len(LANGUAGES)]:
                assert printed(page) == 1, told
    assert _pages_of(visitor.page.pdf(prefer_css_page_size=True)) == 1


_FIT = "[...document.querySelectorAll('.sheet-half')].map((one) => one.style.getPropertyValue('--fit'))"


def _cut_off(page: Page) -> list[str]:
    """Halves whose text would not fit on the paper."""
    found: list[str] = page.evaluate(
        """() => {
          const sheet = document.querySelector('.sheet');
          sheet.classList.add('on-paper');
          const over = [...sheet.querySelectorAll('.sheet-half')]
            .filter((one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth)
            .map((one) => one.dataset.half);
          sheet.classList.remove('on-paper');
          return over;
        }"""
    )
    return found


def test_paper_has_the_sheet_alone_cut_in_the_middle_and_the_answer_is_printed_whole(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", CANCELS)
    page.set_viewport_size({"width": 718, "height": 1047})
    page.emulate_media(media="print")
    assert page.locator("[data-result]").is_hidden()
    for other in (".bar", ".languages", "footer", "[data-panel]", ".insurer", ".sheet .buttons"):
        assert page.locator(other).first.is_hidden(), other
    top = page.locator(".sheet").bounding_box()
    cut = page.locator(".sheet-cut").bounding_box()
    assert top is not None
    assert cut is not None
    millimetres = (cut["y"] - top["y"]) * 25.4 / 96
    assert millimetres == pytest.approx(297 / 2 - 10, abs=0.5)
    page.emulate_media(media="screen")
    page.click("[data-sheet-back]")
    page.emulate_media(media="print")
    assert page.locator(".sheet").is_hidden()
    assert page.locator("[data-sheet]").is_hidden()
    assert page.locator('[data-part="procedures"]').is_visible()
    assert page.locator("footer").is_visible()
    assert printed(page) >= 2


def test_each_line_stands_in_japanese_and_in_the_reader_s_language(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    assert page.locator(".sheet-half .sheet-first").count() == 0
    japanese = text(page, "desk") + text(page, "own")
    speak(page, "en")
    firsts = page.locator(".sheet-half .sheet-first")
    assert firsts.count() == page.locator(".sheet-half .sheet-second").count() > 20
    assert set(firsts.evaluate_all("(all) => all.map((one) => one.lang)")) == {"ja"}
    assert [line for line in firsts.all_inner_texts() if line.strip() not in japanese] == []
    assert library().words["sheet.lead"] in text(page, "desk")
    assert library().words["acts.use_card"] in text(page, "own")
    words = library().languages["en"]
    assert words["sheet.lead"] in text(page, "desk")
    assert words["acts.use_card"] in text(page, "own")


def test_easy_japanese_stands_beside_the_usual_on_the_card_and_alone_below(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER, "ja-easy")
    words = library().languages["ja-easy"]
    assert library().words["sheet.lead"] in text(page, "desk")
    assert _plain(words["sheet.lead"]) in text(page, "desk")
    assert _plain(words["acts.use_card"]) in text(page, "own")
    assert page.locator('[data-half="own"] .sheet-first').count() == 0


def _plain(said: str) -> str:
    """Without readings."""
    return re.sub("\ufff9([^\ufffa]*)\ufffa[^\ufffb]*\ufffb", r"\1", said)


def test_the_card_is_never_put_into_another_language_by_a_machine(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    assert page.get_attribute('[data-half="desk"]', "translate") == "no"
    assert page.get_attribute('[data-half="own"]', "translate") is None


def test_it_opens_and_goes_by_keyboard_with_the_focus_and_leaves_no_trace_in_the_history(at_width: Visitor) -> None:
    page = at_width.page
    at_width.open("kiyose")
    at_width.walk(ANY_READER)
    steps, address = page.evaluate("history.length"), page.url
    page.focus("[data-sheet]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.sheet h1')")
    assert page.locator("[data-result]").is_hidden()
    assert page.evaluate("document.querySelector('.sheet h1').getBoundingClientRect().top") > page.evaluate(
        "document.querySelector('.bar').getBoundingClientRect().bottom"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('[data-print]')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-sheet]')")
    assert page.locator("[data-result]").is_visible()
    assert page.locator(".sheet").is_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-sheet]')")
    assert (page.evaluate("history.length"), page.url) == (steps, address)


def test_nothing_of_the_lower_half_is_seen_on_the_phone_that_is_shown(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", {**ANY_READER, "my_number_card": "lost"})
    box = page.locator('[data-half="own"]').bounding_box()
    assert box is not None
    assert box["y"] >= 740
    assert page.locator(".leave").is_visible()


def test_the_standing_line_opens_the_panel(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    address = page.url
    page.click(".sheet [data-open-panel]")
    assert page.locator(".sheet").is_hidden()
    assert page.locator("[data-result]").is_visible()
    assert page.evaluate("document.activeElement.closest('[data-panel]').open")
    assert page.url == address


def test_the_next_person_finds_nothing_of_it(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    page.click(".sheet [data-restart]")
    assert visitor.question == "errand"
    assert page.locator(".sheet").count() == 0


@pytest.mark.faults_expected  # leaving is a request to another origin
def test_the_quick_exit_wipes_it(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    left = page.evaluate("document.querySelector('[data-leave]').click(), document.body.childElementCount")
    assert left == 0


def test_another_language_keeps_it_and_the_answer_behind_it(visitor: Visitor) -> None:
    page = take(visitor, "kiyose", ANY_READER)
    speak(page, "en")
    assert page.locator(".sheet:not([hidden])").count() == 1
    assert page.locator("[data-result]").is_hidden()
    page.click("[data-sheet-back]")
    assert visitor.heading == library().languages["en"]["acts.use_card"]
    speak(page, "ja")
    assert page.locator(".sheet:not([hidden])").count() == 0


def test_there_is_none_of_a_contradiction_nor_of_somebody_insured_elsewhere(visitor: Visitor) -> None:
    visitor.open("gamagori")
    visitor.walk({"errand": "at_desk", "reader": "fault", "brings": "my_number_card"}, until="my_number_card")
    visitor.answer("none")
    assert visitor.decision["status"] == "contradiction"
    assert visitor.page.locator("[data-sheet]").count() == 0
    visitor.open("kiyose")
    visitor.walk(ANY_READER, until="birth_date")
    visitor.choose("date")
    visitor.page.fill('[type="date"]', "1940-03-04")
    visitor.page.click("[data-next]")
    visitor.walk(ANY_READER)
    assert visitor.decision["status"] == "out_of_scope"
    assert visitor.page.locator("[data-sheet]").count() == 0


def test_an_answer_that_python_denies_has_none(page: Page, http_site: str) -> None:
    def spoil(route: Route) -> None:
        changed = re.sub(r"\[\\*\"my_number_card\\*\"\]", "[]", route.fetch().text())
        route.fulfill(body=changed, content_type="application/json")

    page.route("**/rulebook.*.json", spoil)
    usual = Visitor(page, http_site)
    usual.open("kiyose")
    usual.walk(ANY_READER)
    page.click("[data-sheet]")
    wait_until(page, "document.querySelector('[data-checker]').dataset.state === 'error'", 60)
    assert page.locator(".sheet").is_hidden()
    assert page.locator("[data-fault]").is_visible()
    assert page.locator("[data-sheet]").is_hidden()


def test_axe_finds_nothing_and_nothing_hidden_is_named(at_width: Visitor) -> None:
    for person, languages in ((AT_DESK, LANGUAGES), (NOTHING_KNOWN, LANGUAGES[:1])):
        page = take(at_width, "gamagori", person)
        for language in languages:
            speak(page, language)
            assert accessibility_faults(page) == [], language
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) == 0
            assert HIDDEN.search(text(page, "desk") + text(page, "own").replace(_menu(), "")) is None


def _menu() -> str:
    return library().words["panel.title"]


def test_it_opens_from_a_folder(open_page: OpenPage, site_dir: Path) -> None:
    page = open_page(offline=True)
    visitor = Visitor(page, site_dir.as_uri())
    take(visitor, "kiyose", ANY_READER)
    assert ways(page)
    speak(page, "en")
    assert library().languages["en"]["sheet.desk"] in text(page, "desk")
    assert printed(page) == 1
