"""What stands on the sheet for the reception desk: the answer, who says so, and nothing that was answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from browser.sheets import ANY_READER, AT_DESK, speak, take, text, today, ways
from browser.visitor import ORDINARY, Visitor
from rulebooks import INSURERS, library

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def visitor(page: Page, http_site: str) -> Visitor:
    found = Visitor(page, http_site)
    found.without_python()
    return found


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
    visitor.go_on()
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
    visitor.go_on()
    visitor.walk(ANY_READER)
    assert "1952" in visitor.page.inner_text('[data-part="answers"]')
    visitor.page.click("[data-sheet]")
    both = text(visitor.page, "desk") + text(visitor.page, "own")
    assert "1952" not in both
    assert "昭和" not in both


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
