"""What is told on a topic, in words: the same cells as in an insurer's own tables, with who says so beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.pages.cells import Cells
from checker.pages.comparing.told import SILENT
from checker.pages.decisions import READERS, Answer
from checker.pages.facility import old_card_text
from checker.pages.html import Html, el
from checker.pages.insurer.places import overview, told_at
from checker.pages.procedures import procedure_anchor, procedure_details
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.authoring import Insurer, Words
    from checker.pages.comparing.told import Told
    from checker.pages.comparing.topics import Topic
    from checker.pages.here import Here

__all__ = ["Answers", "basis_line", "place_on_page"]

_Shape = tuple[str, str, bool, tuple[tuple[str, str], ...]]
"""A topic, what is said of it, whether nobody says it, and the insurer's own words for it."""


class _Bare(Cells):
    """Cells without who says so: that stands beside the answer, so that equal answers are equal."""

    def basis(self, basis: str, passages: Iterable[str] = (), of: str | None = None) -> Html:  # noqa: ARG002 - as its base
        return Html()


@dataclass(frozen=True)
class Answers:
    """Puts answers into words, each shape once, however many insurers have it; `words` are those of one language."""

    words: Words
    _shapes: dict[_Shape, Html] = field(default_factory=dict, repr=False)
    _numbers: dict[str, dict[Html, int]] = field(default_factory=dict, repr=False)

    def text(self, topic: Topic, told: Told, insurer: Insurer) -> Html:
        """Return the answer without who says so."""
        own = tuple((name, text) for name, text in insurer.words.items() if f'"{name}"' in told.said)
        shape = (topic.id, told.said, told.basis == SILENT, own)
        if shape not in self._shapes:
            self._shapes[shape] = _written(topic, told, Wording(insurer, self.words))
        return self._shapes[shape]

    def number(self, topic: Topic, text: Html) -> int:
        """Return the number of an answer on its topic: the same for the same words."""
        numbers = self._numbers.setdefault(topic.id, {})
        return numbers.setdefault(text, len(numbers) + 1)


def place_on_page(insurer: str, topic: Topic, told: Told, here: Here) -> str:
    """Return the way to where the insurer's page says this at length."""
    page, anchor = told_at(insurer, topic.part) or (overview(insurer), "")
    return here.to(page, procedure_anchor(topic.procedure) if topic.procedure and told.answer else anchor)


def basis_line(told: Told, way: str, words: Words) -> Html | None:
    """Return who says so, leading to where the insurer's page says it."""
    if not told.basis:
        return None
    who = el("span", words[f"pages.basis_{told.basis}"], class_="sn-basis__who")
    return el("p", el("a", who, href=way), class_="sn-basis", data_basis=told.basis)


def _written(topic: Topic, told: Told, wording: Wording) -> Html:
    cells, answer = _Bare(wording, {}), told.answer
    match topic.part:
        case "document":
            return cells.documents(_decision(answer, told.basis))
        case "care":
            return cells.ways(_at_every_reader(answer, told.basis), READERS[:1])
        case "old_card":
            return el("p", old_card_text(answer, wording))
    return procedure_details(answer, cells) if answer else el("p", wording.words["compare.no_procedure"])


def _decision(answer: dict[str, Any], basis: str) -> dict[str, Any]:
    document = answer["document"] and {**answer["document"], "basis": basis}
    for item in (*document["issued"], *document["refused"]) if document else ():
        item["passages"] = []
    return {"status": answer["status"], "document": document, "problems": [{"facts": answer["facts"]}]}


def _at_every_reader(answer: dict[str, Any], basis: str) -> Answer:
    """A topic is one state of the reader: what is told there, as cells take it."""
    care = answer["care"] and {**answer["care"], "basis": basis}
    issued = [{"id": name} for name in answer["issued"]]
    decision = {"care": care, "document": {"issued": issued}}
    return Answer({}, dict.fromkeys(READERS, decision), {reader: [] for reader in READERS})
