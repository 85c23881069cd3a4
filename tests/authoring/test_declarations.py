"""What an insurer's file declares of its own: joined with what all have, and every mistake told in its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from authoring.trees import COMMON, INSURER, Tree, small_tree

from checker.authoring import load_library
from checker.authoring.verify import verify

if TYPE_CHECKING:
    from pathlib import Path

from datetime import date

DAY = date(2026, 11, 22)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return small_tree(tmp_path)


def put(tree: Tree, lines: str) -> int:
    """Put lines before the rules of the one insurer, and return the number of the first of them."""
    return tree.change(INSURER, "change:\n", f"{lines}\nchange:\n")


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        ("facts:\n  event: {kind: list, of: [moon]}", 1, ["'event' is declared for all insurers already", "more: […]"]),
        ("facts:\n  evnt: {more: [moon]}", 1, ["`more` adds values", "did you mean 'event'?"]),
        ("facts:\n  event: {more: [turned_70]}", 1, ["'turned_70' is a value of 'event' already", "take it out"]),
        ("facts:\n  event: {more: [moon], kind: list}", 1, ["fact 'event'", "no key 'kind'", "allowed: more"]),
        ("facts:\n  smartphone: {more: [moon]}", 1, ["'smartphone' has no list of values that could grow"]),
        ("facts:\n  moon: {kind: choise, of: flag}", 1, ["fact 'moon' has kind 'choise'", "did you mean 'choice'?"]),
        ("facts:\n  moon: {kind: age}", 1, ["fact 'moon' has kind 'age', of which all insurers have one", "or a date"]),
        ("facts:\n  moon: {kind: choice, of: flag}", 1, ["'moon.true' is declared and has no words", "`moon.true: …`"]),
        ("ids:\n  procedures: [apply_certificate]", 1, ["'apply_certificate' is one of the procedures of all", "take"]),
        ("ids:\n  routes: [drone]", 1, ["`ids` of an insurer has no key 'routes'", "allowed: documents, items"]),
        ("ids:\n  procedures: [howl]", 1, ["'howl' is declared and has no words", "the `words` of this file"]),
        ("ids:\n  procedures: howl", 1, ["`procedures` is 'howl'", "write it as [howl]"]),
        ("ways:\n  fallback: {show: call_insurer}", 1, ["`ways` of an insurer has no key 'fallback'", "covers"]),
        (
            "documents:\n  eligibility_notice: {held: {has: eligibility_notice}}",
            1,
            ["declared for all insurers already"],
        ),
        ("documents:\n  moon: {held: {has: eligibility_notice}}", 1, ["'moon' is none of the documents"]),
        ("impossible:\n  x: {when: {event: moon}, facts: [event], message: y}", 1, ["event has no value 'moon'"]),
        ("questions:\n  data_protection: {}", 1, ["'data_protection' is sensitive and is never asked"]),
        (
            "choices:\n  evnt: {moon: {event: turned_70}}",
            1,
            ["`choices` adds answers to a page", "did you mean 'event'?"],
        ),
        ("choices:\n  event: {data_changed: {event: turned_70}}", 1, ["'data_changed' is declared for all insurers"]),
        ("choices:\n  event: {moon: {event: moon}}", 1, ["event has no value 'moon'"]),
        ("gate: [event=moon]", 0, ["`gate`", "is no FACT=VALUE"]),
        ("change_terms:\n  grase: {when: {event: turned_70}, passages: [old-card]}", 1, ["did you mean 'grace'?"]),
        ("change_terms:\n  grace: {when: {event: turned_70}}", 1, ["'grace' needs passages"]),
        ("change_terms:\n  grace: {when: {event: turned_70}, passages: [moon]}", 1, ["the passage 'kiyose/moon'"]),
        ("change_terms:\n  grace: {when: {event: moon}, passages: [old-card]}", 1, ["event has no value 'moon'"]),
    ],
)
def test_a_mistake_is_told_in_the_insurers_own_file(tree: Tree, lines: str, line: int, words: list[str]) -> None:
    first = put(tree, lines)
    found = [one for one in tree.findings() if words[0] in one.message]
    assert [(one.file, one.line) for one in found] == [(INSURER, first + line)], "\n".join(map(str, tree.findings()))
    assert [word for word in words if word not in found[0].message] == [], str(found[0])


def test_all_mistakes_are_told_at_once(tree: Tree) -> None:
    wrong = tree.change(COMMON, "when: {my_number_card: lost}", "when: {my_number_card: lots}")
    first = put(tree, "facts:\n  moon: {kind: choise, of: flag}\nids:\n  procedures: [howl]")
    places = {(one.file, one.line) for one in tree.findings()}
    assert places == {(COMMON, wrong), (INSURER, first + 1), (INSURER, first + 3)}


def test_what_one_insurer_declares_another_does_not_have(tree: Tree) -> None:
    put(tree, "facts:\n  event: {more: [moon]}\n  moon_seen: {kind: choice, of: flag, sensitive: true}")
    tree.change(INSURER, "\nwords:\n", "\nwords:\n  event.moon: 月\n")
    assert "'moon_seen' is declared and has no words" in tree.only().message, "nobody chooses one of its values"
    tree.change(INSURER, "\nwords:\n", "\nwords:\n  moon_seen: 月を見たこと\n")
    assert tree.findings() == []
    insurers = load_library(tree.root).insurers
    own, other = insurers["kiyose"].rulebook.by_fact, insurers["other"].rulebook.by_fact
    assert "moon" in own["event"].values
    assert "moon" not in other["event"].values
    assert (own["moon_seen"].sensitive, "moon_seen" in other) == (True, False)


def test_what_is_declared_in_vain_is_a_flaw(tree: Tree) -> None:
    first = put(tree, "facts:\n  moon: {kind: date}\nids:\n  procedures: [howl]")
    tree.change(INSURER, "\nwords:\n", "\nwords:\n  moon: 月\n  howl: ほえる\n  moon.of: 月の\n")
    flaws = [flaw for flaw in verify(load_library(tree.root), tree.root, DAY) if flaw.file == INSURER]
    found = {flaw.line: flaw.message for flaw in flaws if flaw.kind in ("unused", "words")}
    assert "looks at the fact 'moon'" in found.pop(first + 1)
    assert "no rule uses 'howl' of the procedures" in found.pop(first + 3)
    assert [message for message in found.values() if "'moon.of'" not in message] == []
    assert found


def test_a_row_of_the_scope_names_whom_to_ask_and_the_place_that_says_so(tree: Tree) -> None:
    row = "{when: {event: online_check_failed}, facts: [event], message: not ours, procedure: ask_insurer"
    tree.change(INSURER, "\nwords:\n", "\nwords:\n  moonlit: 月\n")
    put(tree, f"scope:\n  moonlit: {row}}}")
    assert "'moonlit' names no passage" in tree.only().message
    tree.change(INSURER, f"{row}}}", f"{row}, passages: [cancel-time]}}")
    assert tree.findings() == []
    [own] = [one for one in load_library(tree.root).insurers["kiyose"].rulebook.scope if one.id == "moonlit"]
    assert own.passages == ("kiyose/cancel-time",)
    assert all(one.id != "moonlit" for one in load_library(tree.root).insurers["other"].rulebook.scope)
    tree.change(INSURER, "procedure: ask_insurer, passages", "procedure: ask_moon, passages")
    assert "'ask_moon' is none of the procedures" in tree.only().message
    tree.write(INSURER, tree.text(INSURER).replace("ask_moon", "ask_insurer").replace("moonlit", "nhi:moonlit"))
    assert "would hold for one scheme alone" in tree.only().message
