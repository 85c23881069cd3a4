"""The pictures on an insurer's tables page, and their files: worked out once for all insurers whose rules are alike.

A file is named after what it holds and names no insurer, so those that are alike share it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from checker.authoring.likeness import shape_of
from checker.pages.assets import SharedFile
from checker.pages.decisions import open_desk
from checker.pages.html import Html, el, join
from checker.pages.pictures.chart import charts_of
from checker.pages.pictures.field import field_of
from checker.pages.pictures.layout import laid_out
from checker.pages.pictures.svg import svg_of
from checker.pages.pictures.telling import told
from checker.pages.pictures.text import text_of
from checker.pages.pictures.topics import TOPICS
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from datetime import date

    from checker.authoring import Insurer, Words
    from checker.engine.compiling.space import Space
    from checker.pages.here import Here
    from checker.pages.making import Making
    from checker.pages.pictures.chart import Chart
    from checker.pages.pictures.flow import Flow

__all__ = ["Picture", "drawn", "picture_files", "pictures"]

_HASH_LENGTH = 12
_MOST = 256
_WIDE = "(min-width: 44rem)"
"""Where there is room for two columns. On paper there always is, but a browser keeps the picture that it has chosen for
the screen, and one that is first fetched for printing would be missing: so the other waits beside it, not shown.
"""

_KINDS = ("documents", "routes", "items", "actions", "procedures")
"""Kinds of words in a picture that an insurer may have in its own words."""

_kept: OrderedDict[Hashable, tuple[Words, tuple[Picture, ...]]] = OrderedDict()
"""The pictures by what they rest on, with the words that must live as long as the key names them."""

_charts: OrderedDict[Hashable, tuple[Space, dict[str, list[Chart]]]] = OrderedDict()


@dataclass(frozen=True)
class Sheet:
    """A drawing's file, and its size in pixels."""

    file: SharedFile
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A flow, its drawings for small screens and for paper, and the same as text."""

    flow: Flow
    narrow: Sheet
    wide: Sheet
    text: Html


def pictures(wording: Wording, here: Here, today: date) -> Html:
    """Return the pictures for the page that stands `here`, each with its text and whom it leaves out."""
    words = wording.words
    way = el("a", words["pictures.left_out_way"], href=here.to_checker(wording.insurer.id), class_="sn-way")
    figures = (_figure(picture, wording, here, way) for picture in drawn(wording, today))
    return join(el("p", words["pictures.intro"]), el("div", *figures, class_="sn-flows"))


def picture_files(making: Making) -> Iterator[SharedFile]:
    """Yield the files of all pictures, each once."""
    seen: set[str] = set()
    for language in making.library.languages:
        library = making.told_in(language).library
        for insurer in library.insurers.values():
            if insurer.status == "withdrawn":
                continue
            for picture in drawn(Wording(insurer, library.words), making.today):
                for sheet in (picture.narrow, picture.wide):
                    if sheet.file.address not in seen:
                        seen.add(sheet.file.address)
                        yield sheet.file


def drawn(wording: Wording, today: date) -> tuple[Picture, ...]:
    """Return the pictures of an insurer, or those of one that is alike."""
    insurer, words = wording.insurer, wording.words
    own = tuple((id_, text) for id_, text in insurer.words.items() if any(id_ in words.tree[kind] for kind in _KINDS))
    key = (today, id(words), shape_of(insurer.rulebook), own)
    if key not in _kept:
        _kept[key] = words, tuple(_draw(wording, today))
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return _kept[key][1]


def _draw(wording: Wording, today: date) -> Iterator[Picture]:
    between = wording.page("list_and")
    space, charts = _charted(wording.insurer, today)
    for topic, own in charts.items():
        for chart in own:
            flow = told(topic, chart, space, today, wording)
            yield Picture(flow, _sheet(flow, 1), _sheet(flow, 2), text_of(flow, between))


def _charted(insurer: Insurer, today: date) -> tuple[Space, dict[str, list[Chart]]]:
    """The charts of all topics, which are the same in every language, and the space of their cells.

    Where all have one answer there is nothing to draw: the tables have it.
    """
    key = (today, shape_of(insurer.rulebook))
    if key not in _charts:
        book = open_desk(insurer, today).book
        with book.diagrams.scratch():
            charts = {one.id: charts_of(field_of(book, one, today)) for one in TOPICS}
        _charts[key] = book.space, {topic: [one for one in own if one.questions] for topic, own in charts.items()}
        while len(_charts) > _MOST:
            _charts.popitem(last=False)
    return _charts[key]


def _sheet(flow: Flow, columns: int) -> Sheet:
    drawing = laid_out(flow, columns)
    content = svg_of(flow, drawing)
    address = f"assets/flow.{sha256(content).hexdigest()[:_HASH_LENGTH]}.svg"
    return Sheet(SharedFile(address, content), round(drawing.width), round(drawing.height))


def _figure(picture: Picture, wording: Wording, here: Here, way: Html) -> Html:
    words, flow = wording.words, picture.flow
    narrow, wide = picture.narrow, picture.wide
    source = el(
        "source",
        media=_WIDE,
        srcset=here.up + wide.file.address,
        width=str(wide.width),
        height=str(wide.height),
    )
    image = _image(narrow, flow.title, wording, here, loading="lazy")
    paper = _image(wide, flow.title, wording, here, fetchpriority="low", class_="sn-paper")
    caption = (el("b", wording.insurer.name), " ", words[f"pictures.left_out_{flow.topic}"], " ", way)
    return el(
        "div",
        el("h2", flow.title),
        el("figure", el("picture", source, image), paper, el("figcaption", *caption)),
        el("p", el("a", words["pictures.alone"].format(title=flow.title), href=here.up + wide.file.address)),
        el("details", el("summary", words["pictures.as_text"]), picture.text),
        class_="sn-flow",
    )


def _image(sheet: Sheet, title: str, wording: Wording, here: Here, **more: str) -> Html:
    address, alt = here.up + sheet.file.address, wording.words["pictures.alt"].format(title=title)
    return el("img", src=address, width=str(sheet.width), height=str(sheet.height), alt=alt, **more)
