"""What a rule says then: ids, days and structure, turned into the JSON that the engine merges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.authoring.declarations import FIXED
from checker.authoring.errors import hint
from checker.authoring.shapes import (
    found,
    is_day,
    read_day,
    read_flag,
    read_list,
    read_mapping,
    read_rows,
    read_texts,
    refuse_unknown,
)
from checker.authoring.shifts import read_shift
from checker.authoring.source import Block

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.authoring.errors import Report
    from checker.authoring.vocabulary import Vocabulary

__all__ = ["ID_KINDS", "ISSUED_KEYS", "RENEWALS", "THEN_KEYS", "ThenReader"]

THEN_KEYS = {
    "document": ("issued", "refused", "warnings"),
    "old_card": ("last_day", "unsure", "ended", "never", "warnings"),
    "care": ("show", "actions", "warnings"),
    "procedures": (
        "procedure",
        "where",
        "bring",
        "medium",
        "takes",
        "complete_on",
        "warnings",
        "who",
        "medium_refused",
        "fee",
        "duty",
        "due_on",
    ),
    "warnings": ("warnings",),
}
ISSUED_KEYS = ("route", "when", "until", "renewal", "delivery", "again", "variant", "later", "lasts")
ID_KINDS = {"route": "routes", "variant": "variants", "later": "when", "lasts": "durations"}
"""Kinds of ids by the key under which they stand, where it has another name."""

RENEWALS = ("automatic", "application", "not_stated")


@dataclass(frozen=True, slots=True)
class ThenReader:
    """Reads what rules say; ``words`` are the ids of places and papers that may be named here."""

    vocabulary: Vocabulary
    words: Collection[str]
    report: Report

    def read(self, name: str, topic: str, raw: Block) -> dict[str, Any]:
        """What the rule ``raw`` says; empty where it cannot be read."""
        then = raw.get("then")
        if not isinstance(then, Block) or not then:
            self.report.wrong(raw, "then", f"rule {name!r} needs `then`: what holds where it applies")
            return {}
        allowed = THEN_KEYS.get(topic)
        if allowed is None:  # the topic was told already
            return {}
        refuse_unknown(then, allowed, f"rule {name!r}: a rule of {topic}", self.report)
        if topic == "procedures" and "procedure" not in then:
            known = self.vocabulary.ids["procedures"]
            self.report.wrong(raw, "then", f"rule {name!r} needs `procedure`; {hint('', known)}")
        return {key: self._value(key, then) for key in then if key in allowed}

    def _value(self, key: str, then: Block) -> Any:  # noqa: ANN401, C901, PLR0911 - JSON, key by key
        match key:
            case "issued":
                return {name: self._issued(row) for name, row in self._documents(then, key)}
            case "refused":
                return {name: self._refused(row) for name, row in self._documents(then, key)}
            case "show":
                return self._ways(then)
            case "actions" | "warnings":
                return self._ids(key, then, key)
            case "medium" | "medium_refused":
                return self._ids("media", then, key)
            case "procedure":
                return self._id("procedures", then, key)
            case "takes":
                return self._id("durations", then, key)
            case "where" | "bring":
                return None if then[key] is None else self._own(then, key)
            case "last_day" | "complete_on" | "due_on":
                return self._last_day(then, key, then[key])
            case "who":
                return self._who(then)
            case "fee":
                return self._fee(then)
        return read_flag(then, key, self.report)

    def _documents(self, then: Block, key: str) -> list[tuple[str, Block]]:
        known = self.vocabulary.ids["documents"]
        refuse_unknown(read_mapping(then, key, self.report), known, f"`{key}`", self.report)
        return list(read_rows(then, key, self.report))

    def _issued(self, row: Block) -> dict[str, Any]:
        refuse_unknown(row, ISSUED_KEYS, "issued", self.report)
        return {key: self._detail(row, key) for key in row if key in ISSUED_KEYS}

    def _detail(self, row: Block, key: str) -> Any:  # noqa: ANN401 - JSON, key by key
        match key:
            case "until":
                return self._until(row)
            case "delivery":
                delivery = read_mapping(row, key, self.report)
                refuse_unknown(delivery, ("by", "to"), "delivery", self.report)
                return {part: self._id(key, delivery, part) if part in delivery else None for part in ("by", "to")}
            case "renewal":
                if row[key] not in RENEWALS:
                    self.report.wrong(row, key, f"renewal: {row[key]!r}; {hint(row[key], RENEWALS)}")
                return row[key]
            case "again":
                return read_flag(row, key, self.report)
        return self._id(ID_KINDS.get(key, key), row, key)

    def _until(self, row: Block) -> Any:  # noqa: ANN401 - JSON: a day, or the days of which the first one counts
        raw = row["until"]
        if not isinstance(raw, (Block, list)):
            day = read_day(row, "until", self.report)
            return day.isoformat() if day else None
        days = [raw] if isinstance(raw, Block) else raw
        if not days:
            self.report.wrong(
                row, "until", "`until` is an empty list; write a day, or several of which the first counts"
            )
        return [self._last_day(row, "until", day) for day in days]

    def _who(self, then: Block) -> list[str]:
        """Who may do it: values of the fact that tells who applies."""
        known = self.vocabulary.facts["applicant"].values if "applicant" in self.vocabulary.facts else ()
        names = read_texts(then, "who", self.report)
        for name in names:
            if name not in known:
                message = f"{name!r} is nobody who applies; {hint(name, known)}"
                way_out = "another one needs `facts: {applicant: {more: [NAME]}}`"
                self.report.wrong(then, "who", f"{message}; {way_out}")
        return list(names)

    def _fee(self, then: Block) -> int:
        """Whole yen; nothing to pay is 0."""
        fee = then["fee"]
        if isinstance(fee, bool) or not isinstance(fee, int) or fee < 0:
            self.report.wrong(then, "fee", f"`fee` is {found(fee)}; whole yen are meant, 0 where it is free of charge")
            return 0
        return fee

    def _refused(self, row: Block) -> dict[str, Any]:
        refuse_unknown(row, ("instead",), "refused", self.report)
        return {"instead": None if row.get("instead") is None else self._id("procedures", row, "instead")}

    def _ways(self, then: Block) -> list[list[str]]:
        ways = []
        given = read_list(then, "show", self.report, "ways, each a list of items")
        for way, place in zip(given, given.places, strict=True):
            if isinstance(way, list) and way:
                ways.append([self._known("items", item, then, "show") for item in way])
            else:
                message = f"`show` has {found(way)} in it; a way is a list of items, as in [[my_number_card]]"
                self.report.at(place, message)
        return ways

    def _last_day(self, then: Block, key: str, value: object) -> Any:  # noqa: ANN401 - JSON: a day, or a fact and a shift
        if is_day(value):
            return value.isoformat()
        dates = [fact.id for fact in self.vocabulary.facts.values() if fact.kind == "date"]
        if isinstance(value, Block) and len(value) == 1:
            ((fact, steps),) = value.items()
            if fact in dates:
                return [fact, [list(step) for step in read_shift(steps, value.place(fact), self.report).steps]]
        message = f"{key}: {found(value)} is no last day; write a day, or one of {', '.join(dates)} and steps"
        self.report.wrong(then, key, message)
        return "1900-01-01"

    def _own(self, block: Block, key: str) -> list[str]:
        names = read_texts(block, key, self.report)
        for name in names:
            if name not in self.words:
                message = f"{name!r} has no words; add it to the `words` of this insurer, or use one of the common ids"
                self.report.wrong(block, key, f"{message}; {hint(name, sorted(self.words))}")
        return list(names)

    def _ids(self, kind: str, block: Block, key: str) -> list[str]:
        return [self._known(kind, name, block, key) for name in read_list(block, key, self.report, kind)]

    def _id(self, kind: str, block: Block, key: str) -> str:
        return self._known(kind, block.get(key), block, key)

    def _known(self, kind: str, name: object, block: Block, key: str) -> str:
        known = self.vocabulary.ids[kind]
        if name not in known:
            way_out = "" if kind in FIXED else f"; another is declared under `ids`, in `{kind}`"
            self.report.wrong(block, key, f"{found(name)} is none of the {kind}; {hint(name, known)}{way_out}")
        return str(name)
