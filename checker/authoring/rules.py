"""Rules as they are written in YAML, turned into the engine's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.authoring.errors import hint
from checker.authoring.shapes import found, read_day, read_flag, read_mapping, read_texts, refuse_unknown
from checker.authoring.source import Block
from checker.authoring.then import ThenReader
from checker.engine.rules.conditions import All
from checker.engine.rules.rulebook import TOPICS, Rule

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.authoring.errors import Report
    from checker.authoring.vocabulary import Vocabulary

__all__ = ["RULE_KEYS", "RuleReader"]

RULE_KEYS = ("topic", "when", "then", "exception_to", "valid", "silent", "passages")


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads the rules of one file.

    ``words``: the ids of places and papers that may be named here; ``passages``: those that may. ``layer``: who speaks,
    ``insurer`` or ``national``. ``prefix`` stands before passages that are named without one: ``kiyose/lost-card``.
    """

    vocabulary: Vocabulary
    words: Collection[str]
    passages: Collection[str]
    layer: str
    prefix: str
    report: Report

    def read(self, parent: Block, name: str) -> Rule | None:
        """The rule of this name in a mapping of rules, or None where it is no mapping itself."""
        raw = parent[name]
        if not isinstance(raw, Block):
            message = f"rule {name!r} is {found(raw)}; it needs a mapping with {', '.join(RULE_KEYS)}"
            self.report.wrong(parent, name, message)
            return None
        topic = self._topic(name, raw)
        rule = Rule(id=name, topic=topic, layer=self.layer, when=All(), then=self._then(name, topic, raw))
        return self._with(rule, raw)

    def change(self, raw: Block, rule: Rule) -> Rule:
        """A national rule as an insurer's own: what ``raw`` does not mention stays as it is."""
        topic = self._topic(rule.id, raw) if "topic" in raw else rule.topic
        then = self._then(rule.id, topic, raw) if "then" in raw or topic != rule.topic else rule.then
        return self._with(replace(rule, topic=topic, then=then, layer=self.layer), raw)

    def named(self, name: str, raw: Block) -> tuple[str, ...]:
        """The passages that a rule names, or a row that drops one; each must be there. Silence needs none."""
        passages = tuple(
            text if "/" in text else f"{self.prefix}/{text}" for text in read_texts(raw, "passages", self.report)
        )
        if raw.get("passages", []) == [] and raw.get("silent") is not True:
            self.report.wrong(raw, "passages", f"rule {name!r} names no passage; name the place that says so")
        for passage in passages:
            if passage not in self.passages:
                message = f"rule {name!r} names the passage {passage!r}, which is not there"
                self.report.wrong(raw, "passages", f"{message}; {hint(passage, self.passages)}")
        return passages

    def _with(self, rule: Rule, raw: Block) -> Rule:
        """The rule with what ``raw`` says beside the topic and `then`."""
        refuse_unknown(raw, RULE_KEYS, f"rule {rule.id!r}", self.report)
        more: dict[str, Any] = {"passages": self.named(rule.id, raw)}
        if read_flag(raw, "silent", self.report):
            more["layer"] = "silent"
        if "when" in raw:
            more["when"] = self.vocabulary.reader.read(raw["when"], raw.place("when"))
        if "exception_to" in raw:
            more["exception_to"], more["every"] = self._exceptions(rule.id, raw)
        if "valid" in raw:
            days = read_mapping(raw, "valid", self.report)
            refuse_unknown(days, ("from", "until"), "valid", self.report)
            for key in ("from", "until"):
                more[f"valid_{key}"] = read_day(days, key, self.report, f"valid.{key}")
        return replace(rule, **more)

    def _topic(self, name: str, raw: Block) -> str:
        topic = raw.get("topic")
        if topic not in TOPICS:
            self.report.wrong(raw, "topic", f"rule {name!r} has topic {topic!r}; {hint(topic, TOPICS)}")
        return str(topic)

    def _then(self, name: str, topic: str, raw: Block) -> dict[str, Any]:
        return ThenReader(self.vocabulary, self.words, self.report).read(name, topic, raw)

    def _exceptions(self, name: str, raw: Block) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The rules that a rule overrides, and the topics of which it overrides every rule."""
        names: list[str] = []
        topics: list[object] = []
        given = raw["exception_to"]
        for item in given if isinstance(given, list) else [given]:
            if isinstance(item, Block) and list(item) == ["every"]:
                every = item["every"]
                topics += every if isinstance(every, list) else [every]
            elif isinstance(item, str) and item:
                names.append(item)
            else:
                message = f"rule {name!r} overrides {found(item)}; write the name of a rule, or `{{every: TOPIC}}`"
                self.report.wrong(raw, "exception_to", message)
        for topic in topics:
            if topic not in TOPICS:
                message = f"rule {name!r}: no topic is called {topic!r}; {hint(topic, TOPICS)}"
                self.report.wrong(raw, "exception_to", message)
        return tuple(names), tuple(map(str, topics))
