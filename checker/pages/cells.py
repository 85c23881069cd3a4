"""One decision in words, cell by cell: which document, what to show, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.pages.decisions import READERS, alike
from checker.pages.html import Html, el, esc, join
from checker.pages.own_words import kind_of_words, own_word
from checker.pages.proof import passage_address, passage_label

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from checker.pages.decisions import Answer, Decision
    from checker.pages.notes import Notes
    from checker.pages.wording import Wording

__all__ = ["Cells"]

_AT_ONCE = frozenset({"suspend_card"})
"""What cannot wait stands first, and in no note."""


@dataclass(frozen=True)
class Cells:
    """Writes cells. `numbers` gives each passage its number; `sources` is the way to the folder of all sources.

    Without `sources` the passages stand on the same page. Where there are `notes`, they take what there is to do.
    """

    wording: Wording
    numbers: Mapping[str, int]
    sources: str | None = None
    notes: Notes | None = None

    @cached_property
    def kind(self) -> Hashable:
        """What must be equal so that the cells of two insurers whose rules are alike write the same but for names."""
        insurer = self.wording.insurer
        own = f"{insurer.id}/"
        numbers = tuple((passage.replace(own, "", 1), number) for passage, number in self.numbers.items())
        return kind_of_words(insurer), numbers, self.sources

    def documents(self, decision: Decision) -> Html:
        """Return what will be issued, how it comes, what is refused, and who says so."""
        if decision["status"] != "decided":
            return el("p", self._not_decided(decision))
        document = decision["document"]
        issued = [self._issued(one) for one in document["issued"]]
        refused = [self._refused(one) for one in document["refused"]]
        nothing = "documents_silent" if document["basis"] == "silent" else "documents_none"
        parts = [*issued, *refused] or [el("p", self.wording.ui(nothing))]
        proof = [name for one in (*document["issued"], *document["refused"]) for name in one["passages"]]
        return join(*parts, self.basis(document["basis"], proof))

    def at_reader(self, answer: Answer) -> Html:
        """Return what to show where the reader works."""
        return self.ways(answer, READERS[:1])

    def without_reader(self, answer: Answer) -> Html:
        """Return what to show where it does not, each state by itself unless all are alike."""
        groups = alike(answer, readers=READERS[1:])
        if len(groups) == 1:
            return self.ways(answer, READERS[1:])
        named = (
            join(el("p", self.reader_names(names), class_="sn-label"), self.ways(answer, names)) for names in groups
        )
        return join(*named)

    def ways(self, answer: Answer, readers: Sequence[str]) -> Html:
        """Return what to show at readers in any of these states, in all of which it is the same."""
        care = answer.by_reader[readers[0]]["care"]
        if care is None:
            return el("p", self.wording.page("not_this_insurer"))
        shown, basis = self._shown(care["show"]), self._ways_basis(answer, readers)
        urgent, actions = (
            [self._action(name) for name in care["actions"] if (name in _AT_ONCE) == first] for first in (True, False)
        )
        if _is_awaited(answer, care):
            until = el("p", self.wording.ui("until_arrival"), class_="sn-label")
            return join(*urgent, shown, basis, self._todo("note_until_arrival", [until, *actions]))
        if _is_away(answer, care):
            back = el("p", self.wording.ui("show_back_heading"), class_="sn-label")
            return join(*urgent, self._todo("note_do", actions), back, shown, basis)
        return join(*urgent, shown, self._todo("note_do", actions), basis)

    def _action(self, name: str) -> Html:
        return el("p", self.wording.name("actions", name), class_="sn-action")

    def basis(self, basis: str, passages: Iterable[str] = (), of: str | None = None) -> Html:
        """Return who says so, with a link to each passage; `of` says what, where that is not clear."""
        links = (self.link(name) for name in dict.fromkeys(passages) if name in self.numbers)
        spaced = [part for link in links for part in (" ", link)]
        text = self.wording.page(f"basis_{basis}")
        what = el("span", of, class_="sn-label") if of else None
        return el("p", what, text, *spaced, class_="sn-basis", data_basis=basis)

    def link(self, passage: str) -> Html:
        """Return the link to a passage that is listed."""
        label = passage_label(self.wording.words, passage, self.numbers[passage])
        return el("a", label, href=passage_address(passage, self.sources))

    def reader_names(self, names: Iterable[str]) -> str:
        """Return how states of the reader are called."""
        return self.wording.page("list_and").join(self.wording.value("reader", name) for name in names)

    def delivery(self, delivery: Mapping[str, str | None]) -> str:
        """Return how and to whom something is sent."""
        named = (delivery[key] for key in ("by", "to"))
        return " ".join(self.wording.name("delivery", name) for name in named if name)

    def _issued(self, item: Mapping[str, Any]) -> Html:
        name = self.wording.issued(item)
        lines = [el("p", el("strong", name), el("br"), self.wording.name("routes", item["route"]))]
        if item["when"]:
            lines.append(self._detail("when", self.wording.day(item["when"])))
        if item.get("later"):
            lines.append(self._detail("later", self.wording.day(item["later"])))
        if item["delivery"]:
            lines.append(self._detail("delivery", self.delivery(item["delivery"])))
        if item["until"]:
            lines.append(self._detail("until", self.wording.day(item["until"])))
        if item.get("lasts"):
            lines.append(self._detail("lasts", self.wording.name("durations", item["lasts"])))
        if item["renewal"]:
            lines.append(self._detail("renewal", self.wording.name("renewals", item["renewal"])))
        return join(*lines)

    def _detail(self, label: str, text: str) -> Html:
        return el("p", el("span", self.wording.ui(label), class_="sn-label"), text, class_="sn-detail")

    def _refused(self, item: Mapping[str, Any]) -> Html:
        name = self.wording.name("documents", item["id"])
        if item["instead"]:
            procedure = self.wording.name("procedures", item["instead"])
            instead = self.wording.ui("instead", procedure=procedure)
        else:
            instead = self.wording.ui("instead_none")
        return join(el("p", self.wording.ui("refused_document", document=name)), el("p", instead))

    def _shown(self, ways: Sequence[Sequence[str]]) -> Html:
        """Return the ways as a list; those that begin with the same item name it once."""
        if not ways:
            return el("p", self.wording.ui("show_nothing"))
        with_first: dict[str, list[Sequence[str]]] = {}
        for first, *rest in ways:
            with_first.setdefault(first, []).append(rest)
        or_ = el("span", self.wording.ui("show_or"), class_="sn-or")
        entries = (
            el("li", or_ if place else None, self._way(first, rests))
            for place, (first, rests) in enumerate(with_first.items())
        )
        return el("ul", *entries, class_="sn-ways")

    def _todo(self, key: str, lines: Sequence[Html]) -> Html:
        """Return what to do, or the way to the note that says it."""
        return self.notes.link(key, join(*lines)) if self.notes and lines else join(*lines)

    def _ways_basis(self, answer: Answer, readers: Sequence[str]) -> Html:
        """Return who says so, for each state of the reader by itself where it is not the same."""
        by_basis: dict[str, list[str]] = {}
        for reader in readers:
            by_basis.setdefault(answer.by_reader[reader]["care"]["basis"], []).append(reader)
        told = []
        for basis, names in by_basis.items():
            proof = [name for reader in names for name in answer.proof[reader]]
            told.append(self.basis(basis, proof, None if len(by_basis) == 1 else self.reader_names(names)))
        return join(*told)

    def _way(self, first: str, rests: Sequence[Sequence[str]]) -> Html:
        name = self.wording.name("items", first)
        others = [self._all_of(rest) for rest in rests if rest]
        if len(others) <= 1:
            or_ = self.wording.ui("show_or")
            return esc(f" {or_} ".join(self._all_of([first, *rest]) for rest in rests))
        key = "with_one_of" if len(others) == len(rests) else "with_any_of"
        return join(self.wording.page(key, item=name), el("ul", *(el("li", other) for other in others)))

    def _all_of(self, items: Sequence[str]) -> str:
        return self.wording.ui("show_and").join(self.wording.name("items", item) for item in items)

    def _not_decided(self, decision: Decision) -> str:
        if decision["status"] == "out_of_scope":
            own = [own_word(self.wording.insurer, problem["code"]) for problem in decision["problems"]]
            if any(own):
                return " ".join(filter(None, own))
            facts = {fact for problem in decision["problems"] for fact in problem["facts"]}
            return self.wording.ui("out_of_scope_age" if facts & {"age", "birth_date"} else "out_of_scope_general")
        return self.wording.page("row_open")


def _is_away(answer: Answer, care: Decision) -> bool:
    """Whether what could be shown is the card, which is somewhere else."""
    away = answer.facts.get("my_number_card") == "not_at_hand"
    return away and any("my_number_card" in way for way in care["show"])


def _is_awaited(answer: Answer, care: Decision) -> bool:
    """Whether all that can be shown has still to arrive, and there is something to do until then."""
    issued = {one["id"] for one in (answer.ordinary["document"] or {"issued": []})["issued"]}
    todo = "ask_facility_first" in care["actions"]
    return todo and bool(care["show"]) and all(issued & set(way) for way in care["show"])
