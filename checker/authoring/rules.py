"""Rules as they are written in YAML, turned into the engine's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from checker.authoring.conditions import Place, read_shift
from checker.authoring.errors import hint
from checker.authoring.source import Block
from checker.engine.conditions import All
from checker.engine.rulebook import TOPICS, Rule

if TYPE_CHECKING:
    from checker.authoring.errors import Report
    from checker.authoring.vocabulary import Vocabulary

__all__ = ["RULE_KEYS", "RuleReader", "read_rule"]

RULE_KEYS = ("topic", "when", "then", "exception_to", "valid", "silent", "passages")

_THEN = {
    "document": ("issued", "refused", "warnings"),
    "old_card": ("last_day", "unsure", "ended", "never", "warnings"),
    "care": ("show", "actions", "warnings"),
    "procedures": ("procedure", "where", "bring", "medium", "takes", "complete_on", "warnings"),
    "warnings": ("warnings",),
}
_ISSUED = ("route", "when", "until", "renewal", "delivery", "again")
_RENEWALS = ("automatic", "application", "not_stated")


class RuleReader:
    """Reads rules; ``own_words`` are the ids of places and papers that may be named here."""

    def __init__(self, vocabulary: Vocabulary, own_words: set[str], report: Report) -> None:
        self.vocabulary = vocabulary
        self.own_words = own_words
        self.report = report

    def read(self, name: str, raw: Block, layer: str, prefix: str) -> Rule:
        """One rule; ``prefix`` stands before passages that are named without one, as in ``kiyose/lost-card``."""
        for key in raw:
            if key not in RULE_KEYS:
                self._wrong(raw, key, f"rule {name!r} has no key {key!r}; {hint(key, RULE_KEYS)}")
        topic = raw.get("topic")
        if topic not in TOPICS:
            self._wrong(raw, "topic", f"rule {name!r} has topic {topic!r}; {hint(topic, TOPICS)}")
        if not raw.get("passages"):
            self._wrong(raw, "passages", f"rule {name!r} names no passage; name the place that says so")
        names, every = self._exceptions(name, raw)
        valid = raw.get("valid", {})
        place = Place(raw.file, raw.at("when"))
        return Rule(
            id=name,
            topic=str(topic),
            layer="silent" if raw.get("silent") else layer,
            when=self.vocabulary.reader.read(raw["when"], place) if "when" in raw else All(),
            then=self._then(name, str(topic), raw),
            exception_to=names,
            every=every,
            valid_from=self._day(raw, valid, "from"),
            valid_until=self._day(raw, valid, "until"),
            passages=tuple(p if "/" in p else f"{prefix}/{p}" for p in raw.get("passages", ())),
        )

    def _exceptions(self, name: str, raw: Block) -> tuple[tuple[str, ...], tuple[str, ...]]:
        given = raw.get("exception_to", [])
        names, every = [], []
        for item in given if isinstance(given, list) else [given]:
            if isinstance(item, Block):
                topics = item.get("every", [])
                every += topics if isinstance(topics, list) else [topics]
            else:
                names.append(str(item))
        for topic in every:
            if topic not in TOPICS:
                self._wrong(raw, "exception_to", f"rule {name!r}: no topic is called {topic!r}; {hint(topic, TOPICS)}")
        return tuple(names), tuple(every)

    def _day(self, raw: Block, valid: Any, key: str) -> date | None:  # noqa: ANN401 - whatever YAML has
        day = valid.get(key) if isinstance(valid, Block) else None
        if day is not None and not isinstance(day, date):
            self._wrong(raw, "valid", f"valid.{key}: {day!r} is no day; write it as 2024-12-02")
            return None
        return day

    def _then(self, name: str, topic: str, raw: Block) -> dict[str, Any]:
        then = raw.get("then")
        if not isinstance(then, Block):
            self._wrong(raw, "then", f"rule {name!r} needs `then`: what holds where it applies")
            return {}
        allowed = _THEN.get(topic, ())
        for key in then:
            if key not in allowed:
                self._wrong(then, key, f"rule {name!r}: a rule of {topic} cannot say {key!r}; {hint(key, allowed)}")
        if topic == "procedures" and "procedure" not in then:
            self._wrong(raw, "then", f"rule {name!r} needs `procedure`; {hint('', self.vocabulary.ids['procedures'])}")
        return {key: self._value(key, then[key], then) for key in then if key in allowed}

    def _value(self, key: str, value: Any, then: Block) -> Any:  # noqa: ANN401, PLR0911 - whatever YAML has, key by key
        match key:
            case "issued":
                return {d: self._issued(d, row, then) for d, row in value.items()}
            case "refused":
                return {
                    self._id("documents", d, then): {"instead": self._instead(row, then)} for d, row in value.items()
                }
            case "show":
                return [[self._id("items", item, then) for item in way] for way in value]
            case "actions" | "warnings":
                return [self._id(key, item, then) for item in value]
            case "procedure":
                return self._id("procedures", value, then)
            case "where" | "bring":
                return None if value is None else [self._own(item, then) for item in value]
            case "medium":
                return [self._id("media", item, then) for item in value]
            case "takes":
                return self._id("durations", value, then)
            case "last_day" | "complete_on":
                return self._last_day(value, then)
        return value

    def _issued(self, document: str, row: Block, then: Block) -> dict[str, Any]:
        self._id("documents", document, then)
        found: dict[str, Any] = {}
        for key, value in (row or {}).items():
            if key not in _ISSUED:
                self._wrong(row, key, f"issued has no key {key!r}; {hint(key, _ISSUED)}")
            elif key == "route":
                found[key] = self._id("routes", value, row)
            elif key == "when":
                found[key] = self._id("when", value, row)
            elif key == "delivery":
                found[key] = {"by": None, "to": None} | {k: self._id("delivery", v, row) for k, v in value.items()}
            elif key == "renewal" and value not in _RENEWALS:
                self._wrong(row, key, f"renewal: {value!r}; {hint(value, _RENEWALS)}")
            else:
                found[key] = value.isoformat() if isinstance(value, date) else value
        return found

    def _instead(self, row: Any, then: Block) -> str | None:  # noqa: ANN401 - whatever YAML has
        return self._id("procedures", row["instead"], then) if row else None

    def _last_day(self, value: Any, then: Block) -> Any:  # noqa: ANN401 - JSON: a day, or a fact and a shift
        if isinstance(value, date):
            return value.isoformat()
        fact, steps = next(iter(value.items())) if isinstance(value, Block) and value else ("", None)
        if fact not in self.vocabulary.facts or self.vocabulary.facts[fact].kind != "date":
            self._wrong(then, "last_day", f"{value!r} is no last day; write a day, or a date fact and steps")
            return "1900-01-01"
        shift = read_shift(steps, Place(then.file, then.line), self.report)
        return [fact, [list(step) for step in shift.steps]]

    def _id(self, kind: str, name: Any, block: Block) -> str:  # noqa: ANN401 - whatever YAML has
        if name not in self.vocabulary.ids[kind]:
            message = f"{name!r} is none of the {kind}; {hint(name, self.vocabulary.ids[kind])}"
            self.report.add(block.file, block.line, message)
        return str(name)

    def _own(self, name: str, block: Block) -> str:
        if name not in self.own_words:
            message = f"{name!r} has no words; add it to the `words` of this insurer, or use one of the common ids; "
            self.report.add(block.file, block.line, message + hint(name, sorted(self.own_words)))
        return name

    def _wrong(self, block: Block, key: str, message: str) -> None:
        self.report.add(block.file, block.at(key), message)


def read_rule(reader: RuleReader, parent: Block, name: str, layer: str, prefix: str) -> Rule | None:
    """The rule of this name in a mapping of rules, or None where it is no mapping itself."""
    raw = parent[name]
    if isinstance(raw, Block):
        return reader.read(name, raw, layer, prefix)
    reader.report.add(parent.file, parent.at(name), f"rule {name!r} needs a mapping with {', '.join(RULE_KEYS)}")
    return None
