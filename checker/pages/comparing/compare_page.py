"""The comparison: insurers beside each other, topic by topic, and what changes for whoever moves from one to another.

One table holds it all, for everybody; a small script hides what is not asked for, and in a move what is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.comparing.answers import Answers, basis_line, place_on_page
from checker.pages.comparing.choosing import choices, choices_of_many
from checker.pages.comparing.columns import columns
from checker.pages.comparing.many import AT_MOST, tally_table
from checker.pages.comparing.pairs import pairs_file
from checker.pages.comparing.told import told_by
from checker.pages.comparing.topics import GROUPS
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.standing import standing_line
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer
    from checker.pages.assets import SharedFile
    from checker.pages.comparing.topics import Topic
    from checker.pages.making import Making

__all__ = ["compare_page", "pairs_of"]

_ADDRESS = "comparison/index.html"


def pairs_of(making: Making) -> SharedFile | None:
    """Return what the page fetches for a move; None where so few insurers are compared that all stand in the page."""
    compared = columns(making.library)
    here = Here(_ADDRESS, making.language)
    return pairs_file(compared, making, here) if len(compared) > AT_MOST else None


def compare_page(making: Making, panel: Html, pairs: SharedFile | None = None) -> Article:
    """Return the page that stands at `comparison/index.html`; `pairs` is what `pairs_of` returns."""
    here, library = Here(_ADDRESS, making.language), making.library
    words, compared = library.words, columns(library)
    day = Wording(library.insurers[OTHER], words).day(making.today)
    tables = _Tables(making, here, compared)
    body = join(
        el("h1", words["compare.title"]),
        el("p", words["compare.intro"]),
        el("p", words["compare.day"].format(day=day), class_="sn-note"),
        standing_line(words, OTHER),
        choices_of_many(pairs, here, words) if pairs else choices(compared, here, words),
        el("div", *(tables.table(group) for group in GROUPS), class_="sn-tables sn-compare", data_compared=True),
        el(
            "p",
            el("a", words["compare.to_silence"], href=here.to("silence/index.html"), class_="sn-way"),
            class_="sn-after-list",
        ),
    )
    return Article(here, words["compare.title"], words["compare.description"], body, panel, script="compare")


class _Tables:
    def __init__(self, making: Making, here: Here, compared: Mapping[str, Insurer]) -> None:
        self._here, self._compared, self._words = here, compared, making.library.words
        self._answers = Answers(self._words)
        self._place = {one.id: str(place) for place, one in enumerate(compared.values())}
        self._told = {one.id: told_by(one.rulebook, making.today) for one in compared.values()}

    def table(self, group: str) -> Html:
        """Return the table of one group of topics."""
        words = self._words
        if len(self._compared) > AT_MOST:
            return tally_table(words[f"compare.groups.{group}"], GROUPS[group], self._text, self._compared, words)
        heads = (self._head(name, insurer) for name, insurer in self._compared.items())
        return el(
            "table",
            el("caption", words[f"compare.groups.{group}"], id=f"group-{group.replace('_', '-')}"),
            el("thead", el("tr", el("th", words["compare.topic"], scope="col"), *heads)),
            el("tbody", *(self._row(topic) for topic in GROUPS[group])),
            class_="sn-table",
        )

    def _text(self, topic: Topic, insurer: Insurer) -> Html:
        return self._answers.text(topic, self._told[insurer.id][topic.id], insurer)

    def _head(self, name: str, insurer: Insurer) -> Html:
        link = el("a", name, href=self._here.to(f"insurers/{insurer.id}/index.html"))
        return el("th", link, scope="col", data_insurer=insurer.id, data_column=self._place[insurer.id])

    def _row(self, topic: Topic) -> Html:
        cells = (self._cell(topic, name, insurer) for name, insurer in self._compared.items())
        title = self._words[f"compare.topics.{topic.id}"]
        return el("tr", el("th", title, scope="row"), *cells, data_topic=topic.id)

    def _cell(self, topic: Topic, name: str, insurer: Insurer) -> Html:
        told = self._told[insurer.id][topic.id]
        text = self._text(topic, insurer)
        way = place_on_page(insurer.id, topic, told, self._here)
        number = str(self._answers.number(topic, text))
        who = basis_line(told, way, self._words)
        marked = {"data_answer": number, "data_column": self._place[insurer.id]}
        return el("td", text, who, data_label=name, data_insurer=insurer.id, **marked)
