"""The library: everything that the project's YAML files say, checked, as one immutable value."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.authoring.declarations import OWN_KEYS
from checker.authoring.drafts import DRAFT, check_finished, is_draft
from checker.authoring.errors import Report
from checker.authoring.extending import extended
from checker.authoring.file_names import named_files
from checker.authoring.head import OTHER, check_head
from checker.authoring.insurer import Insurer, body_of
from checker.authoring.insurers_files import InsurersFiles
from checker.authoring.kept import packed
from checker.authoring.languages import FIRST, Aloud, read_languages, read_translations
from checker.authoring.likeness import sharing
from checker.authoring.overlay import effective_rules, national_rules
from checker.authoring.particulars import read_contacts, read_words
from checker.authoring.passages import PassageReader
from checker.authoring.record.entries import easy_texts, entry_blocks, read_entries
from checker.authoring.rules import RuleReader
from checker.authoring.shapes import read_day, read_flag, read_mapping, read_text, read_texts
from checker.authoring.source import Block, read_yaml
from checker.authoring.told_insurers import ToldInsurers
from checker.authoring.vocabulary import Vocabulary, read_vocabulary
from checker.authoring.words import check_words
from checker.engine.rules.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from checker.authoring.insurer import Passage
    from checker.authoring.record.entries import Entry
    from checker.authoring.words import Words
    from checker.engine.rules.rulebook import Rule

__all__ = ["Files", "Library", "load_library"]


@dataclass(frozen=True, slots=True)
class Files:
    """The files: each mapping in them knows its file and the lines of its keys.

    ``insurers``: by id, each read anew when somebody asks for it; ``docs/national.yaml`` is the file of the insurer
    that stands for all others. ``changes``: the records of changes, by id, of those that have one.
    """

    rules: Block
    text: Block
    insurers: Mapping[str, Block]
    changes: dict[str, Block]


@dataclass(frozen=True, slots=True)
class Library:
    """The insurers by id, in the order of their names, the one that stands for all others last; and the words.

    ``words``: those of the language in which the library speaks, Japanese as it is read. ``languages``: those of all,
    by their names; ``files``: where each thing stands. ``changes``: what changed, newest first, by the ids of the
    insurers that have a record.
    """

    insurers: Mapping[str, Insurer] = field(hash=False)
    words: Words = field(hash=False)
    languages: dict[str, Words] = field(hash=False)
    changes: dict[str, tuple[Entry, ...]] = field(hash=False)
    files: Files = field(hash=False, compare=False, repr=False)
    _told: dict[str, ToldInsurers] = field(init=False, default_factory=dict, hash=False, compare=False, repr=False)
    """The insurers in other languages, told once for whoever asks this library."""

    def told_in(self, language: str) -> Library:
        """The same library, made to speak one of its languages. Raises KeyError for others."""
        if language == self.words.language:
            return self
        first = self.insurers.first if isinstance(self.insurers, ToldInsurers) else self.insurers
        if language != FIRST and language not in self._told:
            self._told[language] = ToldInsurers(first, first[OTHER], language)
        return replace(self, insurers=self._told.get(language, first), words=self.languages[language])


@dataclass(frozen=True, slots=True)
class _Common:
    """What every insurer's file is held against; ``words`` are the ids of places and papers that have words."""

    file: Block
    vocabulary: Vocabulary
    words: frozenset[str]
    passages: dict[str, Passage]
    rules: dict[str, Rule | None]
    draft: bool


def load_library(
    root: Path, *, draft: bool = False, drafts: bool = False, mend: Callable[[Block], None] | None = None
) -> Library:
    """Read rules.yaml and, below ``docs/``, national.yaml, insurers/*.yaml, changes/*.yaml and text/*.yaml.

    ``draft``: passages may still lack the fingerprint of their text, as in a file of ``status: draft``. ``drafts``:
    insurers with such a file are among those of the library, which otherwise are checked and left out. ``mend``: puts a
    file of an older form into today's before it is looked at.
    Raises AuthoringError, which lists every problem of every file with its line.
    """
    report = Report(root)

    def read(path: Path) -> Block:
        block = read_yaml(path, report)
        if mend:
            mend(block)
        return block

    rules = read(root / "rules.yaml")
    texts = root / "docs" / "text"
    text = read(texts / f"{FIRST}.yaml")
    national = read(root / "docs" / "national.yaml")
    report.stop_if_unread()
    common = _common(rules, national, text, draft=draft, report=report)
    files = list(named_files(root / "docs" / "insurers", report, OTHER))
    aloud = Aloud(texts, report)
    insurers = [_insurer(read(path), common, aloud, report) for path in files]
    insurers.sort(key=lambda insurer: (insurer.example, insurer.kana))
    insurers.append(_insurer(national, common, aloud, report))
    check_words(text, common.vocabulary, report)
    languages = read_languages(texts, text, aloud.common(), report)
    recorded = entry_blocks(root, [*(path.stem for path in files), OTHER], report)
    changes = read_entries(recorded, aloud.of(easy_texts(recorded)), report)
    aloud.close()
    report.close()
    shown = {one.id: one for one in insurers if drafts or one.status != DRAFT or one.id == OTHER}
    paths = {**{path.stem: path for path in files}, OTHER: national.file}
    return Library(
        insurers=shown,
        words=languages[FIRST],
        languages=languages,
        changes={name: entries for name, entries in changes.items() if name in shown},
        files=Files(rules, text, InsurersFiles({name: paths[name] for name in shown}, read), recorded),
    )


def _common(rules: Block, national: Block, text: Block, *, draft: bool, report: Report) -> _Common:
    vocabulary = read_vocabulary(rules, report)
    words = frozenset(name for kind in ("places", "papers") for name in read_mapping(text, kind, report))
    held = PassageReader("national", report, stored=False)
    passages = held.passages(national, held.source(national))
    reader = RuleReader(vocabulary, words, passages, "national", "national", report)
    return _Common(rules, vocabulary, words, passages, national_rules(rules, reader), draft)


def _insurer(block: Block, common: _Common, aloud: Aloud, report: Report) -> Insurer:
    vocabulary, national = common.vocabulary, common.rules
    name = str(block.get("id", ""))
    check_head(block, report)
    check_finished(block, report)
    held = PassageReader(name, report, stored=name != OTHER, draft=common.draft or is_draft(block))
    source = held.source(block)
    own_passages = {} if name == OTHER else held.passages(block, source)
    passages = {**own_passages, **common.passages}
    words = read_words(block, report)
    own = {
        id_.partition("/")[2]: passage
        for id_, passage in passages.items()
        if id_.startswith("national/" if name == OTHER else f"{name}/")
    }
    contacts = read_contacts(block, "national" if name == OTHER else name, passages, report)
    texts = {*source.texts(), *(text for contact in contacts for text in contact.texts())}
    for passage in own.values():
        texts |= {passage.label, *passage.source.texts()}
    known = texts if isinstance(block.get("source"), Block) else None
    told: dict[str, Collection[str] | None] = {"words": words, "passages": own, "texts": known}
    scheme = block.get("scheme") or ""
    reader = RuleReader(vocabulary, common.words | set(words), passages, "insurer", name, report)
    if not block.keys().isdisjoint(OWN_KEYS):
        of_all = RuleReader(vocabulary, common.words, common.passages, "national", "national", report)
        vocabulary, national = extended(common.file, block, of_all, reader)
        reader = replace(reader, vocabulary=vocabulary)
    with _terms(block, vocabulary, report):
        rules = effective_rules(national, block, reader)
    return Insurer(
        id=name,
        name=read_text(block, "name", report),
        body=body_of(read_text(block, "name", report)),
        called=read_text(block, "name", report),
        short=read_text(block, "short", report),
        kana=read_text(block, "kana", report),
        number=read_text(block, "number", report),
        found_by=read_texts(block, "found_by", report),
        status=str(block.get("status", "published")),
        example=read_flag(block, "example", report),
        review_by=read_day(block, "review_by", report),
        source=source,
        contacts=contacts,
        passages=packed(own_passages, common.passages),
        words=words,
        translations=read_translations(block, told, aloud.of_insurer(block), report),
        rulebook=sharing(
            Rulebook(
                insurer=name,
                scheme=scheme,
                facts=tuple(vocabulary.facts.values()),
                rules=tuple(rules),
                held=vocabulary.held,
                covers=vocabulary.covers,
                fallback=vocabulary.fallback,
                questions=vocabulary.questions,
                impossible=vocabulary.impossible,
                scope=tuple(row for row in vocabulary.scope if _in_force(row.id, scheme)),
            )
        ),
    )


@contextmanager
def _terms(block: Block, vocabulary: Vocabulary, report: Report) -> Iterator[None]:
    """The insurer's own terms beside the national ones, which they cannot replace, while its rules are read."""
    reader = vocabulary.reader
    national = dict(reader.terms)
    terms = read_mapping(block, "terms", report)
    for name, raw in terms.items():
        if name in national:
            report.wrong(terms, name, f"a national term is called {name!r} already; use another name")
        reader.terms[name] = reader.read(raw, terms.place(name))
    yield
    reader.terms = national


def _in_force(scope: str, scheme: str) -> bool:
    """Rows named ``SCHEME:…`` hold for an insurer of that scheme only; the others hold for all."""
    wanted, colon, _ = scope.partition(":")
    return not colon or wanted == scheme
