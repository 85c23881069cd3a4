"""A page of somebody else with our snippet in it, as a file, and what it must show, as its first comment says in YAML.

`https://navi.example` in such a file is the site; the test's server puts the real address there.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FOLDER", "SITE", "Host", "Shown", "read_host", "read_hosts"]

FOLDER = Path(__file__).resolve().parents[2] / "hosts"
SITE = "https://navi.example"


@dataclass(frozen=True)
class Shown:
    """One frame that must be there, in the order of the page; what is not told is as on every page."""

    insurer: str
    lang: str = "ja"
    errand: str = ""
    accent: str = ""
    paper: str = ""
    text: str = ""
    grows: bool = True
    """Its height follows its content, so that nothing in it scrolls; an iframe without our script scrolls."""
    scripts: bool = True
    """It asks and answers; otherwise contact and tables can be read in it."""


@dataclass(frozen=True)
class Host:
    """One host and what it must show. The link in front of every snippet can be read on all of them."""

    name: str
    what: str
    """What kind of host it is, and what follows from that, in a sentence."""
    frames: tuple[Shown, ...] = ()
    sends: Mapping[str, str] | None = None
    """Headers of its response."""
    viewport: tuple[int, int] = (800, 700)
    javascript: bool = True
    inside: bool = False
    """It stands in a frame of yet another page."""
    slow: bool = False
    """The site answers only after the host's page has been looked at."""
    scrolls: bool = False
    """Somebody scrolls to the link first."""
    press: str = ""
    """What is pressed first, as a CSS selector."""
    python: bool = False
    """The visitor saves no data, so Python starts after an answer, and not before."""
    says: tuple[str, ...] = ()
    """What else must stand on the host's page."""
    console: tuple[str, ...] = ()
    """What warnings and errors in the console hold: each of these at least once, and nothing but these."""
    keyboard: bool = False
    """The visitor uses no mouse."""
    leaves: str = "by link"
    """How somebody leaves at once: `by link`, `by shift`; or `wiped`, where only the frame can be emptied."""
    prints: bool = False
    """The answer stands on its paper."""

    @property
    def file(self) -> Path:
        """Its bytes, in its own encoding."""
        return next(FOLDER.glob(f"{self.name}.*html"))


def read_host(path: Path) -> Host:
    """Read a file; names that no field has are an error."""
    comment = path.read_bytes().partition(b"<!--\n")[2].partition(b"-->")[0]
    told: dict[str, Any] = yaml.safe_load(comment)
    if wrong := told.keys() - {field.name for field in fields(Host)}:
        raise ValueError(f"{path.name}: {sorted(wrong)}; allowed: {[field.name for field in fields(Host)]}")
    frames = tuple(Shown(**one) for one in told.pop("frames", ()))
    rest: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}
    return Host(**{"name": path.stem, "frames": frames, **rest})


def read_hosts() -> list[Host]:
    """Read all of them, by name."""
    return [read_host(path) for path in sorted(FOLDER.iterdir())]
