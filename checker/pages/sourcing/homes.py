"""The statements of the documents and where each has its home, as the site's pages tell it.

A document without a file of statements has none to tell of; so it is with insurers that a bench makes up.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.authoring.statements import FOLDER, load_statements
from checker.pages.discretion import is_discreet, is_open_rule
from checker.pages.insurer_lists import OTHER
from checker.pages.passages import listed_passages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring import Insurer, Library
    from checker.authoring.statements import Statement

__all__ = ["is_for_the_panel", "statements_of"]


def statements_of(library: Library) -> Mapping[str, tuple[Statement, ...]]:
    """Return the statements of each insurer whose document was taken apart. Raises AuthoringError for their flaws."""
    root = library.files.rules.file.parent
    there = {name: one for name, one in library.insurers.items() if (root / FOLDER / f"{name}.yaml").is_file()}
    return load_statements(root, replace(library, insurers={**there, OTHER: library.insurers[OTHER]}))


def is_for_the_panel(insurer: Insurer, statement: Statement) -> bool:
    """Say whether a statement speaks only of people who keep something hidden, or in words that only the panel has."""
    told = {one.id for one in listed_passages(insurer)}
    passages = [f"{insurer.id}/{name}" for name in statement.homes.get("passages", ())]
    if not is_discreet(" ".join(statement.locators)) or (passages and not told & set(passages)):
        return True
    book = {rule.id: rule for rule in insurer.rulebook.rules}
    rules = [book[name] for name in statement.homes.get("rules", ()) if name in book]
    return bool(rules) and not any(is_open_rule(insurer, rule) for rule in rules)
