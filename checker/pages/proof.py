"""What an answer rests on, as links: each passage by its number, to the page of its source.

A passage bears its number among those of its source, so it is called the same wherever it is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.pages.insurer_lists import OTHER

if TYPE_CHECKING:
    from checker.authoring import Words

__all__ = ["NATIONAL", "passage_address", "passage_anchor", "passage_label"]

NATIONAL = "national/"
"""What the ids of passages begin with that hold for all insurers."""


def passage_anchor(passage: str) -> str:
    """Return the id under which a passage stands on the page of its source."""
    return "passage-" + passage.replace("/", "-")


def passage_address(passage: str, sources: str | None) -> str:
    """Return the way to a passage; `sources` is that to the folder of all sources, None where it is on the page."""
    if sources is None:
        return f"#{passage_anchor(passage)}"
    owner = OTHER if passage.startswith(NATIONAL) else passage.partition("/")[0]
    return f"{sources}{owner}/index.html#{passage_anchor(passage)}"


def passage_label(words: Words, passage: str, number: int) -> str:
    """Return what a link to a passage is called, by its number: one of the insurer's own, or one that holds for all."""
    key = "passage_number_national" if passage.startswith(NATIONAL) else "passage_number"
    return words[f"pages.{key}"].format(number=str(number))
