"""The rules that are common to all, as they read with what one insurer declares of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.authoring.declarations import check_own_words, joined
from checker.authoring.overlay import national_rules
from checker.authoring.shapes import read_rows
from checker.authoring.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.authoring.rules import RuleReader
    from checker.authoring.source import Block
    from checker.authoring.vocabulary import Vocabulary
    from checker.engine.rules.rulebook import Rule, Scope

__all__ = ["extended"]


def extended(
    rules: Block, block: Block, national: RuleReader, own: RuleReader
) -> tuple[Vocabulary, dict[str, Rule | None]]:
    """What rules.yaml declares together with an insurer's file, and the national rules over that.

    ``national`` and ``own`` read the rules of either file. A rule on which a term bears that the insurer counts in its
    own way stays national, and names the insurer's passages too.
    """
    check_own_words(block, own.words, own.report)
    vocabulary, read = _read(joined(rules, block, national.report), national)
    vocabulary = replace(vocabulary, scope=tuple(_with_passages(vocabulary.scope, block, own)))
    if "change_terms" not in block:
        return vocabulary, read
    _, before = _read(joined(rules, block, national.report, terms=False), national)
    rows = read_rows(block, "change_terms", own.report, ("when", "passages"))
    passages = tuple(dict.fromkeys(passage for name, row in rows for passage in own.named(name, row)))
    counted = {
        name: replace(rule, passages=(*rule.passages, *passages))
        for name, rule in read.items()
        if rule and (one := before[name]) and one.when != rule.when
    }
    return vocabulary, read | counted


def _with_passages(scope: Iterable[Scope], block: Block, own: RuleReader) -> Iterator[Scope]:
    """The rows of the scope; those of the insurer's own name the places that say so."""
    rows = dict(read_rows(block, "scope", own.report))
    for row in scope:
        yield replace(row, passages=own.named(row.id, rows[row.id])) if row.id in rows else row
    for name in rows:
        if ":" in name:
            message = f"{name!r} would hold for one scheme alone, and this insurer has but one; take the colon out"
            own.report.wrong(block["scope"], name, message)


def _read(rules: Block, reader: RuleReader) -> tuple[Vocabulary, dict[str, Rule | None]]:
    vocabulary = read_vocabulary(rules, reader.report)
    return vocabulary, national_rules(rules, replace(reader, vocabulary=vocabulary))
