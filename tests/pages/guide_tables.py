"""Tables of answers as a reader finds them on a page: in each cell who gives which answer, and whose rule it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from pages.markup import Node, read_markup
from rulebooks import library

from checker.engine import Rulebook
from checker.pages.assets import Assets
from checker.pages.guides.guide_page import guide_pages
from checker.pages.guides.plans import PLANS
from checker.pages.guides.survey import survey
from checker.pages.making import Making
from checker.pages.site import common_panel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from checker.authoring import Insurer, Library, Words
    from checker.pages.article import Article
    from checker.pages.html import Html

__all__ = ["NO_FILES", "Cell", "articles", "articles_of", "read_cells", "twin_of"]

NO_FILES = Assets({}, "", "", "", "", None, "", "", ())


@dataclass
class Cell:
    """One cell: the heads of the cases of its row, and each answer with its insurers and what they rest on.

    `everyone`: the answers that are said to be everybody's.
    """

    heads: list[str]
    tellers: dict[str, dict[str, str]] = field(default_factory=dict)
    everyone: set[str] = field(default_factory=set)

    def answer_of(self, insurer: str) -> tuple[str, str]:
        """Return what an insurer answers, and by whose rule ("" where none is told), as the cell tells it."""
        found = [(said, tellers[insurer]) for said, tellers in self.tellers.items() if insurer in tellers]
        if not found and self.everyone:
            found = [(said, "") for said in self.everyone]
        (one,) = found
        return one


def articles_of(told: Library, day: date) -> Mapping[str, Mapping[str, Article]]:
    """Return the pages of a library by language and by their address in every language."""
    making, asked = Making(told, NO_FILES, day), survey(told, day, PLANS)
    pages: dict[str, dict[str, Article]] = {}
    for language in told.languages:
        speaking = making.told_in(language)
        for article in guide_pages(speaking, asked, common_panel(speaking)):
            pages.setdefault(language, {})[article.here.page] = article
    return pages


@cache
def articles(day: date) -> Mapping[str, Mapping[str, Article]]:
    """Return the project's own pages on a day."""
    return articles_of(library(), day)


def twin_of(insurer: Insurer, number: int) -> Insurer:
    """Return an insurer with the same rules, by passages of its own."""
    name, own = f"twin-{number}", f"{insurer.id}/"
    text = insurer.rulebook.to_json().replace(f'"{own}', f'"{name}/')
    book = Rulebook.from_json(text.replace(f'"insurer":"{insurer.id}"', f'"insurer":"{name}"'))
    passages = [replace(one, id=one.id.replace(own, f"{name}/")) for one in insurer.passages.values()]
    return replace(insurer, id=name, rulebook=book, passages={one.id: one for one in passages}, short=f"双子{number}")


def read_cells(body: Html, words: Words, later: str | None = None) -> Iterator[list[Cell]]:
    """Yield the cells of each row of each table, from left to right; `later`: of those for a day to come."""
    for place in read_markup(body).all("div", "sn-tables"):
        if place.attributes.get("data-from") != later:
            continue
        for table in place.all("table", "sn-answers"):
            for row in next(table.all("tbody")).children:
                head, *cells = row.children
                yield [_cell(head, cell, words) for cell in cells]


def _cell(head: Node, place: Node, words: Words) -> Cell:
    cell = Cell(_heads(head))
    if any(place.all("ul", "sn-steps")):
        return _steps(cell, place, words)
    lists = [one for one in place.children if one.has("sn-groups")]
    common = _common(place, words) if lists else ""
    for group in lists[0].children if lists else [place]:
        said, tellers, everyone = _group(group, words["guides.everyone"])
        said = common + said.removeprefix(words["guides.nothing_more"] if common else "")
        assert said not in cell.tellers, f"{said!r} stands twice"
        cell.tellers[said] = tellers
        if everyone:
            cell.everyone.add(said)
    return cell


def _steps(cell: Cell, place: Node, words: Words) -> Cell:
    """Read a cell of procedures: a line names those who have it; who has no other is named beside that."""
    told: dict[str, dict[str, str]] = {}
    for step in (line for steps in place.all("ul", "sn-steps") for line in steps.children):
        name = "".join(one for one in step.inside if isinstance(one, str))
        for insurer, basis in _group(step, "")[1].items():
            told.setdefault(insurer, {})[name] = basis
    for group in (group for groups in place.all("ul", "sn-groups") for group in groups.children):
        if not any(group.all("ul", "sn-steps")):
            none = "nothing_more" if place.children[0].has("sn-steps") else "no_procedure"
            assert next(_unfolded(group)).text == words[f"guides.{none}"]
            told |= {insurer: told.get(insurer, {}) for one in group.all("p", "sn-basis") for insurer in _named(one)}
    notes = {key for key in ("everyone", "differs", "others_differ") if words[f"guides.{key}"] in _notes(place)}
    alike = len({frozenset(lines) for lines in told.values()}) == 1
    assert notes <= {"everyone"} if alike else len(notes) == 1 and "everyone" not in notes
    for insurer, lines in told.items():
        said = "".join(sorted(name + basis for name, basis in lines.items())) or words["guides.no_procedure"]
        cell.tellers.setdefault(said, {})[insurer] = ""
    return cell


def _common(place: Node, words: Words) -> str:
    """Return what stands in a cell above what differs; where nothing does, nothing is said of a rest."""
    first = next(number for number, one in enumerate(place.children) if one.has("sn-note"))
    common = "".join(one.text for one in place.children[:first])
    assert place.children[first].text == words["guides.others_differ" if common else "guides.differs"]
    return common


def _notes(place: Node) -> list[str]:
    return [one.text for one in place.children if one.has("sn-note")]


def _named(place: Node) -> Iterator[str]:
    for name in place.all("span", "sn-name"):
        (insurer,) = re.findall(r"(?:insurers|sources)/([^/]+)/", next(name.all("a")).attributes["href"] or "")
        yield insurer


def _heads(head: Node) -> list[str]:
    """Return what each case of a row is called, with what is said of all of them."""
    cases = next(head.all("ul", "sn-cases"), None)
    if cases is None:
        return [head.text]
    common = "".join(one.text for one in head.children if one is not cases)
    return [case.text + common for case in cases.children]


def _group(place: Node, everybody: str) -> tuple[str, dict[str, str], bool]:
    said, tellers, everyone = "", dict[str, str](), False
    for one in _unfolded(place):
        if one.has("sn-note") and one.text == everybody:
            everyone = True
        elif one.tag == "p" and one.has("sn-basis"):
            for insurer in _named(one):
                assert insurer not in tellers
                tellers[insurer] = one.attributes.get("data-basis") or ""
        else:
            said += one.text
    return said, tellers, everyone


def _unfolded(place: Node) -> Iterator[Node]:
    """Yield what stands in a cell, and what is folded up there without the name that opens it."""
    for one in place.children:
        if one.has("sn-fold"):
            yield from (inside for inside in one.children if inside.tag != "summary")
        else:
            yield one
