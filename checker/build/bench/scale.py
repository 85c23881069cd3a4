"""The whole build at national scale: processor time, memory, and bytes with made-up insurers by the hundred.

Each build runs in a process of its own, so that its memory is its own. What a shape costs and what an insurer costs is
told apart by builds with few and with many of both.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checker.build.bench.many_insurers import SHAPES, write_project
from checker.build.bench.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["measure", "measure_nation"]

_FEW = 90
_COUNT = 300
_NATION = 3300
_OURS = 6
"""Insurers of the project itself, each a shape of its own, which every build has too."""

_SHAPE, _INSURER = 5.0, 0.1
"""Seconds that a distinct rulebook and an insurer may take."""

_MEMORY = 400.0
_PAGE = 2.5
"""Milliseconds: 400 pages a second."""

_BUILD = """
import json, resource, sys, time
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(sys.argv[1], site_dir=sys.argv[2])
build(config)
used = resource.getrusage(resource.RUSAGE_SELF)
files = [file.stat().st_size for file in Path(sys.argv[2]).rglob("*") if file.is_file()]
pages = sum(1 for _ in Path(sys.argv[2]).rglob("*.html"))
told = {"seconds": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024, "bytes": sum(files), "pages": pages}

from checker.pages.article import Article
from checker.pages.site import build_site
making, shells = config.extra["making"], config.extra["shells"]
start = time.process_time()
for item in build_site(making.library, making.assets, making.today):
    if isinstance(item, Article):
        shells.filled(item)
print(json.dumps({**told, "rendering": time.process_time() - start}))
"""


@dataclass(frozen=True)
class Built:
    """One build: `seconds` of the processor, `memory` at its peak in MB, and what it wrote.

    `rendering`: seconds of the processor where all pages are rendered once more and nothing else is done with them.
    """

    seconds: float
    memory: float
    bytes: int
    pages: int
    rendering: float


def measure(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of some hundred insurers: what one more of them costs is what the nation rests on."""
    few = _build(root, _FEW, say)
    return _rows(_COUNT, _build(root, _COUNT, say), few)


def measure_nation(root: Path, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of as many insurers as there are; takes many minutes."""
    few = _build(root, _COUNT, say)
    return _rows(_NATION, _build(root, _NATION, say), few)


def _rows(count: int, many: Built, few: Built) -> list[Row]:
    """Return the rows of a build, beside one of fewer insurers of as many shapes."""
    less = _FEW if count == _COUNT else _COUNT
    shapes = SHAPES + _OURS
    an_insurer = (many.seconds - few.seconds) / (count - less)
    a_shape = (many.seconds - an_insurer * count) / shapes
    pages = max(many.pages - few.pages, 1)
    a_page, rendered = (many.seconds - few.seconds) / pages, (many.rendering - few.rendering) / pages
    named = f"{count:,} insurers of {shapes} shapes"
    return [
        Row(f"build of {named}", many.seconds, "CPU s", _SHAPE * shapes + _INSURER * (count + _OURS)),
        Row(f"one more insurer, between {less} and {count:,}", an_insurer, "CPU s", _INSURER),
        Row(f"one more shape, all else in it, {count:,} insurers", a_shape, "CPU s", _SHAPE),
        Row(f"peak memory, {named}", many.memory, "MB", _MEMORY, f"{few.memory:.0f} MB with {less}"),
        Row("rendering a page from a loaded rulebook", 1000 * rendered, "ms", _PAGE, _rate(rendered)),
        Row("all that one more page costs the build", 1000 * a_page, "ms", None, _rate(a_page)),
        Row(f"the whole site, {named}", many.bytes / 1e6, "MB", None, f"{many.pages:,} pages"),
        Row("bytes of a page and what stands beside it", many.bytes / many.pages / 1000, "KB"),
    ]


def _rate(seconds: float) -> str:
    return f"{1 / seconds:.0f} pages a CPU second"


def _build(root: Path, count: int, say: Callable[[str], None]) -> Built:
    say(f"a site of {count:,} made-up insurers")
    with TemporaryDirectory() as name:
        project, site = Path(name) / "project", Path(name) / "site"
        project.mkdir()
        write_project(root, project, count)
        command = [sys.executable, "-c", _BUILD, str(project / "mkdocs.yml"), str(site)]
        done = subprocess.run(command, check=True, cwd=root, capture_output=True, text=True)
    return Built(**json.loads(done.stdout.splitlines()[-1]))
