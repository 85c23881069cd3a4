"""The door: one line of JSON in, one line of JSON out. The command line and the browser both come in here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.engine.compiling.topics import compile_rulebook
from checker.engine.deciding.decision import decide, invalid
from checker.engine.people.person import Problem
from checker.engine.rules.dates import DATE_FORMAT, read_day
from checker.engine.rules.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checker.engine.compiling.compiled import Compiled

    Ask = Callable[[Compiled, dict[str, Any]], dict[str, Any]]

__all__ = ["Door", "answer_line", "open_door"]


class Door:
    """The door of one rulebook: called with a line it decides, and its methods answer other questions about the line.

    ``on_date`` must be in every line. What comes back is JSON text too.
    """

    def __init__(self, rulebook: str) -> None:
        """``rulebook``: its canonical JSON."""
        book = compile_rulebook(Rulebook.from_json(rulebook))
        self._books = {book.rulebook.insurer: book}

    def __call__(self, line: str) -> str:
        """The decision."""
        return self._answer(line, decide)

    def nearest(self, line: str) -> str:
        """The nearest other answers."""
        from checker.engine.otherwise.nearest import nearest  # noqa: PLC0415 - a browser waits for the first decision

        return self._answer(line, nearest)

    def calendar(self, line: str, until: str | None = None) -> str:
        """The days ahead on which the answer changes; ``until``: an ISO date, the last one that is looked at."""
        from checker.engine.otherwise.days_ahead import calendar  # noqa: PLC0415 - a browser waits for the first decision

        last = read_day(until)
        if until is not None and last is None:
            problem = Problem("unknown_value", ("until",), f"until: {until!r} is not allowed; allowed: {DATE_FORMAT}")
            return json.dumps(invalid(problem), ensure_ascii=False)
        return self._answer(line, lambda book, facts: calendar(book, facts, last))

    def _answer(self, line: str, ask: Ask) -> str:
        return json.dumps(answer_line(self._books, line, ask=ask), ensure_ascii=False)


def open_door(rulebook: str) -> Door:
    """The door of one rulebook, given as its canonical JSON."""
    return Door(rulebook)


def answer_line(
    books: Mapping[str, Compiled], line: str, today: str | None = None, ask: Ask = decide
) -> dict[str, Any]:
    """The answer to one line of JSON; ``today`` (an ISO date) stands in where ``on_date`` is left out.

    ``ask``: what is asked about the facts; the decision if it is left out.
    """
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
    return ask(books[insurer], facts)


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            message = f"duplicate key {key!r}"
            raise ValueError(message)
        found[key] = value
    return found
