"""The pages on documents, the desk and situations: each answer is the engine's, each sentence has its passage."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from pages.guide_answers import expected_answer
from pages.guide_tables import NO_FILES, articles, articles_of, read_cells, twin_of
from pages.markup import read_markup
from rulebooks import INSURERS, library

from checker.authoring.ruby import plain
from checker.pages.decisions import open_desk
from checker.pages.discretion import is_discreet
from checker.pages.guides.parts import PARTS
from checker.pages.guides.plans import LISTS, PLANS
from checker.pages.guides.survey import survey
from checker.pages.making import Making
from checker.pages.proof import passage_anchor
from checker.pages.sourcing.source_page import source_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pages.guide_tables import Cell

    from checker.pages.decisions import Facts
    from checker.pages.guides.plan import Case, Plan
    from checker.pages.html import Html

TODAY = date(2026, 11, 21)
MAY_STAND_ALONE = re.compile(r"[._]not_said$|\.ask_before$|^actions\.(?:call_insurer|ask_facility_first|suspend_card)$")
"""Sentences that say that nobody says anything, whom to ask, or what comes first, as every answer says it."""

EACH = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)


@EACH
def test_each_answer_is_the_engines_for_every_insurer_named_beside_it(plan: Plan) -> None:
    rows = list(_rows_of(plan))
    for cells, _, case, columns in rows:
        for cell, part in zip(cells, columns, strict=True):
            for insurer in INSURERS:
                assert cell.answer_of(insurer) == expected_answer(insurer, case, part, TODAY), (cell.heads, insurer)
            named = [insurer for tellers in cell.tellers.values() for insurer in tellers]
            assert len(named) == len(set(named)), cell.heads
            assert {*named} == {*INSURERS} or cell.everyone, cell.heads
    assert [case for *_, case, _ in rows] == [case for section in plan.sections for case in section.cases]


def _rows_of(plan: Plan) -> Iterator[tuple[list[Cell], str, Case, tuple[str, ...]]]:
    """Yield each case of a plan with the cells of its row, what the row calls it, and its columns."""
    rows = read_cells(articles(TODAY)["ja"][plan.page].body, library().words)
    for section in plan.sections:
        cases = list(section.cases)
        while cases:
            cells = next(rows)
            for head in cells[0].heads:
                yield cells, head, cases.pop(0), section.columns
    assert next(rows, None) is None


def test_what_is_folded_up_is_called_by_those_whose_answer_it_is() -> None:
    words, opened = library().words, 0
    for plan in PLANS:
        for group in read_markup(articles(TODAY)["ja"][plan.page].body).all("ul", "sn-groups"):
            for fold in (fold for entry in group.children for fold in entry.children if fold.has("sn-fold")):
                summary, *_ = fold.children
                named = [name.all("a") for name in fold.all("span", "sn-name")]
                shorts = {next(links).text for links in named}
                assert {*summary.text.split(words["pages.list_comma"])} == shorts, plan.name
                opened += 1
    assert opened > 50


@EACH
def test_a_row_names_every_fact_that_was_asked(plan: Plan) -> None:
    for _, head, case, _ in _rows_of(plan):
        for fact, value in case.facts.items():
            for one in value if isinstance(value, list) else [value]:
                assert any(text in head for text in _said(fact, one)), (head, fact)


def _said(fact: str, value: object) -> list[str]:
    """Return the ways in which a row may speak of the value of a fact."""
    words = library().words
    if fact == "age":
        return [f"{value}歳"]
    if fact.endswith("_until"):
        return [words[f"facts.{fact}.name"]]
    joint = {("my_number_card", "held"): "card_registered", ("registration", "registered"): "card_registered"}
    key = "card_none" if (fact, value) == ("my_number_card", "none") else joint.get((fact, str(value)))
    own = words[f"facts.{fact}.values.{str(value).lower()}"]
    return [own, words[f"pages.{key}"]] if key else [own]


@EACH
def test_each_sentence_rests_on_passages_that_are_listed_where_it_leads(plan: Plan) -> None:
    other = library().insurers["other"]
    listed = source_page(other, (), Making(library(), NO_FILES, TODAY)).body
    body = articles(TODAY)["ja"][plan.page].body
    assert "sources/index.html" in body
    assert "<ul></ul>" not in body
    for section in plan.sections:
        for said in section.said:
            assert library().words[said.words] in read_markup(body).text
            assert said.passages or MAY_STAND_ALONE.search(said.words), said.words
            for name in said.passages:
                assert f'id="{passage_anchor(name)}"' in listed, name
                assert f'href="{"../" * plan.page.count("/")}sources/other/index.html#{passage_anchor(name)}"' in body
                source = other.passages[name].source
                assert f"{source.title} — {source.date}" in read_markup(body).text


def test_no_sentence_was_written_that_no_page_says() -> None:
    written = {
        f"{kind}.{name}.{key}"
        for kind in ("documents_pages", "facility_page", "situations")
        for name, texts in library().words.tree[kind].items()
        for key in texts
    }
    said = {one.words for plan in PLANS for section in plan.sections for one in section.said}
    heads = {section.heading for plan in PLANS for section in plan.sections}
    titles = {path for plan in PLANS for path in (plan.title, plan.description)}
    assert written == said & written | heads & written | titles


def test_what_is_not_settled_is_said_to_be_so() -> None:
    body = articles(TODAY)["ja"]["situations/expired/index.html"].body
    assert body.count(library().words["pages.passage_unsettled"]) == 2  # N15 and N16


@pytest.mark.parametrize("language", ["ja-easy", "en"])
def test_other_languages_say_the_same_in_their_own_words(language: str) -> None:
    first, other = articles(TODAY)["ja"], articles(TODAY)[language]
    assert list(first) == list(other)
    words, told = library().words, library().languages[language]
    for page, article in first.items():
        ours, theirs = read_cells(article.body, words), read_cells(other[page].body, told)
        for mine, yours in zip(ours, theirs, strict=True):
            assert [list(cell.tellers.values()) for cell in mine] == [list(cell.tellers.values()) for cell in yours]
        assert other[page].title == told[_title(page)] != article.title or language == "ja-easy"
        assert article.body.count("passage-national-") == other[page].body.count("passage-national-")


def _title(page: str) -> str:
    own = {plan.page: plan.title for plan in PLANS}
    lists = {f"{name}/index.html": f"guides.{name}_title" for name in LISTS}
    return {**own, **lists, "situations/delivery/index.html": "panel.title"}[page]


def test_no_word_that_tells_stands_on_them() -> None:
    for pages in articles(TODAY).values():
        for page, article in pages.items():
            assert is_discreet(plain(article.body + article.title + article.description) + page)
            assert "data-standing" in article.body
            first = article.body.find("<table")
            assert first == -1 or article.body.index("data-standing") < first


def test_lists_lead_to_all_of_them_and_the_menu_to_the_lists(site_dir: Path) -> None:
    menu = (site_dir / "insurers/kiyose/index.html").read_text(encoding="utf-8")
    linked = {"facility/index.html"}
    for name in LISTS:
        assert f'href="../../{name}/index.html"' in menu
        body = articles(TODAY)["ja"][f"{name}/index.html"].body
        linked |= set(re.findall(r'class="sn-pick" href="\.\./([^"]+)"', body)) | {f"{name}/index.html"}
    assert 'href="../../facility/index.html"' in menu
    assert linked == set(articles(TODAY)["ja"])


def _lost_with_twins(count: int) -> str:
    """Return the page on lost things where so many more insurers have the rules of Kiyose, each by its own passages."""
    twins = {one.id: one for one in (twin_of(library().insurers["kiyose"], number) for number in range(count))}
    many = replace(library(), insurers={**twins, **library().insurers}, languages={"ja": library().words})
    return articles_of(many, TODAY)["ja"]["situations/lost/index.html"].body


def test_each_insurer_is_led_to_by_its_own_passage_also_where_rules_are_alike() -> None:
    body = _lost_with_twins(2)
    for name in ("twin-0", "twin-1", "kiyose"):
        assert f'href="../../sources/{name}/index.html#passage-{name}-application"' in body


def test_many_insurers_are_counted_and_those_that_answer_apart_are_still_named() -> None:
    body = _lost_with_twins(40)
    assert "双子" not in body
    assert library().words["guides.counted"].format(n=41) in body
    assert ">滑川市<" in body
    alone = articles(TODAY)["ja"]["situations/lost/index.html"].body
    assert len(body) < len(alone) + 1000


def test_a_withdrawn_insurer_gives_no_answer() -> None:
    gone = replace(library().insurers["kiyose"], status="withdrawn")
    fewer = replace(library(), insurers={**library().insurers, "kiyose": gone}, languages={"ja": library().words})
    pages = articles_of(fewer, TODAY)["ja"]
    assert all(not re.search("(insurers|sources)/kiyose/", article.body) for article in pages.values())


BEFORE_OLD_CARDS_END = date(2025, 7, 20)


@pytest.mark.parametrize("plan", [one for one in PLANS if one.name in {"lost", "old_insurance_card", "turning_70"}])
def test_later_days_tell_of_those_alone_whose_answer_changes(plan: Plan) -> None:
    asked = survey(library(), BEFORE_OLD_CARDS_END, [plan])
    body = articles(BEFORE_OLD_CARDS_END)["ja"][plan.page].body
    shown = set(re.findall(r'data-from="([^"]+)"', body))
    changed = {day.today.isoformat() for day in asked.later if any(_changed(plan, day.today))}
    assert shown == changed
    for later in shown:
        day = date.fromisoformat(later)
        told = {
            (head, insurer, part)
            for cells, part in _cells_of(plan, body, later)
            for head in cells.heads
            for insurer in (name for tellers in cells.tellers.values() for name in tellers)
        }
        assert len(told) == len(list(_changed(plan, day))), later
    assert changed


def _changed(plan: Plan, day: date) -> Iterator[tuple[Case, str, str]]:
    """Yield who answers a case otherwise on a day than the day before, or by other passages."""
    before = day - timedelta(days=1)
    for section in plan.sections:
        for case, part, insurer in product(section.cases, section.columns, INSURERS):
            facts = case.facts_on(day)
            if _told(insurer, facts, part, day) != _told(insurer, facts, part, before):
                yield case, part, insurer


def _told(insurer: str, facts: Facts, part: str, day: date) -> tuple[object, ...]:
    desk = open_desk(library().insurers[insurer], day)
    decision = desk.decide(facts)
    seen = PARTS[part].seen(decision)
    return seen, PARTS[part].told_by(decision), PARTS[part].passages(desk, decision)


def _cells_of(plan: Plan, body: Html, later: str) -> Iterator[tuple[Cell, str]]:
    """Yield the cells that name somebody, with the part of the answer that they show."""
    columns = {section.columns for section in plan.sections if section.cases}
    for cells in read_cells(body, library().words, later):
        [parts] = [names for names in columns if len(names) == len(cells)] if len(columns) > 1 else columns
        yield from ((cell, part) for cell, part in zip(cells, parts, strict=True) if any(cell.tellers.values()))
