"""A sensitive fact of an insurer's own: told to everybody alike, asked of nobody, and in nothing that a script gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from made_up import made_up_library
from rulebooks import library

from checker.pages.assets import Assets
from checker.pages.discretion import is_open_rule
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.packs import own_words
from checker.pages.panel import panel
from checker.pages.passages import listed_passages
from checker.pages.standing import standing_of
from checker.pages.told import told_parts

if TYPE_CHECKING:
    from checker.authoring import Insurer

DAY = date(2026, 11, 22)
NAME = "保険料を1年以上納めていないこと"
ASIDE = {"who", "young", "full", "until"}
"""Its passages, all of which speak of nobody else."""


def _arrears() -> Insurer:
    return made_up_library().insurers["arrears"]


def _making() -> Making:
    insurers = {"arrears": _arrears(), "other": library().insurers["other"]}
    return Making(replace(library(), insurers=insurers), Assets({}, "", "", "", "", None, "", "", ()), DAY)


def test_the_standing_line_and_the_panel_name_it_to_everybody() -> None:
    line, told = str(standing_of(_arrears(), library().words)), str(panel(_arrears(), library(), DAY))
    assert NAME in line
    assert f"<li>{NAME}</li>" in told
    assert library().words["panel.unasked_note"] in told
    assert told_parts(_arrears(), _making())["standing"] == standing_of(_arrears(), library().words)
    plain = str(panel(library().insurers["kiyose"], library(), DAY))
    assert library().words["panel.unasked"] not in plain
    assert "<span>" not in str(standing_of(library().insurers["kiyose"], library().words))


def test_what_concerns_nobody_else_stands_in_the_panel_and_in_no_list() -> None:
    """Where such a fact is a choice, as well as where it is a list."""
    insurer = _arrears()
    assert not {one.id.partition("/")[2] for one in listed_passages(insurer)} & ASIDE
    own = [rule for rule in insurer.rulebook.rules if rule.layer == "insurer"]
    assert [rule.id for rule in own if is_open_rule(insurer, rule)] == []
    body, told = str(insurer_page(insurer, _making()).body), str(panel(insurer, library(), DAY))
    for name in ASIDE:
        says = insurer.passages[f"arrears/{name}"].says
        assert says in told
        assert says not in body


def test_no_words_for_it_reach_a_script() -> None:
    """Its table knows nothing of it either, see `test_features.py`."""
    insurer = made_up_library().insurers["everything"]
    assert insurer.words["arrears"] == NAME
    assert insurer.words.keys() - own_words(insurer)["own"].keys() == {"arrears"}
