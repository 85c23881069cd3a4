"""The comparison and the silence map say on each topic what the engine decides, for each insurer, and nothing else."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from pages.many_insurers import with_copies
from pages.markup import read_markup
from rulebooks import book, library

from checker.authoring.ruby import plain
from checker.engine import decide
from checker.pages.assets import Assets
from checker.pages.comparing.columns import columns
from checker.pages.comparing.compare_page import compare_page, pairs_of
from checker.pages.comparing.many import AT_MOST
from checker.pages.comparing.silence_page import silence_page
from checker.pages.comparing.topics import GROUPS, TOPICS
from checker.pages.html import Html
from checker.pages.making import Making
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages.markup import Node

    from checker.pages.comparing.topics import Topic

TODAY = date(2026, 11, 22)
NO_FILES = Assets({}, "", "", "", "", None, "", "", ())
LANGUAGES = ("ja", "ja-easy", "en")
OWN = tuple(name for name in library().insurers if name != "other")

Decision = dict[str, Any]


def _making(language: str) -> Making:
    return Making(library(), NO_FILES, TODAY).told_in(language)


def _cells(markup: str) -> dict[tuple[str, str], Node]:
    """The cells of a page by topic and insurer."""
    rows = [row for row in read_markup(markup).all("tr") if "data-topic" in row.attributes]
    return {
        (str(row.attributes["data-topic"]), str(cell.attributes["data-insurer"])): cell
        for row in rows
        for cell in row.all("td")
    }


def _decided(topic: Topic, insurer: str) -> Decision:
    asked = {"insurer": insurer, "on_date": TODAY.isoformat(), **topic.facts}
    return decide(book(insurer), asked)


def _sayings(topic: Topic, decision: Decision, wording: Wording) -> Iterator[str]:
    """What a cell must say of this decision, read off the decision alone."""
    if topic.part == "document":
        for one in decision["document"]["issued"]:
            yield wording.name("documents", one["id"])
            yield wording.name("routes", one["route"])
            yield from (wording.name("delivery", name) for name in (one["delivery"] or {}).values() if name)
        for one in decision["document"]["refused"]:
            yield wording.ui("refused_document", document=wording.name("documents", one["id"]))
    elif topic.part == "care":
        yield from (wording.name("items", item) for way in decision["care"]["show"] for item in way)
        yield from (wording.name("actions", action) for action in decision["care"]["actions"])
    elif topic.part == "old_card" and decision["old_card"]["last_day"]:
        yield wording.day(decision["old_card"]["last_day"])
    elif topic.part == "procedures":
        for one in _named(topic, decision):
            yield from (wording.name("places", name) for name in one["where"] or ())
            yield from (wording.name("papers", name) for name in one["bring"] or ())


def _named(topic: Topic, decision: Decision) -> list[Decision]:
    return [one for one in decision["procedures"] if one["id"] == topic.procedure]


def _basis(topic: Topic, decision: Decision) -> str:
    """Who says it; of a procedure, who says where it is done."""
    if topic.part != "procedures":
        return str(decision[topic.part]["basis"])
    named = _named(topic, decision)
    if not named:
        return "none"
    return str(named[0]["basis"]) if named[0]["where"] else "silent"


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_cell_says_what_the_engine_decides(language: str) -> None:
    making = _making(language)
    cells = _cells(compare_page(making, Html()).body)
    assert set(cells) == {(topic.id, insurer) for topic in TOPICS for insurer in (*OWN, "other")}
    told = 0
    for topic in TOPICS:
        for insurer in (*OWN, "other"):
            decision, cell = _decided(topic, insurer), cells[topic.id, insurer]
            wording = Wording(making.library.insurers[insurer], making.library.words)
            for said in _sayings(topic, decision, wording):
                assert said in unescape(cell.text), (topic.id, insurer, said)
                told += 1
    assert told > 2 * len(cells)


def test_cells_of_one_topic_have_one_number_if_and_only_if_they_say_the_same() -> None:
    cells = _cells(compare_page(_making("ja"), Html()).body)
    for topic in TOPICS:
        row = [cells[topic.id, insurer] for insurer in (*OWN, "other")]
        said = [cell.text.replace(next(cell.all("p", "sn-basis")).text, "") for cell in row]
        numbers = [cell.attributes["data-answer"] for cell in row]
        assert len(set(said)) == len(set(numbers)) == len(set(zip(said, numbers, strict=True))), topic.id


def test_documents_that_are_not_named_by_the_engine_stand_in_no_cell() -> None:
    making = _making("ja")
    cells = _cells(compare_page(making, Html()).body)
    names = dict(making.library.words.tree["documents"])
    for topic in GROUPS["document"]:
        for insurer in OWN:
            document = _decided(topic, insurer)["document"]
            meant = {one["id"] for one in (*document["issued"], *document["refused"])}
            found = {id_ for id_, name in names.items() if name in cells[topic.id, insurer].text}
            assert found == meant, (topic.id, insurer)


def test_the_silence_map_is_the_engines_basis(language: str) -> None:
    making = _making(language)
    cells = _cells(silence_page(making, Html()).body)
    assert set(cells) == {(topic.id, insurer) for topic in TOPICS for insurer in OWN}
    for (name, insurer), cell in cells.items():
        topic = next(one for one in TOPICS if one.id == name)
        basis = _basis(topic, _decided(topic, insurer))
        assert cell.attributes["data-basis"] == basis, (name, insurer)
        assert making.library.words[f"silence_map.marks.{basis}"] in cell.text
        assert (
            re.match(rf"\.\./insurers/{insurer}/(tables/)?index\.html#", str(next(cell.all("a")).attributes["href"]))
            or language != "ja"
        )
    assert {cell.attributes["data-basis"] for cell in cells.values()} == {"insurer", "national", "silent"}


def test_a_withdrawn_insurer_is_not_compared() -> None:
    making = _making("ja")
    withdrawn = replace(making.library.insurers["kiyose"], status="withdrawn")
    other = replace(making, library=replace(making.library, insurers={**making.library.insurers, "kiyose": withdrawn}))
    for page in (compare_page(other, Html()), silence_page(other, Html())):
        assert "gamagori" in page.body
        assert "kiyose" not in page.body


def _handed_over(making: Making) -> dict[str, Any]:
    file = pairs_of(making)
    assert file is not None
    assert isinstance(file.content, bytes)
    text = file.content.decode()
    told: dict[str, Any] = json.loads(text[text.index("detail:") + len("detail:") : text.rindex("})")])
    return told


def _text_of(tree: list[Any] | str) -> str:
    return tree if isinstance(tree, str) else "".join(_text_of(one) for one in tree[2:])


def test_any_two_of_many_can_be_put_together_as_the_page_of_few_tells_them(language: str) -> None:
    few = _cells(compare_page(_making(language), Html()).body)
    told = _handed_over(with_copies(_making(language), 20))
    bases = list(told["bases"])
    looked_at = 0
    for id_, _, number, _ in told["insurers"]:
        for at, topic in enumerate(told["topics"]):
            cell = few.get((topic, id_))
            if cell is None:
                continue
            answer, basis, way = told["lists"][number][3 * at : 3 * at + 3]
            line = next(cell.all("p", "sn-basis"), None)
            said = line.text if line else ""
            assert plain(_text_of(told["answers"][at][answer]) + said) == plain(cell.text)
            assert (bases[basis] if basis >= 0 else None) == (line.attributes["data-basis"] if line else None)
            if line:
                assert told["ways"][way].replace("@", id_) == next(line.all("a")).attributes["href"]
            looked_at += 1
    assert looked_at == len(few)


def test_thousands_of_insurers_stay_usable() -> None:
    many = with_copies(_making("ja"), 3300)
    told = _handed_over(many)
    assert len(told["insurers"]) == 3300 + len(OWN) + 1
    assert len({id_ for id_, *_ in told["insurers"]}) == len(told["insurers"])
    assert max(len(texts) for texts in told["answers"]) <= len(OWN) + 1
    assert all("@" not in one[0] for one in told["insurers"])
    file = pairs_of(many)
    page = compare_page(many, Html(), file)
    assert file is not None
    assert f'data-pairs="../{file.address}"' in page.body
    assert len(page.body.encode()) < 60_000
    assert len(gzip.compress(bytes(file.content) if isinstance(file.content, bytes) else b"")) < 80_000
    assert pairs_of(_making("ja")) is None


def test_towns_of_one_name_are_told_apart() -> None:
    making = _making("ja")
    kiyose = making.library.insurers["kiyose"]
    twins = {
        "one": replace(kiyose, id="one", name="府中市 国民健康保険(東京都)", short="府中市国保"),
        "two": replace(kiyose, id="two", name="府中市 国民健康保険(広島県)", short="府中市国保"),
        "three": replace(kiyose, id="three", name="府中市 国民健康保険(広島県)", short="府中市国保"),
    }
    named = columns(replace(making.library, insurers={**twins, **making.library.insurers}))
    assert [name for name, one in named.items() if one.id in twins] == [
        "府中市 国民健康保険(東京都)",
        "府中市 国民健康保険(広島県) (two)",
        "府中市 国民健康保険(広島県) (three)",
    ]
    assert len(named) == len(twins) + len(OWN) + 1


def test_of_many_insurers_each_distinct_answer_stands_once() -> None:
    making = _making("en")
    kiyose = making.library.insurers["kiyose"]
    copies = {f"copy-{n}": replace(kiyose, id=f"copy-{n}", short=f"Copy {n}") for n in range(60)}
    many = replace(making, library=replace(making.library, insurers={**copies, **making.library.insurers}))
    assert len(copies) > AT_MOST
    for page in (compare_page(many, Html(), pairs_of(many)), silence_page(many, Html())):
        assert "data-insurer" not in page.body
        assert max(int(number) for number in re.findall(r"(\d+) insurers \(", page.body)) > len(copies)
        assert len(page.body) < 60_000
    words = making.library.words
    place = kiyose.words["kiyose-window-3"]
    assert plain(compare_page(many, Html()).body).count(place) == sum(
        place in cell.text
        for (_, insurer), cell in _cells(compare_page(making, Html()).body).items()
        if insurer == "kiyose"
    )
    assert words["compare.answers_counted"] in compare_page(many, Html()).body
