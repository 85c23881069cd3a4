"""What people type leads to the answer, among the first five results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.measure import ask, index_in, ranks, recall
from search.queries import FILE, Query, Shown, read_blind, read_queries

if TYPE_CHECKING:
    from pathlib import Path

QUERIES = read_queries()
SEEN = FILE.with_name("seen.yaml")


def test_nineteen_of_twenty_queries_are_answered_by_the_first_five_results(site_dir: Path) -> None:
    share, missed = recall(QUERIES, ask(index_in(site_dir), QUERIES))
    assert share >= 0.95, [query.typed for query in missed]


def test_queries_that_nothing_was_made_for_fare_nearly_as_well(site_dir: Path) -> None:
    aside = [query for query in QUERIES if query.aside]
    share, _ = recall(aside, ask(index_in(site_dir), aside))
    assert share >= 0.9


def test_queries_of_somebody_who_knew_no_index_are_answered_in_each_language(site_dir: Path) -> None:
    queries = read_blind()
    found = ranks(site_dir, queries)
    assert [query.typed for query, rank in zip(queries, found, strict=True) if rank is None] == []
    assert {query.language for query in queries} >= {"ja", "en"}


def test_queries_that_the_table_was_mended_with_are_still_answered(site_dir: Path) -> None:
    queries = read_blind(SEEN)
    found = ranks(site_dir, queries)
    missed = [query.typed for query, rank in zip(queries, found, strict=True) if rank is None]
    assert len(missed) <= len(queries) * 0.02, missed
    assert {query.language for query in queries} == {"ja", "ja-easy", "en"}


def test_there_are_enough_queries_and_each_is_asked_once() -> None:
    assert len({query.typed for query in QUERIES}) == len(QUERIES) >= 40
    assert sum(query.aside for query in QUERIES) >= len(QUERIES) // 3


def test_a_result_answers_only_where_the_answer_stands() -> None:
    query = Query("きよせ 電話", ("insurers/* > 問い合わせ先", "insurers/kiyose/index.html#stay"), "kiyose")
    contact = Shown(["問い合わせ先"], ["insurers/kiyose/index.html#contact"])
    elsewhere = Shown(["問い合わせ先"], ["insurers/gamagori/index.html#contact"])
    other = Shown(["手続き"], ["insurers/kiyose/index.html#procedures"])
    passage = Shown(["もとにした文"], ["insurers/kiyose/index.html#stay"])
    assert query.rank_in([[other], [elsewhere, contact]]) == 2
    assert query.rank_in([[passage]]) == 1
    assert query.rank_in([[other, elsewhere]]) is None
