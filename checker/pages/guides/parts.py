"""Parts of a decision that a table can show: what makes two of them equal, who says so, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.pages.cells import Cells
from checker.pages.decisions import Answer
from checker.pages.facility import old_card_text
from checker.pages.html import Html, el, join
from checker.pages.procedures import SAID, procedure_details

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from checker.pages.decisions import Decision, Desk, Facts

__all__ = ["PARTS", "Bare", "Part"]

_NOT_SEEN = frozenset({"basis", "passages", "rules", "complete_on"})


class Bare(Cells):
    """Cells without who says so: that stands beside the answer, so that equal answers are one."""

    def basis(self, basis: str, passages: Iterable[str] = (), of: str | None = None) -> Html:  # noqa: ARG002 - as its base
        """Return nothing."""
        return Html()


@dataclass(frozen=True)
class Part:
    """`seen`: what a reader learns, as plain values; `told_by`: who says so, "" where it stands beside each line.

    `names`: the ids in it that each insurer may word as its own.
    """

    heading: str
    seen: Callable[[Decision], Any]
    told_by: Callable[[Decision], str]
    passages: Callable[[Desk, Decision], list[str]]
    write: Callable[[Bare, Decision, Facts], Html]
    names: Callable[[Decision], Iterable[str]] = lambda _: ()


def _document_seen(decision: Decision) -> Any:  # noqa: ANN401 - plain values, as in JSON
    document = decision["document"]
    if document is None:
        return [decision["status"], sorted({fact for one in decision["problems"] for fact in one["facts"]})]
    silent = document["basis"] == "silent"
    return [silent, *(_seen(one) for key in ("issued", "refused") for one in document[key])]


def _seen(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in _NOT_SEEN}


def _document_passages(desk: Desk, decision: Decision) -> list[str]:
    document = decision["document"] or {"issued": [], "refused": []}
    named = [name for key in ("issued", "refused") for one in document[key] for name in one["passages"]]
    return list(dict.fromkeys(named)) or desk.passages(decision, "document")


def _care_seen(decision: Decision) -> Any:  # noqa: ANN401 - plain values, as in JSON
    care = decision["care"]
    if care is None:
        return _document_seen(decision)
    issued = [one["id"] for one in (decision["document"] or {"issued": []})["issued"]]
    return [care["show"], care["actions"], issued]


def _care(cells: Bare, decision: Decision, facts: Facts) -> Html:
    care = decision["care"]
    if care is None or facts.get("my_number_card") != "not_at_hand":
        return _ways(cells, decision)
    back = el("p", cells.wording.ui("show_back_heading"), class_="sn-label")
    now, later = {**care, "show": []}, {**care, "actions": []}
    return join(_ways(cells, {**decision, "care": now}), back, _ways(cells, {**decision, "care": later}))


def _ways(cells: Bare, decision: Decision) -> Html:
    return cells.ways(Answer({}, {"works": decision}, {"works": []}), ["works"])


def _procedures_seen(decision: Decision) -> Any:  # noqa: ANN401 - plain values, as in JSON
    return [[one["id"], one["basis"]] for one in decision["procedures"] or []]


def _procedures(cells: Bare, _: Decision, __: Facts) -> Html:
    """Return what is said where nobody has any; what they have is told procedure by procedure (`steps`)."""
    return el("p", cells.wording.words["guides.no_procedure"])


def _papers_of(decision: Decision) -> list[dict[str, Any]]:
    """Return the procedures, each with how comes what is issued then."""
    issued = (decision["document"] or {"issued": []})["issued"]
    comes = next((one["delivery"] for one in issued if one.get("delivery")), None)
    return [{**one, "delivery": one.get("delivery") or comes} for one in decision["procedures"] or []]


def _papers_seen(decision: Decision) -> Any:  # noqa: ANN401 - plain values, as in JSON
    return [[one["id"], *(one.get(key) for key in SAID)] for one in _papers_of(decision)]


def _papers_told_by(decision: Decision) -> str:
    bases = {one["basis"] for one in decision["procedures"] or []}
    return bases.pop() if len(bases) == 1 else ""


def _papers_passages(_: Desk, decision: Decision) -> list[str]:
    return list(dict.fromkeys(name for one in decision["procedures"] or [] for name in one["passages"]))


def _papers_named(decision: Decision) -> Iterable[str]:
    for one in decision["procedures"] or []:
        for key in ("where", "bring", "medium"):
            yield from one.get(key) or ()


def _papers(cells: Bare, decision: Decision, _: Facts) -> Html:
    wording = cells.wording
    entries = [
        join(
            el("p", el("strong", wording.name("procedures", one["id"]))),
            procedure_details(one, cells)
            if any(one.get(key) is not None for key in SAID)
            else el("p", wording.ui("where_not_stated")),
        )
        for one in _papers_of(decision)
    ]
    return join(*entries) if entries else el("p", wording.words["guides.no_procedure"])


def _old_card_seen(decision: Decision) -> Any:  # noqa: ANN401 - plain values, as in JSON
    return _seen(decision["old_card"])


def _basis_of(topic: str) -> Callable[[Decision], str]:
    return lambda decision: (decision[topic] or {"basis": ""})["basis"]


def _passages_of(topic: str) -> Callable[[Desk, Decision], list[str]]:
    return lambda desk, decision: desk.passages(decision, topic)


PARTS: Mapping[str, Part] = {
    "document": Part(
        "ui.documents_heading",
        _document_seen,
        _basis_of("document"),
        _document_passages,
        lambda cells, one, _: cells.documents(one),
    ),
    "care": Part("guides.column_care", _care_seen, _basis_of("care"), _passages_of("care"), _care),
    "procedures": Part("ui.procedures_heading", _procedures_seen, lambda _: "", lambda _, __: [], _procedures),
    "papers": Part("guides.column_papers", _papers_seen, _papers_told_by, _papers_passages, _papers, _papers_named),
    "old_card": Part(
        "pages.section_old_card",
        _old_card_seen,
        _basis_of("old_card"),
        _passages_of("old_card"),
        lambda cells, one, _: el("p", old_card_text(one["old_card"], cells.wording)),
    ),
}
