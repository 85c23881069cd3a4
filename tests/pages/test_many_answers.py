"""Of very many insurers, each with words of its own, pages of answers show some and count the others."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pages.many_insurers import with_copies
from rulebooks import ROOT, library

from checker.pages.assets import collect_assets
from checker.pages.guides.answers_table import AnswersTable
from checker.pages.guides.plans import PLANS
from checker.pages.guides.survey import survey
from checker.pages.guides.tellers import NAMED, Numbers
from checker.pages.here import Here
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.sourcing.differences_page import differences_page

TODAY = date(2026, 11, 22)
CARE = "situations/care/index.html"


def in_own_words(count: int) -> Making:
    """Return so many more insurers, each of which says what others do in words of its own."""
    making = with_copies(Making(library(), collect_assets(ROOT), TODAY), count)
    insurers = {
        name: replace(one, words={id_: f"{word} {name}" for id_, word in one.words.items()})
        if name.startswith("copy-")
        else one
        for name, one in making.library.insurers.items()
    }
    return replace(making, library=replace(making.library, insurers=insurers))


def test_contradictions_are_shown_by_some_and_the_others_are_counted() -> None:
    few, many = (differences_page(in_own_words(count), {}, Html()).body for count in (100, 200))
    assert len(many) < 1.01 * len(few)
    for body, least in ((few, 50), (many, 100)):
        rows = re.findall(r'<tr[^>]*data-topic="([^"]+)"', body)
        assert max(map(rows.count, rows)) == NAMED + 1
        counted = [int(number) for number in re.findall(r">(\d+)の保険<", body)]
        assert counted
        assert max(counted) >= least
    assert "の保険<" not in differences_page(in_own_words(0), {}, Html()).body


def test_a_situation_shows_some_answers_and_counts_the_others() -> None:
    [plan] = [one for one in PLANS if one.page == CARE]
    lengths = []
    for count in (100, 200):
        told = in_own_words(count).library
        table = AnswersTable(Here(CARE), told, survey(told, TODAY, [plan]), Numbers(told))
        written = "".join(table.table(section) for section in plan.sections if section.cases)
        lists = re.findall(r'<ul class="?sn-groups"?>', written)
        assert lists
        lengths.append(len(written))
    assert lengths[1] < 1.01 * lengths[0]
