"""Who stands in which row of the decision tables, and what the engine says of them, in the words of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from pages.told_tables import Care, Way

from checker.engine import decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pages.told_tables import Row

    from checker.authoring import Insurer, Words
    from checker.engine import Compiled

__all__ = ["People", "Person"]

REGISTERED = {"my_number_card": "held", "registration": "registered"}
NO_CARD = {"my_number_card": "none"}
BIRTHS = tuple(
    date(year, *day) for year in (1915, 1935, *range(1949, 1958)) for day in ((1, 1), (8, 1), (8, 2), (12, 1), (12, 2))
)


@dataclass(frozen=True)
class Person:
    """Facts, and the table in which they are looked for."""

    table: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class People:
    """All who are looked for in the tables of one insurer."""

    insurer: Insurer
    words: Words
    book: Compiled

    def everybody(self, day: date) -> Iterator[Person]:
        """Yield one person for every situation in which somebody may look for himself on a day."""
        by_fact = self.book.rulebook.by_fact
        cards, registrations = by_fact["my_number_card"].values, by_fact["registration"].values
        for card, registration in product(cards, registrations):
            if card != "none" and registration != "unknown":
                yield Person("cards", {"my_number_card": card, "registration": registration})
        yield Person("cards", NO_CARD)
        for need in by_fact["care_needs"].values:
            yield Person("care_needs", {**REGISTERED, "care_needs": [need]})
        for fact, value in (("e_certificate", "expired"), ("wants", "just_in_case"), ("wants", "not_to_use_card")):
            yield Person("special", {**REGISTERED, fact: value})
        for fixed, birth in product((REGISTERED, NO_CARD), BIRTHS):
            if _age(birth, day) >= 70:
                yield Person("ages", {**fixed, "birth_date": birth.isoformat()})

    def rows_of(self, person: Person, rows: list[Row], day: date) -> list[Row]:
        """Return the rows that name a person, from the latest day up to this one on which his table stands."""
        table = [row for row in rows if row.caption == self.words[f"pages.table_{person.table}"] and row.day <= day]
        latest = max(row.day for row in table)
        return [row for row in table if row.day == latest and self._is_named(person, row, day)]

    def _is_named(self, person: Person, row: Row, day: date) -> bool:
        match person.table:
            case "cards":
                card, *rest = (line.split(":", 1)[-1] for line in self._without_labels(row))
                if card != self._value(person, "my_number_card"):
                    return False
                if "registration" not in person.facts:
                    return not rest
                every = self.words["pages.any_registration"]
                return rest[0] == every or self._value(person, "registration") in rest[0].split("、")
            case "care_needs":
                return self.words[f"facts.care_needs.values.{person.facts['care_needs'][0]}"] in row.head
            case "special":
                fact = next(fact for fact in person.facts if fact not in REGISTERED)
                return self._value(person, fact) in self._without_labels(row)[0]
        birth, registered = date.fromisoformat(person.facts["birth_date"]), "registration" in person.facts
        card = self.words[f"pages.card_{'registered' if registered else 'none'}"]
        return card == row.head[-1] and _in_ages(row.head[0], _age(birth, day)) and _was_born(row.head[1:-1], birth)

    def _without_labels(self, row: Row) -> list[str]:
        names = [self.words[f"facts.{fact}.name"] for fact in ("my_number_card", "registration", "e_certificate")]
        return [next((line.removeprefix(name) for name in names if line.startswith(name)), line) for line in row.head]

    def _value(self, person: Person, fact: str) -> str:
        return self.words[f"facts.{fact}.values.{person.facts[fact]}"]

    def decide(self, person: Person, day: date, reader: str) -> dict[str, Any]:
        """Return what the engine says, asked anew."""
        who = {"insurer": self.insurer.id, "on_date": day.isoformat(), "reader": reader}
        return decide(self.book, {**who, **person.facts})

    def papers(self, decision: Mapping[str, Any]) -> set[str]:
        """Return what the first cell must say, line by line."""
        if decision["status"] == "out_of_scope":
            facts = {fact for problem in decision["problems"] for fact in problem["facts"]}
            return {self.words["ui.out_of_scope_age" if "birth_date" in facts else "ui.out_of_scope_general"]}
        document = decision["document"]
        lines = {line for one in document["issued"] for line in self._issued(one)}
        lines |= {line for one in document["refused"] for line in self._refused(one)}
        silent = "ui.documents_silent" if document["basis"] == "silent" else "ui.documents_none"
        return (lines or {self.words[silent]}) | {self.words[f"pages.basis_{document['basis']}"]}

    def _issued(self, one: Mapping[str, Any]) -> Iterator[str]:
        yield self.words[f"documents.{one['id']}"] + self.words[f"routes.{one['route']}"]
        for key in ("when", "until"):
            if one[key]:
                yield self.words[f"ui.{key}"] + self._day(one[key])
        if one["renewal"]:
            yield self.words["ui.renewal"] + self.words[f"renewals.{one['renewal']}"]
        if one["delivery"]:
            ways = [self._name("delivery", one["delivery"][key]) for key in ("by", "to") if one["delivery"][key]]
            yield self.words["ui.delivery"] + " ".join(ways)

    def _refused(self, one: Mapping[str, Any]) -> Iterator[str]:
        yield self.words["ui.refused_document"].format(document=self.words[f"documents.{one['id']}"])
        procedure = one["instead"] and self._name("procedures", one["instead"])
        yield self.words["ui.instead"].format(procedure=procedure) if procedure else self.words["ui.instead_none"]

    def _day(self, day: str) -> str:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            return self._name("when", day)
        year, month, number = day.split("-")
        return f"{year}年{int(month)}月{int(number)}日"

    def _name(self, kind: str, id_: str) -> str:
        return self.insurer.words.get(id_) or self.words[f"{kind}.{id_}"]

    def care_in(self, row: Row, reader: str) -> Care:
        """Return what a row tells of a state of the reader."""
        told = row.care[self.words[f"pages.column_{'works' if reader == 'works' else 'otherwise'}"]]
        name = self.words[f"facts.reader.values.{reader}"]
        [care] = [one for names, one in told.items() if not names or name in names.split(self.words["pages.list_and"])]
        return care

    def care(self, decision: Mapping[str, Any]) -> Care:
        """Return what a cell must say of a state of the reader."""
        care = decision["care"]
        if care is None:
            return Care(said={self.words["pages.not_this_insurer"]})
        ways = {Way(self._name("items", item) for item in way) for way in care["show"]}
        said = {self._name("actions", action) for action in care["actions"]}
        nothing = set() if ways else {self.words["ui.show_nothing"]}
        return Care(ways, said | nothing, {self.words[f"pages.basis_{care['basis']}"]})


def _age(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _in_ages(text: str, age: int) -> bool:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return age >= numbers[0] and (text.endswith("以上") or age <= numbers[-1])


def _was_born(lines: list[str], birth: date) -> bool:
    """Say whether a birth date is among those that the lines name; it is where they name none."""
    if not lines:
        return True
    days = [date(*(int(part) for part in found)) for found in re.findall(r"(\d+)年(\d+)月(\d+)日", lines[0])]
    first = date.min if "以前" in lines[0] else days[0]
    last = date.max if "以後" in lines[0] else days[-1]
    return first <= birth <= last
