"""Where headings stand in a document, and where their sections end."""

from __future__ import annotations

import pytest

from checker.authoring.sources.headings import Line, heading_length, is_number, number_length
from checker.authoring.sources.sections import cut_sections

DOCUMENT = """\
目次
【お知らせ】
Q1. いつ届くか
【カード】
Q1. なくしたら
【お知らせ】
前書き
Q1. いつ届くか
A. 3月
Q10. 10番目
【カード】
Q1. なくしたら
A. 電話
カードについて、詳しくは
""".splitlines()


@pytest.mark.parametrize(
    ("line", "heading", "length"),
    [
        ("■ 資格確認書について", "資格確認書について", 9),
        ("資格確認書について、詳しくは", "資格確認書について", 0),
        ("【資格情報のお知らせ】に関する Q&A", "資格情報のお知らせに関するQ&A", 15),
        ("問１ いつ届くか", "問1", 2),
        ("問1いつ届くか", "問1", 2),
        ("問１０ いつ届くか", "問1", 0),
        ("**Q3.** 2025年に", "Q3", 2),
        ("第5条の2", "第5条", 0),
        ("第5条(目的)", "第5条", 3),
        ("第 5 条", "第5条", 3),
        ("答問1", "問1", 0),
        ("", "問1", 0),
    ],
)
def test_a_heading_is_a_whole_line_or_the_number_that_one_begins_with(line: str, heading: str, length: int) -> None:
    assert heading_length(Line.of(line), heading) == length


def test_a_number_of_the_same_form() -> None:
    assert number_length(Line.of("問12 いつ"), "問3") == 3
    assert number_length(Line.of("Q12 いつ"), "問3") == 0
    assert number_length(Line.of("資格確認書のこと"), "資格確認書について") == 0
    assert [is_number(one) for one in ("問3", "第47条の2", "3", "令和6年12月2日からの取扱い", "カード")] == [
        *(True, True, False, False, False)
    ]


def test_equal_headings_are_told_apart_by_what_they_stand_under_and_a_listed_one_has_two_places() -> None:
    outline = cut_sections(DOCUMENT, [("お知らせ", "Q1"), ("お知らせ", "Q10"), ("カード", "Q1")])
    found = [(place.line, place.path, outline.end(place)) for place in outline.places]
    assert found == [
        (1, ("お知らせ",), 2),
        (2, ("お知らせ", "Q1"), 3),
        (3, ("カード",), 4),
        (4, ("カード", "Q1"), 5),
        (5, ("お知らせ",), 7),
        (7, ("お知らせ", "Q1"), 9),
        (9, ("お知らせ", "Q10"), 10),
        (10, ("カード",), 11),
        (11, ("カード", "Q1"), 14),
    ]
    assert [place.line for place in outline.of(("カード", "Q1"))] == [4, 11]


def test_a_heading_that_nobody_names_ends_nothing() -> None:
    outline = cut_sections(DOCUMENT, [("お知らせ",)])
    assert [(place.line, outline.end(place)) for place in outline.places] == [(1, 5), (5, 14)]


def test_a_heading_that_stands_both_alone_and_under_another_is_taken_for_the_inner_one() -> None:
    outline = cut_sections(["対象者", "申請", "対象者", "以上"], [("申請", "対象者"), ("対象者",), ("以上",)])
    assert [place.path for place in outline.places] == [("対象者",), ("申請",), ("申請", "対象者"), ("以上",)]


def test_a_document_of_nothing_has_no_places() -> None:
    assert cut_sections([], [("お知らせ",)]).places == ()
