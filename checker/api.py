"""What other Python programs may rely on: load an insurer's rules, decide, and lead an interview.

>>> from datetime import date
>>> from checker.api import decide, interview, load_rulebook
>>> rules = load_rulebook(".", "kiyose")
>>> decision = decide(rules, {"on_date": "2026-11-21", "my_number_card": "none"})
>>> decision["status"], [one["id"] for one in decision["document"]["issued"]]
('decided', ['eligibility_certificate'])

Whoever leaves facts out may still be in for more than one answer; the decision then says on which facts it hangs:

>>> decide(rules, {"on_date": "2026-11-21"})["status"]
'needs_facts'

An interview asks only what can still change the answer. Answers are lists of values, by page:

>>> asked = interview(rules, date(2026, 11, 21))
>>> answers = {"errand": ["which_document"], "birth_date": ["1980-01-01"]}
>>> page = asked.next_page(answers)
>>> page
'my_number_card'
>>> asked.facts({**answers, page: ["none"]})
{'insurer': 'kiyose', 'on_date': '2026-11-21', 'birth_date': '1980-01-01', 'my_number_card': 'none'}

Facts, values and the form of a decision are those of the command `decide`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import engine
from checker.authoring import load_library
from checker.build.asking import best_orders
from checker.engine.asking.interview import Interview

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from checker.engine import Compiled, Rulebook

__all__ = ["Interview", "decide", "interview", "load_rulebook"]


def load_rulebook(source: Path | str, insurer: str | None = None) -> Compiled:
    """Return an insurer's rules, ready to decide; `.rulebook` is what they say, with its version.

    `source` is a project's folder (with `rules.yaml` and `docs/`), and `insurer` one of its ids; or it is a file of
    a rulebook's canonical JSON, as the site offers it and the command `rulebook` prints it.

    Raises AuthoringError with every mistake of a project's files; ValueError for an id that is not there and for a
    text that is no rulebook; TooLargeError for rules with too many situations; OSError where nothing can be read.
    """
    path = Path(source)
    return engine.compile_rulebook(_of_project(path, insurer) if path.is_dir() else _of_file(path, insurer))


def decide(rules: Compiled, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the decision for one person, as the command `decide` prints it; `insurer` may be left out of the facts.

    What is wrong with the facts is told in a decision of status `invalid`, never raised.
    """
    return engine.decide(rules, {"insurer": rules.rulebook.insurer, **facts})


def interview(rules: Compiled, on_date: date) -> Interview:
    """Return the questions for visitors of a day, in the order that is shortest on average; found in about a second."""
    return Interview(rules, best_orders(rules, on_date), on_date)


def _of_project(folder: Path, insurer: str | None) -> Rulebook:
    insurers = load_library(folder.resolve()).insurers
    if insurer is None or insurer not in insurers:
        message = f"{folder}: no insurer {insurer!r}; there are: {', '.join(sorted(insurers))}"
        raise ValueError(message)
    return insurers[insurer].rulebook


def _of_file(file: Path, insurer: str | None) -> Rulebook:
    rulebook = engine.Rulebook.from_json(file.read_text(encoding="utf-8"))
    if insurer not in {None, rulebook.insurer}:
        message = f"{file}: this is the rulebook of {rulebook.insurer!r}, not of {insurer!r}"
        raise ValueError(message)
    return rulebook
