"""Material's own search on our pages: its plugin makes the index of what is built, its worker looks in it.

The plugin would see none of the pages that are written one by one, so it is given the content of each as MkDocs would.
"""

from __future__ import annotations

import json
import subprocess
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from checker.pages.here import FOLDERS, here_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["ask_material", "searched_pages"]

_FIELDS = {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}}
_JAPANESE = {"lang": ["ja"], "separator": r"[\s\-　、。，．]+", "pipeline": ["stemmer"]}
_ENGLISH = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"]}
"""What Material's own files of words have for each language."""

_NOT_SEARCHED = ("check/", "v1/")


def searched_pages(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the content of each page of a language that our own search looks in."""
    for file in sorted(site.rglob("index.html")):
        address = file.relative_to(site).as_posix()
        if here_at(address).language == language and not address.startswith(_NOT_SEARCHED):
            _, _, content = file.read_text(encoding="utf-8").partition('<div id="content">')
            if not address.removeprefix(FOLDERS[language]).startswith("search/"):
                yield address, content.partition("</article>")[0]


def ask_material(site: Path, language: str, typed: Sequence[str]) -> tuple[list[list[str]], float]:
    """Return for each query the pages found, best first, and after how many milliseconds the first result was there."""
    scripts = Path(str(import_module("material").__path__[0])) / "templates" / "assets" / "javascripts"
    with TemporaryDirectory() as name:
        file = Path(name) / "index.json"
        file.write_text(_index(site, language), encoding="utf-8")
        command = ["node", str(Path(__file__).with_name("material_search.mjs")), str(file), str(scripts)]
        lines = "".join(f"{json.dumps(one)}\n" for one in typed)
        done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", check=True)
    *found, last = map(json.loads, done.stdout.splitlines())
    return [[places[0].partition("#")[0] for places in some if places] for some in found], float(last["first"])


def _index(site: Path, language: str) -> str:
    plugin: Any = import_module("material.plugins.search.plugin")
    told = _ENGLISH if language == "en" else _JAPANESE
    index = plugin.SearchIndex(**told, fields=_FIELDS)
    for address, content in searched_pages(site, language):
        index.add_entry_from_context(SimpleNamespace(meta={}, content=content, toc=[], url=address, title=address))
    return str(index.generate_search_index(None))
