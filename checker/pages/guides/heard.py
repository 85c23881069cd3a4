"""What insurers' own documents say of a matter: which passages speak of it is read off their Japanese.

Nobody lists them by hand: a new document that speaks of a matter stands beside the others by itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.authoring.languages import FIRST
from checker.pages.contacts import dialling, hotline
from checker.pages.guides.tellers import NAMED
from checker.pages.html import Html, el, join
from checker.pages.passages import listed_passages
from checker.pages.proof import passage_address, passage_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.authoring import Library
    from checker.pages.guides.answers_table import AnswersTable

__all__ = ["MATTERS", "heard", "hotlines", "speaking_of"]

MATTERS: Mapping[str, str] = {
    "checking": "登録できているか",
    "elderly_recipient": "高齢受給者証",
    "minors": "未成年",
    "overseas": "海外|国外",
    "stopping": "一時利用停止",
}
"""What a passage in Japanese says if it speaks of a matter."""


def speaking_of(matter: str, library: Library) -> Mapping[str, Sequence[str]]:
    """Return the passages that speak of a matter and may stand in the open, by whose document has them."""
    return _speaking_of(matter, library.told_in(FIRST))


@lru_cache(maxsize=8)
def _speaking_of(matter: str, library: Library) -> Mapping[str, Sequence[str]]:
    sought = re.compile(MATTERS[matter])
    found: dict[str, list[str]] = {}
    for insurer in library.insurers.values():
        own = f"{insurer.id}/"
        named = [one.id for one in insurer.passages.values() if one.id.startswith(own) and sought.search(one.says)]
        if named and insurer.status == "published":
            listed = {one.id for one in listed_passages(insurer)}
            if some := [name for name in named if name in listed]:
                found[insurer.id] = some
    return found


def heard(matter: str, table: AnswersTable) -> Html | None:
    """Return the passages on a matter, each with whose it is, and equal ones once; None where nobody speaks of it.

    Of very many texts the rest is counted.
    """
    library = table.library
    told: dict[str, list[str]] = {}
    for insurer, names in speaking_of(matter, library).items():
        for name in names:
            told.setdefault(library.insurers[insurer].passages[name].says, []).append(name)
    entries = [el("li", el("p", says), _whose(names, table)) for says, names in list(told.items())[:NAMED]]
    if rest := [name for names in list(told.values())[NAMED:] for name in names]:
        entries.append(el("li", _counted(len(rest), table)))
    return join(el("p", table.words[f"guides.heard_{matter}"]), el("ul", *entries)) if told else None


def hotlines(table: AnswersTable) -> Html | None:
    """Return the numbers of the line that stops cards, and whose documents have each."""
    library, words = table.library, table.words
    name = library.languages[FIRST]["panel.hotline"]
    stated: dict[str, list[str]] = {}
    for insurer in library.insurers.values():
        number = hotline(insurer, name)
        if number and insurer.status == "published":
            stated.setdefault(number, []).append(insurer.id)
    lines = (
        join(
            el("address", el("p", words["panel.hotline"], " ", el("a", number, href=dialling(number)))),
            _stated_by(some, table),
        )
        for number, some in stated.items()
    )
    return join(*lines) if stated else None


def _stated_by(insurers: Sequence[str], table: AnswersTable) -> Html:
    library, comma = table.library, table.words["pages.list_comma"]
    links = (
        el("a", library.insurers[one].short, href=table.here.to(f"insurers/{one}/index.html", "contact"))
        for one in insurers
    )
    return el(
        "p", table.words["guides.number_stated_by"], " ", _named(links, len(insurers), comma, table), class_="sn-source"
    )


def _whose(passages: Sequence[str], table: AnswersTable) -> Html:
    comma = table.words["pages.list_comma"]
    return el("p", _named((_link(one, table) for one in passages), len(passages), comma, table), class_="sn-source")


def _link(passage: str, table: AnswersTable) -> Html:
    insurer = table.library.insurers[passage.partition("/")[0]]
    label = passage_label(table.words, passage, table.numbers.of(insurer.id)[passage])
    where = el("span", insurer.passages[passage].locator, lang=None if table.here.language == FIRST else FIRST)
    link = el("a", f"{insurer.short} {label}", href=passage_address(passage, table.here.sources))
    return join(link, " ", where)


def _named(links: Iterable[Html], count: int, comma: str, table: AnswersTable) -> Html:
    if count > NAMED:
        return _counted(count, table)
    parts = [part for link in links for part in (comma, link)]
    return join(*parts[1:])


def _counted(count: int, table: AnswersTable) -> Html:
    return el("a", table.words["guides.counted"].format(n=count), href=table.here.to("insurers/index.html"))
