"""An insurer's page says what the engine decides, in every situation that it shows, and nothing else."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rulebooks import INSURERS

from checker.authoring import load_library
from checker.engine import compile_rulebook, decide
from checker.pages import rows
from checker.pages.assets import Assets
from checker.pages.decisions import ORDINARY, READERS, alike, open_desk
from checker.pages.discretion import is_discreet
from checker.pages.insurer.tables_page import tables_page
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.passages import listed_passages, passage_numbers
from checker.pages.sourcing.source_page import source_page

if TYPE_CHECKING:
    from checker.authoring import Insurer, Library
    from checker.engine import Compiled

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT)


@pytest.fixture(scope="module", params=INSURERS)
def insurer(request: pytest.FixtureRequest, library: Library) -> Insurer:
    return library.insurers[request.param]


@pytest.fixture(scope="module")
def body(insurer: Insurer, library: Library) -> str:
    return unescape(insurer_page(insurer, Making(library, NO_FILES, TODAY)).body)


@pytest.fixture(scope="module")
def tables(insurer: Insurer, library: Library) -> str:
    return unescape(tables_page(insurer, Making(library, NO_FILES, TODAY)).body)


def _decide(book: Compiled, facts: dict[str, Any]) -> dict[str, Any]:
    return decide(book, {"insurer": book.rulebook.insurer, "on_date": TODAY.isoformat(), **facts})


def _situations(row: rows.Row) -> list[dict[str, Any]]:
    """All that a row speaks for."""
    if not row.values:
        return [row.fixed]
    return [{**row.fixed, row.fact: [value] if row.fact == "care_needs" else value} for value in row.values]


def test_every_row_holds_for_every_situation_that_it_names(insurer: Insurer) -> None:
    desk = open_desk(insurer, TODAY)
    book = compile_rulebook(insurer.rulebook)
    shown = [*rows.cards(desk), *rows.care_needs(desk), *rows.special(desk)]
    for row in shown:
        for facts in _situations(row):
            for reader in READERS:
                fresh = _decide(book, {**facts, "reader": reader})
                told = row.answer.by_reader[reader]
                for part in ("status", "document", "care"):
                    assert told[part] == fresh[part], (facts, reader, part)


def test_no_situation_of_the_card_is_left_out_or_stands_twice(insurer: Insurer) -> None:
    told = [
        (facts["my_number_card"], facts.get("registration"))
        for row in rows.cards(open_desk(insurer, TODAY))
        for facts in _situations(row)
    ]
    registered = [(card, one) for card in rows.CARDS if card != "none" for one in rows.REGISTRATIONS]
    assert sorted(told, key=str) == sorted([*registered, ("none", None)], key=str)


def test_the_rows_name_all_values_that_the_facts_have(library: Library) -> None:
    facts = library.insurers["other"].rulebook.by_fact
    assert set(rows.CARDS) == set(facts["my_number_card"].values)
    assert set(rows.REGISTRATIONS) == set(facts["registration"].values)
    assert set(rows.CARE_NEEDS) == set(facts["care_needs"].values)
    assert set(READERS) == set(facts["reader"].values)


def test_states_of_the_reader_stand_together_only_if_alike(insurer: Insurer) -> None:
    answer = open_desk(insurer, TODAY).answer(ORDINARY)
    groups = alike(answer)
    assert sorted(reader for group in groups for reader in group) == sorted(READERS)
    for group in groups:
        shows = [answer.by_reader[reader]["care"]["show"] for reader in group]
        assert all(show == shows[0] for show in shows)


def test_every_passage_that_is_linked_stands_under_its_number_on_the_page_of_its_source(
    insurer: Insurer, library: Library, body: str, tables: str
) -> None:
    sources = {
        name: unescape(source_page(one, (), Making(library, NO_FILES, TODAY)).body)
        for name, one in library.insurers.items()
    }
    for page, up in ((body, "../../"), (tables, "../../../")):
        linked = set(re.findall(rf'href="{up}sources/([^/]+)/index.html#(passage-[^"]+)">([^<]+)<', page))
        assert linked
        assert len(linked) == len(set(re.findall(r'href="[^"]*(passage-[^"]+)"', page)))
        for whose, anchor, label in linked:
            assert whose in {insurer.id, "other"}
            entry = sources[whose].split(f'id="{anchor}"')[1].split("</strong>")[0]
            assert entry.endswith(f">{label}"), anchor


def test_what_a_document_says_stands_with_its_source_or_else_in_the_panel(insurer: Insurer, library: Library) -> None:
    page = source_page(insurer, (), Making(library, NO_FILES, TODAY))
    body, about = unescape(page.body), unescape(page.panel)
    own = [one for one in insurer.passages.values() if one.id.startswith(f"{insurer.id}/")]
    hidden = [one for one in own if one not in listed_passages(insurer)]
    assert [one.id for one in own if one.says not in body] == [one.id for one in hidden]
    assert [one.id for one in hidden if one.says not in about or not is_discreet(one.label + one.says)] == []


def test_passages_that_tell_stay_out_of_the_open(body: str, tables: str) -> None:
    assert is_discreet(body)
    assert is_discreet(tables)


def test_a_passage_has_the_same_number_for_everybody(insurer: Insurer, library: Library) -> None:
    numbers, everybody = passage_numbers(insurer), passage_numbers(library.insurers["other"])
    own = [number for name, number in numbers.items() if name.startswith(f"{insurer.id}/")]
    assert own == list(range(1, len(own) + 1))
    assert list(numbers) == [one.id for one in listed_passages(insurer)]
    assert {name: numbers[name] for name in numbers if name.startswith("national/")}.items() <= everybody.items()


@pytest.mark.parametrize("text", ["DVの相談", "虐待", "ABUSE"])
def test_words_that_tell_are_known(text: str) -> None:
    assert not is_discreet(text)


def test_says_whose_text_it_is_and_of_which_time(insurer: Insurer, library: Library, body: str) -> None:
    assert insurer.source.title in body
    assert insurer.source.date in body
    assert library.words["ui.not_official"] in body
    assert f"../../check/{insurer.id}/index.html" in body


def test_headings_go_down_one_by_one(body: str, tables: str) -> None:
    for page in (body, tables):
        levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_what_the_text_does_not_say_is_told(library: Library) -> None:
    body = insurer_page(library.insurers["kiyose"], Making(library, NO_FILES, TODAY)).body
    silence = body.split('id="silence"')[1].split("</section>")[0]
    assert library.words["facts.my_number_card.values.returned"] in silence
    assert library.words["facts.my_number_card.values.lost"] not in silence


def test_a_withdrawn_insurer_has_contact_and_source_only(library: Library) -> None:
    insurer = replace(library.insurers["kiyose"], status="withdrawn")
    body = insurer_page(insurer, Making(library, NO_FILES, TODAY)).body
    assert library.words["ui.withdrawn"] in body
    assert insurer.source.title in body
    assert "042-497-2047" in body
    assert "<table" not in body
    assert "資格確認書" not in body
    assert "をもとに答えています" not in body
    assert 'href="../../check/other/index.html"' in body


def test_where_answers_are_taken_back_each_page_that_sends_people_to_a_contact_has_it(library: Library) -> None:
    insurer = replace(library.insurers["kiyose"], status="withdrawn")
    making = Making(library, NO_FILES, TODAY)
    for article in (insurer_page(insurer, making), tables_page(insurer, making), source_page(insurer, (), making)):
        sent = article.body.index(library.words["ui.withdrawn"])
        assert sent < article.body.index("042-497-2047"), article.address
        assert "をもとに答えています" not in article.body


def test_a_past_review_is_said_first(library: Library) -> None:
    insurer = replace(library.insurers["kiyose"], review_by=date(2026, 11, 20))
    body = insurer_page(insurer, Making(library, NO_FILES, TODAY)).body
    assert body.index(library.words["ui.review_needed"]) < body.index("<table")
    current = insurer_page(replace(insurer, review_by=TODAY), Making(library, NO_FILES, TODAY)).body
    assert f" hidden>{library.words['ui.review_needed']}" in current
