"""Ids, facts and counts in words: Japanese where the files have some, with the id beside it that stands in the YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.authoring.words import Words

__all__ = ["Wording", "one_line"]


class Wording:
    """The words of both versions of one insurer, the newer first, its own words before those for all."""

    def __init__(self, own: Iterable[Mapping[str, str]], common: Iterable[Words]) -> None:
        """``own``: words by id, as they stand in an insurer's file."""
        self.own = tuple(own)
        self.common = tuple(common)

    def name(self, kind: str, name: str) -> str:
        """An id with its word before it, or alone where it has none."""
        own = (words[name] for words in self.own if name in words)
        return _named(next(own, None) or self._common(f"{kind}.{name}"), name)

    def topic(self, topic: str) -> str:
        """What a topic is about, such as `procedures:ID`, which is one procedure."""
        kind, _, name = topic.partition(":")
        if not name:
            return kind.replace("_", " ")
        one, words = _ONE_OF[kind]
        return f"{one} {self.name(words, name)}"

    def fact(self, name: str) -> str:
        """What a fact is called."""
        return _named(self._common(f"facts.{name}.name"), name)

    def value(self, fact: str, value: Any) -> str:  # noqa: ANN401 - whatever a line of facts may hold
        """A value of a fact; of a list all that it contains."""
        values: Sequence[Any] = value if isinstance(value, list) else [value]
        texts = [str(one).lower() if isinstance(one, bool) else str(one) for one in values]
        return ", ".join(_named(self._common(f"facts.{fact}.values.{text}"), text) for text in texts) or "none of them"

    def _common(self, path: str) -> str:
        for words in self.common:
            try:
                return words[path]
            except KeyError:
                continue
        return ""


_ONE_OF = {
    "procedures": ("procedure", "procedures"),
    "warnings": ("warning", "warnings"),
    "held": ("a document in hand,", "documents"),
}
"""How one of a kind is called, and where its words stand."""


def _named(word: str, name: str) -> str:
    return f"{one_line(word)} ({one_line(name)})" if word else one_line(name)


def one_line(text: str) -> str:
    """Words on one line, as text that a terminal cannot mistake, without the full stop of a sentence."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(shown.split()).removesuffix("。")
