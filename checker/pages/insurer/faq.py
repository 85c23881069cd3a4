"""What a resident asks this insurer: each question is put to the engine, and the answer leads on to the checker.

Ids and structure; the questions' words stand in docs/text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.pages.alike import written_once
from checker.pages.decisions import ORDINARY, open_desk
from checker.pages.discretion import is_open_rule
from checker.pages.facility import old_card_text
from checker.pages.guides.parts import PARTS, Bare
from checker.pages.guides.plan import NO_CARD, Case, FromToday
from checker.pages.html import Html, el, join
from checker.pages.insurer.outcome import outcome
from checker.pages.procedures import procedure_link
from checker.pages.proof import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.pages.cells import Cells
    from checker.pages.decisions import Decision, Desk

__all__ = ["QUESTIONS", "Question", "answers"]


@dataclass(frozen=True)
class Question:
    """Facts as a `Case` has them, the parts of the decision that answer, and the errand with which to go on."""

    facts: Mapping[str, Any]
    parts: tuple[str, ...]
    errand: str


_WHAT_TO_DO = ("document", "procedures")

QUESTIONS: Mapping[str, Question] = {
    "unreadable": Question({**ORDINARY, "reader": "card_unreadable"}, ("care",), "at_desk"),
    "notice_alone": Question({**ORDINARY, "has": ["eligibility_notice"]}, ("warnings",), "at_desk"),
    "away": Question({**ORDINARY, "my_number_card": "not_at_hand"}, ("care",), "at_desk"),
    "card_lost": Question({"my_number_card": "lost"}, ("stop_first", *_WHAT_TO_DO), "lost"),
    "certificate_lost": Question({**NO_CARD, "event": ["lost_certificate"]}, _WHAT_TO_DO, "lost"),
    "notice_lost": Question({**ORDINARY, "event": ["lost_notice"]}, _WHAT_TO_DO, "lost"),
    "old_card": Question({**NO_CARD, "has": ["old_insurance_card"]}, ("old_card",), "which_document"),
    "renewal": Question(
        {**NO_CARD, "has": ["eligibility_certificate"], "certificate_until": FromToday(-1)},
        ("document",),
        "which_document",
    ),
    "e_certificate": Question({**ORDINARY, "e_certificate": "expired"}, ("document", "warnings"), "which_document"),
    "cancel": Question(
        {**ORDINARY, "event": ["cancel_registration"]}, ("document", "procedures", "warnings"), "cancel"
    ),
    "want_paper": Question({**ORDINARY, "wants": "just_in_case"}, _WHAT_TO_DO, "want_paper"),
    "not_card": Question({**ORDINARY, "wants": "not_to_use_card"}, _WHAT_TO_DO, "not_card"),
    "data_changed": Question({**ORDINARY, "event": ["data_changed"]}, _WHAT_TO_DO, "changed"),
    "moved": Question({**ORDINARY, "event": ["moved_insurer"]}, _WHAT_TO_DO, "changed"),
    "turns_75": Question({**ORDINARY, "age": 75}, ("document",), "which_document"),
}


def answers(cells: Cells, day: date, checker: str) -> Html:
    """Return the questions, each with the engine's answer; `checker` is the way to the checker but for the errand."""
    way = f"{checker}{'&' if '?' in checker else '?'}errand="
    return written_once("faq", cells, day, lambda: _answers(open_desk(cells.wording.insurer, day), cells, way))


def _answers(desk: Desk, cells: Cells, way: str) -> Html:
    return join(*(_question(name, asked, desk, cells, way) for name, asked in QUESTIONS.items()))


def _question(name: str, asked: Question, desk: Desk, cells: Cells, way: str) -> Html:
    words = cells.wording.words
    decision = desk.decide(Case(asked.facts).facts_on(desk.day))
    return el(
        "details",
        el("summary", words[f"insurer_pages.questions.{name}"]),
        *(_part(part, asked, decision, desk, cells) for part in asked.parts),
        el("p", el("a", words["insurer_pages.ask_on"], href=f"{way}{asked.errand}")),
        id=f"question-{name.replace('_', '-')}",
    )


def _part(part: str, asked: Question, decision: Decision, desk: Desk, cells: Cells) -> Html | None:
    wording = cells.wording
    match part:
        case "stop_first":
            return el("p", wording.name("actions", "suspend_card"), class_="sn-action")
        case "document":
            return outcome(decision, desk, cells)
        case "care":
            shown = PARTS["care"].write(Bare(wording, {}), decision, dict(asked.facts))
            return join(shown, cells.basis(decision["care"]["basis"], desk.passages(decision, "care")))
        case "old_card":
            card = decision["old_card"]
            proof = desk.passages(decision, "old_card")
            return join(el("p", old_card_text(card, wording)), cells.basis(card["basis"], proof))
        case "procedures":
            links = (el("li", procedure_link(one["id"], desk, cells)) for one in decision["procedures"] or [])
            return el("ul", *links) if decision["procedures"] else None
        case "warnings":
            return _warnings(decision["warnings"], cells)
    message = f"no part of a decision is called {part!r}"
    raise ValueError(message)


def _warnings(names: Sequence[str], cells: Cells) -> Html | None:
    """Return what to mind, with the passages of all rules that say so."""
    if not names:
        return None
    insurer = cells.wording.insurer
    rules = (rule for rule in insurer.rulebook.rules if not set(names).isdisjoint(rule.then.get("warnings", ())))
    proof = [name for rule in rules if is_open_rule(insurer, rule) for name in rule.passages]
    basis = "national" if all(name.startswith(NATIONAL) for name in proof) else "insurer"
    said = (el("li", cells.wording.name("warnings", name)) for name in names)
    return join(el("ul", *said), cells.basis(basis, proof))
