"""What verification finds: a flaw with its place, an example, and the way out; as text and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.authoring.verify.people import in_words

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.source import Place
    from checker.engine.rules.rulebook import Rulebook

__all__ = ["Flaw", "Flaws"]


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """One thing that is wrong with the rules.

    ``kind``: one word for all flaws of its sort. ``person``: the nearest to the ordinary person for whom it shows, in
    words; ``facts``: the same as a line for `decide`; both empty where nobody is needed to show it.
    """

    file: str
    line: int
    kind: str
    message: str
    way_out: str
    person: str = ""
    facts: str = ""

    def __str__(self) -> str:
        """FILE:LINE: KIND: MESSAGE, as editors understand it, and below it the example and the way out."""
        lines = [f"{self.file}:{self.line}: {self.kind}: {self.message}"]
        if self.person:
            lines += [f"    for example: {self.person}", f"    {self.facts}"]
        return "\n".join([*lines, f"    way out: {self.way_out}"])

    def to_json(self) -> dict[str, Any]:
        """The same for programs; ``facts`` is a person whom `decide` can be given, or null."""
        names = ("kind", "file", "line", "message", "way_out", "person")
        told: dict[str, Any] = {name: getattr(self, name) for name in names}
        return told | {"person": self.person or None, "facts": json.loads(self.facts) if self.facts else None}


@dataclass(slots=True)
class Flaws:
    """Collects flaws."""

    root: Path
    found: list[Flaw] = field(default_factory=list)

    def add(
        self,
        place: Place,
        kind: str,
        message: str,
        way_out: str,
        shown: tuple[Rulebook, dict[str, Any] | None] | None = None,
    ) -> None:
        """Note a flaw; ``shown``: the facts of somebody for whom it shows, and the rulebook of their insurer."""
        name = place.file.relative_to(self.root) if place.file.is_relative_to(self.root) else place.file
        rulebook, facts = shown or (None, None)
        person = in_words(rulebook, facts) if rulebook and facts else ""
        line = json.dumps(facts, ensure_ascii=False) if facts else ""
        self.found.append(Flaw(name.as_posix(), place.line, kind, message, way_out, person, line))
