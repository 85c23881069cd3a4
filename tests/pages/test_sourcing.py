"""The sources' pages: passages with all rules that rest on them, every statement with its home, and what disagrees."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from itertools import combinations

import pytest
from pages.markup import read_markup
from rulebooks import INSURERS, book, library

from checker.authoring.ruby import plain
from checker.authoring.statements import Statement
from checker.engine import decide
from checker.pages.assets import Assets
from checker.pages.comparing.topics import TOPICS
from checker.pages.discretion import is_discreet, is_open_rule
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.passages import listed_passages
from checker.pages.sourcing.clashes import contradict
from checker.pages.sourcing.differences_page import differences_page
from checker.pages.sourcing.homes import is_for_the_panel, statements_of
from checker.pages.sourcing.source_page import source_page

TODAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
STATEMENTS = statements_of(library())
NOT_FOR_ALL = {
    *("001-15", "001-20", "002-36", "004-32", "004-37", "004-38"),  # stand in the panel, in its words
    "002-35",  # of whom a rule leaves out, which nobody shall read off a page
    *("001-17", "003-25"),  # what was left out of an answer, no contradiction
    *("000-02", "004-19"),  # the same twice
}
"""Settled statements of which the page of disagreements says nothing, and why."""


def _making(language: str = "ja") -> Making:
    return Making(library(), NO_FILES, TODAY).told_in(language)


def _page(insurer: str, language: str = "ja") -> str:
    making = _making(language)
    return source_page(making.library.insurers[insurer], STATEMENTS.get(insurer, ()), making).body


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
def test_a_statement_that_is_left_out_may_still_lack_its_reason_in_words(language: str) -> None:
    """Who begins an insurer's statements has no words for reasons yet."""
    making = _making(language)
    left_out = Statement("kiyose-99", "not done yet", ("Q1",), {}, omitted="not done yet")
    body = source_page(making.library.insurers["kiyose"], (left_out,), making).body
    row = next(row for row in read_markup(body).all("tr") if row.attributes.get("id") == "statement-kiyose-99")
    assert plain(unescape(row.text)).endswith(
        {"ja": "入れていません", "ja-easy": "入れて いません", "en": "Left out"}[language]
    )


@pytest.mark.parametrize("insurer", INSURERS)
def test_every_passage_stands_with_the_rules_that_rest_on_it(insurer: str) -> None:
    one = library().insurers[insurer]
    prefix = "national/" if insurer == "other" else f"{insurer}/"
    body = read_markup(_page(insurer))
    entries = {str(entry.attributes["id"]): entry for entry in body.all("li") if "id" in entry.attributes}
    told = [passage for passage in listed_passages(one) if passage.id.startswith(prefix)]
    assert len(entries) == len(told) > 10
    for passage in told:
        entry = entries["passage-" + passage.id.replace("/", "-")]
        named = [code.text for code in entry.all("code")]
        meant = [rule.id for rule in one.rulebook.rules if passage.id in rule.passages and is_open_rule(one, rule)]
        assert passage.says in entry.text
        assert named == meant, passage.id
        assert (library().words["sources.no_rules"] in entry.text) == (not meant)


@pytest.mark.parametrize("insurer", sorted(STATEMENTS))
def test_every_statement_has_its_row_with_its_home(insurer: str) -> None:
    one = library().insurers[insurer]
    rows = {str(row.attributes.get("id")): row for row in read_markup(_page(insurer)).all("tr")}
    assert STATEMENTS[insurer]
    for statement in STATEMENTS[insurer]:
        text = unescape(rows[f"statement-{statement.id}"].text)
        if is_for_the_panel(one, statement):
            assert text == statement.id + library().words["sources.in_panel"]
        elif statement.omitted:
            assert library().words[f"sources.omitted_reasons.{statement.id}"] in text
        else:
            assert statement.locators[0] in text
            rules = {rule.id: rule for rule in one.rulebook.rules}
            open_ = [
                name for name in statement.homes.get("rules", ()) if name not in rules or is_open_rule(one, rules[name])
            ]
            assert all(name in text for name in open_), statement.id


def test_reasons_are_told_of_what_is_left_out_and_of_nothing_else() -> None:
    omitted = {one.id for statements in STATEMENTS.values() for one in statements if one.omitted}
    assert set(library().words.tree["sources"]["omitted_reasons"]) == omitted


@pytest.mark.parametrize("language", ["ja", "ja-easy", "en"])
@pytest.mark.parametrize("insurer", INSURERS)
def test_nothing_of_people_who_hide_is_told(insurer: str, language: str) -> None:
    one, body = library().insurers[insurer], plain(unescape(_page(insurer, language)))
    assert is_discreet(body)
    for word in ("支援措置", "閲覧制限", "support measure", "protect"):
        assert word not in body
    hidden = [passage for passage in one.passages.values() if passage not in listed_passages(one)]
    assert [passage.id for passage in hidden if passage.says in body] == []
    named = set(re.findall(r"<code[^>]*>([^<]+)</code>", body))
    assert [rule.id for rule in one.rulebook.rules if not is_open_rule(one, rule) and rule.id in named] == []


def test_some_statements_are_for_the_panel_and_most_are_not() -> None:
    hidden = {
        one.id
        for name, statements in STATEMENTS.items()
        for one in statements
        if is_for_the_panel(library().insurers[name], one)
    }
    assert {"001-15", "001-20", "002-36", "004-36", "004-37", "004-38"} <= hidden
    assert len(hidden) < 15


def test_documents_disagree_where_the_engine_answers_so_from_their_own_words() -> None:
    body = differences_page(_making(), STATEMENTS, Html()).body
    shown = {row.attributes["data-topic"] for row in read_markup(body).all("tr") if "data-topic" in row.attributes}
    for topic in TOPICS:
        own = []
        for insurer in INSURERS[:-1]:
            decision = decide(book(insurer), {"insurer": insurer, "on_date": TODAY.isoformat(), **topic.facts})
            part = decision[topic.part]
            if topic.part == "procedures":
                part = next((one for one in part if one["id"] == topic.procedure), None)
            if part and part["basis"] == "insurer":
                own.append(_bare(part))
        assert (topic.id in shown) == any(contradict(one, other) for one, other in combinations(own, 2)), topic.id
    assert {"card_returned", "notice_lost", "last_day", "cancel_household"} <= shown
    assert "registered" not in shown


def _bare(part: object) -> object:
    if isinstance(part, dict):
        return {key: _bare(one) for key, one in part.items() if key not in ("basis", "passages", "rules")}
    return [_bare(one) for one in part] if isinstance(part, list) else part


def test_every_disagreement_has_its_passages_beside_it() -> None:
    body = read_markup(differences_page(_making(), STATEMENTS, Html()).body)
    for row in body.all("tr"):
        if "data-topic" in row.attributes:
            links = [str(link.attributes["href"]) for link in row.all("a")]
            assert links, row.text
            assert all(re.fullmatch(r"\.\./sources/[a-z-]+/index\.html#passage-[\w-]+", link) for link in links)


def test_what_was_settled_is_told_or_kept_back_on_purpose() -> None:
    settled = {one.id for statements in STATEMENTS.values() for one in statements if one.settled}
    told = set(library().words.tree["differences"]["settled"])
    assert told | NOT_FOR_ALL == settled
    assert told & NOT_FOR_ALL == set()
    body = differences_page(_making("en"), STATEMENTS, Html()).body
    assert set(re.findall(r'id="settled-([^"]+)"', body)) == told
    assert is_discreet(body)


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ({"takes": "a"}, {"takes": "b"}, True),
        ({"takes": "a"}, {"takes": None}, False),
        ({"where": ["a"]}, {"where": ["b"]}, False),
        ({"issued": [{"id": "x", "route": "a"}]}, {"issued": [{"id": "x", "route": "b"}]}, True),
        ({"issued": [{"id": "x", "route": "a"}]}, {"issued": []}, False),
        ({"issued": [{"id": "x"}]}, {"issued": [], "refused": [{"id": "x"}]}, True),
        ({"show": [["a"]]}, {"show": [["a"], ["b"]]}, True),
    ],
)
def test_two_answers_contradict_each_other_only_in_what_both_say(one: object, other: object, *, wrong: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is wrong
