"""The door: one line of JSON in, one line of JSON out. The command line and the browser both come in here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.engine.decision import decide, invalid
from checker.engine.person import Problem
from checker.engine.rulebook import Rulebook
from checker.engine.topics import compile_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checker.engine.compiled import Compiled

__all__ = ["answer_line", "open_door"]


def open_door(rulebook: str) -> Callable[[str], str]:
    """The door of one rulebook, given as its canonical JSON. ``on_date`` must be in every line."""
    book = compile_rulebook(Rulebook.from_json(rulebook))
    books = {book.rulebook.insurer: book}
    return lambda line: json.dumps(answer_line(books, line), ensure_ascii=False)


def answer_line(books: Mapping[str, Compiled], line: str, today: str | None = None) -> dict[str, Any]:
    """The decision for one line of JSON; ``today`` (an ISO date) stands in where ``on_date`` is left out."""
    try:
        facts = json.loads(line, object_pairs_hook=_no_duplicates)
    except ValueError as error:
        return invalid(Problem("not_json", (), f"not a JSON object: {error}"))
    except RecursionError:
        return invalid(Problem("not_json", (), "not a JSON object: nested too deeply"))
    if not isinstance(facts, dict):
        return invalid(Problem("not_json", (), f"not a JSON object but {type(facts).__name__}"))
    if "insurer" not in facts:
        return invalid(Problem("missing_fact", ("insurer",), f"insurer is missing; allowed: {', '.join(books)}"))
    insurer = facts["insurer"]
    if not isinstance(insurer, str) or insurer not in books:
        message = (
            f"insurer: {insurer!r} is not known; allowed: {', '.join(books)} (`other` for one that we do not have)"
        )
        return invalid(Problem("unknown_value", ("insurer",), message))
    if today is not None:
        facts.setdefault("on_date", today)
    return decide(books[insurer], facts)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            message = f"duplicate key {key!r}"
            raise ValueError(message)
        found[key] = value
    return found
