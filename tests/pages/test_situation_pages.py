"""Situations: what each page leads to, and the one on delivery, which shows the panel and nothing else."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pages.guide_tables import articles
from pages.markup import read_markup
from rulebooks import library

from checker.pages.guides.plan import Said
from checker.pages.guides.plans import PLANS
from checker.pages.guides.situations import DELIVERY, SITUATIONS

TODAY = date(2026, 11, 21)
DEMANDED = (
    "lost", "expired", "returned", "turning_70", "turning_75", "moving", "care", "children", "overseas", "not_card",
    "foreign_residents",
)  # fmt: skip


def test_all_situations_that_were_asked_for_have_a_page() -> None:
    assert {plan.name for plan in SITUATIONS} == {*DEMANDED}


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_each_page_leads_into_the_checker_with_its_errand(language: str) -> None:
    query = "?" if language == "ja" else f"?lang={language}&amp;"
    errands = {errand.id for errand in library().insurers["other"].rulebook.questions.errands}
    for plan in PLANS:
        article = articles(TODAY)[language][plan.page]
        assert plan.errand in errands
        assert f'href="{article.here.up}check/index.html{query}errand={plan.errand}"' in article.body


def test_where_no_document_says_anything_the_page_says_so_and_whom_to_ask() -> None:
    words = library().words
    for name in ("returned", "children", "overseas", "foreign_residents"):
        text = read_markup(articles(TODAY)["ja"][f"situations/{name.replace('_', '-')}/index.html"].body).text
        assert words[f"situations.{name}.not_said"] in text
        assert words["actions.call_insurer"] in text


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("returned", "返した|返納"),
        ("overseas", "海外|国外"),
        ("foreign_residents", "国籍|在留|外国"),
        ("children", "子ども|こども"),
    ],
)
def test_what_is_said_to_be_nowhere_is_in_no_passage(name: str, about: str) -> None:
    """If one is added, the sentence that nobody says anything has to go."""
    national = [one for one in library().insurers["other"].passages.values() if one.id.startswith("national/")]
    assert len(national) > 25
    assert [one.id for one in national if re.search(about, one.says)] == []
    assert Said(f"situations.{name}.not_said") in [said for plan in SITUATIONS for said in plan.sections[0].said]


def test_the_page_on_delivery_shows_the_panel_and_nothing_else() -> None:
    for language, pages in articles(TODAY).items():
        words, article = library().languages[language], pages[DELIVERY]
        assert article.title == words["panel.title"]
        said = [one.text for one in read_markup(article.body).children]
        keys = ("panel.title", "warnings.standing_line", "guides.panel_of_each")
        assert said == [words[key] for key in keys]
        common = pages["documents/index.html"].panel
        assert article.panel.startswith("<details ")
        assert article.panel.replace(" open>", ">", 1) == common
        assert " open>" in article.panel.split("<summary>")[0]
