"""What is told of two versions of a small project, as text, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from authoring.diff.towns import RULES, TOWN, towns
from hypothesis import given
from hypothesis import strategies as st

from checker.authoring import load_library
from checker.authoring.diff.compare import compare
from checker.authoring.diff.data import as_json
from checker.authoring.diff.markdown import as_markdown, plain
from checker.authoring.diff.report import FIRST, Asked, Report, report
from checker.authoring.diff.revisions import Side
from checker.authoring.diff.text import as_text
from checker.authoring.diff.wording import one_line
from checker.engine.diagrams import diagram
from checker.engine.diagrams.diagram import Diagrams, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from authoring.trees import Tree

ASKED = Asked(date(2026, 11, 22), reasons=True)
TOLD = Path(__file__).parent / "told"
CHANGED_TOWN = "change:\n  show-card: {then: {show: [[card, paper]]}, passages: [P1]}\n"


def _two(folder: Path) -> tuple[Tree, Tree]:
    return towns(folder / "old"), towns(folder / "new")


def _report(old: Tree, new: Tree, asked: Asked = ASKED) -> Report:
    before, after = (Side(tree.root.name, load_library(tree.root, draft=True)) for tree in (old, new))
    return report(before, after, asked)


def _add(tree: Tree, file: str, text: str) -> None:
    tree.write(file, tree.text(file) + text)


@pytest.mark.parametrize(("ending", "tell"), [("txt", as_text), ("md", as_markdown), ("json", as_json)])
def test_a_comparison_reads_as_written_down(ending: str, tell: Callable[[Report], str], tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    new.change(RULES, "when: {card: lost}", "when: {any: [{card: lost}, {card: held, needs: help}]}")
    new.change(RULES, "last_day: 2025-12-01", "last_day: 2026-12-01")
    new.change(RULES, "born: {reached: {years: 75}}", "born: {reached: {years: 70}}")
    _add(new, TOWN, CHANGED_TOWN)
    assert tell(_report(old, new)) == (TOLD / f"towns.{ending}").read_text(encoding="utf-8")


def test_nothing_is_told_where_nothing_changes(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    found = _report(old, new)
    assert not found.differs
    assert as_text(found).splitlines()[-3:] == ["町 (town): nothing changes", "", "ほか (other): nothing changes"]
    assert "Nothing changes for 町 (town), ほか (other)." in as_markdown(found)
    assert json.loads(as_json(found))["differs"] is False


def test_rules_that_are_written_in_another_way_change_nothing(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    new.change(RULES, "when: {card: lost}", "when: {card: {not: [held, none]}}")
    town = _report(old, new).insurers[0]
    assert not town.differs
    assert town.total is not None
    assert (town.total.changed, town.total.situations) == (0, 40)
    assert "町 (town): nothing changes in 40 situations" in as_text(_report(old, new))


def test_new_lost_and_withdrawn_insurers_are_told(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    village = new.text(TOWN).replace("id: town", "id: village").replace("町", "村")
    new.write("docs/insurers/village.yaml", village)
    new.change(TOWN, "id: town", "status: withdrawn\nid: town")
    there, back = _report(old, new), _report(new, old)
    assert {row.id: row.state for row in there.insurers} == {"village": "new", "town": "withdrawn", "other": ""}
    assert {row.id: row.state for row in back.insurers} == {"village": "gone", "town": "published", "other": ""}
    assert there.differs
    assert "町 (town): withdrawn: its pages show its contact and source, and no answers" in as_text(there)
    assert "**村 (village)**: gone: whoever" in as_markdown(back)


def test_what_is_counted_nowhere_is_told_beside(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    new.change(RULES, "card: [card]", "paper: [paper]")
    new.change(RULES, "now: ask", "now: call")
    new.change(RULES, "of: [held, none, lost]", "of: [held, none, lost, torn]")
    new.change(RULES, "has: {kind: list, of: [paper]}", "has: {kind: list, of: [paper], sensitive: true}")
    new.change(RULES, "scope:", "  born-later: {when: {left: {before: born}}, facts: [born], message: made up}\nscope:")
    new.change(RULES, "ids:", "  left: {kind: date}\nids:")
    town = _report(old, new).insurers[0]
    assert town.notes == (
        "fact left is new",
        "fact card: value torn is new",
        "fact has, is sensitive: no -> yes",
        "what covers card is gone (what one must have with them changes what can be shown today)",
        "what covers paper is new (what one must have with them changes what can be shown today)",
        "what stands where no way is left today: ask -> call",
        "impossibility born-later is new (it holds one date against another)",
    )
    assert "  fact left is new\n" in as_text(_report(old, new))


def test_another_impossibility_of_two_dates_is_told(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    for tree, dates in ((old, "{left: {before: born}}"), (new, "{born: {before: left}}")):
        tree.change(RULES, "scope:", f"  both: {{when: {dates}, facts: [born], message: made up}}\nscope:")
        tree.change(RULES, "ids:", "  left: {kind: date}\nids:")
    assert _report(old, new).insurers[0].notes == ("impossibility both is another (it holds one date against another)",)


def test_other_passages_behind_the_same_answer_are_told_if_asked_for(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    new.change("docs/national.yaml", "passages:\n", "passages:\n  N2: {locator: x, says: x, status: A}\n")
    new.change(RULES, "then: {show: [[card]]}\n    passages: [N1]", "then: {show: [[card]]}\n    passages: [N2]")
    town = _report(old, new).insurers[0]
    assert town.topics == ()
    assert [(topic.topic, group.lines, group.changed) for topic in town.reasons for group in topic.groups] == [
        ("care", ("passages: no longer national/N1; now national/N2",), 1)
    ]
    assert "  same answer, other reasons, care: 1 of 3 situations change" in as_text(_report(old, new))
    assert "- same answer, other reasons, care: 1 of 3 situations change" in as_markdown(_report(old, new))
    assert not _report(old, new, Asked(ASKED.on)).differs


def test_only_the_insurers_that_are_asked_for_are_compared(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    found = _report(old, new, Asked(ASKED.on, ("other",)))
    assert [row.id for row in found.insurers] == ["other"]


def test_kinds_of_change_beyond_those_asked_for_are_counted(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    new.change(RULES, "when: {card: lost}", "when: {card: held}")
    document = _report(old, new, Asked(ASKED.on, most=1)).insurers[0].topics[0]
    assert [bool(group.example) for group in document.groups] == [True, *[False] * (len(document.groups) - 1)]
    assert document.more == len(document.groups) - 1 > 0
    assert f"and {document.more} more kinds of change, in " in as_text(_report(old, new, Asked(ASKED.on, most=1)))


@given(st.text())
def test_no_word_can_be_more_than_text_in_markdown(text: str) -> None:
    shown = plain(text)
    assert unescape(shown) == one_line(text)
    assert not re.search(r"[<>|\\`*\[\]~]|\b_|_\b|__", shown, re.ASCII)
    assert "\n" not in shown


def test_words_that_look_like_markdown_do_not_break_the_comment(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    for tree in (old, new):
        tree.write(TOWN, tree.text(TOWN).replace("町", '"</details> | **x**\\n# <script> `"'))
    new.change(RULES, "when: {card: lost}", "when: {needs: guide|<dog>}")
    told = as_markdown(_report(old, new))
    outside = re.sub(r"^    ```json\n.*\n    ```$", "", told, flags=re.MULTILINE)
    assert re.findall(r"<[^>]*>", outside) == ["<details>", "<summary>", "</summary>", "</details>"] * 2 + [
        "<sub>",
        "</sub>",
    ]
    assert "|" not in outside
    assert "guide&#124;&lt;dog&gt;" in outside


def test_a_comment_that_would_be_too_long_is_cut(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    for tree in (old, new):
        tree.change("docs/text/ja.yaml", "paper: 紙|<b>", f"paper: {'紙' * 30_000}")
    new.change(RULES, "when: {card: lost}", "when: {card: held}")
    told = as_markdown(_report(old, new))
    assert len(told) < 65_000
    assert "**町 (town)**: " in told
    assert told.endswith("This is too long for a comment; `--format text` tells the rest.\n")
    for tree in (old, new):
        tree.write(TOWN, tree.text(TOWN).replace("町", "町" * 10_000))
    assert len(as_markdown(_report(old, new))) < 65_000


def test_an_insurer_of_whom_too_much_changes_is_told_so(tmp_path: Path) -> None:
    old, new = _two(tmp_path)
    new.change(RULES, "when: {card: lost}", "when: {card: held}")
    found = _report(old, new)
    uncounted = replace(found, insurers=tuple(replace(insurer, total=None) for insurer in found.insurers))
    assert "町 (town): too much changes to be counted together\n" in as_text(uncounted)


def test_too_much_to_be_counted_together_is_still_counted_by_topic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = _two(tmp_path)
    new.change(RULES, "when: {card: lost}", "when: {card: held}")
    before, after = (load_library(tree.root, draft=True).insurers["town"].rulebook for tree in (old, new))
    whole = compare(before, after, FIRST, ASKED.on)

    def full(_: Diagrams) -> None:
        raise TooLargeError

    monkeypatch.setattr(Diagrams, "scratch", full)
    found = compare(before, after, FIRST, ASKED.on)
    assert (found.total, [change.count for change in found.changes]) == (
        None,
        [change.count for change in whole.changes],
    )
    monkeypatch.setattr(diagram, "NODE_LIMIT", 3)
    with pytest.raises(TooLargeError, match=r"town: .* more than "):
        _report(old, new)
