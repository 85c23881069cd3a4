"""The page on how it is built names every part there is, and none that is not."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "maintainers" / "architecture.md"


def _named() -> set[str]:
    """Return the folders and files that the page's table names; what follows a comma stands beside the first."""
    found = set()
    for row in re.findall(r"^\| (`.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        folder = ""
        for name in re.findall(r"`([^`]+)`", row):
            path = name if name.startswith("checker/") else folder + name
            folder = folder or path[: path.rstrip("/").rindex("/") + 1]
            found.add(path)
    return found


def test_what_it_names_is_there() -> None:
    assert len(_named()) > 20
    assert sorted(name for name in _named() if not (ROOT / name).exists()) == []
    linked = re.findall(r"\(([\w.]+)\)", PAGE.read_text(encoding="utf-8"))
    assert [name for name in linked if not (PAGE.parent / name).exists()] == []


def test_every_package_is_in_it() -> None:
    packages = {path.parent.relative_to(ROOT).as_posix() + "/" for path in (ROOT / "checker").glob("*/*/__init__.py")}
    inside = {name for name in packages if not name.startswith("checker/pages/")}
    assert sorted(name for name in inside if name not in _named()) == []


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = ET.parse(PAGE.with_suffix(".svg")).getroot()  # noqa: S314 - our own file
    texts = {child.tag.rpartition("}")[2]: child.text or "" for child in picture}
    assert len(texts["desc"].split()) > 40
    assert texts["title"]
