"""What became of the passages of a made-up document after one thing in it was changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from authoring.sources.made_up import HELD, Part, made_up
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.authoring.sources.comparing import STATES, Section, Verdict, compare
from checker.authoring.sources.folding import fingerprint
from checker.authoring.sources.sections import cut_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = "資格あアAZ059"

QUESTIONS = tuple(Part((), f"問{number}", f"これは{number * 13}番の話。") for number in range(1, 6))
CHAPTERS = (
    Part((), "利用登録の解除について", "解除できます。"),
    Part(("利用登録の解除について",), "申請窓口", "1階です。"),
    Part(("利用登録の解除について",), "注意事項", "約2か月。"),
    Part((), "資格確認書の交付について", "交付します。"),
    Part(("資格確認書の交付について",), "申請窓口", "2階です。"),
    Part((), "お問い合わせ", "電話で。"),
)


def states(before: Sequence[Part], after: str, *, named: Sequence[Part] | None = None) -> dict[str, Verdict]:
    """Return what became of each part that is named in our file; all of them if not said."""
    parts = before if named is None else named
    sections = [Section(part.path, fingerprint(part.text)) for part in parts]
    found = compare(cut_sections(after.splitlines(), [one.path for one in sections]), sections)
    return {" ".join(one.path): found[one] for one in sections}


def text(parts: Sequence[Part]) -> str:
    return "".join(part.text for part in parts)


def other_than_same(found: dict[str, Verdict]) -> dict[str, str]:
    return {name: verdict.state for name, verdict in found.items() if verdict.state != "same"}


@pytest.mark.parametrize("name", HELD)
@given(data=st.data())
@settings(max_examples=40)
def test_any_other_letter_or_digit_changes_exactly_the_passages_of_its_section(name: str, data: st.DataObject) -> None:
    insurer, parts = made_up(name)
    number = data.draw(st.integers(0, len(parts) - 1))
    body = parts[number].body
    place = data.draw(st.sampled_from([i for i, c in enumerate(body) if c.isalnum()]))
    letter = data.draw(st.sampled_from([c for c in LETTERS if c != body[place]]))
    changed = replace(parts[number], body=body[:place] + letter + body[place + 1 :])
    after = cut_sections(text((*parts[:number], changed, *parts[number + 1 :])).splitlines(), [p.path for p in parts])
    passages = [one for one in insurer.passages.values() if one.source == insurer.source]
    sections = {one.id: Section(one.headings, one.fingerprint) for one in passages}
    found = compare(after, list(dict.fromkeys(sections.values())))
    hit = {one.id for one in passages if one.headings == parts[number].path}
    assert {key for key, section in sections.items() if found[section].state != "same"} == hit
    assert {found[sections[key]].state for key in hit} <= {"changed"}


@pytest.mark.parametrize("parts", [QUESTIONS, CHAPTERS])
def test_a_document_as_it_was_is_the_same(parts: Sequence[Part]) -> None:
    assert other_than_same(states(parts, text(parts))) == {}


@pytest.mark.parametrize("parts", [QUESTIONS, CHAPTERS])
def test_new_words_before_all_and_other_signs_change_nothing(parts: Sequence[Part]) -> None:
    after = "トップページ > 保険\n\n" + text(parts).replace("。", " 。\n").replace("■", "## ")
    assert other_than_same(states(parts, after)) == {}


def test_words_added_at_the_end_of_a_section_change_it() -> None:
    after = text(CHAPTERS).replace("2階です。", "2階です。\nただし土曜日は休みです。")
    assert other_than_same(states(CHAPTERS, after)) == {"資格確認書の交付について 申請窓口": "changed"}


def test_a_section_that_went_to_another_place_under_its_own_heading_is_the_same() -> None:
    assert other_than_same(states(QUESTIONS, text(QUESTIONS[::-1]))) == {}


def test_a_heading_with_other_words_has_moved_and_what_stands_around_it_has_not() -> None:
    after = text(CHAPTERS).replace("注意事項", "ご注意ください")
    found = states(CHAPTERS, after)
    assert other_than_same(found) == {"利用登録の解除について 注意事項": "moved"}
    assert found["利用登録の解除について 注意事項"].now == "■ご注意ください"


def test_a_section_under_another_heading_than_before_has_moved() -> None:
    moved = (CHAPTERS[0], CHAPTERS[1], *CHAPTERS[3:5], CHAPTERS[2], CHAPTERS[5])
    found = states(CHAPTERS, text(moved))
    assert other_than_same(found) == {"利用登録の解除について 注意事項": "moved"}


def test_questions_that_were_numbered_anew_have_moved_each_to_the_next_number() -> None:
    new = Part((), "問3", "新しい話。")
    later = [replace(part, heading=f"問{number}") for number, part in enumerate(QUESTIONS[2:], start=4)]
    found = states(QUESTIONS, text((*QUESTIONS[:2], new, *later)))
    assert {name: (verdict.state, verdict.now) for name, verdict in found.items()} == {
        "問1": ("same", ""),
        "問2": ("same", ""),
        "問3": ("moved", "■問4"),
        "問4": ("moved", "■問5"),
        "問5": ("moved", "■問6"),
    }


def test_a_heading_that_is_gone_with_its_text_is_gone_and_the_one_before_it_is_the_same() -> None:
    assert other_than_same(states(CHAPTERS, text(CHAPTERS[:2] + CHAPTERS[3:]))) == {
        "利用登録の解除について 注意事項": "gone"
    }


def test_a_heading_and_a_text_that_are_both_new_are_told_once() -> None:
    after = text(CHAPTERS).replace("注意事項", "ご注意").replace("約2か月", "約3か月")
    assert other_than_same(states(CHAPTERS, after)) == {"利用登録の解除について 注意事項": "gone"}


def test_of_two_equal_headings_the_one_with_the_text_counts() -> None:
    listed = "".join(f"{part.heading}\n" for part in QUESTIONS)
    assert other_than_same(states(QUESTIONS, listed + text(QUESTIONS))) == {}
    found = states(QUESTIONS, listed + text(QUESTIONS).replace("39番", "40番"))
    assert other_than_same(found) == {"問3": "changed"}
    assert len(found["問3"].fingerprints) == 2


def test_a_passage_added_inside_a_section_leaves_the_others_as_they_were() -> None:
    coarse = Part((), "利用登録の解除について", text(CHAPTERS[:3]).partition("\n\n")[2])
    found = states((), text(CHAPTERS), named=(coarse, CHAPTERS[2], CHAPTERS[3]))
    assert found["利用登録の解除について"].state == "same"
    assert found["利用登録の解除について"].fingerprints == (fingerprint(CHAPTERS[0].text + CHAPTERS[1].text),)


def test_a_heading_without_a_text_is_not_looked_for_elsewhere() -> None:
    bare = Part((), "交付申請", "")
    assert other_than_same(states((bare, *CHAPTERS), text((bare, *CHAPTERS)))) == {}
    assert other_than_same(states((bare, *CHAPTERS), text(CHAPTERS))) == {"交付申請": "gone"}


def test_nothing_is_left_of_a_document_about_something_else() -> None:
    found = states(CHAPTERS, "ごみの出し方\n月曜日です。\n")
    assert {verdict.state for verdict in found.values()} == {"gone"} <= set(STATES)
