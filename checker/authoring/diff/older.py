"""What files of older forms lack, filled in so that they can still be read and compared.

Only what decides nothing is filled in: an older rule means what it meant. What else an older form has otherwise is
told as a mistake of that version.
"""

from __future__ import annotations

from checker.authoring.source import Block

__all__ = ["fill_in"]


def fill_in(block: Block) -> None:
    """Change a file as it was read, in place.

    What is ordinary, for facts that have to be said, helps to choose examples; the questions are for visitors; the name
    of a stored document is for checking sources.
    """
    facts, source = block.get("facts"), block.get("source")
    if isinstance(facts, Block):
        for row in facts.values():
            _say_what_is_ordinary(row)
    if isinstance(block.get("questions"), list):
        del block["questions"]
    if isinstance(source, Block):
        source.setdefault("document", str(block.get("id", "")))


def _say_what_is_ordinary(row: object) -> None:
    if isinstance(row, Block) and row.get("unknown") is True and isinstance(row.get("of"), list) and row["of"]:
        row.setdefault("ordinary", row.get("default", row["of"][0]))
