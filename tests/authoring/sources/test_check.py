"""Insurers' passages held against folders of made-up documents, in many forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import prod
from typing import TYPE_CHECKING

import pytest
from authoring.sources.made_up import HELD, Part, made_up, page
from made_up import made_up_library
from rulebooks import book, library

from checker.authoring.sources.check import Checked, check_insurer, counted, own_passages
from checker.authoring.sources.effects import effects_of
from checker.authoring.sources.pasting import fingerprint_lines
from checker.authoring.sources.telling import check_json, check_lines
from checker.engine import decide
from checker.engine.compiling.witness import feasible

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)


def store(folder: Path, name: str, parts: tuple[Part, ...], ending: str = "txt", encoding: str = "utf-8") -> None:
    insurer, _ = made_up(name)
    text = page(parts, encoding) if ending == "html" else "".join(part.text for part in parts)
    (folder / f"{insurer.source.document}.{ending}").write_bytes(text.encode(encoding))


def checked(name: str, folder: Path) -> Checked:
    return check_insurer(made_up(name)[0], folder)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "shift_jis", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
@pytest.mark.parametrize("name", HELD)
def test_every_form_of_the_same_document_is_the_same(name: str, ending: str, encoding: str, tmp_path: Path) -> None:
    store(tmp_path, name, made_up(name)[1], ending, encoding)
    found = checked(name, tmp_path)
    assert counted([found])["same"] == len(found.passages) > 10
    assert found.fine
    assert found.file.endswith(ending)


def test_a_changed_number_is_told_with_the_rules_and_situations_that_rest_on_it(tmp_path: Path) -> None:
    parts = made_up("kiyose")[1]
    number = next(
        i for i, part in enumerate(parts) if "交付される場合" in part.heading and "申請しなくても" in part.heading
    )
    changed = replace(parts[number], body=parts[number].body.replace("千円", "万円"))
    store(tmp_path, "kiyose", (*parts[:number], changed, *parts[number + 1 :]))
    found = checked("kiyose", tmp_path)
    effects = effects_of(library(), DAY)
    rows = {row["passage"]: row for row in check_json([found], effects)["insurers"][0]["passages"]}
    hit = {name: row for name, row in rows.items() if row["state"] != "same"}
    assert {name: row["state"] for name, row in hit.items()} == {
        one.id: "changed" for one, _ in found.passages if one.headings == changed.path
    }
    assert "kiyose/automatic-own-data" in hit
    for name, row in hit.items():
        resting = {rule.id for rule in library().insurers["kiyose"].rulebook.rules if name in rule.passages}
        assert {rule["rule"] for rule in row["rules"]} == resting != set()
        for rule in row["rules"]:
            assert 0 <= rule["applies"] <= rule["situations"]
            assert (rule["example"] is None) == (rule["applies"] == 0)
    lines = "\n".join(check_lines([found], effects))
    assert "changed kiyose/automatic: 申請しなくても" in lines
    assert "rule certificate-without-card of kiyose applies in 0." in lines
    assert "such as my_number_card: none" in lines
    assert "rule posted-before-the-old-card-ends of kiyose applies to nobody" in lines


def test_what_no_rule_rests_on_is_told_as_that_or_with_its_contacts(tmp_path: Path) -> None:
    insurer, _ = made_up("designated-city")
    (tmp_path / f"{insurer.source.document}.txt").write_text("ごみの出し方\n", encoding="utf-8")
    found = check_insurer(insurer, tmp_path)
    lines = list(check_lines([found], effects_of(library(), DAY)))
    alone = {one.id for one, _ in found.passages}
    alone -= {name for rule in insurer.rulebook.rules for name in rule.passages}
    named = {name for one in insurer.contacts for name in one.passages}
    assert lines.count("    no rule and no contact rests on it") == len(alone - named) > 0
    assert [line for line in lines if line.startswith("    contact ")] == [
        f"    contact {one.name}" for one in insurer.contacts for _ in one.passages
    ]
    assert alone & named


def test_a_row_of_an_insurers_own_scope_rests_on_its_passage_too() -> None:
    found = effects_of(made_up_library(), DAY)("own-gate/branch")
    assert (found.rules, found.contacts, found.scope) == ((), (), ("west-branch",))


def test_the_example_is_somebody_for_whom_the_rule_decides() -> None:
    (effect,) = (one for one in effects_of(library(), DAY)("kiyose/cancel-time").rules if one.rule == "cancel")
    assert effect.example
    decision = decide(book("kiyose"), effect.example)
    assert ["cancel"] in [row["rules"] for row in decision["procedures"]]


def test_only_situations_that_somebody_can_be_in_are_counted_and_shown() -> None:
    compiled, resting = book("kiyose"), effects_of(library(), DAY)
    rules = [rule for name in library().insurers["kiyose"].passages for rule in resting(name).rules]
    mine = [rule for rule in rules if rule.insurer == "kiyose"]
    cells = prod(len(cells) for cells in feasible(compiled.space, DAY))
    assert {rule.situations for rule in mine} == {mine[0].situations}
    assert 0 < mine[0].situations < cells
    for rule in mine:
        if rule.example:
            assert decide(compiled, rule.example)["status"] not in {"contradiction", "out_of_scope"}, rule


def test_a_document_that_is_not_there_is_told_with_the_names_it_could_have(tmp_path: Path) -> None:
    found = checked("kiyose", tmp_path)
    assert (found.file, found.passages) == ("", ())
    assert found.unchecked > 10
    assert not found.fine
    name = made_up("kiyose")[0].source.document
    assert f"no file {name}.txt, {name}.md, {name}.html" in found.problem
    (line, total) = check_lines([found], effects_of(library(), DAY))
    assert line.startswith(f"kiyose: no file {name}.txt")
    assert total == f"0 same, {found.unchecked} not checked"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({".txt": b""}, ["is empty", "store it again"]),
        ({".txt": " \n※\n".encode()}, ["is empty"]),
        ({".html": b"<html><nav>menu</nav>"}, ["is empty"]),
        ({".txt": b"\x80\xff\x81"}, ["not text in utf-8", "save it as UTF-8"]),
        ({".txt": b"a", ".html": b"a"}, [".html and ", ".txt are the same document", "keep one"]),
        ({".pdf": b"%PDF"}, [".pdf is of a kind that is not read", "save its text"]),
    ],
)
def test_a_document_that_cannot_be_read_is_told_with_the_way_out(
    files: dict[str, bytes], words: list[str], tmp_path: Path
) -> None:
    insurer, _ = made_up("kiyose")
    for ending, raw in files.items():
        (tmp_path / f"{insurer.source.document}{ending}").write_bytes(raw)
    problem = check_insurer(insurer, tmp_path).problem
    assert [word for word in words if word not in problem] == [], problem


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    store(tmp_path, "kiyose", made_up("kiyose")[1])
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert "Permission denied; put a file there that can be read" in checked("kiyose", tmp_path).problem


def test_a_heading_without_a_passage_that_is_gone_is_told(tmp_path: Path) -> None:
    insurer, parts = made_up("kiyose")
    insurer = replace(insurer, source=replace(insurer.source, headings=(("お問い合わせ",),)))
    passages = {
        name: replace(one, source=insurer.source) if name.startswith("kiyose") else one
        for name, one in insurer.passages.items()
    }
    insurer = replace(insurer, passages=passages)
    store(tmp_path, "kiyose", (*parts, Part((), "お問い合わせ", "電話で。")))
    assert check_insurer(insurer, tmp_path).fine
    store(tmp_path, "kiyose", parts)
    found = check_insurer(insurer, tmp_path)
    assert found.lost == ("お問い合わせ",)
    assert not found.fine
    assert "  no heading お問い合わせ, so the section before it" in "\n".join(
        check_lines([found], effects_of(library(), DAY))
    )


def test_passages_of_sources_that_are_not_stored_are_said_not_to_be_checked(tmp_path: Path) -> None:
    found = check_insurer(library().insurers["other"], tmp_path)
    assert found.fine
    (line, _) = check_lines([found], effects_of(library(), DAY))
    assert line == f"other: {found.unchecked} passages whose sources are not stored: not checked"
    assert found.unchecked > 20


def test_the_fingerprints_to_paste_are_those_that_differ(tmp_path: Path) -> None:
    insurer, parts = made_up("designated-city")
    store(tmp_path, insurer.id, parts)
    count = len(own_passages(insurer))
    (head,) = fingerprint_lines(insurer, tmp_path)
    assert head.endswith(f"{count} of {count} passages have theirs already")
    first, second = "designated-city/q1", "designated-city/q6-filing"
    right = insurer.passages[first].fingerprint
    passages = {
        **insurer.passages,
        first: replace(insurer.passages[first], fingerprint=""),
        second: replace(insurer.passages[second], headings=("問２０",)),
    }
    lines = list(fingerprint_lines(replace(insurer, passages=passages), tmp_path))
    assert lines[0].endswith(f"{count - 2} of {count} passages have theirs already")
    assert lines[1] == "  q1:"
    assert lines[2].startswith(f"    fingerprint: {right}  # lines 1 to 4, ")
    assert lines[4].startswith("    # no line is the heading 問２０")


def test_of_a_heading_that_stands_twice_both_fingerprints_are_printed(tmp_path: Path) -> None:
    insurer, parts = made_up("gamagori")
    store(tmp_path, insurer.id, (Part((), parts[0].heading, ""), *parts))
    first = next(iter(insurer.passages))
    passages = {**insurer.passages, first: replace(insurer.passages[first], fingerprint="")}
    lines = list(fingerprint_lines(replace(insurer, passages=passages), tmp_path))
    assert ["place 1 of 2" in lines[2], "place 2 of 2" in lines[3], len(lines)] == [True, True, 4]


def test_a_heading_that_is_not_there_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    insurer, parts = made_up("gamagori")
    store(tmp_path, insurer.id, (replace(parts[0], heading=f"{parts[0].heading}て"), *parts[1:]))
    lines = list(fingerprint_lines(insurer, tmp_path))
    assert lines[2].endswith(f"is it '■{parts[0].heading}て'?")
