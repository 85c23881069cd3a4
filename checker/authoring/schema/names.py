"""The names that a file may use, with what each means; where a file may add to them, any name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.authoring.languages import FIRST
from checker.authoring.vocabulary import IDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.authoring.library import Library

__all__ = ["DAY", "NAME", "TEXT", "Json", "Names", "list_of", "ref"]

Json = dict[str, Any]

NAME: Json = {"type": "string", "pattern": r"^[^\s/]+$"}
TEXT: Json = {"type": "string", "minLength": 1}
DAY: Json = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "A day, without quotes: 2024-12-02."}

_WORDS = "en"


def ref(name: str) -> Json:
    """Whatever stands under this name in `definitions`."""
    return {"$ref": f"#/definitions/{name}"}


def list_of(item: Json, least: int = 0) -> Json:
    """A list of such items."""
    return {"type": "array", "items": item, **({"minItems": least} if least else {})}


class Names:
    """The names of a library that all insurers share.

    ``grows``: whether the file may add names of its own, so that any name may be right; ``terms``: the same of terms.
    """

    def __init__(self, library: Library, *, grows: bool, terms: bool) -> None:
        self.rules = library.files.rules
        self.facts = library.files.rules["facts"]
        self._words = library.languages.get(_WORDS, library.languages[FIRST]).tree
        self._passages = library.insurers["other"].passages
        self.grows, self._terms = grows, terms

    def definitions(self) -> Json:
        """The lists of names, each once."""
        found = {kind: self._chosen(self._ids(kind), kind) for kind in IDS}
        found |= {kind: self._chosen(self._words.get(kind, ()), kind) for kind in ("places", "papers")}
        found["routes"] = _choice((name, self._word("routes", name)) for name in self._ids("routes"))
        found["terms"] = self._open({"enum": list(self.rules["terms"])}, self._terms or self.grows)
        found["passage"] = {"anyOf": [_choice((id_, one.says) for id_, one in self._passages.items()), NAME]}
        found["words"] = {"anyOf": [ref("places"), ref("papers"), NAME]}
        for fact, row in self.facts.items():
            if row["kind"] in ("choice", "list"):
                found[f"values of {fact}"] = self._values(fact, row["of"])
        return found

    def fact_told(self, fact: str) -> str:
        """What a fact means: its name, and the question that visitors are asked."""
        words = self._words.get("facts", {}).get(fact, {})
        told = [str(words[key]) for key in ("name", "question") if key in words]
        return ": ".join(told) or fact

    def of_kind(self, *kinds: str) -> list[str]:
        """The facts of these kinds."""
        return [fact for fact, row in self.facts.items() if row["kind"] in kinds]

    def _values(self, fact: str, values: list[str] | str) -> Json:
        if values == "flag":
            return {"enum": [True, False]}
        words = self._words.get("facts", {}).get(fact, {}).get("values", {})
        chosen = _choice((value, str(words.get(value, ""))) for value in values)
        return self._open(chosen, self.grows)

    def _ids(self, kind: str) -> list[str]:
        return list(self.rules["ids"].get(kind, ()))

    def _chosen(self, names: Iterable[str], kind: str) -> Json:
        return self._open(_choice((name, self._word(kind, name)) for name in names), self.grows)

    def _word(self, kind: str, name: str) -> str:
        return str(self._words.get(kind, {}).get(name, ""))

    def _open(self, chosen: Json, grows: bool) -> Json:  # noqa: FBT001 - one of two forms
        return {"anyOf": [chosen, NAME]} if grows else chosen


def _choice(rows: Iterable[tuple[str, str]]) -> Json:
    """One of these names, with what each means."""
    found = [{"const": name, **({"description": told} if told else {})} for name, told in rows]
    return {"oneOf": found} if found else NAME
