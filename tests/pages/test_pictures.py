"""A flow picture says of everybody whom it covers what the engine decides, and fits on a phone and on a sheet."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from pages.markup import read_markup
from pages.picture_claims import NOBODY, TODAY, by_charts, by_engine, charts, claims, decided, nobody
from rulebooks import INSURERS, book, library

from checker.authoring.ruby import plain
from checker.engine import decide
from checker.pages.here import Here
from checker.pages.pictures.figures import drawn, pictures
from checker.pages.pictures.layout import laid_out
from checker.pages.pictures.measure import width_of
from checker.pages.pictures.page import pictures_at
from checker.pages.pictures.shapes import Box
from checker.pages.pictures.topics import TOPICS
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from checker.pages.pictures.chart import Chart
    from checker.pages.pictures.field import Field
    from checker.pages.pictures.figures import Picture
    from checker.pages.pictures.shapes import Drawing, Text

LANGUAGES = ("ja", "ja-easy", "en")
EVERY = [(insurer, topic.id) for insurer in INSURERS for topic in TOPICS]
A4 = (186 / 25.4 * 96, 265 / 25.4 * 96)
"""Of a sheet of paper the width and the height that margins leave, in pixels."""


def _pictures(insurer: str, language: str = "ja") -> tuple[Picture, ...]:
    own = library().told_in(language)
    return drawn(Wording(own.insurers[insurer], own.words), TODAY)


def _differs(field: Field, whole: list[Chart]) -> bool:
    """Whether charts and engine differ for anybody whom the picture covers, in whatever is not asked as well."""
    d, kept = field.book.diagrams, dict(enumerate(field.cells))
    both = (by_charts(field, whole), by_engine(field))
    told, wanted = (d.choose(nobody(field), d.terminal(NOBODY), one) for one in both)
    return d.restrict(told, kept) != d.restrict(wanted, kept)


@pytest.mark.parametrize(("insurer", "topic"), EVERY)
def test_a_picture_says_of_everybody_what_the_engine_says(insurer: str, topic: str) -> None:
    field, whole = charts(insurer, topic)
    assert not _differs(field, whole)


def test_a_wrong_end_is_seen() -> None:
    field, (chart,) = charts("kiyose", "document")
    for place, question in enumerate(chart.questions):
        first, *others = question.branches
        wrong = replace(question, branches=(replace(first, to="x"), *others) if place else tuple(others))
        questions = (*chart.questions[:place], wrong, *chart.questions[place + 1 :])
        assert _differs(field, [replace(chart, questions=questions)])


@pytest.mark.parametrize(("insurer", "topic"), EVERY)
def test_who_follows_a_path_gets_what_is_decided(insurer: str, topic: str) -> None:
    """Each path is walked by one person for every cell of it, and for every cell that it leaves open."""
    field, whole = charts(insurer, topic)
    number = 0
    for claim in (claim for chart in whole for claim in claims(chart)):
        fixed = {variable: cells[0] for variable, cells in claim.cells}
        open_ = {**dict(enumerate(field.cells)), **dict(claim.cells)}
        people = {tuple({**fixed, variable: cell}.items()) for variable, cells in open_.items() for cell in cells[1:]}
        for person in (tuple(fixed.items()), *people):
            facts, seen = decided(field, dict(person))
            assert seen in {claim.seen, NOBODY}, facts
            number += seen != NOBODY
    assert number > 30


@pytest.mark.parametrize("insurer", INSURERS)
def test_who_leaves_the_age_out_is_told_as_an_adult(insurer: str) -> None:
    field, _ = charts(insurer, "document")
    rulebook = book(insurer).rulebook
    for card in rulebook.by_fact["my_number_card"].values:
        facts = {"insurer": insurer, "on_date": TODAY.isoformat(), "my_number_card": card}
        told = [decide(field.book, {**facts, **more}) for more in ({}, {"age": 40})]
        assert told[0]["document"] == told[1]["document"]


def test_nothing_sensitive_is_asked() -> None:
    for insurer in INSURERS:
        sensitive = {fact.id for fact in book(insurer).rulebook.facts if fact.sensitive}
        assert sensitive == {"data_protection"}
        for topic in TOPICS:
            field, whole = charts(insurer, topic.id)
            assert sensitive.isdisjoint(one.fact for chart in whole for one in chart.questions)
            assert all(
                cells == (0,)
                for variable, cells in zip(field.book.space.variables, field.cells, strict=True)
                if variable.fact in sensitive
            )


@pytest.mark.parametrize("topic", [one.id for one in TOPICS])
def test_whoever_is_left_out_is_named_in_the_caption(topic: str) -> None:
    """A fact that could change what a picture tells is asked in it, or stands in its caption."""
    named = {
        "event": ("なくした", "変わった", "やめる", "70歳になった"),
        "has": ("受け取った",) if topic == "document" else (),
        "certificate_until": ("受け取った",) if topic == "document" else (),
        "notice_until": ("受け取った",) if topic == "document" else (),
        "left_on": ("保険が変わった",),
        "scheme": ("保険が変わった",),
        "wants": ("使いたくない",),
        "smartphone": ("スマートフォン",),
        "e_certificate_until": ("期限の日",) if topic == "desk" else (),
    }
    caption = library().words[f"pictures.left_out_{topic}"].replace("名前や住所や保険", "保険")
    for insurer in INSURERS:
        field, _ = charts(insurer, topic)
        d, variables = field.book.diagrams, field.book.space.variables
        kept = {n: field.cells[n] for n, one in enumerate(variables) if one.fact in {"on_date", "data_protection"}}
        looked_at = {variables[n].fact for n in d.support(d.restrict(by_engine(field), kept))}
        left_out = looked_at - (set(field.topic.asked) - {"has"})
        assert left_out <= named.keys()
        assert all(word in caption for fact in left_out for word in named[fact])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("insurer", INSURERS)
def test_everything_fits_and_nothing_overlaps(insurer: str, language: str) -> None:
    for picture in _pictures(insurer, language):
        for columns, sheet in ((1, picture.narrow), (2, picture.wide)):
            drawing = laid_out(picture.flow, columns)
            assert (drawing.width, round(drawing.height)) == (sheet.width, sheet.height)
            assert _faults(drawing) == []
        assert picture.narrow.width == 340
        scale = min(A4[0] / picture.wide.width, A4[1] / picture.wide.height)
        assert scale * 13 >= 10.5  # the smallest letters, in pixels: 8 points
        assert min(text.size for text in laid_out(picture.flow).texts) >= 13


def _faults(drawing: Drawing) -> list[str]:
    frames = [box for box in drawing.boxes if box.frame in {"end", "go", "on"}]
    faults = [f"{one} and {other}" for n, one in enumerate(frames) for other in frames[:n] if _overlap(one, other)]
    areas = [_area(text) for text in drawing.texts]
    for text, area in zip(drawing.texts, areas, strict=True):
        if width_of(text.text, bold=text.bold) * text.size > text.most + 0.01:
            faults.append(f"too wide: {text.text}")
        left, top, right, bottom = area
        if left < 0 or top < 0 or right > drawing.width or bottom > drawing.height:
            faults.append(f"outside: {text.text}")
        for box in frames:
            within = box.x <= left and right <= box.x + box.width and box.y <= top and bottom <= box.y + box.height
            if not within and _overlap(box, _as_box(area)):
                faults.append(f"across a frame: {text.text}")
    boxes = sorted(map(_as_box, areas), key=lambda box: box.y)
    for place, one in enumerate(boxes):
        near = takewhile(lambda other: other.y < one.y + one.height, boxes[place + 1 :])  # noqa: B023 - used at once
        faults += [f"one on the other: {one}, {other}" for other in near if _overlap(one, other)]
    return faults


def _area(text: Text) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower end of a line's letters."""
    width = width_of(text.text, bold=text.bold) * text.size
    left = text.x - width / 2 if text.centred else text.x
    return left, text.y - 0.88 * text.size, left + width, text.y + 0.22 * text.size


def _as_box(area: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = area
    return Box(left, top, right - left, bottom - top, "end")


def _overlap(one: Box, other: Box) -> bool:
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawing_and_text_say_the_same_in_the_same_order(language: str) -> None:
    for insurer in INSURERS:
        for picture in _pictures(insurer, language):
            told = [_bare(plain(text)) for text in picture.flow.texts][1:]
            assert _in_order(told, _bare(plain(read_markup(picture.text).text)))
            for sheet in (picture.narrow, picture.wide):
                assert isinstance(sheet.file.content, bytes)
                root = ET.fromstring(sheet.file.content)  # noqa: S314 - our own file
                space = "{http://www.w3.org/2000/svg}"
                written = _bare("".join(one.text or "" for one in root.iter(f"{space}text")))
                said = "".join([_bare(plain(picture.flow.title)), *told, _joints(picture, language)])
                assert sorted(written.replace("・", "")) == sorted(said.replace("・", ""))
                described = "".join(one.text or "" for one in root.iter(f"{space}desc"))
                assert _bare(described) == "".join(_bare(plain(text)) for text in picture.flow.texts)


def test_a_file_names_no_insurer_and_is_named_after_what_it_holds() -> None:
    names = {insurer.name for insurer in library().insurers.values()} | set(INSURERS) - {"other"}
    by_address: dict[str, object] = {}
    for insurer in INSURERS:
        wording = Wording(library().insurers[insurer], library().words)
        here = Here(pictures_at(insurer))
        page = pictures(wording, here, TODAY)
        for picture in _pictures(insurer):
            for sheet in (picture.narrow, picture.wide):
                content = sheet.file.content
                assert isinstance(content, bytes)
                assert by_address.setdefault(sheet.file.address, content) == content
                assert f'"{here.up}{sheet.file.address}"' in page
                assert not [name for name in names if name in content.decode()]
                assert b"style" not in content
                assert b"<script" not in content
    assert len(by_address) < 2 * sum(len(_pictures(insurer)) for insurer in INSURERS)


def test_the_wide_form_waits_for_paper_beside_the_one_for_a_phone() -> None:
    here = Here(pictures_at("kiyose"))
    page = pictures(Wording(library().insurers["kiyose"], library().words), here, TODAY)
    waiting = [one.attributes for one in read_markup(page).all("img", "sn-paper")]
    assert [one["src"] for one in waiting] == [here.up + one.wide.file.address for one in _pictures("kiyose")]
    assert all(one["alt"] and "loading" not in one for one in waiting), "what is not shown yet would never be fetched"


def _bare(text: str) -> str:
    return "".join(text.split())


def _joints(picture: Picture, language: str) -> str:
    """What stands between the members of a list below a question."""
    between = _bare(library().told_in(language).words["pages.list_or"])
    return between * sum(max(len(step.listed) - 1, 0) for step in picture.flow.steps)


def _in_order(told: list[str], text: str) -> bool:
    place = 0
    for one in told:
        place = text.find(one, place) + len(one)
        if place < len(one):
            return False
    return True
