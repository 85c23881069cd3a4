"""The texts of a new insurer's files: commented, full of TODO marks, and readable by the loader as they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import yaml

from checker.authoring.drafts import DRAFT
from checker.authoring.starting.given import UNSTATED
from checker.authoring.starting.inherited import Inherited
from checker.authoring.starting.topics import CHANGED, TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.authoring.library import Library

__all__ = ["case_text", "insurer_text", "statements_text"]

Given = "Mapping[str, Sequence[str]]"

_ENOUGH = timedelta(days=90)
_HEAD = """\
# yaml-language-server: $schema=../schema/insurer.schema.json
# One insurer, as its document says it. docs/maintainers/adding-an-insurer.md leads from here to a reviewed insurer.
# `python -m checker verify --insurer {id}` lists what is still to be written. Take out the national rules when done.
# `python -m checker words 郵送` finds what facts, values, papers and ways are called here; without a word it tells all.
# Common signs, never `：` or `、`, with a space behind: `key: value`, `[one, two]`. A text with a colon, a comma or a
# bracket in it stands in quotes. What stands two spaces further in belongs to the line above.
"""
_PASSAGES = """
# The places of the document that a rule or a contact rests on. `locator`: the heading above the text, word for word
# (a list of headings where one stands twice; `part` says which part of a long section is meant). `says`: our own short
# words for it, never a copy. What is only to be read, and no rule rests on, has `for: page`. The `fingerprint` is
# printed by `python -m checker sources fingerprint --from FOLDER --insurer {id}`.
passages:
"""
_DIFFERS = """
# ---- What the document says of each topic. `change` takes a national rule (they are listed below) and says it as this
# document does: with `passages` alone, that it says the same. `rules` adds what no national rule says, `drop` takes one
# away. What the document does not say stays out, and the national rules answer. The forms: CONTRIBUTING.md, "Change a
# rule"; what other insurers needed: docs/maintainers/features.md. Examples, to be taken over or taken out:
"""
_STATEMENTS = """\
# What the document says, one row for each statement, and where in this project it stands. `count`: how many there are.
# A home is the insurer's own: rules, procedures, passages, warnings, words, contacts, or a row of the scope. `omitted`
# says why a statement has none; `settled` what was decided where the document contradicts itself, is out of date or
# must not be repeated. `locator` only where no passage gives one. `python -m checker statements {id}` checks it all.
# A gist with a comma, a colon or a bracket in it stands in quotes.
document: {id}
count: 1
statements:
  {id}-01: {home}
# TODO: a row for every other statement of the document, in its order
"""
_CASES = """\
# yaml-language-server: $schema=../../docs/schema/case.schema.json
# Cases of {name}, written from the document before the rules (tests/cases/README.md has the form; `python -m checker
# words` tells what facts and ids are called). `make INSURER={id} cases` checks the form, and tells where rules differ.
- id: {letters}01
  locator: "TODO: where the document says it"
  why: "TODO: what it says, in a few words; this one is what the national rules say, to begin with"
  facts: {{insurer: {id}, on_date: {day}, my_number_card: none}}
  expect: {{issued: [eligibility_certificate]}}
"""


def insurer_text(given: Mapping[str, Sequence[str]], library: Library, today: date) -> str:
    """The insurer's own file; `given` has no problems."""
    first = {name: answers[0] for name, answers in given.items() if answers}
    lines = [_HEAD.format(id=first["id"]).rstrip(), *_front(given, first, today)]
    lines += _PASSAGES.format(id=first["id"]).splitlines()
    lines += ["  contact:", '    locator: "TODO: the heading under which it says whom to ask"']
    lines += ['    says: "TODO: whom to ask, in our own words, in Japanese"', "", *_contact(given, first)]
    lines += [*_DIFFERS.splitlines(), *_commented(_example()), ""]
    inherited = Inherited(library)
    for start in TOPICS:
        lines += [f"# ---- {start.topic}: {start.about}"]
        lines += [f"# TODO {start.topic}: {question}" for question in start.questions]
        lines += [f"# The national rules of {start.topic}:", *_commented(inherited.lines(start.topic), "#   "), ""]
    return "\n".join(lines).rstrip() + "\n"


def statements_text(given: Mapping[str, Sequence[str]]) -> str:
    """The file that numbers what the document says; `given` has no problems."""
    contact = given["contact"][0] if given.get("contact") else "TODO"
    home = _flow({"gist": "whom to ask", "passages": ["contact"], "contacts": [contact]})
    return _STATEMENTS.format(id=given["id"][0], home=home)


def case_text(given: Mapping[str, Sequence[str]], today: date) -> str:
    """The file of written cases; `given` has no problems."""
    name = given["id"][0]
    letters = name.replace("-", "")[:2].upper().ljust(2, "X")
    return _CASES.format(id=name, name=given["name"][0], letters=letters, day=today.isoformat())


def _front(given: Mapping[str, Sequence[str]], first: Mapping[str, str], today: date) -> Iterator[str]:
    for key in ("id", "name", "short", "kana", "number"):
        if key in first:
            yield _row(key, first[key])
    if given.get("found-by"):
        yield _row("found_by", list(given["found-by"]))
    yield _row("scheme", None if first["scheme"] == UNSTATED else first["scheme"])
    yield f"status: {DRAFT}   # read, checked and shown by `make serve`, and not published until this says published"
    until = first.get("review-by") or _fiscal_year_end(today).isoformat()
    told = "" if "review-by" in first else "   # a proposal: the end of a fiscal year"
    yield f"review_by: {until}{told}"
    yield "source:"
    for key in ("title", "date", "year", "note"):
        if key in first:
            yield f"  {_row(key, first[key])}"
    told = "TODO the text's file in the folder of stored documents, without folder and ending"
    yield f"  {_row('document', first['document'])}" if "document" in first else f"  # document: NAME   # {told}"


def _contact(given: Mapping[str, Sequence[str]], first: Mapping[str, str]) -> Iterator[str]:
    yield "# Whom to ask, as the document says it. `lines`: address, fax, mail; `hours` where it states them."
    yield "contacts:"
    yield f"  - {_row('name', first.get('contact', 'TODO'))}"
    if given.get("phone"):
        yield f"    {_row('phone', dict(one.split('=', 1) for one in given['phone']))}"
    yield "    # TODO lines and hours, or take this line out"
    yield "    passages: [contact]"


def _example() -> Iterator[str]:
    yield "change:"
    yield from (f"  {line}" for line in CHANGED.splitlines())
    yield "rules:"
    for start in TOPICS:
        yield from (f"  {line}" for line in start.rule.splitlines())


def _commented(lines: Iterator[str], sign: str = "# ") -> list[str]:
    return [f"{sign}{line}" for line in lines]


def _row(key: str, value: object) -> str:
    """One key as a line of YAML, lists and mappings in brackets."""
    return f"{key}: {_flow(value)}"


def _flow(value: object) -> str:
    told = yaml.safe_dump([value], default_flow_style=True, sort_keys=False, allow_unicode=True, width=100_000)
    return str(told).strip()[1:-1]


def _fiscal_year_end(today: date) -> date:
    """The end of the fiscal year in which a document written now is read again, some months ahead at least."""
    return next(day for year in (0, 1) if (day := date(today.year + year, 3, 31)) - today >= _ENOUGH)
