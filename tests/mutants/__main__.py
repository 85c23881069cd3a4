"""`make mutants`: put every small mistake into every rule, and see whether a written case catches it.

    python -m mutants [INSURER …]        (from the project's root, with tests/ on the path)

Prints each mutant that no case caught, with its rule and somebody whom it answers otherwise, and the score of each
insurer; of those in `explained.yaml` the reason instead, and which of its rows have gone. A mutant that answers
everybody as the rulebook does is no mistake; those are counted apart. Exit status 1 if a score is below the aim.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from mutants.explained import explained, gone
from mutants.hunt import hunt
from rulebooks import INSURERS, library
from written_cases import cases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutants.hunt import Hunt, Survivor

AIM = 95.0
"""The share of mutants that cases must catch, in per cent."""


def main(names: Sequence[str]) -> int:
    """Hunt at the insurers named, or at all."""
    strange = [name for name in names if name not in INSURERS]
    if strange:
        sys.stderr.write(f"no insurer is called {', '.join(strange)}; allowed: {', '.join(INSURERS)}\n")
        return 2
    short = []
    for name in names or INSURERS:
        found = hunt(library().insurers[name].rulebook, cases(name))
        _say(*(_survivor(name, one) for one in found.survivors))
        past = gone(name, [one.mutant for one in found.survivors])
        _say(*(f"  {name}: explained, and caught or gone: {row}; take it out" for row in past), _told(name, found))
        if found.score < AIM:
            short.append(name)
    if short:
        _say(f"below {AIM:g} %: {', '.join(short)}; write cases from the source that tell the survivors apart")
    return 1 if short else 0


def _survivor(name: str, one: Survivor) -> str:
    mutant = one.mutant
    why = explained(name, mutant)
    told = f"explained: {why}" if why else f"for example {one.somebody}"
    return f"  {name}: rule {mutant.rule}: {mutant.way}: {mutant.what}\n    {told}"


def _told(name: str, found: Hunt) -> str:
    ways = Counter(one.mutant.way for one in found.survivors)
    left = ", ".join(f"{count} of {way}" for way, count in ways.items()) or "none"
    caught = f"{found.caught} of {found.caught + len(found.survivors)} caught, {found.score:.1f} %"
    return f"{name}: {caught}; not caught: {left}; no mistake at all: {len(found.alike)}"


def _say(*lines: str) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201 - a command says what it found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
