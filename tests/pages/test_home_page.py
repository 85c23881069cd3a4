"""The home page: one tap from the first question, also where thousands of insurers could be meant."""

from __future__ import annotations

from datetime import date

import pytest
from pages.many_insurers import with_copies
from pages.markup import read_markup
from rulebooks import library

from checker.pages.assets import Assets
from checker.pages.home_page import home_page
from checker.pages.html import Html
from checker.pages.making import Making

NO_FILES = Assets({}, "", "", "", "", None, "", "", ())


@pytest.fixture(params=["ja", "ja-easy", "en"])
def making(request: pytest.FixtureRequest) -> Making:
    return Making(library(), NO_FILES, date(2026, 11, 22)).told_in(str(request.param))


def _ways(body: Html, place: str) -> list[str]:
    """Where the links of one part lead, without what makes the checker speak a language."""
    [part] = [
        one for one in read_markup(body).all() if place in (one.attributes.get("id"), one.attributes.get("class"))
    ]
    ways = [str(one.attributes["href"]) for one in part.all("a")]
    return [way.lstrip("./").partition("?")[0] for way in ways]


def test_the_first_question_stands_before_all_else(making: Making) -> None:
    ways = _ways(home_page(making, Html()).body, "sn-hero")
    named = [name for name, insurer in making.library.insurers.items() if not insurer.example]
    assert sorted(ways) == sorted(f"check/{name}/index.html" for name in named)
    assert ways[-1] == "check/other/index.html"


def test_of_many_insurers_none_is_listed_and_all_are_looked_for(making: Making) -> None:
    many = home_page(with_copies(making, 3300), Html()).body
    assert _ways(many, "sn-hero") == ["check/index.html", "check/other/index.html"]
    assert "copy-" not in many
    assert len(many) < len(home_page(making, Html()).body) + 1000


def test_the_second_question_can_be_answered_first(making: Making) -> None:
    body = home_page(making, Html()).body
    errands = making.library.words.tree["errands"]
    assert _ways(body, "errand") == ["check/index.html"] * len(errands)
    for name, text in errands.items():
        assert f"errand={name}" in body
        assert text in body


def test_what_changed_is_told_in_five_sentences(making: Making) -> None:
    [listed] = read_markup(home_page(making, Html()).body).all("ol", "sn-changed")
    assert len(listed.children) == 5
