"""The silence map: what each insurer's document says, what only the national layer says, and what nobody says.

Every mark is read off the engine's answer on the same topics that the comparison shows; nothing is written by hand.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.comparing.answers import place_on_page
from checker.pages.comparing.columns import columns
from checker.pages.comparing.many import AT_MOST, tally_table
from checker.pages.comparing.told import told_by
from checker.pages.comparing.topics import GROUPS, TOPICS
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.standing import standing_line
from checker.pages.superseded import newer_documents
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Words
    from checker.pages.comparing.told import Told
    from checker.pages.comparing.topics import Topic
    from checker.pages.making import Making

__all__ = ["silence_page"]

_ADDRESS = "silence/index.html"
_SIGNS = {"insurer": "●", "national": "◐", "silent": "○", "none": "–"}
"""What is seen beside the words, the same without colours; whoever listens hears the words alone."""


def silence_page(making: Making, panel: Html) -> Article:
    """Return the page that stands at `silence/index.html`."""
    here, library = Here(_ADDRESS, making.language), making.library
    words = library.words
    shown = {name: one for name, one in columns(library).items() if one.id != OTHER}
    marks = _Map(making, here, shown)
    to_compare = el("a", words["silence_map.to_compare"], href=here.to("comparison/index.html"), class_="sn-way")
    body = join(
        el("h1", words["silence_map.title"]),
        el("p", words["silence_map.intro"]),
        standing_line(words, OTHER),
        el("h2", words["silence_map.legend"]),
        _legend(marks.used(), words),
        el("p", words["silence_map.place_note"], class_="sn-note"),
        *((*marks.counts(), *marks.newer()) if len(shown) <= AT_MOST else ()),
        el("h2", words["silence_map.caption"]),
        el("div", *(marks.table(group) for group in GROUPS), class_="sn-tables sn-compare"),
        el("p", to_compare, class_="sn-after-list"),
    )
    return Article(here, words["silence_map.title"], words["silence_map.description"], body, panel)


def _mark(told: Told) -> str:
    return told.stated or "none"


def _signed(mark: str, words: Words) -> Html:
    sign = el("span", _SIGNS[mark], class_="sn-sign", aria_hidden="true")
    return join(sign, " ", el("span", words.tree["silence_map"]["marks"][mark]))


def _legend(used: set[str], words: Words) -> Html:
    rows = (
        el(
            "div",
            el("dt", _signed(mark, words), class_="sn-mark", data_basis=mark),
            el("dd", words.tree["silence_map"]["meanings"][mark]),
        )
        for mark in _SIGNS
        if mark in used
    )
    return el("dl", *rows, class_="sn-legend")


def _counted(name: str, told: Mapping[str, Told], words: Words) -> Html:
    numbers = Counter(_mark(told[topic.id]) for topic in TOPICS)
    said = (f"{words.tree['silence_map']['marks'][mark]}\u00a0{numbers[mark]}" for mark in _SIGNS if numbers[mark])
    return el("div", el("dt", name), el("dd", words["pages.list_and"].join(said)))


class _Map:
    def __init__(self, making: Making, here: Here, shown: Mapping[str, Insurer]) -> None:
        self._here, self._shown, self._words = here, shown, making.library.words
        self.told = {one.id: told_by(one.rulebook, making.today) for one in shown.values()}

    def used(self) -> set[str]:
        """Return the marks that stand somewhere."""
        return {_mark(one) for told in self.told.values() for one in told.values()}

    def counts(self) -> list[Html]:
        """Return how often each mark stands with each insurer."""
        rows = (_counted(name, self.told[one.id], self._words) for name, one in self._shown.items())
        return [el("h2", self._words["silence_map.counts"]), el("dl", *rows, class_="sn-counts")]

    def newer(self) -> list[Html]:
        """Return where a newer document holds in place of a part of the one that an insurer is shown with."""
        told = {name: newer_documents(one, Wording(one, self._words)) for name, one in self._shown.items()}
        rows = (el("div", el("dt", name), el("dd", *lines)) for name, lines in told.items() if lines)
        if not any(told.values()):
            return []
        return [el("h2", self._words["silence_map.newer"]), el("dl", *rows, class_="sn-counts")]

    def table(self, group: str) -> Html:
        """Return the marks of one group of topics."""
        words = self._words
        if len(self._shown) > AT_MOST:
            return tally_table(words[f"compare.groups.{group}"], GROUPS[group], self._signed, self._shown, words)
        heads = (el("th", name, scope="col") for name in self._shown)
        return el(
            "table",
            el("caption", words[f"compare.groups.{group}"]),
            el("thead", el("tr", el("th", words["compare.topic"], scope="col"), *heads)),
            el("tbody", *(self._row(topic) for topic in GROUPS[group])),
            class_="sn-table",
        )

    def _signed(self, topic: Topic, insurer: Insurer) -> Html:
        return _signed(_mark(self.told[insurer.id][topic.id]), self._words)

    def _row(self, topic: Topic) -> Html:
        cells = (self._cell(topic, name, insurer) for name, insurer in self._shown.items())
        title = self._words[f"compare.topics.{topic.id}"]
        return el("tr", el("th", title, scope="row"), *cells, data_topic=topic.id)

    def _cell(self, topic: Topic, name: str, insurer: Insurer) -> Html:
        told = self.told[insurer.id][topic.id]
        mark = _mark(told)
        link = el("a", _signed(mark, self._words), href=place_on_page(insurer.id, topic, told, self._here))
        return el("td", link, class_="sn-mark", data_basis=mark, data_label=name, data_insurer=insurer.id)
