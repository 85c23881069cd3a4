"""What pages on situations and documents quote from insurers' own documents, and the number that stops a card."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from pages.guide_tables import articles, articles_of, twin_of
from pages.markup import read_markup
from rulebooks import library

from checker.authoring.ruby import plain
from checker.pages.guides import heard
from checker.pages.guides.heard import MATTERS, speaking_of
from checker.pages.guides.plans import PLANS
from checker.pages.guides.situations import SITUATIONS
from checker.pages.guides.tellers import NAMED
from checker.pages.passages import listed_passages
from checker.pages.proof import passage_anchor

TODAY = date(2026, 11, 22)
LANGUAGES = ("ja", "ja-easy", "en")
HOTLINE = "0120-95-0178"
QUOTED = {
    "overseas": ("situations/overseas", "health-society/overseas"),
    "stopping": ("situations/lost", "gamagori/suspend"),
    "minors": ("situations/children", "kiyose/cancel-who"),
    "checking": ("situations/not-card", "health-society/check"),
    "elderly_recipient": ("situations/turning-70", "designated-city/q4"),
}


def _body(page: str, language: str = "ja") -> str:
    return articles(TODAY)[language][f"{page}/index.html"].body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("matter", MATTERS)
def test_a_page_quotes_every_document_that_speaks_of_its_matter(matter: str, language: str) -> None:
    page, passage = QUOTED[matter]
    found = [name for names in speaking_of(matter, library()).values() for name in names]
    assert passage in found
    told = library().told_in(language)
    body = _body(page, language)
    assert plain(told.words[f"guides.heard_{matter}"]) in plain(read_markup(body).text)
    for name in found:
        insurer = told.insurers[name.partition("/")[0]]
        assert plain(insurer.passages[name].says) in plain(read_markup(body).text)
        assert f'sources/{insurer.id}/index.html#{passage_anchor(name)}"' in body


def test_each_matter_is_quoted_on_some_page_and_those_on_the_card_on_its_own_page() -> None:
    assert {one for plan in PLANS for section in plan.sections for one in section.heard} == {*MATTERS}
    assert passage_anchor("health-society/check") in _body("documents/my-number-card")


def test_nothing_is_quoted_that_may_not_stand_in_the_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heard, "MATTERS", {"all": "."})
    found = speaking_of("all", library())
    hidden = 0
    for insurer in library().insurers.values():
        own = {name for name in insurer.passages if name.startswith(f"{insurer.id}/")}
        listed = {one.id for one in listed_passages(insurer)}
        assert {*found.get(insurer.id, ())} == own & listed
        hidden += len(own - listed)
    assert hidden > 0


def test_where_nobody_speaks_of_a_matter_nothing_is_said_to_be_written_of_it() -> None:
    gone = replace(library().insurers["health-society"], status="withdrawn")
    fewer = replace(library(), insurers={**library().insurers, gone.id: gone}, languages={"ja": library().words})
    body = articles_of(fewer, TODAY)["ja"]["situations/overseas/index.html"].body
    assert library().words["guides.heard_overseas"] not in body
    assert library().words["situations.overseas.others_not_said"] in body


def test_answers_made_without_regard_to_living_abroad_are_said_to_be_so_before_they_are_given() -> None:
    body, words = _body("situations/overseas"), library().words
    table = body.index("<table")
    for key in ("others_not_said", "ask_before"):
        assert 0 < body.index(words[f"situations.overseas.{key}"]) < table
    assert body.index(words["guides.heard_overseas"]) < table


def test_the_number_that_stops_a_card_stands_below_the_sentence_with_all_who_state_it() -> None:
    stating = {one.id for one in library().insurers.values() for two in one.contacts if HOTLINE in str(two.phone)}
    assert len(stating) == 3
    for language in LANGUAGES:
        words = library().languages[language]
        body = _body("situations/lost", language)
        stop = body.index(read_markup(words["actions.suspend_card"]).text[-6:])
        line = body[body.index('<a href="tel:') : body.index("</p>", body.index("</address>"))]
        assert stop < body.index(line)
        assert line.startswith(f'<a href="tel:{HOTLINE.replace("-", "")}">{HOTLINE}</a>')
        assert set(re.findall(r"insurers/([^/]+)/index\.html#contact", line)) == stating


def test_everybody_who_lost_the_old_card_finds_a_row() -> None:
    (plan,) = (plan for plan in SITUATIONS if plan.name == "lost")
    cases = [case.facts for section in plan.sections for case in section.cases]
    lost = [one for one in cases if one.get("event") == ["lost_old_card"]]
    assert [(one["my_number_card"], one.get("registration")) for one in lost] == [
        ("held", "registered"),
        ("held", "not_registered"),
        ("none", None),
        ("lost", None),
    ]


def test_papers_of_each_who_may_go_for_somebody_stand_on_the_page_on_care() -> None:
    words, gamagori = library().words, library().insurers["gamagori"].words
    text = read_markup(_body("situations/care")).text
    assert words["situations.care.applying"] in text
    assert gamagori["gamagori-window"] in text
    for key in ("values.self", "values.same_household", "values.other_household"):
        assert words[f"facts.applicant.{key}"] in text
    assert words["papers.letter_of_proxy"] in text
    assert words["delivery.household_head"] in text


def test_places_that_are_worded_otherwise_stand_apart_though_their_ids_are_the_same() -> None:
    gamagori = library().insurers["gamagori"]
    other = replace(twin_of(gamagori, 0), words={**gamagori.words, "gamagori-window": "別の窓口"})
    twins = replace(library(), insurers={**library().insurers, other.id: other}, languages={"ja": library().words})
    text = read_markup(articles_of(twins, TODAY)["ja"]["situations/care/index.html"].body).text
    assert "別の窓口" in text
    assert gamagori.words["gamagori-window"] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_does_not_know_a_paper_is_told_to_go_by_its_title(language: str) -> None:
    body = _body("documents", language)
    assert library().languages[language]["guides.unknown_paper"] in body
    assert body.index('href="') < body.index("glossary/index.html") < body.index('class="sn-pick"')


def test_what_the_glossary_says_of_the_limit_beside_the_card_is_said_by_passages() -> None:
    term = library().words["glossary.terms.limit.term"]
    said = [
        one.says for insurer in library().insurers.values() for one in insurer.passages.values() if term in one.says
    ]
    needless = [text for text in said if re.search(f"{term}が(?:要りません|なくても)", text)]
    assert len(needless) == len(said) > 2
    assert [text for text in needless if "そうならないこと" in text]


def test_of_very_many_texts_the_rest_is_counted() -> None:
    kiyose, name = library().insurers["kiyose"], "cancel-who"
    twins = {}
    for number in range(20):
        twin = twin_of(kiyose, number)
        passage = replace(twin.passages[f"{twin.id}/{name}"], says=f"未成年の人の文、その{number}。")
        twins[twin.id] = replace(twin, passages={**twin.passages, passage.id: passage})
    many = replace(library(), insurers={**library().insurers, **twins}, languages={"ja": library().words})
    body = articles_of(many, TODAY)["ja"]["situations/children/index.html"].body
    assert len(set(re.findall("未成年の人の文、その[0-9]+", body))) == NAMED - 1
    assert library().words["guides.counted"].format(n=20 - NAMED + 1) in body
