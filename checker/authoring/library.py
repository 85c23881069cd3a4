"""The library: everything that the project's YAML files say, checked, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from checker.authoring.conditions import Place
from checker.authoring.errors import Report, hint
from checker.authoring.insurer import Insurer, read_contacts, read_passages, read_source
from checker.authoring.overlay import effective_rules
from checker.authoring.rules import RuleReader
from checker.authoring.source import Block, read_yaml
from checker.authoring.vocabulary import Vocabulary, read_vocabulary
from checker.authoring.words import Words, check_words
from checker.engine.rulebook import Rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.insurer import Passage

__all__ = ["Library", "load_library"]

_KEYS = (
    "id", "name", "short", "kana", "scheme", "status", "example", "review_by", "source", "passages", "change", "drop",
    "rules", "terms", "contacts", "words",
)  # fmt: skip
_SCHEMES = ("nhi", "employees", "late_elderly", None)
_STATUSES = ("published", "withdrawn")


@dataclass(frozen=True, slots=True)
class Library:
    """The insurers by id, in the order of their names, the one that stands for all others last; and the words."""

    insurers: dict[str, Insurer] = field(hash=False)
    words: Words = field(hash=False)


def load_library(root: Path) -> Library:
    """Read rules.yaml, docs/national.yaml, docs/insurers/*.yaml and docs/text/ja.yaml below ``root``.

    Raises AuthoringError, which lists every problem of every file with its line.
    """
    report = Report(root)
    common = read_yaml(root / "rules.yaml", report)
    vocabulary = read_vocabulary(common, report)
    text = read_yaml(root / "docs" / "text" / "ja.yaml", report)
    national = read_yaml(root / "docs" / "national.yaml", report)
    passages = read_passages(national, "national", read_source(national, report), report)
    files = sorted((root / "docs" / "insurers").glob("*.yaml"))
    blocks = [read_yaml(path, report) for path in files]
    blocks.sort(key=lambda block: (bool(block.get("example")), str(block.get("kana", ""))))
    insurers = [_insurer(block, common, vocabulary, text, passages, report) for block in (*blocks, national)]
    check_words(text, vocabulary, report)
    report.close()
    return Library({insurer.id: insurer for insurer in insurers}, Words("ja", text))


def _insurer(  # noqa: PLR0913, PLR0917 - all that one file is held against
    block: Block, common: Block, vocabulary: Vocabulary, text: Block, national: dict[str, Passage], report: Report
) -> Insurer:
    name = str(block.get("id", ""))
    _check_keys(block, report)
    source = read_source(block, report)
    own = {} if name == "other" else read_passages(block, name, source, report)
    words = {key: str(value) for key, value in (block.get("words") or {}).items()}
    common_words = {key for kind in ("places", "papers") for key in (text.get(kind) or {})}
    outer_terms = dict(vocabulary.reader.terms)
    for term, raw in (block.get("terms") or {}).items():
        vocabulary.reader.terms[term] = vocabulary.reader.read(raw, Place(block.file, block["terms"].at(term)))
    rules = effective_rules(common, block, RuleReader(vocabulary, common_words | set(words), report), name)
    vocabulary.reader.terms = outer_terms
    passages = {**own, **national}
    for rule in rules:
        for passage in rule.passages:
            if passage not in passages:
                lines = block.get("rules") or block.get("change") or block
                message = (
                    f"rule {rule.id!r} names the passage {passage!r}, which is not there; {hint(passage, passages)}"
                )
                report.add(block.file, lines.at(rule.id), message)
    rulebook = Rulebook(
        insurer=name,
        scheme=block.get("scheme") or "",
        facts=tuple(vocabulary.facts.values()),
        rules=tuple(rules),
        held=vocabulary.held,
        covers=vocabulary.covers,
        fallback=vocabulary.fallback,
        questions=vocabulary.questions,
        impossible=vocabulary.impossible,
        scope=tuple(row for row in vocabulary.scope if _in_force(row.id, block.get("scheme"))),
    )
    review_by = block.get("review_by")
    return Insurer(
        id=name,
        name=str(block.get("name", "")),
        short=str(block.get("short", "")),
        kana=str(block.get("kana", "")),
        status=str(block.get("status", "published")),
        example=bool(block.get("example", False)),
        review_by=review_by if isinstance(review_by, date) else None,
        source=source,
        contacts=read_contacts(block),
        passages=passages,
        words=words,
        rulebook=rulebook,
    )


def _in_force(scope: str, scheme: str | None) -> bool:
    """Rows named ``SCHEME:…`` hold for an insurer of that scheme only; the others hold for all."""
    wanted, colon, _ = scope.partition(":")
    return not colon or wanted == scheme


def _check_keys(block: Block, report: Report) -> None:
    for key in block:
        if key not in _KEYS:
            report.add(block.file, block.at(key), f"no key is called {key!r} here; {hint(key, _KEYS)}")
    stem = "other" if block.file.parent.name == "docs" else block.file.stem
    if block.get("id") != stem:
        report.add(
            block.file, block.at("id"), f"the id is {block.get('id')!r}, the file says {stem!r}; they must agree"
        )
    for key, allowed in (("scheme", _SCHEMES), ("status", _STATUSES)):
        if key in block and block[key] not in allowed:
            report.add(block.file, block.at(key), f"{key}: {block[key]!r}; {hint(block[key], list(map(str, allowed)))}")
    for key in ("name", "short", "kana"):
        if not block.get(key):
            report.add(block.file, block.line, f"`{key}` is missing; residents look for the insurer by it")
