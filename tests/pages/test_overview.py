"""An insurer at a glance says in every section what the engine decides, or what its files say, in every language."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from pages.guide_tables import NO_FILES
from pages.markup import read_markup
from pages.table_people import People
from rulebooks import INSURERS, book, library

from checker.engine import decide
from checker.pages.guides.plan import Case
from checker.pages.insurer.case_tables import GROUNDS, USUAL, WISHES
from checker.pages.insurer.dates import FIRST_DAY
from checker.pages.insurer.faq import QUESTIONS
from checker.pages.insurer_page import insurer_page
from checker.pages.making import Making
from checker.pages.passages import listed_passages, passage_numbers
from checker.pages.proof import passage_anchor
from checker.pages.rows import CARDS, CARE_NEEDS, REGISTRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pages.markup import Node

    from checker.authoring import Insurer, Words

TODAY = date(2026, 11, 22)
REGISTERED = {"my_number_card": "held", "registration": "registered"}
EVERY = (*GROUNDS, *WISHES, *({**REGISTERED, "care_needs": [need]} for need in CARE_NEEDS))
LANGUAGES = ("ja", "ja-easy", "en")
EACH = pytest.mark.parametrize(("insurer", "language"), list(product(INSURERS, LANGUAGES)))


@cache
def _page(insurer: str, language: str) -> tuple[Node, Insurer, Words]:
    making = Making(library(), NO_FILES, TODAY).told_in(language)
    own = making.library.insurers[insurer]
    return read_markup(insurer_page(own, making).body), own, making.library.words


def _section(page: Node, name: str) -> Node:
    [found] = [one for one in page.all("section") if one.attributes.get("id") == name]
    return found


def _decide(insurer: str, facts: Mapping[str, Any], day: date = TODAY) -> dict[str, Any]:
    return decide(book(insurer), {"insurer": insurer, "on_date": day.isoformat(), **facts})


def _lines(place: Node) -> set[str]:
    """Return what a cell says in lines, and who says so."""
    said = {one.text for one in place.all("p") if not one.has("sn-basis")}
    own = ("".join(part for part in one.inside if isinstance(part, str)).strip() for one in place.all("p", "sn-basis"))
    return said | set(own)


def _proof(place: Node) -> set[str]:
    """Return the anchors of the passages to which a place leads."""
    return {
        str(one.attributes["href"]).partition("#")[2] for line in place.all("p", "sn-basis") for one in line.all("a")
    }


def _situation(facts: Mapping[str, Any], words: Words) -> str:
    """Return the words by which a situation is told from the others."""
    fact = next((one for one in ("care_needs", "wants", "event", "e_certificate", "age") if one in facts), "")
    if fact == "age":
        return words["ui.age_one"].format(age=facts[fact])
    if fact:
        value = facts[fact][0] if isinstance(facts[fact], list) else facts[fact]
        return words[f"facts.{fact}.values.{value}"]
    if facts["my_number_card"] == "none":
        return words["pages.card_none"]
    if facts.get("registration") == "registered":
        return words["pages.card_registered"]
    return (
        words[f"facts.registration.values.{facts['registration']}"]
        if "registration" in facts
        else (words[f"facts.my_number_card.values.{facts['my_number_card']}"])
    )


def _rows_naming(table: Node, said: str) -> list[Node]:
    rows = next(table.all("tbody")).children
    return [row for row in rows if said in {one.text for one in row.children[0].all() if not one.children} | _said(row)]


def _said(row: Node) -> set[str]:
    return {one.own_text for one in row.children[0].all("span", "sn-said")} | {
        "".join(part for part in one.inside if isinstance(part, str)) for one in row.children[0].all("span", "sn-said")
    }


@EACH
@pytest.mark.parametrize(("name", "asked"), [("arrives", USUAL), ("grounds", EVERY)])
def test_each_situation_stands_in_one_row_with_what_the_engine_decides(
    insurer: str, language: str, name: str, asked: tuple[dict[str, Any], ...]
) -> None:
    page, own, words = _page(insurer, language)
    people = People(own, words, book(insurer))
    table = next(_section(page, name).all("table"))
    for facts in asked:
        decision = _decide(insurer, facts)
        wanted = people.papers(decision)
        rows = [row for row in _rows_naming(table, _situation(facts, words)) if _lines(row.children[1]) == wanted]
        assert len(rows) == 1, facts
        document = decision["document"]
        named = [name for one in (*document["issued"], *document["refused"]) for name in one["passages"]]
        assert {passage_anchor(name) for name in named if name in passage_numbers(own)} <= _proof(rows[0]), facts
        if name == "grounds":
            _check_filing(rows[0].children[2], decision, people, words)


def _check_filing(cell: Node, decision: Mapping[str, Any], people: People, words: Words) -> None:
    """See that places and ways stand there as the engine names them, and none where nothing is handed in."""
    issued = decision["document"]["issued"]
    automatic = any(one["id"] == "eligibility_certificate" and one["route"] == "automatic" for one in issued)
    kinds = {"cancel_registration"} if automatic else {"apply_certificate", "cancel_registration", "ask_insurer"}
    filed = [one for one in decision["procedures"] if one["id"] in kinds]
    if not filed:
        assert cell.text == words["insurer_pages.no_filing"]
    for one in filed:
        assert words[f"procedures.{one['id']}"] in cell.text
        told = [people.insurer.words.get(place) or words[f"places.{place}"] for place in one["where"] or ()]
        told += [words[f"media.{way}"] for way in one["medium"] or ()]
        assert all(said in cell.text for said in told)
        silent = not told and one["id"] != "ask_insurer"
        assert (words["ui.where_not_stated"] in cell.text) == silent or len(filed) > 1


@EACH
def test_each_question_is_answered_by_the_engine_and_leads_to_its_errand(insurer: str, language: str) -> None:
    page, own, words = _page(insurer, language)
    people = People(own, words, book(insurer))
    told = {str(one.attributes["id"]): one for one in _section(page, "faq").all("details")}
    assert len(told) == len(QUESTIONS)
    errands = set(library().files.rules["errands"])
    for name, question in QUESTIONS.items():
        place = told["question-" + name.replace("_", "-")]
        decision = _decide(insurer, Case(question.facts).facts_on(TODAY))
        lines = _lines(place) | {one.text for one in place.all("li")}
        if "document" in question.parts:
            assert people.papers(decision) <= lines, name
        if "care" in question.parts:
            assert {words[f"actions.{one}"] for one in decision["care"]["actions"]} <= lines, name
            items = {item for way in decision["care"]["show"] for item in way}
            assert all(words[f"items.{item}"] in place.text for item in items), name
        if "warnings" in question.parts:
            assert {words[f"warnings.{one}"] for one in decision["warnings"]} <= lines, name
            assert _proof(place) or not decision["warnings"], name
        if "procedures" in question.parts:
            assert {words[f"procedures.{one['id']}"] for one in decision["procedures"]} <= lines, name
        *_, last = place.all("a")
        assert question.errand in errands
        assert re.search(rf"check/{insurer}/index\.html\?.*errand={question.errand}$", str(last.attributes["href"]))
        assert ("lang=" in str(last.attributes["href"])) == (language != "ja")


def test_a_lost_card_is_stopped_first_and_every_errand_has_a_question() -> None:
    page, _, words = _page("kiyose", "ja")
    [lost] = [one for one in page.all("details") if one.attributes.get("id") == "question-card-lost"]
    assert next(lost.all("p")).text == words["actions.suspend_card"]
    assert {one.errand for one in QUESTIONS.values()} == set(library().files.rules["errands"])


def _issued(insurer: str) -> Iterator[dict[str, Any]]:
    for card, registration in product(CARDS, REGISTRATIONS):
        facts = {"my_number_card": card, **({} if card == "none" else {"registration": registration})}
        yield from _decide(insurer, facts)["document"]["issued"]
    for need in CARE_NEEDS:
        yield from _decide(insurer, {**REGISTERED, "care_needs": [need]})["document"]["issued"]


@EACH
def test_every_document_that_comes_is_told_with_all_that_the_engine_says_of_it(insurer: str, language: str) -> None:
    page, own, words = _page(insurer, language)
    people, section = People(own, words, book(insurer)), _section(page, "documents")
    for item in _issued(insurer):
        place = _section(section, "document-" + item["id"].replace("_", "-"))
        assert words[f"document_notes.{item['id']}"] in place.text
        assert words[f"routes.{item['route']}"] in place.text or words["insurer_pages.by_ground"] in place.text
        if item["renewal"]:
            assert words[f"renewals.{item['renewal']}"] in place.text
        for key in ("by", "to"):
            name = item["delivery"] and item["delivery"][key]
            assert not name or (people.insurer.words.get(name) or words[f"delivery.{name}"]) in place.text
    for key, says in (("fee", "national/N10"), ("until", "national/N9")):
        place = _section(section, "document-eligibility-certificate")
        assert words[f"insurer_pages.document_{key}"] in place.text
        assert own.passages[says].says in place.text


@EACH
def test_days_are_those_on_which_another_document_begins_to_come(insurer: str, language: str) -> None:
    page, own, words = _page(insurer, language)
    section = _section(page, "dates")
    told = [one.text for one in section.all("b")]
    changed = _changed(insurer)
    assert len(told) == len(changed)
    assert changed
    for text, day in zip(told, changed, strict=True):
        assert str(day.year) in text
        assert str(day.day) in text
    own_passages = [one for one in listed_passages(own) if one.id.startswith(f"{insurer}/")]
    dated = [one.says for one in own_passages if re.search(r"(?<!\d)20\d\d", one.says)]
    *_, last = (one for one in section.children if one.tag == "ul")
    entries = last.children if dated else []
    sentences = ["".join(part for part in one.inside if isinstance(part, str)).strip() for one in entries]
    assert all(any(said in says for says in dated) for said in sentences)
    assert all(any(said in says for said in sentences) for says in dated)
    assert words["pages.section_old_card"] in section.text


@cache
def _changed(insurer: str) -> list[date]:
    """Return the days on which another document begins to come, of all days that rules name and those around them."""
    named = {date.fromisoformat(one) for one in re.findall(r"20\d\d-\d\d-\d\d", book(insurer).rulebook.to_json())}
    days = sorted({day + timedelta(days=step) for day in named for step in (0, 1)})
    return [day for day in days if day > FIRST_DAY and any(_begins(insurer, facts, day) for facts in USUAL)]


def _begins(insurer: str, facts: Mapping[str, Any], day: date) -> bool:
    return _document(insurer, facts, day - timedelta(days=1)) != _document(insurer, facts, day)


def _document(insurer: str, facts: Mapping[str, Any], day: date) -> list[Any]:
    return [(one["id"], one["route"]) for one in _decide(insurer, facts, day)["document"]["issued"]]


@EACH
def test_procedures_name_every_place_paper_and_way(insurer: str, language: str) -> None:
    page, own, words = _page(insurer, language)
    section = _section(page, "procedures")
    for facts, who in product((*USUAL, *EVERY), ("self", "same_household", "other_household")):
        for one in _decide(insurer, {**facts, "applicant": who})["procedures"]:
            place = _section(section, "procedure-" + one["id"].replace("_", "-"))
            for kind, key in (("places", "where"), ("papers", "bring"), ("media", "medium")):
                for name in one[key] or ():
                    assert (own.words.get(name) or words[f"{kind}.{name}"]) in place.text, (facts, who, name)
            if one["takes"]:
                assert words[f"durations.{one['takes']}"] in place.text


@EACH
def test_source_review_and_what_else_the_document_says_stand_there(insurer: str, language: str) -> None:
    page, own, words = _page(insurer, language)
    source = _section(page, "source").text
    assert own.source.title in source
    assert own.source.date in source
    assert own.rulebook.version[:7] in source
    assert own.review_by is not None
    day = own.review_by
    assert all(str(number) in source for number in (day.year, day.day))
    behind = {name for rule in own.rulebook.rules for name in rule.passages}
    behind |= {name for one in own.contacts for name in one.passages}
    left = [one.says for one in listed_passages(own) if one.id.startswith(f"{insurer}/") and one.id not in behind]
    told = [one.text for one in _section(page, "more").all("li")] if left else []
    assert [text.startswith(says) for text, says in zip(told, left, strict=True)] == [True] * len(left)
    assert words["insurer_pages.source_review_by"] in source


@EACH
def test_of_which_procedure_no_place_or_paper_is_stated_is_told_among_the_silences(insurer: str, language: str) -> None:
    page, _, words = _page(insurer, language)
    if insurer == "other":
        assert not [one for one in page.all("section") if one.attributes.get("id") == "silence"]
        return
    asked = product((*USUAL, *EVERY), ("self", "same_household", "other_household"))
    entries = [one for facts, who in asked for one in _decide(insurer, {**facts, "applicant": who})["procedures"]]
    told = {one.text for one in _section(page, "silence").all("li")}
    for name in {one["id"] for one in entries} - {"suspend_card", "ask_insurer", "ask_other_insurer"}:
        ways = [one for one in entries if one["id"] == name]
        unsaid = [words[f"ui.{key}"] for key in ("where", "bring") if all(one[key] is None for one in ways)]
        line = words["pages.occasion"].format(
            fact=words[f"procedures.{name}"], value=words["pages.list_comma"].join(unsaid)
        )
        assert (line in told) == bool(unsaid), (name, unsaid)
