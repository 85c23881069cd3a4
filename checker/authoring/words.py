"""Words for people, by kind and id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.authoring.shapes import read_mapping, read_text
from checker.authoring.source import Block

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.authoring.errors import Report
    from checker.authoring.vocabulary import Vocabulary

__all__ = ["Words", "check_words"]

_KINDS = ("documents", "routes", "items", "actions", "procedures", "warnings", "when")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; ``tree`` is the file as it is."""

    language: str
    tree: Mapping[str, Any]

    def __getitem__(self, path: str) -> str:
        """The text at a path such as ``documents.eligibility_certificate``. Raises KeyError with the path."""
        node: Any = self.tree
        for part in path.split("."):
            if not isinstance(node, dict) or part not in node:
                message = f"no words at {path} in {self.language}.yaml"
                raise KeyError(message)
            node = node[part]
        return str(node)

    def name(self, kind: str, name: str) -> str:
        """The word of one id."""
        return self[f"{kind}.{name}"]


def check_words(block: Block, vocabulary: Vocabulary, report: Report) -> None:
    """Every common id has its words, or the file is refused."""
    for kind in block:
        _check_texts(read_mapping(block, kind, report), report)
    for kind in _KINDS:
        words = read_mapping(block, kind, report)
        for name in vocabulary.ids[kind]:
            if not words.get(name) or isinstance(words[name], Block):
                report.wrong(block, kind, f"no words for {kind} {name!r}; add them")


def _check_texts(block: Block, report: Report) -> None:
    """All that stands in the file are texts, in mappings of any depth."""
    for key, value in block.items():
        if isinstance(value, Block):
            _check_texts(value, report)
        else:
            read_text(block, key, report)
