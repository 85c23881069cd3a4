"""No page of an insurer is heavy: as built, in every language, readings above words apart."""

from __future__ import annotations

import re
from gzip import compress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST = 60_000
"""Bytes of a page as it is stored; the issue that asked for these pages set it."""

MOST_EASY = 150_000
"""With readings: each is 34 bytes of markup and about 9 of kana, above each of the 1,000 to 1,800 words of a page."""

LONGER = 1.1
"""How much longer an easy text is: in short sentences, with spaces between its words."""

MOST_SENT = 20_000
"""Packed, as pages are sent: what all readings have in common hardly counts there."""

_READING = re.compile(r"<ruby>([^<]*)<rt aria-hidden=true>[^<]*</ruby>")


def _sizes(site: Path, folder: str) -> dict[str, int]:
    pages = sorted((site / folder / "insurers").glob("*/**/index.html"))
    assert len(pages) >= 12
    return {str(page.relative_to(site)): len(page.read_bytes()) for page in pages}


def test_no_page_of_an_insurer_is_heavy(site_dir: Path) -> None:
    sizes = _sizes(site_dir, "") | _sizes(site_dir, "en")
    assert {page: size for page, size in sizes.items() if size > MOST} == {}
    easy = _sizes(site_dir, "easy")
    assert {page: size for page, size in easy.items() if size > MOST_EASY} == {}


def test_an_easy_page_is_long_for_its_readings_alone(site_dir: Path) -> None:
    for page in _sizes(site_dir, "easy"):
        text = (site_dir / page).read_text(encoding="utf-8")
        assert "<ruby>" in text
        assert len(_READING.sub(r"\1", text).encode()) <= MOST * LONGER, page
        assert len(compress(text.encode())) <= MOST_SENT, page
