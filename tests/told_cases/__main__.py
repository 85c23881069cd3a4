"""`make cases INSURER=…`: an insurer's written cases, told as somebody reads them who writes YAML and no Python.

    python -m told_cases INSURER        (from the project's root, with tests/ on the path)

First what is wrong with the form of its file, all at once, with lines; then each case with which the rules disagree:
what it expects, and what the answer is. Exit status 1 if there is either.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rulebooks import DRAFTS, INSURERS, ROOT, book
from told_cases.forms import read_rows
from written_cases import EVERYBODY, FOLDER, cases, own_cases, wrong

from checker.authoring import AuthoringError, load_library
from checker.authoring.errors import Report, hint
from checker.authoring.source import read_yaml_list
from checker.commands.project import say_anything
from checker.engine import decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from case_checks import Json

_NOT_HERE = """\
where a case of everybody.yaml is among them: the rule is wrong, or the document says something else than most do; then
name {} under `unless` of that case, and never change what it expects"""


def main(names: Sequence[str]) -> int:
    """Tell of one insurer's cases."""
    known = (*INSURERS, *DRAFTS)
    say_anything()
    if len(names) != 1 or names[0] not in known:
        given = repr(names[0]) if names else "nobody"
        sys.stderr.write(f"INSURER={given} is no insurer; {hint(given, known)}\n")
        return 2
    try:
        lines = {row["id"]: row.line for row in read_rows(FOLDER / f"{names[0]}.yaml", load_library(ROOT, drafts=True))}
        found = list(_disagreeing(names[0], lines))
    except AuthoringError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    everywhere = any(f"/{EVERYBODY}.yaml:" in one for one in found)
    count, common = len(own_cases(names[0])), len(cases(names[0])) - len(own_cases(names[0]))
    told = f"{count} cases of its own and {common} of all insurers"
    _say(*found, f"{told}; the rules disagree with {len(found)}" if found else f"{told}; the rules agree with all")
    if everywhere:
        _say(_NOT_HERE.format(names[0]))
    return 1 if found else 0


def _disagreeing(insurer: str, lines: Mapping[str, int]) -> Iterator[str]:
    """Each case that fails, with the line where it stands."""
    common = {row["id"]: row.line for row in read_yaml_list(FOLDER / f"{EVERYBODY}.yaml", Report(ROOT))}
    for case in cases(insurer):
        told = list(wrong(case, decide(book(insurer), case["facts"])))
        if told:
            file = insurer if case["id"] in lines else EVERYBODY
            place = f"tests/cases/{file}.yaml:{(lines if file == insurer else common)[case['id']]}"
            yield "\n    ".join([f"{place}: {case['id']} ({case['locator']}): {case['why']}", _line(case), *told])


def _line(case: Mapping[str, Json]) -> str:
    return "of " + ", ".join(f"{fact}: {value}" for fact, value in case["facts"].items() if fact != "insurer")


def _say(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201 - a command says what it found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
