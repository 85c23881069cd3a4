"""Decision tables read back from a page: on which days, for whom, which papers, what to show, what to do.

Read from what stands there, in words, and from nothing else; `table_expectations` says the same from the engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pages.markup import Node

    from checker.authoring import Words

__all__ = ["Care", "Row", "Way", "read_tables"]

Way = frozenset[str]
"""Names of things that are shown together."""


@dataclass
class Care:
    """What is to be shown, in any of these ways, what else is said to do, and who says so."""

    ways: set[Way] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    bases: set[str] = field(default_factory=set)


@dataclass
class Row:
    """One row: the table's caption, the first day of its band, its head in lines, and its cells.

    `papers` are the lines of the first cell, `care` what is told of a reader that works, and of others by their names;
    where these are told alike, under no name.
    """

    caption: str
    day: date
    head: list[str]
    papers: set[str]
    care: Mapping[str, Mapping[str, Care]]


def read_tables(place: Node, words: Words) -> Iterator[Row]:
    """Yield the rows of the decision tables in a part of a page."""
    notes = {str(one.attributes["id"]): one for one in place.all("li") if "id" in one.attributes}
    captions = {words[f"pages.table_{key}"] for key in ("cards", "care_needs", "special", "ages")}
    day = date.min
    for one in place.all():
        if one.has("sn-days"):
            year, month, number = (int(part) for part in re.findall(r"\d+", one.text)[:3])
            day = date(year, month, number)
        if one.tag == "table" and next(one.all("caption")).text in captions:
            yield from _rows(one, day, words, notes)


def _rows(table: Node, day: date, words: Words, notes: Mapping[str, Node]) -> Iterator[Row]:
    caption = next(table.all("caption")).text
    heads = [one.text for one in next(table.all("thead")).all("th")]
    for row in next(table.all("tbody")).all("tr"):
        head, papers, *cares = row.children
        if len(cares) == 1:
            assert cares[0].attributes["colspan"] == "2"
            assert cares[0].attributes["data-label"] == words["pages.column_always"]
            cares *= 2
        else:
            assert [one.attributes["data-label"] for one in cares] == heads[2:]
        lines = [one.text for one in (*head.all("li"), *head.all("span", "sn-said"))]
        told = {line.text for line in papers.children if line.tag == "p" and not line.has("sn-basis")}
        care = {name: dict(_cares(one, words, notes)) for name, one in zip(heads[2:], cares, strict=True)}
        yield Row(caption, day, lines, told | {_basis(one) for one in papers.all("p", "sn-basis")}, care)


def _basis(line: Node) -> str:
    """Return who says so: the line without what it is said of, and without its links."""
    return "".join(one for one in line.inside if isinstance(one, str)).strip()


def _with_notes(cell: Node, notes: Mapping[str, Node]) -> Iterator[Node]:
    """Yield what stands in a cell, each note in the place of the line that leads to it."""
    for one in cell.children:
        if one.has("sn-todo"):
            (link,) = one.all("a")
            yield from notes[str(link.attributes["href"]).removeprefix("#")].children
        else:
            yield one


def _cares(cell: Node, words: Words, notes: Mapping[str, Node]) -> Iterator[tuple[str, Care]]:
    names, care = "", Care()
    for one in _with_notes(cell, notes):
        if one.has("sn-label") and one.text not in (words["ui.until_arrival"], words["ui.show_back_heading"]):
            if names:
                yield names, care
            names, care = one.text, Care()
        elif one.has("sn-ways"):
            care.ways |= {way for entry in one.children for way in _ways(entry, words)}
        elif one.has("sn-basis"):
            care.bases.add(_basis(one))
        elif not one.has("sn-label"):
            care.said.add(one.text)
    yield names, care


def _ways(entry: Node, words: Words) -> Iterator[Way]:
    or_ = words["ui.show_or"]
    said = entry.own_text.removeprefix(or_)
    others = [Way(_items(one.text, words)) for one in entry.all("li")]
    if not others:
        yield from (Way(_items(way, words)) for way in said.split(f" {or_} "))
        return
    forms = {
        key: re.escape(words[f"pages.{key}"]).replace(r"\{item\}", "(.+)") for key in ("with_one_of", "with_any_of")
    }
    key, item = next((key, found[1]) for key, form in forms.items() if (found := re.fullmatch(form, said)))
    if key == "with_any_of":
        yield Way([item])
    yield from (Way({item, *other}) for other in others)


def _items(way: str, words: Words) -> Iterator[str]:
    """Yield the names in a way; none of them is taken apart that has the word for "and" in it."""
    left = way
    for name in sorted(words.tree["items"].values(), key=len, reverse=True):
        if name in left:
            left = left.replace(name, "")
            yield name
    assert not left.replace(words["ui.show_and"], ""), way
