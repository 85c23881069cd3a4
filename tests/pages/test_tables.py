"""Whoever looks himself up in an insurer's tables, today or later, finds one row, and in it what the engine decides."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from pages.markup import read_markup
from pages.table_people import People
from pages.told_tables import read_tables
from rulebooks import INSURERS, book, library

from checker.pages.cells import Cells
from checker.pages.decisions import READERS, open_desk
from checker.pages.facility import facility_tables, old_card_lines
from checker.pages.tables import decision_tables
from checker.pages.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pages.told_tables import Row

TODAY = date(2026, 11, 22)
BEFORE_ALL = date(2024, 7, 1)
BEFORE_CHANGES = date(2025, 9, 1)
"""Rules still changed after it, and nobody's old card ended any more on a day of his own."""

LATER = (date(2026, 12, 1), date(2026, 12, 2), date(2028, 2, 29), date(2031, 4, 1))


def _cells(insurer: str) -> Cells:
    return Cells(Wording(library().insurers[insurer], library().words), {})


def _rows(insurer: str, from_day: date) -> list[Row]:
    tables = decision_tables(_cells(insurer), from_day)
    return list(read_tables(read_markup(tables), library().words))


def _days(insurer: str, from_day: date) -> list[date]:
    """Return the day itself, each on which some rule begins or ends, the days before these, and some far ahead."""
    told = open_desk(library().insurers[insurer], from_day).days_to_come()
    around = {day - timedelta(days=days) for day in told for days in (0, 1)}
    return sorted({from_day, *around, *LATER})


def _faults(insurer: str, rows: list[Row], day: date) -> Iterator[str]:
    words = library().words
    people = People(library().insurers[insurer], words, book(insurer))
    for person in people.everybody(day):
        found = people.rows_of(person, rows, day)
        if len(found) != 1:
            yield f"{day}: {person.facts} stands in {len(found)} rows"
            continue
        by_reader = {reader: people.decide(person, day, reader) for reader in READERS}
        if found[0].papers != people.papers(by_reader["works"]):
            yield f"{day}: {person.facts}: {found[0].papers}"
        for reader, decision in by_reader.items():
            care = people.care_in(found[0], reader)
            wanted = people.care(decision)
            if (care.ways, care.said) != (wanted.ways, wanted.said) or not wanted.bases <= care.bases:
                yield f"{day}: {person.facts}, {reader}: {care}"


@pytest.mark.parametrize("from_day", [TODAY, BEFORE_CHANGES])
@pytest.mark.parametrize("insurer", INSURERS)
def test_everybody_finds_what_the_engine_decides_on_every_telling_day(insurer: str, from_day: date) -> None:
    rows = _rows(insurer, from_day)
    assert [fault for day in _days(insurer, from_day) for fault in _faults(insurer, rows, day)] == []


def test_a_wrong_cell_is_seen() -> None:
    rows = _rows("kiyose", TODAY)
    assert list(_faults("kiyose", rows, TODAY)) == []
    rows[0].papers.add("x")
    assert len(list(_faults("kiyose", rows, TODAY))) == 1
    rows = _rows("kiyose", TODAY)
    next(iter(rows[0].care[library().words["pages.column_otherwise"]].values())).ways.pop()
    assert len(list(_faults("kiyose", rows, TODAY))) == 3
    assert list(_faults("kiyose", rows[1:], TODAY))
    assert list(_faults("namerikawa", [row for row in _rows("namerikawa", BEFORE_ALL) if row.day < TODAY][:30], TODAY))


def test_rows_by_day_of_birth_hold_while_people_grow_older() -> None:
    """In the unnamed city the post is told for those who turned 70 from 2 December 2024 on; at 71 that divides them."""
    heads = [row.head for row in _rows("designated-city", TODAY) if len(row.head) == 3]
    assert ["70歳から74歳", "1954年12月2日以後に生まれた人", library().words["pages.card_none"]] in heads
    open_ = library().words["pages.row_open"]
    assert not [row.head for name in INSURERS for row in _rows(name, TODAY) if open_ in row.papers]


def test_a_table_that_stays_the_same_is_not_told_again() -> None:
    rows = _rows("kiyose", BEFORE_CHANGES)
    days = {
        name: {row.day for row in rows if row.caption == library().words[f"pages.table_{name}"]}
        for name in ("cards", "care_needs")
    }
    assert days == {"cards": {BEFORE_CHANGES, date(2025, 10, 1)}, "care_needs": {BEFORE_CHANGES}}
    page = read_markup(decision_tables(_cells("kiyose"), BEFORE_CHANGES))
    assert [one.text for one in page.all("p")].count(library().words["pages.same_as_before"]) == 1


def test_the_ways_at_a_facility_and_the_old_card_change_on_their_days() -> None:
    words, cells = library().words, _cells("kiyose")
    changes = ((facility_tables, BEFORE_ALL, "2024年12月2日"), (old_card_lines, BEFORE_CHANGES, "2025年10月1日"))
    for make, from_day, change in changes:
        days = [one.text for one in read_markup(make(cells, from_day)).all("h3", "sn-days")]
        first = f"{from_day.year}年{from_day.month}月{from_day.day}日"
        assert days == [
            words["pages.from_day_until"].format(day=first, until=change),
            words["pages.from_day"].format(day=change),
        ]
        assert len(list(read_markup(make(cells, TODAY)).all("h3", "sn-days"))) == 1
