"""Parts of an answer that only some insurers have: what may stand there, and what is told where it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import INSURER, Tree, small_tree

if TYPE_CHECKING:
    from pathlib import Path

NEW = """  new-rule:
    topic: {topic}
    then: {{{then}}}
    passages: [old-card]"""


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


def write(tree: Tree, topic: str, then: str) -> int:
    """Put a rule before the insurer's own, and return the line of what it says then."""
    return tree.after(INSURER, "\nrules:", NEW.format(topic=topic, then=then)) + 2


ISSUED = "issued: {{eligibility_certificate: {{route: automatic, {part}}}}}"
PROCEDURE = "procedure: apply_certificate, {part}"


@pytest.mark.parametrize(
    ("topic", "part", "words"),
    [
        ("document", "until: []", ["`until` is an empty list", "several of which the first counts"]),
        ("document", "until: soon", ["until: 'soon' is no day", "2024-12-02"]),
        ("document", "until: [soon]", ["until: 'soon' is no last day", "write a day"]),
        ("document", "until: {birth: {years: 75}}", ["is no last day", "birth_date"]),
        ("document", "until: {birth_date: {month: 13}}", ["`month` is the number 13", "from 1 to 12"]),
        ("document", "until: {birth_date: {month: true}}", ["`month` is `true`", "a whole number"]),
        ("document", "variant: moon", ["'moon' is none of the variants"]),
        ("document", "later: moon", ["'moon' is none of the when", "allowed: before_old_card_ends"]),
        ("document", "lasts: moon", ["'moon' is none of the durations"]),
        ("procedures", "who: [mother]", ["'mother' is nobody who applies", "facts: {applicant: {more: [NAME]}}"]),
        ("procedures", "who: self", ["`who` is 'self'", "write it as [self]"]),
        ("procedures", "medium_refused: [pigeon]", ["'pigeon' is none of the media"]),
        ("procedures", "fee: free", ["`fee` is 'free'", "0 where it is free of charge"]),
        ("procedures", "fee: -1", ["`fee` is the number -1", "whole yen"]),
        ("procedures", "fee: true", ["`fee` is `true`", "whole yen"]),
        ("procedures", "duty: often", ["`duty` is 'often'", "`true` or `false`"]),
        ("procedures", "due_on: soon", ["due_on: 'soon' is no last day", "write a day"]),
    ],
)
def test_a_mistake_is_told_with_what_is_allowed(tree: Tree, topic: str, part: str, words: list[str]) -> None:
    line = write(tree, topic, (ISSUED if topic == "document" else PROCEDURE).format(part=part))
    found = tree.only()
    assert (found.file, found.line) == (INSURER, line)
    assert [word for word in words if word not in found.message] == [], str(found)


@pytest.mark.parametrize(
    ("topic", "then"),
    [
        ("document", ISSUED.format(part="until: [2027-07-31, {birth_date: {years: 75, days: -1}}], later: on_change")),
        ("procedures", PROCEDURE.format(part="who: [self], fee: 300, duty: true, due_on: {left_on: {days: 14}}")),
    ],
)
def test_what_may_stand_there(tree: Tree, topic: str, then: str) -> None:
    write(tree, topic, then)
    assert tree.findings() == []
