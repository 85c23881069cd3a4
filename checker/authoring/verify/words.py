"""Words that nobody reads, and ids that nobody can read, since they have no words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import checker
from checker.authoring.declarations import own_words_needed
from checker.authoring.source import Block
from checker.authoring.then import RENEWALS
from checker.authoring.verify.mentions import ids_in
from checker.authoring.vocabulary import IDS
from checker.engine.compiling.outcomes import BASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.authoring.verify.flaws import Flaws
    from checker.authoring.verify.owners import Project

__all__ = ["tell"]

Names = set[str]

_CODE = ("pages", "browser", "build")
"""The parts of the package that read words, by their own names."""

_PAGES = ("errand", "gate")
"""Pages of questions that are no fact's."""


def tell(project: Project, flaws: Flaws) -> None:
    """Tell of ids and values without words, of words without an id or a reader, and of an insurer's own words."""
    text = project.library.files.text
    needed = dict(_needed(project))
    for kind in dict.fromkeys([*text, *needed]):
        words = text.get(kind) or Block(text.file, text.line)
        if kind not in needed:
            _unread(words, kind, flaws)
            continue
        must, may = needed[kind]
        for name in words:
            if name not in must | may and not _is_read(name):
                message = f"the words {name!r} of {kind} have no id in rules.yaml, and no page reads them"
                flaws.add(words.place(name), "words", message, "take them out, or correct their name")
        for name in sorted(must - words.keys()):
            message = f"{name!r} of {kind} has no words"
            flaws.add(text.place(kind), "words", message, "write them here")
    _values(project, flaws)
    _own(project, flaws)


def _needed(project: Project) -> Iterator[tuple[str, tuple[Names, Names]]]:
    """For kinds of words: the names that must have words, and those that may."""
    rules = project.library.files.rules
    books = [survey.book.rulebook for survey in project.surveys.values()]
    used: dict[str, Names] = {}
    for book in books:
        for kind, name in ids_in(book):
            used.setdefault(kind, set()).add(name)
    for kind in IDS:
        ids = set(rules["ids"].get(kind, ()))
        yield kind, (ids, used.get(kind, set()))
    own = {name for insurer in project.library.insurers.values() for name in insurer.words}
    for kind in ("places", "papers"):
        yield kind, (used.get(kind, set()) - own, used.get(kind, set()))
    facts = set(rules["facts"])
    asked = {*rules.get("choices", ()), *_PAGES}
    yield "document_notes", (set(rules["ids"]["documents"]), set())
    yield "facts", (facts, set())
    yield "errands", (set(rules.get("errands", ())), set())
    yield "questions", (set(rules.get("choices", ())), asked)
    yield "checks", (set(), facts | asked)
    yield "contradictions", (set(), {"general", *("+".join(row.facts) for book in books for row in book.impossible)})
    yield "bases", (set(BASES), set())
    yield "bases_short", (set(), set(BASES))
    yield "months", ({str(month) for month in range(1, 13)}, set())
    yield "terms_of_law", (set(), set(project.library.files.text.get("terms_of_law") or ()))
    yield "renewals", (set(RENEWALS), set())


def _unread(words: Block, kind: str, flaws: Flaws) -> None:
    """Tell of words that stand for themselves, and that no page and no script names."""
    for name in words:
        if not _is_read(name):
            message = f"nothing reads the words {name!r} of {kind}"
            flaws.add(words.place(name), "words", message, "take them out, or correct their name")


def _values(project: Project, flaws: Flaws) -> None:
    """Tell of values of facts that have no words, and of words for values that there are not."""
    text = project.library.files.text
    facts = next(iter(project.surveys.values())).book.rulebook.by_fact
    for name, words in (text.get("facts") or {}).items():
        fact = facts.get(name)
        said = words.get("values") if isinstance(words, Block) else None
        if fact is None or fact.kind not in ("choice", "list") or not isinstance(words, Block):
            continue
        rows = said if isinstance(said, Block) else Block(words.file, words.line)
        for value in fact.values:
            if value not in rows:
                flaws.add(words.place("values"), "words", f"{value!r} of {name} has no words", "write them here")
        for value in rows:
            if value not in fact.values:
                message = f"there are words for {value!r} of {name}, which it cannot be"
                flaws.add(rows.place(value), "words", message, "take them out, or correct the value")


def _own(project: Project, flaws: Flaws) -> None:
    for name, survey in project.surveys.items():
        block = project.library.files.insurers[name]
        used = {one for kind, one in ids_in(survey.book.rulebook) if kind in ("places", "papers")}
        used |= own_words_needed(block)
        words = block.get("words") or Block(block.file, block.line)
        for one in words:
            if one not in used:
                message = f"no rule of {name} names {one!r}"
                way_out = (
                    "take it out, or name it in `where` or `bring`, or declare the id or the fact in `ids` or `facts`"
                )
                flaws.add(words.place(one), "words", message, way_out)


def _is_read(name: str) -> bool:
    """Whether the code names these words: whole and in quotes, or made of a beginning or an end that it spells out."""
    named, starts, ends = _named_in_code()
    return name in named or name.startswith(starts) or name.endswith(ends)


@cache
def _named_in_code() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    package = Path(checker.__file__).parent
    scripts = [path for part in _CODE for path in (package / part).rglob("*") if path.suffix in (".py", ".js")]
    code = _text(scripts)
    named = re.findall(r"""['"`.]([A-Za-z0-9_]+)['"`]""", code)
    named += re.findall(r"\w+", _text((package.parent / "overrides").rglob("*.html")))
    starts = re.findall(r"([a-z][a-z0-9_]*_)\$?\{", code)
    ends = re.findall(r"\}(_[a-z0-9_]+)", code)
    return frozenset(named), tuple(sorted(set(starts))), tuple(sorted(set(ends)))


def _text(files: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))
