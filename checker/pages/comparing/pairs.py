"""Any two of many insurers beside each other: who answers what, as a script that the comparison fetches when asked.

Each distinct answer stands in it once, and so does each distinct list of answers; of an insurer there are only its
names and the number of its list. Elements are plain values, since a page may not read markup.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.pages.assets import SharedFile
from checker.pages.comparing.answers import Answers, place_on_page
from checker.pages.comparing.told import told_by
from checker.pages.comparing.topics import TOPICS
from checker.pages.html import el
from checker.pages.insurer_lists import names_of
from checker.pages.packs import terms_of
from checker.pages.tree import tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.authoring import Insurer
    from checker.pages.comparing.told import Told
    from checker.pages.comparing.topics import Topic
    from checker.pages.here import Here
    from checker.pages.making import Making

__all__ = ["ANY", "pairs_file"]

ANY = "@"
"""Stands for an insurer's id in addresses."""

_BASES = ("insurer", "national", "silent")
_HASH_LENGTH = 12


def pairs_file(compared: Mapping[str, Insurer], making: Making, here: Here) -> SharedFile:
    """Return the script for the comparison that stands `here`; `compared` are the insurers by their names."""
    lists = _Lists(making, here)
    insurers = [[one.id, name, lists.of(one), "|".join(names_of(one))] for name, one in compared.items()]
    told = {
        "language": making.language,
        "terms": terms_of(making.library),
        "bases": {name: making.library.words[f"pages.basis_{name}"] for name in _BASES},
        "page": here.to(f"insurers/{ANY}/index.html"),
        "topics": [topic.id for topic in TOPICS],
        "answers": [list(texts) for texts in lists.answers.values()],
        "ways": list(lists.ways),
        "lists": list(lists.numbers),
        "insurers": insurers,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    content = f'document.dispatchEvent(new CustomEvent("pairs",{{detail:{text}}}));\n'.encode()
    mark = sha256(content).hexdigest()[:_HASH_LENGTH]
    return SharedFile(f"assets/pairs.{making.language}.{mark}.js", content)


class _Lists:
    """Numbers for what insurers share: answers as elements, by topic; ways to where they are told; lists of both.

    A list has three numbers for each topic: that of the answer, of who says so (-1: nobody is asked), of the way.
    """

    def __init__(self, making: Making, here: Here) -> None:
        self.answers: dict[str, list[Any]] = {topic.id: [] for topic in TOPICS}
        self.ways: dict[str, int] = {}
        self.numbers: dict[tuple[int, ...], int] = {}
        self._known: dict[tuple[int, tuple[tuple[str, str], ...]], int] = {}
        self._making, self._here = making, here
        self._texts = Answers(making.library.words)

    def of(self, insurer: Insurer) -> int:
        """Return the number of an insurer's list."""
        told = told_by(insurer.rulebook, self._making.today)
        alike = id(told), tuple(insurer.words.items())
        if alike not in self._known:
            numbers = tuple(number for topic in TOPICS for number in self._three(topic, told[topic.id], insurer))
            self._known[alike] = self.numbers.setdefault(numbers, len(self.numbers))
        return self._known[alike]

    def _three(self, topic: Topic, told: Told, insurer: Insurer) -> Iterator[int]:
        text = self._texts.text(topic, told, insurer)
        number = self._texts.number(topic, text) - 1
        if number == len(self.answers[topic.id]):
            self.answers[topic.id].append(tree(el("div", text)))
        yield number
        yield _BASES.index(told.basis) if told.basis else -1
        yield self.ways.setdefault(place_on_page(ANY, topic, told, self._here), len(self.ways))
