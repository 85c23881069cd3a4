"""What an insurer's file declares beside rules.yaml: facts, ids, documents, ways and questions of its own.

It is joined with rules.yaml, and read as that is, so that both have one form and the same checks. What all insurers
share keeps its meaning: a name that is there already is refused. Two things may grow: the values of a common fact
(``more``), and a term, which the insurer may count in its own way (``change_terms``, with the passage that says so).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.authoring.errors import Report, hint
from checker.authoring.shapes import found, read_list, read_mapping, read_rows, read_texts, refuse_unknown
from checker.authoring.source import Block, Items, Place
from checker.authoring.vocabulary import IDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

__all__ = ["FIXED", "OWN_KEYS", "check_own_words", "joined", "own_words_needed"]

_MAPPINGS = ("facts", "documents", "impossible", "questions", "scope")
OWN_KEYS = ("ids", "ways", "gate", "choices", "change_terms", *_MAPPINGS)
"""Keys of an insurer's file that declare something, and of rules.yaml with which they are joined."""

FIXED = ("routes",)
"""Kinds of ids that are the same for everybody, since programs of others rely on them."""

_ONCE = ("insurer", "day", "age")
"""Kinds of facts of which there is one each."""


class _Joined(Block):
    """A mapping of which some keys stand in another file."""

    def __init__(self, block: Block) -> None:
        """The same mapping; the keys that are put into it later stand elsewhere."""
        super().__init__(block.file, block.line)
        self.update(block)
        self.lines.update(block.lines)
        self._files: dict[str, Path] = {}

    def put(self, key: str, value: Any, own: Block) -> None:  # noqa: ANN401 - whatever YAML has
        """Put a value there as it stands in another file."""
        self[key] = value
        self.lines[key] = own.at(key)
        self._files[key] = own.file

    def place(self, key: str) -> Place:
        """Where a key stands, in whichever file."""
        return Place(self._files.get(key, self.file), self.at(key))


def joined(rules: Block, block: Block, report: Report, *, terms: bool = True) -> Block:
    """rules.yaml with what an insurer's file declares; ``terms``: also with those that it changes."""
    both = _Joined(rules)
    for key in _MAPPINGS:
        if key in block:
            both[key] = _rows(key, read_mapping(rules, key, report), read_mapping(block, key, report), report)
    if "ids" in block:
        both["ids"] = _ids(read_mapping(rules, "ids", report), read_mapping(block, "ids", report), report)
    if "ways" in block:
        both["ways"] = _ways(read_mapping(rules, "ways", report), read_mapping(block, "ways", report), report)
    if "choices" in block:
        both["choices"] = _choices(read_mapping(rules, "choices", report), block, report)
    if "gate" in block:
        both["gate"] = _longer(read_list(rules, "gate", report), read_list(block, "gate", report))
    if terms and "change_terms" in block:
        both["terms"] = _terms(read_mapping(rules, "terms", report), block, report)
    return both


def check_own_words(block: Block, words: Collection[str], report: Report) -> None:
    """What a file declares has words there, unless nobody ever sees it: ``FACT``, ``FACT.VALUE``, ``FACT.question``."""
    for rows, key, name in _needing_words(block, report):
        if name not in words:
            message = f"{name!r} is declared and has no words; add it to the `words` of this file"
            report.wrong(rows, key, f"{message}, as `{name}: …`")


def own_words_needed(block: Block) -> set[str]:
    """The ids of words that a file without mistakes needs or may have for what it declares."""
    facts = {f"{fact}.{key}" for fact in block.get("facts", ()) for key in ("question", "hint")}
    return {name for _, _, name in _needing_words(block, Report(block.file))} | facts


def _needing_words(block: Block, report: Report) -> Iterator[tuple[Block, str, str]]:
    """Each id of words that what is declared needs, and the mapping and key that declare it."""
    ids = read_mapping(block, "ids", report)
    for kind in ids:
        yield from ((ids, kind, name) for name in read_texts(ids, kind, report))
    facts = read_mapping(block, "facts", report)
    for name, row in read_rows(block, "facts", report):
        yield from ((facts, name, text) for text in _texts_of(name, row))
    scope = read_mapping(block, "scope", report)
    yield from ((scope, name, name) for name in scope)
    asked = read_mapping(block, "questions", report)
    yield from ((asked, name, f"{name}.question") for name in asked if name in facts)


def _texts_of(name: str, row: Block) -> list[str]:
    """The words that a fact needs: its name, unless all insurers have it, and those of its values.

    Nobody chooses a value of a sensitive one.
    """
    if row.get("sensitive") is True:
        return [name]
    values = ["true", "false"] if row.get("of") == "flag" else row.get("more", row.get("of", []))
    told = [f"{name}.{value}" for value in values] if isinstance(values, list) else []
    return told if "more" in row else [name, *told]


def _rows(key: str, common: Block, own: Block, report: Report) -> Block:
    both = _Joined(common)
    for name, row in own.items():
        more = key == "facts" and isinstance(row, Block) and "more" in row
        if more and name in common:
            both.put(name, _grown(name, common[name], row, report), own)
        elif more:
            message = f"`more` adds values to a fact that all insurers have, and {name!r} is none; {hint(name, common)}"
            report.wrong(own, name, message)
        elif name in common:
            grow = "write `more: […]` to add values to it, or " if key == "facts" else ""
            report.wrong(own, name, f"`{key}`: {name!r} is declared for all insurers already; {grow}use another name")
        else:
            if key == "facts" and isinstance(row, Block) and row.get("kind") in _ONCE:
                message = f"fact {name!r} has kind {row['kind']!r}, of which all insurers have one together"
                report.wrong(row, "kind", f"{message}; a fact of your own is a choice, a list or a date")
            both.put(name, row, own)
    return both


def _grown(name: str, common: Block, row: Block, report: Report) -> Block:
    """A common fact with values of an insurer's own."""
    refuse_unknown(row, ("more",), f"fact {name!r}, which all insurers have,", report)
    if not isinstance(common.get("of"), Items):
        report.wrong(row, "more", f"fact {name!r} has no list of values that could grow; declare a fact of your own")
        return common
    for value in read_list(row, "more", report):
        if value in common["of"]:
            report.wrong(row, "more", f"{found(value)} is a value of {name!r} already; take it out")
    grown = _Joined(common)
    grown["of"] = _longer(common["of"], read_list(row, "more", report))
    return grown


def _choices(common: Block, block: Block, report: Report) -> Block:
    """The pages whose answers set facts, with answers of an insurer's own."""
    both = _Joined(common)
    rows = read_mapping(block, "choices", report)
    for name, row in read_rows(block, "choices", report):
        if name in common:
            both[name] = _rows("choices", common[name], row, report)
        else:
            message = f"`choices` adds answers to a page that all insurers have, and {name!r} is none"
            report.wrong(rows, name, f"{message}; {hint(name, common)}")
    return both


def _ids(common: Block, own: Block, report: Report) -> Block:
    both = _Joined(common)
    allowed = [kind for kind in IDS if kind not in FIXED]
    refuse_unknown(own, allowed, "`ids` of an insurer", report)
    for kind in own:
        if kind in allowed:
            names = read_list(own, kind, report, "texts")
            for name in names:
                if name in common.get(kind, ()):
                    report.wrong(own, kind, f"{name!r} is one of the {kind} of all insurers already; take it out")
            both.put(kind, _longer(common.get(kind, Items()), names), own)
    return both


def _ways(common: Block, own: Block, report: Report) -> Block:
    refuse_unknown(own, ("covers",), "`ways` of an insurer", report)
    both = _Joined(common)
    both["covers"] = _rows("ways", read_mapping(common, "covers", report), read_mapping(own, "covers", report), report)
    return both


def _terms(common: Block, block: Block, report: Report) -> Block:
    """The national terms, each that the insurer counts in its own way in its old place."""
    both = _Joined(common)
    rows = read_mapping(block, "change_terms", report)
    for name, row in read_rows(block, "change_terms", report, ("when", "passages"), ()):
        if name in common:
            both.put(name, row["when"], rows)
        else:
            report.wrong(
                rows, name, f"changes the term {name!r}, which no national term is called; {hint(name, common)}"
            )
    return both


def _longer(first: Items, second: Items) -> Items:
    return Items([*first, *second], [*first.places, *second.places])
