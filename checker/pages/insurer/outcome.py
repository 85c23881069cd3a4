"""Which document comes, in words, with the passages of whoever says so, also where nothing comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.guides.parts import Bare
from checker.pages.html import Html, join

if TYPE_CHECKING:
    from checker.pages.cells import Cells
    from checker.pages.decisions import Decision, Desk

__all__ = ["outcome", "proof_of"]


def outcome(decision: Decision, desk: Desk, cells: Cells) -> Html:
    """Return what is decided of documents, and who says so; where another insurer answers, that it does."""
    document = decision["document"]
    said = Bare(cells.wording, {}).documents(decision)
    return join(said, cells.basis(document["basis"], proof_of(decision, desk))) if document else said


def proof_of(decision: Decision, desk: Desk) -> list[str]:
    """Return the passages behind each document, or, where there is none, behind the rules that say so."""
    document = decision["document"] or {"issued": [], "refused": [], "basis": ""}
    named = [name for one in (*document["issued"], *document["refused"]) for name in one["passages"]]
    return named if named or document["basis"] == "silent" else desk.passages(decision, "document")
