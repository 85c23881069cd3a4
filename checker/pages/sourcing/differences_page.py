"""Where documents disagree: with each other, as the engine's answers show it, and one with itself, as it was settled.

The first part is chosen by machine: topics on which at least two documents speak in their own words, and whose answers
contradict each other. The second has the statements that `docs/statements` settles, in the words of `docs/text`.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from checker.pages.article import Article
from checker.pages.comparing.answers import Answers
from checker.pages.comparing.columns import columns
from checker.pages.comparing.told import told_by
from checker.pages.comparing.topics import GROUPS
from checker.pages.decisions import desk_of
from checker.pages.guides.tellers import NAMED
from checker.pages.here import Here
from checker.pages.html import Html, el, join
from checker.pages.insurer_lists import OTHER
from checker.pages.passages import passage_numbers
from checker.pages.proof import passage_address, passage_label
from checker.pages.sourcing.clashes import contradict
from checker.pages.standing import standing_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from checker.authoring import Insurer
    from checker.authoring.statements import Statement
    from checker.pages.comparing.told import Told
    from checker.pages.comparing.topics import Topic
    from checker.pages.making import Making

__all__ = ["differences_page", "own_answers"]

_ADDRESS = "contradictions/index.html"
_NAMED = 3
"""How many insurers are named for one answer, with their passages; where there are thousands, they are examples."""


def differences_page(making: Making, statements: Mapping[str, Sequence[Statement]], panel: Html) -> Article:
    """Return the page that stands at `contradictions/index.html`."""
    here, words = Here(_ADDRESS, making.language), making.library.words
    writer = _Writer(making, here)
    body = join(
        el("h1", words["differences.title"]),
        el("p", words["differences.intro"]),
        standing_line(words, OTHER),
        el("h2", words["differences.between"]),
        el("p", words["differences.between_note"], class_="sn-note"),
        el("div", *(writer.table(group) for group in GROUPS), class_="sn-tables sn-differences"),
        el("h2", words["differences.within"]),
        el("p", words["differences.within_note"], class_="sn-note"),
        *(writer.settled(making.library.insurers[name], of_one) for name, of_one in statements.items()),
    )
    return Article(here, words["differences.title"], words["differences.description"], body, panel)


def own_answers(topic: Topic, making: Making) -> dict[str, Told]:
    """Return what is told on a topic by the insurers whose own document answers, by their ids."""
    return _own_answers(topic, columns(making.library).values(), making.today)


def _own_answers(topic: Topic, insurers: Iterable[Insurer], day: date) -> dict[str, Told]:
    told = {one.id: told_by(one.rulebook, day)[topic.id] for one in insurers}
    return {name: one for name, one in told.items() if one.basis == "insurer"}


def _shown(found: Mapping[Html, Sequence[Insurer]], answers: Mapping[str, Told]) -> Mapping[Html, Sequence[Insurer]]:
    """Return the answers that a page has room for: all, or of very many those that differ in more than their words."""
    if len(found) <= NAMED:
        return found
    times: Counter[str] = Counter()
    turns: dict[Html, int] = {}
    for text, insurers in found.items():
        said = answers[insurers[0].id].said
        turns[text] = times[said]
        times[said] += 1
    return {text: found[text] for text in sorted(found, key=turns.__getitem__)[:NAMED]}


class _Writer:
    def __init__(self, making: Making, here: Here) -> None:
        self._making, self._here, self._words = making, here, making.library.words
        self._answers = Answers(self._words)
        self._insurers = {one.id: one for one in columns(making.library).values()}

    def table(self, group: str) -> Html | None:
        """Return the differences of one group of topics; None where documents agree."""
        rows = [row for topic in GROUPS[group] for row in self._rows(topic)]
        if not rows:
            return None
        words = self._words
        heads = (words["compare.topic"], words["differences.column_answer"], words["differences.column_text"])
        return el(
            "table",
            el("caption", words[f"compare.groups.{group}"]),
            el("thead", el("tr", *(el("th", head, scope="col") for head in heads))),
            el("tbody", *rows),
            class_="sn-table",
        )

    def _rows(self, topic: Topic) -> list[Html]:
        answers = _own_answers(topic, self._insurers.values(), self._making.today)
        if not any(contradict(one.answer, other.answer) for one, other in combinations(set(answers.values()), 2)):
            return []
        found: dict[Html, list[Insurer]] = {}
        for name, told in answers.items():
            one = self._insurers[name]
            found.setdefault(self._answers.text(topic, told, one), []).append(one)
        shown = _shown(found, answers)
        rows = self._told(topic, shown)
        if others := sum(map(len, found.values())) - sum(map(len, shown.values())):
            counted = self._words["guides.counted"].format(n=others)
            way = el("a", counted, href=self._here.to("insurers/index.html"))
            title = el("th", self._words[f"compare.topics.{topic.id}"], scope="row")
            rows.append(el("tr", title, el("td", way, colspan="2"), data_topic=topic.id))
        return rows

    def _told(self, topic: Topic, found: Mapping[Html, Sequence[Insurer]]) -> list[Html]:
        title, words = self._words[f"compare.topics.{topic.id}"], self._words
        return [
            el(
                "tr",
                el("th", title, scope="row"),
                el("td", text, data_label=words["differences.column_answer"]),
                el(
                    "td",
                    *(self._text(topic, one) for one in some[:_NAMED]),
                    data_label=words["differences.column_text"],
                ),
                data_topic=topic.id,
            )
            for text, some in found.items()
        ]

    def _text(self, topic: Topic, insurer: Insurer) -> Html:
        own = [name for name in self._proof(topic, insurer) if name.startswith(f"{insurer.id}/")]
        return join(el("p", el("strong", insurer.short)), self._quoted(insurer, own))

    def _proof(self, topic: Topic, insurer: Insurer) -> list[str]:
        desk = desk_of(insurer.rulebook, self._making.today)
        decision = desk.decide(topic.facts)
        if topic.part != "procedures":
            return desk.passages(decision, topic.part)
        named = (one for one in decision["procedures"] if one["id"] == topic.procedure)
        return [name for one in named for name in one.get("passages", ())]

    def _quoted(self, insurer: Insurer, names: Iterable[str]) -> Html:
        """Return passages in our words, each leading to where it stands among those of its source."""
        numbers = passage_numbers(insurer)
        lines = (
            el(
                "p",
                el(
                    "a",
                    passage_label(self._words, name, numbers[name]),
                    href=passage_address(name, self._here.sources),
                ),
                " ",
                insurer.passages[name].says,
            )
            for name in dict.fromkeys(names)
            if name in numbers
        )
        return join(*lines)

    def settled(self, insurer: Insurer, statements: Sequence[Statement]) -> Html | None:
        """Return what was settled in one document; None where nothing was that may be told."""
        known = self._words.tree["differences"]["settled"]
        told = [one for one in statements if one.id in known]
        if not told or insurer.status != "published":
            return None
        return el("section", el("h3", insurer.name), *(self._settled(insurer, one) for one in told))

    def _settled(self, insurer: Insurer, statement: Statement) -> Html:
        words, key = self._words, f"differences.settled.{statement.id}"
        names = [f"{insurer.id}/{name}" for name in statement.homes.get("passages", ())]
        rows = (
            (words["differences.says"], words[f"{key}.says"]),
            (words["differences.read"], words[f"{key}.read"]),
        )
        return el(
            "div",
            el("dl", *(el("div", el("dt", name), el("dd", text)) for name, text in rows)),
            self._quoted(insurer, names),
            class_="sn-settled",
            id=f"settled-{statement.id}",
        )
